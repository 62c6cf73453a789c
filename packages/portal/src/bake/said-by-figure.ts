import type { Figure } from '@casebridge/figures/types';
import { unknownSteps } from '../model/unknown-steps.ts';
import type { Format } from '../text/format.ts';

/** What most places say of a figure in one language: its value, interval, base, unknown share, and its release with its day. */
export function firstSaidByFigure(figure: Figure, format: Format): readonly string[] {
  const { base, unknown, release } = figure;
  return [
    format.figure(figure),
    format.interval(figure),
    ...(base === null ? [] : [format.about(base)]),
    ...(unknown === null ? [] : [format.share(unknown)]),
    String(release.sequence),
    format.day(release.date),
  ];
}

/** Its sentences in every language: numbers that only they write so. Those that the bundle lacks are made for the asking. */
export function sentencesOfFigure({ sentences }: Figure): readonly string[] {
  return Object.values(sentences).flatMap(({ short, long }) => [short, long]);
}

/** Everything else that a figure lets a page say: bounds, parts, and its other nine parts. */
export function saidByFigure(figure: Figure, format: Format): readonly string[] {
  const { value, interval, base, baseInterval, unknown, bounds, protection, release } = figure;
  return [
    figure.id,
    release.id,
    format.count(figure.contributors.count),
    ...(figure.place ? [figure.place.region] : []),
    ...(value === null ? [] : [format.count(value), format.about(value)]),
    ...(base === null ? [] : [format.count(base)]),
    ...(baseInterval ? [format.range(baseInterval[0], baseInterval[1], 'records')] : []),
    ...(interval ? [format.count(interval[0]), format.count(interval[1])] : []),
    ...(unknown === null ? [] : [format.fineShare(unknown)]),
    ...(bounds ? bounds.map((end) => format.share(end)) : []),
    ...unknownSteps(figure).flatMap(({ low, high }) => [format.share(low), format.share(high)]),
    ...(protection === 'declared'
      ? []
      : [String(Math.round(protection.epsilon * 100) / 100), String(protection.delta)]),
    ...figure.parts.flatMap(({ value: part, interval: ends }) =>
      (['share', 'records', 'change', 'years'] as const).flatMap((unit) => [
        format.value(part, unit),
        format.range(ends[0], ends[1], unit),
        format.count(part),
      ]),
    ),
  ];
}
