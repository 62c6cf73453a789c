import type { Loss } from '@casebridge/standard';
import type { FindingGroup } from '../worker/findings.ts';
import type { LossyLine } from '../worker/losses.ts';
import type { Checked, MappedSource } from '../worker/messages.ts';
import type { Run } from './desk.tsx';
import { download, stemOf } from './download.ts';
import { Step } from './step.tsx';
import { useWords } from './words.ts';

/** The third step: what is wrong, what is lost on the way, what stays at home, and the records. */
export function Problems({
  checked,
  source,
  run,
}: {
  readonly checked: Checked;
  readonly source: MappedSource;
  readonly run: Run;
}) {
  const { say } = useWords();
  const { rowsRead, rowsKept, groups, notChecked, losses, stays, json } = checked;
  const grave = groups.filter(({ severity }) => severity !== 'note');
  const notes = groups.filter(({ severity }) => severity === 'note');
  const save = (format: 'csv' | 'parquet') =>
    void run(say('busy.records'), { kind: 'records', source, format }, (answer) => {
      if (answer.kind !== 'records') return;
      const type = format === 'csv' ? 'text/csv' : 'application/vnd.apache.parquet';
      download(`${stemOf(source.name)}.records.${format}`, answer.bytes, type);
    });
  return (
    <Step number={3} name="problems">
      <p class="desk-tally">{say('problems.rows', { read: rowsRead, kept: rowsKept, held: rowsRead - rowsKept })}</p>
      {grave.length === 0 ? (
        <p>{say('problems.none')}</p>
      ) : (
        <ol class="desk-problems">
          {grave.map((group) => (
            <Problem key={group.code} group={group} />
          ))}
        </ol>
      )}
      {notes.length > 0 && (
        <details class="more">
          <summary>{say('problems.notes', { n: notes.length })}</summary>
          <ol class="desk-problems">
            {notes.map((group) => (
              <Problem key={group.code} group={group} />
            ))}
          </ol>
        </details>
      )}
      {notChecked.length > 0 && <p class="note">{say('problems.unchecked', { rules: notChecked.join(', ') })}</p>}
      {losses.length > 0 && <Losses losses={losses} />}
      {stays.length > 0 && (
        <>
          <h4>{say('stays.title')}</h4>
          <p class="desk-values">
            {stays.map((column) => (
              <bdi key={column}>{column}</bdi>
            ))}
          </p>
        </>
      )}
      <p class="desk-actions">
        <button
          type="button"
          class="button quiet"
          onClick={() => download(`${stemOf(source.name)}.findings.json`, json, 'application/json')}
        >
          {say('problems.save')}
        </button>
        {rowsKept > 0 && (
          <>
            <button type="button" class="button quiet" onClick={() => save('csv')}>
              {say('records.csv')}
            </button>
            <button type="button" class="button quiet" onClick={() => save('parquet')}>
              {say('records.parquet')}
            </button>
          </>
        )}
      </p>
    </Step>
  );
}

function Problem({ group: { code, severity, count, shown, first } }: { readonly group: FindingGroup }) {
  const { say } = useWords();
  const rest = count - shown;
  return (
    <li class={`desk-problem-group is-${severity}`}>
      <p>
        <b>{say(`severity.${severity}`)}</b> <span class="note">{say('problems.count', { code, count })}</span>
      </p>
      <ul>
        {first.map(({ text, value }, at) => (
          <li key={at}>
            {text} {value !== null && <bdi class="desk-cell">{value}</bdi>}
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="note">{say('problems.more', { rest })}</p>}
    </li>
  );
}

function Losses({ losses }: { readonly losses: readonly LossyLine[] }) {
  const { say } = useWords();
  return (
    <details class="more">
      <summary>{say('losses.title', { n: losses.length })}</summary>
      <p class="note">{say('losses.intro')}</p>
      <ul class="desk-losses">
        {losses.map(({ from, becomes, losses: own, pairs }, at) => (
          <li key={at}>
            <span>
              {from.length > 0 && <bdi>{from.join(', ')}</bdi>} <Arrow /> {becomes} <Marks losses={own} />
            </span>
            {pairs.length > 0 && (
              <ul>
                {pairs.map(({ theirs, ours, losses: each }) => (
                  <li key={theirs}>
                    <bdi>{theirs}</bdi> <Arrow /> {ours.join(', ')} <Marks losses={each} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** From a column or code to what it becomes, along the line of reading. */
function Arrow() {
  return <span class="desk-arrow">→</span>;
}

function Marks({ losses }: { readonly losses: readonly Loss[] }) {
  const { say } = useWords();
  return (
    <>
      {losses.map((loss) => (
        <span key={loss} class={`desk-loss ${loss}`} title={say(`loss.${loss}.text`)}>
          {say(`loss.${loss}`)}
        </span>
      ))}
    </>
  );
}
