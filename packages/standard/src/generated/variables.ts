// Generated from data/*.csv by scripts/generate.mjs. Edit the CSV, then run it again.
import type { Variable } from '../types.ts';

export const variableTable: readonly Variable[] = [
 {
  "id": "record_key",
  "labels": {
   "en": "Record key",
   "fr": "Clé de l’enregistrement",
   "es": "Clave del registro",
   "ar": "مفتاح السجل"
  },
  "group": "record",
  "type": "id",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "required",
  "sensitivity": "pseudonym",
  "held": "pool",
  "published": "no",
  "derivedFrom": "keyed hash of contributor id and source case id",
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": null,
  "note": "key held by the contributor; never the raw case number"
 },
 {
  "id": "contributor_id",
  "labels": {
   "en": "Contributor",
   "fr": "Contributeur",
   "es": "Organización que aporta los datos",
   "ar": "الجهة المساهمة"
  },
  "group": "record",
  "type": "code",
  "cardinality": "one",
  "codeList": "contributor",
  "unit": null,
  "obligation": "required",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": null,
  "note": "publishing it shrinks the crowd to one office"
 },
 {
  "id": "source_kind",
  "labels": {
   "en": "Kind of source",
   "fr": "Type de source",
   "es": "Tipo de fuente",
   "ar": "نوع المصدر"
  },
  "group": "record",
  "type": "code",
  "cardinality": "one",
  "codeList": "source_kind",
  "unit": null,
  "obligation": "required",
  "sensitivity": "free",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "suppressed"
  ],
  "statistic": null,
  "note": "CTDC Datasource; withheld in its synthetic files"
 },
 {
  "id": "standard_version",
  "labels": {
   "en": "Standard version",
   "fr": "Version de la norme",
   "es": "Versión de la norma",
   "ar": "إصدار المعيار"
  },
  "group": "record",
  "type": "version",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "required",
  "sensitivity": "free",
  "held": "meta",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": null,
  "note": null
 },
 {
  "id": "mapping_version",
  "labels": {
   "en": "Mapping version",
   "fr": "Version de la correspondance",
   "es": "Versión de la correspondencia",
   "ar": "إصدار المطابقة"
  },
  "group": "record",
  "type": "version",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "required",
  "sensitivity": "free",
  "held": "meta",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": null,
  "note": null
 },
 {
  "id": "registration_date",
  "labels": {
   "en": "Date of registration",
   "fr": "Date d’enregistrement",
   "es": "Fecha de registro",
   "ar": "تاريخ التسجيل"
  },
  "group": "time",
  "type": "date",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "edge",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": "truncated to month at most before upload"
 },
 {
  "id": "registration_year",
  "labels": {
   "en": "Year of registration",
   "fr": "Année d’enregistrement",
   "es": "Año de registro",
   "ar": "سنة التسجيل"
  },
  "group": "time",
  "type": "year",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "required",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "registration_date",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "suppressed"
  ],
  "statistic": "victims per year; change on year",
  "note": "a record without one is kept, counted in no year"
 },
 {
  "id": "registration_quarter",
  "labels": {
   "en": "Quarter of registration",
   "fr": "Trimestre d’enregistrement",
   "es": "Trimestre de registro",
   "ar": "ربع سنة التسجيل"
  },
  "group": "time",
  "type": "quarter",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "no",
  "derivedFrom": "registration_date",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "assistance_years",
  "labels": {
   "en": "Years in which assistance was given",
   "fr": "Années d’assistance",
   "es": "Años de asistencia",
   "ar": "سنوات تقديم المساعدة"
  },
  "group": "time",
  "type": "year",
  "cardinality": "many",
  "codeList": null,
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "derived",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "victims assisted per year (strict reading)",
  "note": "a person assisted in two years counts in each; registration_year counts once"
 },
 {
  "id": "country_of_assistance",
  "labels": {
   "en": "Country of assistance",
   "fr": "Pays d’assistance",
   "es": "País de asistencia",
   "ar": "بلد المساعدة"
  },
  "group": "place",
  "type": "country",
  "cardinality": "many",
  "codeList": "country",
  "unit": null,
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "countries of assistance",
  "note": "country of the office that gave help"
 },
 {
  "id": "country_of_identification",
  "labels": {
   "en": "Country of identification or referral",
   "fr": "Pays d’identification ou d’orientation",
   "es": "País de identificación o derivación",
   "ar": "بلد التعرف أو الإحالة"
  },
  "group": "place",
  "type": "country",
  "cardinality": "one",
  "codeList": "country",
  "unit": null,
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "region of identification/referral",
  "note": null
 },
 {
  "id": "region_of_identification",
  "labels": {
   "en": "Region of identification or referral",
   "fr": "Région d’identification ou d’orientation",
   "es": "Región de identificación o derivación",
   "ar": "منطقة التعرف أو الإحالة"
  },
  "group": "place",
  "type": "code",
  "cardinality": "one",
  "codeList": "region",
  "unit": null,
  "obligation": "derived",
  "sensitivity": "free",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "country_of_identification",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "region of identification/referral",
  "note": null
 },
 {
  "id": "referral_source",
  "labels": {
   "en": "Who referred the person",
   "fr": "Source d’orientation",
   "es": "Fuente de derivación",
   "ar": "جهة الإحالة"
  },
  "group": "place",
  "type": "code",
  "cardinality": "many",
  "codeList": "referral_source",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": "HTCDS issue 3 asks for it"
 },
 {
  "id": "trafficking_status",
  "labels": {
   "en": "Victim status",
   "fr": "Statut de victime",
   "es": "Condición de víctima",
   "ar": "صفة الضحية"
  },
  "group": "record",
  "type": "code",
  "cardinality": "one",
  "codeList": "trafficking_status",
  "unit": null,
  "obligation": "required",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "not_asked"
  ],
  "statistic": null,
  "note": "not_victim is refused at upload"
 },
 {
  "id": "status_decided_by",
  "labels": {
   "en": "Who decided the status",
   "fr": "Autorité ayant déterminé le statut",
   "es": "Quién determinó la condición",
   "ar": "الجهة التي حددت الصفة"
  },
  "group": "record",
  "type": "code",
  "cardinality": "one",
  "codeList": "status_decider",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "free",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "sex",
  "labels": {
   "en": "Sex",
   "fr": "Sexe",
   "es": "Sexo",
   "ar": "الجنس"
  },
  "group": "person",
  "type": "code",
  "cardinality": "one",
  "codeList": "sex",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "derived",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "sex",
  "note": "kept apart from gender; see sex_or_gender"
 },
 {
  "id": "gender",
  "labels": {
   "en": "Gender",
   "fr": "Genre",
   "es": "Género",
   "ar": "النوع الاجتماعي"
  },
  "group": "person",
  "type": "code",
  "cardinality": "one",
  "codeList": "gender",
  "unit": null,
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "sex",
  "note": null
 },
 {
  "id": "sex_or_gender",
  "labels": {
   "en": "Female, male or other",
   "fr": "Femme, homme ou autre",
   "es": "Mujer, hombre u otro",
   "ar": "أنثى أو ذكر أو غير ذلك"
  },
  "group": "person",
  "type": "code",
  "cardinality": "one",
  "codeList": "sex_or_gender",
  "unit": null,
  "obligation": "derived",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "gender, else sex",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "sex",
  "note": "one column for tables; the basis (gender or sex) is kept beside it"
 },
 {
  "id": "birth_date",
  "labels": {
   "en": "Date of birth",
   "fr": "Date de naissance",
   "es": "Fecha de nacimiento",
   "ar": "تاريخ الميلاد"
  },
  "group": "person",
  "type": "date",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "optional",
  "sensitivity": "direct",
  "held": "edge",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": null,
  "note": "used only to work out ages at the edge"
 },
 {
  "id": "age_at_registration",
  "labels": {
   "en": "Age at registration",
   "fr": "Âge à l’enregistrement",
   "es": "Edad al registro",
   "ar": "العمر عند التسجيل"
  },
  "group": "person",
  "type": "integer",
  "cardinality": "one",
  "codeList": null,
  "unit": "years",
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "no",
  "derivedFrom": "birth_date and registration_date",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": "whole years"
 },
 {
  "id": "age_band",
  "labels": {
   "en": "Age band at registration",
   "fr": "Tranche d’âge à l’enregistrement",
   "es": "Grupo de edad al registro",
   "ar": "الفئة العمرية عند التسجيل"
  },
  "group": "person",
  "type": "code",
  "cardinality": "one",
  "codeList": "age_band",
  "unit": null,
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "age_at_registration",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "majority_at_registration",
  "labels": {
   "en": "Child or adult at registration",
   "fr": "Enfant ou adulte à l’enregistrement",
   "es": "Niño o adulto al registro",
   "ar": "طفل أم بالغ عند التسجيل"
  },
  "group": "person",
  "type": "code",
  "cardinality": "one",
  "codeList": "majority",
  "unit": null,
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "age_at_registration, else age_band",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "adult/child at the time; share of children by exploitation type",
  "note": null
 },
 {
  "id": "age_at_entry",
  "labels": {
   "en": "Age at entry into trafficking",
   "fr": "Âge à l’entrée dans la traite",
   "es": "Edad al ingresar en la trata",
   "ar": "العمر عند الدخول في الاتجار"
  },
  "group": "person",
  "type": "integer",
  "cardinality": "one",
  "codeList": null,
  "unit": "years",
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": "HTCDS AgeWhenTrafficked"
 },
 {
  "id": "majority_at_entry",
  "labels": {
   "en": "Child or adult at entry",
   "fr": "Enfant ou adulte à l’entrée",
   "es": "Niño o adulto al ingreso",
   "ar": "طفل أم بالغ عند الدخول"
  },
  "group": "person",
  "type": "code",
  "cardinality": "one",
  "codeList": "majority",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "age_at_entry",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "adult/child at the time",
  "note": null
 },
 {
  "id": "majority_at_exploitation",
  "labels": {
   "en": "Child or adult when exploitation began",
   "fr": "Enfant ou adulte au début de l’exploitation",
   "es": "Niño o adulto al inicio de la explotación",
   "ar": "طفل أم بالغ عند بدء الاستغلال"
  },
  "group": "person",
  "type": "code",
  "cardinality": "one",
  "codeList": "majority",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "adult/child at the time",
  "note": null
 },
 {
  "id": "citizenship",
  "labels": {
   "en": "Citizenship",
   "fr": "Nationalité",
   "es": "Nacionalidad",
   "ar": "الجنسية"
  },
  "group": "person",
  "type": "country",
  "cardinality": "many",
  "codeList": "country+special",
  "unit": null,
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "region of origin",
  "note": "special: XXA stateless"
 },
 {
  "id": "country_of_origin",
  "labels": {
   "en": "Country of origin or usual residence",
   "fr": "Pays d’origine ou de résidence habituelle",
   "es": "País de origen o residencia habitual",
   "ar": "بلد المنشأ أو الإقامة المعتادة"
  },
  "group": "place",
  "type": "country",
  "cardinality": "one",
  "codeList": "country",
  "unit": null,
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "region of origin; cross-border vs internal",
  "note": null
 },
 {
  "id": "region_of_origin",
  "labels": {
   "en": "Region of origin",
   "fr": "Région d’origine",
   "es": "Región de origen",
   "ar": "منطقة المنشأ"
  },
  "group": "place",
  "type": "code",
  "cardinality": "one",
  "codeList": "region",
  "unit": null,
  "obligation": "derived",
  "sensitivity": "free",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "country_of_origin, else single citizenship",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "region of origin",
  "note": null
 },
 {
  "id": "country_of_recruitment",
  "labels": {
   "en": "Country of recruitment",
   "fr": "Pays de recrutement",
   "es": "País de captación",
   "ar": "بلد التجنيد"
  },
  "group": "place",
  "type": "country",
  "cardinality": "one",
  "codeList": "country",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "countries_of_transit",
  "labels": {
   "en": "Transit countries",
   "fr": "Pays de transit",
   "es": "Países de tránsito",
   "ar": "بلدان العبور"
  },
  "group": "place",
  "type": "country",
  "cardinality": "many",
  "codeList": "country",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": "trafficking_scope is cross_border",
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "not_applicable",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "country_of_exploitation",
  "labels": {
   "en": "Last country of exploitation",
   "fr": "Dernier pays d’exploitation",
   "es": "Último país de explotación",
   "ar": "آخر بلد للاستغلال"
  },
  "group": "place",
  "type": "country",
  "cardinality": "one",
  "codeList": "country",
  "unit": null,
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "cross-border vs internal",
  "note": null
 },
 {
  "id": "country_of_exploitation_basis",
  "labels": {
   "en": "How that country is known",
   "fr": "Base de ce renseignement",
   "es": "Base de ese dato",
   "ar": "أساس معرفة البلد"
  },
  "group": "place",
  "type": "code",
  "cardinality": "one",
  "codeList": "exploitation_basis",
  "unit": null,
  "obligation": "core",
  "sensitivity": "free",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": "stated, or proxy: screening, registration or mission place"
 },
 {
  "id": "countries_of_exploitation",
  "labels": {
   "en": "All countries of exploitation",
   "fr": "Tous les pays d’exploitation",
   "es": "Todos los países de explotación",
   "ar": "جميع بلدان الاستغلال"
  },
  "group": "place",
  "type": "country",
  "cardinality": "many",
  "codeList": "country",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "trafficking_scope",
  "labels": {
   "en": "Cross-border or internal",
   "fr": "Transfrontalière ou interne",
   "es": "Transfronteriza o interna",
   "ar": "عبر الحدود أم داخلي"
  },
  "group": "process",
  "type": "code",
  "cardinality": "one",
  "codeList": "scope",
  "unit": null,
  "obligation": "core",
  "sensitivity": "free",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "stated, else origin vs exploitation country",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "cross-border vs internal",
  "note": "keep the basis: stated or derived"
 },
 {
  "id": "entry_date",
  "labels": {
   "en": "Date of entry into the process",
   "fr": "Date d’entrée dans le processus",
   "es": "Fecha de ingreso",
   "ar": "تاريخ الدخول"
  },
  "group": "time",
  "type": "partial_date",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "edge",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "exit_date",
  "labels": {
   "en": "Date of leaving the process",
   "fr": "Date de sortie",
   "es": "Fecha de salida",
   "ar": "تاريخ الخروج"
  },
  "group": "time",
  "type": "partial_date",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "edge",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "duration_months",
  "labels": {
   "en": "Time in the trafficking process",
   "fr": "Durée dans le processus de traite",
   "es": "Tiempo en el proceso de trata",
   "ar": "مدة البقاء في الاتجار"
  },
  "group": "time",
  "type": "decimal",
  "cardinality": "one",
  "codeList": null,
  "unit": "months",
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "no",
  "derivedFrom": "stated, else exit_date minus entry_date",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "duration: mean, range, in years",
  "note": "0 is a true value; one decimal at most"
 },
 {
  "id": "duration_band",
  "labels": {
   "en": "Time in the trafficking process, banded",
   "fr": "Durée, par tranche",
   "es": "Tiempo, por tramo",
   "ar": "المدة حسب الفئة"
  },
  "group": "time",
  "type": "code",
  "cardinality": "one",
  "codeList": "duration_band",
  "unit": null,
  "obligation": "core",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "duration_months",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "acts",
  "labels": {
   "en": "Acts",
   "fr": "Actes",
   "es": "Actos",
   "ar": "الأفعال"
  },
  "group": "process",
  "type": "code",
  "cardinality": "many",
  "codeList": "act",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "means_palermo",
  "labels": {
   "en": "Means in the Protocol sense",
   "fr": "Moyens au sens du Protocole",
   "es": "Medios según el Protocolo",
   "ar": "الوسائل بمفهوم البروتوكول"
  },
  "group": "process",
  "type": "code",
  "cardinality": "many",
  "codeList": "palermo_means",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": "majority_at_exploitation is adult",
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "not_applicable",
   "suppressed"
  ],
  "statistic": null,
  "note": "not needed where the person was a child"
 },
 {
  "id": "means_of_control",
  "labels": {
   "en": "Means of control",
   "fr": "Moyens de contrôle",
   "es": "Medios de control",
   "ar": "وسائل السيطرة"
  },
  "group": "process",
  "type": "code",
  "cardinality": "many",
  "codeList": "means_of_control",
  "unit": null,
  "obligation": "core",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": "a group code (debt_or_earnings, threats_all, abuse_all, basic_needs) says: one of these"
 },
 {
  "id": "recruitment_method",
  "labels": {
   "en": "How recruitment happened",
   "fr": "Mode de recrutement",
   "es": "Método de captación",
   "ar": "طريقة التجنيد"
  },
  "group": "process",
  "type": "code",
  "cardinality": "many",
  "codeList": "recruitment_method",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "recruiter_relation",
  "labels": {
   "en": "Relation to the recruiter",
   "fr": "Lien avec le recruteur",
   "es": "Relación con el captador",
   "ar": "العلاقة بالمجنِّد"
  },
  "group": "process",
  "type": "code",
  "cardinality": "many",
  "codeList": "recruiter_relation",
  "unit": null,
  "obligation": "core",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "abduction",
  "labels": {
   "en": "Abduction",
   "fr": "Enlèvement",
   "es": "Secuestro",
   "ar": "اختطاف"
  },
  "group": "process",
  "type": "boolean",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "online_platform",
  "labels": {
   "en": "Online platform used",
   "fr": "Plateforme en ligne utilisée",
   "es": "Plataforma en línea utilizada",
   "ar": "المنصة الإلكترونية المستخدمة"
  },
  "group": "process",
  "type": "code",
  "cardinality": "many",
  "codeList": "online_platform",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "exploitation_type",
  "labels": {
   "en": "Type of exploitation",
   "fr": "Type d’exploitation",
   "es": "Tipo de explotación",
   "ar": "نوع الاستغلال"
  },
  "group": "exploitation",
  "type": "code",
  "cardinality": "many",
  "codeList": "exploitation_type",
  "unit": null,
  "obligation": "required",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked"
  ],
  "statistic": "purpose of exploitation",
  "note": "not_asked only for hotline rows with no detail"
 },
 {
  "id": "purpose_summary",
  "labels": {
   "en": "Purpose of exploitation",
   "fr": "Finalité de l’exploitation",
   "es": "Finalidad de la explotación",
   "ar": "غرض الاستغلال"
  },
  "group": "exploitation",
  "type": "code",
  "cardinality": "one",
  "codeList": "purpose_summary",
  "unit": null,
  "obligation": "derived",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "exploitation_type",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked"
  ],
  "statistic": "purpose: labour, sexual, both, other",
  "note": null
 },
 {
  "id": "labour_sector",
  "labels": {
   "en": "Sector of forced labour",
   "fr": "Secteur de travail forcé",
   "es": "Sector de trabajo forzoso",
   "ar": "قطاع العمل القسري"
  },
  "group": "exploitation",
  "type": "code",
  "cardinality": "many",
  "codeList": "labour_sector",
  "unit": null,
  "obligation": "core",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": "exploitation_type has a labour type",
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "not_applicable",
   "suppressed"
  ],
  "statistic": "sectors",
  "note": null
 },
 {
  "id": "isic_section",
  "labels": {
   "en": "ISIC section",
   "fr": "Section CITI",
   "es": "Sección CIIU",
   "ar": "قسم التصنيف الصناعي"
  },
  "group": "exploitation",
  "type": "code",
  "cardinality": "many",
  "codeList": "isic4_section",
  "unit": null,
  "obligation": "derived",
  "sensitivity": "free",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "labour_sector",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "not_applicable",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "sexual_form",
  "labels": {
   "en": "Form of sexual exploitation",
   "fr": "Forme d’exploitation sexuelle",
   "es": "Forma de explotación sexual",
   "ar": "شكل الاستغلال الجنسي"
  },
  "group": "exploitation",
  "type": "code",
  "cardinality": "many",
  "codeList": "sexual_form",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "yes",
  "derivedFrom": null,
  "appliesWhen": "exploitation_type has sexual_exploitation",
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "not_applicable",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "exited_how",
  "labels": {
   "en": "How the person got out",
   "fr": "Mode de sortie",
   "es": "Forma de salida",
   "ar": "كيفية الخروج"
  },
  "group": "exploitation",
  "type": "code",
  "cardinality": "one",
  "codeList": "exit_mode",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "services",
  "labels": {
   "en": "Assistance given",
   "fr": "Assistance fournie",
   "es": "Asistencia prestada",
   "ar": "المساعدة المقدمة"
  },
  "group": "assistance",
  "type": "code",
  "cardinality": "many",
  "codeList": "service",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "free",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "marital_status",
  "labels": {
   "en": "Marital status",
   "fr": "État matrimonial",
   "es": "Estado civil",
   "ar": "الحالة الاجتماعية"
  },
  "group": "person",
  "type": "code",
  "cardinality": "one",
  "codeList": "marital_status",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "education_level",
  "labels": {
   "en": "Education level",
   "fr": "Niveau d’instruction",
   "es": "Nivel educativo",
   "ar": "المستوى التعليمي"
  },
  "group": "person",
  "type": "code",
  "cardinality": "one",
  "codeList": "isced2011",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "perpetrator_role",
  "labels": {
   "en": "Perpetrator role",
   "fr": "Rôle de l’auteur",
   "es": "Función del autor",
   "ar": "دور الجاني"
  },
  "group": "perpetrator",
  "type": "code",
  "cardinality": "many",
  "codeList": "perpetrator_role",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": "repeats per perpetrator"
 },
 {
  "id": "perpetrator_gender",
  "labels": {
   "en": "Perpetrator gender",
   "fr": "Genre de l’auteur",
   "es": "Género del autor",
   "ar": "نوع الجاني"
  },
  "group": "perpetrator",
  "type": "code",
  "cardinality": "one",
  "codeList": "gender",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "perpetrator_age_band",
  "labels": {
   "en": "Perpetrator age band",
   "fr": "Tranche d’âge de l’auteur",
   "es": "Grupo de edad del autor",
   "ar": "الفئة العمرية للجاني"
  },
  "group": "perpetrator",
  "type": "code",
  "cardinality": "one",
  "codeList": "perpetrator_age_band",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "perpetrator_region",
  "labels": {
   "en": "Perpetrator region of citizenship",
   "fr": "Région de nationalité de l’auteur",
   "es": "Región de nacionalidad del autor",
   "ar": "منطقة جنسية الجاني"
  },
  "group": "perpetrator",
  "type": "code",
  "cardinality": "many",
  "codeList": "region",
  "unit": null,
  "obligation": "optional",
  "sensitivity": "sensitive",
  "held": "pool",
  "published": "aggregate",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "legal_basis",
  "labels": {
   "en": "Legal basis",
   "fr": "Base juridique",
   "es": "Base jurídica",
   "ar": "الأساس القانوني"
  },
  "group": "protection",
  "type": "code",
  "cardinality": "one",
  "codeList": "legal_basis",
  "unit": null,
  "obligation": "required",
  "sensitivity": "meta",
  "held": "pool",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": null,
  "note": null
 },
 {
  "id": "consent_scope",
  "labels": {
   "en": "What the person agreed to",
   "fr": "Portée du consentement",
   "es": "Alcance del consentimiento",
   "ar": "نطاق الموافقة"
  },
  "group": "protection",
  "type": "code",
  "cardinality": "many",
  "codeList": "consent_scope",
  "unit": null,
  "obligation": "required",
  "sensitivity": "meta",
  "held": "pool",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": null,
  "note": "upload needs shared_pseudonymised or a basis other than consent"
 },
 {
  "id": "consent_date",
  "labels": {
   "en": "Date of consent",
   "fr": "Date du consentement",
   "es": "Fecha del consentimiento",
   "ar": "تاريخ الموافقة"
  },
  "group": "protection",
  "type": "date",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "optional",
  "sensitivity": "meta",
  "held": "edge",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "guardian_consent",
  "labels": {
   "en": "Guardian consent",
   "fr": "Consentement du tuteur",
   "es": "Consentimiento del tutor",
   "ar": "موافقة الوصي"
  },
  "group": "protection",
  "type": "boolean",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "optional",
  "sensitivity": "meta",
  "held": "pool",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": "majority_at_registration is child",
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "not_applicable",
   "suppressed"
  ],
  "statistic": null,
  "note": null
 },
 {
  "id": "withdrawn_on",
  "labels": {
   "en": "Withdrawn on",
   "fr": "Retiré le",
   "es": "Retirado el",
   "ar": "سُحب في"
  },
  "group": "protection",
  "type": "date",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "optional",
  "sensitivity": "meta",
  "held": "pool",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": null,
  "note": null
 },
 {
  "id": "free_text",
  "labels": {
   "en": "Case notes",
   "fr": "Notes de dossier",
   "es": "Notas del caso",
   "ar": "ملاحظات الحالة"
  },
  "group": "person",
  "type": "text",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "never",
  "sensitivity": "direct",
  "held": "edge",
  "published": "no",
  "derivedFrom": null,
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": null,
  "note": "any unmapped text column is dropped at the edge"
 }
];

export const derivedVariableTable: readonly Variable[] = [
 {
  "id": "duration_years",
  "labels": {
   "en": "Completed years in the trafficking process",
   "fr": "Années révolues dans le processus de traite",
   "es": "Años completos en el proceso de trata",
   "ar": "السنوات المكتملة في الاتجار"
  },
  "group": "time",
  "type": "code",
  "cardinality": "one",
  "codeList": "duration_years",
  "unit": "years",
  "obligation": "derived",
  "sensitivity": "quasi",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "duration_months",
  "appliesWhen": null,
  "missingReasons": [
   "unknown",
   "refused",
   "not_asked",
   "suppressed"
  ],
  "statistic": "duration: mean, range, in years",
  "note": "completed years 0 to 24, then 25+"
 },
 {
  "id": "contributor_active_previous_year",
  "labels": {
   "en": "Contributor also worked the year before",
   "fr": "Contributeur également actif l’année précédente",
   "es": "Organización también activa el año anterior",
   "ar": "الجهة المساهمة نشطة أيضاً في السنة السابقة"
  },
  "group": "record",
  "type": "boolean",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "derived",
  "sensitivity": "free",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "coverage statement and registration_year",
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": "change on year",
  "note": "yes: the coverage statement declares the year before; no: it does not"
 },
 {
  "id": "contributor_active_next_year",
  "labels": {
   "en": "Contributor also worked the year after",
   "fr": "Contributeur également actif l’année suivante",
   "es": "Organización también activa el año siguiente",
   "ar": "الجهة المساهمة نشطة أيضاً في السنة التالية"
  },
  "group": "record",
  "type": "boolean",
  "cardinality": "one",
  "codeList": null,
  "unit": null,
  "obligation": "derived",
  "sensitivity": "free",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "coverage statement and registration_year",
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": "change on year",
  "note": "yes: the coverage statement declares the year after; no: it does not"
 },
 {
  "id": "contributor_group",
  "labels": {
   "en": "Group of contributors",
   "fr": "Groupe de contributeurs",
   "es": "Grupo de organizaciones que aportan datos",
   "ar": "مجموعة الجهات المساهمة"
  },
  "group": "record",
  "type": "code",
  "cardinality": "one",
  "codeList": "contributor_group",
  "unit": null,
  "obligation": "derived",
  "sensitivity": "free",
  "held": "pool",
  "published": "yes",
  "derivedFrom": "contributor_id and the recipe",
  "appliesWhen": null,
  "missingReasons": [],
  "statistic": null,
  "note": "sets one consenting contributor apart from the rest"
 }
];
