import { readFile } from 'node:fs/promises';
import { type MapOptions, type Mapping, parseMapping } from '@casebridge/intake';
import { type Agreement, parseAgreement } from '@casebridge/submission';
import { loadRecordKey } from '@casebridge/submission/node';
import type { Context } from './context.ts';

/** Options that every command that maps a file shares. */
export interface IntakeArguments {
  readonly mapping: string;
  readonly recordKey?: string;
  readonly agreement?: string;
  readonly showValues?: boolean;
}

export interface IntakeInputs {
  readonly mapping: Mapping;
  readonly mappingText: string;
  readonly agreementText: string | null;
  readonly options: MapOptions;
}

/** Reads the mapping, the agreement and the record key that a command was given. */
export async function loadIntake(given: IntakeArguments, { output, signal, today }: Context): Promise<IntakeInputs> {
  const mappingText = await readFile(given.mapping, 'utf8');
  const agreementText = given.agreement === undefined ? null : await readFile(given.agreement, 'utf8');
  const agreement = agreementText === null ? null : parseAgreement(agreementText, given.agreement as string);
  return {
    mapping: parseMapping(mappingText, given.mapping),
    mappingText,
    agreementText,
    options: {
      today,
      signal,
      onProgress: (rows) => output.progress(`${rows} rows mapped`, 0),
      ...(given.recordKey === undefined ? {} : { recordKeySecret: await loadRecordKey(given.recordKey) }),
      ...(agreement === null ? {} : { agreement: factsOf(agreement) }),
      ...(given.showValues ? { keepValues: true } : {}),
    },
  };
}

function factsOf(agreement: Agreement) {
  return {
    contributor: agreement.contributor,
    validFrom: agreement.validFrom,
    validTo: agreement.validTo,
    dataCategories: agreement.dataCategories,
  };
}
