import { Refusal } from '@casebridge/refusal';
import { type Check, object, texts } from '../results/measurement-json.ts';
import type { SynthesisMeasurements } from './published.ts';
import { serialiseSynthesis, synthesisFromJson } from './published-file.ts';

/** The content of `OUT.measurements.json`: synthetic records can be made again from it, byte by byte, without any data. */
export interface OneShotFile {
  readonly published: SynthesisMeasurements;
  /** Columns of the synthetic records: those of the domain file, without the parents that were added. */
  readonly columns: readonly string[];
  /** 64 hex digits. Records and replicates are drawn from it; it was drawn after the noise and is no secret. */
  readonly seed: string;
  /** Number of records asked for; null for as many as the model stands for, a noisy estimate of how many there are. */
  readonly rows: number | null;
}

const format = 'casebridge-synthetic-1';

/** Keys in a fixed order and one measurement a line: the same content is the same bytes. */
export function serialiseOneShot({ published, columns, seed, rows }: OneShotFile): string {
  const facts = JSON.stringify({ format, rows, seed, columns }).slice(0, -1);
  return `${facts},\n"synthesis":${serialiseSynthesis(published)}}\n`;
}

/**
 * Reads what `serialiseOneShot` wrote and checks all of it.
 *
 * @param name the file's name, for messages
 * @throws Refusal that says what is wrong
 */
export function parseOneShot(text: string, name: string): OneShotFile {
  const check: Check = (holds, problem) => {
    if (!holds) throw new Refusal('synthesis-invalid', `${name}: ${problem}; fetch the file again.`);
  };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new Refusal('synthesis-not-json', `${name}: not JSON; give the file that ends in .measurements.json.`, {
      cause,
    });
  }
  const root: FileContent = object(check, content, 'the file');
  const { rows, seed } = root;
  check(root.format === format, `the format is not ${format}`);
  check(typeof seed === 'string' && /^[0-9a-f]{64}$/.test(seed), 'the seed is not 64 hex digits');
  check(rows === null || isCount(rows), 'the number of records is no whole number from 1 up');
  const published = synthesisFromJson(root.synthesis, name);
  const columns = texts(check, root.columns, 'columns');
  check(columns.length > 0 && new Set(columns).size === columns.length, 'columns are no set');
  check(
    columns.every((column) => Object.hasOwn(published.domains, column)),
    'a column of the records is none of the domains',
  );
  return { published, columns, seed, rows };
}

interface FileContent {
  readonly format?: unknown;
  readonly rows?: unknown;
  readonly seed?: unknown;
  readonly columns?: unknown;
  readonly synthesis?: unknown;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) < 2 ** 32;
}
