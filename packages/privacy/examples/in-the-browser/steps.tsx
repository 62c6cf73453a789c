import type { ExpectedError, SynthesisSettings } from '@casebridge/privacy/browser';
import type { DeclaredColumn } from './declaration.ts';

/** Choosing a file, by dropping it or from a list. */
export function FileStep({
  file,
  rows,
  open,
}: {
  readonly file: File | null;
  readonly rows: number;
  readonly open: (file: File) => void;
}) {
  return (
    <section class="drop">
      <h2>1 · The table</h2>
      <p>
        <label>
          Drop a CSV file here, or choose one:{' '}
          <input
            type="file"
            accept=".csv,.tsv,text/csv"
            onChange={({ currentTarget }) => {
              const chosen = currentTarget.files?.[0];
              if (chosen) open(chosen);
            }}
          />
        </label>
      </p>
      {file && rows > 0 && (
        <p class="note">
          {file.name}: {rows.toLocaleString('en')} records. One record must be one person.
        </p>
      )}
    </section>
  );
}

/** Declaring the columns. */
export function ColumnsStep({
  columns,
  change,
}: {
  readonly columns: readonly DeclaredColumn[];
  readonly change: (columns: readonly DeclaredColumn[]) => void;
}) {
  const set = (at: number, next: Partial<DeclaredColumn>) =>
    change(columns.map((column, index) => (index === at ? { ...column, ...next } : column)));
  return (
    <section>
      <h2>2 · What each column can hold</h2>
      <p>
        The list of possible values will be public. Which values <em>occur</em> is a fact about people: a list taken
        from the file must be completed from a form, a code list or common knowledge until it no longer depends on who
        is in the file.
      </p>
      <p>
        <button type="button" onClick={() => change(columns.map((column) => ({ ...column, isPublic: column.used })))}>
          All lists are complete and public
        </button>
      </p>
      <div class="columns">
        {columns.map(({ name, used, values, isPublic }, at) => (
          <fieldset key={name}>
            <legend>{name}</legend>
            <label>
              <input
                type="checkbox"
                checked={used}
                onChange={({ currentTarget }) => set(at, { used: currentTarget.checked })}
              />{' '}
              Use this column
            </label>
            {used && (
              <>
                <label>
                  Values, one a line (an empty line is an empty cell)
                  <textarea
                    rows={Math.min(8, values.split('\n').length + 1)}
                    value={values}
                    onInput={({ currentTarget }) => set(at, { values: currentTarget.value, isPublic: false })}
                  />
                </label>
                <label>
                  <input
                    type="checkbox"
                    checked={isPublic}
                    onChange={({ currentTarget }) => set(at, { isPublic: currentTarget.checked })}
                  />{' '}
                  This list is complete and public
                </label>
              </>
            )}
          </fieldset>
        ))}
      </div>
    </section>
  );
}

interface SettingsProps {
  readonly settings: Omit<SynthesisSettings, 'domain'>;
  readonly change: (next: Partial<SynthesisSettings>) => void;
  readonly declaredSize: string;
  readonly changeSize: (next: string) => void;
  readonly objection: string | null;
  readonly errors: readonly ExpectedError[] | null;
  readonly busy: boolean;
  readonly rehearse: () => void;
  readonly synthesise: () => void;
}

/** ε and what it buys, before anything is spent. */
export function SettingsStep(props: SettingsProps) {
  const { settings, change, declaredSize, changeSize, objection, errors, busy, rehearse, synthesise } = props;
  const number = (text: string) => (text === '' ? Number.NaN : Number(text));
  return (
    <section>
      <h2>3 · How much may be learnt of one person</h2>
      <div class="settings">
        <label>
          ε, the privacy budget: smaller protects more
          <input
            type="number"
            min="0.01"
            max="20"
            step="any"
            value={settings.epsilon}
            onInput={({ currentTarget }) => change({ epsilon: number(currentTarget.value) })}
          />
        </label>
        <label>
          δ, far below one over the number of records
          <input
            type="number"
            min="0"
            max="0.01"
            step="any"
            value={settings.delta}
            onInput={({ currentTarget }) => change({ delta: number(currentTarget.value) })}
          />
        </label>
        <label>
          Method
          <select
            value={settings.method}
            onChange={({ currentTarget }) => change({ method: currentTarget.value === 'mst' ? 'mst' : 'aim' })}
          >
            <option value="aim">AIM: chooses what to measure, slower</option>
            <option value="mst">MST: a tree of pairs, quick</option>
          </select>
        </label>
        <label>
          Roughly how many records, as you may say in public
          <input
            type="number"
            min="1"
            step="1"
            value={declaredSize}
            onInput={({ currentTarget }) => changeSize(currentTarget.value)}
          />
        </label>
      </div>
      {objection && <p class="note">{objection}</p>}
      <p>
        <button type="button" disabled={busy || objection !== null || !(Number(declaredSize) >= 1)} onClick={rehearse}>
          Show the error to expect
        </button>{' '}
        <button type="button" class="main" disabled={busy || objection !== null} onClick={synthesise}>
          Make synthetic records
        </button>
      </p>
      {errors && <ErrorTable errors={errors} />}
      <p class="note">
        A second run on the same people spends again: two runs at ε 1 protect no better than one at ε 2.
      </p>
    </section>
  );
}

function ErrorTable({ errors }: { readonly errors: readonly ExpectedError[] }) {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const top = Math.max(0.01, ...errors.map(({ high }) => high));
  return (
    <>
      <table>
        <caption>
          Error to expect, from invented records of this shape and number. Nothing was spent; your table may differ.
        </caption>
        <thead>
          <tr>
            <th scope="col">Tables of</th>
            <th scope="col">Mean error</th>
            <th scope="col">One in twenty is worse than</th>
            <th scope="col">
              <span class="unseen">Picture</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ ways, mean, high }) => (
            <tr key={ways}>
              <th scope="row">{ways === 1 ? 'one column' : `${ways} columns`}</th>
              <td>{percent(mean)}</td>
              <td>{percent(high)}</td>
              <td>
                <svg viewBox="0 0 120 12" width="120" height="12" aria-hidden="true">
                  <rect class="track" x="0" y="3" width="120" height="6" />
                  <rect class="mean" x="0" y="3" width={(120 * mean) / top} height="6" />
                  <line class="tick" x1={(120 * high) / top} x2={(120 * high) / top} y1="0" y2="12" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        Error: the share of records that stand in the wrong cell of a table (total-variation distance).
      </p>
    </>
  );
}
