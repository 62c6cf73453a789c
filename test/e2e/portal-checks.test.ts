import { answersFrom, countInterval } from '@casebridge/privacy/results';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '../../packages/portal/src/bake/assets.ts';
import type { SiteFile } from '../../packages/portal/src/bake/room-set.ts';
import { siteFiles } from '../../packages/portal/src/bake/site-pages.ts';
import { signs } from '../../packages/portal/src/components/marks.tsx';
import { fixtureReleases } from '../../packages/portal/src/fixture.ts';
import { type ReleaseView, viewRelease } from '../../packages/portal/src/model/release-view.ts';
import { readSiteFile } from '../../packages/portal/src/site/site-file.ts';
import { openCatalogue } from '../../packages/portal/src/text/catalogue.ts';
import { formatIn } from '../../packages/portal/src/text/format.ts';
import { numbersIn, unexplained } from './number-provenance.ts';

/** Pages whose numbers are all of figures, of cells of published tables or of named parts of the bundle, but for the texts listed. */
const ofFigures =
  /^en\/(?:figures|places|topics|report|changes|press|stories|explore|map|compare(?=\/index)|data\/missingness)\//;

/** Texts with numbers of their own, each looked at: what they print and why it is no cell. */
const reviewed: readonly RegExp[] = [
  /95%|100%|of 100 cases|under 1 MB/, // the level of intervals, the ends of a scale, a promise about size
  /\breleases? \d+/i, // the number of a release
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/,
  /^[a-z2-7]{20}$/, // a release's identifier
  /^\d{1,3}$/, // numbering of a report's statements; counts of moves in the list of changes
  /version \d/, // of the record standard
  /^Durations are published in completed years/, // how a mean is read, in years
  /overall cannot come about/, // arithmetic on the announcement's own shares
  /\d+ (?:figures|numbers of this report|smaller moves|group|organisations)/, // counts of what stands on the page
  /records whose answer is known/, // the note under tables
  /in \d+ countr(?:y|ies) of \d+|Countries reached, of|contributors at work|\(contributor-\d+\)/, // coverage statements
  /^(?:under \d+|\d+ to under \d+|\d+ or more)$/, // classes of a map
  /\(\d+\)$|^Contributors at work: \d+ countr/, // how many places a sign of the legend stands for; coverage statements
  /(?:^|: )(?:Child \(under 18\)|Adult \(18 or over\))/, // names of answers
  /have no known answer to/, // the explorer's note on what its table leaves out
  /were under 18 when they were registered/, // what a story means by children
  /Of whom\?/, // numbers of the announcement of 2016, restated in the report's questions about it
];

// A number as an axis writes it: round.
const tick = /^[-+−]?(?:\d*[05]%?|\d\.\d%|[1-9]0?,000|[1-9]0?0?,?000)$/;

const samples = 3;
let views: ReleaseView[];
const pages: { path: string; document: Document }[] = [];
let paths: { before: string[]; now: string[] };
let files: readonly SiteFile[];

beforeAll(async () => {
  const site = { ...readSiteFile(), languages: ['en'], defaultLanguage: 'en' };
  const { assets } = await loadAssets(site);
  views = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
  files = siteFiles({ site, assets, releases: views });
  const before = siteFiles({ site, assets, releases: views.slice(0, 1) });
  paths = { before: before.map(({ path }) => path), now: files.map(({ path }) => path) };
  const seen = new Map<string, number>();
  for (const { path, content } of files) {
    if (!path.startsWith('en/') || !path.endsWith('index.html')) continue;
    const [, room = '', second = ''] = path.split('/');
    // Figures by family's first word, so that every kind of figure is among the samples.
    const type = room === 'figures' ? `figures/${second.split('.')[0]}` : room;
    const count = seen.get(type) ?? 0;
    if (count >= samples) continue;
    seen.set(type, count + 1);
    pages.push({ path, document: parseHTML(String(await content())).document as unknown as Document });
  }
});

describe('check 1: every number on a page of figures is a figure or a cell of the release', () => {
  it('names its figure or table, or is one of the texts that were looked at', () => {
    const strange: string[] = [];
    const own = pages.filter(({ path }) => ofFigures.test(path));
    expect(own.length).toBeGreaterThan(15);
    for (const { path, document } of own) {
      for (const { text, figures, tabled, ignored } of numbersIn(document)) {
        if (ignored || tabled || figures.length > 0 || reviewed.some((known) => known.test(text))) continue;
        strange.push(`${path}: ${text.slice(0, 90)}`);
      }
    }
    expect(strange).toEqual([]);
  });

  it('prints what the figure says: value, interval, base, unknown share, bounds or parts', () => {
    const wrong: string[] = [];
    let checked = 0;
    for (const { path, document } of pages) {
      for (const { text, figures, ignored, drawn } of numbersIn(document)) {
        if (ignored || figures.length === 0) continue;
        // Ticks of axes.
        if (drawn && tick.test(text)) continue;
        const known = figures.flatMap((id) => views.flatMap((view) => view.figure(id) ?? []));
        checked++;
        for (const number of unexplained(text, known, views)) wrong.push(`${path}: ${number} in ${text.slice(0, 90)}`);
      }
    }
    expect(checked).toBeGreaterThan(1000);
    expect(wrong).toEqual([]);
  });

  it('prints what the table says in every row of a map’s table', async () => {
    const format = formatIn(openCatalogue('en'));
    const { answers } = views.at(-1) as ReleaseView;
    for (const [column, path] of [
      ['country_of_identification', 'en/map/identified-countries/2014/index.html'],
      ['country_of_origin', 'en/map/origin-countries/2013/index.html'],
    ] as const) {
      const { document } = parseHTML(String(await files.find((file) => file.path === path)?.content()));
      const [period = ''] = path.match(/\d{4}/) ?? [];
      const cohorts = answers.cohorts.flatMap((each) => (each.period === period && !each.late ? [each.id] : []));
      const { estimate, sd } = answers.table([column], cohorts);
      const rows = [...document.querySelectorAll(`table[data-table="${column}"] tr[data-row]`)];
      expect(rows.length).toBeGreaterThan(20);
      for (const row of rows) {
        const at = answers.domains[column]?.indexOf(row.getAttribute('data-row') ?? '') ?? -1;
        const [value = Number.NaN, noise = Number.NaN] = [estimate[at], sd[at]];
        const ends = countInterval({ value, variance: noise * noise });
        const [printed, interval] = row.querySelectorAll('td');
        expect(printed?.textContent, path).toBe(format.about(value));
        expect(interval?.textContent, path).toBe(format.range(...ends, 'records'));
      }
    }
  });

  it('would find a number that is not the figure’s', () => {
    const figure = views[1]?.figure('purpose.labour.2015');
    if (!figure) throw new Error('the fixture lacks its figure');
    expect(unexplained('about 99.7% in 2015', [figure], views)).toEqual(['99.7']);
  });
});

describe('check 2: a withheld number is nowhere on the page', () => {
  it('has a mark and a reason in its row, and no number', () => {
    let withheld = 0;
    for (const { document } of pages) {
      for (const row of document.querySelectorAll('tr[data-figure]')) {
        const figure = views.at(-1)?.figure(row.getAttribute('data-figure') ?? '');
        if (!figure || figure.value !== null || row.querySelectorAll('td').length < 3) continue;
        withheld++;
        const [value, interval] = row.querySelectorAll('td');
        expect(value?.querySelector('.mark')?.textContent).toBeTruthy();
        expect(`${value?.textContent}${interval?.textContent}`).not.toMatch(/\d/);
      }
    }
    expect(withheld).toBeGreaterThan(0);
  });
});

describe('check 2: a withheld number is in no file and nowhere to be read off', () => {
  it('is blank in the release’s file of figures, with its reason', async () => {
    const { bundle } = views.at(-1) as ReleaseView;
    const withheld = bundle.figures.filter(({ value }) => value === null);
    expect(withheld.length).toBeGreaterThan(0);
    const file = files.find(({ path }) => path === `data/${bundle.manifest.release}/figures.csv`);
    const [head = '', ...lines] = String(await file?.content()).split('\r\n');
    const names = head.replace('\ufeff', '').split(',');
    const rows = new Map(lines.map((line) => [line.split(',')[0], line.split(',')]));
    for (const { id, withheld: reason, interval, bounds } of withheld) {
      expect([interval, bounds], id).toEqual([null, null]);
      const of = (name: string) => rows.get(id)?.[names.indexOf(name)];
      expect(['value', 'lower', 'upper', 'bound_low', 'bound_high'].map(of), id).toEqual(Array(5).fill(''));
      expect(of('status'), id).toBe(reason);
    }
  });

  it('has no number in names, descriptions or tooltips of its row, and its row stands where the list has it', () => {
    const { figures } = (views.at(-1) as ReleaseView).bundle;
    const listed = new Map(figures.map(({ id }, at) => [id, at]));
    let seen = 0;
    for (const { path, document } of pages) {
      for (const table of document.querySelectorAll('table.figures')) {
        const rows = [...table.querySelectorAll('tr[data-figure]')];
        const own = rows.map((row) => figures[listed.get(row.getAttribute('data-figure') ?? '') ?? -1]);
        if (!own.some((figure) => figure?.value === null)) continue;
        seen++;
        rows.forEach((row, at) => {
          if (own[at]?.value !== null) return;
          const told = [row, ...row.querySelectorAll('*')].flatMap((element) =>
            ['title', 'aria-label', 'alt'].map((name) => element.getAttribute(name) ?? ''),
          );
          expect(told.join('').replaceAll(/\b(?:19|20)\d\d\b/g, ''), path).not.toMatch(/\d/);
        });
        // Rows of one question in one year: in the order of the code list, which no size can change.
        const families = new Set(own.map((figure) => `${figure?.family.split('.')[0]} ${figure?.period}`));
        const places = rows.map((row) => listed.get(row.getAttribute('data-figure') ?? '') ?? -1);
        if (families.size === 1) expect(places, path).toEqual([...places].sort((a, b) => a - b));
      }
    }
    expect(seen).toBeGreaterThan(0);
  });
});

describe('check 4: without script', () => {
  it('figure pages have value, table, sentences, notes and citation', () => {
    const own = pages.filter(({ path }) => views.at(-1)?.figure(path.split('/')[2] ?? ''));
    expect(own.length).toBeGreaterThan(5);
    for (const { path, document } of own) {
      for (const part of ['.big .number', 'table.figures', '[data-sentence]', '[data-cite]', '.parts dd']) {
        expect(`${path} ${part} ${document.querySelector(part)?.textContent?.trim() ?? ''}`).not.toMatch(/ $/);
      }
    }
  });
});

describe('check 8: nothing comes from another host', () => {
  it('loads only relative addresses', () => {
    for (const { path, document } of pages) {
      const loaded = [
        ...document.querySelectorAll('script[src], link[rel=stylesheet], link[rel=icon], img, iframe, source'),
      ];
      for (const element of loaded) {
        const address = element.getAttribute('src') ?? element.getAttribute('href') ?? '';
        expect(`${path} ${address}`).toMatch(/ (?:\.{1,2}\/|\/(?!\/)|data:)/);
      }
    }
  });
});

describe('check 9: blank, zero, withheld and unknown differ', () => {
  it('has a sign of its own for every reason, and no empty cell in a table of figures', () => {
    expect(new Set(Object.values(signs)).size).toBe(Object.keys(signs).length);
    for (const { path, document } of pages) {
      for (const cell of document.querySelectorAll('tr[data-figure] td:nth-child(2)')) {
        expect(`${path} ${cell.textContent?.trim()}`).not.toMatch(/ $/);
      }
    }
  });
});

describe('check 10: old addresses answer for ever', () => {
  it('has every page, every framed figure and every file at an address of the release before, or what replaced it', () => {
    const now = new Set(paths.now);
    // What the explorer and the comparison fetch for themselves is of the newest release; nobody is given those addresses.
    const inner = /^r\/\w+\/(?:explore|compare)\//;
    const lost = paths.before.filter((path) => !now.has(path) && !inner.test(path));
    expect(paths.before.length).toBeGreaterThan(500);
    for (const kind of ['.html', '.csv', '.json', '.svg', '.png', '.md', '.bib', '.sps']) {
      expect(
        paths.before.some((path) => path.endsWith(kind)),
        kind,
      ).toBe(true);
    }
    expect(lost).toEqual([]);
  });
});
