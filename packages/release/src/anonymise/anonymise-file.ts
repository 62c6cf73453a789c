import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { safeText } from '@casebridge/bundle';
import type { ColumnHierarchy, QuasiTable } from '@casebridge/privacy';
import { loadRecordKey } from '@casebridge/submission/node';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';
import type { AnonymiseOptions } from './anonymise-options.ts';
import { type AskedConstraints, askedConstraints } from './constraints.ts';
import { checkUnissued, markedRecords, type NewIssue, withRegister } from './issue-register.ts';
import { publishedCsv, publishedLine } from './published-csv.ts';
import { type AnonymiseInputs, checkColumns, readInputs } from './read-inputs.ts';
import type { Recoded } from './recode.ts';
import { recodeInWorker } from './recode-in-worker.ts';
import { type AnonymiseReport, reportOf } from './report.ts';
import { type Claim, verifyWritten } from './verify-written.ts';

/** The report and where it is. */
export interface AnonymisedFile extends AnonymiseReport {
  readonly out: string;
  readonly report: string;
  readonly delimiter: string;
  /** Columns of the CSV that are not published. */
  readonly leftOut: readonly string[];
}

/** Name of the report beside a published file. */
function reportPathOf(out: string): string {
  return `${out.replace(/\.csv$/i, '')}.report.json`;
}

/**
 * Makes the records of a CSV alike by the method asked for and writes them with a report, both or neither. The written file is
 * read back by a verifier that shares no code with the methods before it gets its name. With a register each record is
 * published once ever; the register is written before the file has its name.
 *
 * @throws Refusal: what the methods refuse; exit 3 where k or a constraint cannot be reached, the written file does not verify,
 *   or a record was published before
 */
export async function anonymiseFile(options: AnonymiseOptions): Promise<AnonymisedFile> {
  const { out, onProgress, register } = options;
  const reportPath = reportPathOf(out);
  checkColumns(options);
  await refuseExisting([out, reportPath]);
  const key = register ? await loadRecordKey(register.keyFile) : null;
  onProgress?.('reading', 0);
  const inputs = await readInputs(options);
  const asked = askedConstraints(inputs.table, options);
  const recoded = await recodeInWorker(inputs.table, inputs.population, options);
  const report = await writeVerified(options, inputs, asked, recoded, key, reportPath);
  return { ...report, out, report: reportPath, delimiter: inputs.delimiter, leftOut: inputs.leftOut };
}

/** Writes, verifies, registers and names, in this order; what fails leaves neither file. */
async function writeVerified(
  options: AnonymiseOptions,
  { table, population, by, recordKeys }: AnonymiseInputs,
  asked: AskedConstraints,
  recoded: Recoded,
  key: Uint8Array | null,
  reportPath: string,
): Promise<AnonymiseReport> {
  const { out, signal, onProgress, register, csv } = options;
  const claim = claimOf(options, table, population, asked);
  const hash = createHash('sha256');
  const reports: AnonymiseReport[] = [];
  try {
    await writeTogether([{ path: out, pieces: () => hashed(publishedCsv(table, recoded), hash) }], {
      ...(signal ? { signal } : {}),
      check: async ([written = '']) => {
        onProgress?.('verifying', 0.8);
        const verified = await verifyWritten(written, claim, signal);
        const sha256 = hash.digest('hex');
        const report = reportOf(options, table, by, recoded, asked.constraints, verified, sha256);
        if (register && key) {
          const records = markedRecords(key, recordKeys, (row) => publishedLine(table, recoded, row), basename(csv));
          const issue = issueOf(options, claim, sha256, records);
          await withRegister(register.file, key, async (known) => ({
            issue: checkUnissued(known, issue) ? null : issue,
            value: null,
          }));
        }
        await writeTogether([{ path: reportPath, pieces: () => [`${JSON.stringify(report, null, 2)}\n`] }]);
        reports.push(report);
      },
    });
  } catch (error) {
    if (reports.length > 0) await rm(reportPath, { force: true });
    throw error;
  }
  return reports[0] as AnonymiseReport;
}

function claimOf(
  { method, k, m, quasi, sensitive, missing }: AnonymiseOptions,
  table: QuasiTable,
  population: QuasiTable | null,
  { claims }: AskedConstraints,
): Claim {
  const base = { method, k, m, quasi, sensitive, missing: missing.map(safeText), claims, rows: table.rows };
  if (!population) return base;
  return {
    ...base,
    population: {
      hierarchies: table.hierarchies.map(linesOf),
      persons: population.columns.map((column, at) => {
        const values = (table.hierarchies[at] as ColumnHierarchy).labels[0] as readonly string[];
        return Array.from(column, (code) => safeText(values[code] as string));
      }),
    },
  };
}

/** The lines of a hierarchy, as texts are written. */
function linesOf({ labels, codes }: ColumnHierarchy): string[][] {
  return (labels[0] as readonly string[]).map((_, value) =>
    labels.map((level, at) => safeText(level[codes[at]?.[value] as number] as string)),
  );
}

function issueOf(
  { today, register }: AnonymiseOptions,
  { method, k, m, quasi, sensitive, missing, claims, population }: Claim,
  sha256: string,
  records: [record: string, line: string][],
): NewIssue {
  return {
    day: today,
    replaces: null,
    file: sha256,
    method,
    k,
    m,
    quasi: [...quasi],
    sensitive: [...sensitive],
    missing: [...missing],
    population: population !== undefined,
    claims: [...claims],
    replaceOn: [...new Set(register?.replaceOn ?? [])].sort(),
    records,
  };
}

function* hashed(pieces: Iterable<string>, hash: ReturnType<typeof createHash>): Generator<string> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}
