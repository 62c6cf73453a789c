/** A value in a graph: another node, or a text with a language or a datatype. */
export type LinkedValue =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly datatype?: string };

/** A node with its classes and properties, all as prefixed names such as `dct:title`. */
export interface LinkedNode {
  readonly iri: string;
  readonly types: readonly string[];
  readonly properties: readonly (readonly [property: string, value: LinkedValue])[];
}

export type Prefixes = Readonly<Record<string, string>>;

/** The graph as Turtle. */
export function turtle(prefixes: Prefixes, nodes: readonly LinkedNode[]): string {
  const value = (each: LinkedValue): string => {
    if ('iri' in each) return `<${escapeIri(each.iri)}>`;
    const text = JSON.stringify(each.text);
    if (each.language !== undefined) return `${text}@${each.language}`;
    return each.datatype === undefined ? text : `${text}^^${each.datatype}`;
  };
  const head = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  const body = nodes.map(({ iri, types, properties }) => {
    const lines = [`a ${types.join(', ')}`, ...properties.map(([property, each]) => `${property} ${value(each)}`)];
    return `\n<${escapeIri(iri)}>\n    ${lines.join(' ;\n    ')} .\n`;
  });
  return [...head, ...body].join('');
}

/** The same graph as JSON-LD with its context inside. */
export function jsonLd(prefixes: Prefixes, nodes: readonly LinkedNode[]): Readonly<Record<string, unknown>> {
  const value = (each: LinkedValue) => {
    if ('iri' in each) return { '@id': escapeIri(each.iri) };
    return {
      '@value': each.text,
      ...(each.language !== undefined && { '@language': each.language }),
      ...(each.datatype !== undefined && { '@type': each.datatype }),
    };
  };
  return {
    '@context': prefixes,
    '@graph': nodes.map(({ iri, types, properties }) => {
      const own = new Map<string, unknown[]>();
      for (const [property, each] of properties) own.set(property, [...(own.get(property) ?? []), value(each)]);
      return { '@id': escapeIri(iri), '@type': types, ...Object.fromEntries(own) };
    }),
  };
}

function escapeIri(iri: string): string {
  return iri.replaceAll(/[<>"{}|^`\\\s]/g, encodeURIComponent);
}
