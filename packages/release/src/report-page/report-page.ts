import { createHash } from 'node:crypto';
import { type Markup, markup } from './markup.ts';
import { reportStyle } from './report-style.ts';

/** A part of a report: a heading, what it means in a sentence or two, and its pictures and tables. */
export interface ReportSection {
  readonly heading: string;
  readonly lead?: string;
  readonly content: readonly Markup[];
}

/** One number at the top of a report. */
export interface KeyNumber {
  readonly value: string;
  readonly label: string;
}

export interface Report {
  readonly title: string;
  /** What was compared, in one line. */
  readonly subject: string;
  /** Shown on a band above everything: who may read this. */
  readonly warning: string;
  readonly keyNumbers: readonly KeyNumber[];
  readonly sections: readonly ReportSection[];
  /** Last lines: what made it, from what. */
  readonly footer: string;
}

/** A report as one file: style and pictures within, nothing fetched and no script, as its own policy makes sure. */
export function reportPage({ title, subject, warning, keyNumbers, sections, footer }: Report): string {
  const hash = createHash('sha256').update(reportStyle).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const contents = sections.map(({ heading }, at) => markup`<li><a href="#part-${at + 1}">${heading}</a></li>`);
  const parts = sections.map(
    ({ heading, lead, content }, at) =>
      markup`<section id="part-${at + 1}"><h2>${heading}</h2>${lead ? markup`<p>${lead}</p>` : markup``}${content}</section>`,
  );
  const numbers = keyNumbers.map(({ value, label }) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`);
  const style: Markup = { html: reportStyle };
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head>
<body><p class="warning" role="note">${warning}</p><header><h1>${title}</h1><p>${subject}</p></header><dl class="numbers">${numbers}</dl><nav aria-label="Parts"><ol>${contents}</ol></nav><main>${parts}</main><footer><p>${footer}</p></footer></body></html>
`.html;
}
