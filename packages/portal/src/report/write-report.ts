import { mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { type Bundle, readBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { answersFrom } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { render } from 'preact-render-to-string';
import { openNumberCheck, withoutCheckMarks } from '../bake/check-numbers.ts';
import { openEdition } from '../bake/site-pages.ts';
import { openPage, type Page } from '../components/page.ts';
import { viewRelease } from '../model/release-view.ts';
import { spokenIn } from '../model/spoken-bundle.ts';
import { readSiteFile, type SiteIdentity } from '../site/site-file.ts';
import { documentStyle } from './document-style.ts';
import { pageMarks } from './page-marks.ts';
import { printPdf } from './print-pdf.ts';
import { ReportDocument } from './report-document.tsx';
import { reportMarkdown } from './report-markdown.ts';

export interface ReportOptions {
  /** Folder of a bundle; it is verified first. */
  readonly bundle: string;
  /** Registration year; one the release has. */
  readonly year: string;
  readonly language: string;
  /** File ending in .html, .md or .pdf: the ending chooses the form. */
  readonly out: string;
  /** Path of a site file; the portal's own when absent. */
  readonly site?: string | undefined;
}

/**
 * Writes a year's report as one self-contained HTML file, as Markdown, or as a tagged PDF; whole or not at all.
 * Refusals: a bundle that does not verify, a year or language the release has not, an unknown ending, no browser for PDF.
 */
export async function writeReport(options: ReportOptions): Promise<void> {
  const form = formOf(options.out);
  const bundle = await readBundle(directorySource(options.bundle));
  const content = await reportContent(bundle, readSiteFile(options.site), { ...options, form });
  await writeWhole(options.out, content);
}

/** The forms a report can take, by file ending. */
export type ReportForm = 'html' | 'md' | 'pdf';

function formOf(out: string): ReportForm {
  const ending = extname(out).slice(1).toLowerCase();
  if (ending === 'html' || ending === 'md' || ending === 'pdf') return ending;
  throw new Refusal('report-form', `${out}: a report is written as .html, .md or .pdf. End the file name with one.`);
}

/** A report's bytes. */
export async function reportContent(
  bundle: Bundle,
  site: SiteIdentity,
  { year, language, form }: { readonly year: string; readonly language: string; readonly form: ReportForm },
): Promise<string | Uint8Array> {
  const { manifest } = bundle;
  if (!manifest.periods.includes(year)) {
    throw new Refusal(
      'report-year',
      `The release has no figures for ${year}; it has ${manifest.periods.join(', ')}. Choose one of them.`,
    );
  }
  if (!manifest.languages.includes(language)) {
    throw new Refusal(
      'report-language',
      `The release has no sentences in '${language}'; it has ${manifest.languages.join(', ')}. Choose one of them.`,
    );
  }
  const page = reportPage(bundle, site, language);
  if (form === 'md') return reportMarkdown(page, year);
  const style = `${await documentStyle()}
${pageMarks(page)}`;
  const made = `<!doctype html>
${render(ReportDocument({ page, year, style }))}
`;
  openNumberCheck([page.view], page.format)(made, `report/${year}`);
  const html = withoutCheckMarks(made);
  return form === 'html' ? html : pdfOf(html);
}

const noAssets = {
  style: '',
  styles: {},
  scripts: {},
  icon: '',
  logo: null,
};

function reportPage(bundle: Bundle, site: SiteIdentity, language: string): Page {
  const view = viewRelease(spokenIn(bundle, [language]), answersFrom(bundle.measurements));
  const edition = openEdition({ site, assets: noAssets, releases: [view] }, view, language);
  return { ...openPage(edition, 'report/', null), alone: true };
}

async function pdfOf(html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'casebridge-report-'));
  try {
    const file = join(folder, 'report.html');
    await writeFile(file, html);
    return await printPdf(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeWhole(out: string, content: string | Uint8Array): Promise<void> {
  const target = resolve(out);
  const partial = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
  try {
    const handle = await open(partial, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, target);
  } catch (cause) {
    await rm(partial, { force: true });
    throw new Refusal('report-not-written', `${out}: cannot be written. Name a folder you may write to.`, { cause });
  }
}
