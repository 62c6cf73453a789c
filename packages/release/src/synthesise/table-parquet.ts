import type { CaseTable } from '@casebridge/privacy';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';

const rowsPerGroup = 65_536;

/** A table as Parquet: one required UTF-8 column per variable, Snappy. Equal tables give equal bytes. */
export function tableParquet({ variables, domains, columns, rows }: CaseTable): Uint8Array {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [
      { name: 'records', num_children: variables.length },
      ...variables.map((name) => ({
        name,
        type: 'BYTE_ARRAY' as const,
        converted_type: 'UTF8' as const,
        repetition_type: 'REQUIRED' as const,
      })),
    ],
    codec: 'SNAPPY',
    createdBy: 'casebridge',
  });
  for (let start = 0; start < rows; start += rowsPerGroup) {
    const count = Math.min(rowsPerGroup, rows - start);
    const columnData = variables.map((name, at) => {
      const codes = domains[name] as readonly string[];
      return {
        name,
        data: Array.from({ length: count }, (_, row) => codes[columns[at]?.[start + row] as number] as string),
      };
    });
    void file.write({ columnData, rowGroupSize: count });
  }
  void file.finish();
  return new Uint8Array(writer.getBuffer());
}
