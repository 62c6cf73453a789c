import { type AttackResults, attackGates, type Finding, type NotJudged } from '@casebridge/privacy';
import { dataTable } from '../report-page/data-table.ts';
import { type IntervalRow, intervalRows } from '../report-page/interval-rows.ts';
import { markup } from '../report-page/markup.ts';
import { countText, numberText, percentText } from '../report-page/numbers.ts';
import { type KeyNumber, reportPage } from '../report-page/report-page.ts';
import { attackSections } from './attack-sections.ts';
import { attackNameOf, attackTitles, verdictRows } from './attack-words.ts';

/** What a report of attacks is written from. */
export interface AttackReport {
  readonly results: AttackResults;
  readonly findings: readonly Finding[];
  readonly notJudged: readonly NotJudged[];
  readonly names: { readonly real: string; readonly synthetic: string; readonly control: string | null };
}

/** The report as one file that fetches nothing and runs nothing. */
export function attackPage({ results, findings, notJudged, names }: AttackReport): string {
  const { rows } = results;
  const over = findings.filter(({ passed }) => !passed);
  return reportPage({
    title: 'Attacks on published records',
    subject: `${names.synthetic} (${countText(rows.synthetic)} records) attacked for what it tells about ${names.real} (${countText(rows.real)} records)${names.control === null ? ', without a control group' : `, against the control group ${names.control} (${countText(rows.control ?? 0)} records)`}.`,
    warning:
      'Internal: this report reads real records. Do not publish it or any number in it, “nothing found” included.',
    keyNumbers: keyNumbersOf(results, findings, over),
    sections: [
      {
        heading: 'At a glance',
        lead: leadOf(over, results.rows.control !== null),
        content: [
          residualPicture(results, findings),
          dataTable(
            'Every attack against its limit',
            [
              { heading: 'attack', isText: true },
              { heading: 'number judged', isText: true },
              { heading: 'found' },
              { heading: 'limit' },
              { heading: 'verdict', isText: true },
            ],
            verdictRows(findings, notJudged),
          ),
          markup`<ul>${[...findings.map(attackNameOf), ...notJudged.map(({ name }) => name)].map(
            (name) => markup`<li><strong>${attackTitles[name]}:</strong> ${attackGates[name].question}</li>`,
          )}</ul>`,
        ],
      },
      ...attackSections(results),
    ],
    footer: `Targets and predicates were chosen with the seed “${results.seed}”; the same files and seed give the same numbers, shadow runs excepted. Intervals are 95 %.`,
  });
}

function keyNumbersOf(results: AttackResults, findings: readonly Finding[], over: readonly Finding[]): KeyNumber[] {
  const [risk] = results.reidentification.real;
  return [
    { value: `${over.length} of ${findings.length}`, label: 'judged attacks over their limit' },
    {
      value: percentText(results.exactCopies.attack.trials === 0 ? null : results.exactCopies.attack.rate),
      label: 'of unlike records copied word for word',
    },
    { value: numberText(results.densityRatio?.auc ?? null), label: 'density ratio; 0.5 tells nothing, 1 tells all' },
    { value: percentText(risk?.prosecutor.mean ?? null), label: 'mean chance of finding a real record by its keys' },
  ];
}

function leadOf(over: readonly Finding[], isControlled: boolean): string {
  if (!isControlled) {
    return 'Without records that the synthesiser did not see, nothing tells what the file gives away about persons from what holds for everybody. Keep a part of the records aside before synthesising, and name it with --control. What is shown below is how often each attack succeeds, not how much of it is due to the file.';
  }
  if (over.length === 0) {
    return 'No attack did better on records the synthesiser saw than its limit allows. The dot is what is left of an attack once its success on the control group is taken off: 0 % means that persons in the data are no worse off than anybody else.';
  }
  return `${over.length === 1 ? 'One attack did' : `${over.length} attacks did`} better on records the synthesiser saw than the limit allows. The dot is what is left of an attack once its success on the control group is taken off: 0 % means that persons in the data are no worse off than anybody else, 100 % that the attack always succeeds because they are in it.`;
}

/** Every attack that is compared with a control group, with its limit. What is not judged is drawn in grey. */
function residualPicture(results: AttackResults, findings: readonly Finding[]) {
  const compared = [
    ['exact-copies', results.exactCopies],
    ['rare-echo', results.rareEcho.levels[0]],
    ['singling-out-univariate', results.singlingOut.univariate],
    ['singling-out-multivariate', results.singlingOut.multivariate],
    ...results.linkability.byNeighbours.map((one) => ['linkability', one] as const),
    ['attribute-inference', results.attributeInference.pooled],
  ] as const;
  const rows = compared.flatMap(([name, compare]): IntervalRow[] => {
    if (!compare?.residual || compare.attack.trials === 0) return [];
    const { value, lower, upper } = compare.residual;
    const judged = findings.find((one) => one.name === name);
    const note = 'neighbours' in compare ? `${compare.neighbours} nearest` : judged ? undefined : 'too few to judge';
    const isOver = judged !== undefined && !judged.passed && (name !== 'linkability' || value > judged.limit);
    return [
      {
        label: attackTitles[name],
        ...(note === undefined ? {} : { note }),
        marks: [{ value, low: lower, high: upper }],
        ...(judged ? { limit: judged.limit } : {}),
        tone: judged === undefined ? 'unjudged' : isOver ? 'over' : 'plain',
        text: `${percentText(value)} ± ${(100 * (upper - value)).toFixed(1)}`,
      },
    ];
  });
  if (rows.length === 0) return markup``;
  return intervalRows(rows, {
    title: 'What is left of each attack after its success on the control group; the dashed line is the limit',
    series: ['residual'],
    axis: 'residual rate',
    write: (value) => `${Math.round(100 * value)} %`,
    range: [-0.2, 1],
  });
}
