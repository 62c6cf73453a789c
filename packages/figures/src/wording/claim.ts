import type { MessageKey } from '../messages/languages.ts';
import { aboutShare, heldCount } from './amounts.ts';
import { nameOf } from './labels.ts';
import { placeText } from './place.ts';
import type { Spoken } from './spoken.ts';
import type { Args } from './voice.ts';

/** What a figure claims, without base, release and qualifier: “about 74% of … were …”. */
export function claimOf(spoken: Spoken): string {
  const { figure, family, context, voice } = spoken;
  const placed = family.regional && family.names !== null;
  return voice.say(`claim.${family.wording}` as MessageKey, {
    ...ownArgs(spoken),
    population: populationOf(spoken),
    period: figure.period,
    ...whoHolds(spoken),
    name: placed
      ? placeText(family.wording === 'identified' ? 'in' : 'from', family.names, context.grouping, voice.language)
      : nameOf(family, voice.language, context.grouping),
  });
}

/** The people a figure is about, with purpose, place, year and contributors: a noun without article. */
export function populationOf(spoken: Spoken): string {
  const { figure, family, context, voice } = spoken;
  const { place } = figure;
  const holder = whoHolds(spoken);
  // A claim about records held names their holder itself; a change says whose only where it is one contributor's.
  const unsaid = family.kind === 'held' || (family.kind === 'change' && holder.source === 'pool');
  return voice.say('population', {
    who: family.who,
    where: place?.kind ?? 'anywhere',
    place: place
      ? placeText(place.kind === 'identified' ? 'in' : 'from', place.region, context.grouping, voice.language)
      : '',
    period: figure.period,
    ...holder,
    source: unsaid ? 'unsaid' : holder.source,
  });
}

/** Whether a figure is the pool's or one contributor's, and how that one is named. */
function whoHolds({ figure, context, voice }: Spoken): { readonly source: string; readonly contributor: string } {
  const label = context.setApart?.label;
  return figure.group === null
    ? { source: 'pool', contributor: '' }
    : { source: 'group', contributor: label?.[voice.language] ?? label?.en ?? figure.group };
}

function ownArgs({ figure, family, voice }: Spoken): Args {
  const value = figure.value ?? 0;
  if (family.kind === 'share') return { value: aboutShare(voice, value) };
  if (family.kind === 'held') return { value: heldCount(voice, value, figure.interval ?? [0, 0]) };
  if (family.kind === 'mean') {
    const years = voice.say('number.years', { n: Math.round(value * 10) / 10 });
    return { value: voice.say('number.about_count', { number: years }) };
  }
  if (family.kind === 'change') {
    return {
      value: aboutShare(voice, Math.abs(value)),
      signed: voice.signedPercent(value),
      earlier: String(Number(figure.period) - 1),
      direction: directionOf(figure),
    };
  }
  return family.fact === 'countries'
    ? { value: voice.say('number.countries', { n: value }) }
    : {
        value: voice.say('number.persons', { n: value }),
        relation: figure.declared?.relation ?? 'exactly',
        since: String(figure.declared?.since ?? ''),
      };
}

/** Which way a change goes: only where it is split by contributor and its interval leaves no doubt. */
export function directionOf(figure: Pick<Spoken['figure'], 'interval' | 'parts'>): 'up' | 'down' | 'level' | 'unsplit' {
  if (figure.parts.length === 0 || figure.interval === null) return 'unsplit';
  const [low, high] = figure.interval;
  return low > 0 ? 'up' : high < 0 ? 'down' : 'level';
}
