import type { NamedText } from '../worker/messages.ts';

/** The small files that go with a parcel, told apart by what is in them. */
export const ownFileKinds = ['agreement', 'coverage', 'signingKey', 'ageKey', 'recordKey'] as const;
export type OwnFileKind = (typeof ownFileKinds)[number];
export type OwnFiles = Readonly<Partial<Record<OwnFileKind, NamedText>>>;

const marks: Readonly<Record<OwnFileKind, RegExp>> = {
  signingKey: /^casebridge-signing-key-1 /,
  recordKey: /^casebridge-record-key-1 /,
  ageKey: /^AGE-SECRET-KEY-1/m,
  agreement: /^\s*"?format"?\s*:\s*["']?casebridge-agreement-1\b/m,
  coverage: /^\s*"?format"?\s*:\s*["']?casebridge-coverage-1\b/m,
};

const mostBytes = 1_000_000;

/** Which of the files a text is; null for none of them. */
export function ownFileKind(text: string): OwnFileKind | null {
  return ownFileKinds.find((kind) => marks[kind].test(text)) ?? null;
}

/** Reads chosen files, and names those that are none of them. */
export async function readOwnFiles(
  files: readonly File[],
): Promise<{ readonly found: OwnFiles; readonly recipient: string | null; readonly unknown: readonly string[] }> {
  const found: Partial<Record<OwnFileKind, NamedText>> = {};
  const unknown: string[] = [];
  let recipient: string | null = null;
  for (const file of files) {
    const text = file.size > mostBytes ? '' : await file.text();
    const kind = ownFileKind(text);
    if (kind !== null) found[kind] = { name: file.name, text };
    else if (/^age1[a-z0-9]+\s*$/.test(text)) recipient = text.trim();
    else unknown.push(file.name);
  }
  return { found, recipient, unknown };
}
