import { hasVariable, standardVersion } from '@casebridge/standard';
import { foldedText } from '../readers/header.ts';
import type { ContributorCheck } from '../validation-port.ts';
import { parseLocated } from './located.ts';
import type { CoverageRules, Field, Mapping, Sample, SourceOptions } from './mapping.ts';
import { parseRule } from './parse-rule.ts';
import { type Parts, partsOf } from './parts.ts';
import { checkTargets } from './targets.ts';

/**
 * Reads a mapping file (YAML or JSON; see `Mapping` for its parts) and checks it against the standard: variables and
 * codes must exist, tables be closed, required variables be filled.
 *
 * @param name file name, for messages
 * @throws Refusal `mapping` with file, line and what to do
 */
export function parseMapping(text: string, name: string): Mapping {
  const parts = partsOf(parseLocated(text, name), 'a mapping', name);
  const mappingName = parts.text('mapping');
  const standard = parts.optionalText('standard') ?? standardVersion;
  if (standard.split('.')[0] !== standardVersion.split('.')[0])
    throw parts.fault(
      `this is standard ${standardVersion}, the mapping is for ${standard}; migrate it first`,
      'standard',
    );
  const version = parts.optionalText('version') ?? '1.0';
  if (!/^\d{1,6}\.\d{1,6}(?:\.\d{1,6})?$/u.test(version))
    throw parts.fault(`'version' must be numbers with points, as in "1.0"`, 'version');
  const source = parseSource(parts.optionalPart('source'));
  const mapping: Mapping = {
    file: name,
    mapping: mappingName,
    version,
    standard,
    contributor: parts.optionalText('contributor'),
    origin: parts.optionalOneOf('origin', ['collected', 'published']) ?? 'collected',
    description: parts.optionalText('description'),
    source,
    fields: parts.list('fields').map((node) => parseField(partsOf(node, 'a field', name), source)),
    coverage: parseCoverageRules(parts.optionalPart('coverage'), name),
    drop: parts.texts('drop').map(foldedText),
    checks: parts.list('checks').map((node) => parseCheck(partsOf(node, 'a check', name), name)),
    samples: parts.list('samples').map((node) => parseSample(partsOf(node, 'a sample', name))),
  };
  parts.done();
  checkTargets(mapping);
  return mapping;
}

function parseSource(parts: Parts | null): SourceOptions {
  const source: SourceOptions = {
    format: parts?.optionalOneOf('format', ['csv', 'xlsx', 'jsonl', 'xlsform']) ?? null,
    sheet: parts?.optionalText('sheet') ?? null,
    headerRow: parts?.positive('header_row', 1) ?? 1,
    encoding: parts?.optionalText('encoding') ?? 'utf-8',
    delimiter: parts?.optionalText('delimiter') ?? null,
    locale: parts?.optionalText('locale') ?? null,
    calendar: parts?.optionalOneOf('calendar', ['gregorian', 'buddhist', 'hijri']) ?? 'gregorian',
    dateOrder: parts?.optionalOneOf('date_order', ['dmy', 'mdy', 'ymd']) ?? null,
    excelSerials: parts?.optionalOneOf('excel_serials', ['1900', '1904']) ?? null,
    decimal: parts?.optionalOneOf('decimal', [',', '.']) ?? '.',
    missing: parts?.reasonTable('missing') ?? {},
    lists: parts?.textTable('lists') ?? {},
    absentColumns: parts?.optionalOneOf('absent_columns', ['refuse', 'not_asked']) ?? 'refuse',
  };
  parts?.done();
  return source;
}

function parseField(parts: Parts, source: SourceOptions): Field {
  const to = parts.text('to');
  const optional = parts.flag('optional') || source.absentColumns === 'not_asked';
  const absent = parts.optionalText('absent');
  const rule = parseRule(parts, source);
  parts.done();
  return { to, rule, optional: optional || absent !== null, absent, line: parts.line };
}

function parseCoverageRules(parts: Parts | null, file: string): CoverageRules {
  if (!parts) return { never: [], sometimes: [] };
  const never = parts.list('never').map((node) => {
    if (node.kind === 'text') return { variable: known(node.text, parts, 'never'), before: null };
    const entry = partsOf(node, "an entry of 'never'", file);
    const variable = known(entry.text('variable'), parts, 'never');
    const before = entry.positive('before', 0);
    entry.done();
    return { variable, before: before || null };
  });
  const sometimes = parts.texts('sometimes').map((id) => known(id, parts, 'sometimes'));
  parts.done();
  return { never, sometimes };
}

function known(id: string, parts: Parts, key: string): string {
  if (!hasVariable(id)) throw parts.fault(`the standard has no variable '${id}'; see the codebook`, key);
  return id;
}

function parseCheck(parts: Parts, file: string): ContributorCheck {
  const check: ContributorCheck = {
    id: parts.text('id'),
    severity: parts.optionalOneOf('severity', ['error', 'warn', 'note']) ?? 'warn',
    message: parts.text('message'),
    when: parts.list('when').map((node) => {
      const condition = partsOf(node, 'a condition', file);
      const result = { column: condition.text('column'), is: condition.texts('is') };
      condition.done();
      return result;
    }),
  };
  if (check.when.length === 0) throw parts.fault("a check needs 'when': a list of { column, is }");
  parts.done();
  return check;
}

function parseSample(parts: Parts): Sample {
  const isHeld = parts.has('held') && parts.flag('held');
  const sample: Sample = {
    in: parts.textTable('in'),
    out: isHeld ? null : parts.textTable('out'),
    line: parts.line,
  };
  parts.done();
  return sample;
}
