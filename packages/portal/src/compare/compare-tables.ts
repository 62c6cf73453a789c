import { exampleNote } from '@casebridge/bundle';
import { type Answers, canonicalSet, setKey } from '@casebridge/privacy/results';
import { exploreVariables } from '../explore/explore-tables.ts';
import type { ReleaseView } from '../model/release-view.ts';
import type { CompareTable, CompareYear } from './types.ts';

const mostCells = 600;

/** Every pair of variables that a release publishes together, by key `a~b`; bounded in size. */
export function compareTables(view: ReleaseView): ReadonlyMap<string, CompareTable> {
  const { answers } = view;
  const order = exploreVariables(view);
  const tables = new Map<string, CompareTable>();
  for (const table of answers.tables) {
    const ids = order.filter((id) => table.includes(id));
    for (const [i, first] of ids.entries()) {
      for (const second of ids.slice(i + 1)) {
        const key = `${first}~${second}`;
        const size = [answers.domains[first]?.length ?? 0, answers.domains[second]?.length ?? 0] as const;
        if (tables.has(key) || size[0] * size[1] > mostCells || Math.min(...size) < 2) continue;
        tables.set(key, compareTable(view, [first, second], size));
      }
    }
  }
  return tables;
}

function compareTable(
  view: ReleaseView,
  variables: readonly [string, string],
  size: readonly [number, number],
): CompareTable {
  const { bundle, answers } = view;
  const zeros = zerosOf(view, variables, size);
  const years = bundle.manifest.periods.flatMap((period) => {
    const cohorts = answers.cohorts.filter((cohort) => cohort.period === period && !cohort.late).map(({ id }) => id);
    return cohorts.length === 0 ? [] : [[period, compareYear(answers, variables, cohorts, zeros)] as const];
  });
  return {
    ...(bundle.manifest.example && { note: exampleNote }),
    release: bundle.manifest.release,
    variables,
    size,
    zeros,
    periods: Object.fromEntries(years),
  };
}

function compareYear(
  answers: Answers,
  [first, second]: readonly [string, string],
  cohorts: readonly string[],
  zeros: readonly number[],
): CompareYear {
  const [rows, columns] = [answers.domains[first] ?? [], answers.domains[second] ?? []];
  const cell = (row: number, column: number) => ({
    cohorts,
    selections: [{ table: [first, second], where: { [first]: rows[row] ?? '', [second]: columns[column] ?? '' } }],
  });
  const view = answers.table([first, second], cohorts);
  const swapped = view.set[0] !== first;
  const estimate = rows.flatMap((_, row) =>
    columns.map((_, column) =>
      rounded(view.estimate[swapped ? column * rows.length + row : row * columns.length + column] ?? 0, 100),
    ),
  );
  // Any two cells of each kind will do, if both are noisy.
  const noisy = estimate.flatMap((_, at) =>
    zeros.includes(at) ? [] : [[Math.floor(at / columns.length), at % columns.length] as const],
  );
  const covarianceWhere = (sameRow: boolean, sameColumn: boolean) => {
    for (const [row, column] of noisy) {
      const other = noisy.find(([r, c]) => (r === row) === sameRow && (c === column) === sameColumn);
      if (other) return rounded(answers.covariance(cell(row, column), cell(...other)), 1e6);
    }
    return 0;
  };
  return {
    estimate,
    covariance: [
      covarianceWhere(true, true),
      covarianceWhere(true, false),
      covarianceWhere(false, true),
      covarianceWhere(false, false),
    ],
  };
}

// Declared zeros are kept in the order of the domains.
function zerosOf(
  { bundle, answers }: ReleaseView,
  variables: readonly [string, string],
  [rows, columns]: readonly [number, number],
): readonly number[] {
  const set = canonicalSet(answers.domains, variables);
  const declared = bundle.measurements.structuralZeros[setKey(set)] ?? [];
  return set[0] === variables[0] ? declared : declared.map((at) => (at % rows) * columns + Math.floor(at / rows));
}

function rounded(value: number, perUnit: number): number {
  return Math.round(value * perUnit) / perUnit;
}
