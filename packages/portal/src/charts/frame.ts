import { joinLines } from './joined-lines.ts';

/** What every chart is told besides its data. The same functions run while baking and in the browser. */
export interface Frame {
  /** The document to draw with; the browser's own when absent. */
  readonly document?: Document;
  readonly direction: 'ltr' | 'rtl';
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in a sentence or two, for those who do not see it. */
  readonly description: string;
  /** Written inside the picture: release, and that example data are not real. */
  readonly source: string;
}

/** One estimate with the ends of its 95 % interval, ready to be drawn. */
export interface Drawn {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  /** The value and interval as a reader writes them, or why there is none. */
  readonly text: string;
  /** `here` is what the page is about, `unknown` is not an answer. */
  readonly tone: 'plain' | 'here' | 'unknown';
  /** A colour of its own, in place of the tone's. */
  readonly fill?: string;
}

/** Width of a chart in its own units: legible at phone width without scaling text below eleven pixels. */
export const chartWidth = 400;

const svgNamespace = 'http://www.w3.org/2000/svg';
const sourceHeight = 22;

/**
 * Makes Plot's SVG an image with a name, a description and a source line, free of inline style.
 * Plot's own style element is dropped: its rules are part of the site's style sheet.
 */
export function finish(plot: SVGSVGElement | HTMLElement, frame: Frame): SVGSVGElement {
  const svg = (plot.tagName.toLowerCase() === 'svg' ? plot : plot.querySelector('svg')) as SVGSVGElement;
  const document = frame.document ?? svg.ownerDocument;
  for (const style of [...svg.querySelectorAll('style')]) style.remove();
  // Plot names its groups for developers; inside an image they would be noise. Numbers of a scale stay known: they are no figure's.
  for (const group of [...svg.querySelectorAll('[aria-label], [aria-hidden]')]) {
    if (group.getAttribute('aria-label')?.endsWith('axis tick label')) group.setAttribute('class', 'scale');
    group.removeAttribute('aria-label');
    group.removeAttribute('aria-hidden');
  }
  joinLines(svg, document);
  const width = Number(svg.getAttribute('width'));
  const height = Number(svg.getAttribute('height')) + sourceHeight;
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('height', String(height));
  svg.removeAttribute('font-family');
  svg.removeAttribute('font-size');
  svg.setAttribute('role', 'img');
  svg.setAttribute('direction', frame.direction);
  svg.setAttribute('aria-labelledby', `${frame.id}-t ${frame.id}-d`);

  const source = document.createElementNS(svgNamespace, 'text');
  source.setAttribute('class', 'plot-source');
  source.setAttribute('x', frame.direction === 'rtl' ? String(width) : '0');
  source.setAttribute('y', String(height - 5));
  source.setAttribute('text-anchor', 'start');
  source.append(frame.source);
  svg.append(source);

  const description = document.createElementNS(svgNamespace, 'desc');
  description.setAttribute('id', `${frame.id}-d`);
  description.append(frame.description);
  const title = document.createElementNS(svgNamespace, 'title');
  title.setAttribute('id', `${frame.id}-t`);
  title.append(frame.title);
  svg.prepend(title, description);
  return svg;
}

/** A tick label writer that leaves out the zero's sign and keeps short numbers short. */
export type Write = (value: number) => string;
