import type { KeyFile } from '@casebridge/submission';
import { useState } from 'preact/hooks';
import type { MappedSource } from '../worker/messages.ts';
import type { Run } from './desk.tsx';
import { download, stemOf } from './download.ts';
import { type OwnFileKind, type OwnFiles, ownFileKind, ownFileKinds, readOwnFiles } from './own-files.ts';
import { Step } from './step.tsx';
import { useWords } from './words.ts';

interface ParcelProps {
  readonly source: MappedSource;
  readonly own: OwnFiles;
  readonly setOwn: (own: OwnFiles) => void;
  readonly run: Run;
  readonly isBusy: boolean;
}

/** A parcel that was made, and the years whose declared total is its number of records. */
interface Sealed {
  readonly rows: number;
  readonly name: string;
  readonly exactTotals: readonly string[];
}

/** The last step: the sealed parcel, ready to send by whatever way was agreed. */
export function ParcelStep({ source, own, setOwn, run, isBusy }: ParcelProps) {
  const { say } = useWords();
  const [steward, setSteward] = useState('');
  const [unknown, setUnknown] = useState<readonly string[]>([]);
  const [sealed, setSealed] = useState<Sealed | null>(null);
  const { agreement, coverage, signingKey, ageKey, recordKey } = own;
  const isReady = agreement && coverage && signingKey && ageKey && recordKey && steward.trim() !== '';

  const take = async (files: readonly File[]) => {
    const read = await readOwnFiles(files);
    setOwn({ ...own, ...read.found });
    if (read.recipient !== null) setSteward(read.recipient);
    setUnknown(read.unknown);
    setSealed(null);
  };
  const seal = () => {
    if (!coverage || !signingKey || !ageKey) return;
    void run(say('busy.seal'), { kind: 'seal', source, coverage, signingKey, ageKey, steward }, (answer) => {
      if (answer.kind !== 'sealed') return;
      const name = `${stemOf(source.name)}.parcel`;
      setSealed({ rows: answer.rows, name, exactTotals: answer.exactTotals });
      download(name, answer.parcel, 'application/octet-stream');
    });
  };
  return (
    <Step number={5} name="parcel">
      <ul class="desk-needs">
        {ownFileKinds.map((kind) => (
          <Need key={kind} kind={kind} name={own[kind]?.name ?? null} />
        ))}
      </ul>
      <label class="desk-field">
        <span>{say('parcel.choose')}</span>
        <input type="file" multiple onChange={({ currentTarget }) => void take([...(currentTarget.files ?? [])])} />
      </label>
      {unknown.length > 0 && <p class="notice">{say('parcel.unknown', { files: unknown.join(', ') })}</p>}
      <label class="desk-field">
        <span>{say('parcel.steward')}</span>
        <input
          type="text"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          placeholder="age1…"
          value={steward}
          onInput={({ currentTarget }) => setSteward(currentTarget.value)}
        />
      </label>
      <Keys run={run} use={(found) => setOwn({ ...own, ...found })} />
      <p class="desk-actions">
        <button type="button" class="button" disabled={isBusy || !isReady} onClick={seal}>
          {say('parcel.seal')}
        </button>
      </p>
      <div aria-live="polite">
        {sealed && <p class="desk-tally">{say('parcel.sealed', { rows: sealed.rows, name: sealed.name })}</p>}
        {sealed && sealed.exactTotals.length > 0 && (
          <p class="notice">{say('parcel.exact', { years: sealed.exactTotals.join(', ') })}</p>
        )}
      </div>
    </Step>
  );
}

function Need({ kind, name }: { readonly kind: OwnFileKind; readonly name: string | null }) {
  const { say } = useWords();
  return (
    <li class={name === null ? 'wanting' : 'there'}>
      <b>{say(`own.${kind}`)}</b>{' '}
      <span class="note" dir="auto">
        {name ?? say('own.wanting')}
      </span>
    </li>
  );
}

/** New keys for an organisation that has none. They exist nowhere but in the files that are saved. */
function Keys({ run, use }: { readonly run: Run; readonly use: (found: OwnFiles) => void }) {
  const { say } = useWords();
  const [organisation, setOrganisation] = useState('');
  const [files, setFiles] = useState<readonly KeyFile[]>([]);
  const make = () =>
    void run(say('busy.keys'), { kind: 'keys', organisation }, (answer) => {
      if (answer.kind !== 'keys') return;
      setFiles(answer.files);
      use(
        Object.fromEntries(
          answer.files.flatMap(({ name, text }) => {
            const kind = ownFileKind(text);
            return kind === null ? [] : [[kind, { name, text }]];
          }),
        ),
      );
    });
  return (
    <details class="more">
      <summary>{say('keys.title')}</summary>
      <p>{say('keys.intro')}</p>
      <label class="desk-field">
        <span>{say('keys.organisation')}</span>
        <input
          type="text"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          value={organisation}
          onInput={({ currentTarget }) => setOrganisation(currentTarget.value)}
        />
      </label>
      <p class="desk-actions">
        <button type="button" class="button quiet" disabled={organisation.trim() === ''} onClick={make}>
          {say('keys.make')}
        </button>
        {files.map(({ name, text }) => (
          <button key={name} type="button" class="button quiet" onClick={() => download(name, text, 'text/plain')}>
            {say('keys.save', { name })}
          </button>
        ))}
      </p>
      {files.length > 0 && <p class="notice">{say('keys.keep')}</p>}
    </details>
  );
}
