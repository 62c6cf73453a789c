// The columns of the 2021 synthetic release in our words, from its codebook.

/** Our column, and our code for a published value. */
export type Column = { readonly variable: string; readonly translate: (value: string) => string | undefined };
const same = (value: string) => value;
const among =
  (codes: Readonly<Record<string, string>>) =>
  (value: string): string =>
    codes[value] ?? `no code for ${value}`;

/** Our column and codes for a column of the synthetic release, from its codebook. */
export function syntheticColumn(column: string): Column {
  const own = syntheticColumns[column];
  if (own) return own;
  for (const [start, variable, codes] of flagColumns) {
    const name = column.startsWith(start) ? codes[column.slice(start.length)] : undefined;
    if (name) return { variable: `${variable}.${name}`, translate: among({ '1': 'yes' }) };
  }
  throw new Error(`no variable for the column ${column}`);
}

const syntheticColumns: Readonly<Record<string, Column>> = {
  yearOfRegistration: { variable: 'registration_year', translate: same },
  gender: {
    variable: 'gender',
    translate: among({ Female: 'woman', Male: 'man', 'Transgender/NonConforming': 'trans_nonconforming' }),
  },
  ageBroad: { variable: 'age_band', translate: (band) => band.replace('--', '-').replace(/^0(\d)/, '$1') },
  majorityStatusAtExploit: {
    variable: 'majority_at_exploitation',
    translate: among({ Minor: 'child', Adult: 'adult' }),
  },
  traffickMonths: {
    variable: 'duration_band',
    translate: among({
      '0--12 (0-1 yr)': '0-12',
      '13--24 (1-2 yrs)': '13-24',
      '25--60 (2-5 yrs)': '25+',
      '61+ (5+ yrs)': '25+',
    }),
  },
  citizenship: { variable: 'citizenship', translate: same },
  CountryOfExploitation: { variable: 'country_of_identification', translate: same },
};

const flagColumns: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  [
    'meansOfControl',
    'means_of_control',
    {
      DebtBondage: 'debt_bondage',
      TakesEarnings: 'takes_earnings',
      Threats: 'threats',
      PsychologicalAbuse: 'psychological_abuse',
      PhysicalAbuse: 'physical_abuse',
      SexualAbuse: 'sexual_abuse',
      FalsePromises: 'false_promises',
      PsychoactiveSubstances: 'substances',
      RestrictsMovement: 'restricts_movement',
      RestrictsMedicalCare: 'restricts_medical',
      ExcessiveWorkingHours: 'excessive_hours',
      ThreatOfLawEnforce: 'threat_law_enforcement',
      WithholdsNecessities: 'withholds_necessities',
      WithholdsDocuments: 'withholds_documents',
      Other: 'other',
    },
  ],
  [
    'is',
    'exploitation_type',
    { ForcedLabour: 'forced_labour', SexualExploit: 'sexual_exploitation', OtherExploit: 'other' },
  ],
  [
    'typeOfLabour',
    'labour_sector',
    {
      Agriculture: 'agriculture',
      Construction: 'construction',
      DomesticWork: 'domestic_work',
      Hospitality: 'hospitality',
      Other: 'other',
    },
  ],
  ['typeOfSex', 'sexual_form', { Prostitution: 'prostitution', Pornography: 'pornography', Other: 'other' }],
  [
    'recruiterRelation',
    'recruiter_relation',
    { IntimatePartner: 'intimate_partner', Friend: 'friend', Family: 'family', Other: 'other' },
  ],
];
