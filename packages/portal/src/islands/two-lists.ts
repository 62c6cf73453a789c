// The two sliders of the explanation: each state is a cell of the table beside them, with its sentence.

const part = document.querySelector<HTMLElement>('[data-two-lists]');
if (part) wire(part);

function wire(part: HTMLElement): void {
  const find = <T extends Element>(selector: string) => part.querySelector<T>(selector);
  const [sliders, said] = [find<HTMLElement>('[data-sliders]'), find<HTMLElement>('[data-said]')];
  const [shared, missed] = [find<HTMLInputElement>('[data-shared]'), find<HTMLInputElement>('[data-missed]')];
  const [sharedText, missedText] = [find('[data-shared-text]'), find('[data-missed-text]')];
  const circles = find<SVGSVGElement>('[data-circles]');
  if (!sliders || !said || !shared || !missed || !sharedText || !missedText || !circles) return;
  const rows = [...part.querySelectorAll<HTMLTableRowElement>('tr[data-apart]')];
  const shares = [...part.querySelectorAll<HTMLElement>('[data-missed-step]')].map(
    (head) => head.dataset.missedStep ?? '',
  );
  const middle = Number(circles.dataset.circles) / 2;
  const show = () => {
    const row = rows[shared.valueAsNumber];
    const cell = row?.querySelectorAll<HTMLElement>('[data-sentence]')[missed.valueAsNumber];
    if (!row || !cell) return;
    for (const other of part.querySelectorAll('.here')) other.classList.remove('here');
    cell.classList.add('here');
    said.textContent = cell.dataset.sentence ?? '';
    const people = row.querySelector('th')?.textContent ?? '';
    const share = shares[missed.valueAsNumber] ?? '';
    sharedText.textContent = people;
    missedText.textContent = share;
    shared.setAttribute('aria-valuetext', people);
    missed.setAttribute('aria-valuetext', share);
    const apart = Number(row.dataset.apart);
    for (const [kind, at] of [
      ['circle', 'cx'],
      ['text', 'x'],
    ] as const) {
      const [a, b] = circles.querySelectorAll(kind);
      a?.setAttribute(at, String(middle - apart / 2));
      b?.setAttribute(at, String(middle + apart / 2));
    }
  };
  sliders.hidden = false;
  show();
  sliders.addEventListener('input', show);
}
