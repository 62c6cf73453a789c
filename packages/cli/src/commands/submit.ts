import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mapPath } from '@casebridge/intake/node';
import { Refusal } from '@casebridge/refusal';
import { type SealedSubmission, sealSubmission } from '@casebridge/submission';
import { loadAgeIdentity, loadSigningKey, writeWhole } from '@casebridge/submission/node';
import { Command } from 'commander';
import { parseCount } from '../arguments.ts';
import type { Context } from '../context.ts';
import { loadIntake } from '../intake-options.ts';
import { keyedEncodings } from '../keyed-encodings.ts';

export interface SubmitArguments {
  readonly mapping: string;
  readonly agreement: string;
  readonly coverage: string;
  readonly keys: string;
  readonly recordKey?: string;
  readonly steward: string;
  readonly sequence?: number;
  readonly sizeChange?: string;
  readonly encodings?: string;
  readonly epoch?: string;
  readonly out: string;
}

/** `casebridge submit`: at the contributor. Maps, strips, keys, seals, signs. */
export function submitCommand(context: Context): Command {
  const { output } = context;
  return new Command('submit')
    .summary('seal records into a parcel')
    .description(
      'Maps and validates the files, replaces case numbers by keyed hashes, and writes one parcel: sealed to the steward and to yourself, signed by you. Names, dates, free text and case numbers stay here.',
    )
    .argument('<files...>', 'CSV, XLSX, JSON lines or XLSForm export')
    .requiredOption('--mapping <file>', 'mapping file')
    .requiredOption('--agreement <file>', 'agreement, YAML')
    .requiredOption('--coverage <file>', 'coverage statement, YAML')
    .requiredOption('--keys <dir>', 'folder with your signing.key, age.key and record.key')
    .option('--record-key <file>', 'record key, if it is not in the folder')
    .requiredOption('--steward <recipient>', 'the steward’s age recipient')
    .option('--sequence <number>', 'number of this parcel, higher than the last; the day when left out', parseCount)
    .option('--size-change <reason>', 'why there are many more or fewer rows than last time')
    .option('--encodings <file>', 'encodings of the same records, from link encode with the case number as record key')
    .option('--epoch <recipient>', 'the age recipient of the linkage epoch, to whom alone encodings are sealed')
    .requiredOption('--out <file>', 'the parcel')
    .addHelpText(
      'after',
      '\nExample:\n  casebridge submit --mapping ngo.yaml --agreement agreement.yaml --coverage coverage.yaml \\\n    --keys keys/ --steward age1… cases.xlsx --out 2015.parcel',
    )
    .action(async (files: string[], options: SubmitArguments) => {
      const { summary, exactTotals } = await submit(files, options, context);
      const { rowsRead, rowsKept, findings } = summary;
      output.result({ parcel: options.out, rowsRead, rowsKept, findings, exactTotals }, [
        `${rowsKept} of ${rowsRead} rows are sealed in ${options.out}; send it to the steward`,
        ...exactTotals.map(
          (year) =>
            `note: ${options.coverage} declares exactly as many people for ${year} as this parcel has records; round it, or the noise hides that number in vain`,
        ),
      ]);
    });
}

/** Seals the records of the files into `options.out`; the parcel is written whole or not at all. */
export async function submit(
  files: readonly string[],
  options: SubmitArguments,
  context: Context,
): Promise<Omit<SealedSubmission, 'parcel'>> {
  const {
    mapping,
    mappingText,
    agreementText,
    options: mapOptions,
  } = await loadIntake({ ...options, recordKey: options.recordKey ?? join(options.keys, 'record.key') }, context);
  const signingKey = await loadSigningKey(join(options.keys, 'signing.key'));
  const identity = await loadAgeIdentity(join(options.keys, 'age.key'));
  const recordKey = mapOptions.recordKeySecret as Uint8Array;
  const linkage = await encodingsFor(options, signingKey.organisation, recordKey);
  const file = await mapPath(files, mapping, mapOptions);
  const { parcel, ...sealed } = await sealSubmission(
    {
      file,
      agreement: agreementText as string,
      coverage: await readFile(options.coverage, 'utf8'),
      mapping: mappingText,
      recordKey,
      ...(linkage ? { linkage } : {}),
      ...(options.sequence === undefined ? {} : { sequence: options.sequence }),
      ...(options.sizeChange === undefined ? {} : { sizeChangeReason: options.sizeChange }),
    },
    { signingKey, identity, steward: options.steward },
    context.today,
    { coverage: options.coverage },
  );
  await writeWhole(options.out, parcel);
  return sealed;
}

async function encodingsFor({ encodings, epoch }: SubmitArguments, organisation: string, recordKey: Uint8Array) {
  if (encodings === undefined && epoch === undefined) return null;
  if (encodings === undefined || epoch === undefined) {
    throw new Refusal(
      'linkage-epoch',
      'encodings are sealed to the key of their epoch: give --encodings and --epoch together',
    );
  }
  return { encodings: await keyedEncodings(encodings, organisation, recordKey), recipient: epoch };
}
