// SVG to PNG by resvg in WebAssembly, with a font of our own: the same bytes on every machine, whatever fonts it has.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const family = 'IBM Plex Sans Arabic';
const weights = ['400Regular', '700Bold'] as const;

/** Draws SVG at a width in pixels. */
export type Raster = (svg: string, width: number) => Uint8Array;

let opened: Promise<Raster> | undefined;

/** Opens the rasteriser once; later calls share it. */
export function openRaster(): Promise<Raster> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Raster> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  const require = createRequire(import.meta.url);
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  // One file for Latin and Arabic: resvg cannot take the letters of one line from two fonts.
  const fontBuffers = await Promise.all(
    weights.map(async (weight) => {
      const name = `@expo-google-fonts/ibm-plex-sans-arabic/${weight}/IBMPlexSansArabic_${weight}.ttf`;
      return new Uint8Array(await readFile(require.resolve(name)));
    }),
  );
  return (svg, width) => {
    const drawing = new Resvg(svg.replaceAll(/ font-family="[^"]*"/g, ` font-family="${family}"`), {
      fitTo: { mode: 'width', value: width },
      font: { fontBuffers, defaultFontFamily: family, loadSystemFonts: false },
    });
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
      drawing.free();
    }
  };
}

/** Whether the font has the letters of a text: Latin and Arabic ones. */
export function canWrite(text: string): boolean {
  return !/(?!\p{Script=Latin}|\p{Script=Arabic})\p{Letter}/u.test(text);
}
