import { basename } from 'node:path';
import { Refusal } from '@casebridge/refusal';
import type { Finding, RecordBlock } from '@casebridge/standard';
import { type IntakeFile, type MapOptions, type Mapping, mapTable, type RawTable, type RowBlock } from '../index.ts';
import { openTable } from './open-table.ts';

/**
 * Maps one file, or several files of the same columns as if they were one. Rows keep the numbers they have in their own
 * file; where there are several, a finding's `args.file` names it.
 *
 * @throws Refusal as `openTable` and `mapTable`, and where the files' columns differ
 */
export async function mapPath(paths: readonly string[], mapping: Mapping, options: MapOptions): Promise<IntakeFile> {
  if (paths.length === 0) throw new Refusal('no-file', 'no file was given; name one or several files to map');
  const tables: RawTable[] = [];
  for (const path of paths) tables.push(await openTable(path, mapping.source));
  const [first, ...others] = tables;
  if (!first) throw new RangeError('a path gave no table');
  if (others.length === 0) return mapTable(first, mapping, options);
  for (const other of others) mustHaveSameColumns(first, other);
  const reading = { file: basename(paths[0] ?? '') };
  const mapped = mapTable(joinedTables(tables, first.columns, reading), mapping, options);
  return { ...mapped, blocks: withFileNames(mapped.blocks, reading) };
}

function joinedTables(tables: readonly RawTable[], columns: readonly string[], reading: { file: string }): RawTable {
  async function* rows(): AsyncGenerator<RowBlock> {
    for (const table of tables) {
      const narrowed = table.select(columns);
      const positions = columns.map((column) => narrowed.columns.indexOf(column));
      reading.file = table.notes.name;
      for await (const block of narrowed.rows) {
        yield {
          ...block,
          columns: positions.map((position) => block.columns[position] as (typeof block.columns)[number]),
        };
      }
    }
  }
  const [first] = tables as readonly [RawTable, ...RawTable[]];
  return {
    columns,
    notes: first.notes,
    select: (names) =>
      joinedTables(
        tables,
        columns.filter((column) => names.includes(column)),
        reading,
      ),
    rows: { [Symbol.asyncIterator]: rows },
  };
}

async function* withFileNames(
  blocks: AsyncIterable<RecordBlock>,
  reading: { readonly file: string },
): AsyncGenerator<RecordBlock> {
  for await (const block of blocks) {
    const file = reading.file;
    const findings: readonly Finding[] = block.findings.map((finding) =>
      finding.row === null ? finding : { ...finding, args: { ...finding.args, file } },
    );
    yield { ...block, findings };
  }
}

function mustHaveSameColumns(first: RawTable, other: RawTable): void {
  const missing = first.columns.filter((column) => !other.columns.includes(column));
  const added = other.columns.filter((column) => !first.columns.includes(column));
  if (missing.length === 0 && added.length === 0) return;
  const differing = [...missing, ...added].slice(0, 5).join(', ');
  throw new Refusal(
    'columns-differ',
    `${other.notes.name}: its columns differ from those of ${first.notes.name} (${differing}); map the files apart`,
  );
}
