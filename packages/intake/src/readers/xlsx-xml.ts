import { Refusal } from '@casebridge/refusal';
import { SaxesParser } from 'saxes';

/** What to do at the parts of an XML document. Names are without their prefix. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/**
 * Reads one XML part as its bytes come. No document type, no entities but the five of XML, bounded depth.
 *
 * @param what name of the workbook, for messages
 * @returns push; call it with null at the end
 */
export function xmlReader(what: string, maxDepth: number, handlers: XmlHandlers): (bytes: Uint8Array | null) => void {
  const no = (reason: string): Refusal => new Refusal('xlsx', `${what}: ${reason}; save the workbook again`);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  parser.on('error', () => {
    throw no('a part is not well-formed XML');
  });
  parser.on('doctype', () => {
    throw no('a part declares a document type, which workbooks do not');
  });
  parser.on('opentag', (tag) => {
    if (++depth > maxDepth) throw no('a part is nested too deeply');
    handlers.open?.(localName(tag.name), tag.attributes as Readonly<Record<string, string>>);
  });
  parser.on('closetag', (tag) => {
    depth--;
    handlers.close?.(localName(tag.name));
  });
  const onText = handlers.text;
  if (onText) {
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  return (bytes) => {
    let text: string;
    try {
      text = bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch (cause) {
      throw new Refusal('xlsx', `${what}: a part is not UTF-8; save the workbook again`, { cause });
    }
    parser.write(text);
    if (bytes === null) parser.close();
  };
}

/** Reads a whole part at once. */
export function readXml(what: string, maxDepth: number, pieces: Iterable<Uint8Array>, handlers: XmlHandlers): void {
  const push = xmlReader(what, maxDepth, handlers);
  for (const piece of pieces) push(piece);
  push(null);
}

/** An attribute by its name without prefix: `r:id` is `id`. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const found = Object.keys(attributes).find((key) => localName(key) === name);
  return found === undefined ? undefined : attributes[found];
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
