// Variables that are worked out from others, by the functions of the standard, once per distinct combination of cells.
import type { Variable } from '@casebridge/standard';
import {
  ageBandOf,
  country,
  defaultGrouping,
  durationBandOf,
  isMissing,
  majorityOfAge,
  majorityOfBand,
  missing,
  regionCellOf,
  scopeOf,
  variable,
} from '@casebridge/standard';
import { scopeSource } from '../validation-port.ts';
import { legalReason } from './legal-cell.ts';
import { quarterOf } from './operations/dates.ts';
import { monthsBetween } from './operations/duration.ts';
import { constantColumn, type Pairing, pairing } from './pairing.ts';
import { sexOrGenderOf } from './sex-or-gender.ts';
import { oneDecimal } from './text/amount-text.ts';
import { parseDate } from './text/date-text.ts';
import type { WorkColumn } from './text-pool.ts';

/** Adds the derived single columns to a block's columns, and says where each row's scope comes from. */
export type Derive = (columns: Map<string, WorkColumn>, rows: number) => Uint8Array;

const iso = { order: null, calendar: 'gregorian', excelSerials: null } as const;
const notAsked = '?not_asked';

/** @param isMapped true for variables that a field fills; those keep a stated value and are checked against the derived one */
export function compileDerived(isMapped: (id: string) => boolean): Derive {
  const steps: ((columns: Map<string, WorkColumn>, rows: number) => void)[] = [];

  /** `to` from one or two columns; a stated value stays, a stated reason gives way to a derived value. */
  const derive = (
    to: string,
    from: readonly [string] | readonly [string, string],
    value: (a: string, b: string) => string,
  ): void => {
    const entry = variable(to);
    const work = pairing(value);
    const stated = pairing((own, other) => {
      if (own === '' || (isMissing(own) && !isMissing(other))) return legalCell(entry, other);
      return own;
    });
    steps.push((columns, rows) => {
      const [first, second] = from.map((id) => columns.get(id) ?? constantColumn(notAsked, rows));
      const derived = work(first as WorkColumn, second ?? constantColumn('', rows), rows);
      const own = mergedOwn(columns, to, rows);
      columns.set(to, own ? stated(own, derived, rows) : derived);
    });
  };
  const owners = new Map<string, Pairing>();
  // What fields say of a variable: its own column, or what another operation said of it by the way.
  const mergedOwn = (columns: Map<string, WorkColumn>, id: string, rows: number): WorkColumn | undefined => {
    const own = columns.get(id);
    const also = columns.get(`${id}~also`);
    if (!also || !own) return own ?? also;
    const merge = owners.get(id) ?? pairing((a, b) => (isMissing(a) && b !== '' && !isMissing(b) ? b : a));
    owners.set(id, merge);
    return merge(own, also, rows);
  };

  if (isMapped('registration_date')) {
    derive('registration_year', ['registration_date'], (date) => ofDate(date, ({ year }) => String(year)));
    derive('registration_quarter', ['registration_date'], (date) => ofDate(date, quarterOf));
  }
  derive('sex_or_gender', ['gender', 'sex'], sexOrGenderOf);
  derive('age_band', ['age_at_registration'], ageBandOf);
  derive('majority_at_registration', ['age_at_registration', 'age_band'], (age, band) =>
    isMissing(age) ? majorityOfBand(band) : majorityOfAge(age),
  );
  derive('majority_at_entry', ['age_at_entry'], majorityOfAge);
  if (isMapped('entry_date') && isMapped('exit_date')) derive('duration_months', ['entry_date', 'exit_date'], monthsOf);
  derive('duration_band', ['duration_months'], durationBandOf);
  derive('region_of_identification', ['country_of_identification'], (code) => regionCellOf(code, defaultGrouping));
  derive('region_of_origin', ['country_of_origin', 'citizenship'], (origin, citizenship) =>
    regionCellOf(originOf(origin, citizenship), defaultGrouping),
  );
  derive('country_of_exploitation_basis', ['country_of_exploitation'], (code) => (isMissing(code) ? code : 'stated'));

  const scope = scopeStep();
  return (columns, rows) => {
    for (const step of steps) step(columns, rows);
    return scope(columns, rows);
  };
}

/** Country of origin, else the one citizenship that is a country. */
function originOf(origin: string, citizenship: string): string {
  return isMissing(origin) && country(citizenship) ? citizenship : origin;
}

function scopeStep(): Derive {
  const entry = variable('trafficking_scope');
  const origins = pairing(originOf);
  const scopes = pairing(scopeOf);
  const stated = pairing((own, derived) => (isMissing(own) ? (isMissing(derived) ? own : derived) : own));
  return (columns, rows) => {
    const column = (id: string): WorkColumn => columns.get(id) ?? constantColumn(notAsked, rows);
    const own = columns.get('trafficking_scope');
    const origin = column('country_of_origin');
    const derived = scopes(origins(origin, column('citizenship'), rows), column('country_of_exploitation'), rows);
    const result = own ? stated(own, derived, rows) : derived;
    columns.set(entry.id, result);
    const source = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) {
      if (isMissing(cell(result, row))) source[row] = scopeSource.none;
      else if (own && !isMissing(cell(own, row))) source[row] = scopeSource.stated;
      else source[row] = isMissing(cell(origin, row)) ? scopeSource.fromCitizenship : scopeSource.fromOrigin;
    }
    return source;
  };
}

function cell(column: WorkColumn, row: number): string {
  return column.texts[column.codes[row] as number] as string;
}

function monthsOf(entry: string, exit: string): string {
  if (isMissing(entry)) return entry;
  if (isMissing(exit)) return exit;
  const from = parseDate(entry, iso);
  const to = parseDate(exit, iso);
  if (!('date' in from) || !('date' in to)) return missing('unknown');
  const months = monthsBetween(from.date, to.date);
  return months < 0 ? missing('unknown') : oneDecimal(months);
}

function ofDate(
  date: string,
  take: (date: { readonly year: number; readonly month: number | null; readonly day: number | null }) => string | null,
): string {
  if (isMissing(date)) return date;
  const result = parseDate(date, iso);
  return ('date' in result ? take(result.date) : null) ?? missing('unknown');
}

function legalCell(entry: Variable, text: string): string {
  return isMissing(text) ? legalReason(entry, text) : text;
}
