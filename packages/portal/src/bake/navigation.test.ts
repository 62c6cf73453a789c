import { describe, expect, it } from 'vitest';
import { labelOf, leadOf, navigationOf } from './navigation.ts';

const navigation = navigationOf([
  { entries: [{ path: 'about/', group: 'about' }] },
  {},
  { entries: [{ path: 'figures/', group: 'findings', leads: true }] },
  { entries: [{ path: 'report/2015/', group: 'findings', label: 'nav.report', args: { year: '2015' } }] },
  { entries: [{ path: 'data/', group: 'data', leads: true }] },
  { entries: [{ path: 'data/codebook/', group: 'data' }] },
]);
const leadPath = (path: string) => leadOf(navigation, path)?.path ?? null;

describe('navigationOf', () => {
  it('orders groups as declared, rooms as opened, and leaves out groups without rooms', () => {
    expect(navigation.map(({ group, entries }) => [group, ...entries.map(({ path }) => path)])).toEqual([
      ['findings', 'figures/', 'report/2015/'],
      ['data', 'data/', 'data/codebook/'],
      ['about', 'about/'],
    ]);
  });
});

describe('labelOf', () => {
  it('names a room by the last part of its address unless told otherwise', () => {
    expect(navigation.flatMap(({ entries }) => entries.map(labelOf))).toEqual([
      'nav.figures',
      'nav.report',
      'nav.data',
      'nav.codebook',
      'nav.about',
    ]);
  });
});

describe('leadOf', () => {
  it('lights a page’s own room, else the leading room of its group', () => {
    expect(leadPath('figures/victims.2015/')).toBe('figures/');
    expect(leadPath('report/2015/')).toBe('figures/');
    expect(leadPath('data/codebook/sex_or_gender/')).toBe('data/');
  });

  it('lights nothing on the home page and where no room of the group leads', () => {
    expect(leadPath('')).toBeNull();
    expect(leadPath('about/')).toBeNull();
  });
});
