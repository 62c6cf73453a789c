import { basename, dirname, join } from 'node:path';
import { Refusal } from '@casebridge/refusal';

/** Where `synthesise --out OUT.csv` writes. */
export interface SynthesisPaths {
  readonly records: string;
  readonly parquet: string;
  /** Which sets of columns the records are fitted to. */
  readonly support: string;
  /** All that is needed to make the records again. */
  readonly measurements: string;
  readonly ledger: string;
  /** Replicate `number`, from 1. */
  replicate(number: number): string;
}

/** The files beside `OUT.csv`. Refusal: the name ends otherwise. */
export function synthesisPaths(out: string): SynthesisPaths {
  const name = basename(out);
  if (!/.\.csv$/.test(name)) throw new Refusal('synthesise-out', `${out}: end the name of --out with .csv.`);
  const beside = (ending: string) => join(dirname(out), `${name.slice(0, -'.csv'.length)}${ending}`);
  return {
    records: out,
    parquet: beside('.parquet'),
    support: beside('.support.csv'),
    measurements: beside('.measurements.json'),
    ledger: beside('.ledger.jsonl'),
    replicate: (number) => beside(`.replicates/${String(number).padStart(2, '0')}.csv`),
  };
}
