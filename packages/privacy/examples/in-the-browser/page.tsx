// The page: choose a file, declare its columns, see the error to expect, synthesise in a worker, download.
import {
  type ExpectedError,
  openSynthesisWorker,
  type SynthesisAnswer,
  type SynthesisPhase,
  type SynthesisResult,
  type SynthesisSettings,
  type SynthesisTask,
  usualModelSize,
} from '@casebridge/privacy/browser';
import { Refusal } from '@casebridge/refusal';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type DeclaredColumn, domainOf, draftOf, objectionTo } from './declaration.ts';
import './page.css';
import { Results } from './results.tsx';
import { ColumnsStep, FileStep, SettingsStep } from './steps.tsx';

const worker = openSynthesisWorker(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

/** Work under way. */
export interface Busy {
  readonly what: string;
  readonly phase: SynthesisPhase | null;
  readonly done: number;
}

const usual: Omit<SynthesisSettings, 'domain'> = { epsilon: 1, delta: 1e-6, method: 'aim', modelSize: usualModelSize };

function Page() {
  const [file, setFile] = useState<File | null>(null);
  const [rows, setRows] = useState(0);
  const [columns, setColumns] = useState<readonly DeclaredColumn[]>([]);
  const [settings, setSettings] = useState(usual);
  const [declaredSize, setDeclaredSize] = useState('');
  const [errors, setErrors] = useState<readonly ExpectedError[] | null>(null);
  const [result, setResult] = useState<SynthesisResult | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (what: string, task: SynthesisTask, use: (answer: SynthesisAnswer) => void) => {
    setProblem(null);
    setBusy({ what, phase: null, done: 0 });
    try {
      use(await worker.run(task, (phase, done) => setBusy({ what, phase, done })));
    } catch (error) {
      if (error instanceof Refusal) setProblem(error.message);
      else
        setProblem(
          error instanceof Error && error.message === 'cancelled'
            ? 'Stopped.'
            : 'The work broke down; load the page again.',
        );
    } finally {
      setBusy(null);
    }
  };
  const open = (chosen: File) => {
    setFile(chosen);
    setResult(null);
    setErrors(null);
    void run('Reading the file', { kind: 'columns', file: chosen, name: chosen.name }, (answer) => {
      if (answer.kind !== 'columns') return;
      setColumns(draftOf(answer.columns));
      setRows(answer.rows);
    });
  };
  // A file may be dropped anywhere on the page.
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const dropped = event.dataTransfer?.files[0];
      if (dropped) open(dropped);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  });
  const change = (next: readonly DeclaredColumn[]) => {
    setColumns(next);
    setErrors(null);
  };
  const objection = objectionTo(columns);
  const asked = (): SynthesisSettings => ({ ...settings, domain: domainOf(columns) });
  const size = Number(declaredSize);
  return (
    <>
      <h1>Synthetic records in this page</h1>
      <p class="lede">
        A table of coded answers becomes a table of invented ones that tell much the same about groups, and next to
        nothing about anybody in it: how little, a number states. The file stays on this computer. The page may not
        connect to anything, and keeps nothing when it is closed.
      </p>
      <FileStep file={file} rows={rows} open={open} />
      {columns.length > 0 && <ColumnsStep columns={columns} change={change} />}
      {columns.length > 0 && (
        <SettingsStep
          settings={settings}
          change={(next) => {
            setSettings({ ...settings, ...next });
            setErrors(null);
          }}
          declaredSize={declaredSize}
          changeSize={(next) => {
            setDeclaredSize(next);
            setErrors(null);
          }}
          objection={objection}
          errors={errors}
          busy={busy !== null}
          rehearse={() =>
            void run(
              'Rehearsing on invented records',
              { kind: 'rehearse', settings: asked(), records: size },
              (answer) => {
                if (answer.kind === 'rehearsed') setErrors(answer.errors);
              },
            )
          }
          synthesise={() => {
            if (!file) return;
            void run(
              'Making synthetic records',
              { kind: 'synthesise', settings: asked(), file, name: file.name },
              (answer) => {
                if (answer.kind === 'synthesised') setResult(answer.result);
              },
            );
          }}
        />
      )}
      <div aria-live="polite">
        {busy && (
          <div class="busy">
            <label>
              {busy.what}
              {busy.phase && `: ${busy.phase}`} <progress value={busy.done} max={1} />
            </label>{' '}
            <button type="button" onClick={() => worker.cancel()}>
              Stop
            </button>
          </div>
        )}
        {problem && <p class="problem">{problem}</p>}
      </div>
      {result && (
        <Results result={result} name={file?.name ?? 'table.csv'} domain={domainOf(columns)} settings={settings} />
      )}
    </>
  );
}

const place = document.getElementById('page');
if (place) {
  place.replaceChildren();
  render(<Page />, place);
}
