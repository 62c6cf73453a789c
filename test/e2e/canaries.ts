// What contributors' files hold that must never leave them: case numbers, dates of birth, texts of dropped columns. And a
// sweep that finds any of it in any byte of a folder, inside workbooks too.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleContributors, mappingPath } from '@casebridge/examples';
import { parseMapping } from '@casebridge/intake';
import { openTable } from '@casebridge/intake/node';
import { unzipSync } from 'fflate';
import { repository } from './command-line.ts';

/** The columns of each contributor's file whose cells stay with it. */
const ownColumns: Readonly<Record<string, readonly string[]>> = {
  agency: ['CaseNo', 'DOB'],
  hotline: ['case_id'],
  'shelter-ngo': ['N° dossier'],
  'shelter-network': ['_uuid', 'prs_Birthdate'],
  register: ['record_key'],
};
/** Texts that every row of a dropped column or a title holds. */
const ownTexts: readonly string[] = ['(masqué)', '(removed)', 'Ne pas diffuser'];

/** Shapes of the canaries: case numbers, days, keys, marks of measured persons, and calls' numbers that stand alone. */
const shapes =
  /\b[A-Z]{1,2}-\d{4}-\d{4,5}\b|\b\d{4}-\d{2}-\d{2}\b|\b[0-9a-f]{64}\b|\b[0-9a-f]{32}\b|(?<![\w-])[\w-]{22}(?![\w-])|(?<![\d.])\d{9}(?![\d.])/g;

/** Every canary in the files that the example contributors wrote below `folder`, by contributor. */
export async function canariesOf(folder: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const contributor of exampleContributors) {
    const own = new Set<string>();
    const path = mappingPath(contributor);
    const { source } = parseMapping(await readFile(path, 'utf8'), path);
    const files = (await readdir(join(folder, contributor.id))).filter(
      (name) => name !== 'names.csv' && /\.(csv|jsonl|xlsx)$/.test(name),
    );
    for (const file of files) {
      const columns = ownColumns[contributor.id] ?? [];
      const table = (await openTable(join(folder, contributor.id, file), source)).select(columns);
      for await (const block of table.rows) {
        for (const { dictionary } of block.columns) for (const cell of dictionary) if (isCanary(cell)) own.add(cell);
      }
    }
    found.set(contributor.id, own);
  }
  return found;
}

/**
 * What a steward's folder holds that a bundle must not: marks of measured persons and the key's check, names that linkage gave persons, hashes of snapshots
 * and marks with the salts that hide them, and the hash of each private file.
 */
export async function stewardSecretsOf(folder: string): Promise<ReadonlySet<string>> {
  const secrets = new Set<string>();
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const bytes = await readFile(join(parentPath, name));
    if (!name.endsWith('.pub')) secrets.add(sumOf(bytes));
    if (name.endsWith('.marks') || name === 'persons.csv')
      for (const [token] of bytes.toString().matchAll(shapes)) secrets.add(token);
    if (name === 'ledger.jsonl') {
      for (const line of bytes.toString().trimEnd().split('\n')) {
        const { sealed } = JSON.parse(line) as { sealed?: Readonly<Record<string, string | null>> };
        for (const secret of Object.values(sealed ?? {})) if (secret !== null) secrets.add(secret);
      }
    }
  }
  return secrets;
}

/** SHA-256 of each file below the portal's and the page's built scripts: made before there were data, so they can hold none. */
export async function builtScripts(): Promise<ReadonlySet<string>> {
  const sums = new Set<string>();
  for (const place of ['portal', 'contribute']) {
    const folder = join(repository, 'packages', place, 'dist');
    for (const { parentPath, name } of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (name.endsWith('.js')) sums.add(sumOf(await readFile(join(parentPath, name))));
    }
  }
  return sums;
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Files below `folder` that hold a canary, each with the first one; those whose SHA-256 is in `passed` are not looked at. */
export async function sweep(
  folder: string,
  canaries: ReadonlySet<string>,
  passed: ReadonlySet<string> = new Set(),
): Promise<readonly string[]> {
  const hits: string[] = [];
  const seen = new Set(passed);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const sum = sumOf(bytes);
    if (seen.has(sum)) continue;
    seen.add(sum);
    const parts = path.endsWith('.xlsx') ? Object.values(unzipSync(bytes)) : [bytes];
    const hit = parts.map((part) => firstHit(Buffer.from(part), canaries)).find((one) => one !== null);
    if (hit) hits.push(`${path}: ${hit}`);
  }
  return hits;
}

/** The first canary in some text, or null. */
export function firstHit(bytes: Buffer, canaries: ReadonlySet<string>): string | null {
  const text = bytes.toString('latin1');
  for (const [token] of text.matchAll(shapes)) if (canaries.has(token)) return token;
  return ownTexts.find((own) => text.includes(Buffer.from(own).toString('latin1'))) ?? null;
}

function isCanary(cell: string): boolean {
  const [whole] = cell.match(shapes) ?? [];
  return whole === cell;
}

/** Names in the lists that the example contributors encode; the longer ones, that do not come about by chance. */
export async function namesBelow(folder: string): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (const { id } of exampleContributors) {
    const text = await readFile(join(folder, id, 'names.csv'), 'utf8').catch(() => '');
    for (const [name] of text.matchAll(longNames)) names.add(name);
  }
  return names;
}

const longNames = /(?<![a-z_])[a-z]{9}(?![a-z_])/g;

/** Files below `folder` that hold one of the names. */
export async function filesNaming(folder: string, names: ReadonlySet<string>): Promise<readonly string[]> {
  const hits: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const text = (await readFile(join(entry.parentPath, entry.name))).toString('latin1');
    for (const [name] of text.matchAll(longNames)) if (names.has(name)) hits.push(`${entry.name}: ${name}`);
  }
  return hits;
}
