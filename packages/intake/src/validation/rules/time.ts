import { durationBandOf, isMissing } from '@casebridge/standard';
import { dayRange, daysInMonth } from '../partial-date.ts';
import { found, type RecordView, say, type ValidationRule } from '../rule.ts';

/** Rules on dates and duration. */
export const timeRules: readonly ValidationRule[] = [
  {
    id: 'D01',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'same',
    states: 'The year of registration is not before 1990 and not after the year of the upload. It may be missing.',
    reads: ['registration_year'],
    about: 'registration_year',
    messages: say(
      'The year of registration is not between 1990 and {latest}.',
      'L’année d’enregistrement n’est pas comprise entre 1990 et {latest}.',
      'El año de registro no está entre 1990 y {latest}.',
      'سنة التسجيل ليست بين 1990 و{latest}.',
    ),
    test: (record) => {
      const cell = record.cell('registration_year');
      if (isMissing(cell)) return null;
      const year = number(cell);
      return Number.isInteger(year) && year >= 1990 && year <= record.year ? null : { latest: record.year };
    },
  },
  {
    id: 'D02',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'The date of leaving the process is not before the date of entry.',
    reads: ['entry_date', 'exit_date'],
    about: 'exit_date',
    messages: say(
      'The date of leaving is before the date of entry.',
      'La date de sortie précède la date d’entrée.',
      'La fecha de salida es anterior a la de ingreso.',
      'تاريخ الخروج يسبق تاريخ الدخول.',
    ),
    test: (record) => {
      const entry = dayRange(record.cell('entry_date'));
      const exit = dayRange(record.cell('exit_date'));
      return entry && exit && exit.last < entry.first ? found : null;
    },
  },
  {
    id: 'D03',
    severity: 'warn',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'Registration is not before the date of leaving the process (the person would still be in it).',
    reads: ['exit_date'],
    alsoReads: ['registration_date', 'registration_year'],
    about: 'exit_date',
    messages: say(
      'The person was registered before leaving the process: still in it at the time?',
      'La personne a été enregistrée avant sa sortie du processus : y était-elle encore ?',
      'La persona fue registrada antes de salir del proceso: ¿seguía en él?',
      'سُجل الشخص قبل خروجه: هل كان لا يزال تحت الاتجار؟',
    ),
    test: (record) => {
      const registered = dayRange(record.cell('registration_date')) ?? dayRange(record.cell('registration_year'));
      const exit = dayRange(record.cell('exit_date'));
      return registered && exit && registered.last < exit.first ? found : null;
    },
  },
  {
    id: 'D04',
    severity: 'warn',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'The duration agrees with the dates of entry and leaving to 2 months, as far as the dates are known.',
    reads: ['duration_months', 'entry_date', 'exit_date'],
    about: 'duration_months',
    messages: say(
      'The duration and the dates of entry and leaving differ by more than 2 months.',
      'La durée et les dates d’entrée et de sortie diffèrent de plus de 2 mois.',
      'La duración y las fechas de ingreso y salida difieren en más de 2 meses.',
      'المدة وتاريخا الدخول والخروج يختلفان بأكثر من شهرين.',
    ),
    test: (record) => {
      const entry = dayRange(record.cell('entry_date'));
      const exit = dayRange(record.cell('exit_date'));
      const months = number(record.cell('duration_months'));
      if (!entry || !exit || Number.isNaN(months) || exit.last < entry.first) return null;
      const shortest = Math.max(0, exit.first - entry.last) / daysInMonth;
      const longest = (exit.last - entry.first) / daysInMonth;
      return months < shortest - 2 || months > longest + 2 ? found : null;
    },
  },
  {
    id: 'D05',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'same',
    states: 'The duration is a number of months from 0 to 600.',
    reads: ['duration_months'],
    about: 'duration_months',
    messages: say(
      'The duration is not between 0 and 600 months.',
      'La durée n’est pas comprise entre 0 et 600 mois.',
      'La duración no está entre 0 y 600 meses.',
      'المدة ليست بين 0 و600 شهر.',
    ),
    test: (record) => {
      const cell = record.cell('duration_months');
      const months = number(cell);
      return isMissing(cell) || (months >= 0 && months <= 600) ? null : found;
    },
  },
  {
    id: 'D06',
    severity: 'warn',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'The duration is not longer than the years between entry and registration, plus one.',
    reads: ['duration_months', 'age_at_registration', 'age_at_entry'],
    about: 'duration_months',
    messages: say(
      'The duration is longer than the time between the ages at entry and at registration.',
      'La durée dépasse le temps écoulé entre les âges à l’entrée et à l’enregistrement.',
      'La duración supera el tiempo entre las edades al ingreso y al registro.',
      'المدة أطول من الفرق بين العمر عند الدخول والعمر عند التسجيل.',
    ),
    test: (record) => {
      const years = number(record.cell('age_at_registration')) - number(record.cell('age_at_entry')) + 1;
      return years >= 1 && number(record.cell('duration_months')) > years * 12 ? found : null;
    },
  },
  {
    id: 'D07',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'The duration is not longer than the person’s life.',
    reads: ['duration_months', 'age_at_registration'],
    about: 'duration_months',
    messages: say(
      'The duration is longer than the person’s age.',
      'La durée dépasse l’âge de la personne.',
      'La duración supera la edad de la persona.',
      'المدة أطول من عمر الشخص.',
    ),
    test: (record) =>
      number(record.cell('duration_months')) >= (number(record.cell('age_at_registration')) + 1) * 12 ? found : null,
  },
  {
    id: 'D08',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'The duration band contains the months.',
    reads: ['duration_months', 'duration_band'],
    about: 'duration_band',
    messages: say(
      'The duration band {band} does not contain the number of months.',
      'La tranche de durée {band} ne contient pas le nombre de mois.',
      'El tramo de duración {band} no contiene el número de meses.',
      'فئة المدة {band} لا تحتوي عدد الأشهر.',
    ),
    test: (record) => {
      const band = record.cell('duration_band');
      const months = record.cell('duration_months');
      return bothKnown(record, 'duration_band', 'duration_months') && durationBandOf(months) !== band ? { band } : null;
    },
  },
];

function bothKnown(record: RecordView, first: string, second: string): boolean {
  return !isMissing(record.cell(first)) && !isMissing(record.cell(second));
}

/** The number a cell holds; NaN where it holds none, so that every comparison is false. */
function number(cell: string): number {
  return cell === '' || isMissing(cell) ? Number.NaN : Number(cell);
}
