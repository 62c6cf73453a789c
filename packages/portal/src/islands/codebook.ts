// The codebook's search, and the choice of two variables to compare. Everything is on the page already; this hides the rest.

const fold = (text: string) =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase(document.documentElement.lang);

wireFinder();
wirePickers();

function wireFinder(): void {
  const finder = document.querySelector<HTMLElement>('[data-finder]');
  const input = finder?.querySelector('input');
  const status = finder?.querySelector<HTMLElement>('[role=status]');
  if (!finder || !input || !status) return;
  const entries = [...document.querySelectorAll<HTMLElement>('[data-variable]')].map((element) => ({
    element,
    text: fold(element.textContent ?? ''),
  }));
  finder.hidden = false;
  input.addEventListener('input', () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { element, text } of entries) {
      const fits = words.every((word) => text.includes(word));
      element.hidden = !fits;
      if (fits) found++;
    }
    const said = found === 0 ? status.dataset.none : `${found} ${status.dataset.found}`;
    status.textContent = words.length === 0 ? '' : (said ?? '');
  });
}

function wirePickers(): void {
  const form = document.querySelector<HTMLElement>('[data-pickers]');
  const selects = [...(form?.querySelectorAll('select') ?? [])];
  const [a, b] = selects;
  if (!form || !a || !b) return;
  const sides = [...document.querySelectorAll<HTMLElement>('[data-side]')];
  const known = (id: string | null) => [...a.options].some(({ value }) => value === id);
  const query = new URLSearchParams(location.search);
  const wanted = (name: string, at: number) => {
    const id = query.get(name);
    return id !== null && known(id) ? id : (a.options[at]?.value ?? '');
  };
  a.value = wanted('a', 0);
  b.value = wanted('b', 1);
  const show = () => {
    for (const side of sides) side.hidden = side.dataset.side !== a.value && side.dataset.side !== b.value;
  };
  form.hidden = false;
  show();
  form.addEventListener('change', () => {
    show();
    history.replaceState(null, '', `?${new URLSearchParams({ a: a.value, b: b.value })}`);
  });
}
