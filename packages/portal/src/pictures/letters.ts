// Letters as outlines: HarfBuzz joins and places them, the Unicode bidirectional algorithm orders the runs of a line. The font is
// the portal's own, so that a picture is the same whatever fonts a machine has. What was shaped or drawn once is kept.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as bidiModule from 'bidi-js';
import { Blob, Buffer, Direction, Face, Feature, Font, shape } from 'harfbuzzjs';
import { coverageOf, type Mask } from './coverage.ts';
import { tracesOf } from './outlines.ts';

/** How a line of text is set. */
export interface LineStyle {
  readonly direction: 'ltr' | 'rtl';
  readonly bold: boolean;
  /** Digits of one width. */
  readonly tabular: boolean;
}

/** A letter's drawing in the font, and its place from the line's left end; lengths as parts of the letters' size. */
export interface PlacedGlyph {
  /** Which of the fonts in memory. */
  readonly face: number;
  readonly glyph: number;
  readonly x: number;
  readonly y: number;
}

/** A line from left to right. */
export interface ShapedLine {
  readonly glyphs: readonly PlacedGlyph[];
  readonly width: number;
}

/** The fonts in memory. */
export interface Letters {
  /** Whether the fonts have every letter of a text. */
  canWrite(text: string): boolean;
  shaped(text: string, style: LineStyle): ShapedLine;
  /** A letter's pixels about its origin, which lies `quarter` quarters of a pixel right of a pixel's edge; null for a blank. */
  drawn(glyph: PlacedGlyph, size: number, quarter: number): Mask | null;
}

// The second has what the first lacks: Latin letters beyond those of western Europe, Greek and Cyrillic.
const families = [
  ['ibm-plex-sans-arabic', 'IBMPlexSansArabic'],
  ['ibm-plex-sans', 'IBMPlexSans'],
] as const;
const weights = ['400Regular', '700Bold'] as const;
// Lines of axes and feet come again in every picture, titles do not.
const mostLines = 4000;

// Its types say an ES module; what Node loads is the function itself.
function openBidi(): bidiModule.Bidi {
  const { default: open }: { readonly default: unknown } = bidiModule;
  if (typeof open !== 'function') throw new TypeError('bidi-js is not what it was');
  return open() as bidiModule.Bidi;
}

let opened: Letters | undefined;

/** Opens the fonts once; later calls share them. */
export function openLetters(): Letters {
  opened ??= open();
  return opened;
}

function open(): Letters {
  const require = createRequire(import.meta.url);
  const faces = weights.flatMap((weight) =>
    families.map(([folder, family]) => {
      const name = `@expo-google-fonts/${folder}/${weight}/${family}_${weight}.ttf`;
      const face = new Face(new Blob(new Uint8Array(readFileSync(require.resolve(name)))));
      return { font: new Font(face), perEm: face.upem, signs: new Set(face.collectUnicodes()) };
    }),
  );
  const faceAt = (place: number) => {
    const face = faces[place];
    if (!face) throw new RangeError('a weight without a font');
    return face;
  };
  const has = (place: number, sign: string) => faceAt(place).signs.has(sign.codePointAt(0) ?? 0);
  // Pieces that one font has, in the order of the text.
  const inFonts = (text: string, { start, end }: Run, bold: boolean) => {
    const first = bold ? families.length : 0;
    const pieces: { face: number; start: number; end: number }[] = [];
    let at = start;
    for (const sign of text.slice(start, end)) {
      const face = !has(first, sign) && has(first + 1, sign) ? first + 1 : first;
      const last = pieces.at(-1);
      if (last?.face === face) last.end += sign.length;
      else pieces.push({ face, start: at, end: at + sign.length });
      at += sign.length;
    }
    return pieces;
  };
  const bidi = openBidi();
  const buffer = new Buffer();
  const lines = new Map<string, ShapedLine>();
  const masks = new Map<string, Mask | null>();

  const shapeLine = (text: string, { direction, bold, tabular }: LineStyle): ShapedLine => {
    const features = tabular ? [new Feature('tnum', 1)] : [];
    const glyphs: PlacedGlyph[] = [];
    let pen = 0;
    for (const run of inVisualOrder(bidi.getEmbeddingLevels(text, direction).levels)) {
      const leftwards = run.level % 2 === 1;
      const pieces = inFonts(text, run, bold);
      for (const { face, start, end } of leftwards ? pieces.reverse() : pieces) {
        const { font, perEm } = faceAt(face);
        buffer.reset();
        buffer.addText(text, start, end - start);
        buffer.guessSegmentProperties();
        buffer.setDirection(leftwards ? Direction.RTL : Direction.LTR);
        shape(font, buffer, features);
        for (const { codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 } of buffer.getGlyphInfosAndPositions()) {
          glyphs.push({ face, glyph: codepoint, x: pen + xOffset / perEm, y: yOffset / perEm });
          pen += xAdvance / perEm;
        }
      }
    }
    return { glyphs, width: pen };
  };
  return {
    canWrite(text) {
      return [...text].every((sign) => has(0, sign) || has(1, sign) || !/\p{Letter}/u.test(sign));
    },
    shaped(text, style) {
      const key = `${style.direction} ${style.bold} ${style.tabular} ${text}`;
      const known = lines.get(key);
      if (known) return known;
      if (lines.size >= mostLines) lines.clear();
      const line = shapeLine(text, style);
      lines.set(key, line);
      return line;
    },
    drawn({ face, glyph }, size, quarter) {
      const key = `${face} ${glyph} ${size} ${quarter}`;
      const known = masks.get(key);
      if (known !== undefined) return known;
      const { font, perEm } = faceAt(face);
      const placing = { x: quarter / 4, y: 0, scale: size / perEm, upwards: true };
      const mask = coverageOf(tracesOf(font.glyphToPath(glyph), placing).map(({ points }) => points));
      masks.set(key, mask);
      return mask;
    },
  };
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly level: number;
}

// Runs of one level, each deeper stretch turned round (rule L2).
function inVisualOrder(levels: Uint8Array): readonly Run[] {
  const runs: Run[] = [];
  for (let start = 0; start < levels.length; ) {
    let end = start + 1;
    while (end < levels.length && levels[end] === levels[start]) end++;
    runs.push({ start, end, level: levels[start] ?? 0 });
    start = end;
  }
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) {
    for (let from = 0; from < runs.length; from++) {
      let to = from;
      while ((runs[to]?.level ?? -1) >= level) to++;
      if (to > from + 1) runs.splice(from, to - from, ...runs.slice(from, to).reverse());
      from = Math.max(from, to - 1);
    }
  }
  return runs;
}
