// The explorer in the browser: it takes over the answer baked into the page, fetches what answers a state and keeps the state in
// the address.
import { type ComponentChild, hydrate, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { tablesInside, withBounds } from '../explore/bounds.ts';
import type { Drawing } from '../explore/drawings.ts';
import { Asked, Drawn, Told } from '../explore/explore-view.tsx';
import { type FacetNumbers, publishedFacet, syntheticFacet } from '../explore/facet-numbers.ts';
import { Facets } from '../explore/facets.tsx';
import { fidelityOf } from '../explore/fidelity.ts';
import { Notes } from '../explore/notes.tsx';
import { pause } from '../explore/pause.ts';
import { openRecords, type RecordsClient } from '../explore/records-client.ts';
import type { FacetCounts } from '../explore/records-protocol.ts';
import { type Slice, sliceOf } from '../explore/slice.ts';
import { answerable, type Source, variablesOf } from '../explore/sources.ts';
import { readState, say, settle, writeState } from '../explore/state.ts';
import { syntheticTable } from '../explore/synthetic-table.ts';
import type { ExploreIndex, ExploreState, ExploreTable } from '../explore/types.ts';
import { writer } from '../explore/wording.ts';

const place = document.getElementById('explore');
const { index: indexAddress, worker: workerAddress } = place?.dataset ?? {};
if (place && indexAddress && workerAddress) void start(place, indexAddress, workerAddress);

interface Shown {
  readonly state: ExploreState;
  readonly source: Source;
  readonly table: ExploreTable;
  readonly slice: Slice;
  /** Counts beside answers, by question: those asked for so far. */
  readonly counts: Readonly<Record<string, FacetNumbers>>;
}

async function start(root: HTMLElement, address: string, worker: string): Promise<void> {
  const shell = root.querySelector<HTMLElement>('.explore');
  const places = ['.asked', '.told', '.drawn', '.rail', '.facets'].map((name) => root.querySelector(name));
  const [askedPlace, toldPlace, drawnPlace, railPlace, facetsPlace] = places;
  if (!shell || !askedPlace || !toldPlace || !drawnPlace || !railPlace || !facetsPlace) return;
  const asleep = () => root.querySelectorAll('[inert]');
  // Without the index the baked answer stays as it is, and choices that would do nothing go.
  const index = await fetchJson<ExploreIndex>(address).catch((error: unknown) => {
    for (const element of asleep()) element.remove();
    throw error;
  });
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  const fetched = new Map<string, Promise<ExploreTable>>();
  let records: Promise<RecordsClient> | undefined;
  let { state, problems } = readState(index, new URLSearchParams(location.search));
  let shown: Shown | undefined;
  let isLive = false;

  const fetchTable = (key: string) => kept(fetched, key, () => fetchJson<ExploreTable>(`${folder}${key}.json`));

  const openedRecords = () => {
    if (!index.records) throw new Error('the release has no synthetic records');
    records ??= openRecords(worker, new URL(`${folder}${index.records.file}`, location.href).href);
    records.catch(() => {
      records = undefined;
    });
    return records;
  };

  const countTable = async ({ variable, by, filters }: ExploreState) => {
    const client = await openedRecords();
    const counted = await client.table([variable, ...(by === null ? [] : [by])], filters);
    return syntheticTable(index.release, counted, index.example);
  };

  // Every count with the range that the published tables inside its table leave.
  const boundedTable = async (asked: ExploreState) => {
    const inside = tablesInside(index, variablesOf(asked)).map(fetchTable);
    return withBounds(index, await countTable(asked), asked.filters, await Promise.all(inside));
  };

  const show = async () => {
    const asked = state;
    const source = answerable(index, asked);
    if (!source) return;
    if (isLive) shell.setAttribute('aria-busy', 'true');
    try {
      const table = await (source.kind === 'published' ? fetchTable(source.key) : boundedTable(asked));
      if (asked !== state) return;
      document.getElementById('explore-failed')?.remove();
      shown = { state: asked, source, table, slice: sliceOf(index, table, asked), counts: {} };
      await draw();
      for (const variable of wanted) void count(variable);
    } catch {
      fail();
    }
  };

  // Counts beside the answers of a question come from the same source as the table on screen.
  const wanted = new Set<string>();
  const want = (variable: string) => {
    wanted.add(variable);
    void count(variable);
  };
  const counted = new WeakMap<ExploreState, Promise<FacetCounts>>();
  const count = async (variable: string) => {
    const asked = shown;
    if (!asked || asked.counts[variable]) return;
    const { period } = asked.slice;
    const counting = { index, state: asked.state, period, fetchTable };
    const numbers = async () => {
      if (asked.source.kind === 'published') return publishedFacet(counting, variable);
      const all =
        counted.get(asked.state) ?? openedRecords().then((each) => each.facets(asked.state.filters, [period]));
      counted.set(asked.state, all);
      all.catch(() => counted.delete(asked.state));
      return syntheticFacet(counting, variable, (await all)[variable] ?? {});
    };
    const own = await numbers().catch(() => null);
    if (own === null || shown?.state !== asked.state) return;
    shown = { ...shown, counts: { ...shown.counts, [variable]: own } };
    put(facets(shown), facetsPlace);
  };

  const compare = async () => {
    const asked = shown;
    if (!asked || !index.records) return null;
    return fidelityOf(index, asked.state, asked.table, await countTable(asked.state));
  };

  const change = (next: Partial<ExploreState>) => {
    state = settle(index, { ...state, ...next });
    problems = [];
    history.replaceState(null, '', `?${writeState(state)}`);
    void show();
  };

  // The page's own pictures are kept for the answer they belong to: the one that an address without a choice asks for.
  const isBaked = location.search === '';
  const pictures = isBaked ? [...drawnPlace.querySelectorAll<SVGSVGElement>('.panels svg')] : [];
  const known = new Map<string, SVGSVGElement>();
  const inPage = (key: string) => {
    const picture = known.get(key) ?? pictures.shift();
    if (picture) known.set(key, picture);
    return picture;
  };

  const asked = (now: Shown) => <Asked index={index} {...now} problems={problems} change={change} />;
  const told = (now: Shown) => <Told index={index} {...now} change={change} />;
  const drawn = (now: Shown) => (
    <Drawn
      index={index}
      {...now}
      picture={(drawing, key) => (
        <DrawnPicture key={key} drawing={drawing} baked={inPage(key)} inPlace={now.state === opened && !isLive} />
      )}
      change={change}
    />
  );
  const facets = ({ state: now, source, slice, counts }: Shown) => (
    <Facets
      index={index}
      state={now}
      synthetic={source.kind === 'synthetic'}
      period={slice.period}
      counts={counts}
      want={want}
      change={change}
    />
  );
  const rail = ({ state: now, source, table, slice }: Shown) => {
    const hasRecords = source.kind === 'published' && answerable({ ...index, tables: [] }, now) !== null;
    return (
      <Notes
        index={index}
        state={now}
        source={source}
        table={table}
        slice={slice}
        live={true}
        compare={hasRecords ? compare : undefined}
      />
    );
  };

  // What the page came with is used as it is where it is the answer, else cleared away.
  const taken = new Set<Element>();
  const opened = state;
  const put = (what: ComponentChild, where: Element) => {
    if (taken.has(where)) return render(what, where);
    taken.add(where);
    if (isBaked && state === opened) return hydrate(what, where);
    where.replaceChildren();
    render(what, where);
  };

  // One place after the other, so that a slow phone can answer its reader in between; a later answer goes first.
  const draw = async () => {
    const now = shown;
    if (!now) return;
    for (const [what, where] of [
      [asked, askedPlace],
      [told, toldPlace],
      [drawn, drawnPlace],
      [rail, railPlace],
      [facets, facetsPlace],
    ] as const) {
      await pause();
      if (shown?.state !== now.state) return;
      put(what(shown), where);
    }
    for (const element of asleep()) element.removeAttribute('inert');
    isLive = true;
    shell.classList.add('live');
    shell.removeAttribute('aria-busy');
  };

  const fail = () => {
    let notice = document.getElementById('explore-failed');
    if (!notice) {
      notice = document.createElement('p');
      notice.id = 'explore-failed';
      notice.className = 'notice';
      notice.setAttribute('role', 'alert');
      root.before(notice);
    }
    notice.textContent = say(index, 'failed');
    shell.removeAttribute('aria-busy');
  };

  addEventListener('popstate', () => {
    ({ state, problems } = readState(index, new URLSearchParams(location.search)));
    void show();
  });
  void show();
  // Formats take a phone long to make: one at a time, while the table travels.
  for (const [measure, digits] of [['count'], ['share'], ['share', 1]] as const) {
    await pause();
    writer(index, { measure }, digits);
  }
}

// What failed is asked for again the next time.
function kept<T>(all: Map<string, Promise<T>>, key: string, get: () => Promise<T>): Promise<T> {
  const known = all.get(key);
  if (known) return known;
  const got = get();
  got.catch(() => all.delete(key));
  all.set(key, got);
  return got;
}

async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as T;
}

interface DrawnPictureProps {
  readonly drawing: Drawing;
  /** The picture that the page came with. */
  readonly baked: SVGSVGElement | undefined;
  /** Whether it still stands where it was baked. */
  readonly inPlace: boolean;
}

/** A picture that is in the page already, or one that is drawn with the library of charts, fetched when first needed. */
function DrawnPicture({ drawing, baked, inPlace }: DrawnPictureProps) {
  const place = useRef<HTMLDivElement>(null);
  const [stays] = useState(inPlace && baked !== undefined);
  useEffect(() => {
    if (stays) return;
    if (baked) return place.current?.replaceChildren(baked);
    let current = true;
    void import('../explore/drawings.ts').then(({ draw }) => current && place.current?.replaceChildren(draw(drawing)));
    return () => {
      current = false;
    };
  });
  // While the page is taken over, such content is left alone; it is never set from here.
  return stays ? <div dangerouslySetInnerHTML={{ __html: '' }} /> : <div ref={place} />;
}
