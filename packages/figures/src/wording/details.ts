import { aboutCount, aboutShare, changeEnds, countEnds, shareEnds, yearEnds } from './amounts.ts';
import type { Spoken } from './spoken.ts';
import type { Args } from './voice.ts';

/** Everything a frame can say beside the claim: base, unknown, interval, bounds, parts, release, qualifier. */
export function detailsOf(spoken: Spoken): Args {
  const { figure, family, voice } = spoken;
  const { release } = figure;
  return {
    ...prefixed('base', figure.baseInterval && countEnds(voice, figure.baseInterval)),
    ...prefixed('bound', figure.bounds && shareBounds(spoken)),
    ...intervalOf(spoken),
    ...partsOf(spoken),
    base: figure.base === null ? '' : aboutCount(voice, figure.base, 'number.records'),
    unknown: aboutShare(voice, figure.unknown ?? 0),
    earlier: String(Number(figure.period) - 1),
    by: voice.say('number.contributors', { n: figure.declared?.by ?? 0 }),
    qualifier: voice.say(
      family.regional || figure.place ? 'qualifier.where_contributors_work' : 'qualifier.not_prevalence',
    ),
    release: voice.say('release.short', {
      sequence: voice.number(release.sequence),
      date: voice.date(release.date),
      status: voice.say(`status.${release.status}`),
    }),
  };
}

function intervalOf({ figure, family, voice }: Spoken): Args {
  const interval = figure.interval ?? [0, 0];
  if (family.kind === 'held') return countEnds(voice, interval);
  if (family.kind === 'mean') return yearEnds(voice, interval);
  return family.kind === 'change' ? changeEnds(voice, interval) : shareEnds(voice, interval);
}

function shareBounds({ figure, voice }: Spoken): { low: string; high: string } {
  const [low, high] = figure.bounds ?? [0, 1];
  return { low: voice.percent(low), high: voice.percent(high) };
}

function partsOf({ figure, family, voice }: Spoken): Args {
  const part = (key: string) => figure.parts.find((entry) => entry.key === key);
  if (family.kind === 'change') {
    const points = (key: string): string =>
      voice.say('number.points', { n: voice.signed((part(key)?.value ?? 0) * 100) });
    const split = figure.parts.length === 0 ? 'split.none' : figure.parts.length === 1 ? 'split.same' : 'split.flags';
    return { split: voice.say(split, { same: points('same'), joined: points('joined'), left: points('left') }) };
  }
  if (family.kind !== 'held') return {};
  const declared = part('declared');
  const ratio = part('ratio');
  return {
    declared: declared ? 'yes' : 'no',
    total: declared ? voice.say('number.persons', { n: declared.value }) : '',
    ratio: ratio ? aboutShare(voice, ratio.value) : '',
    ...prefixed('ratio', ratio ? shareEnds(voice, ratio.interval) : null),
  };
}

function prefixed(prefix: string, ends: { low: string; high: string } | null): Args {
  return { [`${prefix}Low`]: ends?.low ?? '', [`${prefix}High`]: ends?.high ?? '' };
}
