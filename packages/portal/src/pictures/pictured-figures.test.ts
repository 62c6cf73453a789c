import { describe, expect, it } from 'vitest';
import type { SiteFile } from '../bake/room-set.ts';
import { openPage } from '../components/page.ts';
import { figureFiles } from '../open-data/figure-files.ts';
import { footOf } from '../open-data/figure-picture.tsx';
import { openFixture, textOf } from '../open-data/open-fixture.ts';
import { releaseFiles } from '../open-data/release-files.ts';
import type { PictureOrder } from './draw-png.ts';
import { isPictured, leadingFigures, pictureFiles, tableKeyword, tablePictureFiles } from './pictured-figures.ts';
import { textsOf } from './png.ts';
import { rasterOf } from './raster.ts';
import { shapedPicture } from './shaped-picture.tsx';

const { view, site, edition } = openFixture();
const languages = ['en', 'fr', 'es', 'ar'];

/** Width and height in a PNG's header. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const read = new DataView(png.buffer, png.byteOffset);
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  return [read.getUint32(16), read.getUint32(20)];
}

async function pngAt(files: readonly SiteFile[], path: string): Promise<Uint8Array> {
  const content = await files.find((file) => file.path === path)?.content();
  if (!(content instanceof Uint8Array)) throw new Error(`no picture ${path}`);
  return content;
}

/** What a picture is drawn from, without drawing it. */
async function orderOf(file: SiteFile): Promise<PictureOrder> {
  const orders: PictureOrder[] = [];
  await file.content(async (order) => {
    orders.push(order);
    return new Uint8Array();
  });
  const [order] = orders;
  if (!order) throw new Error(`${file.path} is no picture`);
  return order;
}

const saidIn = (texts: PictureOrder['texts']) => Object.fromEntries(texts.map(({ keyword, text }) => [keyword, text]));

describe('pictures of figures', () => {
  it('are there for every figure with a page in every language, and square ones for the leading figures', () => {
    for (const language of languages) {
      const own = edition(language);
      const paths = new Set(pictureFiles(own).map(({ path }) => path));
      for (const { id } of view.citable) expect(paths).toContain(`${language}/figures/${id}.png`);
      const leading = leadingFigures(own);
      expect(leading.length).toBeGreaterThan(4);
      for (const { id } of leading) expect(paths).toContain(`${language}/figures/${id}.square.png`);
      expect(paths.size).toBe(view.citable.length + leading.length);
    }
  });

  it('are 16:9 and 1:1, small, and the same bytes each time', async () => {
    const files = pictureFiles(edition('en'));
    const wide = await pngAt(files, 'en/figures/purpose.labour.2015.png');
    expect(sizeOf(wide)).toEqual([960, 540]);
    expect(wide.length).toBeLessThan(18_000);
    expect(sizeOf(await pngAt(files, 'en/figures/purpose.labour.2015.square.png'))).toEqual([1080, 1080]);
    expect(Buffer.compare(await pngAt(files, 'en/figures/purpose.labour.2015.png'), wide)).toBe(0);
  });

  it('carry base, unknown share, release, address and that data are not real, and stay inside their frame', () => {
    for (const language of languages) {
      const own = edition(language);
      for (const figure of leadingFigures(own)) {
        for (const shape of ['wide', 'square'] as const) {
          const page = openPage(own, `figures/${figure.id}/`, 2);
          const { svg } = shapedPicture(page, figure, shape);
          // In letters of 13 units the narrowest picture holds some 85 of them.
          for (const line of footOf(page, figure)) expect(line.length).toBeLessThanOrEqual(85);
          expect(svg).toContain(`/figures/${figure.id}/`);
          expect(svg).toContain(own.words.text('example'));
          expect(svg).toContain(own.words.text('release.short', { sequence: figure.release.sequence }));
          if (figure.base !== null) expect(svg).toContain(own.format.about(figure.base));
          const height = shape === 'wide' ? 540 : 720;
          for (const [, y] of svg.matchAll(/<text x="\d+" y="(\d+)"/g)) expect(Number(y)).toBeLessThan(height - 30);
          expect(svg).not.toMatch(/height="-/);
        }
      }
    }
  });

  it('keep the longest sentence clear of the foot', () => {
    for (const language of languages) {
      const own = edition(language);
      for (const figure of view.citable.filter((_, at) => at % 4 === 0)) {
        const { svg } = shapedPicture(openPage(own, `figures/${figure.id}/`, 2), figure, 'wide');
        const lines = [...svg.matchAll(/<text x="\d+" y="(\d+)" font-size="(\d+)"/g)];
        const foot = lines.filter(([, , size]) => size === '13').slice(-footOf(openPage(own, '', 0), figure).length);
        const last = lines.at(-foot.length - 1);
        expect(Number(last?.[1])).toBeLessThanOrEqual(Number(foot[0]?.[1]) - 36);
      }
    }
  });

  it('hold nothing that the rasteriser does not know: figures of every kind, in a language of each direction', async () => {
    for (const language of ['en', 'ar']) {
      const own = edition(language);
      for (const figure of view.citable.filter((_, at) => at % 9 === 0)) {
        const { svg, pixels } = shapedPicture(openPage(own, `figures/${figure.id}/`, 2), figure, 'wide');
        expect(rasterOf(svg, pixels).inks.size).toBeGreaterThan(4);
      }
    }
  });

  it.each(languages)(
    'say in words what the page says, and hold the same table as the file beside them, in %s',
    async (language) => {
      const own = edition(language);
      const pictures = pictureFiles(own);
      const files = figureFiles(own);
      const ids = ['purpose.labour.2015', 'victims.2013', 'change.2015', 'sector.forestry.2015@agency'];
      for (const id of ids) {
        const path = `${language}/figures/${id}`;
        const texts = textsOf(await pngAt(pictures, `${path}.png`));
        const said = saidIn(texts);
        expect(said[tableKeyword]).toBe(await textOf(files, `${path}.csv`));
        // The long sentence, then every year that is drawn: what the drawing beside it says of itself.
        expect(said.Description?.startsWith(view.figure(id)?.sentences[language]?.long ?? '?')).toBe(true);
        const drawn = /<desc[^>]*>([^<]*)/.exec(await textOf(files, `${path}.svg`))?.[1];
        expect(said.Description).toBe(drawn?.replaceAll('&lt;', '<').replaceAll('&amp;', '&'));
        expect(said.Source).toBe(`https://data.example.org/portal/${path}/`);
        expect(texts.find(({ keyword }) => keyword === 'Description')?.language).toBe(language);
      }
    },
  );
});

describe('pictures of tables', () => {
  const files = tablePictureFiles(edition('en'));
  const shared = releaseFiles(view, site);

  it('are there for every published table of every release, once for all languages', () => {
    const paths = files.map(({ path }) => path);
    for (const release of edition('en').releases) {
      for (const set of release.answers.tables) {
        const path = `data/${release.bundle.manifest.release}/tables/${set.join('~')}`;
        expect(paths).toContain(`${path}.png`);
        expect(paths).toContain(`${path}.svg`);
      }
    }
    expect(tablePictureFiles(edition('ar'))).toEqual([]);
  });

  it('hold the same table as the file beside them, and name base, unknown share and release', async () => {
    const { words } = edition('en');
    for (const file of files.filter(
      ({ path }) => path.includes(view.bundle.manifest.release) && path.endsWith('.png'),
    )) {
      const { svg, texts } = await orderOf(file);
      const said = saidIn(texts);
      if (said[tableKeyword] !== (await textOf(shared, file.path.replace(/png$/, 'csv')))) expect.fail(file.path);
      for (const text of [svg, said.Description]) {
        expect(text).toContain(words.text('chart.source', { sequence: view.bundle.manifest.sequence }));
        expect(text).toContain(words.text('example'));
        expect(text).toMatch(/of about [\d,]+ .*\d+% unknown/);
      }
      expect(svg).toContain(file.path.replace(/png$/, 'csv'));
    }
  });

  it('are drawn whole: a long list, bars, a grid, and three variables, from either side', async () => {
    for (const language of ['en', 'ar']) {
      const own = edition(language);
      const pictures = tablePictureFiles({ ...own, site: { ...site, defaultLanguage: language } });
      const shapes = [
        /country_of_origin\.png/,
        /next_year\.png/,
        /identification~region_of_origin\.png/,
        /~.*~.*\.png/,
      ];
      for (const shape of shapes) {
        const found = pictures.find(({ path }) => shape.test(path));
        if (!found) throw new Error(`no table like ${shape}`);
        const png = await pngAt(pictures, found.path);
        expect(sizeOf(png)).toEqual([960, 540]);
        expect(saidIn(textsOf(png))[tableKeyword]).toBe(
          await textOf(
            edition('en').releases.flatMap((release) => releaseFiles(release, site)),
            found.path.replace(/png$/, 'csv'),
          ),
        );
      }
    }
  });

  it('show no number for a cell that cannot be told from zero, and no shade of its noise', async () => {
    const path = `data/${view.bundle.manifest.release}/tables/region_of_identification~region_of_origin.png`;
    const file = files.find((each) => each.path === path);
    if (!file) throw new Error('no such table');
    const { svg } = await orderOf(file);
    const cells = [...svg.matchAll(/<rect [^>]*fill="(#\w+)"[^>]*><\/rect><text[^>]*>([^<]*)</g)];
    const near = cells.filter(([, , text]) => text === '\u200e≈0\u200e');
    expect(near.length).toBeGreaterThan(5);
    expect(near.length).toBeLessThan(cells.length);
    expect(new Set(near.map(([, fill]) => fill)).size).toBe(1);
  });
});

describe('languages', () => {
  it('have pictures where the font has their letters', () => {
    for (const language of languages) expect(isPictured(language)).toBe(true);
  });
});
