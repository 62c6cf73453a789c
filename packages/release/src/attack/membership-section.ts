import { type AttackResults, attackGates } from '@casebridge/privacy';
import { dataTable } from '../report-page/data-table.ts';
import { intervalRows } from '../report-page/interval-rows.ts';
import { markup } from '../report-page/markup.ts';
import { countText, numberText, percentText } from '../report-page/numbers.ts';
import type { ReportSection } from '../report-page/report-page.ts';
import { rateText } from './attack-words.ts';

/** Whether it can be told that a person is in the data. */
export function membershipSection({ densityRatio, shadowMembership }: AttackResults): ReportSection {
  return {
    heading: 'Was this person in the data?',
    lead: 'In these data, being in is itself the secret. The density ratio asks whether records are likelier under the synthetic file than under the control group; 0.5 is a coin, 1 is certainty. Shadow runs repeat the synthesis with and without the most exposed records and ask how many of them an attacker who knows all others recognises, at one false alarm in a hundred.',
    content: [
      densityRatio === null
        ? markup`<p>No density ratio: it needs a control group.</p>`
        : intervalRows(
            [
              {
                label: 'Density ratio',
                note: `${countText(densityRatio.members)} in, ${countText(densityRatio.others)} not`,
                marks: [{ value: densityRatio.auc, low: densityRatio.lower, high: densityRatio.upper }],
                limit: attackGates['density-ratio'].limit,
                tone: densityRatio.upper > attackGates['density-ratio'].limit ? 'over' : 'plain',
                text: `${numberText(densityRatio.auc)} ± ${densityRatio.error.toFixed(3)}`,
              },
            ],
            {
              title: 'How well the density ratio ranks persons in the data above others; the dashed line is the limit',
              series: ['density ratio'],
              axis: 'area under the curve',
              write: (value) => value.toFixed(1),
              range: [0, 1],
            },
          ),
      shadowMembership === null
        ? markup`<p>Shadow runs were not asked for.</p>`
        : dataTable(
            `Shadow runs: ${shadowMembership.runs} runs, ${shadowMembership.targets} exposed records, ${shadowMembership.queries} questions each`,
            [
              { heading: 'recognised' },
              { heading: 'false alarms' },
              { heading: 'most that the guarantee allows' },
              { heading: 'area under the curve' },
            ],
            [
              [
                rateText(shadowMembership.truePositives),
                rateText(shadowMembership.falsePositives),
                percentText(shadowMembership.bound),
                `${numberText(shadowMembership.ranking.auc)} ± ${shadowMembership.ranking.error.toFixed(3)}`,
              ],
            ],
          ),
    ],
  };
}
