import { expect, it } from 'vitest';
import { openRecentMemo } from './recent-memo.ts';

it('makes once what is asked for again soon, and forgets what nobody asked for', () => {
  const made: string[] = [];
  const memo = openRecentMemo<string>(2);
  const ask = (key: string) =>
    memo.get(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'c', 'a', 'd', 'a'].map(ask)).toEqual(['A', 'B', 'A', 'C', 'A', 'D', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'd']);
  ask('e');
  ask('b');
  expect(made).toEqual(['a', 'b', 'c', 'd', 'e', 'b']);
});
