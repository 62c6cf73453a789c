import { columnLabels, type Finding, hasVariable, type Labels } from '@casebridge/standard';
import { say } from './rule.ts';
import { ruleOf } from './validation-rules.ts';

/**
 * The sentence of a finding in a language (`en` where the language is not there): what is wrong and what to do. It
 * names the row, and never holds a cell's content: `Finding.value`, where it was kept, is for the caller to show apart.
 */
export function messageOf(finding: Finding, language: string): string {
  const text = sentence(finding, language);
  return finding.row === null ? text : fill(inLanguage(rowPrefix, language), { row: finding.row, text }, language);
}

/** What stands before a finding of one row. */
export const rowPrefix = say('Row {row}: {text}', 'Ligne {row} : {text}', 'Fila {row}: {text}', 'السطر {row}: {text}');

function sentence(finding: Finding, language: string): string {
  const rule = ruleOf(finding.code);
  if (!rule) return String(finding.args.message ?? finding.code);
  const args = { ...finding.args, variable: variableName(finding.variable, language) };
  return fill(inLanguage(rule.messages, language), args, language);
}

/**
 * Fills `{name}`; `{name:word}` takes the argument's word in the language, `{name:word|other}` that of `other` where
 * the argument is missing or has none; what stands in `[…]` falls away where one of its arguments is missing.
 */
function fill(template: string, args: Readonly<Record<string, string | number>>, language: string): string {
  const shown = template.replaceAll(/\[([^\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)/g)].every(([, name = '']) => args[name] !== undefined) ? part : '',
  );
  return shown.replaceAll(/\{(\w+)(:word)?(?:\|(\w+))?\}/g, (_, name: string, word?: string, other?: string) => {
    const value = args[name];
    const named = word === undefined ? undefined : (words[value ?? ''] ?? words[other ?? '']);
    return named ? inLanguage(named, language) : String(value ?? '–');
  });
}

function variableName(variable: string | null, language: string): string {
  if (variable === null) return '–';
  const id = variable.split('.')[0] ?? variable;
  if (!hasVariable(id)) return variable;
  try {
    return inLanguage(columnLabels(variable), language);
  } catch (error) {
    if (error instanceof RangeError) return variable;
    throw error;
  }
}

function inLanguage(labels: Labels, language: string): string {
  return labels[language] ?? labels.en;
}

/** Words for the arguments that name a kind of problem. */
export const words: Readonly<Record<string, Labels>> = {
  too_few_cells: say('too few cells', 'trop peu de cellules', 'faltan celdas', 'خلايا ناقصة'),
  too_many_cells: say('too many cells', 'trop de cellules', 'sobran celdas', 'خلايا زائدة'),
  names: say('people’s names', 'noms de personnes', 'nombres de personas', 'أسماء أشخاص'),
  phones: say('telephone numbers', 'numéros de téléphone', 'números de teléfono', 'أرقام هواتف'),
  emails: say(
    'e-mail addresses',
    'adresses électroniques',
    'direcciones de correo electrónico',
    'عناوين بريد إلكتروني',
  ),
  identity_numbers: say('identity numbers', 'numéros d’identité', 'números de identidad', 'أرقام هوية'),
  addresses: say('addresses', 'adresses', 'direcciones', 'عناوين سكن'),
  coordinates: say('coordinates', 'coordonnées géographiques', 'coordenadas', 'إحداثيات'),
  free_text: say(
    'free text about people',
    'texte libre sur des personnes',
    'texto libre sobre personas',
    'نصوص حرة عن أشخاص',
  ),
  totals_row: say('a totals row', 'une ligne de total', 'una fila de totales', 'سطر مجاميع'),
  repeated_header: say('the header again', 'l’en-tête répété', 'el encabezado repetido', 'تكراراً للترويسة'),
  other_contributor: say(
    'it is another contributor’s',
    'il est celui d’un autre contributeur',
    'es de otra organización',
    'هو لجهة مساهمة أخرى',
  ),
  not_yet_valid: say('it is not yet in force', 'il n’est pas encore en vigueur', 'aún no está en vigor', 'لم يسرِ بعد'),
  expired: say('it has expired', 'il a expiré', 'ha vencido', 'انتهت مدته'),
  category_not_agreed: say(
    'it does not cover the variable',
    'il ne couvre pas la variable',
    'no abarca la variable',
    'لا يشمل المتغير',
  ),
  unlisted: say(
    'the value is not in the mapping’s table, or not a code of the standard',
    'la valeur n’est pas dans la table de correspondance, ou n’est pas un code de la norme',
    'el valor no está en la tabla de correspondencia, o no es un código de la norma',
    'القيمة غير موجودة في جدول المطابقة أو ليست رمزاً من رموز المعيار',
  ),
  date: say(
    'the value cannot be read as a date with the declared order',
    'la valeur ne peut être lue comme une date dans l’ordre déclaré',
    'el valor no puede leerse como fecha en el orden declarado',
    'لا يمكن قراءة القيمة على أنها تاريخ بالترتيب المعلن',
  ),
  number: say(
    'the value cannot be read as a number',
    'la valeur ne peut être lue comme un nombre',
    'el valor no puede leerse como número',
    'لا يمكن قراءة القيمة على أنها عدد',
  ),
  years_to_band: say(
    'the value cannot be read as an age or an age band',
    'la valeur ne peut être lue comme un âge ou une tranche d’âge',
    'el valor no puede leerse como edad o grupo de edad',
    'لا يمكن قراءة القيمة على أنها عمر أو فئة عمرية',
  ),
  duration: say(
    'the value cannot be read as a length of time',
    'la valeur ne peut être lue comme une durée',
    'el valor no puede leerse como duración',
    'لا يمكن قراءة القيمة على أنها مدة',
  ),
  read: say(
    'the cell is too long or holds characters no text has',
    'la cellule est trop longue ou contient des caractères interdits',
    'la celda es demasiado larga o contiene caracteres no admitidos',
    'الخلية طويلة جداً أو تحتوي على محارف غير مقبولة',
  ),
  required: say(
    'the record needs a value here',
    'l’enregistrement exige ici une valeur',
    'el registro exige aquí un valor',
    'السجل يتطلب قيمة هنا',
  ),
  keyed_hash: say(
    'the case number is missing',
    'le numéro de dossier manque',
    'falta el número de expediente',
    'رقم الملف ناقص',
  ),
  no_key: say(
    'There is no record key',
    'Il n’y a pas de clé d’enregistrement',
    'No hay clave de registro',
    'لا يوجد مفتاح للسجل',
  ),
  key_repeats: say(
    'Another row has the same record key',
    'Une autre ligne a la même clé d’enregistrement',
    'Otra fila tiene la misma clave de registro',
    'سطر آخر له مفتاح السجل نفسه',
  ),
  not_a_country: say(
    'the value names no country of ISO 3166-1',
    'la valeur ne désigne aucun pays de l’ISO 3166-1',
    'el valor no designa ningún país de ISO 3166-1',
    'القيمة لا تدل على بلد من ISO 3166-1',
  ),
  retired: say(
    'the code was withdrawn and was read as its successor',
    'le code a été retiré et lu comme son successeur',
    'el código fue retirado y se leyó como su sucesor',
    'الرمز مسحوب وقُرئ على أنه خلفه',
  ),
  no_successor: say(
    'the code was withdrawn and has no single successor; it was read as not known',
    'le code a été retiré sans successeur unique ; il a été lu comme non connu',
    'el código fue retirado sin un sucesor único; se leyó como desconocido',
    'الرمز مسحوب وليس له خلف واحد؛ قُرئ على أنه غير معروف',
  ),
  gone: say('is gone', 'a disparu', 'ha desaparecido', 'اختفى'),
  new: say('is new and frequent', 'est nouveau et fréquent', 'es nuevo y frecuente', 'جديد ومتكرر'),
};
