import type { Shortfall } from '../requirements.ts';
import type { Instability } from '../stability.ts';
import type { WordLanguage } from './caveats.ts';

/** The short texts of a table and a picture of estimates. */
export interface EstimateWords {
  readonly title: string;
  readonly estimate: string;
  readonly people: string;
  readonly interval: string;
  readonly toPublish: string;
  readonly pairs: string;
  readonly none: string;
  readonly known: string;
  readonly chao: string;
  readonly mainEffects: string;
  readonly stepwise: string;
  readonly percentile: string;
  readonly bic: string;
  readonly threshold: (threshold: string) => string;
  readonly without: (list: string) => string;
  readonly linkage: Readonly<Record<'cautious' | 'generous', string>>;
  readonly boundOnly: string;
  readonly stable: string;
  readonly unstable: string;
  readonly lacking: Readonly<Record<Shortfall, string>>;
  readonly instability: Readonly<Record<Instability, string>>;
  readonly biased: string;
  readonly caveats: string;
}

/** The texts by language. */
export const estimateWords: Readonly<Record<WordLanguage, EstimateWords>> = {
  en: {
    title: 'Estimates of how many people there are, seen and unseen',
    estimate: 'estimate',
    people: 'people',
    interval: '95 % interval',
    toPublish: 'to publish',
    pairs: 'pairs of lists in the model',
    none: 'none',
    known: 'known: on at least one list',
    chao: 'lower bound (Chao)',
    mainEffects: 'lists taken as independent',
    stepwise: 'chosen step by step',
    percentile: 'the same, plain resampling limits',
    bic: 'chosen by least BIC',
    threshold: (threshold) => `step by step, threshold ${threshold}`,
    without: (list) => `without the list ${list}`,
    linkage: { cautious: 'with cautious linkage', generous: 'with generous linkage' },
    boundOnly: 'These lists support a lower bound only: there are at least this many people.',
    stable: 'Stable: the estimate may be a headline, with its interval and every caveat.',
    unstable: 'Not stable: no single number may be a headline.',
    lacking: {
      three_lists: 'an estimate needs three lists or more',
      ten_on_two_lists: 'fewer than ten people are on two lists or more',
      overlapping_triple: 'no three lists overlap with one another',
    },
    instability: {
      choice_of_model: 'other ways of choosing the model give an estimate that is half as large again or more',
      interval_too_wide: 'the upper limit is more than three times the estimate',
      one_list_decides: 'leaving out one list moves the estimate by more than half, or leaves none',
      no_interval: 'the interval has no upper limit',
    },
    biased: 'The choice of the model bends the resamples: both intervals are printed.',
    caveats: 'What the estimate rests on',
  },
  fr: {
    title: 'Estimations du nombre total de personnes, vues et jamais vues',
    estimate: 'estimation',
    people: 'personnes',
    interval: 'intervalle à 95 %',
    toPublish: 'à publier',
    pairs: 'paires de listes dans le modèle',
    none: 'aucune',
    known: 'connues : sur une liste au moins',
    chao: 'borne inférieure (Chao)',
    mainEffects: 'listes supposées indépendantes',
    stepwise: 'choisi pas à pas',
    percentile: 'le même, limites de simple rééchantillonnage',
    bic: 'choisi par le plus petit BIC',
    threshold: (threshold) => `pas à pas, seuil ${threshold}`,
    without: (list) => `sans la liste ${list}`,
    linkage: { cautious: 'avec un appariement prudent', generous: 'avec un appariement large' },
    boundOnly: 'Ces listes ne permettent qu’une borne inférieure : il y a au moins ce nombre de personnes.',
    stable: 'Stable : l’estimation peut être mise en avant, avec son intervalle et toutes les réserves.',
    unstable: 'Instable : aucun nombre isolé ne peut être mis en avant.',
    lacking: {
      three_lists: 'une estimation demande trois listes ou plus',
      ten_on_two_lists: 'moins de dix personnes figurent sur deux listes ou plus',
      overlapping_triple: 'il n’y a pas trois listes qui se recoupent deux à deux',
    },
    instability: {
      choice_of_model:
        'd’autres façons de choisir le modèle donnent une estimation au moins une fois et demie plus grande',
      interval_too_wide: 'la limite supérieure dépasse trois fois l’estimation',
      one_list_decides: 'retirer une liste change l’estimation de plus de la moitié, ou n’en laisse aucune',
      no_interval: 'l’intervalle n’a pas de limite supérieure',
    },
    biased: 'Le choix du modèle déforme les rééchantillonnages : les deux intervalles sont donnés.',
    caveats: 'Sur quoi repose l’estimation',
  },
  es: {
    title: 'Estimaciones del número total de personas, vistas y no vistas',
    estimate: 'estimación',
    people: 'personas',
    interval: 'intervalo del 95 %',
    toPublish: 'para publicar',
    pairs: 'pares de listas en el modelo',
    none: 'ninguno',
    known: 'conocidas: en una lista al menos',
    chao: 'cota inferior (Chao)',
    mainEffects: 'listas tomadas como independientes',
    stepwise: 'elegido paso a paso',
    percentile: 'lo mismo, límites de remuestreo simple',
    bic: 'elegido por el menor BIC',
    threshold: (threshold) => `paso a paso, umbral ${threshold}`,
    without: (list) => `sin la lista ${list}`,
    linkage: { cautious: 'con emparejamiento prudente', generous: 'con emparejamiento amplio' },
    boundOnly: 'Estas listas solo permiten una cota inferior: hay al menos este número de personas.',
    stable: 'Estable: la estimación puede destacarse, con su intervalo y todas las advertencias.',
    unstable: 'No es estable: ningún número puede destacarse por sí solo.',
    lacking: {
      three_lists: 'una estimación necesita tres listas o más',
      ten_on_two_lists: 'menos de diez personas están en dos listas o más',
      overlapping_triple: 'no hay tres listas que coincidan entre sí',
    },
    instability: {
      choice_of_model: 'otras formas de elegir el modelo dan una estimación al menos una vez y media mayor',
      interval_too_wide: 'el límite superior es más de tres veces la estimación',
      one_list_decides: 'quitar una lista cambia la estimación en más de la mitad, o no deja ninguna',
      no_interval: 'el intervalo no tiene límite superior',
    },
    biased: 'La elección del modelo deforma los remuestreos: se dan los dos intervalos.',
    caveats: 'En qué se apoya la estimación',
  },
  ar: {
    title: 'تقديرات العدد الكلي للأشخاص، من شوهدوا ومن لم يُشاهَدوا',
    estimate: 'التقدير',
    people: 'أشخاص',
    interval: 'فترة 95%',
    toPublish: 'للنشر',
    pairs: 'أزواج القوائم في النموذج',
    none: 'لا شيء',
    known: 'المعروفون: في قائمة واحدة على الأقل',
    chao: 'الحد الأدنى (تشاو)',
    mainEffects: 'باعتبار القوائم مستقلة',
    stepwise: 'مختار خطوة خطوة',
    percentile: 'نفسه، بحدود إعادة المعاينة البسيطة',
    bic: 'مختار بأصغر BIC',
    threshold: (threshold) => `خطوة خطوة، العتبة ${threshold}`,
    without: (list) => `من دون القائمة ${list}`,
    linkage: { cautious: 'بمطابقة متحفظة', generous: 'بمطابقة واسعة' },
    boundOnly: 'لا تتيح هذه القوائم سوى حد أدنى: عدد الأشخاص لا يقل عن هذا.',
    stable: 'مستقر: يمكن إبراز التقدير مع فترته وكل التحفظات.',
    unstable: 'غير مستقر: لا يجوز إبراز أي رقم وحده.',
    lacking: {
      three_lists: 'يحتاج التقدير إلى ثلاث قوائم أو أكثر',
      ten_on_two_lists: 'أقل من عشرة أشخاص يردون في قائمتين أو أكثر',
      overlapping_triple: 'لا توجد ثلاث قوائم تتقاطع فيما بينها',
    },
    instability: {
      choice_of_model: 'طرائق أخرى لاختيار النموذج تعطي تقديرًا أكبر بمقدار النصف أو أكثر',
      interval_too_wide: 'الحد الأعلى يزيد على ثلاثة أمثال التقدير',
      one_list_decides: 'حذف قائمة واحدة يغيّر التقدير بأكثر من النصف، أو لا يُبقي أي تقدير',
      no_interval: 'ليس للفترة حد أعلى',
    },
    biased: 'اختيار النموذج يُميل نتائج إعادة المعاينة: تُذكر الفترتان معًا.',
    caveats: 'ما يقوم عليه التقدير',
  },
};
