import { say, type ValidationRule } from '../rule.ts';

/** Rules on the file's counts, alone and against the previous submission. */
export const qualityRules: readonly ValidationRule[] = [
  {
    id: 'Q01',
    severity: 'warn',
    stage: 'file',
    needs: 'previous',
    published: 'same',
    states: 'No variable’s missing share moved by more than 20 points since the previous submission.',
    reads: ['counts of every coded column', 'the previous summary'],
    about: null,
    messages: say(
      '{variable}: {now}% have no value, {before}% in the previous submission. Did the form or the mapping change?',
      '{variable} : {now} % sans valeur, contre {before} % dans l’envoi précédent. Le formulaire ou la correspondance ont-ils changé ?',
      '{variable}: {now} % sin valor, {before} % en el envío anterior. ¿Cambió el formulario o la correspondencia?',
      '{variable}: {now}٪ بلا قيمة، وكانت {before}٪ في الإرسال السابق. هل تغير النموذج أو المطابقة؟',
    ),
  },
  {
    id: 'Q02',
    severity: 'warn',
    stage: 'file',
    needs: 'previous',
    published: 'same',
    states:
      'No code that had at least 1% of the previous submission is gone, and no new code has more than 10% of this one.',
    reads: ['counts of every coded column', 'the previous summary'],
    about: null,
    messages: say(
      '{variable}: the code {value} {problem:word}.',
      '{variable} : le code {value} {problem:word}.',
      '{variable}: el código {value} {problem:word}.',
      '{variable}: الرمز {value} {problem:word}.',
    ),
  },
  {
    id: 'Q03',
    severity: 'warn',
    stage: 'file',
    needs: 'file',
    published: 'same',
    states: 'No single value has more than 95% of the known values of a mapped variable.',
    reads: ['counts of every mapped one-valued variable'],
    about: null,
    messages: say(
      '{variable}: {percent}% of the known values are {value}. Is that so, or does the mapping fold values together?',
      '{variable} : {percent} % des valeurs connues sont {value}. Est-ce exact, ou la correspondance confond-elle des valeurs ?',
      '{variable}: el {percent} % de los valores conocidos es {value}. ¿Es así, o la correspondencia junta valores?',
      '{variable}: {percent}٪ من القيم المعروفة هي {value}. هل هذا صحيح أم أن المطابقة تدمج القيم؟',
    ),
  },
  {
    id: 'Q04',
    severity: 'note',
    stage: 'file',
    needs: 'file',
    published: 'same',
    states: 'The share of proxies among the countries of exploitation is told for each country that has any.',
    reads: ['country_of_exploitation', 'country_of_exploitation_basis'],
    about: 'country_of_exploitation',
    messages: say(
      '{country}: for {percent}% of the records the country of exploitation is a proxy (place of screening, registration or office).',
      '{country} : pour {percent} % des enregistrements, le pays d’exploitation est une approximation (lieu du dépistage, de l’enregistrement ou bureau).',
      '{country}: en el {percent} % de los registros el país de explotación es una aproximación (lugar de la entrevista, del registro u oficina).',
      '{country}: في {percent}٪ من السجلات بلد الاستغلال تقريبي (مكان المقابلة أو التسجيل أو المكتب).',
    ),
  },
];
