// The explorer in the browser: it takes over the answer baked into the page, fetches tables and keeps its state in the address.
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ExploreView } from '../explore/explore-view.tsx';
import { tableAddress } from '../explore/slice.ts';
import { readState, say, settle, writeState } from '../explore/state.ts';
import type { ExploreIndex, ExploreState, ExploreTable } from '../explore/types.ts';

const data = document.getElementById('explore-data')?.textContent;
const place = document.getElementById('explore');
if (data && place) start(place, JSON.parse(data) as { index: ExploreIndex; state: ExploreState });

function start(root: HTMLElement, { index, state: opening }: { index: ExploreIndex; state: ExploreState }): void {
  const fetched = new Map<string, Promise<ExploreTable>>();
  let state = readState(index, new URLSearchParams(location.search), opening);
  let shown: { readonly state: ExploreState; readonly table: ExploreTable } | undefined;
  let live = false;

  const fetchTable = (address: string) => {
    let table = fetched.get(address);
    if (!table) {
      table = fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json() as Promise<ExploreTable>;
      });
      table.catch(() => fetched.delete(address));
      fetched.set(address, table);
    }
    return table;
  };

  const show = async () => {
    const asked = state;
    const address = tableAddress(index, asked);
    if (address === undefined) return;
    draw(true);
    try {
      const table = await fetchTable(address);
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
    state = readState(index, new URLSearchParams(location.search), opening);
    void show();
  });
  void show();
}

function Picture({ make }: { readonly make: () => SVGSVGElement }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(make());
  });
  return <div ref={place} />;
}
