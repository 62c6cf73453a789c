// PNG (ISO/IEC 15948:2004) with a palette and texts, by node:zlib.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Indexed } from './canvas.ts';

/** A text inside the file: what `iTXt` calls keyword and text. */
export interface PictureText {
  /** 1 to 79 Latin letters: `Title`, `Description`. */
  readonly keyword: string;
  /** Language tag; empty where the text is in none. */
  readonly language: string;
  readonly text: string;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
// Longer texts are compressed, which the format allows.
const plainText = 300;

/** A picture with its texts, before the pixels. */
export function pngOf({ width, height, palette, indexes }: Indexed, texts: readonly PictureText[] = []): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  const bits = palette.length > 16 ? 8 : 4;
  header.set([bits, 3, 0, 0, 0], 8);
  const colours = Uint8Array.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const rowBytes = Math.ceil((width * bits) / 8) + 1;
  const rows = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row++) {
    const line = indexes.subarray(row * width, (row + 1) * width);
    const start = row * rowBytes + 1;
    if (bits === 8) rows.set(line, start);
    else {
      for (let column = 0, at = start; column < width; column += 2, at++) {
        const first = line[column] ?? 0;
        const second = line[column + 1] ?? 0;
        if (first + second !== 0) rows[at] = (first << 4) | second;
      }
    }
  }
  return joined([
    Uint8Array.from(signature),
    chunk('IHDR', header),
    chunk('PLTE', colours),
    ...texts.map((text) => chunk('iTXt', textChunk(text))),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The texts of a PNG in their order. Throws where the file is damaged. */
export function textsOf(png: Uint8Array): readonly PictureText[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const texts: PictureText[] = [];
  for (let at = signature.length; at < png.length; ) {
    const length = view.getUint32(at);
    const body = png.subarray(at + 8, at + 8 + length);
    if (crc32(png.subarray(at + 4, at + 8 + length)) !== view.getUint32(at + 8 + length)) {
      throw new Error('a chunk does not match its checksum');
    }
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === 'iTXt') texts.push(readText(body));
    at += length + 12;
  }
  return texts;
}

function textChunk({ keyword, language, text }: PictureText): Uint8Array {
  const utf8 = new TextEncoder();
  const bytes = utf8.encode(text);
  const packed = bytes.length > plainText;
  return joined([
    utf8.encode(`${keyword}\0`),
    Uint8Array.of(packed ? 1 : 0, 0),
    utf8.encode(`${language}\0\0`),
    packed ? deflateSync(bytes) : bytes,
  ]);
}

function readText(body: Uint8Array): PictureText {
  const utf8 = new TextDecoder();
  const end = body.indexOf(0);
  const packed = body[end + 1] === 1;
  const languageEnd = body.indexOf(0, end + 3);
  const text = body.subarray(body.indexOf(0, languageEnd + 1) + 1);
  return {
    keyword: utf8.decode(body.subarray(0, end)),
    language: utf8.decode(body.subarray(end + 3, languageEnd)),
    text: utf8.decode(packed ? inflateSync(text) : text),
  };
}

function chunk(type: string, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(body.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(body, 8);
  view.setUint32(body.length + 8, crc32(bytes.subarray(4, body.length + 8)));
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
