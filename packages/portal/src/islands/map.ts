// The map in the browser: a place under the pointer, or chosen from a list by keyboard, is outlined and its row read out.
const root = document.querySelector<HTMLElement>('[data-map]');
const readout = root?.querySelector<HTMLElement>('[data-readout]');
const list = root?.querySelector<HTMLSelectElement>('[data-find]');
const rows = new Map(
  [...document.querySelectorAll<HTMLElement>('[data-row]')].map((row) => [row.dataset.row ?? '', row] as const),
);
if (root && readout && list && rows.size > 0) start(root, readout, list);

function start(map: HTMLElement, said: HTMLElement, choice: HTMLSelectElement): void {
  const idle = said.textContent ?? '';
  const finder = choice.closest<HTMLElement>('[data-finder]');
  if (finder) finder.hidden = false;
  for (const [code, row] of rows) {
    const option = document.createElement('option');
    option.value = code;
    option.textContent = row.querySelector('th')?.textContent ?? code;
    choice.append(option);
  }

  const show = (code: string) => {
    for (const marked of document.querySelectorAll('.chosen')) marked.classList.remove('chosen');
    const row = rows.get(code);
    for (const shape of map.querySelectorAll(`[data-place="${CSS.escape(code)}"]`)) shape.classList.add('chosen');
    row?.classList.add('chosen');
    said.textContent = row ? sentence(row) : idle;
  };

  const codeOf = (target: EventTarget | null) =>
    target instanceof Element ? target.closest('[data-place]')?.getAttribute('data-place') : undefined;
  map.addEventListener('pointerover', ({ target, pointerType }) => {
    if (pointerType !== 'mouse') return;
    const code = codeOf(target);
    show(code && rows.has(code) ? code : choice.value);
  });
  map.addEventListener('click', ({ target }) => {
    const code = codeOf(target);
    if (!code || !rows.has(code)) return;
    choice.value = code;
    show(code);
  });
  choice.addEventListener('change', () => show(choice.value));
}

// Row and column headings as they stand in the table: `Ukraine. Records, about: 985. 95% interval: 960–1,010.`
function sentence(row: HTMLElement): string {
  const headings = [...(row.closest('table')?.querySelectorAll('thead th') ?? [])].map(
    (cell) => cell.textContent ?? '',
  );
  const cells = [...row.children].map((cell) => {
    const spoken = cell.querySelector('.mark .unseen') ?? cell;
    return (spoken.textContent ?? '').trim();
  });
  return cells
    .flatMap((text, at) => (text === '' ? [] : [at === 0 ? `${text}.` : `${headings[at]}: ${text}.`]))
    .join(' ');
}
