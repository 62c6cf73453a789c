import type { MessageKey } from '../messages/languages.ts';
import type { Family } from '../registry/family.ts';
import type { Figure, Sentence } from '../types.ts';
import { claimOf, populationOf } from './claim.ts';
import type { Counted } from './counted.ts';
import { detailsOf } from './details.ts';
import { familyOf, labelOf } from './labels.ts';
import type { SentenceContext, Spoken, Unspoken } from './spoken.ts';
import { type Voice, voiceOf } from './voice.ts';

/** From this unknown share on, the range among all records is wider than 30 points and a sentence leads with it. */
const unknownLeadsFrom = 0.3;

/** What a figure's numbers count, apart from those that contributors declare. */
export function countedBy({ protection }: Pick<Figure, 'protection'>): Counted {
  return protection === 'declared' ? 'record' : protection.unit;
}

/** Whether so much is unknown that a sentence says so first. */
export function unknownLeads(figure: Pick<Figure, 'unknown'>): boolean {
  return figure.unknown !== null && figure.unknown > unknownLeadsFrom;
}

/**
 * The short and the long citable sentence of a figure. Both carry noun, place and period, base, unknown share, release
 * and qualifier; example data says so in both. Refuses a language without texts; RangeError: a family the registry lacks.
 */
export function sentenceOf(
  figure: Unspoken,
  context: SentenceContext,
  language: string,
  family: Family = familyOf(figure.family, context.grouping),
): Sentence {
  const voice = voiceOf(language, countedBy(figure));
  const spoken = { figure, family, context, voice };
  const frame = frameOf(figure, family);
  const args = {
    ...detailsOf(spoken),
    claim: figure.value === null ? '' : claimOf(spoken),
    population: populationOf(spoken),
    label: labelOf(family, voice, context.grouping),
    reason: figure.withheld === null ? '' : voice.say(`withheld.${figure.withheld}`),
  };
  const short = `${voice.say(`short.${frame}`, args)}.`;
  const long = [voice.say(`long.${frame}`, args), ...closing(spoken)].join(' ');
  return { short: finished(short, figure, voice), long: finished(long, figure, voice) };
}

type Frame =
  | 'share'
  | 'share.unknown_first'
  | 'mean'
  | 'mean.unknown_first'
  | 'victims'
  | 'change'
  | 'declared'
  | 'withheld';

function frameOf(figure: Unspoken, family: Family): Frame {
  if (figure.value === null) return 'withheld';
  if (family.kind === 'held') return 'victims';
  if (family.kind === 'change' || family.kind === 'declared') return family.kind;
  return unknownLeads(figure) ? `${family.kind}.unknown_first` : family.kind;
}

// Said elsewhere in the sentence.
const alreadySaid = [
  'unknown_leads',
  'one_contributor_over_half',
  'records_not_persons',
  'from_statements',
  'not_split',
];

function closing({ figure, voice }: Spoken): readonly string[] {
  const { contributors, protection, release } = figure;
  const overHalf = contributors.overHalf === null ? 'unsaid' : contributors.overHalf ? 'yes' : 'no';
  return [
    ...(protection === 'declared' || figure.value === null
      ? []
      : [
          ...(contributors.count === 0
            ? []
            : [voice.say('sentence.contributors', { n: contributors.count, overHalf })]),
          voice.say('sentence.protection', {
            unit: protection.unit,
            epsilon: voice.number(protection.epsilon),
            delta: voice.number(protection.delta),
          }),
        ]),
    ...figure.caveats
      .filter((caveat) => !alreadySaid.includes(caveat))
      .map((caveat) => voice.say(`caveat.${caveat}` as MessageKey)),
    voice.say('release.long', {
      id: release.id,
      sequence: voice.number(release.sequence),
      date: voice.date(release.date),
      status: voice.say(`status.${release.status}`),
    }),
  ];
}

function finished(sentence: string, figure: Unspoken, voice: Voice): string {
  if (figure.example) return voice.say('frame.example', { note: voice.say('example'), sentence });
  return sentence.charAt(0).toLocaleUpperCase(voice.language) + sentence.slice(1);
}
