/** Where a fact that others published was read. */
export interface Source {
  /** Publisher and title, as they write it. */
  readonly name: string;
  readonly address: string;
  /** When it was published, as closely as its page says: a year, a month or a day. */
  readonly published: string;
}

/** A number as others published it. */
export interface PublishedNumber {
  readonly value: number;
  /** How the source says it: rounded, or as a bound. */
  readonly relation: 'exactly' | 'about' | 'nearly' | 'over';
}
