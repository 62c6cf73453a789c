import { openDrawingDocument } from './drawing-document.ts';

/** A document to draw with while baking: Plot asks nothing of it but elements and attributes. */
export function drawingDocument(): Document {
  return openDrawingDocument() as unknown as Document;
}

// Texts come first, so that no number in them is taken for a coordinate: `4.345` is four thousand in Spanish.
const textOrCoordinate = /(?:>[^<]*| (?:aria-|data-)[a-z-]+="[^"]*")|-?\d+\.\d{2,}/g;

/** The text of a finished SVG: coordinates to a tenth of a unit, no style attributes. Same drawing, same text. */
export function svgText(svg: SVGSVGElement): string {
  return svg.outerHTML
    .replaceAll(textOrCoordinate, (part) => (/^[-\d]/.test(part) ? String(Math.round(Number(part) * 10) / 10) : part))
    .replaceAll(/ style="[^"]*"/g, '')
    .replaceAll(' />', '/>');
}
