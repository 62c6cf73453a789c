import { describe, expect, it } from 'vitest';
import { openPage } from '../components/page.ts';
import { footOf } from '../open-data/figure-picture.tsx';
import { openFixture } from '../open-data/open-fixture.ts';
import { picturedFigures, pictureFiles } from './pictured-figures.ts';
import { canWrite, openRaster } from './raster.ts';
import { shapedPicture } from './shaped-picture.tsx';

const { edition } = openFixture();

/** Width and height in a PNG's header. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const read = new DataView(png.buffer, png.byteOffset);
  expect([...png.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  return [read.getUint32(16), read.getUint32(20)];
}

describe('pictures of figures', () => {
  it('are 16:9 and 1:1, and the same bytes each time', async () => {
    const files = pictureFiles(edition('en')).filter(({ path }) => path.includes('purpose.labour.2015'));
    expect(files.map(({ path }) => path)).toEqual([
      'en/figures/purpose.labour.2015.png',
      'en/figures/purpose.labour.2015.square.png',
    ]);
    const [wide, square] = await Promise.all(files.map(async ({ content }) => (await content()) as Uint8Array));
    expect(sizeOf(wide as Uint8Array)).toEqual([1200, 675]);
    expect(sizeOf(square as Uint8Array)).toEqual([1080, 1080]);
    expect(Buffer.compare((await files[0]?.content()) as Uint8Array, wide as Uint8Array)).toBe(0);
  });

  it('carry base, unknown share, release, address and that data are not real, and stay inside their frame', () => {
    for (const language of ['en', 'fr', 'es', 'ar']) {
      const own = edition(language);
      for (const figure of picturedFigures(own)) {
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

  it('are of the leading figures, of all, or of none, as the site file says', () => {
    const own = edition('en');
    const leading = picturedFigures(own);
    expect(leading.length).toBeGreaterThan(4);
    expect(leading.length).toBeLessThan(20);
    expect(picturedFigures({ ...own, site: { ...own.site, pictures: 'all' } })).toEqual(own.view.citable);
    expect(picturedFigures({ ...own, site: { ...own.site, pictures: 'none' } })).toEqual([]);
  });

  it('draw letters: an Arabic line is no row of boxes', async () => {
    const raster = await openRaster();
    const drawn = (text: string) =>
      raster(
        `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="5" y="30" font-size="24" font-family="x">${text}</text></svg>`,
        200,
      );
    // Letters the font lacks all look the same; those it has do not.
    expect(Buffer.compare(drawn('مرحبا'), drawn('كتابة'))).not.toBe(0);
    expect(Buffer.compare(drawn('漢'), drawn('字'))).toBe(0);
    expect(canWrite('Toutes, كل: 74%')).toBe(true);
    expect(canWrite('Все')).toBe(false);
  });
});
