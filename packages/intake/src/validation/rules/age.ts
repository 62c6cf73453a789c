import { ageBandOf, isMissing, majorityOfAge, majorityOfBand } from '@casebridge/standard';
import { found, type RecordView, say, type ValidationRule } from '../rule.ts';

/** Rules on age, on three clocks: registration, entry, start of exploitation. */
export const ageRules: readonly ValidationRule[] = [
  {
    id: 'A01',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'same',
    states: 'Ages are whole years from 0 to 110.',
    reads: [],
    alsoReads: ['age_at_registration', 'age_at_entry'],
    about: 'age_at_registration',
    messages: say(
      'An age is not a whole number from 0 to 110.',
      'Un âge n’est pas un nombre entier de 0 à 110.',
      'Una edad no es un número entero de 0 a 110.',
      'أحد الأعمار ليس عدداً صحيحاً من 0 إلى 110.',
    ),
    test: (record) =>
      isAgeOrMissing(record.cell('age_at_registration')) && isAgeOrMissing(record.cell('age_at_entry')) ? null : found,
  },
  {
    id: 'A02',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'The age band contains the age.',
    reads: ['age_at_registration', 'age_band'],
    about: 'age_band',
    messages: say(
      'The age band {band} does not contain the age.',
      'La tranche d’âge {band} ne contient pas l’âge.',
      'El grupo de edad {band} no contiene la edad.',
      'الفئة العمرية {band} لا تحتوي العمر.',
    ),
    test: (record) => {
      const age = record.cell('age_at_registration');
      const band = record.cell('age_band');
      return !isMissing(age) && !isMissing(band) && ageBandOf(age) !== band ? { band } : null;
    },
  },
  {
    id: 'A03',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'Child or adult at registration agrees with the age and with the age band.',
    reads: ['majority_at_registration'],
    alsoReads: ['age_at_registration', 'age_band'],
    about: 'majority_at_registration',
    messages: say(
      'Child or adult at registration contradicts the age or the age band.',
      'Enfant ou adulte à l’enregistrement contredit l’âge ou la tranche d’âge.',
      'Niño o adulto al registro contradice la edad o el grupo de edad.',
      'كون الشخص طفلاً أو بالغاً عند التسجيل يناقض العمر أو الفئة العمرية.',
    ),
    test: (record) => {
      const majority = record.cell('majority_at_registration');
      if (isMissing(majority)) return null;
      const byAge = majorityOfAge(record.cell('age_at_registration'));
      const byBand = majorityOfBand(record.cell('age_band'));
      return differs(majority, byAge) || differs(majority, byBand) ? found : null;
    },
  },
  {
    id: 'A04',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'The age at entry is not above the age at registration.',
    reads: ['age_at_entry', 'age_at_registration'],
    about: 'age_at_entry',
    messages: say(
      'The person was older at entry than at registration.',
      'La personne était plus âgée à l’entrée qu’à l’enregistrement.',
      'La persona tenía más edad al ingreso que al registro.',
      'كان الشخص أكبر سناً عند الدخول منه عند التسجيل.',
    ),
    test: (record) => {
      const entry = record.cell('age_at_entry');
      const registration = record.cell('age_at_registration');
      return !isMissing(entry) && !isMissing(registration) && Number(entry) > Number(registration) ? found : null;
    },
  },
  {
    id: 'A05',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'Nobody is adult at entry or when exploitation began, and child at registration.',
    reads: ['majority_at_registration'],
    alsoReads: ['majority_at_entry', 'majority_at_exploitation'],
    about: 'majority_at_entry',
    messages: say(
      'Adult at entry or when exploitation began, but child at registration.',
      'Adulte à l’entrée ou au début de l’exploitation, mais enfant à l’enregistrement.',
      'Adulto al ingreso o al inicio de la explotación, pero niño al registro.',
      'بالغ عند الدخول أو عند بدء الاستغلال، لكنه طفل عند التسجيل.',
    ),
    test: (record) =>
      record.cell('majority_at_registration') === 'child' &&
      (record.cell('majority_at_entry') === 'adult' || record.cell('majority_at_exploitation') === 'adult')
        ? found
        : null,
  },
  {
    id: 'A06',
    severity: 'warn',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'A child at registration who is married is worth a second look; true cases exist.',
    reads: ['majority_at_registration', 'marital_status'],
    about: 'marital_status',
    messages: say(
      'A child is recorded as married. True cases exist: please check.',
      'Un enfant est enregistré comme marié. Des cas réels existent : veuillez vérifier.',
      'Un niño figura como casado. Hay casos reales: compruébelo.',
      'طفل مسجل على أنه متزوج. توجد حالات حقيقية: يرجى التحقق.',
    ),
    test: (record) =>
      record.cell('majority_at_registration') === 'child' && record.cell('marital_status') === 'married' ? found : null,
  },
  {
    id: 'A07',
    severity: 'warn',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'A child of 0 to 8 years with prostitution or pornography as the form is worth a second look.',
    reads: ['age_band', 'sexual_form'],
    about: 'sexual_form',
    messages: say(
      'A child of 0 to 8 years with this form of sexual exploitation: please confirm.',
      'Un enfant de 0 à 8 ans avec cette forme d’exploitation sexuelle : veuillez confirmer.',
      'Un niño de 0 a 8 años con esta forma de explotación sexual: confírmelo.',
      'طفل بين 0 و8 سنوات مع هذا الشكل من الاستغلال الجنسي: يرجى التأكيد.',
    ),
    test: (record) =>
      record.cell('age_band') === '0-8' &&
      record.yes('sexual_form').some((form) => form === 'prostitution' || form === 'pornography')
        ? found
        : null,
  },
];

/** Child or adult on the clock closest to the exploitation: at its start, else at entry, else at registration. */
export function majorityOf(record: RecordView): string {
  for (const column of majorityColumns) {
    const cell = record.cell(column);
    if (!isMissing(cell)) return cell;
  }
  return '?unknown';
}

export const majorityColumns = ['majority_at_exploitation', 'majority_at_entry', 'majority_at_registration'] as const;

function isAgeOrMissing(cell: string): boolean {
  const age = Number(cell);
  return isMissing(cell) || (cell !== '' && Number.isInteger(age) && age >= 0 && age <= 110);
}

function differs(stated: string, derived: string): boolean {
  return !isMissing(derived) && stated !== derived;
}
