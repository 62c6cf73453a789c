// A document to draw with while baking. Plot and d3 ask for elements, attributes and texts, and for nothing that a browser does
// with them; a document that knows events, styles and changes takes several times as long for the same text.

const svgNamespace = 'http://www.w3.org/2000/svg';
const htmlNamespace = 'http://www.w3.org/1999/xhtml';

type DrawnNode = DrawnElement | DrawnText;

/** A document that makes elements, whatever their names, and writes them as text: `outerHTML`. */
export interface DrawingDocument {
  readonly documentElement: DrawnElement;
  createElement(name: string): DrawnElement;
  createElementNS(namespace: string, name: string): DrawnElement;
  createTextNode(text: string): DrawnText;
}

export function openDrawingDocument(): DrawingDocument {
  const document: DrawingDocument = {
    get documentElement() {
      return root;
    },
    createElement: (name) => new DrawnElement(document, htmlNamespace, name),
    createElementNS: (namespace, name) => new DrawnElement(document, namespace, name),
    createTextNode: (text) => new DrawnText(text),
  };
  const root = document.createElement('html');
  return document;
}

class DrawnText {
  readonly nodeType = 3;
  parentNode: DrawnElement | null = null;
  readonly textContent: string;

  constructor(text: unknown) {
    this.textContent = String(text);
  }

  get outerHTML(): string {
    return this.textContent.replace(/[<>&\u00a0]/g, (sign) => signs[sign] ?? sign);
  }

  get nextSibling(): DrawnNode | null {
    return nextOf(this);
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  cloneNode(): DrawnText {
    return new DrawnText(this.textContent);
  }
}

const signs: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '\u00a0': '&#160;' };

class DrawnElement {
  readonly nodeType = 1;
  readonly ownerDocument: DrawingDocument;
  readonly namespaceURI: string;
  readonly localName: string;
  readonly ownerSVGElement = null;
  readonly childNodes: DrawnNode[] = [];
  parentNode: DrawnElement | null = null;
  readonly #attributes = new Map<string, string>();

  constructor(document: DrawingDocument, namespace: string, name: string) {
    this.ownerDocument = document;
    this.namespaceURI = namespace;
    this.localName = name;
  }

  get tagName(): string {
    return this.localName;
  }

  get children(): DrawnElement[] {
    return this.childNodes.filter((node) => node instanceof DrawnElement);
  }

  get childElementCount(): number {
    return this.children.length;
  }

  get firstChild(): DrawnNode | null {
    return this.childNodes[0] ?? null;
  }

  get firstElementChild(): DrawnElement | null {
    return this.children[0] ?? null;
  }

  get nextSibling(): DrawnNode | null {
    return nextOf(this);
  }

  get attributes(): { readonly name: string; readonly value: string }[] {
    return [...this.#attributes].map(([name, value]) => ({ name, value }));
  }

  /** Styles are kept as an attribute, which the text of a drawing leaves out. */
  get style() {
    return {
      setProperty: (name: string, value: unknown) => this.setAttribute('style', `${name}:${value}`),
      removeProperty: () => this.removeAttribute('style'),
      getPropertyValue: () => '',
    };
  }

  getAttribute(name: string): string | null {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name: string): boolean {
    return this.#attributes.has(name);
  }

  setAttribute(name: string, value: unknown): void {
    this.#attributes.set(name, String(value));
  }

  removeAttribute(name: string): void {
    this.#attributes.delete(name);
  }

  setAttributeNS(_namespace: string | null, name: string, value: unknown): void {
    this.setAttribute(name, value);
  }

  getAttributeNS(_namespace: string | null, name: string): string | null {
    return this.getAttribute(name);
  }

  removeAttributeNS(_namespace: string | null, name: string): void {
    this.removeAttribute(name);
  }

  insertBefore<Node extends DrawnNode>(node: Node, next: DrawnNode | null): Node {
    node.parentNode?.removeChild(node);
    const at = next === null ? this.childNodes.length : this.childNodes.indexOf(next);
    if (at < 0) throw new RangeError(`<${this.localName}> has no such child`);
    if (at === this.childNodes.length) this.childNodes.push(node);
    else this.childNodes.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }

  appendChild<Node extends DrawnNode>(node: Node): Node {
    return this.insertBefore(node, null);
  }

  removeChild<Node extends DrawnNode>(node: Node): Node {
    this.childNodes.splice(this.childNodes.indexOf(node), 1);
    node.parentNode = null;
    return node;
  }

  append(...nodes: readonly (DrawnNode | string)[]): void {
    for (const node of nodes) this.appendChild(nodeOf(node));
  }

  prepend(...nodes: readonly (DrawnNode | string)[]): void {
    const first = this.firstChild;
    for (const node of nodes) this.insertBefore(nodeOf(node), first);
  }

  remove(): void {
    this.parentNode?.removeChild(this);
  }

  get textContent(): string {
    return this.childNodes.map((node) => node.textContent).join('');
  }

  set textContent(text: unknown) {
    for (const node of this.childNodes.splice(0)) node.parentNode = null;
    if (text !== null && text !== undefined && text !== '') this.appendChild(new DrawnText(text));
  }

  cloneNode(deep = false): DrawnElement {
    const clone = new DrawnElement(this.ownerDocument, this.namespaceURI, this.localName);
    for (const [name, value] of this.#attributes) clone.setAttribute(name, value);
    if (deep) for (const node of this.childNodes) clone.appendChild(node.cloneNode(true));
    return clone;
  }

  /** 4 where another element comes later in the drawing, 2 where it comes earlier, 0 for the same. */
  compareDocumentPosition(other: DrawnElement): number {
    if (other === this) return 0;
    const all = [...within(rootOf(this))];
    return all.indexOf(other) > all.indexOf(this) ? 4 : 2;
  }

  matches(selector: string): boolean {
    return selectorOf(selector)(this);
  }

  querySelector(selector: string): DrawnElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  querySelectorAll(selector: string): DrawnElement[] {
    return [...within(this)].filter(selectorOf(selector));
  }

  get outerHTML(): string {
    let text = `<${this.localName}`;
    let attributes = '';
    // What was set last stands first: the order in which drawings were always written.
    for (const [name, value] of this.#attributes) {
      if (value !== '' || !(name === 'id' || name === 'class' || name === 'style')) {
        attributes = ` ${name}="${value.includes('"') ? value.replaceAll('"', '&quot;') : value}"${attributes}`;
      }
    }
    text += attributes;
    if (this.childNodes.length === 0) {
      return this.namespaceURI === svgNamespace ? `${text} />` : `${text}></${this.localName}>`;
    }
    text += '>';
    for (const node of this.childNodes) text += node.outerHTML;
    return `${text}</${this.localName}>`;
  }
}

function nodeOf(node: DrawnNode | string): DrawnNode {
  return typeof node === 'object' ? node : new DrawnText(node);
}

function nextOf(node: DrawnNode): DrawnNode | null {
  const { parentNode } = node;
  return parentNode?.childNodes[parentNode.childNodes.indexOf(node) + 1] ?? null;
}

function rootOf(element: DrawnElement): DrawnElement {
  return element.parentNode ? rootOf(element.parentNode) : element;
}

// The elements inside an element, in the order in which they are written.
function* within(element: DrawnElement): Generator<DrawnElement> {
  for (const node of element.childNodes) {
    if (!(node instanceof DrawnElement)) continue;
    yield node;
    yield* within(node);
  }
}

const simple = /^([\w-]+|\*)?((?:\.[\w-]+)*)((?:\[[\w-]+\])*)$/;

/** Names, classes and attributes, several with commas: `g.tick`, `[aria-label], [aria-hidden]`. RangeError for any other selector. */
function selectorOf(selectors: string): (element: DrawnElement) => boolean {
  const tests = selectors.split(',').map((each) => {
    const [, name, classes = '', attributes = ''] = simple.exec(each.trim()) ?? [];
    if (!simple.test(each.trim())) throw new RangeError(`drawings know no selector '${selectors}'`);
    const classNames = classes.split('.').filter((one) => one !== '');
    const attributeNames = attributes.split(/[[\]]+/).filter((one) => one !== '');
    return (element: DrawnElement) =>
      (name === undefined || name === '*' || element.localName === name) &&
      classNames.every((one) => (element.getAttribute('class') ?? '').split(' ').includes(one)) &&
      attributeNames.every((one) => element.hasAttribute(one));
  });
  return (element) => tests.some((test) => test(element));
}
