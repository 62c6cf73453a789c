// Comparisons in the browser: takes over the one baked into the page, fetches tables and keeps its state in the address.
import { render } from 'preact';
import { word } from '../compare/compare-format.ts';
import { compareKey, readState, settle, writeState } from '../compare/compare-state.ts';
import { CompareView } from '../compare/compare-view.tsx';
import type { CompareIndex, CompareState, CompareTable } from '../compare/types.ts';

const place = document.getElementById('compare');
if (place?.dataset.index) void start(place, place.dataset.index);

async function start(root: HTMLElement, address: string): Promise<void> {
  // Without the index the baked comparison stays as it is.
  const index = await fetchJson<CompareIndex>(address);
  const folder = address.slice(0, address.lastIndexOf('/') + 1);
  const fetched = new Map<string, Promise<CompareTable>>();
  let state = readState(index, new URLSearchParams(location.search));
  let shown: { readonly state: CompareState; readonly table: CompareTable } | undefined;

  const fetchTable = (key: string) => {
    let table = fetched.get(key);
    if (!table) {
      table = fetchJson<CompareTable>(`${folder}${key}.json`);
      table.catch(() => fetched.delete(key));
      fetched.set(key, table);
    }
    return table;
  };

  const show = async () => {
    const asked = state;
    if (!asked) return;
    draw(true);
    try {
      const table = await fetchTable(compareKey(index, asked.variable, asked.by));
      if (asked !== state) return;
      if (!shown) root.replaceChildren();
      shown = { state: asked, table };
      document.getElementById('compare-failed')?.remove();
      draw(false);
    } catch {
      fail();
    }
  };

  const change = (next: Partial<CompareState>) => {
    if (!state) return;
    // Within a year, choosing for one side the group of the other swaps the two.
    const within = state.periodB === null;
    const swapped =
      within && next.a === state.b
        ? { ...next, b: state.a }
        : within && next.b === state.a
          ? { ...next, a: state.b }
          : next;
    state = settle(index, { ...state, ...swapped });
    if (state) history.replaceState(null, '', `?${writeState(state)}`);
    void show();
  };

  const draw = (busy: boolean) => {
    if (!shown) return;
    render(
      <CompareView
        index={index}
        state={shown.state}
        table={shown.table}
        id="compare-live"
        busy={busy}
        change={change}
      />,
      root,
    );
  };

  const fail = () => {
    let notice = document.getElementById('compare-failed');
    if (!notice) {
      notice = document.createElement('p');
      notice.id = 'compare-failed';
      notice.className = 'notice';
      notice.setAttribute('role', 'alert');
      root.before(notice);
    }
    notice.textContent = word(index, 'failed');
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
