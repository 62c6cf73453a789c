import { parseHTML } from 'linkedom';

/** A document to draw with while baking: Plot asks nothing of it but elements and attributes. */
export function drawingDocument(): Document {
  return parseHTML('<!doctype html><html><body></body></html>').document as unknown as Document;
}

/** The text of a finished SVG: coordinates to a tenth of a unit, no style attributes. Same drawing, same text. */
export function svgText(svg: SVGSVGElement): string {
  return svg.outerHTML
    .replaceAll(/-?\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10))
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll(' />', '/>');
}
