import { codesOf, isMissing } from '@casebridge/standard';
import { scopeSource } from '../../validation-port.ts';
import { found, type RecordView, say, scopeSourceName, type ValidationRule } from '../rule.ts';
import { majorityColumns, majorityOf } from './age.ts';

/** Rules on means (act + means + purpose for adults, no means needed for children) and on what lies between countries. */
export const meansAndPlaceRules: readonly ValidationRule[] = [
  {
    id: 'M01',
    severity: 'warn',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'A confirmed adult victim has at least one known means, in the Protocol sense or of control.',
    reads: ['trafficking_status'],
    alsoReads: [...majorityColumns, 'means_palermo', 'means_of_control'],
    about: 'means_palermo',
    messages: say(
      'A confirmed adult victim without any known means: is it not recorded?',
      'Victime adulte confirmée sans aucun moyen connu : n’a-t-il pas été noté ?',
      'Víctima adulta confirmada sin ningún medio conocido: ¿no se registró?',
      'ضحية بالغة مؤكدة دون أي وسيلة معروفة: ألم تُسجل؟',
    ),
    test: (record) =>
      record.cell('trafficking_status') === 'confirmed' && majorityOf(record) === 'adult' && !hasMeans(record)
        ? found
        : null,
  },
  {
    id: 'M02',
    severity: 'note',
    stage: 'row',
    needs: 'file',
    published: 'same',
    states: 'A child without known means is complete by the Protocol.',
    reads: ['means_of_control'],
    alsoReads: [...majorityColumns, 'means_palermo'],
    about: 'means_palermo',
    messages: say(
      'A child without known means: complete, the Protocol asks for none.',
      'Un enfant sans moyen connu : complet, le Protocole n’en exige pas.',
      'Un niño sin medios conocidos: completo, el Protocolo no los exige.',
      'طفل دون وسائل معروفة: السجل مكتمل، فالبروتوكول لا يشترطها.',
    ),
    test: (record) => (majorityOf(record) === 'child' && !hasMeans(record) ? found : null),
  },
  {
    id: 'M03',
    severity: 'warn',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'A group code is not yes beside one of its own codes: the finer one is enough.',
    reads: [],
    alsoReads: ['means_of_control', 'recruiter_relation'],
    about: 'means_of_control',
    messages: say(
      'The group {group} and one of its codes are both marked: keep the finer one.',
      'Le groupe {group} et un de ses codes sont tous deux marqués : gardez le plus fin.',
      'El grupo {group} y uno de sus códigos están marcados: conserve el más fino.',
      'المجموعة {group} وأحد رموزها محددان معاً: احتفظ بالأدق.',
    ),
    test: (record) => {
      for (const [variable, parents] of parentsOfFlags) {
        const marked = record.yes(variable);
        for (const code of marked) {
          const parent = parents.get(code);
          if (parent !== undefined && marked.includes(parent)) return { group: parent };
        }
      }
      return null;
    },
  },
  {
    id: 'M04',
    severity: 'error',
    stage: 'mapping',
    needs: 'file',
    published: 'same',
    states: 'No code is both yes and no.',
    reads: ['flag columns'],
    about: null,
    messages: say(
      '{variable}: the same code is both yes and no.',
      '{variable} : le même code est à la fois oui et non.',
      '{variable}: el mismo código es a la vez sí y no.',
      '{variable}: الرمز نفسه نعم ولا في آن واحد.',
    ),
  },
  {
    id: 'S01',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'Internal trafficking has the same stated country of origin and of exploitation.',
    reads: ['trafficking_scope', 'country_of_origin', 'country_of_exploitation'],
    alsoReads: ['country_of_exploitation_basis', scopeSourceName],
    about: 'trafficking_scope',
    messages: say(
      'Internal trafficking, but the countries of origin and of exploitation differ.',
      'Traite interne, mais les pays d’origine et d’exploitation diffèrent.',
      'Trata interna, pero los países de origen y de explotación difieren.',
      'اتجار داخلي، لكن بلد المنشأ وبلد الاستغلال مختلفان.',
    ),
    test: (record) => {
      const origin = record.cell('country_of_origin');
      const exploitation = record.cell('country_of_exploitation');
      const basis = record.cell('country_of_exploitation_basis');
      return record.cell('trafficking_scope') === 'internal' &&
        record.scopeSource === scopeSource.stated &&
        !isMissing(origin) &&
        !isMissing(exploitation) &&
        (basis === 'stated' || isMissing(basis)) &&
        origin !== exploitation
        ? found
        : null;
    },
  },
  {
    id: 'S02',
    severity: 'warn',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states:
      'Cross-border trafficking between equal countries may be true (a settled migrant, a return): a second look.',
    reads: ['trafficking_scope', 'country_of_origin', 'country_of_exploitation'],
    about: 'trafficking_scope',
    messages: say(
      'Cross-border, but the countries of origin and of exploitation are the same. A settled migrant, or a return?',
      'Transfrontalière, mais les pays d’origine et d’exploitation sont les mêmes. Migrant installé, ou retour ?',
      'Transfronteriza, pero los países de origen y de explotación coinciden. ¿Migrante asentado o retorno?',
      'عبر الحدود، لكن بلد المنشأ هو بلد الاستغلال نفسه. مهاجر مستقر أم عائد؟',
    ),
    test: (record) => {
      const origin = record.cell('country_of_origin');
      return record.cell('trafficking_scope') === 'cross_border' &&
        !isMissing(origin) &&
        origin === record.cell('country_of_exploitation')
        ? found
        : null;
    },
  },
  {
    id: 'S03',
    severity: 'note',
    stage: 'row',
    needs: 'file',
    published: 'same',
    states:
      'A scope that was worked out from citizenship only is counted: citizenship overstates cross-border trafficking.',
    reads: ['trafficking_scope', scopeSourceName],
    about: 'trafficking_scope',
    messages: say(
      'Cross-border or internal was worked out from citizenship, for want of a country of origin.',
      'Transfrontalière ou interne a été déduit de la nationalité, faute de pays d’origine.',
      'Transfronteriza o interna se dedujo de la nacionalidad, a falta de país de origen.',
      'استُنتج النطاق من الجنسية لعدم توفر بلد المنشأ.',
    ),
    test: (record) =>
      record.scopeSource === scopeSource.fromCitizenship && !isMissing(record.cell('trafficking_scope')) ? found : null,
  },
  {
    id: 'S04',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'warning',
    states: 'Internal trafficking has no transit countries.',
    reads: ['trafficking_scope', 'countries_of_transit'],
    about: 'countries_of_transit',
    messages: say(
      'Internal trafficking with transit countries.',
      'Traite interne avec des pays de transit.',
      'Trata interna con países de tránsito.',
      'اتجار داخلي مع بلدان عبور.',
    ),
    test: (record) => {
      const transit = record.cell('countries_of_transit');
      return record.cell('trafficking_scope') === 'internal' && transit !== '' && !isMissing(transit) ? found : null;
    },
  },
];

function hasMeans(record: RecordView): boolean {
  return record.yes('means_palermo').length > 0 || record.yes('means_of_control').length > 0;
}

const parentsOfFlags = (['means_of_control', 'recruiter_relation'] as const).map(
  (list) =>
    [
      list,
      new Map(codesOf(list).flatMap(({ code, parent }) => (parent === null ? [] : [[code, parent] as const]))),
    ] as const,
);
