/**
 * Variables worked out from one another. Noise breaks the arithmetic between them, so at most one of each group may be
 * in a measured set (privacy spec C6), and each figure names the one table it is read from.
 */
const groups: readonly (readonly string[])[] = [
  ['country_of_origin', 'region_of_origin', 'citizenship'],
  ['country_of_identification', 'region_of_identification'],
  ['exploitation_type', 'purpose_summary'],
  ['labour_sector', 'isic_section'],
  ['age_at_registration', 'age_band', 'majority_at_registration'],
  ['sex', 'gender', 'sex_or_gender'],
  ['duration_months', 'duration_years', 'duration_band'],
  ['registration_year', 'registration_quarter', 'registration_date'],
];

/**
 * The variables of a set that are worked out from one another, or an empty list where the set is sound. Two columns of
 * one many-valued variable (`means_of_control.threats` and another means) may share a set; `.known` may not join them.
 */
export function derivedTogether(set: readonly string[]): readonly string[] {
  for (const group of groups) {
    const found = set.filter((column) => group.includes(variableOf(column)));
    if (new Set(found.map(variableOf)).size > 1) return found;
  }
  for (const column of set.filter((name) => name.endsWith('.known'))) {
    const found = set.filter((other) => variableOf(other) === variableOf(column));
    if (found.length > 1) return found;
  }
  return [];
}

function variableOf(column: string): string {
  return column.split('.')[0] ?? column;
}
