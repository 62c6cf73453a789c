import { useState } from 'preact/hooks';
import { numberFormat } from '../text/number-format.ts';
import { answerRows, rowsCsv, rowsJson } from './answer-rows.ts';
import type { Fidelity } from './fidelity.ts';
import { ReproduceSlot } from './reproduce-slot.tsx';
import { type Slice, wholeColumn } from './slice.ts';
import { type Source, type Trust, trustOf, variablesOf } from './sources.ts';
import { say } from './state.ts';
import type { ExploreIndex, ExploreState, ExploreTable } from './types.ts';
import { answerLabel, labelOf, titleOf, writer } from './wording.ts';

export interface NotesProps {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  readonly source: Source;
  readonly table: ExploreTable;
  readonly slice: Slice;
  /** Whether there is script: without it, files are offered as they lie in the release. */
  readonly live: boolean;
  /** Compares with the synthetic records; resolves to null where that cannot be done. */
  readonly compare?: (() => Promise<Fidelity | null>) | undefined;
}

/** The content of the place `rail` beside the table: where the numbers come from, what is unknown, files, fidelity and how to reproduce a number. */
export function Notes(props: NotesProps) {
  const { index, state, source, live } = props;
  const write = writer(index, { measure: 'share' });
  const unknown = props.slice.base(wholeColumn)?.unknown ?? null;
  const variable = labelOf(index, state.variable);
  return (
    <>
      <h2 id="rail-title">{say(index, 'notes')}</h2>
      <section class={source.kind === 'synthetic' ? 'source warn' : 'source'}>
        <h3>{say(index, `source.${source.kind}`)}</h3>
        <p>{say(index, `source.${source.kind}.text`)}</p>
        {source.kind === 'synthetic' && index.records && (
          <TrustNote index={index} trust={trustOf(index, index.records, variablesOf(state))} />
        )}
      </section>
      {unknown !== null && (
        <p>{say(index, 'unknown', { share: write(unknown), period: props.slice.period, variable })}</p>
      )}
      <h3>{say(index, 'definitions')}</h3>
      <ul>
        {[...new Set(variablesOf(state).map((id) => id.split('.')[0] ?? id))].map((id) => (
          <li key={id}>
            <a href={`../data/codebook/${id}/`}>{groupLabel(index, id)}</a>
          </li>
        ))}
      </ul>
      <Downloads {...props} />
      {live && props.compare && <FidelityLens key={titleOf(index, state)} {...props} compare={props.compare} />}
      {live && <ReproduceSlot key={`${titleOf(index, state)} reproduce`} {...props} />}
    </>
  );
}

// A part of a many-valued variable is defined on the variable's page.
function groupLabel(index: ExploreIndex, id: string): string {
  return (
    index.variables.find((each) => each.id === id)?.label ??
    index.variables.find((each) => each.id.split('.')[0] === id)?.group ??
    id
  );
}

function TrustNote({ index, trust }: { readonly index: ExploreIndex; readonly trust: Trust }) {
  const write = writer(index, { measure: 'share' }, 1);
  const error =
    trust.error === null
      ? say(index, 'trust.unpredicted')
      : say(index, trust.atLeast ? 'trust.atleast' : 'trust.error', { share: write(trust.error) });
  return (
    <>
      <p>{say(index, `trust.${trust.support}`)}</p>
      <p>{error}</p>
    </>
  );
}

function Downloads({ index, state, source, slice, live }: NotesProps) {
  const rows = () => answerRows(index, state, slice, source.kind);
  const stem = [...variablesOf(state), slice.years.join('-')].join('~');
  const file = source.kind === 'published' ? index.files[index.tables.indexOf(source.key)] : undefined;
  return (
    <section class="downloads">
      <h3>{say(index, 'download')}</h3>
      {live && (
        <p>
          <button type="button" class="small-button" onClick={() => save(`${stem}.csv`, 'text/csv', rowsCsv(rows()))}>
            CSV
          </button>{' '}
          <button
            type="button"
            class="small-button"
            onClick={() =>
              save(`${stem}.json`, 'application/json', rowsJson(index, state, titleOf(index, state), rows()))
            }
          >
            JSON
          </button>
        </p>
      )}
      {file !== undefined && (
        <>
          <p>
            {say(index, 'download.file')} <Files index={index} file={file} endings={tableEndings} />
          </p>
          <p>
            {say(index, 'cite')} <Files index={index} file={file} endings={citationEndings} />
          </p>
        </>
      )}
    </section>
  );
}

const tableEndings = ['csv', 'json', 'sps', 'do', 'svg', 'png'];
const citationEndings = ['bib', 'ris', 'cff'];

// Files of a published table beside its address.
function Files({ index, file, endings }: { index: ExploreIndex; file: string; endings: readonly string[] }) {
  return (
    <span class="files">
      {endings.map((ending) => (
        <a key={ending} href={`../../data/${index.release}/tables/${file}.${ending}`} dir="ltr">
          .{ending}
        </a>
      ))}
    </span>
  );
}

// A file made in the page: the table never leaves it.
function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function FidelityLens({ index, state, compare }: NotesProps & { readonly compare: () => Promise<Fidelity | null> }) {
  const [found, setFound] = useState<Fidelity | null | 'waiting'>('waiting');
  const write = writer(index, { measure: 'share' }, 1);
  return (
    <details
      class="lens"
      onToggle={(event) => {
        if ((event.currentTarget as HTMLDetailsElement).open && found === 'waiting') {
          void compare().then(setFound, () => setFound(null));
        }
      }}
    >
      <summary>{say(index, 'lens')}</summary>
      {found === 'waiting' ? (
        <p role="status">{say(index, 'records.loading')}</p>
      ) : found === null ? (
        <p>{say(index, 'lens.none')}</p>
      ) : (
        <>
          <p>{say(index, 'lens.text', { period: found.period })}</p>
          <p class={found.fit ? '' : 'notice'}>
            <strong>{say(index, found.fit ? 'lens.fit' : 'lens.warn')}</strong>
          </p>
          <dl>
            <dt>{say(index, 'lens.distance')}</dt>
            <dd>{write(found.distance)}</dd>
            <dt>{say(index, 'lens.noise')}</dt>
            <dd>{write(found.noise)}</dd>
            {found.worst && (
              <>
                <dt>{say(index, 'lens.worst')}</dt>
                <dd>
                  {[
                    answerLabel(index, state.variable, found.worst.row),
                    ...(found.worst.column === wholeColumn || state.by === null
                      ? []
                      : [answerLabel(index, state.by, found.worst.column)]),
                  ].join(' · ')}
                  : {say(index, 'points', { points: signed(index, found.worst.difference * 100) })}
                </dd>
              </>
            )}
          </dl>
          <TrustNote index={index} trust={found.trust} />
        </>
      )}
    </details>
  );
}

function signed(index: ExploreIndex, value: number): string {
  return numberFormat(index.locale, { signDisplay: 'exceptZero', maximumFractionDigits: 1 })(value);
}
