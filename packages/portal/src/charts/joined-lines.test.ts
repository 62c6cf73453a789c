import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { joinLines } from './joined-lines.ts';

function joined(content: string): string {
  const { document } = parseHTML(`<!doctype html><html><body><svg>${content}</svg></body></html>`);
  const svg = document.querySelector('svg') as unknown as SVGSVGElement;
  joinLines(svg, document as unknown as Document);
  return svg.innerHTML;
}

describe('lines of a group', () => {
  it('become one path through the same points', () => {
    const lines =
      '<line x1="6" x2="176" y1="36.04" y2="36.04"/><line x1="9" x2="9" y1="1" y2="5"/><line x2="3" y1="1" y2="4"/>';
    expect(joined(`<g stroke="red">${lines}</g>`)).toMatch(
      /^<g stroke="red"><path d="M6 36H176M9 1V5M0 1L3 4"\s?(?:\/>|><\/path>)<\/g>$/,
    );
  });

  it('stay where one of them is drawn differently, or something else stands among them', () => {
    for (const other of [
      '<line x1="1" stroke="blue" />',
      '<circle r="3" />',
      '<line x1="50%" />',
      '<line x1="1"><title>one</title></line>',
    ]) {
      expect(joined(`<g><line x1="1" x2="2" />${other}</g>`)).not.toContain('path');
    }
  });
});
