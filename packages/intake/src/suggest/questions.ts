import { hasVariable, type Labels, variable } from '@casebridge/standard';
import { say } from '../validation/rule.ts';
import type { Unresolved } from './suggestion.ts';

/** What a drafted mapping asks of a person. `{variable}` is the standard's name for what a column becomes. */
export const questions = {
  not_recognised: say(
    'the column was not recognised: map it, or leave it dropped',
    'la colonne n’a pas été reconnue : mettez-la en correspondance ou laissez-la écartée',
    'no se reconoció la columna: asígnele una variable o déjela descartada',
    'لم يُتعرَّف على العمود: اربطه بمتغير أو اتركه مستبعداً',
  ),
  little_confidence: say(
    'the column was taken for {variable} with little confidence',
    'la colonne a été prise pour {variable}, sans grande certitude',
    'la columna se tomó por {variable}, con poca certeza',
    'اعتُبر العمود {variable} بقدر ضئيل من اليقين',
  ),
  no_key: say(
    'no column was found for {variable}: the column taken for it is a guess; a record’s key must be the case’s own number',
    'aucune colonne trouvée pour {variable} : celle qui a été prise est une supposition ; la clé doit venir du numéro du dossier',
    'no se halló columna para {variable}: la que se tomó es una suposición; la clave debe venir del número del expediente',
    'لم يوجد عمود لـ {variable}: العمود المأخوذ مجرد تخمين؛ يجب أن يأتي المفتاح من رقم الملف نفسه',
  ),
  no_year: say(
    'no column was found for {variable}: records without it are counted in no year',
    'aucune colonne trouvée pour {variable} : sans elle, un enregistrement n’est compté dans aucune année',
    'no se halló columna para {variable}: sin ella, un registro no se cuenta en ningún año',
    'لم يوجد عمود لـ {variable}: السجلات من دونه لا تُحسب في أي سنة',
  ),
  no_type: say(
    'no column was found for {variable}: records without it have no purpose',
    'aucune colonne trouvée pour {variable} : sans elle, un enregistrement n’a pas de finalité',
    'no se halló columna para {variable}: sin ella, un registro no tiene finalidad',
    'لم يوجد عمود لـ {variable}: السجلات من دونه لا غرض لها',
  ),
  no_basis: say(
    'no column was found for {variable}: every row is held back until the mapping states one',
    'aucune colonne trouvée pour {variable} : toutes les lignes sont retenues tant que la correspondance n’en indique pas',
    'no se halló columna para {variable}: todas las filas quedan retenidas hasta que la correspondencia indique una',
    'لم يوجد عمود لـ {variable}: تُحجز كل السطور إلى أن تنص المطابقة على أساس',
  ),
  constant: say(
    'no column gives {variable}: is the constant right for every row?',
    'aucune colonne ne donne {variable} : la valeur constante convient-elle à chaque ligne ?',
    'ninguna columna da {variable}: ¿vale la constante para todas las filas?',
    'لا عمود يعطي {variable}: هل القيمة الثابتة صحيحة لكل سطر؟',
  ),
  date_order_custom: say(
    'no date shows whether day or month comes first: {order} is the custom of the language',
    'aucune date ne montre si le jour ou le mois vient d’abord : {order} est l’usage de la langue',
    'ninguna fecha muestra si va antes el día o el mes: {order} es la costumbre del idioma',
    'لا تاريخ يبيّن أيهما أولاً، اليوم أم الشهر: {order} هو المعتاد في اللغة',
  ),
  date_order: say(
    'no date shows whether day or month comes first: add date_order under source',
    'aucune date ne montre si le jour ou le mois vient d’abord : ajoutez date_order sous source',
    'ninguna fecha muestra si va antes el día o el mes: añada date_order bajo source',
    'لا تاريخ يبيّن أيهما أولاً، اليوم أم الشهر: أضف date_order تحت source',
  ),
  serials: say(
    'some dates are spreadsheet day numbers: the 1900 system is taken; Macintosh files may use 1904',
    'certaines dates sont des numéros de jour de tableur : le système 1900 est supposé ; des fichiers Macintosh utilisent 1904',
    'algunas fechas son números de día de hoja de cálculo: se supone el sistema 1900; archivos de Macintosh pueden usar 1904',
    'بعض التواريخ أرقام أيام من جدول إلكتروني: افتُرض نظام 1900؛ وقد تستعمل ملفات ماكنتوش نظام 1904',
  ),
  neither_yes_nor_no: say(
    'these values are neither yes nor no ({variable})',
    'ces valeurs ne sont ni oui ni non ({variable})',
    'estos valores no son ni sí ni no ({variable})',
    'هذه القيم ليست نعم ولا لا ({variable})',
  ),
  no_countries: say(
    'these values are no countries: add them under aliases ({variable})',
    'ces valeurs ne sont pas des pays : ajoutez-les sous aliases ({variable})',
    'estos valores no son países: añádalos bajo aliases ({variable})',
    'هذه القيم ليست بلداناً: أضفها تحت aliases ({variable})',
  ),
  inhabitants: say(
    'these values name inhabitants: confirm the aliases ({variable})',
    'ces valeurs nomment des habitants : confirmez les aliases ({variable})',
    'estos valores nombran a habitantes: confirme los aliases ({variable})',
    'هذه القيم تسمّي أهل بلدان: أكّد aliases ({variable})',
  ),
  no_dates: say(
    'these values cannot be read as dates ({variable})',
    'ces valeurs ne peuvent être lues comme des dates ({variable})',
    'estos valores no pueden leerse como fechas ({variable})',
    'لا يمكن قراءة هذه القيم على أنها تواريخ ({variable})',
  ),
  no_ages: say(
    'these values are no ages ({variable})',
    'ces valeurs ne sont pas des âges ({variable})',
    'estos valores no son edades ({variable})',
    'هذه القيم ليست أعماراً ({variable})',
  ),
  no_bands: say(
    'these values are no age bands ({variable})',
    'ces valeurs ne sont pas des tranches d’âge ({variable})',
    'estos valores no son grupos de edad ({variable})',
    'هذه القيم ليست فئات عمرية ({variable})',
  ),
  no_lengths: say(
    'these values are no lengths of time ({variable})',
    'ces valeurs ne sont pas des durées ({variable})',
    'estos valores no son duraciones ({variable})',
    'هذه القيم ليست مدداً ({variable})',
  ),
  bare_months: say(
    'bare numbers are taken for months: is that the unit?',
    'les nombres sans unité sont pris pour des mois : est-ce bien l’unité ?',
    'los números sin unidad se toman por meses: ¿es esa la unidad?',
    'الأرقام بلا وحدة اعتُبرت شهوراً: أهذه هي الوحدة؟',
  ),
  no_codes: say(
    'these values name no code: add them to the table ({variable})',
    'ces valeurs ne désignent aucun code : ajoutez-les à la table ({variable})',
    'estos valores no designan ningún código: añádalos a la tabla ({variable})',
    'هذه القيم لا تدل على أي رمز: أضفها إلى الجدول ({variable})',
  ),
  no_legal_basis: say(
    'these values are no legal basis: add them to the table ({variable})',
    'ces valeurs ne sont pas une base légale : ajoutez-les à la table ({variable})',
    'estos valores no son una base jurídica: añádalos a la tabla ({variable})',
    'هذه القيم ليست أساساً قانونياً: أضفها إلى الجدول ({variable})',
  ),
  consent_taken: say(
    'these values are taken for consent to share without names: does the form say so? ({variable})',
    'ces valeurs sont prises pour un consentement à partager sans noms : le formulaire le dit-il ? ({variable})',
    'estos valores se toman por consentimiento a compartir sin nombres: ¿lo dice el formulario? ({variable})',
    'اعتُبرت هذه القيم موافقة على المشاركة بلا أسماء: هل تقول الاستمارة ذلك؟ ({variable})',
  ),
} as const satisfies Readonly<Record<string, Labels>>;

export type QuestionKind = keyof typeof questions;

/** Something to decide, with its question in English. */
export function ask(
  kind: QuestionKind,
  column: string | null,
  about: { readonly variable?: string; readonly order?: string; readonly values?: readonly string[] } = {},
): Unresolved {
  const { variable: id = null, order = null, values = [] } = about;
  return { column, kind, variable: id, order, question: asked({ kind, order }, id, 'en'), values };
}

/** The question in a language (`en` where the language is not there), with the standard's name for the variable. */
export function questionOf(open: Omit<Unresolved, 'question' | 'values'>, language: string): string {
  const id = open.variable?.split('.')[0];
  const labels = id !== undefined && hasVariable(id) ? variable(id).labels : null;
  return asked(open, labels ? (labels[language] ?? labels.en) : open.variable, language);
}

function asked({ kind, order }: Pick<Unresolved, 'kind' | 'order'>, name: string | null, language: string): string {
  const labels: Labels = questions[kind];
  return (labels[language] ?? labels.en).replace('{variable}', name ?? '–').replace('{order}', order ?? '–');
}
