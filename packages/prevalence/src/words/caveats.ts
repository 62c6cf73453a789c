/**
 * What must be said beside every estimate, in four languages. An estimate without its caveats is not the estimate.
 */

/** Languages that caveats and labels are written in. */
export const wordLanguages = ['en', 'fr', 'es', 'ar'] as const;
export type WordLanguage = (typeof wordLanguages)[number];

/** What an estimate rests on; the order is the one they are shown in. */
export const caveatKeys = [
  'closed',
  'matching',
  'catchable',
  'reachable',
  'dependence',
  'definition',
  'interval',
  'nine_in_ten',
] as const;
export type CaveatKey = (typeof caveatKeys)[number];

/** The caveats of a language, by key. */
export const caveats: Readonly<Record<WordLanguage, Readonly<Record<CaveatKey, string>>>> = {
  en: {
    closed: 'The method assumes that nobody enters or leaves the population during the period.',
    matching:
      'It assumes that people are matched rightly between lists. Every match that is missed makes the estimate larger.',
    catchable: 'Within the model, people are equally likely to be met by each list.',
    reachable:
      'Somebody on no list could in principle have been on one. A group that no organisation can reach is not in the estimate.',
    dependence:
      'Lists that send people to each other are allowed for two at a time. Dependence among three or more lists is left out.',
    definition: 'All lists must use the same definition of who belongs to the population.',
    interval:
      'The interval covers chance and the choice among the models that were tried. It does not cover the failure of these assumptions.',
    nine_in_ten:
      'In the simulations of the authors of the method, such intervals held the truth about nine times in ten. Choosing terms by significance can overstate how certain the result is (Whitehead and others 2019; Binette and Steorts 2021).',
  },
  fr: {
    closed: 'La méthode suppose que personne n’entre dans la population ni n’en sort pendant la période.',
    matching:
      'Elle suppose que les personnes sont correctement appariées d’une liste à l’autre. Chaque appariement manqué augmente l’estimation.',
    catchable: 'Dans le modèle, chaque liste a la même chance de rencontrer chacune des personnes.',
    reachable:
      'Une personne absente de toutes les listes aurait pu, en principe, figurer sur l’une d’elles. Un groupe qu’aucune organisation ne peut atteindre n’est pas compris dans l’estimation.',
    dependence:
      'Les listes qui s’adressent des personnes sont prises en compte deux par deux. La dépendance entre trois listes ou plus est laissée de côté.',
    definition: 'Toutes les listes doivent employer la même définition de la population.',
    interval:
      'L’intervalle tient compte du hasard et du choix entre les modèles essayés. Il ne tient pas compte du cas où ces hypothèses seraient fausses.',
    nine_in_ten:
      'Dans les simulations des auteurs de la méthode, de tels intervalles contenaient la vraie valeur environ neuf fois sur dix. Choisir les termes par leur significativité peut faire paraître le résultat plus sûr qu’il ne l’est (Whitehead et collègues 2019 ; Binette et Steorts 2021).',
  },
  es: {
    closed: 'El método supone que nadie entra en la población ni sale de ella durante el período.',
    matching:
      'Supone que las personas se emparejan bien entre las listas. Cada coincidencia que se pasa por alto aumenta la estimación.',
    catchable: 'Dentro del modelo, cada lista tiene la misma probabilidad de encontrar a cada persona.',
    reachable:
      'Una persona que no está en ninguna lista podría, en principio, haber estado en alguna. Un grupo al que ninguna organización puede llegar no está en la estimación.',
    dependence:
      'Las listas que se derivan personas entre sí se tienen en cuenta de dos en dos. La dependencia entre tres o más listas queda fuera.',
    definition: 'Todas las listas deben usar la misma definición de la población.',
    interval:
      'El intervalo cubre el azar y la elección entre los modelos probados. No cubre que estos supuestos fallen.',
    nine_in_ten:
      'En las simulaciones de los autores del método, estos intervalos contenían el valor verdadero unas nueve veces de cada diez. Elegir los términos por su significación puede hacer que el resultado parezca más seguro de lo que es (Whitehead y otros 2019; Binette y Steorts 2021).',
  },
  ar: {
    closed: 'تفترض الطريقة ألّا يدخل أحد إلى المجموعة السكانية ولا يخرج منها خلال الفترة.',
    matching: 'وتفترض أن مطابقة الأشخاص بين القوائم صحيحة. وكل تطابق يفوت يزيد التقدير.',
    catchable: 'داخل النموذج، لكل قائمة الاحتمال نفسه في أن تلتقي أيّ شخص.',
    reachable:
      'من لا يرد في أي قائمة كان يمكن من حيث المبدأ أن يرد في إحداها. أما الفئة التي لا تستطيع أي منظمة الوصول إليها فليست داخلة في التقدير.',
    dependence:
      'القوائم التي تحيل أشخاصًا بعضها إلى بعض تُراعى اثنتين اثنتين. أما الترابط بين ثلاث قوائم أو أكثر فغير محسوب.',
    definition: 'يجب أن تستخدم جميع القوائم التعريف نفسه لمن ينتمي إلى المجموعة السكانية.',
    interval: 'تشمل الفترة أثر الصدفة والاختيار بين النماذج التي جُرّبت. ولا تشمل احتمال أن تكون هذه الافتراضات خاطئة.',
    nine_in_ten:
      'في محاكاة واضعي الطريقة، احتوت مثل هذه الفترات القيمة الحقيقية نحو تسع مرات من عشر. واختيار الحدود بحسب دلالتها الإحصائية قد يُظهر النتيجة أوثق مما هي عليه (وايتهيد وآخرون 2019؛ بينيت وستيورتس 2021).',
  },
};
