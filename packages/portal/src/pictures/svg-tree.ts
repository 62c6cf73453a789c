/** An element of a drawing of our own. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
  /** Text directly inside. */
  readonly text: string;
}

const token = /<\?[^>]*>|<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/y;
const attribute = /([\w:-]+)="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

/** The tree of an SVG text as the portal writes it: every attribute in double quotes, no comments. Throws at anything else. */
export function svgTree(svg: string): SvgElement {
  interface Open {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
    readonly children: SvgElement[];
    text: string;
  }
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  token.lastIndex = 0;
  while (token.lastIndex < svg.length) {
    const at = token.lastIndex;
    const found = token.exec(svg);
    if (!found) throw new Error(`SVG not read here: ${svg.slice(at, at + 60)}`);
    const [, closing, name, attributes = '', alone, text] = found;
    const inner = open.at(-1);
    if (!inner) throw new Error('SVG ends twice');
    if (text !== undefined) inner.text += decoded(text);
    else if (closing === '/') {
      if (open.pop()?.name !== name) throw new Error(`SVG closes '${name}' that is not open`);
    } else if (name !== undefined) {
      const element: Open = {
        name,
        attributes: Object.fromEntries(
          [...attributes.matchAll(attribute)].map(([, key = '', value = '']) => [key, decoded(value)]),
        ),
        children: [],
        text: '',
      };
      inner.children.push(element);
      if (alone !== '/') open.push(element);
    }
  }
  const [top] = root.children;
  if (!top || open.length !== 1) throw new Error('SVG without an end');
  return top;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    const letter = entities[name];
    if (letter === undefined) throw new Error(`SVG entity not read here: ${whole}`);
    return letter;
  });
}
