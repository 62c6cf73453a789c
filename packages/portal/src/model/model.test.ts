import { brotliCompressSync } from 'node:zlib';
import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { intervalBars } from '../charts/interval-bars.ts';
import { drawingDocument, svgText } from '../charts/studio.ts';
import { exploreTables } from '../explore/explore-tables.ts';
import { fixtureReleases } from '../fixture.ts';
import { openCatalogue } from '../text/catalogue.ts';
import { compareReleases } from './compare-releases.ts';
import { nameOf, regionName } from './figure-names.ts';
import { regionsOf, viewRelease } from './release-view.ts';
import { reportOf, reportParts } from './report.ts';

const [first, second] = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
if (!first || !second) throw new Error('the fixture has two releases');

describe('viewRelease', () => {
  it('finds figures by id, over the years and beside the other answers', () => {
    const figure = second.figure('purpose.labour.2015');
    expect(figure?.value).toBeGreaterThan(0.7);
    if (!figure) return;
    expect(second.series(figure).map(({ period }) => period)).toEqual(['2010', '2011', '2012', '2013', '2014', '2015']);
    expect(second.composition(figure).map(({ id }) => id)).toContain('purpose.sexual.2015');
    expect(second.citable.every(({ place }) => place === null)).toBe(true);
    expect(regionsOf(second)).toContain('EUR');
  });
});

describe('compareReleases', () => {
  it('tells new, unchanged and moved figures apart', () => {
    const comparison = compareReleases(first, second);
    expect(comparison.newPeriods).toEqual(['2015']);
    expect(comparison.addedCohorts).toEqual(['2014.2']);
    expect(comparison.added.some(({ id }) => id === 'victims.2015')).toBe(true);
    expect(comparison.moved.every(({ after }) => after.period === '2014')).toBe(true);
    expect(comparison.unchanged).toBeGreaterThan(300);
  });

  it('finds nothing moved between a release and itself', () => {
    expect(compareReleases(second, second)).toMatchObject({ moved: [], added: [], gone: [], newPeriods: [] });
  });
});

describe('reportOf', () => {
  it('answers every statement of the announcement for 2015, the agency beside the pool', () => {
    const sections = reportOf(second, '2015');
    expect(sections.map(({ key }) => key)).toEqual(reportParts.map(({ key }) => key));
    for (const { figures } of sections)
      for (const { pool, own } of figures) expect([pool, own]).not.toContain(undefined);
  });
});

describe('nameOf', () => {
  it('names every figure in every language without falling back to its id', () => {
    for (const language of ['en', 'fr', 'es', 'ar']) {
      const words = openCatalogue(language);
      const bare = second.citable.filter((figure) => nameOf(figure, 'iom_region_2015', words) === figure.family);
      expect(bare).toEqual([]);
    }
    expect(regionName('EUR', 'iom_region_2015', 'fr')).toBe('Europe');
  });
});

describe('exploreTables', () => {
  const tables = exploreTables(second);

  it('has every published variable alone and pairs that are published together', () => {
    expect([...tables.keys()]).toEqual(expect.arrayContaining(['purpose_summary', 'sex_or_gender']));
    const pair = [...tables.keys()].find(
      (key) => key.split('~').sort().join() === 'majority_at_registration,purpose_summary',
    );
    expect(pair).toBeDefined();
    expect(tables.has('purpose_summary~sex_or_gender') || tables.has('sex_or_gender~purpose_summary')).toBe(false);
  });

  it('marks an example in every file and keeps each below 50 KB on the wire', () => {
    for (const table of tables.values()) {
      expect(table.note).toMatch(/not real/i);
      expect(brotliCompressSync(JSON.stringify(table)).length).toBeLessThan(50_000);
    }
  });

  it('gives shares of known answers with intervals around them, and none for a missing reason', () => {
    const table = tables.get('sex_or_gender');
    const year = table?.periods['2015'];
    const domain = second.answers.domains.sex_or_gender ?? [];
    domain.forEach((code, at) => {
      const share = year?.share[at] ?? null;
      if (code.startsWith('?')) expect(share).toBeNull();
      else {
        expect(year?.shareLow[at]).toBeLessThanOrEqual(share as number);
        expect(year?.shareHigh[at]).toBeGreaterThanOrEqual(share as number);
      }
    });
  });
});

describe('svgText', () => {
  const draw = (direction: 'ltr' | 'rtl') =>
    svgText(
      intervalBars(
        [{ key: 'k', label: 'Label', value: 0.5, low: 0.41234567, high: 0.59, text: '50%', tone: 'here' }],
        { document: drawingDocument(), direction, id: 'c', title: 'T <b>', description: 'D', source: 'S' },
        { maximum: 1 },
      ),
    );

  it('is the same text for the same drawing, without style and with a name', () => {
    const text = draw('ltr');
    expect(draw('ltr')).toBe(text);
    expect(text).not.toMatch(/<style|style=|aria-label=/);
    expect(text).toContain('role="img"');
    expect(text).toContain('<title id="c-t">T &lt;b&gt;</title>');
    expect(text).not.toMatch(/\d\.\d\d/);
  });

  it('mirrors in right-to-left text', () => {
    expect(draw('rtl')).toContain('direction="rtl"');
    expect(draw('rtl')).not.toBe(draw('ltr'));
  });
});
