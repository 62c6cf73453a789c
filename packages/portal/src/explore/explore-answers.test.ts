import { parseCsv, publishedTables, tablesJsonStat } from '@casebridge/bundle';
import { answersFrom } from '@casebridge/privacy/results';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../components/page.ts';
import { withSyntheticRecords } from '../fixture-synthesis.ts';
import { type ReleaseView, viewRelease } from '../model/release-view.ts';
import { openFixture } from '../open-data/open-fixture.ts';
import { exploreIndex } from '../rooms/explore.tsx';
import { formatIn } from '../text/format.ts';
import { answerRows, cellsOn, rowsCsv, rowsJson } from './answer-rows.ts';
import { type BakedRecords, bakeRecords } from './bake-records.ts';
import { tablesInside, withBounds } from './bounds.ts';
import { unpackColumns } from './column-file.ts';
import { exploreTables } from './explore-tables.ts';
import { fidelityOf } from './fidelity.ts';
import { nearestAnswers } from './nearest-answers.ts';
import { recordsDesk } from './records-desk.ts';
import { sliceOf, wholeColumn } from './slice.ts';
import { answerable, tableKey, variablesOf } from './sources.ts';
import { readState, writeState } from './state.ts';
import { syntheticTable } from './synthetic-table.ts';
import type { ExploreIndex, ExploreState, ExploreTable } from './types.ts';
import { cellText } from './wording.ts';

let view: ReleaseView;
let words: Edition['words'];
let baked: BakedRecords;
let index: ExploreIndex;
let ask: ReturnType<typeof recordsDesk>;
let tables: ReadonlyMap<string, ExploreTable>;

beforeAll(async () => {
  const fixture = openFixture();
  const { file } = fixture.view.bundle;
  const { bundle } = withSyntheticRecords({
    bundle: fixture.view.bundle,
    source: { list: async () => [], read: file },
  });
  view = viewRelease(bundle, answersFrom(bundle.measurements));
  words = fixture.edition('en').words;
  const found = await bakeRecords(view);
  if (!found) throw new Error('the fixture has synthetic records');
  baked = found;
  tables = exploreTables(view);
  index = exploreIndex({ ...fixture.edition('en'), view }, tables, baked.index);
  ask = recordsDesk(async () => baked.bytes);
  await ask({ kind: 'open', id: 0, address: '' });
}, 120_000);

async function tableOf(state: ExploreState): Promise<{ source: 'published' | 'synthetic'; table: ExploreTable }> {
  const source = answerable(index, state);
  if (source?.kind === 'published') return { source: 'published', table: tables.get(source.key) as ExploreTable };
  const answer = await ask({
    kind: 'table',
    id: 1,
    variables: [state.variable, ...(state.by === null ? [] : [state.by])],
    where: Object.fromEntries(state.filters.map(({ variable, code }) => [variable, code])),
  });
  if (answer.kind !== 'table') throw new Error(JSON.stringify(answer));
  const counted = syntheticTable(index.release, answer.table, index.example);
  const inside = tablesInside(index, variablesOf(state)).map((key) => tables.get(key) as ExploreTable);
  return { source: 'synthetic', table: withBounds(index, counted, state.filters, inside) };
}

const stateOf = (query: string) => readState(index, new URLSearchParams(query));

describe('bakeRecords', () => {
  it('keeps every record of the published years, marked as nobody’s and as an example', async () => {
    const records = unpackColumns(baked.bytes);
    expect(records.kind).toBe('synthetic record, not a person');
    expect(records.note).toMatch(/not real/);
    expect(records.rows).toBe(7 * 1500);
    expect(baked.index.file).toMatch(/^records\.[0-9a-f]{16}\.bin$/);
    expect(records.columns[0]?.id).toBe('period');
    const csv = parseCsv(new TextDecoder().decode(await view.bundle.file('data/synthetic.csv')));
    const at = csv[0]?.indexOf('sex_or_gender') ?? -1;
    const sex = records.columns.find(({ id }) => id === 'sex_or_gender');
    const female = sex?.codes.indexOf('female') ?? -1;
    expect(sex?.values.filter((code) => code === female).length).toBe(csv.filter((row) => row[at] === 'female').length);
  });
});

describe('a filtered cross-tab', () => {
  it('counts the rows of the signed file', async () => {
    const { state, problems } = stateOf(
      'v=purpose_summary&by=sex_or_gender&is.trafficking_scope=internal&year=2014&show=count',
    );
    expect(problems).toEqual([]);
    const { source, table } = await tableOf(state);
    expect(source).toBe('synthetic');
    const [head = [], ...rows] = parseCsv(new TextDecoder().decode(await view.bundle.file('data/synthetic.csv')));
    const has = (row: readonly string[], id: string, code: string) => row[head.indexOf(id)] === code;
    for (const cell of cellsOn(sliceOf(index, table, state))) {
      const wanted = rows.filter(
        (row) =>
          has(row, 'period', '2014') &&
          has(row, 'trafficking_scope', 'internal') &&
          has(row, 'purpose_summary', cell.row) &&
          has(row, 'sex_or_gender', cell.column),
      );
      expect(cell.value).toBe(wanted.length);
    }
  });
});

describe('any state', () => {
  it('has the same table on the page, in CSV and in JSON', async () => {
    const ids = index.variables.map(({ id }) => id);
    const anyQuery = fc.record({
      v: fc.constantFrom(...ids),
      by: fc.constantFrom(...ids),
      filter: fc.constantFrom(...ids),
      year: fc.constantFrom('2015', '2013-2014', '2012-', 'last', 'last-2'),
      show: fc.constantFrom('share', 'count'),
    });
    await fc.assert(
      fc.asyncProperty(anyQuery, async ({ v, by, filter, year, show }) => {
        const code = index.variables.find(({ id }) => id === filter)?.codes[0]?.code ?? '';
        const { state } = stateOf(`v=${v}&by=${by}&is.${filter}=${encodeURIComponent(code)}&year=${year}&show=${show}`);
        const { source, table } = await tableOf(state);
        const slice = sliceOf(index, table, state);
        const rows = answerRows(index, state, slice, source);
        const [head = [], ...lines] = parseCsv(rowsCsv(rows));
        const json = JSON.parse(rowsJson(index, state, 'title', rows)) as { state: string; rows: typeof rows };
        const cells = cellsOn(slice);
        expect(lines.length).toBe(cells.length);
        cells.forEach((cell, at) => {
          const line = Object.fromEntries(head.map((name, place) => [name, lines[at]?.[place]]));
          expect(line.value).toBe(cell.value === null ? '' : String(cell.value));
          expect(line.status).toBe(cell.reason ?? 'ok');
          expect([line[state.variable], line.period]).toEqual([cell.row, cell.period]);
          expect(json.rows[at]?.value).toBe(cell.value);
          expect(line.source).toBe(source === 'published' ? 'published table' : 'synthetic records, not persons');
          expect(line.example).toMatch(/not real/);
          expect(line.support !== undefined && line['error is'] !== undefined).toBe(source === 'synthetic');
          // Every number has its range, also in files.
          if (cell.value !== null) {
            expect(cell.low).toBeLessThanOrEqual(cell.value);
            expect(cell.high).toBeGreaterThanOrEqual(cell.value);
            expect([line.lower, line.upper]).toEqual([String(cell.low), String(cell.high)]);
          }
          // A blank has its reason.
          if (cell.value === null) expect(cell.reason).not.toBeNull();
        });
        expect(json.state).toBe(`explore/?${writeState(state)}`);
        expect(writeState(stateOf(json.state.split('?').slice(1).join('?')).state)).toBe(writeState(state));
      }),
      { numRuns: 60 },
    );
  });
});

describe('a blank cell', () => {
  it('leads to published tables that are there', () => {
    const { state } = stateOf('v=region_of_identification&year=2015&show=share');
    const table = tables.get('region_of_identification') as ExploreTable;
    const cell = {
      ...sliceOf(index, table, state).cell('OCE', '*'),
      value: null,
      reason: 'interval_too_wide' as const,
    };
    const near = nearestAnswers(index, table, state, cell);
    expect(near.map(({ kind }) => kind)).toContain('count');
    for (const { state: next } of near) expect(answerable(index, next)?.kind).toBe('published');
  });
});

describe('a region without a contributor', () => {
  it('has no share, and says that nobody worked there', () => {
    const { bundle, answers } = view;
    const [river] = bundle.coverage.contributors;
    if (!river) throw new Error('the fixture has contributors');
    const variables = bundle.codebook.variables.filter(({ id }) => id === 'region_of_identification');
    const alone = { ...river, countries: { '2015': ['ALB', 'KHM'] } };
    const partial = { ...bundle, codebook: { ...bundle.codebook, variables }, coverage: { contributors: [alone] } };
    const year = (period: string) =>
      exploreTables(viewRelease(partial, answers)).get('region_of_identification')?.periods[period];
    const codes = answers.domains.region_of_identification ?? [];
    const letters = (period: string) =>
      Object.fromEntries(codes.map((code, at) => [code, year(period)?.shareWhy.charAt(at)]));
    expect(letters('2015')).toMatchObject({ EUR: '.', ESEA: '.', MENA: 'c', SSA: 'c', '?unknown': '-' });
    // Where nobody declares countries, nothing is said of regions.
    expect(letters('2014')).toMatchObject({ EUR: '.', MENA: '.' });
  });
});

describe('the explorer’s numbers', () => {
  it('are those of JSON-stat, cell by cell, in every table that is published as it is and in every year', () => {
    interface DataSet {
      readonly id: readonly string[];
      readonly size: readonly number[];
      readonly dimension: Readonly<Record<string, { readonly category: { readonly index: readonly string[] } }>>;
      readonly value: readonly number[];
    }
    const { bundle, answers } = view;
    const sets = answers.tables.filter((set) => tables.has(tableKey(index, set)));
    expect(sets.length).toBeGreaterThan(5);
    const file = {
      tables: [...publishedTables({ ...answers, tables: sets }, bundle.measurements.structuralZeros)],
      domains: answers.domains,
      codebook: bundle.codebook,
      title: bundle.manifest.title,
      language: 'en',
      exampleNote: null,
    };
    const text = new TextDecoder().decode(tablesJsonStat(file));
    const { link } = JSON.parse(text) as { readonly link: { readonly item: readonly DataSet[] } };
    let checked = 0;
    for (const { id, size, dimension, value } of link.item) {
      const variables = id.slice(1, -1);
      const table = tables.get(tableKey(index, variables));
      const codes = id.map((each) => dimension[each]?.category.index ?? []);
      const statistics = codes.at(-1) ?? [];
      for (const [year, counts] of Object.entries(table?.periods ?? {})) {
        counts.count.forEach((count, cell) => {
          // The explorer's axes are in its own order.
          let rest = cell;
          const at = new Map<string, number>();
          for (const own of [...(table?.variables ?? [])].reverse()) {
            const length = answers.domains[own]?.length ?? 1;
            at.set(own, rest % length);
            rest = Math.floor(rest / length);
          }
          const position = variables.reduce(
            (place, own, axis) => place * (size[axis + 1] ?? 1) + (at.get(own) ?? 0),
            codes[0]?.indexOf(year) ?? -1,
          );
          const told = (name: string) => value[position * statistics.length + statistics.indexOf(name)] ?? Number.NaN;
          checked++;
          expect(count, `${variables.join()} ${year} ${cell}`).toBe(Math.max(0, Math.round(told('estimate'))));
          if (counts.low[cell] !== null) expect(Math.abs((counts.low[cell] ?? 0) - told('lower'))).toBeLessThan(0.51);
          if (counts.high[cell] !== null) expect(Math.abs((counts.high[cell] ?? 0) - told('upper'))).toBeLessThan(0.51);
        });
      }
    }
    expect(checked).toBeGreaterThan(1000);
  });
});

describe('a share that is a figure too', () => {
  it('is the figure’s in every digit that is printed, with its interval, base and unknown share', () => {
    const format = formatIn(words);
    let checked = 0;
    for (const figure of view.bundle.figures) {
      const { numerator, base } = figure.source ?? {};
      if (figure.unit !== 'share' || figure.value === null || !numerator || !base) continue;
      const codesOf = (id: string) => index.variables.find((entry) => entry.id === id)?.codes ?? [];
      const known = (id: string) => codesOf(id).flatMap(({ code, missing }) => (missing ? [] : [code]));
      const [variable] = Object.keys(numerator).filter((id) => String(known(id)) === String(base[id]));
      const ids = Object.keys({ ...base, ...numerator });
      const key = tableKey(index, ids);
      // Questions that the explorer cannot put: several answers together, or more variables than it has tables of.
      if (variable === undefined || Object.values(numerator).some(({ length }) => length !== 1)) continue;
      if (key.split('~').length !== ids.length || !tables.has(key)) continue;
      const state: ExploreState = {
        variable,
        by: null,
        filters: ids.flatMap((id) => (id === variable ? [] : [{ variable: id, code: numerator[id]?.[0] ?? '' }])),
        years: { mode: 'freeze', from: figure.period, to: figure.period },
        view: 'bar',
        measure: 'share',
        within: null,
      };
      const slice = sliceOf(index, tables.get(key) as ExploreTable, state);
      const cell = slice.cell(numerator[variable]?.[0] ?? '', wholeColumn);
      // Where nobody worked or asked, the explorer says so in place of a share of noise.
      if (cell.reason === 'no_contributor' || cell.reason === 'not_collected') continue;
      expect(cellText(index, state, cell), figure.id).toBe(`${format.figure(figure)} (${format.interval(figure)})`);
      const own = slice.base(wholeColumn);
      expect(Math.abs((own?.value ?? 0) - (figure.base ?? 0)), figure.id).toBeLessThanOrEqual(0.5);
      expect(Math.abs((own?.unknown ?? -1) - (figure.unknown ?? -1)), figure.id).toBeLessThanOrEqual(1e-6);
      checked++;
    }
    expect(checked).toBeGreaterThan(100);
  });
});

describe('fidelityOf', () => {
  it('finds no distance between a table and itself, and warns of a table that is another', async () => {
    const { state } = stateOf('v=majority_at_registration&by=purpose_summary&year=2015');
    const { table } = await tableOf(state);
    expect(fidelityOf(index, state, table, table)).toMatchObject({ distance: 0, fit: true });
    const counts = await ask({
      kind: 'table',
      id: 2,
      variables: ['majority_at_registration', 'purpose_summary'],
      where: {},
    });
    if (counts.kind !== 'table') throw new Error('no counts');
    const own = fidelityOf(index, state, table, syntheticTable('r', counts.table, null));
    expect(own?.distance).toBeGreaterThan(0);
    expect(own?.distance).toBeLessThan(0.1);
    const turned = { ...counts.table, counts: Int32Array.from(counts.table.counts).reverse() };
    expect(fidelityOf(index, state, table, syntheticTable('r', turned, null))).toMatchObject({ fit: false });
  });
});
