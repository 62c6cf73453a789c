import { Refusal } from '@casebridge/refusal';

/** Opens the bytes of a file from their beginning; called once per reading. */
export type ByteSource = () => AsyncIterable<Uint8Array>;

/**
 * The bytes of a text file as valid UTF-8 without a byte order mark. UTF-8 is checked to the last byte, UTF-16 is known
 * by its byte order mark, any other encoding has to be declared.
 *
 * @throws Refusal `encoding` where bytes are not what the encoding allows, `file-too-large` beyond `maxBytes`
 */
export async function* utf8Chunks(
  source: ByteSource,
  options: { readonly name: string; readonly encoding: string; readonly maxBytes: number },
): AsyncIterable<Uint8Array> {
  const { name, maxBytes } = options;
  const encoder = new TextEncoder();
  let decoder: TextDecoder | undefined;
  let encoding = options.encoding.toLowerCase();
  let passed = 0;
  for await (const chunk of joinedStart(source())) {
    passed += chunk.length;
    if (passed > maxBytes)
      throw new Refusal(
        'file-too-large',
        `${name}: larger than ${maxBytes} bytes; split it and give the parts together`,
      );
    let bytes = chunk;
    if (!decoder) {
      const marked = byteOrderMark(chunk);
      encoding = marked ?? encoding;
      decoder = decoderFor(encoding, name);
      if (marked) bytes = chunk.subarray(marked === 'utf-8' ? 3 : 2);
    }
    const text = decode(decoder, bytes, true, name, encoding);
    yield encoding === 'utf-8' ? bytes : encoder.encode(text);
  }
  if (decoder) {
    const rest = decode(decoder, new Uint8Array(0), false, name, encoding);
    if (rest !== '' && encoding !== 'utf-8') yield encoder.encode(rest);
  }
}

// A byte order mark may be split over the first chunks of a slow source.
async function* joinedStart(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (!start) {
      yield chunk;
      continue;
    }
    const joined: Uint8Array = new Uint8Array(start.length + chunk.length);
    joined.set(start);
    joined.set(chunk, start.length);
    start = joined;
    if (start.length >= 3) {
      yield start;
      start = undefined;
    }
  }
  if (start && start.length > 0) yield start;
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decoderFor(encoding: string, name: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch (cause) {
    throw new Refusal('encoding', `${name}: no reader for the encoding '${encoding}'; declare one such as utf-8`, {
      cause,
    });
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean, name: string, encoding: string): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch (cause) {
    throw new Refusal(
      'encoding',
      `${name}: not valid ${encoding}; save it as UTF-8, or declare its encoding under source (for example windows-1252)`,
      { cause },
    );
  }
}
