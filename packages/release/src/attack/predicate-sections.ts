import type { AttackResults } from '@casebridge/privacy';
import { barRows } from '../report-page/bar-rows.ts';
import { dataTable } from '../report-page/data-table.ts';
import { countText, percentText } from '../report-page/numbers.ts';
import type { ReportSection } from '../report-page/report-page.ts';
import { rateText, residualText } from './attack-words.ts';

const compared = [{ heading: 'training' }, { heading: 'control' }, { heading: 'left' }] as const;

/** Copies, rare combinations and singling out. */
export function predicateSections(results: AttackResults): readonly ReportSection[] {
  const { exactCopies, rareEcho, singlingOut } = results;
  const series = results.rows.control === null ? ['training'] : ['training', 'control'];
  const bar = (rate: { rate: number; lower: number; upper: number; trials: number } | null) =>
    rate === null || rate.trials === 0 ? { value: null } : { value: rate.rate, low: rate.lower, high: rate.upper };
  return [
    {
      heading: 'Copies and rare combinations',
      lead: `A combination of up to ${rareEcho.columns} values that a single person has should come back no more often for persons in the data than for others. Combinations that more people share may come back: that is what statistics are for.`,
      content: [
        barRows(
          rareEcho.levels.map(({ total, attack, control }) => ({
            label: total === 1 ? 'one record' : `${total} records`,
            note: `${countText(attack.trials)} sampled records`,
            bars: series.length === 1 ? [bar(attack)] : [bar(attack), bar(control)],
          })),
          {
            title: 'Rare combinations found again, by how many real records have them',
            series,
            axis: 'share found among the synthetic records',
            text: percentText,
          },
        ),
        dataTable(
          'Rare combinations found again',
          [{ heading: 'records with it' }, { heading: 'combinations' }, ...compared],
          rareEcho.levels.map((level) => [
            String(level.total),
            countText(level.combinations),
            rateText(level.attack),
            rateText(level.control),
            residualText(level),
          ]),
        ),
        dataTable(
          'Whole records that nobody else has, found again word for word',
          [{ heading: 'of', isText: true }, { heading: 'unlike all others' }, { heading: 'copied' }],
          [
            ['training', countText(exactCopies.uniqueInTraining), rateText(exactCopies.attack)],
            ['control', countText(exactCopies.uniqueInControl ?? 0), rateText(exactCopies.control)],
          ],
        ),
      ],
    },
    {
      heading: 'Singling out',
      lead: 'A value, or a few together, that one synthetic record alone has is taken as a description of one real person. It succeeds by chance too: at best in about 37 of 100 cases, for a description that fits one person in as many as there are records. What counts is what is left after the control group.',
      content: [
        dataTable(
          'Predicates that isolate one record of both files together',
          [
            { heading: 'kind', isText: true },
            { heading: 'asked for' },
            { heading: 'found' },
            ...compared,
            { heading: 'chance level' },
          ],
          [singlingOut.univariate, singlingOut.multivariate].map((one) => [
            one.kind === 'univariate' ? 'one column' : 'several columns',
            countText(one.asked),
            countText(one.found),
            rateText(one.attack),
            rateText(one.control),
            residualText(one),
            one.found === 0 ? '–' : percentText(one.chanceLevel),
          ]),
        ),
        ...(singlingOut.univariate.found === 0
          ? []
          : [
              dataTable(
                'Predicates of one column, by column',
                [{ heading: 'column', isText: true }, { heading: 'predicates' }],
                Object.entries(singlingOut.univariate.perColumn).map(([name, count]) => [name, countText(count)]),
              ),
            ]),
      ],
    },
  ];
}
