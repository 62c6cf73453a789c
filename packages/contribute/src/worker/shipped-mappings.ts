// The mappings that Casebridge ships, built into the worker: the page may ask nobody for them.
const texts = import.meta.glob<string>('../../../../mappings/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Text of each shipped mapping by its name, `ngo-french`, in the order of names. */
export const shippedMappings: ReadonlyMap<string, string> = new Map(
  Object.entries(texts)
    .map(([path, text]) => [path.replace(/^.*\/|\.yaml$/g, ''), text] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
