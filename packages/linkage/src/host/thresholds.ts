import type { LinkageProfiles } from '../encode/encode-records.ts';
import { usualRecordFilter } from '../encode/record-filter.ts';
import type { LinkageThresholds } from './group-persons.ts';
import type { ScoreMethod } from './score-pairs.ts';

/**
 * Thresholds where a coalition has chosen none; null where none can be given. Those of chances and of link keys hold for any
 * data; those of record filters belong to one profile and to the error rates of the synthetic reference set, and to no other
 * profile: hardening moves them.
 */
export function usualThresholds(method: ScoreMethod, { recordFilter }: LinkageProfiles): LinkageThresholds | null {
  switch (method) {
    case 'linkKeys':
      return { cautious: 0.9, expected: 0.6, generous: 0.6 };
    case 'fieldFilters':
      return { cautious: 0.9, expected: 0.5, generous: 0.2 };
    case 'recordFilter':
      return JSON.stringify(recordFilter) === JSON.stringify(usualRecordFilter)
        ? { cautious: 0.9, expected: 0.85, generous: 0.8 }
        : null;
  }
}
