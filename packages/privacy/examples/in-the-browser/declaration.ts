import type { FileColumn } from '@casebridge/privacy/browser';

/** A column being declared: its possible values, one a line, and whether a person says that the list is public. */
export interface DeclaredColumn {
  readonly name: string;
  readonly used: boolean;
  readonly values: string;
  readonly isPublic: boolean;
}

/** Most values taken over from a file: longer lists are not codes. */
const mostDrafted = 300;

/** A draft from a file. Values that occur are filled in for a person to complete; nothing counts as public yet. */
export function draftOf(columns: readonly FileColumn[]): DeclaredColumn[] {
  return columns.map(({ name, values, more }) => ({
    name,
    used: !more && values.length <= mostDrafted,
    values: more ? '' : [...values].sort().join('\n'),
    isPublic: false,
  }));
}

/** The domain file of the columns in use. */
export function domainOf(columns: readonly DeclaredColumn[]): string {
  const used = columns.filter((column) => column.used);
  return JSON.stringify(Object.fromEntries(used.map(({ name, values }) => [name, values.split('\n')])), null, 1);
}

/** What keeps the declaration from being used; null for nothing. */
export function objectionTo(columns: readonly DeclaredColumn[]): string | null {
  const used = columns.filter((column) => column.used);
  if (used.length < 2) return 'Choose two columns or more.';
  const open = used.find((column) => !column.isPublic);
  return open === undefined
    ? null
    : `Say of ‘${open.name}’ that its list of values is public, or leave the column out.`;
}
