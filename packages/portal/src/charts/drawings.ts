import { openRecentMemo, type RecentMemo } from '../bake/recent-memo.ts';

/** Drawings made of late, by what they show: the same picture serves many pages. */
export type Drawings = RecentMemo<string>;

// More than a year has figures: the picture of a figure over the years stands on a page of every year.
const mostKept = 600;

export function openDrawings(): Drawings {
  return openRecentMemo(mostKept);
}
