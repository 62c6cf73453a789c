import type { Page } from '../components/page.ts';

/**
 * Style that prints, in the margins of every sheet of a document of its own, that example data are not real, and the sheet's
 * number. In the margin it covers nothing of the content, as a fixed line on the sheet would.
 */
export function pageMarks({ words, view, format }: Pick<Page, 'words' | 'view' | 'format'>): string {
  const digits = format.count(1) === '1' ? '' : ', arabic-indic';
  const font = 'font: 7.5pt system-ui, sans-serif; color: #444444;';
  const example = view.bundle.manifest.example
    ? `@top-center { content: ${quoted(words.text('example'))}; font: 700 8pt system-ui, sans-serif; color: #5a4100; }`
    : '';
  return `@page { ${example} @bottom-center { content: counter(page${digits}) " / " counter(pages${digits}); ${font} } }`;
}

// A text as CSS writes it: what could end it, or the style around it, is written by its code.
function quoted(text: string): string {
  return `"${text.replace(/["\\<\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
