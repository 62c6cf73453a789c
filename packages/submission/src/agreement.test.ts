import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementHash, agreementStateOn, heldUntil, parseAgreement, readAgreement } from './agreement.ts';
import { exampleAgreement } from './fixture.ts';

const yaml = `format: casebridge-agreement-1
example: true
id: agency-2015
contributor: agency
name: Example agency
parties:
  - { organisation: agency, role: separate }
  - { organisation: steward, role: processor }
purposes: [statistics, public_release]
bases: [public interest]
dataCategories: [registration_year, sex]
countriesOfCollection: [THA, KHM, THA]
outputs: { smallestGroup: 11, epsilon: 4, delta: "0.000001" }
reviewDays: 14
attribution: named
heldBack: { countries: [KHM], variables: [sexual_form] }
dominance: { sharePercent: 80, contributors: 3 }
groupHarm: { signedOn: 2015-02-01, office: data protection officer }
retentionMonths: 60
breach: { contact: example data, hours: 72 }
assistanceIndependent: true
validFrom: 2015-01-01
validTo: 2019-12-31
signedOn: 2014-12-01
`;

describe('parseAgreement', () => {
  it('reads every field a machine can use', () => {
    expect(parseAgreement(yaml, 'agency.yaml')).toMatchObject({
      contributor: 'agency',
      dataCategories: ['registration_year', 'sex'],
      countriesOfCollection: ['KHM', 'THA'],
      outputs: { smallestGroup: 11, epsilon: '4', delta: '0.000001' },
      attribution: 'named',
      heldBack: { countries: ['KHM'], variables: ['sexual_form'] },
      dominance: { sharePercent: 80, contributors: 3 },
      groupHarm: { signedOn: '2015-02-01' },
      validTo: '2019-12-31',
    });
  });

  it.each([
    [
      'a variable that does not exist',
      'dataCategories: [registration_year, sex]',
      'dataCategories: [shoe_size]',
      /line 11: dataCategories\.0: is not a variable/,
    ],
    [
      'a country that does not exist',
      '[THA, KHM, THA]',
      '[THA, XYZ]',
      /line 12: countriesOfCollection\.1: is not an ISO/,
    ],
    ['a day that does not exist', '2019-12-31', '2019-02-29', /line 23: validTo: must be a day/],
    ['an end before the beginning', '2019-12-31', '2014-12-31', /line 23: validTo: lies before validFrom/],
    [
      'parties without the contributor',
      'organisation: agency',
      'organisation: someone',
      /line 7: parties: must include the contributor/,
    ],
    ['a name that is missing', 'name: Example agency\n', '', /name: is needed/],
    ['help that depends on sharing', 'assistanceIndependent: true', 'assistanceIndependent: false', /must be true/],
    ['broken YAML', 'bases: [public interest]', 'bases: [public', /agency\.yaml, line \d+: /],
    ['a key given twice', 'reviewDays: 14', 'reviewDays: 14\nreviewDays: 15', /line 15: Map keys must be unique/],
    ['an alias', 'reviewDays: 14', 'reviewDays: &days 14\nsharedDays: *days', /uses a YAML alias/],
    [
      'names of persons',
      'reviewDays: 14',
      'signatories: [somebody]',
      /agency\.yaml, line 14: signatories: there is no such field/,
    ],
  ])('refuses %s and says where', (_, from, to, message) => {
    expect(() => parseAgreement(yaml.replace(from, to), 'agency.yaml')).toThrow(message);
  });

  it('refuses whatever is no agreement with a Refusal, never with anything else', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parseAgreement(text, 'x')).toThrow(expect.objectContaining({ code: 'agreement' }));
      }),
      { numRuns: 500 },
    );
  });
});

describe('agreementHash', () => {
  it('depends on the terms and not on the layout', () => {
    const agreement = parseAgreement(yaml, 'a');
    expect(agreementHash(readAgreement(JSON.parse(JSON.stringify(agreement)), 'b'))).toBe(agreementHash(agreement));
    const other = parseAgreement(yaml.replace('reviewDays: 14', 'reviewDays: 15'), 'a');
    expect(agreementHash(other)).not.toBe(agreementHash(agreement));
  });
});

describe('agreementStateOn', () => {
  const agreement = parseAgreement(exampleAgreement(), 'a');
  it.each([
    ['2014-12-31', 'not-yet'],
    ['2015-01-01', 'in-force'],
    ['2019-12-31', 'in-force'],
    ['2020-01-01', 'expired'],
  ])('is on %s %s', (day, state) => {
    expect(agreementStateOn(agreement, day)).toBe(state);
  });

  it('never ends without a last day', () => {
    expect(agreementStateOn(parseAgreement(exampleAgreement({ validTo: null }), 'a'), '2999-01-01')).toBe('in-force');
  });
});

describe('heldUntil', () => {
  it('ends with retention or with the agreement, whichever is first', () => {
    const agreement = parseAgreement(exampleAgreement({ retentionMonths: 1 }), 'a');
    expect(heldUntil(agreement, '2016-01-31')).toBe('2016-02-29');
    expect(heldUntil(agreement, '2019-12-15')).toBe('2019-12-31');
  });
});
