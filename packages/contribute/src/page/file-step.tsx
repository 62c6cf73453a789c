import { Step } from './step.tsx';
import { useWords } from './words.ts';

const kinds = '.csv,.tsv,.txt,.gz,.xlsx,.xlsm,.json,.jsonl,.ndjson';

/** The first step: the spreadsheet. */
export function FileStep({
  file,
  columns,
  take,
}: {
  readonly file: File | null;
  readonly columns: number;
  readonly take: (file: File) => void;
}) {
  const { say } = useWords();
  return (
    <Step number={1} name="file">
      <label class="desk-drop">
        <b>{say('file.choose')}</b>
        <span class="note">{say('file.kinds')}</span>
        <input
          type="file"
          accept={kinds}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.files?.[0];
            if (chosen) take(chosen);
          }}
        />
      </label>
      {file && (
        <p class="desk-file">
          <b dir="auto">{file.name}</b> · {say('file.columns', { columns })}
        </p>
      )}
    </Step>
  );
}
