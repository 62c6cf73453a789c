import { isMissing } from '@casebridge/standard';

/** `female`, `male` or `other` from the cells of `gender`, else of `sex`; gender's missing reason where both have none. */
export function sexOrGenderOf(gender: string, sex: string): string {
  if (gender === 'woman') return 'female';
  if (gender === 'man') return 'male';
  if (!isMissing(gender)) return 'other';
  if (isMissing(sex)) return gender === '?not_asked' ? sex : gender;
  return sex === 'female' || sex === 'male' ? sex : 'other';
}
