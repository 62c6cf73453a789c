import { type Finding, isMissing } from '@casebridge/standard';
import type { RowSource, RowSources } from './row-sources.ts';

/** Counts over all rows that a whole-file rule turns into findings at the end. */
export interface FileTally {
  add(rows: number): void;
  findings(): readonly Finding[];
}

/** Rule E06: rows whose only type of exploitation is `other`. */
export function otherOnlyTally(sources: RowSources): FileTally {
  const types = sources.take('exploitation_type');
  const perSet: number[] = [];
  let all = 0;
  return {
    add(rows) {
      const codes = types.codes();
      for (let row = 0; row < rows; row++) {
        const code = codes[row] as number;
        perSet[code] = (perSet[code] ?? 0) + 1;
      }
      all += rows;
    },
    findings() {
      const other = perSet.reduce((sum, count, code) => (types.set(code).join() === 'other' ? sum + count : sum), 0);
      const percent = Math.floor((100 * other) / Math.max(1, all));
      return other * 5 > all
        ? [{ code: 'E06', severity: 'warn', row: null, variable: 'exploitation_type', args: { percent } }]
        : [];
    },
  };
}

/** Rule Q04: for each country of exploitation, the share of records whose country is a proxy. */
export function proxyTally(sources: RowSources): FileTally {
  const country = sources.take('country_of_exploitation');
  const basis = sources.take('country_of_exploitation_basis');
  const counts = new Map<number, number>();
  return {
    add(rows) {
      const countries = country.codes();
      const bases = basis.codes();
      for (let row = 0; row < rows; row++) {
        const pair = (countries[row] as number) * pairs + (bases[row] as number);
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    },
    findings: () => proxyFindings(counts, country, basis),
  };
}

const pairs = 4096;

function proxyFindings(counts: ReadonlyMap<number, number>, country: RowSource, basis: RowSource): readonly Finding[] {
  const shares = new Map<string, { all: number; proxies: number }>();
  for (const [pair, count] of counts) {
    const place = country.cell(Math.floor(pair / pairs));
    const how = basis.cell(pair % pairs);
    if (isMissing(place) || isMissing(how)) continue;
    const share = shares.get(place) ?? { all: 0, proxies: 0 };
    share.all += count;
    if (how !== 'stated') share.proxies += count;
    shares.set(place, share);
  }
  return [...shares]
    .filter(([, { proxies }]) => proxies > 0)
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([place, { all, proxies }]) => ({
      code: 'Q04',
      severity: 'note',
      row: null,
      variable: 'country_of_exploitation',
      args: { country: place, percent: Math.max(1, Math.round((100 * proxies) / all)) },
    }));
}
