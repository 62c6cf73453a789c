import type { Variable } from '@casebridge/standard';
import { isCountryCode, legalCodes } from './targets.ts';
import { latinDigits, oneDecimal, parseNumber } from './text/amount-text.ts';
import { dateText, parseDate } from './text/date-text.ts';

/** Brings a text into the one form of a variable's cell, or null where it is none. */
export type CellForm = (text: string) => string | null;

const isoReading = { order: null, calendar: 'gregorian', excelSerials: null } as const;

/** What a cell of a variable may be, for values that are copied. `code`: one column of a many-valued variable. */
export function cellForm(entry: Variable, code: string | null): CellForm {
  const codes = legalCodes(entry, code);
  if (codes) return (text) => (codes.includes(text) ? text : null);
  if (entry.type === 'country') return listForm(entry, (text) => (isCountryCode(text, entry) ? text : null));
  switch (entry.type) {
    case 'year':
      return listForm(entry, (text) => (/^(?:19|20)\d{2}$/u.test(text) ? text : null));
    case 'quarter':
      return (text) => (/^(?:19|20)\d{2}-Q[1-4]$/u.test(text) ? text : null);
    case 'date':
    case 'partial_date':
      return (text) => {
        const result = parseDate(text, isoReading);
        return 'date' in result ? dateText(result.date) : null;
      };
    case 'integer':
      return (text) => (/^(?:0|[1-9]\d{0,2})$/u.test(latinDigits(text)) ? latinDigits(text) : null);
    case 'decimal':
      return (text) => {
        const value = parseNumber(text, '.');
        return value === null ? null : oneDecimal(value);
      };
    case 'id':
      // A key that was hashed: nothing else may pass for one, least of all a case number.
      return (text) => (/^[0-9a-f]{64}$/u.test(text) ? text : null);
    default:
      return listForm(entry, (text) => (/^[\w-]{1,64}$/u.test(text) ? text : null));
  }
}

function listForm(entry: Variable, form: CellForm): CellForm {
  if (entry.cardinality === 'one') return form;
  return (text) => {
    const values = text.split(' ').map(form);
    return values.includes(null) ? null : [...new Set(values)].sort().join(' ');
  };
}
