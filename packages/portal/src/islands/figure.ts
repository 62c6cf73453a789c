// A figure's page in the browser: a slider from known answers to all records. It moves through the rows of the table
// beside it, so that every number and every word on screen was baked.
for (const panel of document.querySelectorAll<HTMLElement>('[data-bounds]')) {
  const rows = [...panel.querySelectorAll<HTMLElement>('[data-said]')];
  const slider = panel.querySelector<HTMLElement>('[data-bounds-slider]');
  const range = slider?.querySelector('input');
  const said = panel.querySelector('[data-bounds-said]');
  const band = panel.querySelector('[data-bounds-band]');
  if (!slider || !range || !said || !band) continue;
  const show = () => {
    const chosen = rows[Number(range.value)];
    if (!chosen) return;
    for (const row of rows) row.classList.toggle('here', row === chosen);
    said.textContent = chosen.dataset.said ?? '';
    band.setAttribute('d', chosen.dataset.band ?? '');
    range.setAttribute('aria-valuetext', chosen.querySelector('th')?.textContent ?? '');
  };
  slider.hidden = false;
  range.addEventListener('input', show);
  show();
}
