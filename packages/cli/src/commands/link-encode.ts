import {
  type DateOrder,
  type Hardening,
  type LinkageProfiles,
  organisationName,
  type SelfTest,
  usualRecordFilter,
} from '@casebridge/linkage';
import { encodeFile } from '@casebridge/release';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

interface EncodeArguments {
  readonly secret: string;
  readonly organisation: string;
  readonly project: string;
  readonly epoch: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly birth?: string;
  readonly sex?: string;
  readonly nationality?: string;
  readonly recordKey: readonly string[];
  readonly order: DateOrder;
  readonly linkKeys: boolean;
  readonly recordFilter: boolean;
  readonly fieldFilters: boolean;
  readonly sharedNameKey: boolean;
  readonly keyedByYear: boolean;
  readonly birthAsWritten: boolean;
  readonly harden: readonly Hardening[];
  readonly out: string;
}

/** `casebridge link encode`: a contributor's records as encodings. */
export function linkEncodeCommand({ output, signal }: Context): Command {
  return new Command('encode')
    .summary('encode a file of records with names (contributor)')
    .description(
      'Turns names, dates of birth, sex and nationality into keyed encodings under the coalition’s secret. The result holds record keys and encodings; it is still personal data. Nothing is sent anywhere.',
    )
    .argument('<file>', 'CSV, XLSX or JSON lines')
    .requiredOption('--secret <file>', 'file of the secret’s words')
    .requiredOption('--organisation <id>', 'lower-case letters, digits and hyphens', parseOrganisation)
    .requiredOption('--project <name>', 'the coalition’s name for what is linked')
    .requiredOption('--epoch <name>', 'such as 2016; all records are encoded again for each epoch')
    .option('--given-name <column>', 'in Latin letters')
    .option('--family-name <column>', 'in Latin letters')
    .option('--birth <column>', 'date, year and month, or year')
    .option('--sex <column>', 'words or codes in any of the usual languages')
    .option('--nationality <column>', 'country codes, the same in all organisations')
    .option(
      '--record-key <column>',
      'key of the record in your own system, never a name; again for each column it is made of, in the order of your mapping; row numbers when absent',
      (column: string, columns: readonly string[]) => [...columns, column],
      [] as readonly string[],
    )
    .addOption(
      new Option('--order <order>', 'of dates whose year comes last').choices(['ymd', 'dmy', 'mdy']).default('dmy'),
    )
    .option('--field-filters', 'profile F as well: only for a host that is apart from the case data', false)
    .option('--no-link-keys', 'without profile K')
    .option('--no-record-filter', 'without profile C')
    .option('--no-shared-name-key', 'names in the wrong order shall not agree')
    .option('--keyed-by-year', 'records of different years of birth cannot be compared', false)
    .option('--birth-as-written', 'every digit of a date counts, 1 January too, as in the reference tables', false)
    .option('--harden <steps>', 'fold, flip=0.05, balance, diffuse=10; separated by commas', parseHardening, [])
    .requiredOption('--out <file>', 'file of encodings; it must not exist')
    .addHelpText(
      'after',
      '\nExample:\n  casebridge link encode clients.csv --secret linkage-secret.txt --organisation shelter-ngo --project north --epoch 2016 \\\n    --given-name first --family-name last --birth born --sex sex --record-key id --out shelter-ngo.encodings',
    )
    .action(async (file: string, options: EncodeArguments) => {
      const { secret, organisation, project, epoch, recordKey, order, out } = options;
      const named = {
        given_name: options.givenName,
        family_name: options.familyName,
        birth: options.birth,
        sex: options.sex,
        nationality: options.nationality,
      };
      const result = await encodeFile({
        ...{ file, secretFile: secret, organisation, project, epoch, order, out, signal },
        columns: Object.fromEntries(Object.entries(named).filter(([, column]) => column !== undefined)),
        ...(recordKey.length === 0 ? {} : { recordKey }),
        profiles: profilesOf(options),
        onProgress: output.progress,
      });
      output.result(result, [
        ...selfTestLines(result.selfTest),
        `encodings are in ${out}, key check ${result.keyCheck}; hand them over under seal and delete them afterwards`,
      ]);
    });
}

function profilesOf(options: EncodeArguments): LinkageProfiles {
  const { linkKeys, fieldFilters, sharedNameKey, keyedByYear, birthAsWritten, harden: hardening } = options;
  const recordFilter = options.recordFilter
    ? { ...usualRecordFilter, sharedNameKey, keyedByYear, birthAsWritten, hardening }
    : null;
  return { linkKeys, recordFilter, fieldFilters };
}

function selfTestLines({
  records,
  classes,
  placeholderShare,
  unreadableBirths,
  weight,
  duplicates,
}: SelfTest): string[] {
  return [
    `${records} records encoded`,
    ...columns([
      ['names, full date of birth, sex', String(classes.complete)],
      ['names, year of birth or date without sex', String(classes.yearOnly)],
      ['names only', String(classes.namesOnly)],
      ['one name and some date', String(classes.oneName)],
      ['too little to link by', String(classes.tooLittle)],
      ['1 January as date of birth', `${(100 * placeholderShare).toFixed(1)} %`],
      ['dates that cannot be read', String(unreadableBirths)],
      ['records that equal an earlier one', String(duplicates)],
      ...(weight ? [['set bits of a filter', `${weight.mean.toFixed(0)} ± ${weight.spread.toFixed(0)}`]] : []),
    ]).map((line) => `  ${line}`),
  ];
}

function parseOrganisation(text: string): string {
  if (!organisationName.test(text))
    throw new InvalidArgumentError('lower-case letters, digits and hyphens are needed.');
  return text;
}

function parseHardening(text: string): Hardening[] {
  return text.split(',').map((step) => {
    const [kind, value = ''] = step.split('=');
    const number = Number(value);
    if ((kind === 'fold' || kind === 'balance') && value === '') return { kind };
    if (kind === 'flip' && number > 0 && number < 0.5) return { kind, probability: number };
    if (kind === 'diffuse' && Number.isInteger(number) && number > 1 && number <= 64) return { kind, bits: number };
    throw new InvalidArgumentError('steps are fold, flip=0.05 (below 0.5), balance and diffuse=10 (2 to 64).');
  });
}
