import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** Bytes by what they are spent on: `page <type>`, `frame`, `style <name>` and `script <name>`. */
export type Weights = Readonly<Record<string, number>>;

/** How much anything may grow without its budget being written anew. */
export const allowedGrowth = 1.02;

const budgetFile = fileURLToPath(new URL('../../bench/portal-budgets.json', import.meta.url));

/**
 * Weighs a baked site: the content of each page type without the frame around it (the heaviest language, in bytes of HTML),
 * the frame itself, and each script and style sheet compressed with brotli.
 */
export function weighSite(
  site: string,
  languages: readonly string[],
  pages: Readonly<Record<string, string>>,
): Weights {
  const weights: Record<string, number> = {};
  const add = (name: string, bytes: number) => {
    weights[name] = Math.max(weights[name] ?? 0, bytes);
  };
  for (const language of languages) {
    for (const [name, path] of Object.entries(pages)) {
      const html = readFileSync(join(site, language, ...path.split('/'), 'index.html'), 'utf8');
      const content = /<main.*<\/main>/s.exec(html)?.[0] ?? html;
      add(`page ${name}`, Buffer.byteLength(content));
      if (name === 'home') add('frame', Buffer.byteLength(html) - Buffer.byteLength(content));
    }
  }
  for (const file of readdirSync(join(site, 'assets'))) {
    const [, name, kind] = /^(.+)[.-][\w-]{8,10}\.(css|js)$/.exec(file) ?? [];
    if (!name || !kind) continue;
    const bytes = brotliCompressSync(readFileSync(join(site, 'assets', file))).length;
    const key = `${kind === 'js' ? 'script' : 'style'} ${name}`;
    weights[key] = (weights[key] ?? 0) + bytes;
  }
  return weights;
}

/** The committed budgets. */
export function readBudgets(): Weights {
  return existsSync(budgetFile) ? (JSON.parse(readFileSync(budgetFile, 'utf8')) as Weights) : {};
}

/** Makes today's weights the budgets: a growth that is meant is committed with its reason. */
export function writeBudgets(weights: Weights): void {
  const sorted = Object.fromEntries(Object.entries(weights).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(budgetFile, `${JSON.stringify(sorted, null, 2)}\n`);
}

/** What grew beyond its budget, or has none yet: a line for each. */
export function beyondBudget(weights: Weights, budgets: Weights): string[] {
  return Object.entries(weights).flatMap(([name, bytes]) => {
    const budget = budgets[name];
    if (budget === undefined) return [`${name}: no budget (${bytes} bytes now)`];
    return bytes > budget * allowedGrowth ? [`${name}: ${bytes} bytes, budget ${budget}`] : [];
  });
}
