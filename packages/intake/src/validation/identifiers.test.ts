import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierKindOfCell, identifierKindOfHeader, looksLikeName } from './identifiers.ts';

describe('identifierKindOfHeader', () => {
  it.each([
    ['Nom', 'names'],
    ['Prénom', 'names'],
    ['prs_First_Name', 'names'],
    ['VictimName', 'names'],
    ['Nombre y apellidos', 'names'],
    ['الاسم', 'names'],
    ['Téléphone', 'phones'],
    ['mobile_phone', 'phones'],
    ['رقم الهاتف', 'phones'],
    ['E-mail', 'emails'],
    ['Correo electrónico', 'emails'],
    ['N° de passeport', 'identity_numbers'],
    ['passport number', 'identity_numbers'],
    ['National ID', 'identity_numbers'],
    ['رقم الهوية', 'identity_numbers'],
    ['Adresse', 'addresses'],
    ['prs_Mailing_Street', 'addresses'],
    ['hte_Latitude', 'coordinates'],
    ['Observations', 'free_text'],
  ])('sees in %s: %s', (header, kind) => {
    expect(identifierKindOfHeader(header)).toBe(kind);
  });

  it.each([
    'N° dossier',
    'CaseNo',
    'Passeport confisqué',
    'Pays d’origine',
    'Nom du pays',
    'Organisation name',
    'Nombre de mois',
    'Nationality',
    'meansOfControlWithholdsDocuments',
    'MocDocs',
    'prs_Mailing_Country',
    'الجنسية',
    'typeOfLabourOther',
    'level',
    'person_no',
  ])('sees nothing in %s', (header) => {
    expect(identifierKindOfHeader(header)).toBeNull();
  });
});

describe('identifierKindOfCell', () => {
  it.each([
    ['someone@example.org', 'emails'],
    ['+33 6 12 34 56 78', 'phones'],
    ['06 12 34 56 78', 'phones'],
    ['0612345678', 'phones'],
    ['(555) 555-0100 22', 'phones'],
    ['0021620123456', 'phones'],
    ['AB1234567', 'identity_numbers'],
    ['123-45-6789', 'identity_numbers'],
    ['1850578006048', 'identity_numbers'],
    ['-1.2921, 36.8219', 'coordinates'],
    ['36° 48′ N', 'coordinates'],
    ['Mme Exemple', 'names'],
    ['السيد فلان', 'names'],
  ])('sees in %s: %s', (cell, kind) => {
    expect(identifierKindOfCell(cell)).toBe(kind);
  });

  it.each([
    '2015-03-18',
    '2015-03-18 10:22:00',
    '05/09/2019',
    '18.03.2015 - 20.04.2016',
    '2015-2016-2017',
    '2013 2014 2015 2016',
    '12,5',
    '26',
    '-99',
    '42265',
    '30--38',
    '0--12 (0-1 yr)',
    'travail domestique / mendicité',
    'Mr',
    'M',
    'Mrs',
    'T_ActivitiesOfHouseholdsAsEmployers',
    'ISIC-56.1-56.2',
    'Dragging feet',
  ])('sees nothing in %s', (cell) => {
    expect(identifierKindOfCell(cell)).toBeNull();
  });

  it('takes linear time on hostile text', () => {
    for (const unit of ['a@', '1 ', '-1.2,', 'Mr ', '٠', '+1(', 'a.a.']) identifierKindOfCell(unit.repeat(100_000));
    fc.assert(
      fc.property(fc.string({ maxLength: 5000 }), (text) => {
        identifierKindOfCell(text);
        looksLikeName(text);
      }),
    );
  });
});

describe('looksLikeName', () => {
  it('knows the shape of a name from countries and categories', () => {
    expect(looksLikeName('Aaa Bbb')).toBe(true);
    expect(looksLikeName('Aaa de la Bbb')).toBe(true);
    for (const text of ['Sierra Leone', 'domestic work', 'F', 'Côte d’Ivoire', 'Aaa', 'AAA BBB', 'Aaa 12'])
      expect(looksLikeName(text), text).toBe(false);
  });
});
