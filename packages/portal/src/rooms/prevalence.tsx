import { type PublishedPrevalence, paths } from '@casebridge/bundle';
import type { OpenRoom } from '../bake/room-set.ts';
import { type DrawnEstimate, estimateDots } from '../charts/estimate-dots.ts';
import { Chart } from '../components/chart.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { TwoListsPicture } from '../components/two-lists-picture.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { type EstimateLine, estimateLines, thresholdText } from '../model/estimate-lines.ts';
import { releaseFolder } from '../model/release-folder.ts';

/** How many were never seen: there where the release carries an estimate. */
export const prevalenceRoom: OpenRoom = ({ view }) =>
  view.bundle.prevalence
    ? { pages: [{ path: 'prevalence/', room: prevalence }], entries: [{ path: 'prevalence/', group: 'findings' }] }
    : { pages: [] };

/** Caveats, in the order in which they are read. */
export const shownCaveats = [
  'closed',
  'matching',
  'catchable',
  'reachable',
  'dependence',
  'definition',
  'interval',
  'nine_in_ten',
] as const;

/** The estimate with everything that must stand beside it; no headline where it is unstable. */
export function prevalence(page: Page): Room {
  const { prevalence: estimate } = page.view.bundle;
  if (!estimate) throw new Error('the release carries no estimate of the unseen');
  return {
    title: page.words.text('prevalence.title'),
    description: page.words.text('prevalence.description'),
    body: <PrevalenceRoom estimate={estimate} />,
    scripts: ['two-lists'],
    styles: ['records', 'prevalence'],
    alternates: [{ type: 'application/json', path: filePath(page) }],
  };
}

interface Shown {
  readonly estimate: PublishedPrevalence;
}

function PrevalenceRoom({ estimate }: Shown) {
  const { words, view } = usePage();
  return (
    <>
      <Opening title={words.text('prevalence.title')}>
        <p class="lede">{words.text('prevalence.lede')}</p>
        <Answer estimate={estimate} />
      </Opening>
      <AllEstimates estimate={estimate} />
      <Wide id="guarantee" title={words.text('prevalence.guarantee')} tint>
        <div class="prose">
          <p>{words.text(`prevalence.guarantee.${estimate.way}`)}</p>
          {view.bundle.manifest.example && <p class="note">{words.text('example')}</p>}
        </div>
      </Wide>
      <Wide id="idea" title={words.text('prevalence.idea')}>
        <div class="prose">
          <p>{words.text('prevalence.idea.1')}</p>
          <p>{words.text('prevalence.idea.2')}</p>
        </div>
        <TwoListsPicture />
      </Wide>
      <Wide id="rests" title={words.text('prevalence.rests')} tint>
        <p class="intro">{words.text('prevalence.rests.text')}</p>
        <ul class="reasons">
          {shownCaveats.map((key) => (
            <li key={key}>{words.text(`prevalence.caveat.${key}`)}</li>
          ))}
        </ul>
        <p class="note">{words.text('prevalence.never')}</p>
      </Wide>
      <Made estimate={estimate} />
    </>
  );
}

function Answer({ estimate }: Shown) {
  const page = usePage();
  const { words, format, view } = page;
  const { stepwise, stable, bound, instabilities, lacking } = estimate;
  const known = format.count(estimate.known);
  const [from, to] = estimate.period.map(String) as [string, string];
  return (
    <div class="unseen-answer" data-part="prevalence">
      <p class="note">
        <span>{inPageLanguage(page, estimate.population)}</span>
        <span>{words.text('prevalence.years', { from: from === to ? 'same' : from, to })}</span>
        {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
      </p>
      {stepwise && stable && stepwise.interval ? (
        <>
          <p class="number">{words.text('prevalence.headline', { estimate: format.count(stepwise.estimate) })}</p>
          <p>
            {words.text('prevalence.headline.interval', {
              low: format.count(stepwise.interval[0]),
              high: format.count(stepwise.interval[1]),
              known,
            })}
          </p>
        </>
      ) : stepwise ? (
        <>
          <p class="number">{words.text('prevalence.unstable')}</p>
          <p>{words.text('prevalence.unstable.text', { known })}</p>
          <Reasons title="prevalence.why" keys={instabilities.map((key) => `prevalence.instability.${key}`)} />
        </>
      ) : bound === null ? (
        <>
          <p class="number">{words.text('prevalence.unstable')}</p>
          <p>
            {words.text(lacking.includes('small_stratum') ? 'prevalence.stratum.text' : 'prevalence.none.text', {
              known,
            })}
          </p>
        </>
      ) : (
        <>
          <p class="number">{words.text('prevalence.bound', { bound: format.count(bound) })}</p>
          <p>{words.text('prevalence.bound.text', { known })}</p>
          <Reasons title="prevalence.why.bound" keys={lacking.map((key) => `prevalence.lacking.${key}`)} />
        </>
      )}
    </div>
  );
}

function Reasons({ title, keys }: { readonly title: string; readonly keys: readonly string[] }) {
  const { words } = usePage();
  return (
    <div>
      <p>{words.text(title)}</p>
      <ul class="reasons">
        {keys.map((key) => (
          <li key={key}>{words.text(key)}</li>
        ))}
      </ul>
    </div>
  );
}

function AllEstimates({ estimate }: Shown) {
  const page = usePage();
  const { words } = page;
  const lines = estimateLines(page, estimate, (id) => listName(page, estimate, id));
  const drawn = lines.flatMap(({ drawn }) => (drawn ? [drawn] : []));
  const maximum = Math.max(1, ...drawn.map(({ value, high }) => Math.max(value ?? 0, high))) * 1.04;
  const title = words.text('prevalence.all.table');
  return (
    <Wide id="all" title={words.text('prevalence.all')}>
      <p class="intro">{words.text('prevalence.all.text')}</p>
      {estimate.stepwise?.biased && <p class="note">{words.text('prevalence.biased')}</p>}
      {estimate.matching && <p class="note">{words.text('prevalence.assumed-band')}</p>}
      {!estimate.linkage && !estimate.matching && <p class="note">{words.text('prevalence.no-band')}</p>}
      <div class="estimates" data-part="prevalence">
        <Chart
          id="estimates"
          title={title}
          caption={null}
          description={lines
            .filter(({ drawn }) => drawn !== null)
            .map(({ label, number, interval }) => `${label}: ${interval ? `${number} (${interval})` : number}`)
            .join('; ')}
          draw={(frame) => estimateDots(drawn satisfies readonly DrawnEstimate[], frame, { maximum })}
        />
        <EstimateTable title={title} lines={lines} />
      </div>
    </Wide>
  );
}

function EstimateTable({ title, lines }: { readonly title: string; readonly lines: readonly EstimateLine[] }) {
  const { words, view } = usePage();
  return (
    <Scroll label={title}>
      <table class="figures" data-part="prevalence">
        <caption>
          {title} {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.text('prevalence.estimate')}</th>
            <th scope="col" class="num">
              {words.text('prevalence.number')}
            </th>
            <th scope="col" class="num">
              {words.text('prevalence.interval')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.flatMap(({ key, label, number, interval, inTable }) =>
            inTable
              ? [
                  <tr key={key}>
                    <th scope="row">{label}</th>
                    <td class="num">{number}</td>
                    <td class="num">{interval ?? '–'}</td>
                  </tr>,
                ]
              : [],
          )}
        </tbody>
      </table>
    </Scroll>
  );
}

function Made({ estimate }: Shown) {
  const page = usePage();
  const { words, format } = page;
  const { lists, merged, stepwise, threshold, resamples, way } = estimate;
  const pairs = stepwise?.pairs.map(([first, second]) =>
    words.text('prevalence.pair', { first: listName(page, estimate, first), second: listName(page, estimate, second) }),
  );
  return (
    <Wide id="made" title={words.text('prevalence.made')}>
      <dl class="terms facts-list">
        <div>
          <dt>{words.text('prevalence.lists')}</dt>
          <dd>
            <ul class="plain">
              {lists.map(({ id }) => (
                <li key={id}>{listName(page, estimate, id)}</li>
              ))}
            </ul>
          </dd>
        </div>
        {merged.length > 0 && (
          <div>
            <dt>{words.text('prevalence.merged')}</dt>
            <dd>
              {merged.map(({ list, reason }) => (
                <p key={list}>
                  {words.text('prevalence.merged.line', {
                    list: listName(page, estimate, list),
                    reason: inPageLanguage(page, reason),
                  })}
                </p>
              ))}
              {estimate.apart === undefined && <p>{words.text('prevalence.merged.unmeasured')}</p>}
            </dd>
          </div>
        )}
        <div>
          <dt>{words.text('prevalence.method')}</dt>
          <dd>
            {words.text('prevalence.method.text', {
              threshold: thresholdText(words, threshold),
              resamples: format.count(resamples),
            })}
            {stepwise?.ties !== undefined &&
              ` ${words.text('prevalence.ties', { share: format.share(stepwise.ties) })}`}
          </dd>
        </div>
        {pairs && (
          <div>
            <dt>{words.text('prevalence.model')}</dt>
            <dd>{pairs.length === 0 ? words.text('prevalence.model.none') : pairs.join(' · ')}</dd>
          </div>
        )}
        <div>
          <dt>{words.text('prevalence.again')}</dt>
          <dd>
            <p>{words.text(`prevalence.again.${way}`)}</p>
            <p>
              <a href={page.file(filePath(page))} download>
                {words.text('prevalence.file')}
              </a>
            </p>
          </dd>
        </div>
      </dl>
    </Wide>
  );
}

function filePath({ view }: Pick<Page, 'view'>): string {
  return `${releaseFolder(view.bundle.manifest)}/${paths.prevalence}`;
}

function listName(page: Page, { lists }: PublishedPrevalence, id: string): string {
  const found = lists.find((list) => list.id === id);
  return found ? inPageLanguage(page, found.labels) : id;
}

// A language that was added to the site after the release reads the release's first.
function inPageLanguage(
  { words, view }: Pick<Page, 'words' | 'view'>,
  texts: Readonly<Record<string, string>>,
): string {
  return texts[words.language] ?? texts[view.bundle.manifest.languages[0] ?? 'en'] ?? Object.values(texts)[0] ?? '';
}
