// A made-up file of 65 columns, with the costly kinds: unique case numbers, names and notes to drop, two dates, flags.

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const flags = 48;
const flagColumns = Array.from({ length: flags }, (_, n) => `Flag${n}`);
const fixed = ['CaseNo', 'Name', 'Phone', 'Notes', 'DOB', 'RegDate', 'Sex', 'Nationality', 'Mission', 'Stay', 'Type'];
const spare = Array.from({ length: 65 - fixed.length - flags }, (_, n) => `Spare${n}`);
const means = ['debt_bondage', 'takes_earnings', 'threats', 'psychological_abuse', 'physical_abuse', 'sexual_abuse'];
const sectors = ['agriculture', 'fishing', 'mining', 'manufacturing', 'construction', 'hospitality', 'domestic_work'];

/** The mapping of the file. */
export const wideMapping = `
mapping: wide
contributor: example-agency
source: { date_order: dmy, missing: { "-99": unknown } }
fields:
  - { to: record_key, from: CaseNo, operation: keyed_hash }
  - { to: source_kind, operation: constant, value: case_management }
  - { to: legal_basis, operation: constant, value: public_interest }
  - { to: trafficking_status, operation: constant, value: confirmed }
  - { to: registration_year, from: RegDate, operation: date_to_year }
  - { to: age_at_registration, from: [DOB, RegDate], operation: age_from_dates }
  - { to: sex, from: Sex, operation: recode, values: { M: male, F: female } }
  - { to: citizenship, from: Nationality, operation: country }
  - { to: country_of_exploitation, from: Mission, operation: country }
  - { to: duration_months, from: Stay, operation: duration, unit: months }
  - { to: exploitation_type, from: Type, operation: recode, values: { L: forced_labour, S: sexual_exploitation } }
  - to: means_of_control
    operation: flags
    columns: { ${means.map((code, n) => `Flag${n}: ${code}`).join(', ')} }
    yes: "1"
    no: "0"
  - to: labour_sector
    operation: flags
    columns: { ${sectors.map((code, n) => `Flag${n + means.length}: ${code}`).join(', ')} }
    yes: "1"
    no: "0"
drop: [Name, Phone, Notes]
`;

/** Writes the file; the same rows each time. */
export async function writeWideFile(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${[...fixed, ...flagColumns, ...spare].join(',')}\n`);
  let state = 12345;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const two = (value: number): string => String(value).padStart(2, '0');
  const countries = ['KH', 'TH', 'Viet Nam', 'IDN', 'MM', 'PHL'];
  for (let row = 0; row < rows; row++) {
    const born = `${two(1 + below(28))}/${two(1 + below(12))}/${1950 + below(60)}`;
    const registered = `${two(1 + below(28))}/${two(1 + below(12))}/${2010 + below(6)}`;
    const cells = [
      `KH-${row}`,
      `Example ${row}`,
      `00-${1_000_000 + row}`,
      `"an invented note, number ${row}, of no one"`,
      born,
      registered,
      below(2) ? 'M' : 'F',
      countries[below(6)],
      countries[below(6)],
      below(300),
      below(2) ? 'L' : 'S',
      ...flagColumns.map(() => ['1', '0', '-99', ''][below(4)]),
      ...spare.map(() => below(1000)),
    ];
    if (!out.write(`${cells.join(',')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
