import { Refusal } from '@casebridge/refusal';
import { useEffect, useState } from 'preact/hooks';
import type { Checked, ContributeAnswer, ContributeTask, Draft, MappedSource, NamedText } from '../worker/messages.ts';
import { FileStep } from './file-step.tsx';
import { type Choice, MappingStep } from './mapping-step.tsx';
import type { ContributeWorker } from './open-worker.ts';
import type { OwnFiles } from './own-files.ts';
import { ParcelStep } from './parcel-step.tsx';
import { Problems } from './problems.tsx';
import { Report } from './report.tsx';
import { useWords } from './words.ts';

/** What a file turned out to be when it was opened. */
export interface Opened {
  readonly file: File;
  readonly columns: number;
  readonly fits: Extract<ContributeAnswer, { kind: 'opened' }>['fits'];
  readonly draft: Draft;
}

/** Work under way: what, and how far. */
interface Busy {
  readonly what: string;
  readonly rows: number;
}

/** Runs a task and hands its answer on; says what went wrong where it did. */
export type Run = (what: string, task: ContributeTask, use: (answer: ContributeAnswer) => void) => Promise<void>;

/** All steps of the page, in order; each appears when the one before has given something to go on with. */
export function Desk({ worker }: { readonly worker: ContributeWorker }) {
  const words = useWords();
  const { say, language } = words;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [choice, setChoice] = useState<Choice>('draft');
  const [mapping, setMapping] = useState<NamedText | null>(null);
  const [showValues, setShowValues] = useState(false);
  const [own, setOwn] = useState<OwnFiles>({});
  const [checked, setChecked] = useState<Checked | null>(null);
  const [busy, setBusy] = useState<Busy | null>(null);
  const [problem, setProblem] = useState<{ readonly text: string; readonly detail: string | null } | null>(null);

  const run: Run = async (what, task, use) => {
    setProblem(null);
    setBusy({ what, rows: 0 });
    try {
      use(await worker.run(task, (rows) => setBusy({ what, rows })));
    } catch (error) {
      if (error instanceof Refusal) setProblem({ text: say('refused'), detail: error.message });
      else if (error instanceof Error && error.message === 'cancelled')
        setProblem({ text: say('stopped'), detail: null });
      else setProblem({ text: say('broken'), detail: null });
    } finally {
      setBusy(null);
    }
  };

  const take = (file: File) => {
    setOpened(null);
    setMapping(null);
    setChecked(null);
    void run(say('busy.open'), { kind: 'open', file, name: file.name, language }, (answer) => {
      if (answer.kind !== 'opened') return;
      setOpened({ ...answer, file });
      setChoice('draft');
      setMapping({ name: say('mapping.file'), text: answer.draft.mapping });
      const [best] = answer.fits;
      if (best?.isWhole) void choose(best.id, answer.draft);
    });
  };
  const change = (next: NamedText) => {
    setMapping(next);
    setChecked(null);
  };
  const choose = async (next: Choice, draft: Draft | undefined = opened?.draft) => {
    setChoice(next);
    if (next === 'draft' && draft) change({ name: say('mapping.file'), text: draft.mapping });
    else if (next !== 'draft' && next !== 'own')
      await run(say('busy.open'), { kind: 'shipped', id: next }, (answer) => {
        if (answer.kind === 'shipped') change({ name: `${next}.yaml`, text: answer.text });
      });
  };

  // A file may be dropped anywhere on the page.
  useEffect(() => {
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => {
      event.preventDefault();
      const dropped = event.dataTransfer?.files[0];
      if (dropped) take(dropped);
    };
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
    };
  });

  const source: MappedSource | null = opened &&
    mapping && {
      file: opened.file,
      name: opened.file.name,
      mapping,
      agreement: own.agreement ?? null,
      recordKey: own.recordKey ?? null,
    };
  const check = () => {
    if (!source) return;
    void run(say('busy.check'), { kind: 'check', source, language, showValues }, (answer) => {
      if (answer.kind === 'checked') setChecked(answer.checked);
    });
  };
  return (
    <>
      <FileStep file={opened?.file ?? null} columns={opened?.columns ?? 0} take={take} />
      {opened && mapping && (
        <MappingStep
          opened={opened}
          choice={choice}
          choose={(next) => void choose(next)}
          mapping={mapping}
          change={change}
          takeOwn={(text) => {
            setChoice('own');
            change(text);
          }}
          check={check}
          isBusy={busy !== null}
          showValues={showValues}
          setShowValues={setShowValues}
        />
      )}
      <div aria-live="polite" class="desk-state">
        {busy && (
          <p class="desk-busy">
            <span>{busy.rows === 0 ? busy.what : say('busy.rows', { what: busy.what, rows: busy.rows })}</span>
            <button type="button" class="button quiet" onClick={() => worker.cancel()}>
              {say('stop')}
            </button>
          </p>
        )}
        {problem && (
          <p class="notice desk-problem">
            {problem.text}{' '}
            {problem.detail !== null && (
              <span lang="en" dir="ltr">
                {problem.detail}
              </span>
            )}
          </p>
        )}
      </div>
      {checked && source && <Problems checked={checked} source={source} run={run} />}
      {checked?.report && source && <Report report={checked.report} name={source.name} />}
      {checked?.report && source && (
        <ParcelStep source={source} own={own} setOwn={setOwn} run={run} isBusy={busy !== null} />
      )}
    </>
  );
}
