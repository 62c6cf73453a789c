/** A record as the host knows it: whose it is and its key there. */
export interface RecordName {
  readonly organisation: string;
  readonly record: string;
}
