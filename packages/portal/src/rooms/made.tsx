import type { OpenRoom } from '../bake/room-set.ts';
import { CoverageStrip } from '../components/coverage-strip.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { Opening, Wide } from '../components/wide.tsx';

/** How the example data were made. */
export const madeRoom: OpenRoom = () => ({
  pages: [{ path: 'how-this-was-made/', room: made }],
  entries: [{ path: 'how-this-was-made/', group: 'methods' }],
});

/** From parcels to this page: who consented, who approved, what the ledger says was spent. */
export function made(page: Page): Room {
  return {
    title: page.words.text('made.title'),
    description: page.words.text('made.description'),
    body: <Made />,
  };
}

const steps = ['parcels', 'checks', 'budget', 'figures', 'consent', 'approval', 'page'] as const;

function Made() {
  const page = usePage();
  const { words, view } = page;
  const { manifest, manifestHash } = view.bundle;
  return (
    <>
      <Opening title={words.text('made.title')}>
        <p class="lede">{words.text('made.lede')}</p>
      </Opening>
      <Wide id="steps" title={words.text('made.steps')}>
        <ol class="steps">
          {steps.map((step) => (
            <li key={step}>
              <b>{words.text(`made.${step}`)}</b> {words.text(`made.${step}.text`)}
            </li>
          ))}
        </ol>
      </Wide>
      {manifest.example && (
        <Wide id="example" title={words.text('example')} tint>
          <p class="intro">{words.text('made.example')}</p>
        </Wide>
      )}
      <Wide id="coverage" title={words.text('coverage.title')}>
        <CoverageStrip />
      </Wide>
      <Wide id="signatures" title={words.text('made.signatures')}>
        <p class="intro">
          {words.text('made.signatures.text', {
            approvals: manifest.approvalPolicy.approvals,
            consents: manifest.approvalPolicy.consents.length,
          })}
        </p>
        <Signatures />
        <p class="note">
          {words.text('made.manifest')} <code class="hash">{manifestHash}</code>
        </p>
        <p class="note">
          {words.text('made.signer', { organisation: manifest.signer.organisation })}{' '}
          <code class="hash">{manifest.signer.publicKey}</code>
        </p>
      </Wide>
      <Wide id="ledger" title={words.text('made.ledger')}>
        <p class="intro">{words.text('made.ledger.text')}</p>
        <Ledger />
        <p class="note">
          {words.text('made.ledger.head')} <code class="hash">{manifest.ledgerHead}</code>
        </p>
      </Wide>
    </>
  );
}

function Signatures() {
  const { words, view, format } = usePage();
  const { approvals, manifest } = view.bundle;
  return (
    <Scroll label={words.text('made.signatures.table')}>
      <table data-part="ledger">
        <caption>
          {words.text('made.signatures.table')}{' '}
          {manifest.example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.text('made.role')}</th>
            <th scope="col">{words.text('made.organisation')}</th>
            <th scope="col">{words.text('made.date')}</th>
            <th scope="col">{words.text('made.key')}</th>
          </tr>
        </thead>
        <tbody>
          {(approvals?.signatures ?? []).map(({ role, organisation, publicKey, date }) => (
            <tr key={`${role} ${publicKey}`}>
              <th scope="row">{words.text(`made.role.${role}`)}</th>
              <td>{organisation}</td>
              <td>{format.day(date)}</td>
              <td>
                <code class="hash">{publicKey}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Ledger() {
  const { words, view, format } = usePage();
  const { ledger, privacy, manifest } = view.bundle;
  const epsilonOf = new Map(privacy.cohorts.map(({ cohort, epsilon, delta }) => [cohort, { epsilon, delta }]));
  return (
    <Scroll label={words.text('made.ledger.table')}>
      <table data-part="ledger">
        <caption>
          {words.text('made.ledger.table')} {manifest.example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.text('made.cohort')}</th>
            <th scope="col">{words.text('made.mechanism')}</th>
            <th scope="col" class="num">
              {words.text('made.tables')}
            </th>
            <th scope="col" class="num">
              ρ
            </th>
            <th scope="col" class="num">
              ε
            </th>
            <th scope="col" class="num">
              δ
            </th>
            <th scope="col">{words.text('made.date')}</th>
          </tr>
        </thead>
        <tbody>
          {ledger.map(({ id, cohort, mechanism, sets, rho, day }) => {
            const cost = epsilonOf.get(cohort);
            return (
              <tr key={id}>
                <th scope="row">{cohort}</th>
                <td>{mechanism}</td>
                <td class="num">{format.count(sets)}</td>
                <td class="num">{rounded(Number(rho.num) / Number(rho.den))}</td>
                <td class="num">{cost ? rounded(cost.epsilon) : ''}</td>
                <td class="num">{cost ? String(cost.delta) : ''}</td>
                <td>{format.day(day)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
