/** What was made of late, by key: at least the last so many, at most twice as many. */
export interface RecentMemo<Value> {
  /** What was made for a key, made anew where it is no longer known. */
  get(key: string, make: () => Value): Value;
}

/** A memo that stays small in a long bake: the older half is forgotten when the newer is full. Keys may be parts of a long text. */
export function openRecentMemo<Value>(most: number): RecentMemo<Value> {
  let newer = new Map<string, Value>();
  let older = new Map<string, Value>();
  return {
    get(key, make) {
      const known = newer.get(key);
      if (known !== undefined) return known;
      const value = older.get(key) ?? make();
      if (newer.size >= most) [older, newer] = [newer, new Map()];
      newer.set(ownCopy(key), value);
      return value;
    },
  };
}

/** A text's own copy: a part of a string keeps the whole of it in memory. */
export function ownCopy(part: string): string {
  return Buffer.from(part, 'utf16le').toString('utf16le');
}
