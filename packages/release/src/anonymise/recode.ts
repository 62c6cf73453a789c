import {
  columnLosses,
  fullDomainOptimum,
  type GroupConstraint,
  type LocalOptions,
  localRecoding,
  type QuasiTable,
  type Recoding,
  suppressCombinations,
  suppressedCell,
} from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import type { AnonymiseOptions } from './anonymise-options.ts';

/** What is published of each cell, and of which rows nothing is. */
export interface Recoded {
  readonly recoding: Recoding;
  /** 1 for a row of which nothing at all is published, the sensitive columns included. */
  readonly blank: Uint8Array;
  /** Level of each column where all rows have the same: full-domain recoding. */
  readonly levels: readonly number[] | null;
  readonly losses: readonly number[];
}

/** Recodes a table by the method asked for. */
export function recode(
  table: QuasiTable,
  constraints: readonly GroupConstraint[],
  population: QuasiTable | null,
  options: AnonymiseOptions,
): Recoded {
  const { method, k, signal, onProgress } = options;
  checkMethod(options, constraints);
  const blank = new Uint8Array(table.rows);
  const watched = { ...(signal ? { signal } : {}), onProgress: (done: number) => onProgress?.('recoding', done) };
  if (method === 'local') {
    const local: LocalOptions = {
      k,
      constraints,
      importance: options.importance,
      ...(options.priority ? { priority: options.priority } : {}),
      ...(population ? { population } : {}),
      ...watched,
    };
    return withLosses(table, localRecoding(table, local), blank, null);
  }
  if (method === 'full-domain') {
    const { levels, suppressed } = fullDomainOptimum(table, {
      k,
      constraints,
      suppressionLimit: options.limit,
      ...watched,
    });
    const recoding = {
      levels: levels.map((level) => Uint8Array.from(suppressed, (hidden) => (hidden === 1 ? suppressedCell : level))),
    };
    return withLosses(table, recoding, suppressed, levels);
  }
  const shown = table.hierarchies.map(({ labels }) =>
    (labels[0] as readonly string[]).map((value) => !options.missing.includes(value)),
  );
  const sizes = shown.map((values) => values.filter(Boolean).length);
  const codes = table.columns.map((column, at) => {
    let next = 0;
    const codeOf = (shown[at] as readonly boolean[]).map((isShown) => (isShown ? ++next : 0));
    return Uint16Array.from(column, (code) => codeOf[code] as number);
  });
  const columns = table.hierarchies.map(({ column }) => column);
  const result = suppressCombinations(
    { columns, codes, sizes, rows: table.rows },
    {
      k,
      m: options.m,
      importance: options.importance,
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
    },
  );
  const recoding = {
    levels: result.suppressed.map((cells) => Uint8Array.from(cells, (cell) => (cell === 1 ? suppressedCell : 0))),
  };
  return withLosses(table, recoding, blank, null);
}

function withLosses(
  table: QuasiTable,
  recoding: Recoding,
  blank: Uint8Array,
  levels: readonly number[] | null,
): Recoded {
  return { recoding, blank, levels, losses: columnLosses(table, recoding) };
}

/** Refuses options that the chosen method would pass over: a wish that is not kept is not to look as if it were. */
function checkMethod(options: AnonymiseOptions, constraints: readonly GroupConstraint[]): void {
  const { method, priority, population, importance, hierarchies } = options;
  const passedOver = [
    [method !== 'local' && priority !== undefined, '--priority'],
    [method !== 'local' && population !== undefined, '--population'],
    [method === 'full-domain' && Object.keys(importance).length > 0, '--importance'],
    [method === 'km' && constraints.length > 0, '--l and --t'],
    [method === 'km' && hierarchies !== undefined, '--hierarchies'],
  ] as const;
  for (const [isPassedOver, option] of passedOver) {
    if (isPassedOver) throw new Refusal('method-option', `--method ${method} knows no ${option}; leave it out.`);
  }
}
