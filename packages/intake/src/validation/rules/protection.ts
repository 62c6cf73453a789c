import { isMissing, yes } from '@casebridge/standard';
import { found, say, type ValidationRule } from '../rule.ts';

/** Rules on the right to hold and share a record. */
export const protectionRules: readonly ValidationRule[] = [
  {
    id: 'P01',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'skipped',
    states:
      'Every record has a legal basis; where that is consent or assent, it covers sharing without names (shared_pseudonymised).',
    reads: ['legal_basis'],
    alsoReads: ['consent_scope'],
    ifAbsent: 'held',
    about: 'legal_basis',
    messages: say(
      'There is no legal basis for sharing this record, or the consent does not cover sharing without names.',
      'Il n’y a pas de base juridique pour partager cet enregistrement, ou le consentement ne couvre pas le partage sans les noms.',
      'No hay base jurídica para compartir este registro, o el consentimiento no abarca compartir sin nombres.',
      'لا يوجد أساس قانوني لمشاركة هذا السجل، أو أن الموافقة لا تشمل المشاركة دون أسماء.',
    ),
    test: (record) => {
      const basis = record.cell('legal_basis');
      if (basis === '' || isMissing(basis)) return found;
      if (basis !== 'consent' && basis !== 'assent_guardian') return null;
      return record.yes('consent_scope').includes('shared_pseudonymised') ? null : found;
    },
  },
  {
    id: 'P02',
    severity: 'error',
    stage: 'row',
    needs: 'file',
    published: 'skipped',
    states:
      'A child’s record that rests on consent has guardian consent, or the basis assent_guardian, or another basis.',
    reads: ['legal_basis', 'majority_at_registration'],
    alsoReads: ['guardian_consent'],
    about: 'guardian_consent',
    messages: say(
      'A child’s record rests on consent without a guardian’s consent.',
      'L’enregistrement d’un enfant repose sur le consentement sans celui du tuteur.',
      'El registro de un niño se basa en el consentimiento sin el del tutor.',
      'سجل طفل يستند إلى الموافقة دون موافقة الوصي.',
    ),
    test: (record) =>
      record.cell('legal_basis') === 'consent' &&
      record.cell('majority_at_registration') === 'child' &&
      record.cell('guardian_consent') !== yes
        ? found
        : null,
  },
  {
    id: 'P03',
    severity: 'error',
    stage: 'row',
    needs: 'previous',
    published: 'same',
    states:
      'A record with a withdrawal date is not sent. Whether earlier versions are gone is checked where the records are received.',
    reads: ['withdrawn_on'],
    about: 'withdrawn_on',
    messages: say(
      'The person withdrew: the record is held back. Send its key with a withdrawal, so that earlier versions go too.',
      'La personne s’est retirée : l’enregistrement est retenu. Envoyez sa clé dans un retrait pour supprimer aussi les versions antérieures.',
      'La persona se retiró: el registro se retiene. Envíe su clave en una retirada para eliminar también las versiones anteriores.',
      'سحب الشخص موافقته: السجل محجوز. أرسل مفتاحه ضمن طلب سحب لحذف النسخ السابقة أيضاً.',
    ),
    test: (record) => {
      const day = record.cell('withdrawn_on');
      return day === '' || isMissing(day) ? null : found;
    },
  },
];
