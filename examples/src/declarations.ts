import { stringify } from 'yaml';
import type { ExampleContributor } from './contributors.ts';

export const steward = { id: 'steward', name: 'Example Steward' } as const;
export const auditor = { id: 'audit-office', name: 'Example Audit Office' } as const;

/** The data-sharing agreement of an example contributor, as the YAML file its steward holds. */
export function agreementFile(contributor: ExampleContributor): string {
  return stringify({
    format: 'casebridge-agreement-1',
    example: true,
    id: `agreement-${contributor.id}`,
    contributor: contributor.id,
    name: contributor.name,
    parties: [
      { organisation: contributor.id, role: 'separate' },
      { organisation: steward.id, role: 'separate' },
    ],
    purposes: ['statistics', 'research', 'public_release'],
    bases: ['consent of the person, or public interest with a duty to inform'],
    dataCategories: null,
    countriesOfCollection: contributor.countries[String(contributor.activeYears.at(-1))] ?? [],
    outputs: { smallestGroup: 11, epsilon: '4.5', delta: '0.000001' },
    reviewDays: 14,
    attribution: 'named',
    groupHarm: { signedOn: '2015-04-20', office: 'protection unit' },
    retentionMonths: 120,
    breach: { contact: 'data protection office', hours: 24 },
    impactAssessment: '2015-03-02',
    assistanceIndependent: true,
    validFrom: '2015-01-01',
    validTo: null,
    signedOn: '2014-12-15',
  });
}

/** What an example contributor publicly declares, as its YAML file. */
export function coverageFile(contributor: ExampleContributor, declaredOn: string): string {
  return stringify({
    format: 'casebridge-coverage-1',
    example: true,
    declaredOn,
    id: contributor.id,
    name: contributor.name,
    sourceKind: contributor.sourceKind,
    firstYear: contributor.activeYears[0],
    lastYear: contributor.activeYears.at(-1),
    activeYears: [...contributor.activeYears],
    countries: contributor.countries,
    assisted: contributor.assisted,
    assistedSince: contributor.assistedSince,
    asks: contributor.asks,
    note: contributor.note,
  });
}
