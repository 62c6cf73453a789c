// The only script of a content page: copying sentences, leaving quickly, remembering language and appearance.
import '../style/site.css';

const root = document.documentElement;
const memory = storage();

root.classList.add('js');
restoreTheme();
rememberLanguage();
wireCopying();
wireExit();
wireMenu();

function storage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function restoreTheme(): void {
  const kept = memory?.getItem('theme');
  if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-toggle]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const dark = root.dataset.theme
        ? root.dataset.theme === 'dark'
        : matchMedia('(prefers-color-scheme: dark)').matches;
      const next = dark ? 'light' : 'dark';
      root.dataset.theme = next;
      memory?.setItem('theme', next);
    });
  }
}

// A choice of language is kept; the bare address then opens in it.
function rememberLanguage(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-language]')];
  for (const link of links) {
    link.addEventListener('click', () => memory?.setItem('language', link.dataset.language ?? ''));
  }
  const kept = memory?.getItem('language');
  const target = links.find(({ dataset }) => dataset.language === kept);
  if (root.dataset.page === 'root' && target && kept !== root.lang) location.replace(target.href);
}

function wireCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const around = button.parentElement;
    const sentence = around?.querySelector('[data-sentence]')?.textContent ?? around?.querySelector('img')?.alt;
    const label = button.firstChild;
    if (!sentence || !label) continue;
    const idle = label.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await copy(button.dataset.copy === 'plain' ? atThisSite(button, sentence) : quoted(sentence, button));
      label.textContent = button.dataset.done ?? idle;
      button.classList.add('done');
      setTimeout(() => {
        label.textContent = idle;
        button.classList.remove('done');
      }, 2500);
    });
  }
}

// The sentence, where it stands, and how to cite it.
function quoted(sentence: string, button: HTMLElement): string {
  const { address } = button.dataset;
  // One citation serves a figure's sentences in all languages.
  const cited = button.closest('[data-figure]')?.querySelector<HTMLElement>('[data-footnote]') ?? button;
  const { footnote } = cited.dataset;
  const text = `${sentence} ${new URL(address ?? location.pathname, location.href).href}`;
  return footnote === undefined ? text : `${text}\n\n${footnote}`;
}

// Code to paste names this site, wherever it is served from.
function atThisSite(button: HTMLElement, code: string): string {
  const { siteRoot, siteAddress } = button.closest<HTMLElement>('[data-site-root]')?.dataset ?? {};
  if (siteRoot === undefined || siteAddress === undefined) return code;
  return code.replaceAll(siteAddress, new URL(siteRoot, location.href).href);
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'unseen';
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

function wireExit(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-exit]');
  if (!link) return;
  const leave = () => {
    memory?.clear();
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    presses = key === 'Escape' ? [...presses.filter((at) => timeStamp - at < 2000), timeStamp] : [];
    if (presses.length >= 3) leave();
  });
}

// The menu closes on Escape and on a press elsewhere, as menus do; without script it stays a disclosure.
function wireMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('[data-menu]');
  if (!menu) return;
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (menu.open && target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
