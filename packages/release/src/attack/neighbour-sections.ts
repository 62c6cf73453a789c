import type { AttackResults } from '@casebridge/privacy';
import { barRows } from '../report-page/bar-rows.ts';
import { dataTable } from '../report-page/data-table.ts';
import { intervalRows } from '../report-page/interval-rows.ts';
import { countText, numberText, percentText } from '../report-page/numbers.ts';
import type { ReportSection } from '../report-page/report-page.ts';
import { rateText, residualText } from './attack-words.ts';

/** Linking, guessing secrets, attribution by keys. */
export function neighbourSections(results: AttackResults): readonly ReportSection[] {
  const { linkability, attributeInference, correctAttribution } = results;
  const { closest } = attributeInference;
  const share = (value: number | null) => percentText(value);
  const secrets = attributeInference.secrets.filter(({ attack }) => attack.trials > 0);
  const isControlled = results.rows.control !== null;
  return [
    {
      heading: 'Linking two parts of a record',
      lead: 'Someone holds one half of a person’s answers from one source and the other half from another, and joins them where both are nearest to the same synthetic record.',
      content: [
        dataTable(
          `Joined halves: ${linkability.columnsA.join(', ')} with the ${linkability.columnsB.length} others; ${countText(linkability.targets)} records of each file`,
          [{ heading: 'nearest records' }, { heading: 'training' }, { heading: 'control' }, { heading: 'left' }],
          linkability.byNeighbours.map((one) => [
            String(one.neighbours),
            rateText(one.attack),
            rateText(one.control),
            residualText(one),
          ]),
        ),
      ],
    },
    {
      heading: 'Guessing a secret',
      lead: 'Someone knows everything about a person but one answer, and takes the answer that the nearest synthetic records give most. Where most people answer alike the guess is mostly right for everybody: compare with the control group, and with naming the commonest answer.',
      content: [
        intervalRows(
          secrets.map((one) => ({
            label: one.secret,
            marks: isControlled ? [markOf(one.attack), markOf(one.control)] : [markOf(one.attack)],
            text: isControlled ? `left ${residualText(one)}` : rateText(one.attack),
          })),
          {
            title: 'How often the secret is guessed',
            series: isControlled ? ['training', 'control'] : ['training'],
            axis: 'share guessed right',
            write: (value) => `${Math.round(100 * value)} %`,
            range: [0, 1],
          },
        ),
        dataTable(
          'Secrets guessed from all other columns',
          [
            { heading: 'secret', isText: true },
            { heading: 'records' },
            { heading: 'training' },
            { heading: 'control' },
            { heading: 'left' },
            { heading: 'commonest answer' },
          ],
          attributeInference.secrets.map((one) => [
            one.secret,
            countText(one.attack.trials),
            rateText(one.attack),
            rateText(one.control),
            residualText(one),
            one.attack.trials === 0 ? '–' : percentText(one.byModeAlone),
          ]),
        ),
        dataTable(
          'Distance to the closest synthetic record: reported, judged by nothing, for files that pass on it leak all the same',
          [{ heading: 'from', isText: true }, { heading: 'mean columns that differ' }, { heading: 'equal' }],
          [
            ['training', numberText(closest.meanFromTraining), share(closest.equalInTraining)],
            ['control', numberText(closest.meanFromControl), share(closest.equalInControl)],
          ],
        ),
      ],
    },
    {
      heading: 'What the keys give away',
      lead: `Someone knows ${results.keys.join(', ')} and reads the secret off the synthetic records that have the same. The baseline is guessing by how common each answer is.`,
      content:
        correctAttribution.length === 0
          ? []
          : [
              barRows(
                correctAttribution.map(({ secret, training, control, baseline }) => ({
                  label: secret,
                  bars: [
                    barOf(training.dcap),
                    ...(isControlled ? [barOf(control?.dcap ?? null)] : []),
                    { value: baseline },
                  ],
                })),
                {
                  title: 'Mean chance of reading the right answer off the synthetic records (DCAP)',
                  series: isControlled ? ['training', 'control', 'baseline'] : ['training', 'baseline'],
                  axis: 'chance of the right answer',
                  text: percentText,
                },
              ),
              dataTable(
                'Attribution by keys; records whose keys no synthetic record has are left out and counted',
                [
                  { heading: 'secret', isText: true },
                  { heading: 'training' },
                  { heading: 'control' },
                  { heading: 'baseline' },
                  { heading: 'left out' },
                  { heading: 'with one answer only' },
                  { heading: 'of these right' },
                ],
                correctAttribution.map(({ secret, training, control, baseline }) => [
                  secret,
                  rateText(training.dcap),
                  rateText(control?.dcap ?? null),
                  percentText(baseline),
                  countText(training.undefined),
                  countText(training.unanimous),
                  training.unanimous === 0 ? '–' : rateText(training.tcap),
                ]),
              ),
            ],
    },
  ];
}

type Interval = { readonly rate: number; readonly lower: number; readonly upper: number; readonly trials: number };

function markOf(rate: Interval | null) {
  return rate === null || rate.trials === 0 ? null : { value: rate.rate, low: rate.lower, high: rate.upper };
}

function barOf(rate: Interval | null) {
  return rate === null || rate.trials === 0 ? { value: null } : { value: rate.rate, low: rate.lower, high: rate.upper };
}
