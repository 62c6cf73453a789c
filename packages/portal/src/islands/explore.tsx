// The explorer in the browser: it takes over the answer baked into the page, fetches what answers a state and keeps the state in
// the address.
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { tablesInside, withBounds } from '../explore/bounds.ts';
import type { Drawing } from '../explore/drawings.ts';
import { ExploreView } from '../explore/explore-view.tsx';
import { fidelityOf } from '../explore/fidelity.ts';
import { openRecords, type RecordsClient } from '../explore/records-client.ts';
import type { FacetCounts } from '../explore/records-protocol.ts';
import { sliceOf, wholeColumn } from '../explore/slice.ts';
import { answerable, type Source, tableKey, variablesOf } from '../explore/sources.ts';
import { readState, say, settle, writeState } from '../explore/state.ts';
import { syntheticTable } from '../explore/synthetic-table.ts';
import type { ExploreIndex, ExploreState, ExploreTable, Problem } from '../explore/types.ts';
import { chosenYears } from '../explore/years.ts';

const place = document.getElementById('explore');
const { index: indexAddress, worker: workerAddress } = place?.dataset ?? {};
if (place && indexAddress && workerAddress) void start(place, indexAddress, workerAddress);

interface Shown {
  readonly state: ExploreState;
  readonly source: Source;
  readonly table: ExploreTable;
  readonly counts: FacetCounts;
}

async function start(root: HTMLElement, address: string, worker: string): Promise<void> {
  // Without the index the baked answer stays as it is.
  const index = await fetchJson<ExploreIndex>(address);
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  const fetched = new Map<string, Promise<ExploreTable>>();
  let records: Promise<RecordsClient> | undefined;
  let { state, problems } = readState(index, new URLSearchParams(location.search));
  let shown: Shown | undefined;
  let live = false;

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
    draw(true);
    const source = answerable(index, asked);
    if (!source) return;
    try {
      const table = await (source.kind === 'published' ? fetchTable(source.key) : boundedTable(asked));
      const counts =
        source.kind === 'published'
          ? {}
          : await (await openedRecords()).facets(asked.filters, chosenYears(index, asked.years).slice(-1));
      if (asked !== state) return;
      document.getElementById('explore-failed')?.remove();
      shown = { state: asked, source, table, counts };
      draw(false);
      for (const variable of wanted) void count(variable);
    } catch {
      fail();
    }
  };

  // Counts beside the answers of a question while the table on screen is a published one: from published tables too.
  const wanted = new Set<string>();
  const want = (variable: string) => {
    wanted.add(variable);
    void count(variable);
  };
  const count = async (variable: string) => {
    const asked = shown;
    if (asked?.source.kind !== 'published' || asked.counts[variable]) return;
    const filters = asked.state.filters.filter((filter) => filter.variable !== variable);
    const key = tableKey(index, [variable, ...filters.map((filter) => filter.variable)]);
    if (!index.tables.includes(key)) return;
    const table = await fetchTable(key).catch(() => null);
    if (table === null || shown?.state !== asked.state) return;
    const slice = sliceOf(index, table, { ...asked.state, variable, by: null, filters, measure: 'count' });
    const own = Object.fromEntries(
      slice.rows.flatMap(({ code }) => {
        const { value } = slice.cell(code, wholeColumn);
        return value === null ? [] : [[code, value]];
      }),
    );
    shown = { ...shown, counts: { ...shown.counts, [variable]: own } };
    draw(false);
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
  const pictures: SVGSVGElement[] = [];
  const known = new Map<string, SVGSVGElement>();
  const takeOver = () => {
    if (location.search === '') pictures.push(...root.querySelectorAll<SVGSVGElement>('.panels svg'));
    root.replaceChildren();
  };
  const inPage = (key: string) => {
    const picture = known.get(key) ?? pictures.shift();
    if (picture) known.set(key, picture);
    return picture;
  };

  const draw = (busy: boolean) => {
    if (!shown) return;
    if (!live) takeOver();
    live = true;
    const { state: now, source, table, counts } = shown;
    const answers = answerable({ ...index, tables: [] }, now);
    render(
      <ExploreView
        index={index}
        state={now}
        source={source}
        table={table}
        problems={problems satisfies readonly Problem[]}
        picture={(drawing, key) => <DrawnPicture key={key} drawing={drawing} baked={inPage(key)} />}
        live={{
          change,
          busy,
          counts,
          want,
          compare: source.kind === 'published' && answers !== null ? compare : undefined,
        }}
      />,
      root,
    );
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
    root.querySelector('.explore')?.removeAttribute('aria-busy');
  };

  addEventListener('popstate', () => {
    ({ state, problems } = readState(index, new URLSearchParams(location.search)));
    void show();
  });
  void show();
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

/** A picture that is in the page already, or one that is drawn with the library of charts, fetched when first needed. */
function DrawnPicture({ drawing, baked }: { readonly drawing: Drawing; readonly baked: SVGSVGElement | undefined }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (baked) return place.current?.replaceChildren(baked);
    let current = true;
    void import('../explore/drawings.ts').then(({ draw }) => current && place.current?.replaceChildren(draw(drawing)));
    return () => {
      current = false;
    };
  });
  return <div ref={place} />;
}
