import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Canvas, indexed, openCanvas, paint } from './canvas.ts';
import { coverageOf, shades } from './coverage.ts';
import { openLetters } from './letters.ts';
import { pngOf, textsOf } from './png.ts';
import { rasterOf } from './raster.ts';

const drawn = async (inner: string, size = 40) =>
  rasterOf(
    `<svg viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#ffffff"/>${inner}</svg>`,
    size,
  );
const colourAt = ({ pixels, palette, width }: Canvas, x: number, y: number) => palette[pixels[y * width + x] ?? 0];
/** Ink in a part of the canvas, a black pixel being one. */
const inkIn = (
  { pixels, palette, width }: Canvas,
  [left, top, right, bottom]: readonly [number, number, number, number],
) => {
  let ink = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) ink += 1 - ((palette[pixels[y * width + x] ?? 0] ?? 0) & 255) / 255;
  return ink;
};

describe('coverageOf', () => {
  it('covers whole pixels whole, parts in part, and overlaps once', () => {
    const box = (left: number, top: number, right: number, bottom: number) => [
      left,
      top,
      right,
      top,
      right,
      bottom,
      left,
      bottom,
    ];
    const at = (mask: ReturnType<typeof coverageOf>, x: number, y: number) =>
      mask ? mask.levels[(y - mask.y) * mask.width + (x - mask.x)] : null;
    const half = coverageOf([box(1, 1, 3.5, 3)]);
    expect([at(half, 1, 1), at(half, 2, 2), at(half, 3, 1)]).toEqual([shades, shades, shades / 2]);
    expect(at(coverageOf([box(0, 0, 2, 2), box(1, 0, 3, 2)]), 1, 1)).toBe(shades);
    expect(
      at(
        coverageOf([
          box(0, 0, 9, 9),
          box(3, 3, 6, 6)
            .toReversed()
            .flatMap((_, i, all) => (i % 2 ? [] : [all[i + 1] ?? 0, all[i] ?? 0])),
        ]),
        4,
        4,
      ),
    ).toBe(0);
    expect(coverageOf([[1, 1, 5, 1]])).toBeNull();
  });

  it('covers as much of a triangle as its area', () => {
    const mask = coverageOf([[3.3, 2.1, 60.7, 11.4, 20.2, 55.9]]);
    const area = Math.abs((60.7 - 3.3) * (55.9 - 2.1) - (20.2 - 3.3) * (11.4 - 2.1)) / 2;
    const sum = mask?.levels.reduce((total, level) => total + level, 0) ?? 0;
    expect(sum / shades / area).toBeCloseTo(1, 1);
  });
});

describe('the rasteriser', () => {
  it('draws boxes, lines, dashes, circles, curves and nested drawings where they are', async () => {
    expect(colourAt(await drawn('<rect x="10" y="10" width="5" height="5" fill="#ff0000"/>'), 12, 12)).toBe(0xff0000);
    expect(inkIn(await drawn('<path d="M5 20H35" stroke="#000000" stroke-width="4"/>'), [0, 0, 40, 40])).toBeCloseTo(
      120,
      0,
    );
    expect(
      inkIn(
        await drawn('<path d="M4 20H36" stroke="#000000" stroke-width="4" stroke-dasharray="4 4"/>'),
        [0, 0, 40, 40],
      ),
    ).toBeCloseTo(64, 0);
    const disc = inkIn(await drawn('<circle cx="20" cy="20" r="10" fill="#000000"/>'), [0, 0, 40, 40]);
    expect(disc / (100 * Math.PI)).toBeGreaterThan(0.97);
    expect(disc / (100 * Math.PI)).toBeLessThan(1.03);
    const nested = await drawn(
      '<svg x="20" y="0" width="20" height="20" viewBox="0 0 10 10"><g transform="translate(5,5)"><rect width="5" height="5" fill="#000000"/></g></svg>',
    );
    expect(inkIn(nested, [30, 10, 40, 20])).toBe(100);
    expect(inkIn(nested, [0, 0, 40, 40])).toBe(100);
  });

  it('lays see-through ink once where a line crosses itself', async () => {
    const canvas = await drawn(
      '<path d="M5 20L35 20M20 5L20 35" stroke="#000000" stroke-width="6" stroke-opacity="0.5"/>',
    );
    expect(colourAt(canvas, 20, 20)).toBe(colourAt(canvas, 8, 20));
  });

  it('fails at what it does not know, so that no picture lacks a part', async () => {
    for (const inner of [
      '<ellipse cx="5" cy="5"/>',
      '<rect width="5" height="5" rx="2"/>',
      '<path d="M0 0A5 5 0 0 1 5 5"/>',
      '<rect width="5" height="5" fill="red"/>',
      '<g transform="rotate(45)"><rect width="5" height="5"/></g>',
      '<text>one <tspan>two</tspan></text>',
      '<rect width="50%" height="5"/>',
    ]) {
      await expect(drawn(inner), inner).rejects.toThrow();
    }
  });

  it('sets text at either end by its direction', async () => {
    const line = (attributes: string) => drawn(`<text x="20" y="25" font-size="10" ${attributes}>abc</text>`);
    const sides = async (attributes: string) => {
      const canvas = await line(attributes);
      return [inkIn(canvas, [0, 0, 20, 40]) > 1, inkIn(canvas, [20, 0, 40, 40]) > 1];
    };
    expect(await sides('')).toEqual([false, true]);
    expect(await sides('text-anchor="end"')).toEqual([true, false]);
    expect(await sides('direction="rtl"')).toEqual([true, false]);
    expect(await sides('text-anchor="middle"')).toEqual([true, true]);
  });
});

describe('letters', () => {
  it('of Arabic are joined, run from right to left, and keep numbers from left to right', async () => {
    const letters = openLetters();
    const style = { direction: 'rtl', bold: false, tabular: false } as const;
    const glyphs = (text: string) => letters.shaped(text, style).glyphs.map(({ glyph }) => glyph);
    // Inside a word a letter has another form than alone, and the first letter stands last.
    const word = glyphs('بيب');
    const alone = glyphs('ب');
    expect(word).toHaveLength(glyphs('بيب').length);
    expect(word).not.toContain(alone[0]);
    expect(glyphs('ب').length).toBeGreaterThan(0);
    const digits = glyphs('12');
    const mixed = glyphs('ب 12');
    expect(mixed.slice(0, digits.length)).toEqual(digits);
    expect(mixed.at(-1)).not.toBe(digits[0]);
    const bracketed = glyphs('(ب)');
    expect(bracketed[0]).toBe(letters.shaped('(', { ...style, direction: 'ltr' }).glyphs[0]?.glyph);
  });

  it('are those of the font: what it lacks is a box, what it has is not', async () => {
    const letters = openLetters();
    const style = { direction: 'ltr', bold: false, tabular: false } as const;
    const first = (text: string) => letters.shaped(text, style).glyphs[0]?.glyph;
    expect(first('漢')).toBe(first('字'));
    for (const letter of 'AéßñğşčЖελكاÁ≈±–×·…“”%') expect(first(letter), letter).not.toBe(first('漢'));
    expect(letters.canWrite('Toutes, كل: 74%')).toBe(true);
    expect(letters.canWrite('Все, Türkçe, Ελλάδα')).toBe(true);
    expect(letters.canWrite('漢字')).toBe(false);
  });
});

describe('PNG files', () => {
  const canvas = openCanvas(7, 3);
  const dot = coverageOf([[1, 1, 4.5, 1, 4.5, 2, 1, 2]]);
  if (dot) paint(canvas, dot, 0x0f5e6e);

  it.each([16, 256])('hold the pixels, in four or eight bits, and texts that are read back (%i colours)', (colours) => {
    const wide =
      colours === 16
        ? canvas
        : { ...canvas, palette: [...canvas.palette, ...Array.from({ length: 20 }, (_, at) => at)] };
    const texts = [
      { keyword: 'Description', language: 'ar', text: 'بيانات تمثيلية' },
      { keyword: 'Table (CSV)', language: '', text: 'id,value\r\n'.repeat(500) },
    ];
    const png = pngOf(indexed(wide, colours), texts);
    expect(textsOf(png)).toEqual(texts);
    expect(png.length).toBeLessThan(500);
    const view = new DataView(png.buffer);
    const chunks = new Map<string, Uint8Array>();
    for (let at = 8; at < png.length; at += view.getUint32(at) + 12) {
      const body = png.subarray(at + 8, at + 8 + view.getUint32(at));
      expect(crc32(png.subarray(at + 4, at + 8 + body.length))).toBe(view.getUint32(at + 8 + body.length));
      chunks.set(String.fromCharCode(...png.subarray(at + 4, at + 8)), body);
    }
    expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'iTXt', 'IDAT', 'IEND']);
    const bits = chunks.get('IHDR')?.[8] ?? 0;
    expect(bits).toBe(colours === 16 ? 4 : 8);
    const rows = inflateSync(chunks.get('IDAT') ?? new Uint8Array());
    const stride = 1 + Math.ceil((7 * bits) / 8);
    const place = (x: number, y: number) => {
      const byte = rows[y * stride + 1 + (bits === 8 ? x : x >> 1)] ?? 0;
      return bits === 8 ? byte : x % 2 === 0 ? byte >> 4 : byte & 15;
    };
    for (let y = 0; y < 3; y++)
      for (let x = 0; x < 7; x++) {
        const [red = 0, green = 0, blue = 0] = chunks.get('PLTE')?.subarray(3 * place(x, y)) ?? [];
        expect((red << 16) | (green << 8) | blue).toBe(colourAt(canvas, x, y));
      }
  });

  it('that are damaged are not read', () => {
    const png = pngOf(indexed(canvas), [{ keyword: 'Title', language: 'en', text: 'x' }]);
    png[png.length - 20] = (png[png.length - 20] ?? 0) ^ 1;
    expect(() => textsOf(png)).toThrow(/checksum/);
  });

  it('keep whole inks and merge the rarest shades where colours are too many', () => {
    const many = openCanvas(64, 64);
    for (let at = 0; at < 40; at++) {
      const mask = coverageOf([[at + 0.3, at, at + 2.3, at, at + 2.3, at + 1, at + 0.3, at + 1]]);
      if (mask) paint(many, mask, 0x100000 * (at % 8));
    }
    const { palette, indexes } = indexed(many, 12);
    expect(palette).toHaveLength(12);
    expect(palette).toContain(0xffffff);
    expect(Math.max(...indexes)).toBeLessThan(12);
  });
});
