import type { NamedText } from '../worker/messages.ts';
import type { Opened } from './desk.tsx';
import { download } from './download.ts';
import { Step } from './step.tsx';
import { useWords } from './words.ts';

/** Where the mapping comes from: the draft, a file of one's own, or a shipped mapping by its name. */
export type Choice = 'draft' | 'own' | (string & {});

interface MappingProps {
  readonly opened: Opened;
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
  readonly mapping: NamedText;
  readonly change: (mapping: NamedText) => void;
  readonly takeOwn: (mapping: NamedText) => void;
  readonly check: () => void;
  readonly isBusy: boolean;
  readonly showValues: boolean;
  readonly setShowValues: (show: boolean) => void;
}

/** The second step: what becomes of each column. */
export function MappingStep(props: MappingProps) {
  const { opened, choice, choose, mapping, change, check, isBusy, showValues, setShowValues } = props;
  const { say } = useWords();
  return (
    <Step number={2} name="mapping">
      <fieldset class="desk-choices">
        <legend>{say('mapping.which')}</legend>
        {opened.fits.map(({ id, found, of, isWhole }) => (
          <Option key={id} value={id} choice={choice} choose={choose}>
            <b>{say(`mapping.of.${id}`)}</b>{' '}
            <span class="note">
              {say('mapping.fit', { found, of })}
              {!isWhole && ` ${say('mapping.partly')}`}
            </span>
          </Option>
        ))}
        <Option value="draft" choice={choice} choose={choose}>
          <b>{say('mapping.draft')}</b> <span class="note">{say('mapping.draft.note')}</span>
        </Option>
        <OwnMapping {...props} />
      </fieldset>
      {choice === 'draft' && <DraftTables opened={opened} />}
      <details class="more" open={choice === 'draft' && opened.draft.questions.length > 0}>
        <summary>{say('mapping.edit')}</summary>
        <label class="unseen" for="mapping-text">
          {say('mapping.edit')}
        </label>
        <textarea
          id="mapping-text"
          class="desk-text"
          rows={16}
          dir="ltr"
          spellcheck={false}
          value={mapping.text}
          onChange={({ currentTarget }) => change({ ...mapping, text: currentTarget.value })}
        />
      </details>
      <p class="desk-actions">
        <button type="button" class="button" disabled={isBusy} onClick={check}>
          {say('check')}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => download(mapping.name, mapping.text, 'application/yaml')}
        >
          {say('mapping.save')}
        </button>
        <label class="desk-tick">
          <input
            type="checkbox"
            checked={showValues}
            onChange={({ currentTarget }) => setShowValues(currentTarget.checked)}
          />{' '}
          {say('check.values')}
        </label>
      </p>
    </Step>
  );
}

function Option({
  value,
  choice,
  choose,
  children,
}: {
  readonly value: Choice;
  readonly choice: Choice;
  readonly choose: (choice: Choice) => void;
  readonly children: preact.ComponentChildren;
}) {
  return (
    <label class="desk-choice">
      <input type="radio" name="mapping" checked={choice === value} onChange={() => choose(value)} />
      <span>{children}</span>
    </label>
  );
}

function OwnMapping({ choice, mapping, takeOwn }: MappingProps) {
  const { say } = useWords();
  return (
    <label class="desk-choice">
      <span>
        <b>{say('mapping.own')}</b>{' '}
        {choice === 'own' && (
          <span class="note" dir="auto">
            {mapping.name}
          </span>
        )}
        <input
          type="file"
          accept=".yaml,.yml,.json"
          onChange={async ({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) takeOwn({ name: file.name, text: await file.text() });
          }}
        />
      </span>
    </label>
  );
}

/** What was drafted, and what a person has to decide. */
function DraftTables({ opened: { draft } }: Pick<MappingProps, 'opened'>) {
  const { say, percent } = useWords();
  return (
    <>
      {draft.questions.length > 0 && (
        <>
          <h4>{say('mapping.decide', { n: draft.questions.length })}</h4>
          <ul class="desk-decide">
            {draft.questions.map(({ column, question, values }) => (
              <li key={`${column} ${question}`}>
                <b dir="auto">{column ?? say('mapping.whole')}</b>: {question}
                {values.length > 0 && (
                  <span class="desk-values">
                    {values.slice(0, 8).map((value) => (
                      <bdi key={value}>{value}</bdi>
                    ))}
                    {values.length > 8 && <span>…</span>}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <details class="more">
        <summary>{say('mapping.lines')}</summary>
        <table class="desk-table">
          <thead>
            <tr>
              <th scope="col">{say('mapping.column')}</th>
              <th scope="col">{say('mapping.becomes')}</th>
              <th scope="col" class="num">
                {say('mapping.sure')}
              </th>
            </tr>
          </thead>
          <tbody>
            {draft.lines.map(({ column, becomes, confidence }) => (
              <tr key={`${column} ${becomes}`}>
                <th scope="row" dir="auto">
                  {column}
                </th>
                <td>{becomes ?? say('mapping.stays')}</td>
                <td class="num">{percent(confidence)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
