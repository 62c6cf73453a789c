/** The CTDC Global Synthetic Dataset of 2021: time and memory of AIM-TS and MST, and of private-pgm's MST. */

import { usualModelSize } from '@casebridge/privacy';
import { measured } from './adult.ts';
import { readCodedTable } from './coded-table.ts';
import { ctdc, shapeOf } from './datasets.ts';
import type { Method } from './methods.ts';
import type { BenchOptions } from './options.ts';
import { costCells, costOf, earlierNote, heading, number, printTable, verdict } from './tables.ts';

const goals: Partial<Record<Method, { readonly seconds: number; readonly peakMb: number }>> = {
  'casebridge-aim': { seconds: 25, peakMb: 600 },
  'casebridge-mst': { seconds: 3, peakMb: 300 },
};

export function benchScale(options: BenchOptions): void {
  const dataset = ctdc();
  if (dataset === null) return;
  const real = readCodedTable(dataset.table, dataset.domain);
  heading(
    `CTDC 2021: ${real.rows} rows, ${shapeOf(dataset)}, δ ${dataset.delta}; AIM of pairs within ${usualModelSize} MB, as the command has it`,
  );
  const all = (options.epsilons ?? [1, 4]).flatMap((epsilon) =>
    (options.methods ?? (['casebridge-aim', 'casebridge-mst', 'mbi-mst'] as const)).map((method) =>
      measured(dataset, real, method, epsilon, options, { maxSizeMb: usualModelSize, double: true }),
    ),
  );
  printTable(
    ['method', 'ε', 'seeds', '1-way', '2-way', '3-way', 'seconds', 'processor s', 'peak MB', 'wanted', 'met'],
    all.map(({ method, epsilon, runs, errors, missing }) => {
      if (runs.length === 0) return [method, String(epsilon), '0', missing.join('; ')];
      const cost = costOf(runs);
      const goal = goals[method];
      return [
        ...[
          method,
          String(epsilon),
          String(runs.length),
          ...errors.map((error) => error.toFixed(4)),
          ...costCells(cost),
        ],
        goal ? `≤ ${number(goal.seconds, 2)} s, ${goal.peakMb} MB` : '',
        goal ? verdict(cost.seconds <= goal.seconds && cost.peakMb <= goal.peakMb) : '',
      ];
    }),
  );
  const note = earlierNote(all.flatMap(({ runs }) => runs));
  if (note) console.log(note);
}
