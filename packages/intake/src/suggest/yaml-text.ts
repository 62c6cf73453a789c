/** A text as a YAML scalar: plain where no reader could take it for anything else, in double quotes otherwise. */
export function yamlText(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && !spoken.test(text) ? text : JSON.stringify(text);
}

/** A list as `[a, b]`, or the one text alone. */
export function yamlTexts(texts: readonly string[]): string {
  return texts.length === 1 ? yamlText(texts[0] as string) : `[${texts.map(yamlText).join(', ')}]`;
}

/** A table under a name, as lines of a block. */
export function yamlTable(name: string, entries: readonly (readonly [string, readonly string[]])[]): readonly string[] {
  if (entries.length === 0) return [`${name}: {}`];
  return [`${name}:`, ...entries.map(([key, values]) => `  ${JSON.stringify(key)}: ${yamlTexts(values)}`)];
}

// Words that some readers of YAML take for truth, falsehood or nothing.
const spoken = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
