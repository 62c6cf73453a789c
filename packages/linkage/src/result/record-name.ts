/** A record as the host knows it: whose it is and its key there. */
export interface RecordName {
  readonly organisation: string;
  readonly record: string;
}

/** Orders records by organisation and key, so that nothing hangs on the order of files. */
export function inOrder(a: RecordName, b: RecordName): number {
  return compareText(a.organisation, b.organisation) || compareText(a.record, b.record);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
