import { indexed } from './canvas.ts';
import { type PictureText, pngOf } from './png.ts';
import { rasterOf } from './raster.ts';

/** A picture to be drawn: plain data, so that another thread can draw it. */
export interface PictureOrder {
  readonly svg: string;
  /** Width in pixels. */
  readonly pixels: number;
  /** Colours the file may have, shades of its inks included: 16 make a small file, 256 is all there can be. */
  readonly colours: number;
  /** What the file says to those who do not see it. */
  readonly texts: readonly PictureText[];
}

/** Draws a picture in the caller's thread. Throws where the drawing has a part that the rasteriser does not know. */
export async function drawPng({ svg, pixels, colours, texts }: PictureOrder): Promise<Uint8Array> {
  return pngOf(indexed(rasterOf(svg, pixels), colours), texts);
}
