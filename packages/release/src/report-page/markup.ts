/** Markup whose texts have been escaped. Only this file makes it. */
export interface Markup {
  readonly html: string;
}

type Part = Markup | string | number | readonly Markup[];

/** Builds markup: texts and numbers put into it are escaped, markup is put in as it is. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let html = strings[0] ?? '';
  for (const [at, part] of parts.entries()) html += `${htmlOf(part)}${strings[at + 1] ?? ''}`;
  return { html };
}

function htmlOf(part: Part): string {
  if (typeof part === 'number') return escaped(String(part));
  if (typeof part === 'string') return escaped(part);
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
