// What every refusal has in common, and how a disk is filled.
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { RefusedFile } from '@casebridge/examples';
import { expect } from 'vitest';
import { contentsOf, type Ended, expectOneLine } from './command-line.ts';
import type { SmallWorld } from './small-world.ts';

/** Runs a command that must be refused and compares what is on disk before and after. */
export async function refusal(
  at: SmallWorld,
  run: () => Promise<Ended>,
  expected: { readonly exit: number; readonly says: readonly RegExp[] },
): Promise<Ended> {
  const before = await contentsOf(at.folder);
  const ended = await run();
  expectOneLine(ended, expected.says);
  expect(ended.exit).toBe(expected.exit);
  expect(await contentsOf(at.folder)).toEqual(before);
  return ended;
}

/** No cell of the file that is longer than a code is in what was printed; headers may be. */
export function expectNoCell({ stdout, stderr }: Ended, { bytes, fileName }: RefusedFile): void {
  if (!fileName.endsWith('.csv')) return;
  const [, ...rows] = new TextDecoder('latin1').decode(bytes).trimEnd().split('\n');
  const cells = new Set(rows.flatMap((row) => row.split(',')).filter((cell) => cell.length > 4 || cell === 'X7'));
  const shown = [...cells].filter((cell) => `${stdout}${stderr}`.includes(cell));
  expect(shown).toEqual([]);
}

export function withoutRecipes(contents: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(contents).filter(([path]) => !path.startsWith('recipes')));
}

export function headOf(ledger: Uint8Array): string {
  const last = new TextDecoder().decode(ledger).trimEnd().split('\n').at(-1) ?? '{}';
  return (JSON.parse(last) as { hash: string }).hash;
}

export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 3000; turn += 1) {
    if (await condition()) return;
    await pause(10);
  }
  throw new Error('waited half a minute for nothing');
}

/** Writes until the disk is full. */
export async function fill(path: string): Promise<void> {
  for (const size of [65_536, 4096, 1]) {
    try {
      for (;;) await writeFile(path, new Uint8Array(size), { flag: 'a' });
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' });
    }
  }
}
