import type { OpenRoom } from '../bake/room-set.ts';
import { intervalPicture, noisePicture } from '../charts/protection-pictures.ts';
import { Chart } from '../components/chart.tsx';
import { KnownBreaks } from '../components/known-breaks.tsx';
import { absences, MarkLegend } from '../components/marks.tsx';
import { IntervalTable, NoiseTable } from '../components/method-tables.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import type { ReleaseView } from '../model/release-view.ts';

/** How the numbers are protected and read. */
export const methodsRoom: OpenRoom = () => ({
  pages: [{ path: 'methods/', room: methods }],
  entries: [{ path: 'methods/', group: 'methods', leads: true }],
});

/** How people are protected and what the numbers mean for it, in plain words with pictures. */
export function methods(page: Page): Room {
  return {
    title: page.words.text('methods.title'),
    description: page.words.text('methods.description'),
    body: <Methods />,
  };
}

/** Standard deviation of one published count in the newest year, in records: what the pictures are drawn with. */
function typicalNoise({ answers, newest }: ReleaseView): number {
  const cohorts = answers.cohorts.filter(({ period, late }) => period === newest && !late).map(({ id }) => id);
  const [first] = [...answers.tables].sort((a, b) => a.length - b.length);
  if (!first || cohorts.length === 0) return 0;
  return answers.table(first, cohorts).sd[0] ?? 0;
}

// What `combineReplicates` does, in the letters of docs/utility.md.
const replicateRule = `b̂ = mean(q*) − q
b̃ = b̂ · max(0, 1 − (1 + 1/m) B / b̂²)
T = max((1 + 1/m) B, V) + (b̂ − b̃)²
(q − b̃) ± t(m−1) √T`;

function Methods() {
  const page = usePage();
  const { words, view, format } = page;
  const { privacy, manifest } = view.bundle;
  const hasSynthetic = manifest.files.some(({ path }) => path === 'data/synthetic.csv');
  const parts = [
    'coverage',
    'noise',
    'interval',
    'epsilon',
    'shares',
    ...(hasSynthetic ? ['synthetic'] : []),
    'breaks',
    'quality',
    'marks',
    'limits',
  ];
  const measured = typicalNoise(view);
  const sd = Math.max(2, Math.round(measured));
  const truth = Math.max(100, sd * 8);
  const count = format.count(truth);
  return (
    <>
      <Opening title={words.text('methods.title')}>
        <p class="lede">{words.text('methods.lede')}</p>
        <nav class="jump" aria-label={words.text('figures.jump')}>
          <ul>
            {parts.map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{words.text(`methods.${part}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </Opening>
      <Wide id="coverage" title={words.text('methods.coverage')}>
        <div class="prose">
          <p>{words.text('methods.coverage.1')}</p>
          <p>{words.text('methods.coverage.2')}</p>
          <p>
            <a href={page.to('contributors/')}>{words.text('nav.contributors')}</a>
          </p>
        </div>
      </Wide>
      <Wide id="noise" title={words.text('methods.noise')}>
        <div class="pair">
          <Chart
            id="noise-picture"
            title={words.text('methods.noise.chart', { count })}
            description={words.text('methods.noise.chart.text', { count, spread: format.count(2 * sd) })}
            draw={(frame) => noisePicture(frame, { truth, sd, write: format.count })}
          />
          <div class="prose">
            <p>{words.text('methods.noise.1')}</p>
            <p>{words.text('methods.noise.2', { count, spread: format.count(2 * sd) })}</p>
            <p>{words.text('methods.noise.3')}</p>
            <NoiseTable truth={truth} sd={sd} />
          </div>
        </div>
      </Wide>
      <Wide id="interval" title={words.text('methods.interval')}>
        <div class="pair">
          <Chart
            id="interval-picture"
            title={words.text('methods.interval.chart')}
            description={words.text('methods.interval.chart.text')}
            draw={(frame) => intervalPicture(frame, { truth, sd })}
          />
          <div class="prose">
            <p>{words.text('methods.interval.1')}</p>
            <p>{words.text('methods.interval.2')}</p>
            <IntervalTable truth={truth} sd={sd} />
          </div>
        </div>
      </Wide>
      <Wide id="epsilon" title={words.text('methods.epsilon')}>
        <div class="prose">
          <p>{words.text('methods.epsilon.1')}</p>
          <p>
            {privacy.unit === 'person'
              ? words.text('methods.epsilon.2.person')
              : words.text('methods.epsilon.2', { unit: words.text('unit.record') })}
          </p>
        </div>
        <EpsilonTable />
        <div class="prose">
          <p class="note">{words.text('methods.epsilon.note')}</p>
          {privacy.unit === 'record' && (
            <p class="note">{words.text('methods.epsilon.records', { bound: privacy.personBound })}</p>
          )}
        </div>
      </Wide>
      <Wide id="shares" title={words.text('methods.shares')}>
        <div class="prose">
          <p>{words.text('methods.shares.1')}</p>
          <p>{words.text('methods.shares.2')}</p>
          <p>{words.text('methods.shares.3')}</p>
        </div>
      </Wide>
      {hasSynthetic && (
        <Wide id="synthetic" title={words.text('methods.synthetic')}>
          <div class="prose">
            {[1, 2, 3].map((line) => (
              <p key={line}>{words.text(`methods.synthetic.${line}`)}</p>
            ))}
            <h3>{words.text('methods.synthetic.formula')}</h3>
            <pre dir="ltr">
              <code>{replicateRule}</code>
            </pre>
            <p class="note">{words.text('methods.synthetic.letters')}</p>
            <p>{words.text('methods.synthetic.4')}</p>
          </div>
        </Wide>
      )}
      <Wide id="breaks" title={words.text('methods.breaks')}>
        <p class="intro">{words.text('methods.breaks.text')}</p>
        <KnownBreaks />
      </Wide>
      <Wide id="quality" title={words.text('methods.quality')}>
        <div class="prose">
          <p>{words.text('methods.quality.1')}</p>
          <p>{words.text('methods.quality.2')}</p>
        </div>
        <ul class="plain onward-list">
          <li>
            <a href={page.to('data/missingness/')}>{words.text('missingness.link')}</a>
          </li>
          <li>
            <a href={page.to('data/crosswalks/')}>{words.text('crosswalk.link')}</a>
          </li>
          <li>
            <a href={page.to('methods/ledger/')}>{words.text('ledger.title')}</a>
          </li>
        </ul>
      </Wide>
      <Wide id="marks" title={words.text('methods.marks')}>
        <p class="intro">{words.text('methods.marks.text')}</p>
        <MarkLegend used={absences} />
      </Wide>
      <Wide id="limits" title={words.text('methods.limits')} tint>
        <ul class="reasons">
          {[1, 2, 3, 4].map((line) => (
            <li key={line}>{words.text(`methods.limits.${line}`)}</li>
          ))}
        </ul>
        {privacy.conditionalOnInternalCheck && <p class="note">{words.text('methods.check')}</p>}
        {privacy.kanonymous && <p class="note">{words.text('methods.kanonymous', { k: privacy.kanonymous.k })}</p>}
        {privacy.prevalence && <p class="note">{words.text('prevalence.outside')}</p>}
        <Declared />
      </Wide>
    </>
  );
}

/** What the release itself states as outside the protection. */
function Declared() {
  const { words, view } = usePage();
  const { notProtected } = view.bundle.privacy;
  if (notProtected.length === 0) return null;
  return (
    <details class="more">
      <summary>{words.text('methods.declared')}</summary>
      <ul>
        {notProtected.map((one) => (
          <li key={one}>{words.has(`methods.declared.${one}`) ? words.text(`methods.declared.${one}`) : one}</li>
        ))}
      </ul>
    </details>
  );
}

function EpsilonTable() {
  const { words, view, format } = usePage();
  const { privacy, manifest } = view.bundle;
  const epsilon = (value: number) => String(Math.round(value * 100) / 100);
  return (
    <div class="odds">
      {privacy.persons.map(({ contributors, epsilonSeparate, epsilonWithin, attackerAdvantage }) => {
        const belief = (1 + attackerAdvantage) / 2;
        return (
          <article key={contributors} class="card">
            <h3>{words.text('methods.known-to', { count: contributors })}</h3>
            <Odds belief={belief} />
            <p class="interval">{words.text('methods.belief', { belief: format.share(belief) })}</p>
            <p class="note">
              <span>{words.text('methods.epsilon.separate', { epsilon: epsilon(epsilonSeparate) })}</span>
              {contributors > 1 && (
                <span>{words.text('methods.epsilon.within', { epsilon: epsilon(epsilonWithin) })}</span>
              )}
              {manifest.example && <span class="not-real">{words.text('example')}</span>}
            </p>
          </article>
        );
      })}
    </div>
  );
}

const oddsWidth = 200;

/** From an even guess to the most an attacker can come to believe; half is the middle. */
function Odds({ belief }: { readonly belief: number }) {
  const { words } = usePage();
  const along = Math.round(belief * oddsWidth * 10) / 10;
  const end = words.direction === 'rtl' ? oddsWidth - along : along;
  const start = oddsWidth / 2;
  return (
    <svg class="glyph" viewBox={`-4 0 ${oddsWidth + 8} 12`} aria-hidden="true">
      <path d={`M${Math.min(start, end)} 6H${Math.max(start, end)}`} />
      <circle cx={end} cy="6" r="4" />
    </svg>
  );
}
