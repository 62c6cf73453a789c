import { exampleNote } from '@casebridge/bundle';
import type { ReleaseView } from '../model/release-view.ts';
import type { Column } from './csv-table.ts';

/** One thing a contributor declares of one year. */
export interface Declared {
  readonly contributor: string;
  readonly name: string | null;
  readonly sourceKind: string;
  readonly declares: 'works_in' | 'assisted' | 'assisted_since';
  readonly year: number;
  readonly country: string | null;
  readonly value: number | null;
  readonly relation: string | null;
}

/** What contributors publicly declare, a row a statement: countries of work, persons assisted, running totals. */
export function declaredRows({ bundle }: ReleaseView): Declared[] {
  return bundle.coverage.contributors.flatMap((statement): Declared[] => {
    const own = { contributor: statement.id, name: statement.name, sourceKind: statement.sourceKind };
    const none = { country: null, value: null, relation: null };
    return [
      ...Object.entries(statement.countries).flatMap(([year, countries]) =>
        countries.map((country) => ({ ...own, ...none, declares: 'works_in' as const, year: Number(year), country })),
      ),
      ...Object.entries(statement.assisted).map(([year, value]) => ({
        ...own,
        ...none,
        declares: 'assisted' as const,
        year: Number(year),
        value,
        relation: 'exactly',
      })),
      ...(statement.assistedSince
        ? [
            {
              ...own,
              ...none,
              declares: 'assisted_since' as const,
              year: statement.assistedSince.year,
              value: statement.assistedSince.total,
              relation: statement.assistedSince.relation,
            },
          ]
        : []),
    ];
  });
}

/** Columns of the file of declarations. */
export function declaredColumns({ bundle }: ReleaseView): readonly Column<Declared>[] {
  const active = new Map(bundle.coverage.contributors.map(({ id, activeYears }) => [id, activeYears]));
  const column = (
    name: string,
    hxl: string,
    type: Column<Declared>['type'],
    meaning: string,
    of: Column<Declared>['of'],
  ): Column<Declared> => ({ name, hxl, type, meaning, of });
  return [
    column('contributor', '#org+code', 'string', 'Public identifier of the contributor', (row) => row.contributor),
    column('name', '#org+name', 'string', 'Name; blank for contributors that stay unnamed', (row) => row.name),
    column('source_kind', '#org+type', 'string', 'What kind of records it keeps', (row) => row.sourceKind),
    column('declares', '#indicator+type', 'string', 'works_in, assisted or assisted_since', (row) => row.declares),
    column('year', '#date+year', 'integer', 'Year; the first one of a running total', (row) => row.year),
    column('country', '#country+code', 'string', 'Country worked in, ISO 3166-1 alpha-3', (row) => row.country),
    column('persons', '#affected+num', 'integer', 'Persons declared to have been assisted', (row) => row.value),
    column('relation', '#meta+relation', 'string', 'exactly or over', (row) => row.relation),
    column('active_years', '#meta+active+years', 'string', 'Years in which the contributor worked', (row) =>
      (active.get(row.contributor) ?? []).join(' '),
    ),
    ...(bundle.manifest.example
      ? [column('example', '#meta+example', 'string', 'Says that the data are not real', () => exampleNote)]
      : []),
  ];
}
