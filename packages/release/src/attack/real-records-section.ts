import type { AttackResults } from '@casebridge/privacy';
import { barRows } from '../report-page/bar-rows.ts';
import { dataTable } from '../report-page/data-table.ts';
import { countText, numberText, percentText } from '../report-page/numbers.ts';
import type { ReportSection } from '../report-page/report-page.ts';

const populations = {
  table: 'a table',
  'negative-binomial': 'estimated (negative binomial)',
  'zero-truncated-poisson': 'estimated (zero-truncated Poisson)',
} as const;

/** How exposed the real records would be if they were published as they are. */
export function realRecordsSection({ classSizes, reidentification, specialUniques }: AttackResults): ReportSection {
  const { real, published } = reidentification;
  const columns = Object.entries(specialUniques.columnShare)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 10);
  return {
    heading: 'The real records themselves',
    lead: 'How exposed persons would be if their records were published as they are: what protection has to overcome. Nothing here depends on the synthetic file, except the line that says so.',
    content: [
      barRows(
        classSizes.levels.map((level) => ({
          label: level.columns === 1 ? 'one column' : `${level.columns} columns`,
          note: `${countText(level.sets)} sets`,
          bars: [{ value: level.meanUnique }, { value: level.meanBelowK }],
        })),
        {
          title: 'Records that few others equal, mean over all sets of columns',
          series: ['alone', `fewer than ${classSizes.k}`],
          axis: 'share of records',
          text: percentText,
        },
      ),
      dataTable(
        'Records in small classes, over all sets of columns',
        [
          { heading: 'columns' },
          { heading: 'sets' },
          { heading: 'alone, mean' },
          { heading: 'alone, highest' },
          { heading: `fewer than ${classSizes.k}, mean` },
          { heading: `fewer than ${classSizes.k}, highest` },
        ],
        classSizes.levels.map((level) => [
          String(level.columns),
          countText(level.sets),
          percentText(level.meanUnique),
          percentText(level.highestUnique),
          percentText(level.meanBelowK),
          percentText(level.highestBelowK),
        ]),
      ),
      dataTable(
        `Chance of finding a record by ${real[0]?.keys.join(', ')}`,
        [
          { heading: 'records', isText: true },
          { heading: 'population from', isText: true },
          { heading: 'classes' },
          { heading: 'smallest' },
          { heading: 'prosecutor, mean' },
          { heading: 'journalist, mean' },
          { heading: 'journalist, highest' },
          { heading: 'marketer' },
          { heading: `below ${real[0]?.k}` },
        ],
        [
          ...real.map((risk) => ['real', populations[risk.populationFrom], ...riskCells(risk)]),
          ['published', 'itself', ...riskCells(published)],
        ],
      ),
      dataTable(
        `Special uniques: few values that one record alone has, up to ${specialUniques.most} columns`,
        [{ heading: 'columns' }, { heading: 'minimal unique sets' }],
        specialUniques.bySize.map((sets, at) => [String(at + 1), countText(sets)]),
      ),
      dataTable(
        `${countText(specialUniques.recordsWithAny)} of ${countText(specialUniques.records)} records have one; columns most often part of them`,
        [{ heading: 'column', isText: true }, { heading: 'share of the sets' }],
        columns.map(([name, share]) => [name, percentText(share)]),
      ),
    ],
  };
}

function riskCells(risk: AttackResults['reidentification']['published']): string[] {
  return [
    countText(risk.classes),
    countText(risk.smallestClass),
    percentText(risk.prosecutor.mean),
    percentText(risk.journalist.mean),
    numberText(risk.journalist.highest),
    percentText(risk.marketer),
    percentText(risk.belowKMap),
  ];
}
