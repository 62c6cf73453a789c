// A figure framed on another site asks its own site, and nobody else, whether there is a newer release. `?frozen` asks nothing.
const main = document.querySelector('main');
const frozen = new URLSearchParams(location.search).has('frozen');
if (main && !frozen) void askForNewer(main);

async function askForNewer({ dataset }: HTMLElement): Promise<void> {
  const latest = await read(`${dataset.root ?? '/'}latest.json`);
  const sequence = isRecord(latest) ? latest.sequence : undefined;
  if (typeof sequence !== 'number' || sequence <= Number(dataset.sequence)) return;
  for (const article of document.querySelectorAll<HTMLElement>('article[data-figure]')) {
    const line = article.querySelector<HTMLElement>('[data-newer-line]');
    if (!line || getComputedStyle(article).display === 'none') continue;
    const found = await read(article.dataset.values ?? '');
    const values = isRecord(found) && isRecord(found.values) ? found.values : undefined;
    if (!values) continue;
    const value = values[article.dataset.figure ?? ''];
    const said = typeof value === 'string' ? article.dataset.newer : article.dataset.gone;
    line.textContent = (said ?? '')
      .replace('{sequence}', String(sequence))
      .replace('{value}', () => (typeof value === 'string' ? value : ''));
    line.hidden = false;
  }
}

async function read(address: string): Promise<unknown> {
  try {
    const answer = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
