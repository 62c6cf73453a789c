import type { AttackResults } from '@casebridge/privacy';
import type { ReportSection } from '../report-page/report-page.ts';
import { membershipSection } from './membership-section.ts';
import { neighbourSections } from './neighbour-sections.ts';
import { predicateSections } from './predicate-sections.ts';
import { realRecordsSection } from './real-records-section.ts';

/** The parts of a report, one a family of attacks. */
export function attackSections(results: AttackResults): readonly ReportSection[] {
  return [
    ...predicateSections(results),
    ...neighbourSections(results),
    membershipSection(results),
    realRecordsSection(results),
  ];
}
