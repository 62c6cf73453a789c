/** A language tag such as `fr`. Adding a language is adding labels, never code. */
export type Language = string;

/** One text per language; `en` is always there. */
export type Labels = Readonly<Record<Language, string>> & { readonly en: string };

export type MissingReason = 'unknown' | 'refused' | 'not_asked' | 'not_applicable' | 'suppressed';

/** One entry of a code list. A parent code is itself a legal value. */
export interface Code {
  readonly code: string;
  readonly labels: Labels;
  readonly parent: string | null;
  /** Spellings of the same code in other standards, for mapping suggestions. */
  readonly equivalents: readonly string[];
  readonly note: string | null;
}

/** One entry of the variable dictionary; the columns of `data/canonical-variables.csv`. */
export interface Variable {
  readonly id: string;
  readonly labels: Labels;
  readonly group: string;
  readonly type:
    | 'id'
    | 'code'
    | 'country'
    | 'year'
    | 'quarter'
    | 'date'
    | 'partial_date'
    | 'integer'
    | 'decimal'
    | 'boolean'
    | 'text'
    | 'version';
  readonly cardinality: 'one' | 'many';
  /** Code list id, or `country`, `country+special`, `region`, `contributor`; null where values are not coded. */
  readonly codeList: string | null;
  readonly unit: string | null;
  readonly obligation: 'required' | 'core' | 'optional' | 'derived' | 'never';
  readonly sensitivity: 'direct' | 'pseudonym' | 'quasi' | 'sensitive' | 'free' | 'meta';
  /** `edge` never leaves the contributor, `pool` may be submitted, `meta` describes the file. */
  readonly held: 'edge' | 'pool' | 'meta';
  readonly published: 'yes' | 'aggregate' | 'derived' | 'no';
  readonly derivedFrom: string | null;
  readonly appliesWhen: string | null;
  readonly missingReasons: readonly MissingReason[];
  readonly statistic: string | null;
  readonly note: string | null;
}

/** A country or territory of ISO 3166-1, with the region it falls in per grouping. */
export interface Country {
  readonly iso3: string;
  readonly iso2: string;
  readonly numeric: string;
  readonly labels: Labels;
  readonly unMember: boolean;
  /** False for territories where nobody lives for good (Antarctica, Bouvet Island): a record naming one is a likely slip. */
  readonly permanentPopulation: boolean;
  readonly note: string | null;
  /** Region code by grouping id; null where the grouping leaves the territory out. */
  readonly groups: Readonly<Record<string, string | null>>;
}

/** One regional grouping of `data/groupings.csv`; its regions are the code list of the same id. */
export interface GroupingEntry {
  readonly id: string;
  readonly version: string;
  readonly labels: Labels;
  /** Where the membership comes from and how far it is ours. */
  readonly note: string | null;
}

/** A spelling by which files name a country beside its ISO codes and labels; a row of `data/country-names.csv`. */
export interface CountryName {
  readonly name: string;
  /** Language of the spelling; null for codes. */
  readonly language: Language | null;
  /** Alpha-3 or a special citizenship code; null where the text names no present country. */
  readonly iso3: string | null;
  /**
   * `name` another name; `code` a code outside ISO 3166-1; `retired` a withdrawn code; `special` stateless and refugee;
   * `placeholder` no country at all; `demonym` an inhabitant's name, proposed to the author of a mapping and never
   * resolved by itself.
   */
  readonly kind: 'name' | 'code' | 'retired' | 'special' | 'placeholder' | 'demonym';
}
