// Generated from data/*.csv by scripts/generate.mjs. Edit the CSV, then run it again.
import type { Code } from '../types.ts';

export const codeTable: Readonly<Record<string, readonly Code[]>> = {
 "missing_reason": [
  {
   "code": "unknown",
   "labels": {
    "en": "Not known",
    "fr": "Non connu",
    "es": "Se desconoce",
    "ar": "غير معروف"
   },
   "parent": null,
   "equivalents": [],
   "note": "asked, no answer known"
  },
  {
   "code": "refused",
   "labels": {
    "en": "Preferred not to answer",
    "fr": "A préféré ne pas répondre",
    "es": "Prefirió no responder",
    "ar": "فضّل عدم الإجابة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "not_asked",
   "labels": {
    "en": "Not asked",
    "fr": "Non demandé",
    "es": "No se preguntó",
    "ar": "لم يُسأل"
   },
   "parent": null,
   "equivalents": [],
   "note": "the form has no such question, or the hotline call did not reach it"
  },
  {
   "code": "not_applicable",
   "labels": {
    "en": "Does not apply",
    "fr": "Sans objet",
    "es": "No aplica",
    "ar": "لا ينطبق"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "suppressed",
   "labels": {
    "en": "Withheld for privacy",
    "fr": "Masqué pour confidentialité",
    "es": "Suprimido por privacidad",
    "ar": "محجوب للخصوصية"
   },
   "parent": null,
   "equivalents": [],
   "note": "set by the publisher only"
  }
 ],
 "source_kind": [
  {
   "code": "case_management",
   "labels": {
    "en": "Case management",
    "fr": "Gestion de cas",
    "es": "Gestión de casos",
    "ar": "إدارة الحالات"
   },
   "parent": null,
   "equivalents": [
    "Case Management"
   ],
   "note": null
  },
  {
   "code": "hotline",
   "labels": {
    "en": "Hotline",
    "fr": "Ligne d’assistance",
    "es": "Línea de ayuda",
    "ar": "خط المساعدة"
   },
   "parent": null,
   "equivalents": [
    "Hotline"
   ],
   "note": null
  },
  {
   "code": "government",
   "labels": {
    "en": "Government register",
    "fr": "Registre public",
    "es": "Registro público",
    "ar": "سجل حكومي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "survey",
   "labels": {
    "en": "Survey",
    "fr": "Enquête",
    "es": "Encuesta",
    "ar": "مسح"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "legacy",
   "labels": {
    "en": "Older records",
    "fr": "Anciens dossiers",
    "es": "Registros antiguos",
    "ar": "سجلات قديمة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "trafficking_status": [
  {
   "code": "possible",
   "labels": {
    "en": "Possible victim",
    "fr": "Victime présumée",
    "es": "Posible víctima",
    "ar": "ضحية محتملة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "confirmed",
   "labels": {
    "en": "Confirmed victim",
    "fr": "Victime confirmée",
    "es": "Víctima confirmada",
    "ar": "ضحية مؤكدة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "not_victim",
   "labels": {
    "en": "Not a victim",
    "fr": "Non-victime",
    "es": "No es víctima",
    "ar": "ليس ضحية"
   },
   "parent": null,
   "equivalents": [],
   "note": "refused at upload"
  }
 ],
 "status_decider": [
  {
   "code": "police",
   "labels": {
    "en": "Police",
    "fr": "Police",
    "es": "Policía",
    "ar": "الشرطة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "ngo",
   "labels": {
    "en": "NGO",
    "fr": "ONG",
    "es": "ONG",
    "ar": "منظمة غير حكومية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "court_prosecution",
   "labels": {
    "en": "Court or prosecution",
    "fr": "Justice ou parquet",
    "es": "Tribunal o fiscalía",
    "ar": "المحكمة أو النيابة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "other_government",
   "labels": {
    "en": "Other government body",
    "fr": "Autre organisme public",
    "es": "Otro organismo público",
    "ar": "جهة حكومية أخرى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "international_organisation",
   "labels": {
    "en": "International organisation",
    "fr": "Organisation internationale",
    "es": "Organización internacional",
    "ar": "منظمة دولية"
   },
   "parent": null,
   "equivalents": [],
   "note": "extension to HTCDS"
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "referral_source": [
  {
   "code": "self",
   "labels": {
    "en": "The person",
    "fr": "La personne elle-même",
    "es": "La propia persona",
    "ar": "الشخص نفسه"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "family_friend",
   "labels": {
    "en": "Family or friend",
    "fr": "Famille ou ami",
    "es": "Familia o amigo",
    "ar": "العائلة أو صديق"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "ngo",
   "labels": {
    "en": "NGO",
    "fr": "ONG",
    "es": "ONG",
    "ar": "منظمة غير حكومية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "international_organisation",
   "labels": {
    "en": "International organisation",
    "fr": "Organisation internationale",
    "es": "Organización internacional",
    "ar": "منظمة دولية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "law_enforcement",
   "labels": {
    "en": "Law enforcement",
    "fr": "Forces de l’ordre",
    "es": "Fuerzas del orden",
    "ar": "إنفاذ القانون"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "immigration",
   "labels": {
    "en": "Immigration service",
    "fr": "Service d’immigration",
    "es": "Servicio de migración",
    "ar": "دائرة الهجرة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "health",
   "labels": {
    "en": "Health service",
    "fr": "Service de santé",
    "es": "Servicio de salud",
    "ar": "خدمة صحية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "education",
   "labels": {
    "en": "School",
    "fr": "École",
    "es": "Escuela",
    "ar": "مدرسة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "embassy",
   "labels": {
    "en": "Embassy or consulate",
    "fr": "Ambassade ou consulat",
    "es": "Embajada o consulado",
    "ar": "سفارة أو قنصلية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "hotline",
   "labels": {
    "en": "Hotline",
    "fr": "Ligne d’assistance",
    "es": "Línea de ayuda",
    "ar": "خط المساعدة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "labour_inspection",
   "labels": {
    "en": "Labour inspection",
    "fr": "Inspection du travail",
    "es": "Inspección de trabajo",
    "ar": "تفتيش العمل"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "sex": [
  {
   "code": "female",
   "labels": {
    "en": "Female",
    "fr": "Femme",
    "es": "Mujer",
    "ar": "أنثى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "male",
   "labels": {
    "en": "Male",
    "fr": "Homme",
    "es": "Hombre",
    "ar": "ذكر"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "intersex",
   "labels": {
    "en": "Intersex",
    "fr": "Intersexe",
    "es": "Intersexual",
    "ar": "ثنائي الجنس"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "gender": [
  {
   "code": "woman",
   "labels": {
    "en": "Woman",
    "fr": "Femme",
    "es": "Mujer",
    "ar": "امرأة"
   },
   "parent": null,
   "equivalents": [
    "Woman",
    "Feminine"
   ],
   "note": null
  },
  {
   "code": "man",
   "labels": {
    "en": "Man",
    "fr": "Homme",
    "es": "Hombre",
    "ar": "رجل"
   },
   "parent": null,
   "equivalents": [
    "Man",
    "Masculine"
   ],
   "note": null
  },
  {
   "code": "trans_nonconforming",
   "labels": {
    "en": "Transgender or non-conforming",
    "fr": "Transgenre ou non conforme",
    "es": "Transgénero o no conforme",
    "ar": "متحول أو غير ممتثل للنوع"
   },
   "parent": null,
   "equivalents": [
    "Trans/Transgender/NonConforming"
   ],
   "note": null
  },
  {
   "code": "transgender_woman",
   "labels": {
    "en": "Transgender woman",
    "fr": "Femme transgenre",
    "es": "Mujer transgénero",
    "ar": "امرأة متحولة"
   },
   "parent": "trans_nonconforming",
   "equivalents": [
    "TransgenderFeminine"
   ],
   "note": null
  },
  {
   "code": "transgender_man",
   "labels": {
    "en": "Transgender man",
    "fr": "Homme transgenre",
    "es": "Hombre transgénero",
    "ar": "رجل متحول"
   },
   "parent": "trans_nonconforming",
   "equivalents": [
    "TransgenderMasculine"
   ],
   "note": null
  },
  {
   "code": "nonconforming",
   "labels": {
    "en": "Non-conforming",
    "fr": "Non conforme",
    "es": "No conforme",
    "ar": "غير ممتثل"
   },
   "parent": "trans_nonconforming",
   "equivalents": [
    "NonConforming"
   ],
   "note": null
  }
 ],
 "sex_or_gender": [
  {
   "code": "female",
   "labels": {
    "en": "Female",
    "fr": "Femme",
    "es": "Mujer",
    "ar": "أنثى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "male",
   "labels": {
    "en": "Male",
    "fr": "Homme",
    "es": "Hombre",
    "ar": "ذكر"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "غير ذلك"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "majority": [
  {
   "code": "child",
   "labels": {
    "en": "Child (under 18)",
    "fr": "Enfant (moins de 18 ans)",
    "es": "Niño o niña (menor de 18)",
    "ar": "طفل (دون 18)"
   },
   "parent": null,
   "equivalents": [
    "Minor"
   ],
   "note": null
  },
  {
   "code": "adult",
   "labels": {
    "en": "Adult (18 or over)",
    "fr": "Adulte (18 ans ou plus)",
    "es": "Adulto (18 o más)",
    "ar": "بالغ (18 فأكثر)"
   },
   "parent": null,
   "equivalents": [
    "Adult"
   ],
   "note": null
  }
 ],
 "age_band": [
  {
   "code": "0-8",
   "labels": {
    "en": "0–8",
    "fr": "0–8",
    "es": "0–8",
    "ar": "0–8"
   },
   "parent": "child",
   "equivalents": [
    "0--8"
   ],
   "note": "parent is the majority code"
  },
  {
   "code": "9-17",
   "labels": {
    "en": "9–17",
    "fr": "9–17",
    "es": "9–17",
    "ar": "9–17"
   },
   "parent": "child",
   "equivalents": [
    "9--17",
    "09--17"
   ],
   "note": "parent is the majority code"
  },
  {
   "code": "18-20",
   "labels": {
    "en": "18–20",
    "fr": "18–20",
    "es": "18–20",
    "ar": "18–20"
   },
   "parent": "adult",
   "equivalents": [
    "18--20"
   ],
   "note": "parent is the majority code"
  },
  {
   "code": "21-23",
   "labels": {
    "en": "21–23",
    "fr": "21–23",
    "es": "21–23",
    "ar": "21–23"
   },
   "parent": "adult",
   "equivalents": [
    "21--23"
   ],
   "note": "parent is the majority code"
  },
  {
   "code": "24-26",
   "labels": {
    "en": "24–26",
    "fr": "24–26",
    "es": "24–26",
    "ar": "24–26"
   },
   "parent": "adult",
   "equivalents": [
    "24--26"
   ],
   "note": "parent is the majority code"
  },
  {
   "code": "27-29",
   "labels": {
    "en": "27–29",
    "fr": "27–29",
    "es": "27–29",
    "ar": "27–29"
   },
   "parent": "adult",
   "equivalents": [
    "27--29"
   ],
   "note": "parent is the majority code"
  },
  {
   "code": "30-38",
   "labels": {
    "en": "30–38",
    "fr": "30–38",
    "es": "30–38",
    "ar": "30–38"
   },
   "parent": "adult",
   "equivalents": [
    "30--38"
   ],
   "note": "parent is the majority code"
  },
  {
   "code": "39-47",
   "labels": {
    "en": "39–47",
    "fr": "39–47",
    "es": "39–47",
    "ar": "39–47"
   },
   "parent": "adult",
   "equivalents": [
    "39--47"
   ],
   "note": "parent is the majority code"
  },
  {
   "code": "48+",
   "labels": {
    "en": "48+",
    "fr": "48+",
    "es": "48+",
    "ar": "48+"
   },
   "parent": "adult",
   "equivalents": [
    "48+"
   ],
   "note": "parent is the majority code"
  }
 ],
 "perpetrator_age_band": [
  {
   "code": "0-29",
   "labels": {
    "en": "0–29",
    "fr": "0–29",
    "es": "0–29",
    "ar": "0–29"
   },
   "parent": null,
   "equivalents": [
    "0--29"
   ],
   "note": null
  },
  {
   "code": "30-38",
   "labels": {
    "en": "30–38",
    "fr": "30–38",
    "es": "30–38",
    "ar": "30–38"
   },
   "parent": null,
   "equivalents": [
    "30--38"
   ],
   "note": null
  },
  {
   "code": "39-47",
   "labels": {
    "en": "39–47",
    "fr": "39–47",
    "es": "39–47",
    "ar": "39–47"
   },
   "parent": null,
   "equivalents": [
    "39--47"
   ],
   "note": null
  },
  {
   "code": "48+",
   "labels": {
    "en": "48+",
    "fr": "48+",
    "es": "48+",
    "ar": "48+"
   },
   "parent": null,
   "equivalents": [
    "48+"
   ],
   "note": null
  }
 ],
 "duration_band": [
  {
   "code": "0-12",
   "labels": {
    "en": "Up to 1 year",
    "fr": "Jusqu’à 1 an",
    "es": "Hasta 1 año",
    "ar": "حتى سنة"
   },
   "parent": null,
   "equivalents": [
    "0--12 (0-1 yr)"
   ],
   "note": "0 to 12 months"
  },
  {
   "code": "13-24",
   "labels": {
    "en": "1 to 2 years",
    "fr": "De 1 à 2 ans",
    "es": "De 1 a 2 años",
    "ar": "من سنة إلى سنتين"
   },
   "parent": null,
   "equivalents": [
    "13--24 (1-2 yrs)"
   ],
   "note": "above 12 to 24 months"
  },
  {
   "code": "25+",
   "labels": {
    "en": "Over 2 years",
    "fr": "Plus de 2 ans",
    "es": "Más de 2 años",
    "ar": "أكثر من سنتين"
   },
   "parent": null,
   "equivalents": [
    "25+ (2+ yrs)"
   ],
   "note": "above 24 months"
  }
 ],
 "scope": [
  {
   "code": "cross_border",
   "labels": {
    "en": "Cross-border",
    "fr": "Transfrontalière",
    "es": "Transfronteriza",
    "ar": "عبر الحدود"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "internal",
   "labels": {
    "en": "Within one country",
    "fr": "Interne au pays",
    "es": "Interna",
    "ar": "داخل البلد"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "exploitation_basis": [
  {
   "code": "stated",
   "labels": {
    "en": "Stated",
    "fr": "Indiqué",
    "es": "Declarado",
    "ar": "مذكور"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "proxy_screening",
   "labels": {
    "en": "Place of screening",
    "fr": "Lieu du dépistage",
    "es": "Lugar de la entrevista",
    "ar": "مكان المقابلة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "proxy_registration",
   "labels": {
    "en": "Place of registration",
    "fr": "Lieu d’enregistrement",
    "es": "Lugar de registro",
    "ar": "مكان التسجيل"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "proxy_mission",
   "labels": {
    "en": "Registering office",
    "fr": "Bureau d’enregistrement",
    "es": "Oficina de registro",
    "ar": "المكتب المسجِّل"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "purpose_summary": [
  {
   "code": "labour",
   "labels": {
    "en": "Labour exploitation",
    "fr": "Exploitation par le travail",
    "es": "Explotación laboral",
    "ar": "استغلال في العمل"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "sexual",
   "labels": {
    "en": "Sexual exploitation",
    "fr": "Exploitation sexuelle",
    "es": "Explotación sexual",
    "ar": "استغلال جنسي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "labour_and_sexual",
   "labels": {
    "en": "Labour and sexual exploitation",
    "fr": "Exploitation par le travail et sexuelle",
    "es": "Explotación laboral y sexual",
    "ar": "استغلال في العمل واستغلال جنسي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "other",
   "labels": {
    "en": "Other exploitation",
    "fr": "Autre exploitation",
    "es": "Otra explotación",
    "ar": "استغلال آخر"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "exploitation_type": [
  {
   "code": "forced_labour",
   "labels": {
    "en": "Forced labour",
    "fr": "Travail forcé",
    "es": "Trabajo forzoso",
    "ar": "العمل القسري"
   },
   "parent": "labour",
   "equivalents": [
    "ForcedLabour",
    "isForcedLabour"
   ],
   "note": null
  },
  {
   "code": "child_labour",
   "labels": {
    "en": "Child labour",
    "fr": "Travail des enfants",
    "es": "Trabajo infantil",
    "ar": "عمل الأطفال"
   },
   "parent": "labour",
   "equivalents": [
    "ChildLabour"
   ],
   "note": "children only; counts as labour"
  },
  {
   "code": "servitude",
   "labels": {
    "en": "Servitude",
    "fr": "Servitude",
    "es": "Servidumbre",
    "ar": "الاستعباد"
   },
   "parent": "labour",
   "equivalents": [
    "Servitude"
   ],
   "note": "domestic servitude: use with sector domestic_work"
  },
  {
   "code": "forced_begging",
   "labels": {
    "en": "Forced begging",
    "fr": "Mendicité forcée",
    "es": "Mendicidad forzada",
    "ar": "التسول القسري"
   },
   "parent": "other",
   "equivalents": [
    "ForcedBegging",
    "typeOfLabourBegging"
   ],
   "note": "CTDC counts begging under labour: rollup is configurable"
  },
  {
   "code": "forced_criminality",
   "labels": {
    "en": "Forced criminality",
    "fr": "Criminalité forcée",
    "es": "Criminalidad forzada",
    "ar": "الإجرام القسري"
   },
   "parent": "other",
   "equivalents": [
    "typeOfLabourIllicitActivities"
   ],
   "note": "absent from HTCDS 2.0 (issue 28); CTDC k-anonymised puts it under labour"
  },
  {
   "code": "sexual_exploitation",
   "labels": {
    "en": "Sexual exploitation",
    "fr": "Exploitation sexuelle",
    "es": "Explotación sexual",
    "ar": "الاستغلال الجنسي"
   },
   "parent": "sexual",
   "equivalents": [
    "SexualExploitation",
    "isSexualExploit"
   ],
   "note": null
  },
  {
   "code": "slavery_practices",
   "labels": {
    "en": "Slavery and similar practices",
    "fr": "Esclavage et pratiques analogues",
    "es": "Esclavitud y prácticas análogas",
    "ar": "الرق والممارسات الشبيهة"
   },
   "parent": "other",
   "equivalents": [
    "isSlaveryAndPractices"
   ],
   "note": null
  },
  {
   "code": "forced_marriage",
   "labels": {
    "en": "Forced marriage",
    "fr": "Mariage forcé",
    "es": "Matrimonio forzado",
    "ar": "الزواج القسري"
   },
   "parent": "other",
   "equivalents": [
    "ForcedMarriage",
    "isForcedMarriage"
   ],
   "note": null
  },
  {
   "code": "forced_military",
   "labels": {
    "en": "Use by armed groups",
    "fr": "Enrôlement par des groupes armés",
    "es": "Uso por grupos armados",
    "ar": "التجنيد في جماعات مسلحة"
   },
   "parent": "other",
   "equivalents": [
    "ForcedMilitaryByNonStateActors",
    "isForcedMilitary"
   ],
   "note": null
  },
  {
   "code": "organ_removal",
   "labels": {
    "en": "Organ removal",
    "fr": "Prélèvement d’organes",
    "es": "Extracción de órganos",
    "ar": "نزع الأعضاء"
   },
   "parent": "other",
   "equivalents": [
    "OrganRemoval",
    "isOrganRemoval"
   ],
   "note": null
  },
  {
   "code": "illegal_adoption",
   "labels": {
    "en": "Illegal adoption",
    "fr": "Adoption illégale",
    "es": "Adopción ilegal",
    "ar": "التبني غير المشروع"
   },
   "parent": "other",
   "equivalents": [
    "ForcedAdoption"
   ],
   "note": null
  },
  {
   "code": "surrogacy",
   "labels": {
    "en": "Forced surrogacy",
    "fr": "Gestation forcée pour autrui",
    "es": "Gestación subrogada forzada",
    "ar": "الحمل القسري للغير"
   },
   "parent": "other",
   "equivalents": [
    "Surrogacy"
   ],
   "note": null
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": "other",
   "equivalents": [
    "Other",
    "isOtherExploit"
   ],
   "note": null
  }
 ],
 "labour_sector": [
  {
   "code": "agriculture",
   "labels": {
    "en": "Agriculture",
    "fr": "Agriculture",
    "es": "Agricultura",
    "ar": "الزراعة"
   },
   "parent": "A",
   "equivalents": [
    "typeOfLabourAgriculture"
   ],
   "note": "ISIC 01"
  },
  {
   "code": "forestry",
   "labels": {
    "en": "Forestry",
    "fr": "Foresterie",
    "es": "Silvicultura",
    "ar": "الحراجة"
   },
   "parent": "A",
   "equivalents": [],
   "note": "ISIC 02"
  },
  {
   "code": "fishing",
   "labels": {
    "en": "Fishing and aquaculture",
    "fr": "Pêche et aquaculture",
    "es": "Pesca y acuicultura",
    "ar": "صيد الأسماك"
   },
   "parent": "A",
   "equivalents": [
    "typeOfLabourAquafarming"
   ],
   "note": "ISIC 03; needs its own code for the 2015 figures"
  },
  {
   "code": "mining",
   "labels": {
    "en": "Mining and quarrying",
    "fr": "Industries extractives",
    "es": "Minería y canteras",
    "ar": "التعدين"
   },
   "parent": "B",
   "equivalents": [
    "typeOfLabourMiningOrDrilling"
   ],
   "note": null
  },
  {
   "code": "manufacturing",
   "labels": {
    "en": "Manufacturing",
    "fr": "Industrie manufacturière",
    "es": "Industria manufacturera",
    "ar": "الصناعة التحويلية"
   },
   "parent": "C",
   "equivalents": [
    "typeOfLabourManufacturing"
   ],
   "note": null
  },
  {
   "code": "garments",
   "labels": {
    "en": "Garments and textiles",
    "fr": "Habillement et textile",
    "es": "Confección y textiles",
    "ar": "الملابس والمنسوجات"
   },
   "parent": "C",
   "equivalents": [],
   "note": "ISIC 13-15; rolls up to manufacturing"
  },
  {
   "code": "construction",
   "labels": {
    "en": "Construction",
    "fr": "Construction",
    "es": "Construcción",
    "ar": "البناء"
   },
   "parent": "F",
   "equivalents": [
    "typeOfLabourConstruction"
   ],
   "note": null
  },
  {
   "code": "trade",
   "labels": {
    "en": "Trade",
    "fr": "Commerce",
    "es": "Comercio",
    "ar": "التجارة"
   },
   "parent": "G",
   "equivalents": [],
   "note": null
  },
  {
   "code": "peddling",
   "labels": {
    "en": "Street selling",
    "fr": "Vente ambulante",
    "es": "Venta ambulante",
    "ar": "البيع المتجول"
   },
   "parent": "G",
   "equivalents": [
    "typeOfLabourPeddling"
   ],
   "note": "ISIC 47.8 and 47.9"
  },
  {
   "code": "transport",
   "labels": {
    "en": "Transport and storage",
    "fr": "Transport et entreposage",
    "es": "Transporte y almacenamiento",
    "ar": "النقل والتخزين"
   },
   "parent": "H",
   "equivalents": [
    "typeOfLabourTransportation"
   ],
   "note": null
  },
  {
   "code": "hospitality",
   "labels": {
    "en": "Hospitality",
    "fr": "Hôtellerie et restauration",
    "es": "Hostelería",
    "ar": "الضيافة"
   },
   "parent": "I",
   "equivalents": [
    "typeOfLabourHospitality"
   ],
   "note": null
  },
  {
   "code": "cleaning",
   "labels": {
    "en": "Cleaning and building services",
    "fr": "Nettoyage et services aux bâtiments",
    "es": "Limpieza y servicios a edificios",
    "ar": "التنظيف وخدمات المباني"
   },
   "parent": "N",
   "equivalents": [],
   "note": "ISIC 81"
  },
  {
   "code": "care",
   "labels": {
    "en": "Health and social care",
    "fr": "Santé et action sociale",
    "es": "Salud y asistencia social",
    "ar": "الصحة والرعاية الاجتماعية"
   },
   "parent": "Q",
   "equivalents": [],
   "note": null
  },
  {
   "code": "entertainment",
   "labels": {
    "en": "Arts, entertainment, sport",
    "fr": "Arts, spectacles, sport",
    "es": "Artes, espectáculos, deporte",
    "ar": "الفنون والترفيه والرياضة"
   },
   "parent": "R",
   "equivalents": [],
   "note": null
  },
  {
   "code": "personal_services",
   "labels": {
    "en": "Personal services",
    "fr": "Services personnels",
    "es": "Servicios personales",
    "ar": "الخدمات الشخصية"
   },
   "parent": "S",
   "equivalents": [],
   "note": "hair, nails, massage without sexual services: ISIC 96"
  },
  {
   "code": "domestic_work",
   "labels": {
    "en": "Domestic work",
    "fr": "Travail domestique",
    "es": "Trabajo doméstico",
    "ar": "العمل المنزلي"
   },
   "parent": "T",
   "equivalents": [
    "typeOfLabourDomesticWork"
   ],
   "note": "ISIC 97"
  },
  {
   "code": "online_scams",
   "labels": {
    "en": "Online scam compounds",
    "fr": "Centres d’arnaques en ligne",
    "es": "Centros de estafas en línea",
    "ar": "مجمعات الاحتيال الإلكتروني"
   },
   "parent": null,
   "equivalents": [
    "typeOfLabourIllicitActivities"
   ],
   "note": "use with forced_criminality; no ISIC code"
  },
  {
   "code": "other",
   "labels": {
    "en": "Other sector",
    "fr": "Autre secteur",
    "es": "Otro sector",
    "ar": "قطاع آخر"
   },
   "parent": null,
   "equivalents": [
    "typeOfLabourOther"
   ],
   "note": null
  }
 ],
 "sexual_form": [
  {
   "code": "prostitution",
   "labels": {
    "en": "Prostitution",
    "fr": "Prostitution",
    "es": "Prostitución",
    "ar": "البغاء"
   },
   "parent": null,
   "equivalents": [
    "typeOfSexProstitution"
   ],
   "note": null
  },
  {
   "code": "pornography",
   "labels": {
    "en": "Pornography",
    "fr": "Pornographie",
    "es": "Pornografía",
    "ar": "المواد الإباحية"
   },
   "parent": null,
   "equivalents": [
    "typeOfSexPornography"
   ],
   "note": null
  },
  {
   "code": "remote_interactive",
   "labels": {
    "en": "Remote interactive services",
    "fr": "Services interactifs à distance",
    "es": "Servicios interactivos remotos",
    "ar": "خدمات تفاعلية عن بُعد"
   },
   "parent": null,
   "equivalents": [
    "typeOfSexRemoteInteractiveServices"
   ],
   "note": null
  },
  {
   "code": "private_services",
   "labels": {
    "en": "Private sexual services",
    "fr": "Services sexuels privés",
    "es": "Servicios sexuales privados",
    "ar": "خدمات جنسية خاصة"
   },
   "parent": null,
   "equivalents": [
    "typeOfSexPrivateSexualServices"
   ],
   "note": null
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": null,
   "equivalents": [
    "typeOfSexOther"
   ],
   "note": null
  }
 ],
 "means_of_control": [
  {
   "code": "debt_bondage",
   "labels": {
    "en": "Debt bondage",
    "fr": "Servitude pour dettes",
    "es": "Servidumbre por deudas",
    "ar": "عبودية الدين"
   },
   "parent": "debt_or_earnings",
   "equivalents": [
    "DebtBondage"
   ],
   "note": null
  },
  {
   "code": "takes_earnings",
   "labels": {
    "en": "Earnings taken",
    "fr": "Confiscation des gains",
    "es": "Retención de ingresos",
    "ar": "أخذ الأجر"
   },
   "parent": "debt_or_earnings",
   "equivalents": [
    "TakesEarnings"
   ],
   "note": null
  },
  {
   "code": "restricts_finances",
   "labels": {
    "en": "Access to money blocked",
    "fr": "Accès à l’argent bloqué",
    "es": "Acceso al dinero bloqueado",
    "ar": "منع الوصول إلى المال"
   },
   "parent": "basic_needs",
   "equivalents": [
    "RestrictsFinancialAccess"
   ],
   "note": null
  },
  {
   "code": "threats",
   "labels": {
    "en": "Threats",
    "fr": "Menaces",
    "es": "Amenazas",
    "ar": "التهديد"
   },
   "parent": "threats_all",
   "equivalents": [
    "Threats",
    "PhysicalThreats"
   ],
   "note": null
  },
  {
   "code": "threat_law_enforcement",
   "labels": {
    "en": "Threat of the authorities",
    "fr": "Menace de dénonciation",
    "es": "Amenaza de denuncia",
    "ar": "التهديد بالسلطات"
   },
   "parent": "threats_all",
   "equivalents": [
    "ThreatOfLawEnforcement"
   ],
   "note": null
  },
  {
   "code": "uses_children",
   "labels": {
    "en": "Children used as leverage",
    "fr": "Enfants utilisés comme pression",
    "es": "Uso de los hijos como presión",
    "ar": "استغلال الأطفال للضغط"
   },
   "parent": "threats_all",
   "equivalents": [
    "UsesChildren",
    "ThreatensChildrenFamily"
   ],
   "note": null
  },
  {
   "code": "psychological_abuse",
   "labels": {
    "en": "Psychological abuse",
    "fr": "Violence psychologique",
    "es": "Abuso psicológico",
    "ar": "إساءة نفسية"
   },
   "parent": "abuse_all",
   "equivalents": [
    "PsychologicalAbuse"
   ],
   "note": null
  },
  {
   "code": "physical_abuse",
   "labels": {
    "en": "Physical abuse",
    "fr": "Violence physique",
    "es": "Abuso físico",
    "ar": "إساءة جسدية"
   },
   "parent": "abuse_all",
   "equivalents": [
    "PhysicalAbuse"
   ],
   "note": null
  },
  {
   "code": "sexual_abuse",
   "labels": {
    "en": "Sexual abuse",
    "fr": "Violence sexuelle",
    "es": "Abuso sexual",
    "ar": "إساءة جنسية"
   },
   "parent": "abuse_all",
   "equivalents": [
    "SexualAbuse"
   ],
   "note": null
  },
  {
   "code": "false_promises",
   "labels": {
    "en": "False promises",
    "fr": "Fausses promesses",
    "es": "Falsas promesas",
    "ar": "وعود كاذبة"
   },
   "parent": null,
   "equivalents": [
    "FalsePromises"
   ],
   "note": null
  },
  {
   "code": "substances",
   "labels": {
    "en": "Drugs or alcohol",
    "fr": "Drogues ou alcool",
    "es": "Drogas o alcohol",
    "ar": "مخدرات أو كحول"
   },
   "parent": null,
   "equivalents": [
    "PsychoactiveSubstances"
   ],
   "note": null
  },
  {
   "code": "restricts_movement",
   "labels": {
    "en": "Movement restricted",
    "fr": "Liberté de mouvement restreinte",
    "es": "Restricción de movimientos",
    "ar": "تقييد الحركة"
   },
   "parent": "basic_needs",
   "equivalents": [
    "RestrictsMovement"
   ],
   "note": null
  },
  {
   "code": "restricts_medical",
   "labels": {
    "en": "Medical care withheld",
    "fr": "Soins refusés",
    "es": "Atención médica negada",
    "ar": "منع الرعاية الطبية"
   },
   "parent": "basic_needs",
   "equivalents": [
    "RestrictsMedicalCare"
   ],
   "note": null
  },
  {
   "code": "excessive_hours",
   "labels": {
    "en": "Excessive working hours",
    "fr": "Horaires excessifs",
    "es": "Jornadas excesivas",
    "ar": "ساعات عمل مفرطة"
   },
   "parent": null,
   "equivalents": [
    "ExcessiveWorkingHours"
   ],
   "note": null
  },
  {
   "code": "withholds_necessities",
   "labels": {
    "en": "Necessities withheld",
    "fr": "Privation du nécessaire",
    "es": "Privación de lo necesario",
    "ar": "الحرمان من الضروريات"
   },
   "parent": "basic_needs",
   "equivalents": [
    "WithholdsNecessities"
   ],
   "note": null
  },
  {
   "code": "withholds_documents",
   "labels": {
    "en": "Documents withheld",
    "fr": "Confiscation des papiers",
    "es": "Retención de documentos",
    "ar": "احتجاز الوثائق"
   },
   "parent": null,
   "equivalents": [
    "WithholdsDocuments"
   ],
   "note": null
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": null,
   "equivalents": [
    "Other"
   ],
   "note": null
  },
  {
   "code": "debt_or_earnings",
   "labels": {
    "en": "Debt or earnings taken",
    "fr": "Dette ou gains confisqués",
    "es": "Deuda o ingresos retenidos",
    "ar": "دين أو أخذ الأجر"
   },
   "parent": null,
   "equivalents": [
    "meansDebtBondageEarnings"
   ],
   "note": "group: one of its means, not said which"
  },
  {
   "code": "threats_all",
   "labels": {
    "en": "Threats",
    "fr": "Menaces",
    "es": "Amenazas",
    "ar": "التهديدات"
   },
   "parent": null,
   "equivalents": [
    "meansThreats"
   ],
   "note": "group: one of its means, not said which"
  },
  {
   "code": "abuse_all",
   "labels": {
    "en": "Abuse",
    "fr": "Violences",
    "es": "Abusos",
    "ar": "الإساءات"
   },
   "parent": null,
   "equivalents": [
    "meansAbusePsyPhySex"
   ],
   "note": "group: one of its means, not said which"
  },
  {
   "code": "basic_needs",
   "labels": {
    "en": "Basic needs denied",
    "fr": "Besoins essentiels refusés",
    "es": "Necesidades básicas negadas",
    "ar": "الحرمان من الاحتياجات"
   },
   "parent": null,
   "equivalents": [
    "meansDenyBasicNeeds"
   ],
   "note": "group: one of its means, not said which"
  }
 ],
 "recruiter_relation": [
  {
   "code": "intimate_partner",
   "labels": {
    "en": "Intimate partner",
    "fr": "Partenaire intime",
    "es": "Pareja",
    "ar": "شريك حميم"
   },
   "parent": null,
   "equivalents": [
    "recruiterRelationIntimatePartner"
   ],
   "note": null
  },
  {
   "code": "family",
   "labels": {
    "en": "Family or guardian",
    "fr": "Famille ou tuteur",
    "es": "Familia o tutor",
    "ar": "العائلة أو الوصي"
   },
   "parent": null,
   "equivalents": [
    "recruiterRelationFamily"
   ],
   "note": null
  },
  {
   "code": "friend",
   "labels": {
    "en": "Friend or acquaintance",
    "fr": "Ami ou connaissance",
    "es": "Amigo o conocido",
    "ar": "صديق أو معارف"
   },
   "parent": null,
   "equivalents": [
    "recruiterRelationFriend"
   ],
   "note": null
  },
  {
   "code": "employer",
   "labels": {
    "en": "Employer",
    "fr": "Employeur",
    "es": "Empleador",
    "ar": "صاحب عمل"
   },
   "parent": "other",
   "equivalents": [
    "recruiterRelationOther"
   ],
   "note": null
  },
  {
   "code": "broker",
   "labels": {
    "en": "Broker or agency",
    "fr": "Intermédiaire ou agence",
    "es": "Intermediario o agencia",
    "ar": "وسيط أو وكالة"
   },
   "parent": "other",
   "equivalents": [
    "recruiterRelationOther"
   ],
   "note": null
  },
  {
   "code": "smuggler",
   "labels": {
    "en": "Smuggler",
    "fr": "Passeur",
    "es": "Traficante de migrantes",
    "ar": "مهرّب"
   },
   "parent": "other",
   "equivalents": [
    "recruiterRelationOther"
   ],
   "note": null
  },
  {
   "code": "stranger",
   "labels": {
    "en": "Stranger",
    "fr": "Inconnu",
    "es": "Desconocido",
    "ar": "غريب"
   },
   "parent": "other",
   "equivalents": [
    "recruiterRelationOther"
   ],
   "note": null
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": null,
   "equivalents": [
    "recruiterRelationOther"
   ],
   "note": null
  }
 ],
 "recruitment_method": [
  {
   "code": "business",
   "labels": {
    "en": "At a place of business",
    "fr": "Dans un commerce",
    "es": "En un comercio",
    "ar": "في مكان تجاري"
   },
   "parent": null,
   "equivalents": [
    "AtAPlaceOfBusiness"
   ],
   "note": null
  },
  {
   "code": "education",
   "labels": {
    "en": "At a school or college",
    "fr": "Dans un établissement scolaire",
    "es": "En un centro educativo",
    "ar": "في مؤسسة تعليمية"
   },
   "parent": null,
   "equivalents": [
    "AtAnEducationalInstitution"
   ],
   "note": null
  },
  {
   "code": "work",
   "labels": {
    "en": "At work",
    "fr": "Au travail",
    "es": "En el trabajo",
    "ar": "في العمل"
   },
   "parent": null,
   "equivalents": [
    "AtWork"
   ],
   "note": null
  },
  {
   "code": "online_network",
   "labels": {
    "en": "Online social network",
    "fr": "Réseau social en ligne",
    "es": "Red social en línea",
    "ar": "شبكة تواصل"
   },
   "parent": null,
   "equivalents": [
    "ThroughOnlineSocialNetworks"
   ],
   "note": null
  },
  {
   "code": "online_ad",
   "labels": {
    "en": "Online advertisement",
    "fr": "Annonce en ligne",
    "es": "Anuncio en línea",
    "ar": "إعلان على الإنترنت"
   },
   "parent": null,
   "equivalents": [
    "ThroughAnOnlineAdvertisement"
   ],
   "note": null
  },
  {
   "code": "tv_ad",
   "labels": {
    "en": "Television advertisement",
    "fr": "Publicité télévisée",
    "es": "Anuncio de televisión",
    "ar": "إعلان تلفزيوني"
   },
   "parent": null,
   "equivalents": [
    "ThroughATelevisionAdvert"
   ],
   "note": null
  },
  {
   "code": "newspaper_ad",
   "labels": {
    "en": "Newspaper advertisement",
    "fr": "Annonce de presse",
    "es": "Anuncio de prensa",
    "ar": "إعلان في صحيفة"
   },
   "parent": null,
   "equivalents": [
    "ThroughANewspaperAdvert"
   ],
   "note": null
  },
  {
   "code": "family",
   "labels": {
    "en": "Through family",
    "fr": "Par la famille",
    "es": "A través de la familia",
    "ar": "عن طريق العائلة"
   },
   "parent": null,
   "equivalents": [
    "ThroughFamilyOrFamilyEvents"
   ],
   "note": null
  },
  {
   "code": "friends",
   "labels": {
    "en": "Through friends",
    "fr": "Par des amis",
    "es": "A través de amigos",
    "ar": "عن طريق الأصدقاء"
   },
   "parent": null,
   "equivalents": [
    "ThroughFriendsOrSocialEvents"
   ],
   "note": null
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": null,
   "equivalents": [
    "Other"
   ],
   "note": null
  }
 ],
 "act": [
  {
   "code": "recruitment",
   "labels": {
    "en": "Recruitment",
    "fr": "Recrutement",
    "es": "Captación",
    "ar": "التجنيد"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "transportation",
   "labels": {
    "en": "Transportation",
    "fr": "Transport",
    "es": "Transporte",
    "ar": "النقل"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "transfer",
   "labels": {
    "en": "Transfer",
    "fr": "Transfert",
    "es": "Traslado",
    "ar": "التنقيل"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "harbouring",
   "labels": {
    "en": "Harbouring",
    "fr": "Hébergement",
    "es": "Acogida",
    "ar": "الإيواء"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "receipt",
   "labels": {
    "en": "Receipt",
    "fr": "Accueil",
    "es": "Recepción",
    "ar": "الاستقبال"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "palermo_means": [
  {
   "code": "force",
   "labels": {
    "en": "Threat or use of force",
    "fr": "Menace ou recours à la force",
    "es": "Amenaza o uso de la fuerza",
    "ar": "التهديد بالقوة أو استعمالها"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "coercion",
   "labels": {
    "en": "Other coercion",
    "fr": "Autre contrainte",
    "es": "Otra coacción",
    "ar": "قسر آخر"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "abduction",
   "labels": {
    "en": "Abduction",
    "fr": "Enlèvement",
    "es": "Rapto",
    "ar": "الاختطاف"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "fraud",
   "labels": {
    "en": "Fraud",
    "fr": "Fraude",
    "es": "Fraude",
    "ar": "الاحتيال"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "deception",
   "labels": {
    "en": "Deception",
    "fr": "Tromperie",
    "es": "Engaño",
    "ar": "الخداع"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "abuse_power",
   "labels": {
    "en": "Abuse of power",
    "fr": "Abus d’autorité",
    "es": "Abuso de poder",
    "ar": "إساءة استعمال السلطة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "abuse_vulnerability",
   "labels": {
    "en": "Abuse of vulnerability",
    "fr": "Abus de vulnérabilité",
    "es": "Abuso de vulnerabilidad",
    "ar": "استغلال حالة استضعاف"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "payment",
   "labels": {
    "en": "Payment to a person in control",
    "fr": "Paiement à une personne ayant autorité",
    "es": "Pago a quien tiene autoridad",
    "ar": "دفع مبالغ لمن له سيطرة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "perpetrator_role": [
  {
   "code": "recruiter_broker",
   "labels": {
    "en": "Recruiter or broker",
    "fr": "Recruteur ou intermédiaire",
    "es": "Captador o intermediario",
    "ar": "مجنِّد أو وسيط"
   },
   "parent": null,
   "equivalents": [
    "IP_RecruiterBroker"
   ],
   "note": "HTCDS RecruiterOrIntermediary, BrokerTravelAgent"
  },
  {
   "code": "transaction",
   "labels": {
    "en": "Sale, transfer or transport",
    "fr": "Vente, transfert ou transport",
    "es": "Venta, traslado o transporte",
    "ar": "بيع أو نقل"
   },
   "parent": null,
   "equivalents": [
    "IP_TransactionProcess"
   ],
   "note": "HTCDS Transporter, TransferredIndividual, HarbouredIndividual, SoldIndividual, BoughtIndividual, ReceivedIndividual, TravellingPartner, Smuggler"
  },
  {
   "code": "control_abuse",
   "labels": {
    "en": "Control, abuse or kidnap",
    "fr": "Contrôle, violence ou enlèvement",
    "es": "Control, abuso o secuestro",
    "ar": "سيطرة أو إساءة أو خطف"
   },
   "parent": null,
   "equivalents": [
    "IP_ControlAbuseKidnap"
   ],
   "note": "HTCDS ControlledIndividual, Abuser, Kidnapper"
  },
  {
   "code": "exploiter",
   "labels": {
    "en": "Exploiter",
    "fr": "Exploiteur",
    "es": "Explotador",
    "ar": "مستغِل"
   },
   "parent": null,
   "equivalents": [
    "IP_Exploiter"
   ],
   "note": "HTCDS Exploiter"
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "legal_basis": [
  {
   "code": "consent",
   "labels": {
    "en": "Consent",
    "fr": "Consentement",
    "es": "Consentimiento",
    "ar": "الموافقة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "assent_guardian",
   "labels": {
    "en": "Assent with guardian consent",
    "fr": "Assentiment avec accord du tuteur",
    "es": "Asentimiento con acuerdo del tutor",
    "ar": "قبول مع موافقة الوصي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "vital_interest",
   "labels": {
    "en": "Vital interest",
    "fr": "Intérêt vital",
    "es": "Interés vital",
    "ar": "مصلحة حيوية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "public_interest",
   "labels": {
    "en": "Public interest or mandate",
    "fr": "Intérêt public ou mandat",
    "es": "Interés público o mandato",
    "ar": "مصلحة عامة أو ولاية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "legal_obligation",
   "labels": {
    "en": "Legal duty",
    "fr": "Obligation légale",
    "es": "Obligación legal",
    "ar": "التزام قانوني"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "legitimate_interest",
   "labels": {
    "en": "Legitimate interest",
    "fr": "Intérêt légitime",
    "es": "Interés legítimo",
    "ar": "مصلحة مشروعة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "consent_scope": [
  {
   "code": "assistance",
   "labels": {
    "en": "Assistance only",
    "fr": "Assistance seulement",
    "es": "Solo asistencia",
    "ar": "المساعدة فقط"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "internal_statistics",
   "labels": {
    "en": "Own statistics",
    "fr": "Statistiques internes",
    "es": "Estadísticas internas",
    "ar": "إحصاءات داخلية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "shared_pseudonymised",
   "labels": {
    "en": "Sharing without names",
    "fr": "Partage sans les noms",
    "es": "Compartir sin nombres",
    "ar": "مشاركة دون أسماء"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "public_anonymised",
   "labels": {
    "en": "Publication of anonymised data",
    "fr": "Publication de données anonymisées",
    "es": "Publicación de datos anonimizados",
    "ar": "نشر بيانات مجهولة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "isic4_section": [
  {
   "code": "A",
   "labels": {
    "en": "Agriculture, forestry and fishing",
    "fr": "Agriculture, sylviculture et pêche",
    "es": "Agricultura, silvicultura y pesca",
    "ar": "الزراعة والحراجة وصيد الأسماك"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "B",
   "labels": {
    "en": "Mining and quarrying",
    "fr": "Activités extractives",
    "es": "Explotación de minas y canteras",
    "ar": "التعدين واستغلال المحاجر"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "C",
   "labels": {
    "en": "Manufacturing",
    "fr": "Activités de fabrication",
    "es": "Industrias manufactureras",
    "ar": "الصناعة التحويلية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "D",
   "labels": {
    "en": "Electricity, gas, steam and air conditioning",
    "fr": "Électricité, gaz, vapeur et climatisation",
    "es": "Electricidad, gas, vapor y aire acondicionado",
    "ar": "الكهرباء والغاز والبخار وتكييف الهواء"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "E",
   "labels": {
    "en": "Water supply, sewerage, waste",
    "fr": "Eau, assainissement, déchets",
    "es": "Agua, alcantarillado, desechos",
    "ar": "المياه والصرف والنفايات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "F",
   "labels": {
    "en": "Construction",
    "fr": "Construction",
    "es": "Construcción",
    "ar": "التشييد"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "G",
   "labels": {
    "en": "Trade; motor vehicle repair",
    "fr": "Commerce; réparation de véhicules",
    "es": "Comercio; reparación de vehículos",
    "ar": "التجارة وإصلاح المركبات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "H",
   "labels": {
    "en": "Transportation and storage",
    "fr": "Transport et entreposage",
    "es": "Transporte y almacenamiento",
    "ar": "النقل والتخزين"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "I",
   "labels": {
    "en": "Accommodation and food service",
    "fr": "Hébergement et restauration",
    "es": "Alojamiento y comidas",
    "ar": "الإقامة والطعام"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "J",
   "labels": {
    "en": "Information and communication",
    "fr": "Information et communication",
    "es": "Información y comunicaciones",
    "ar": "المعلومات والاتصالات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "K",
   "labels": {
    "en": "Finance and insurance",
    "fr": "Finance et assurance",
    "es": "Finanzas y seguros",
    "ar": "المال والتأمين"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "L",
   "labels": {
    "en": "Real estate",
    "fr": "Immobilier",
    "es": "Actividades inmobiliarias",
    "ar": "العقارات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "M",
   "labels": {
    "en": "Professional, scientific, technical",
    "fr": "Activités spécialisées, scientifiques et techniques",
    "es": "Actividades profesionales, científicas y técnicas",
    "ar": "الأنشطة المهنية والعلمية والتقنية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "N",
   "labels": {
    "en": "Administrative and support services",
    "fr": "Services administratifs et d’appui",
    "es": "Servicios administrativos y de apoyo",
    "ar": "الخدمات الإدارية والداعمة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "O",
   "labels": {
    "en": "Public administration and defence",
    "fr": "Administration publique et défense",
    "es": "Administración pública y defensa",
    "ar": "الإدارة العامة والدفاع"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "P",
   "labels": {
    "en": "Education",
    "fr": "Éducation",
    "es": "Enseñanza",
    "ar": "التعليم"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "Q",
   "labels": {
    "en": "Health and social work",
    "fr": "Santé et action sociale",
    "es": "Salud y asistencia social",
    "ar": "الصحة والعمل الاجتماعي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "R",
   "labels": {
    "en": "Arts, entertainment and recreation",
    "fr": "Arts, spectacles et loisirs",
    "es": "Artes, entretenimiento y recreación",
    "ar": "الفنون والترفيه"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "S",
   "labels": {
    "en": "Other services",
    "fr": "Autres services",
    "es": "Otros servicios",
    "ar": "خدمات أخرى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "T",
   "labels": {
    "en": "Households as employers",
    "fr": "Ménages employeurs",
    "es": "Hogares como empleadores",
    "ar": "الأسر المعيشية المستخدِمة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "U",
   "labels": {
    "en": "Extraterritorial organisations",
    "fr": "Organisations extraterritoriales",
    "es": "Organizaciones extraterritoriales",
    "ar": "المنظمات غير الخاضعة للولاية الوطنية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "iom_region_2015": [
  {
   "code": "EUR",
   "labels": {
    "en": "Europe",
    "fr": "Europe",
    "es": "Europa",
    "ar": "أوروبا"
   },
   "parent": null,
   "equivalents": [],
   "note": "named in the brief for the 2015 release"
  },
  {
   "code": "ESEA",
   "labels": {
    "en": "East and South-East Asia",
    "fr": "Asie de l’Est et du Sud-Est",
    "es": "Asia Oriental y Sudoriental",
    "ar": "شرق وجنوب شرق آسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": "named in the brief for the 2015 release"
  },
  {
   "code": "SCA",
   "labels": {
    "en": "South and Central Asia",
    "fr": "Asie du Sud et centrale",
    "es": "Asia Meridional y Central",
    "ar": "جنوب ووسط آسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": "named in the brief for the 2015 release"
  },
  {
   "code": "MENA",
   "labels": {
    "en": "Middle East and North Africa",
    "fr": "Moyen-Orient et Afrique du Nord",
    "es": "Oriente Medio y Norte de África",
    "ar": "الشرق الأوسط وشمال أفريقيا"
   },
   "parent": null,
   "equivalents": [],
   "note": "our completion of the grouping"
  },
  {
   "code": "SSA",
   "labels": {
    "en": "Sub-Saharan Africa",
    "fr": "Afrique subsaharienne",
    "es": "África Subsahariana",
    "ar": "أفريقيا جنوب الصحراء"
   },
   "parent": null,
   "equivalents": [],
   "note": "our completion of the grouping"
  },
  {
   "code": "AMER",
   "labels": {
    "en": "Americas",
    "fr": "Amériques",
    "es": "Américas",
    "ar": "الأمريكتان"
   },
   "parent": null,
   "equivalents": [],
   "note": "our completion of the grouping"
  },
  {
   "code": "OCE",
   "labels": {
    "en": "Oceania",
    "fr": "Océanie",
    "es": "Oceanía",
    "ar": "أوقيانوسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": "our completion of the grouping"
  }
 ],
 "service": [
  {
   "code": "shelter",
   "labels": {
    "en": "Shelter",
    "fr": "Hébergement",
    "es": "Alojamiento",
    "ar": "مأوى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "health",
   "labels": {
    "en": "Health care",
    "fr": "Soins",
    "es": "Atención médica",
    "ar": "رعاية صحية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "psychosocial",
   "labels": {
    "en": "Psychosocial support",
    "fr": "Soutien psychosocial",
    "es": "Apoyo psicosocial",
    "ar": "دعم نفسي اجتماعي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "legal",
   "labels": {
    "en": "Legal help",
    "fr": "Aide juridique",
    "es": "Asistencia jurídica",
    "ar": "مساعدة قانونية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "return",
   "labels": {
    "en": "Safe return",
    "fr": "Retour volontaire",
    "es": "Retorno seguro",
    "ar": "عودة آمنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "reintegration",
   "labels": {
    "en": "Reintegration",
    "fr": "Réintégration",
    "es": "Reintegración",
    "ar": "إعادة إدماج"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "education",
   "labels": {
    "en": "Education or training",
    "fr": "Éducation ou formation",
    "es": "Educación o formación",
    "ar": "تعليم أو تدريب"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "livelihood",
   "labels": {
    "en": "Livelihood",
    "fr": "Moyens de subsistance",
    "es": "Medios de vida",
    "ar": "سبل العيش"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "financial",
   "labels": {
    "en": "Financial help",
    "fr": "Aide financière",
    "es": "Ayuda económica",
    "ar": "مساعدة مالية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "exit_mode": [
  {
   "code": "escape",
   "labels": {
    "en": "Escaped",
    "fr": "Évasion",
    "es": "Se escapó",
    "ar": "هروب"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "rescued_authorities",
   "labels": {
    "en": "Freed by authorities",
    "fr": "Libération par les autorités",
    "es": "Rescate por autoridades",
    "ar": "تحرير من السلطات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "released",
   "labels": {
    "en": "Let go",
    "fr": "Relâché",
    "es": "Fue liberado",
    "ar": "إطلاق سراح"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "helped_other",
   "labels": {
    "en": "Helped by others",
    "fr": "Aidé par des tiers",
    "es": "Ayuda de terceros",
    "ar": "بمساعدة آخرين"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "marital_status": [
  {
   "code": "single",
   "labels": {
    "en": "Single",
    "fr": "Célibataire",
    "es": "Soltero/a",
    "ar": "أعزب"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "married",
   "labels": {
    "en": "Married",
    "fr": "Marié·e",
    "es": "Casado/a",
    "ar": "متزوج"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "widowed",
   "labels": {
    "en": "Widowed",
    "fr": "Veuf·ve",
    "es": "Viudo/a",
    "ar": "أرمل"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "divorced",
   "labels": {
    "en": "Divorced",
    "fr": "Divorcé·e",
    "es": "Divorciado/a",
    "ar": "مطلق"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "separated",
   "labels": {
    "en": "Separated",
    "fr": "Séparé·e",
    "es": "Separado/a",
    "ar": "منفصل"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "registered_partnership",
   "labels": {
    "en": "Registered partnership",
    "fr": "Partenariat enregistré",
    "es": "Unión registrada",
    "ar": "شراكة مسجلة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "isced2011": [
  {
   "code": "0",
   "labels": {
    "en": "Early childhood",
    "fr": "Petite enfance",
    "es": "Primera infancia",
    "ar": "الطفولة المبكرة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "1",
   "labels": {
    "en": "Primary",
    "fr": "Primaire",
    "es": "Primaria",
    "ar": "ابتدائي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "2",
   "labels": {
    "en": "Lower secondary",
    "fr": "Secondaire 1er cycle",
    "es": "Secundaria baja",
    "ar": "إعدادي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "3",
   "labels": {
    "en": "Upper secondary",
    "fr": "Secondaire 2e cycle",
    "es": "Secundaria alta",
    "ar": "ثانوي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "4",
   "labels": {
    "en": "Post-secondary non-tertiary",
    "fr": "Post-secondaire non supérieur",
    "es": "Postsecundaria no terciaria",
    "ar": "بعد الثانوي غير العالي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "5",
   "labels": {
    "en": "Short-cycle tertiary",
    "fr": "Supérieur cycle court",
    "es": "Terciaria corta",
    "ar": "عالٍ قصير"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "6",
   "labels": {
    "en": "Bachelor or equivalent",
    "fr": "Licence ou équivalent",
    "es": "Grado o equivalente",
    "ar": "بكالوريوس أو ما يعادله"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "7",
   "labels": {
    "en": "Master or equivalent",
    "fr": "Master ou équivalent",
    "es": "Maestría o equivalente",
    "ar": "ماجستير أو ما يعادله"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "8",
   "labels": {
    "en": "Doctoral or equivalent",
    "fr": "Doctorat ou équivalent",
    "es": "Doctorado o equivalente",
    "ar": "دكتوراه أو ما يعادلها"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "online_platform": [
  {
   "code": "social_network",
   "labels": {
    "en": "Social network",
    "fr": "Réseau social",
    "es": "Red social",
    "ar": "شبكة تواصل"
   },
   "parent": null,
   "equivalents": [],
   "note": "brand names in HTCDS fold into kinds: brands date fast and identify"
  },
  {
   "code": "messaging",
   "labels": {
    "en": "Messaging",
    "fr": "Messagerie",
    "es": "Mensajería",
    "ar": "تراسل"
   },
   "parent": null,
   "equivalents": [],
   "note": "brand names in HTCDS fold into kinds: brands date fast and identify"
  },
  {
   "code": "classified_ads",
   "labels": {
    "en": "Classified ads",
    "fr": "Petites annonces",
    "es": "Anuncios clasificados",
    "ar": "إعلانات مبوبة"
   },
   "parent": null,
   "equivalents": [],
   "note": "brand names in HTCDS fold into kinds: brands date fast and identify"
  },
  {
   "code": "dating",
   "labels": {
    "en": "Dating",
    "fr": "Rencontres",
    "es": "Citas",
    "ar": "مواعدة"
   },
   "parent": null,
   "equivalents": [],
   "note": "brand names in HTCDS fold into kinds: brands date fast and identify"
  },
  {
   "code": "gaming",
   "labels": {
    "en": "Gaming",
    "fr": "Jeux",
    "es": "Juegos",
    "ar": "ألعاب"
   },
   "parent": null,
   "equivalents": [],
   "note": "brand names in HTCDS fold into kinds: brands date fast and identify"
  },
  {
   "code": "job_board",
   "labels": {
    "en": "Job board",
    "fr": "Site d’emploi",
    "es": "Portal de empleo",
    "ar": "موقع وظائف"
   },
   "parent": null,
   "equivalents": [],
   "note": "brand names in HTCDS fold into kinds: brands date fast and identify"
  },
  {
   "code": "other",
   "labels": {
    "en": "Other",
    "fr": "Autre",
    "es": "Otro",
    "ar": "أخرى"
   },
   "parent": null,
   "equivalents": [],
   "note": "brand names in HTCDS fold into kinds: brands date fast and identify"
  }
 ],
 "m49_region": [
  {
   "code": "africa",
   "labels": {
    "en": "Africa",
    "fr": "Afrique",
    "es": "África",
    "ar": "أفريقيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "americas",
   "labels": {
    "en": "Americas",
    "fr": "Amériques",
    "es": "Américas",
    "ar": "الأمريكتان"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "antarctica",
   "labels": {
    "en": "Antarctica",
    "fr": "Antarctique",
    "es": "Antártida",
    "ar": "أنتاركتيكا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "asia",
   "labels": {
    "en": "Asia",
    "fr": "Asie",
    "es": "Asia",
    "ar": "آسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "europe",
   "labels": {
    "en": "Europe",
    "fr": "Europe",
    "es": "Europa",
    "ar": "أوروبا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "oceania",
   "labels": {
    "en": "Oceania",
    "fr": "Océanie",
    "es": "Oceanía",
    "ar": "أوقيانوسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "m49_subregion": [
  {
   "code": "australia_and_new_zealand",
   "labels": {
    "en": "Australia and New Zealand",
    "fr": "Australie et Nouvelle-Zélande",
    "es": "Australia y Nueva Zelandia",
    "ar": "أستراليا ونيوزيلندا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "central_asia",
   "labels": {
    "en": "Central Asia",
    "fr": "Asie centrale",
    "es": "Asia Central",
    "ar": "آسيا الوسطى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "eastern_asia",
   "labels": {
    "en": "Eastern Asia",
    "fr": "Asie de l’Est",
    "es": "Asia Oriental",
    "ar": "شرق آسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "eastern_europe",
   "labels": {
    "en": "Eastern Europe",
    "fr": "Europe de l’Est",
    "es": "Europa Oriental",
    "ar": "أوروبا الشرقية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "latin_america_and_the_caribbean",
   "labels": {
    "en": "Latin America and the Caribbean",
    "fr": "Amérique latine et Caraïbes",
    "es": "América Latina y el Caribe",
    "ar": "أمريكا اللاتينية ومنطقة البحر الكاريبي"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "melanesia",
   "labels": {
    "en": "Melanesia",
    "fr": "Mélanésie",
    "es": "Melanesia",
    "ar": "ميلانيزيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "micronesia",
   "labels": {
    "en": "Micronesia",
    "fr": "Micronésie",
    "es": "Micronesia",
    "ar": "ميكرونيزيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "northern_africa",
   "labels": {
    "en": "Northern Africa",
    "fr": "Afrique du Nord",
    "es": "África Septentrional",
    "ar": "شمال أفريقيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "northern_america",
   "labels": {
    "en": "Northern America",
    "fr": "Amérique septentrionale",
    "es": "América Septentrional",
    "ar": "أمريكا الشمالية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "northern_europe",
   "labels": {
    "en": "Northern Europe",
    "fr": "Europe du Nord",
    "es": "Europa Septentrional",
    "ar": "أوروبا الشمالية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "polynesia",
   "labels": {
    "en": "Polynesia",
    "fr": "Polynésie",
    "es": "Polinesia",
    "ar": "بولينيزيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "south_eastern_asia",
   "labels": {
    "en": "South-eastern Asia",
    "fr": "Asie du Sud-Est",
    "es": "Asia Sudoriental",
    "ar": "جنوب شرق آسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "southern_asia",
   "labels": {
    "en": "Southern Asia",
    "fr": "Asie du Sud",
    "es": "Asia Meridional",
    "ar": "جنوب آسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "southern_europe",
   "labels": {
    "en": "Southern Europe",
    "fr": "Europe du Sud",
    "es": "Europa Meridional",
    "ar": "أوروبا الجنوبية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "sub_saharan_africa",
   "labels": {
    "en": "Sub-Saharan Africa",
    "fr": "Afrique subsaharienne",
    "es": "África Subsahariana",
    "ar": "أفريقيا جنوب الصحراء"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "western_asia",
   "labels": {
    "en": "Western Asia",
    "fr": "Asie occidentale",
    "es": "Asia Occidental",
    "ar": "غرب آسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "western_europe",
   "labels": {
    "en": "Western Europe",
    "fr": "Europe occidentale",
    "es": "Europa Occidental",
    "ar": "أوروبا الغربية"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "unodc_region": [
  {
   "code": "africa_and_the_middle_east",
   "labels": {
    "en": "Africa and the Middle East",
    "fr": "Afrique et Moyen-Orient",
    "es": "África y Oriente Medio",
    "ar": "أفريقيا والشرق الأوسط"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "americas",
   "labels": {
    "en": "Americas",
    "fr": "Amériques",
    "es": "Américas",
    "ar": "الأمريكتان"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "europe_and_central_asia",
   "labels": {
    "en": "Europe and Central Asia",
    "fr": "Europe et Asie centrale",
    "es": "Europa y Asia Central",
    "ar": "أوروبا وآسيا الوسطى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "south_asia_east_asia_and_the_pacific",
   "labels": {
    "en": "South Asia, East Asia and the Pacific",
    "fr": "Asie du Sud, Asie de l’Est et Pacifique",
    "es": "Asia Meridional, Asia Oriental y el Pacífico",
    "ar": "جنوب آسيا وشرق آسيا والمحيط الهادئ"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "unodc_subregion": [
  {
   "code": "central_america_and_the_caribbean",
   "labels": {
    "en": "Central America and the Caribbean",
    "fr": "Amérique centrale et Caraïbes",
    "es": "América Central y el Caribe",
    "ar": "أمريكا الوسطى ومنطقة البحر الكاريبي"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership partly from memory of the editions"
  },
  {
   "code": "central_and_south_eastern_europe",
   "labels": {
    "en": "Central and South-Eastern Europe",
    "fr": "Europe centrale et du Sud-Est",
    "es": "Europa Central y Sudoriental",
    "ar": "أوروبا الوسطى وجنوب شرق أوروبا"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership partly from memory of the editions"
  },
  {
   "code": "east_asia_and_the_pacific",
   "labels": {
    "en": "East Asia and the Pacific",
    "fr": "Asie de l’Est et Pacifique",
    "es": "Asia Oriental y el Pacífico",
    "ar": "شرق آسيا والمحيط الهادئ"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership partly from memory of the editions"
  },
  {
   "code": "eastern_europe_and_central_asia",
   "labels": {
    "en": "Eastern Europe and Central Asia",
    "fr": "Europe de l’Est et Asie centrale",
    "es": "Europa Oriental y Asia Central",
    "ar": "أوروبا الشرقية وآسيا الوسطى"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership partly from memory of the editions"
  },
  {
   "code": "north_africa_and_the_middle_east",
   "labels": {
    "en": "North Africa and the Middle East",
    "fr": "Afrique du Nord et Moyen-Orient",
    "es": "Norte de África y Oriente Medio",
    "ar": "شمال أفريقيا والشرق الأوسط"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership partly from memory of the editions"
  },
  {
   "code": "north_america",
   "labels": {
    "en": "North America",
    "fr": "Amérique du Nord",
    "es": "América del Norte",
    "ar": "أمريكا الشمالية"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership partly from memory of the editions"
  },
  {
   "code": "south_america",
   "labels": {
    "en": "South America",
    "fr": "Amérique du Sud",
    "es": "América del Sur",
    "ar": "أمريكا الجنوبية"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership partly from memory of the editions"
  },
  {
   "code": "south_asia",
   "labels": {
    "en": "South Asia",
    "fr": "Asie du Sud",
    "es": "Asia Meridional",
    "ar": "جنوب آسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership partly from memory of the editions"
  },
  {
   "code": "sub_saharan_africa",
   "labels": {
    "en": "Sub-Saharan Africa",
    "fr": "Afrique subsaharienne",
    "es": "África Subsahariana",
    "ar": "أفريقيا جنوب الصحراء"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership partly from memory of the editions"
  },
  {
   "code": "western_and_southern_europe",
   "labels": {
    "en": "Western and Southern Europe",
    "fr": "Europe occidentale et du Sud",
    "es": "Europa Occidental y Meridional",
    "ar": "أوروبا الغربية والجنوبية"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership partly from memory of the editions"
  }
 ],
 "iom_region_2011": [
  {
   "code": "africa",
   "labels": {
    "en": "Africa",
    "fr": "Afrique",
    "es": "África",
    "ar": "أفريقيا"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership is ours"
  },
  {
   "code": "east_asia_and_the_pacific",
   "labels": {
    "en": "East Asia and the Pacific",
    "fr": "Asie de l’Est et Pacifique",
    "es": "Asia Oriental y el Pacífico",
    "ar": "شرق آسيا والمحيط الهادئ"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership is ours"
  },
  {
   "code": "europe",
   "labels": {
    "en": "Europe",
    "fr": "Europe",
    "es": "Europa",
    "ar": "أوروبا"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership is ours"
  },
  {
   "code": "middle_east",
   "labels": {
    "en": "Middle East",
    "fr": "Moyen-Orient",
    "es": "Oriente Medio",
    "ar": "الشرق الأوسط"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership is ours"
  },
  {
   "code": "south_and_central_asia",
   "labels": {
    "en": "South and Central Asia",
    "fr": "Asie du Sud et centrale",
    "es": "Asia Meridional y Central",
    "ar": "جنوب ووسط آسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership is ours"
  },
  {
   "code": "western_hemisphere",
   "labels": {
    "en": "Western Hemisphere",
    "fr": "Hémisphère occidental",
    "es": "Hemisferio Occidental",
    "ar": "نصف الكرة الغربي"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership is ours"
  }
 ],
 "iom_regional_office_2015": [
  {
   "code": "BKK",
   "labels": {
    "en": "Bangkok office",
    "fr": "Bureau de Bangkok",
    "es": "Oficina de Bangkok",
    "ar": "مكتب بانكوك"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership from memory"
  },
  {
   "code": "BUE",
   "labels": {
    "en": "Buenos Aires office",
    "fr": "Bureau de Buenos Aires",
    "es": "Oficina de Buenos Aires",
    "ar": "مكتب بوينس آيرس"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership from memory"
  },
  {
   "code": "CAI",
   "labels": {
    "en": "Cairo office",
    "fr": "Bureau du Caire",
    "es": "Oficina de El Cairo",
    "ar": "مكتب القاهرة"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership from memory"
  },
  {
   "code": "DKR",
   "labels": {
    "en": "Dakar office",
    "fr": "Bureau de Dakar",
    "es": "Oficina de Dakar",
    "ar": "مكتب داكار"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership from memory"
  },
  {
   "code": "NBO",
   "labels": {
    "en": "Nairobi office",
    "fr": "Bureau de Nairobi",
    "es": "Oficina de Nairobi",
    "ar": "مكتب نيروبي"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership from memory"
  },
  {
   "code": "PRE",
   "labels": {
    "en": "Pretoria office",
    "fr": "Bureau de Pretoria",
    "es": "Oficina de Pretoria",
    "ar": "مكتب بريتوريا"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership from memory"
  },
  {
   "code": "ROB",
   "labels": {
    "en": "Brussels office",
    "fr": "Bureau de Bruxelles",
    "es": "Oficina de Bruselas",
    "ar": "مكتب بروكسل"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership from memory"
  },
  {
   "code": "ROV",
   "labels": {
    "en": "Vienna office",
    "fr": "Bureau de Vienne",
    "es": "Oficina de Viena",
    "ar": "مكتب فيينا"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership from memory"
  },
  {
   "code": "SJO",
   "labels": {
    "en": "San José office",
    "fr": "Bureau de San José",
    "es": "Oficina de San José",
    "ar": "مكتب سان خوسيه"
   },
   "parent": null,
   "equivalents": [],
   "note": "membership from memory"
  }
 ],
 "ctdc_vp_region": [
  {
   "code": "africa",
   "labels": {
    "en": "Africa",
    "fr": "Afrique",
    "es": "África",
    "ar": "أفريقيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "americas_oceania",
   "labels": {
    "en": "Americas/Oceania",
    "fr": "Amériques et Océanie",
    "es": "Américas y Oceanía",
    "ar": "الأمريكتان وأوقيانوسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "asia",
   "labels": {
    "en": "Asia",
    "fr": "Asie",
    "es": "Asia",
    "ar": "آسيا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "europe",
   "labels": {
    "en": "Europe",
    "fr": "Europe",
    "es": "Europa",
    "ar": "أوروبا"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "duration_years": [
  {
   "code": "0",
   "labels": {
    "en": "Less than 1 year",
    "fr": "Moins d’un an",
    "es": "Menos de 1 año",
    "ar": "أقل من سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "1",
   "labels": {
    "en": "1 year",
    "fr": "1 an",
    "es": "1 año",
    "ar": "سنة واحدة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "2",
   "labels": {
    "en": "2 years",
    "fr": "2 ans",
    "es": "2 años",
    "ar": "سنتان"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "3",
   "labels": {
    "en": "3 years",
    "fr": "3 ans",
    "es": "3 años",
    "ar": "3 سنوات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "4",
   "labels": {
    "en": "4 years",
    "fr": "4 ans",
    "es": "4 años",
    "ar": "4 سنوات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "5",
   "labels": {
    "en": "5 years",
    "fr": "5 ans",
    "es": "5 años",
    "ar": "5 سنوات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "6",
   "labels": {
    "en": "6 years",
    "fr": "6 ans",
    "es": "6 años",
    "ar": "6 سنوات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "7",
   "labels": {
    "en": "7 years",
    "fr": "7 ans",
    "es": "7 años",
    "ar": "7 سنوات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "8",
   "labels": {
    "en": "8 years",
    "fr": "8 ans",
    "es": "8 años",
    "ar": "8 سنوات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "9",
   "labels": {
    "en": "9 years",
    "fr": "9 ans",
    "es": "9 años",
    "ar": "9 سنوات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "10",
   "labels": {
    "en": "10 years",
    "fr": "10 ans",
    "es": "10 años",
    "ar": "10 سنوات"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "11",
   "labels": {
    "en": "11 years",
    "fr": "11 ans",
    "es": "11 años",
    "ar": "11 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "12",
   "labels": {
    "en": "12 years",
    "fr": "12 ans",
    "es": "12 años",
    "ar": "12 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "13",
   "labels": {
    "en": "13 years",
    "fr": "13 ans",
    "es": "13 años",
    "ar": "13 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "14",
   "labels": {
    "en": "14 years",
    "fr": "14 ans",
    "es": "14 años",
    "ar": "14 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "15",
   "labels": {
    "en": "15 years",
    "fr": "15 ans",
    "es": "15 años",
    "ar": "15 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "16",
   "labels": {
    "en": "16 years",
    "fr": "16 ans",
    "es": "16 años",
    "ar": "16 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "17",
   "labels": {
    "en": "17 years",
    "fr": "17 ans",
    "es": "17 años",
    "ar": "17 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "18",
   "labels": {
    "en": "18 years",
    "fr": "18 ans",
    "es": "18 años",
    "ar": "18 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "19",
   "labels": {
    "en": "19 years",
    "fr": "19 ans",
    "es": "19 años",
    "ar": "19 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "20",
   "labels": {
    "en": "20 years",
    "fr": "20 ans",
    "es": "20 años",
    "ar": "20 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "21",
   "labels": {
    "en": "21 years",
    "fr": "21 ans",
    "es": "21 años",
    "ar": "21 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "22",
   "labels": {
    "en": "22 years",
    "fr": "22 ans",
    "es": "22 años",
    "ar": "22 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "23",
   "labels": {
    "en": "23 years",
    "fr": "23 ans",
    "es": "23 años",
    "ar": "23 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "24",
   "labels": {
    "en": "24 years",
    "fr": "24 ans",
    "es": "24 años",
    "ar": "24 سنة"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  },
  {
   "code": "25+",
   "labels": {
    "en": "25 years or more",
    "fr": "25 ans ou plus",
    "es": "25 años o más",
    "ar": "25 سنة فأكثر"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "contributor_group": [
  {
   "code": "agency",
   "labels": {
    "en": "The contributor set apart",
    "fr": "Le contributeur présenté à part",
    "es": "La organización presentada por separado",
    "ar": "الجهة المساهمة المعروضة على حدة"
   },
   "parent": null,
   "equivalents": [],
   "note": "named by the recipe, with its consent"
  },
  {
   "code": "others",
   "labels": {
    "en": "All other contributors",
    "fr": "Tous les autres contributeurs",
    "es": "Todas las demás organizaciones",
    "ar": "جميع الجهات المساهمة الأخرى"
   },
   "parent": null,
   "equivalents": [],
   "note": null
  }
 ],
 "special_citizenship": [
  {
   "code": "XXA",
   "labels": {
    "en": "Stateless",
    "fr": "Apatride",
    "es": "Apátrida",
    "ar": "عديم الجنسية"
   },
   "parent": null,
   "equivalents": [],
   "note": "ICAO Doc 9303"
  },
  {
   "code": "XXB",
   "labels": {
    "en": "Refugee",
    "fr": "Réfugié",
    "es": "Refugiado",
    "ar": "لاجئ"
   },
   "parent": null,
   "equivalents": [],
   "note": "ICAO Doc 9303: refugee under the 1951 Convention"
  },
  {
   "code": "XXC",
   "labels": {
    "en": "Refugee, other",
    "fr": "Réfugié, autre",
    "es": "Refugiado, otro",
    "ar": "لاجئ، غير ذلك"
   },
   "parent": null,
   "equivalents": [],
   "note": "ICAO Doc 9303: refugee, not under the 1951 Convention"
  }
 ]
};
