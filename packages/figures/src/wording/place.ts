import { codesOf, grouping, type Labels } from '@casebridge/standard';
import { voiceOf } from './voice.ts';

/** A region's label in a language; English where a grouping has no labels of its own in it. */
export function regionLabel(region: string, groupingId: string, language: string): string {
  const entry = grouping(groupingId).regions.find(({ code }) => code === region);
  return entry ? labelIn(entry.labels, language) : region;
}

/** A region as it stands in a sentence, with its preposition: “in Europe”, « d’Europe ». */
export function placeText(preposition: 'in' | 'from', region: string, groupingId: string, language: string): string {
  return voiceOf(language).say(preposition === 'in' ? 'place.in' : 'place.from', {
    region,
    label: regionLabel(region, groupingId, language),
  });
}

/** A sector's label in a language. */
export function sectorLabel(sector: string, language: string): string {
  const entry = codesOf('labour_sector').find(({ code }) => code === sector);
  return entry ? labelIn(entry.labels, language) : sector;
}

function labelIn(labels: Labels, language: string): string {
  return labels[language] ?? labels.en;
}
