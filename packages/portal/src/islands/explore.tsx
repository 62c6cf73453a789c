// The explorer in the browser: it takes over the answer baked into the page, fetches tables and keeps its state in the address.
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ExploreView } from '../explore/explore-view.tsx';
import { readState, say, settle, tableKey, writeState } from '../explore/state.ts';
import type { ExploreIndex, ExploreState, ExploreTable } from '../explore/types.ts';

const place = document.getElementById('explore');
if (place?.dataset.index) void start(place, place.dataset.index);

async function start(root: HTMLElement, address: string): Promise<void> {
  // Without the index the baked answer stays as it is.
  const index = await fetchJson<ExploreIndex>(address);
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  const fetched = new Map<string, Promise<ExploreTable>>();
  let state = readState(index, new URLSearchParams(location.search));
  let shown: { readonly state: ExploreState; readonly table: ExploreTable } | undefined;
  let live = false;

  const fetchTable = (key: string) => {
    let table = fetched.get(key);
    if (!table) {
      table = fetchJson<ExploreTable>(`${folder}${key}.json`);
      table.catch(() => fetched.delete(key));
      fetched.set(key, table);
    }
    return table;
  };

  const show = async () => {
    const asked = state;
    draw(true);
    try {
      const table = await fetchTable(tableKey(index, asked.variable, asked.by));
      if (asked !== state) return;
      shown = { state: asked, table };
      draw(false);
    } catch {
      fail();
    }
  };

  const change = (next: Partial<ExploreState>) => {
    state = settle(index, { ...state, ...next });
    history.replaceState(null, '', `?${writeState(state)}`);
    void show();
  };

  const draw = (busy: boolean) => {
    if (!shown) return;
    if (!live) root.replaceChildren();
    live = true;
    render(
      <ExploreView
        index={index}
        state={shown.state}
        table={shown.table}
        busy={busy}
        change={change}
        picture={(make, key) => <Picture key={key} make={make} />}
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
  };

  addEventListener('popstate', () => {
    state = readState(index, new URLSearchParams(location.search));
    void show();
  });
  void show();
}

async function fetchJson<T>(address: string): Promise<T> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as T;
}

function Picture({ make }: { readonly make: () => SVGSVGElement }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(make());
  });
  return <div ref={place} />;
}
