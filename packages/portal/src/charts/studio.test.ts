import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { svgText } from './studio.ts';

describe('the text of a picture', () => {
  it('has coordinates to a tenth, and every number of its texts as it was written', () => {
    const { document } = parseHTML(
      '<svg aria-label="4.345 personas"><desc>2010: 4.345 (4.290 a 4.400)</desc><path d="M1.2345,-6.789"/><text x="0.123">72.749</text></svg>',
    );
    const svg = document.querySelector('svg');
    if (!svg) throw new Error('no picture');
    expect(svgText(svg as unknown as SVGSVGElement)).toBe(
      '<svg aria-label="4.345 personas"><desc>2010: 4.345 (4.290 a 4.400)</desc><path d="M1.2,-6.8"/><text x="0.1">72.749</text></svg>',
    );
  });
});
