import type { Drawn, Frame } from '../charts/frame.ts';
import { heard } from '../charts/heard.ts';
import { svgText } from '../charts/studio.ts';
import { type Page, usePage } from './page.ts';

/** What a picture is asked: its name, its description and how to draw it once they are known. */
export interface ChartProps {
  readonly id: string;
  readonly title: string;
  /** What is long to say is said only for a drawing that is not yet made. */
  readonly description: string | (() => string);
  /**
   * `whole` where the description says caveat, release and example itself, and differs between pages that share the drawing; they
   * are added to it otherwise.
   */
  readonly spoken?: 'whole';
  readonly draw: (frame: Frame) => SVGSVGElement;
  /** Content key: equal keys are drawn once per language and shared by pages. */
  readonly memo?: string;
  /** Last change to the drawing's text, for what differs between pages that share it. */
  readonly adapt?: (svg: string) => string;
  /** Ids of the figures whose numbers are drawn. */
  readonly figures?: readonly string[];
  /** Shown above the picture; the title when absent, nothing when null. */
  readonly caption?: string | null;
}

/** A picture baked into the page as SVG, with its caption. */
export function Chart({ id, title, description, spoken, draw, memo, adapt, figures, caption }: ChartProps) {
  const page = usePage();
  const shown = () => (typeof description === 'string' ? description : description());
  const make = () => {
    const frame: Frame = {
      document: page.document,
      direction: page.words.direction,
      id,
      title,
      // What is heard carries the same caveat as what is read.
      description: spoken ? shown() : heard(shown(), page.words.text('chart.spoken'), sourceText(page)),
      source: sourceText(page),
    };
    return svgText(draw(frame));
  };
  const svg = memo === undefined ? make() : page.drawings.get(`${page.view.bundle.manifestHash} ${memo}`, make);
  const drawn = adapt ? adapt(svg) : svg;
  return (
    <figure class="chart" {...(figures && { 'data-figure': figures.join(' ') })}>
      {caption !== null && <figcaption>{caption ?? title}</figcaption>}
      <div dangerouslySetInnerHTML={{ __html: spoken ? described(drawn, shown()) : drawn }} />
    </figure>
  );
}

// A drawing that pages share is described by each page in its own words.
function described(svg: string, description: string): string {
  const text = description.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return svg.replace(/(<desc[^>]*>)[^<]*/, (_, start: string) => start + text);
}

/** The line inside every picture: which release, and that example data are not real. */
export function sourceText({ words, view }: Pick<Page, 'words' | 'view'>): string {
  const { sequence, example } = view.bundle.manifest;
  const release = words.text('chart.source', { sequence });
  return example ? `${words.text('example')} · ${release}` : release;
}

/** Rows of an interval chart told as a sentence list, for the picture's description. */
export function describeRows(rows: readonly Drawn[]): string {
  return rows.map(({ label, text }) => `${label}: ${text}`).join('; ');
}
