// Check 2 as a hostile reader would go about it: what is withheld is sought by every way around it. Protected tables are noisy
// and public in full, each cell with its interval and flag, so what may be found is never more than they say: no way leads
// to a number precise enough to have been shown.
import type { Figure, FigureSource } from '@casebridge/figures/types';
import { type Answers, answersFrom, type Query, shareInterval, withheldBecause } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { middleOf, widestMean } from '../../packages/figures/src/reading/mean.ts';
import { ratio } from '../../packages/figures/src/reading/publishable.ts';
import { loadAssets } from '../../packages/portal/src/bake/assets.ts';
import { numbersOf, printedTexts } from '../../packages/portal/src/bake/printed-numbers.ts';
import type { SiteFile } from '../../packages/portal/src/bake/room-set.ts';
import { siteFiles } from '../../packages/portal/src/bake/site-pages.ts';
import { exploreTables } from '../../packages/portal/src/explore/explore-tables.ts';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { leastInSd, noiseOf } from '../../packages/portal/src/map/map-layers.ts';
import { type ReleaseView, viewRelease } from '../../packages/portal/src/model/release-view.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';

const views = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
const [older, newest] = views as [ReleaseView, ReleaseView];
const site = { ...readSiteFile(), languages: ['en'], defaultLanguage: 'en' };
let files: readonly SiteFile[];
let altered: readonly SiteFile[];
const contentOf = async (all: readonly SiteFile[], path: string) =>
  String(await all.find((file) => file.path === path)?.content());

beforeAll(async () => {
  const { assets } = await loadAssets(site);
  files = siteFiles({ site, assets, releases: views });
  altered = siteFiles({ site, assets, releases: [older, { ...newest, answers: otherwise(newest.answers) }] });
}, 60_000);

interface Withheld {
  readonly view: ReleaseView;
  readonly figure: Figure;
  readonly source: FigureSource;
}
const withheldOf = (unit: Figure['unit']) =>
  views.flatMap((view) =>
    view.bundle.figures.flatMap((figure): Withheld[] =>
      figure.value === null && figure.source && figure.unit === unit ? [{ view, figure, source: figure.source }] : [],
    ),
  );
const withheld = withheldOf('share');
const means = withheldOf('years');

type Where = FigureSource['base'];
interface Found {
  readonly value: number;
  readonly base: number;
  readonly reason: ReturnType<typeof withheldBecause>;
}

// A share by way of one table, or of cells to add and to take away.
function shareBy(answers: Answers, source: FigureSource, selections: (where: Where) => Query['selections']): Found {
  const query = (where: Where): Query => ({ cohorts: source.cohorts, selections: selections(where) });
  const [asked, within] = [query(source.numerator), query(source.base)];
  const [x, n] = [answers.combine(asked), answers.combine(within)];
  const interval = shareInterval(x, n, answers.covariance(asked, within));
  return { value: x.value / n.value, base: n.value, reason: withheldBecause(n, interval) };
}

const own = ({ view, source }: Withheld) =>
  shareBy(view.answers, source, (where) => [
    { table: where === source.base ? (source.baseTable ?? source.table) : source.table, where },
  ]);

const duration = 'duration_years';

// A mean by way of one table, or of cells to add and to take away: what it comes to, and why it may not be shown.
function meanBy(answers: Answers, source: FigureSource, selections: (where: Where) => Query['selections']) {
  const { cohorts, base } = source;
  const bands = [base[duration] ?? []].flat();
  const asked: Query = {
    cohorts,
    selections: bands.flatMap((band) =>
      selections({ ...base, [duration]: band }).map((each) => ({
        ...each,
        weight: (each.weight ?? 1) * middleOf(band),
      })),
    ),
  };
  const within: Query = { cohorts, selections: selections(base) };
  const [x, n] = [answers.combine(asked), answers.combine(within)];
  const range = { low: middleOf(bands[0] ?? ''), high: middleOf(bands.at(-1) ?? '') };
  const read = ratio(x, n, answers.covariance(asked, within), range, widestMean);
  return { value: x.value / n.value, reason: typeof read === 'string' ? read : null };
}

const ownMean = ({ view, source }: Withheld) =>
  meanBy(view.answers, source, (where) => [{ table: source.table, where }]);

// The variable whose answers the share is about.
function questionOf({ source: { numerator, base } }: Withheld): string {
  const [id = ''] = Object.keys(numerator).filter((each) => base[each]?.toString() !== numerator[each]?.toString());
  return id;
}

describe('a withheld share, sought by way of what is published', () => {
  it('is there to be sought, in both releases', () => {
    for (const view of views) expect(withheld.filter((each) => each.view === view).length).toBeGreaterThan(20);
  });

  it('stays withheld by the same rule from its own cells', () => {
    for (const each of withheld) expect(own(each).reason, each.figure.id).toBe(each.figure.withheld);
  });

  it('stays withheld as all the rest taken from the whole, in every direction', () => {
    let tried = 0;
    for (const each of withheld) {
      const { answers } = each.view;
      for (const variable of each.source.table) {
        const fixed = each.source.base[variable];
        const codes = fixed === undefined ? [] : [fixed].flat();
        const rest = (answers.domains[variable] ?? []).filter((code) => !codes.includes(code));
        // The numerator says this variable's code itself where it is the question: what is left is then not the whole.
        if (
          codes.length === 0 ||
          rest.length === 0 ||
          each.source.numerator[variable]?.toString() !== fixed?.toString()
        )
          continue;
        const table = each.source.table;
        const found = shareBy(answers, each.source, ({ [variable]: _, ...where }) => [
          { table, where },
          { table, where: { ...where, [variable]: rest }, weight: -1 },
        ]);
        tried++;
        expect(found.value, each.figure.id).toBeCloseTo(own(each).value, 6);
        expect(found.reason, `${each.figure.id} by ${variable}`).not.toBeNull();
      }
    }
    expect(tried).toBeGreaterThan(20);
  });

  it('stays withheld as what the other answers leave, where each record has one answer', () => {
    let tried = 0;
    for (const each of withheld.filter(({ view, figure }) => view.composition(figure).length > 1)) {
      const question = questionOf(each);
      const codes = [each.source.numerator[question] ?? []].flat();
      const others = [each.source.base[question] ?? []].flat().filter((code) => !codes.includes(code));
      if (others.length === 0) continue;
      tried++;
      const numerator = { ...each.source.numerator, [question]: others };
      const left = own({ ...each, source: { ...each.source, numerator } });
      expect(1 - left.value, each.figure.id).toBeCloseTo(own(each).value, 6);
      expect(left.reason, each.figure.id).not.toBeNull();
    }
    expect(tried).toBeGreaterThan(20);
  });

  it('is no better known from two releases: what both measured is one measurement', () => {
    let both = 0;
    for (const each of withheld.filter(({ view }) => view === newest)) {
      const before = older.figure(each.figure.id);
      if (!before?.source || before.source.cohorts.join() !== each.source.cohorts.join()) continue;
      both++;
      expect(before.value, each.figure.id).toBeNull();
      expect(own({ view: older, figure: before, source: before.source }).value).toBeCloseTo(own(each).value, 9);
    }
    expect(both).toBeGreaterThan(10);
  });

  it('is null in the explorer’s tables, with its reason', () => {
    const tables = exploreTables(newest);
    let seen = 0;
    for (const { figure, source } of withheld.filter(({ view }) => view === newest)) {
      const key = [...tables.keys()].find((each) => each.split('~').sort().join() === [...source.table].sort().join());
      const table = key === undefined ? undefined : tables.get(key);
      const year = table?.periods[figure.period];
      const question = questionOf({ view: newest, figure, source });
      if (!table || !year) continue;
      const where: Where = { ...source.base, ...source.numerator };
      let place = 0;
      for (const id of table.variables) {
        const codes = newest.answers.domains[id] ?? [];
        place = place * codes.length + codes.indexOf([where[id] ?? ''].flat()[0] ?? '');
      }
      const at = table.variables.indexOf(question) * year.count.length + place;
      if ([source.numerator[question] ?? ''].flat().length > 1) continue;
      seen++;
      expect([year.share[at], year.shareLow[at], year.shareHigh[at]], figure.id).toEqual([null, null, null]);
      expect(year.shareWhy[at], figure.id).toMatch(/[bwnc]/);
    }
    expect(seen).toBeGreaterThan(5);
  });
});

describe('a withheld mean, sought by way of what is published', () => {
  it('stays withheld by the same rule from its own cells, and as the rest taken from the whole', () => {
    let tried = 0;
    for (const each of means) {
      const { view, figure, source } = each;
      const itself = ownMean(each);
      expect(itself.reason, figure.id).toBe(figure.withheld);
      for (const variable of source.table.filter((id) => id !== duration)) {
        const codes = [source.base[variable] ?? []].flat();
        const rest = (view.answers.domains[variable] ?? []).filter((code) => !codes.includes(code));
        if (codes.length === 0 || rest.length === 0) continue;
        const { table } = source;
        const found = meanBy(view.answers, source, ({ [variable]: _, ...where }) => [
          { table, where },
          { table, where: { ...where, [variable]: rest }, weight: -1 },
        ]);
        tried++;
        expect(found.value, figure.id).toBeCloseTo(itself.value, 6);
        expect(found.reason, `${figure.id} by ${variable}`).not.toBeNull();
      }
    }
    expect(tried).toBeGreaterThan(20);
  });
});

describe('a withheld number, sought in files', () => {
  it('is in no table, picture, list, frame or file for programs: neither as printed nor to three digits', async () => {
    const figures = [...withheld, ...means].filter(({ view }) => view === newest);
    const regions = [...new Set(figures.flatMap(({ figure }) => figure.place?.region ?? []))].slice(0, 1);
    const names = figures.map(({ figure }) => figure.id.split('#')[0] ?? '');
    const ofRegion = regions.map((region) => new RegExp(`^en/places/${region}/|^pocket/${region}\\.en`));
    const ofFigure = (path: string) => names.some((name) => path.includes(`/${name}.`) || path.includes(`/${name}/`));
    const wanted = files.filter(
      ({ path }) =>
        ofRegion.some((each) => each.test(path)) || ofFigure(path) || /^data\/\w+\/figures\.(?:csv|json)$/.test(path),
    );
    expect(wanted.length).toBeGreaterThan(20);
    const shownAs = (each: Withheld) => (each.figure.unit === 'share' ? own(each) : ownMean(each)).value;
    const secrets = figures.map((each) => ({ id: each.figure.id, unit: each.figure.unit, value: shownAs(each) }));
    let looked = 0;
    for (const { path, content } of wanted) {
      const text = String(await content());
      if (path.endsWith('.html')) {
        const page = parseHTML(text).document;
        for (const row of page.querySelectorAll('tr[data-figure], li[data-figure], article[data-figure]')) {
          const figure = newest.figure(row.getAttribute('data-figure') ?? '');
          if (figure?.value !== null) continue;
          looked++;
          const beside = numbersOf(row.querySelector('.num.strong, .number, .big')?.textContent ?? '');
          expect(beside, `${path} ${figure.id}`).toEqual([]);
        }
        for (const { names: own, text: printed } of printedTexts(text)) {
          const secret = secrets.find(({ id }) => id === own);
          if (!secret) continue;
          const said = secret.unit === 'share' ? `${(secret.value * 100).toFixed(1)}%` : secret.value.toFixed(1);
          expect(printed.match(/[\d.,]+%?/g) ?? [], `${path} ${own}`).not.toContain(said);
        }
      }
      for (const line of text.split('\n')) {
        const secret = secrets.find(({ id, value }) => value > 0.001 && value < 26 && line.includes(`${id},`));
        if (!secret) continue;
        looked++;
        expect(line, path).not.toContain(secret.value.toFixed(9).replace(/0+$/, '').slice(0, 6));
      }
    }
    expect(looked).toBeGreaterThan(10);
  });
});

/** Tables in which every count that a map does not show is another one, as far as it stays one that is not shown. */
function otherwise(answers: Answers): Answers {
  return {
    ...answers,
    table(set, cohorts) {
      const table = answers.table(set, cohorts);
      const codes = answers.domains[set[0] ?? ''] ?? [];
      if (set.length !== 1 || !/^country_/.test(set[0] ?? '')) return table;
      const estimate = Float64Array.from(table.estimate);
      const isPlace = (at: number) => codes[at]?.startsWith('?') === false;
      if (noiseOf(table) >= 0.3) {
        const places = [...estimate.keys()].filter(isPlace);
        places.forEach((at, n) => {
          estimate[at] = table.estimate[places[places.length - 1 - n] ?? at] ?? 0;
        });
      } else {
        let more = 0;
        estimate.forEach((value, at) => {
          const sd = table.sd[at] ?? 0;
          if (isPlace(at) && value < leastInSd * sd) estimate[at] = sd * (more++ % 2 === 0 ? 3.4 : -2);
        });
      }
      return { ...table, estimate };
    },
  };
}

describe('a count that a map does not show, sought in the map', () => {
  it.each(['identified-countries/2015', 'origin-countries/2015', 'identified-countries/2010'])(
    'changes nothing when it is another: no class, no end of a scale, no size, no order, no name: %s',
    async (name) => {
      const path = `en/map/${name === 'identified-countries/2015' ? '' : `${name}/`}index.html`;
      const [map, other] = [await contentOf(files, path), await contentOf(altered, path)];
      expect(map.length).toBeGreaterThan(10_000);
      expect(other).toBe(map);
    },
  );
});
