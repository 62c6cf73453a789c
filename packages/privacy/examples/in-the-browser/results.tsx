import type { MeasuredCode, SynthesisResult, SynthesisSettings } from '@casebridge/privacy/browser';

interface ResultsProps {
  readonly result: SynthesisResult;
  readonly name: string;
  readonly domain: string;
  readonly settings: Omit<SynthesisSettings, 'domain'>;
}

/** What came of it: files to keep, and what was measured of each column, with its noise. */
export function Results({ result, name, domain, settings }: ResultsProps) {
  const stem = name.replace(/\.[^.]*$/, '');
  const columns = [...new Set(result.codes.map(({ column }) => column))];
  return (
    <section class="results">
      <h2>4 · Synthetic records</h2>
      <p>
        {result.records.toLocaleString('en')} records from {result.measured} noisy tables; ε {settings.epsilon} at δ{' '}
        {settings.delta} is spent on the people in {name}.
        {result.ignored.length > 0 && ` Left out: ${result.ignored.join(', ')}.`}
      </p>
      <ul class="files">
        <li>
          <Download name={`${stem}.synthetic.csv`} type="text/csv" content={result.csv} /> the synthetic records
        </li>
        <li>
          <Download name={`${stem}.measurements.json`} type="application/json" content={result.measurements} /> what was
          measured: anybody can make the same records from it, byte by byte
        </li>
        <li>
          <Download name={`${stem}.domain.json`} type="application/json" content={domain} /> the declared columns
        </li>
      </ul>
      <p class="note">
        A page has no lasting ledger. Write down what was spent; a release of Casebridge does not take records made
        here.
      </p>
      <h3>What was measured of each column, with its 95 % interval</h3>
      <div class="columns">
        {columns.map((column) => (
          <Column key={column} column={column} codes={result.codes.filter((code) => code.column === column)} />
        ))}
      </div>
    </section>
  );
}

const mostShown = 12;

function Column({ column, codes }: { readonly column: string; readonly codes: readonly MeasuredCode[] }) {
  const shown = [...codes].sort((a, b) => b.estimate - a.estimate).slice(0, mostShown);
  const top = Math.max(1, ...shown.map(({ estimate, sd }) => estimate + 1.96 * sd));
  const place = (value: number) => (140 * Math.min(top, Math.max(0, value))) / top;
  return (
    <table>
      <caption>
        {column}
        {codes.length > shown.length && ` (the largest ${shown.length} of ${codes.length})`}
      </caption>
      <tbody>
        {shown.map(({ code, estimate, sd }) => (
          <tr key={code}>
            <th scope="row">{code === '' ? '(empty)' : code}</th>
            <td>
              {Math.max(0, Math.round(estimate)).toLocaleString('en')}{' '}
              <small>± {Math.round(1.96 * sd).toLocaleString('en')}</small>
            </td>
            <td>
              <svg viewBox="0 0 140 12" width="140" height="12" aria-hidden="true">
                <rect class="track" x="0" y="3" width="140" height="6" />
                <rect class="mean" x="0" y="3" width={place(estimate)} height="6" />
                <line class="tick" x1={place(estimate - 1.96 * sd)} x2={place(estimate + 1.96 * sd)} y1="6" y2="6" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Download({
  name,
  type,
  content,
}: {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}) {
  const save = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  return (
    <button type="button" onClick={save}>
      {name}
    </button>
  );
}
