import { joinNames } from '@casebridge/privacy/results';
import { sortedJson } from '../canonical-json.ts';
import { utf8 } from '../digest.ts';
import { inLanguage, type PublishedTable } from '../published-tables.ts';
import type { TableFile } from './table-file.ts';

const statistics = ['estimate', 'sd', 'lower', 'upper', 'display'] as const;

/**
 * `data/tables.json`: one JSON-stat 2.0 collection with a dataset per published table. Dimensions: `period`, the
 * variables of the table, and `statistic` (estimate, standard deviation, interval, display integer). `status` marks the
 * cells whose flag is not `ok`, at the index of their estimate.
 */
export function tablesJsonStat(file: TableFile): Uint8Array {
  const bySet = new Map<string, PublishedTable[]>();
  for (const table of file.tables) bySet.set(joinNames(table.set), [...(bySet.get(joinNames(table.set)) ?? []), table]);
  const note = file.exampleNote === null ? [] : [file.exampleNote];
  const collection = {
    version: '2.0',
    class: 'collection',
    label: file.title,
    ...(note.length > 0 ? { note } : {}),
    link: { item: [...bySet.values()].map((tables) => dataset(file, tables, note)) },
  };
  return utf8(`${sortedJson(collection)}\n`);
}

function dataset(file: TableFile, tables: readonly PublishedTable[], note: readonly string[]) {
  const set = tables[0]?.set ?? [];
  const described = set.map((id) => {
    const variable = file.codebook.variables.find((entry) => entry.id === id);
    if (!variable) throw new RangeError(`the codebook does not describe '${id}'`);
    return variable;
  });
  const size = [tables.length, ...set.map((id) => file.domains[id]?.length ?? 0), statistics.length];
  const value: number[] = [];
  const status: Record<string, string> = {};
  for (const table of tables) {
    for (let cell = 0; cell < table.estimate.length; cell += 1) {
      const flag = table.flags[cell] ?? 'ok';
      if (flag !== 'ok') status[String(value.length)] = flag;
      for (const statistic of statistics) value.push(table[statistic][cell] as number);
    }
  }
  const dimension = Object.fromEntries([
    ['period', { label: 'Period of registration', category: { index: tables.map(({ period }) => period) } }],
    ...described.map((variable) => [
      variable.id,
      {
        label: inLanguage(variable.labels, file.language),
        category: {
          index: file.domains[variable.id] ?? [],
          label: Object.fromEntries(
            variable.codes.map(({ code, labels }) => [code, inLanguage(labels, file.language)]),
          ),
        },
      },
    ]),
    ['statistic', { label: 'Statistic', category: { index: [...statistics] } }],
  ]);
  return {
    version: '2.0',
    class: 'dataset',
    label: described.map((variable) => inLanguage(variable.labels, file.language)).join(', ') || file.title,
    ...(note.length > 0 ? { note } : {}),
    id: ['period', ...set, 'statistic'],
    size,
    role: { time: ['period'], metric: ['statistic'] },
    dimension,
    value,
    status,
  };
}
