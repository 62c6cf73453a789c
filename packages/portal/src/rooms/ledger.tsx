import { leastBase, leastBaseInSd, widestHalf } from '@casebridge/privacy/results';
import type { OpenRoom } from '../bake/room-set.ts';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { type CohortLine, type LedgerPage, ledgerPages } from '../model/privacy-ledger.ts';
import { releaseFolder } from '../model/release-folder.ts';

/** The public privacy ledger: what every release spent, by which rules, and the tests it had to pass. */
export const ledgerRoom: OpenRoom = () => ({
  pages: [{ path: 'methods/ledger/', room: ledger }],
  entries: [{ path: 'methods/ledger/', group: 'methods' }],
});

function ledger(page: Page): Room {
  return {
    title: page.words.text('ledger.title'),
    description: page.words.text('ledger.lede'),
    body: <Ledger />,
    styles: ['records'],
  };
}

function Ledger() {
  const page = usePage();
  const { words, releases } = page;
  const pages = ledgerPages(releases.map(({ bundle }) => bundle));
  return (
    <>
      <Opening
        kicker={<a href={page.to('methods/')}>{words.text('nav.methods')}</a>}
        title={words.text('ledger.title')}
      >
        <p class="lede">{words.text('ledger.lede')}</p>
        {pages[0] && <SoFar newest={pages[0]} />}
      </Opening>
      <Wide id="how" title={words.text('ledger.how')}>
        <div class="prose">
          {[1, 2, 3].map((line) => (
            <p key={line}>{words.text(`ledger.how.${line}`)}</p>
          ))}
        </div>
      </Wide>
      <Wide id="rules" title={words.text('ledger.rules')}>
        <ul class="reasons">
          <li>{words.text('ledger.rule.thresholds')}</li>
          <li>{words.text('ledger.rule.once')}</li>
        </ul>
      </Wide>
      {pages.map((each, at) => (
        <Release key={each.bundle.manifest.release} each={each} newest={at === 0} />
      ))}
    </>
  );
}

/** The most that any group has spent by the newest release, and the tests before it: what the page comes to. */
function SoFar({ newest }: { readonly newest: LedgerPage }) {
  const { words, format } = usePage();
  const { manifest, audit } = newest.bundle;
  return (
    <p>
      {words.text('ledger.so-far', {
        sequence: manifest.sequence,
        epsilon: format.plain(Math.max(...newest.cohorts.map(({ epsilon }) => epsilon))),
        delta: deltaText(newest.cohorts),
      })}{' '}
      {audit !== null && words.text('ledger.so-far.tests', { count: audit.gates.length })}
    </p>
  );
}

function Release({ each, newest }: { readonly each: LedgerPage; readonly newest: boolean }) {
  const page = usePage();
  const { words, format } = page;
  const { manifest, privacy } = each.bundle;
  const folder = releaseFolder(manifest);
  return (
    <Wide
      id={`release-${manifest.sequence}`}
      title={words.text('ledger.release', { sequence: manifest.sequence, date: format.day(manifest.created) })}
      tint={newest}
    >
      <div class="stack">
        <dl class="terms facts-list">
          <div>
            <dt>{words.text('ledger.method')}</dt>
            <dd>
              {(privacy.mechanisms ?? [{ product: 'tables' as const }]).map(({ product }) => (
                <p key={product}>{words.text(`ledger.product.${product}`)}</p>
              ))}
            </dd>
          </div>
          <div>
            <dt>{words.text('ledger.unit')}</dt>
            <dd>
              {words.text('ledger.unit.text', { unit: words.text(`unit.${privacy.unit}`), bound: privacy.personBound })}
            </dd>
          </div>
          <div>
            <dt>{words.text('ledger.thresholds')}</dt>
            <dd>
              <p>{words.text('ledger.rule.base', { base: leastBase, sd: leastBaseInSd })}</p>
              <p>{words.text('ledger.rule.wide', { points: Math.round(widestHalf * 100) })}</p>
            </dd>
          </div>
          {privacy.kanonymous && (
            <div>
              <dt>{words.text('ledger.kanonymous')}</dt>
              <dd>{words.text('methods.kanonymous', { k: privacy.kanonymous.k })}</dd>
            </div>
          )}
          {privacy.prevalence && (
            <div>
              <dt>{words.text('nav.prevalence')}</dt>
              <dd>{words.text('prevalence.outside')}</dd>
            </div>
          )}
          {privacy.conditionalOnInternalCheck && (
            <div>
              <dt>{words.text('ledger.checked')}</dt>
              <dd>{words.text('methods.check')}</dd>
            </div>
          )}
        </dl>
        <Spend each={each} />
        <Gates each={each} open={newest} />
        <Entries each={each} />
        <p class="note">
          <a href={page.file(`${folder}/docs/privacy.json`)}>docs/privacy.json</a>
          {manifest.files.some(({ path }) => path === 'docs/ledger-extract.jsonl') && (
            <>
              {' · '}
              <a href={page.file(`${folder}/docs/ledger-extract.jsonl`)}>docs/ledger-extract.jsonl</a>
            </>
          )}
          {manifest.files.some(({ path }) => path === 'docs/audit.json') && (
            <>
              {' · '}
              <a href={page.file(`${folder}/docs/audit.json`)}>docs/audit.json</a>
            </>
          )}
        </p>
      </div>
    </Wide>
  );
}

/** Regions of one page need names of their own. */
function labelOf(release: string, caption: string): string {
  return `${release}: ${caption}`;
}

function Spend({ each }: { readonly each: LedgerPage }) {
  const { words, format } = usePage();
  const { manifest } = each.bundle;
  const most = Math.max(...each.cohorts.map(({ spent, reserve }) => spent + reserve));
  const caption = words.text('ledger.spend');
  return (
    <div>
      <Scroll label={labelOf(words.text('release.short', { sequence: manifest.sequence }), caption)}>
        <table data-part="ledger">
          <caption>
            {caption} {manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.text('ledger.cohort')}</th>
              <th scope="col" class="num">
                {words.text('ledger.added')}
              </th>
              <th scope="col" class="num">
                {words.text('ledger.spent')}
              </th>
              <th scope="col" class="num">
                {words.text('ledger.reserve')}
              </th>
              <th scope="col" class="num">
                ε
              </th>
              <th scope="col">
                <span class="unseen">{words.text('ledger.picture')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {each.cohorts.map((line) => (
              <tr key={line.cohort}>
                <th scope="row">
                  {line.period} <code dir="ltr">{line.cohort}</code>
                </th>
                <td class="num">{rho(line.added, words.locale)}</td>
                <td class="num strong">{rho(line.spent, words.locale)}</td>
                <td class="num">{rho(line.reserve, words.locale)}</td>
                <td class="num">{format.plain(line.epsilon)}</td>
                <td>
                  <Meter line={line} most={most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">{words.text('ledger.spend.note', { delta: deltaText(each.cohorts) })}</p>
    </div>
  );
}

function rho(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 3, minimumFractionDigits: 3 }).format(value);
}

function deltaText(cohorts: readonly CohortLine[]): string {
  return [...new Set(cohorts.map(({ delta }) => delta))].map(scientific).join(', ');
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A small number as people write it: `1 × 10⁻⁶`. */
function scientific(value: number): string {
  const [digits = '', power = '0'] = value.toExponential().split('e');
  const raised = power
    .replace('+', '')
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => superscripts[Number(digit)] ?? digit);
  return `${digits} × 10${raised}`;
}

const meterWidth = 120;

/** Spent so far and kept back, on one scale for the release. */
function Meter({ line, most }: { readonly line: CohortLine; readonly most: number }) {
  const { words } = usePage();
  const along = (value: number) => Math.round((value / (most || 1)) * meterWidth * 10) / 10;
  const [spent, whole] = [along(line.spent), along(line.spent + line.reserve)];
  const rtl = words.direction === 'rtl';
  return (
    <svg class="meter" viewBox={`0 0 ${meterWidth} 10`} width={meterWidth} height="10" aria-hidden="true">
      <rect class="kept" x={rtl ? meterWidth - whole : 0} width={whole} height="10" />
      <rect class="spent" x={rtl ? meterWidth - spent : 0} width={spent} height="10" />
    </svg>
  );
}

function Gates({ each, open }: { readonly each: LedgerPage; readonly open: boolean }) {
  const { words } = usePage();
  const { audit, manifest } = each.bundle;
  if (audit === null) return <p class="notice">{words.text('ledger.no-gates')}</p>;
  const caption = words.text('ledger.gates', { count: audit.gates.length });
  return (
    <details class="more" {...(open && { open: true })}>
      <summary>{caption}</summary>
      <p class="intro">{words.text('ledger.gates.text')}</p>
      <Scroll label={labelOf(words.text('release.short', { sequence: manifest.sequence }), caption)}>
        <table class="gates" data-part="audit">
          <caption>
            {words.text('ledger.gates.table')}{' '}
            {manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.text('ledger.gate')}</th>
              <th scope="col">{words.text('ledger.gate.read')}</th>
              <th scope="col">{words.text('ledger.gate.result')}</th>
              <th scope="col" class="num">
                {words.text('ledger.gate.value')}
              </th>
              <th scope="col" class="num">
                {words.text('ledger.gate.limit')}
              </th>
            </tr>
          </thead>
          <tbody>
            {audit.gates.map(({ name, value, limit, read }, at) => (
              <tr key={`${name} ${at}`}>
                <th scope="row">
                  {words.has(`gate.${name}`) ? words.text(`gate.${name}`) : <code dir="ltr">{name}</code>}
                </th>
                <td>
                  {read.length === 0
                    ? words.text('ledger.read.code')
                    : [...new Set(read.map(({ kind }) => kind))]
                        .map((kind) => words.text(`ledger.read.${kind}`))
                        .join(' · ')}
                </td>
                <td>{words.text('ledger.gate.passed')}</td>
                <td class="num">{rho(value, words.locale)}</td>
                <td class="num">{rho(limit, words.locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}

function Entries({ each }: { readonly each: LedgerPage }) {
  const { words, format } = usePage();
  const { manifest } = each.bundle;
  if (each.entries.length === 0) return null;
  const caption = words.text('ledger.entries', { count: each.entries.length });
  return (
    <details class="more">
      <summary>{caption}</summary>
      <Scroll label={labelOf(words.text('release.short', { sequence: manifest.sequence }), caption)}>
        <table data-part="ledger">
          <caption>
            {words.text('ledger.entries.table')}{' '}
            {manifest.example && <span class="not-real">{words.text('example')}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.text('ledger.day')}</th>
              <th scope="col">{words.text('ledger.cohort')}</th>
              <th scope="col" class="num">
                {words.text('ledger.sets')}
              </th>
              <th scope="col" class="num">
                ρ
              </th>
              <th scope="col">{words.text('ledger.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {each.entries.map((entry) => (
              <tr key={`${entry.hash} ${entry.cohort}`}>
                <th scope="row">{format.day(entry.day)}</th>
                <td>
                  <code dir="ltr">{entry.cohort}</code>
                </td>
                <td class="num">{format.count(entry.sets)}</td>
                <td class="num">{rho(Number(entry.rho.num) / Number(entry.rho.den), words.locale)}</td>
                <td>
                  <code dir="ltr">{entry.hash.slice(0, 16)}…</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
