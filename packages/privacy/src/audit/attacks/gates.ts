/**
 * What each attack is judged by. The limits serve gates on invented and public data, where they block; on real records the
 * same numbers make an inspection, which blocks nothing. Tests without a limit (class sizes, journalist and marketer risk,
 * special uniques, distance to the closest record) are reported only.
 */

/** A limit and the number it is set against. */
export interface AttackGate {
  readonly limit: number;
  /** Which number is judged, in a few words. */
  readonly judged: string;
  /** What the attack asks, in plain words. */
  readonly question: string;
  /** Chance of failing though nothing leaks; null where nobody knows. */
  readonly falseAlarm: number | null;
}

export const attackGates = {
  'k-anonymity': {
    limit: 1 / 11,
    judged: 'highest prosecutor risk of the published records',
    question: 'How surely is a person found who is known to be in the file?',
    falseAlarm: 0,
  },
  'exact-copies': {
    limit: 0,
    judged: 'lower end of the residual rate',
    question: 'Are whole records of one person repeated word for word?',
    falseAlarm: 0.025,
  },
  'rare-echo': {
    limit: 0,
    judged: 'lower end of the residual rate, combinations of one record',
    question: 'Do combinations that one person alone has come back?',
    falseAlarm: 0.025,
  },
  'singling-out-univariate': {
    limit: 0.05,
    judged: 'upper end of the residual rate',
    question: 'Does one value point at exactly one person?',
    falseAlarm: null,
  },
  'singling-out-multivariate': {
    limit: 0.05,
    judged: 'upper end of the residual rate',
    question: 'Do a few values together point at exactly one person?',
    falseAlarm: null,
  },
  linkability: {
    limit: 0.05,
    judged: 'largest residual rate over numbers of neighbours',
    question: 'Can two halves of a person’s record be joined?',
    falseAlarm: null,
  },
  'attribute-inference': {
    limit: 0.05,
    judged: 'residual rate over all secrets',
    question: 'Can a secret be guessed from everything else?',
    falseAlarm: null,
  },
  'attribute-inference-worst': {
    limit: 0.05,
    judged: 'largest lower end over secrets, at 95 % for all of them together',
    question: 'Is there one secret that can be guessed?',
    falseAlarm: 0.05,
  },
  'attribution-over-baseline': {
    limit: 0.05,
    judged: 'largest mean attribution (DCAP) less guessing by frequency',
    question: 'Does knowing the keys give the secret away?',
    falseAlarm: null,
  },
  'attribution-over-control': {
    limit: 0.05,
    judged: 'largest mean attribution (DCAP) less that of the control group',
    question: 'Does it give more away about persons in the data than about others?',
    falseAlarm: null,
  },
  'density-ratio': {
    limit: 0.55,
    judged: 'upper end of the area under the curve',
    question: 'Do the records look likelier because they were used?',
    falseAlarm: null,
  },
  'shadow-membership': {
    limit: 0,
    judged: 'lower end of the true positives at 1 % false ones, less what the guarantee allows',
    question: 'Can an attacker who knows all others tell whether a person is in?',
    falseAlarm: 0.025,
  },
} as const satisfies Readonly<Record<string, AttackGate>>;

export type AttackName = keyof typeof attackGates;
