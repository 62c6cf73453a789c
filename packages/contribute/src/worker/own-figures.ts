// A contributor's own figures from its own records, as the public ones are made: the same registry, the same rules for what
// is too small to say. The counts are exact and stay in the page; a release adds noise to everybody's together.
import { buildFigures, familyLabel, figureTables, speaks } from '@casebridge/figures';
import type { Figure } from '@casebridge/figures/types';
import { exactAnswers } from '@casebridge/privacy/results';
import {
  type ColumnCoder,
  columnCoder,
  columnOf,
  defaultGrouping,
  domainOf,
  type RecordBlock,
} from '@casebridge/standard';

/** One public figure as the contributor's own records give it. */
export interface OwnFigure {
  readonly id: string;
  readonly label: string;
  readonly unit: Figure['unit'];
  /** At public precision: a share to the whole per cent, records to the nearest five, years to one decimal. Null: see `withheld`. */
  readonly value: number | null;
  readonly withheld: Figure['withheld'];
  /** Records it is a share or mean of, to the nearest five. */
  readonly base: number | null;
  /** Share of records whose answer is not known, to the whole per cent. */
  readonly unknown: number | null;
}

export interface YearOfFigures {
  readonly year: string;
  readonly figures: readonly OwnFigure[];
}

/** Counts records into the tables that figures are read from, block by block. */
export interface OwnFigures {
  readonly add: (block: RecordBlock) => void;
  /** Figures of each year that has records, the newest year first. */
  readonly years: (language: string) => readonly YearOfFigures[];
}

/** Opens an empty count. */
export function ownFigures(grouping: string = defaultGrouping): OwnFigures {
  const tables = figureTables({ setApart: null, places: false, split: false, grouping });
  const ids = [...new Set(tables.flatMap(({ set }) => set))].sort();
  const domains = Object.fromEntries(ids.map((id) => [id, domainOf(id, grouping)]));
  const sets = tables.map(({ set }) => [...set].sort());
  const none = { grouping, heldBackCountries: new Set<string>(), heldBackVariables: new Set<string>() };
  const coders = new Map(ids.map((id) => [id, columnCoder(id, domains[id] ?? [], none)] as const));
  const counts = new Map<string, readonly Float64Array[]>();
  const sizeOf = (set: readonly string[]) => set.reduce((cells, id) => cells * (domains[id]?.length ?? 1), 1);

  return {
    add(block) {
      const years = columnOf(block, 'registration_year');
      if (!years) return;
      const coded = new Map(
        [...coders].map(([id, coder]: readonly [string, ColumnCoder]) => [id, coder(block)] as const),
      );
      for (let row = 0; row < block.rows; row++) {
        const year = years.dictionary[years.codes[row] as number] ?? '';
        if (!/^\d{4}$/.test(year)) continue;
        let own = counts.get(year);
        if (!own) {
          own = sets.map((set) => new Float64Array(sizeOf(set)));
          counts.set(year, own);
        }
        for (const [at, set] of sets.entries()) {
          let cell = 0;
          for (const id of set) cell = cell * (domains[id]?.length ?? 1) + (coded.get(id)?.[row] as number);
          const cells = own[at] as Float64Array;
          cells[cell] = (cells[cell] as number) + 1;
        }
      }
    },
    years(language) {
      const periods = [...counts.keys()].sort();
      const figures = buildFigures({
        answers: exactAnswers({
          domains,
          tables: sets,
          cohorts: periods.map((period) => ({ id: period, period, batch: 1, late: false })),
          marginals: [...counts].flatMap(([cohort, own]) =>
            sets.map((set, at) => ({ cohort, set, cells: own[at] as Float64Array })),
          ),
        }),
        coverage: { contributors: [] },
        periods,
        setApart: null,
        grouping,
        release: { id: 'own', sequence: 0, date: '1970-01-01', status: 'provisional' },
        protection: { epsilon: 0, delta: 0, unit: 'record' },
        languages: [],
        example: false,
        places: false,
      }).filter(({ protection, withheld }) => protection !== 'declared' && withheld !== 'not_collected');
      const spoken = speaks(language) ? language : 'en';
      return periods
        .map((year) => ({
          year,
          figures: figures.filter(({ period }) => period === year).map((figure) => ownFigure(figure, spoken, grouping)),
        }))
        .reverse();
    },
  };
}

const nearest = 5;

function ownFigure(
  { id, family, unit, value, withheld, base, unknown }: Figure,
  language: string,
  grouping: string,
): OwnFigure {
  return {
    id,
    label: familyLabel(family, language, grouping),
    unit,
    value: value === null ? null : atPublicPrecision(value, unit),
    withheld,
    base: base === null ? null : Math.round(base / nearest) * nearest,
    unknown: unknown === null ? null : Math.round(unknown * 100) / 100,
  };
}

function atPublicPrecision(value: number, unit: Figure['unit']): number {
  if (unit === 'share' || unit === 'change') return Math.round(value * 100) / 100;
  if (unit === 'years') return Math.round(value * 10) / 10;
  return Math.round(value / nearest) * nearest;
}
