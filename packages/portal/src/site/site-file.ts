import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '@casebridge/refusal';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { openLanguages } from '../text/language-folder.ts';

const perLanguage = z.union([z.string(), z.record(z.string(), z.string())]);
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'write a colour as #rrggbb');
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'write a language tag such as en');
const doi = z.string().regex(/^10\.\d{4,9}\/\S+$/, 'write a DOI as 10.1234/name, without an address');

const day = z.iso.date('write a day as 2016-05-20');

const siteSchema = z.strictObject({
  name: perLanguage,
  tagline: perLanguage.optional(),
  languages: z.array(language).min(1),
  defaultLanguage: language,
  /** Numbering system per language; a language left out uses its own. */
  numerals: z.record(z.string(), z.string().regex(/^[a-z]{4,8}$/)).default({}),
  /** Path of an SVG or PNG beside the site file. */
  logo: z
    .string()
    .regex(/\.(svg|png)$/, 'the logo is an SVG or PNG file')
    .optional(),
  colours: z.strictObject({ accent: colour.optional(), accentDark: colour.optional() }).default({}),
  contact: z.strictObject({
    organisation: perLanguage,
    email: z.email().optional(),
    /** Who answers the press. */
    press: z.strictObject({ name: perLanguage, email: z.email().optional() }).optional(),
  }),
  /** Path of a folder of stories beside the site file; the portal's own stories when absent. */
  stories: z.string().min(1).optional(),
  /** Path of a YAML or JSON file of topics beside the site file; the portal's own topics when absent. */
  topics: z.string().min(1).optional(),
  /** Where the site is published; machine-readable descriptions and snippets name it. */
  address: z.url({ protocol: /^https?$/ }).optional(),
  /** DOIs: of the data as a whole, and of single releases by their id. */
  doi: z
    .strictObject({
      concept: doi.optional(),
      releases: z.record(z.string(), doi).default({}),
    })
    .default({ releases: {} }),
  /** Terms of use beside the bundle's licence, a text per language. */
  terms: perLanguage.optional(),
  /** Path of a TopoJSON or GeoJSON file beside the site file: the shapes of countries, in place of the portal's own. */
  boundaries: z
    .string()
    .regex(/\.(topo|geo)?json$/, 'the boundary file is a JSON file')
    .optional(),
  /** What stands under every map about its lines and names, in place of the portal's own words. */
  boundaryNote: perLanguage.optional(),
  /** Path of a YAML or JSON file beside the site file: names by ISO alpha-3 code, each a text or a text per language. */
  countryNames: z
    .string()
    .regex(/\.(ya?ml|json)$/, 'country names are a YAML or JSON file')
    .optional(),
  /** The year whose report and figures lead, in place of the newest whole one. */
  reportYear: z
    .union([z.int().min(1900).max(2999), z.string().regex(/^(19|2\d)\d\d$/)], 'write a year as 2015')
    .transform(String)
    .optional(),
  quickExit: z.url({ protocol: /^https$/ }),
  helpLines: z
    .array(
      z.strictObject({
        place: perLanguage,
        number: z.string().regex(/^[+\d][\d\s()-]*$/, 'a telephone number has digits, spaces and a leading +'),
        /** Languages in which it answers; lines that speak the page's language come first. Not known when absent. */
        languages: z.array(language).min(1).optional(),
        note: perLanguage.optional(),
      }),
    )
    .default([]),
  /** What contributors publish of themselves beside their coverage statements, by the statement's id. */
  contributors: z
    .record(
      z.string(),
      z.strictObject({
        email: z.email().optional(),
        page: z.url({ protocol: /^https$/ }).optional(),
        /** How a person asks it to withdraw a record. */
        withdrawal: perLanguage.optional(),
        /** What its records are good and not good for. */
        caveats: perLanguage.optional(),
        /** Name of the shipped mapping that its file follows. */
        crosswalk: z.string().optional(),
      }),
    )
    .default({}),
  /** Addresses that once had a page, without language, and why they have none now. */
  tombstones: z
    .array(
      z.strictObject({
        path: z.string().regex(/^(?:(?!\.+\/)[\w@.-]+\/)+$/, 'write an address without language, with a closing slash'),
        reason: perLanguage,
        since: day,
        /** Address of the page that answers the same question now. */
        instead: z.string().optional(),
      }),
    )
    .default([]),
  /** Releases announced ahead. */
  calendar: z
    .array(
      z.strictObject({
        day,
        title: perLanguage,
        /** UTC, `09:30`. */
        time: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as 09:30')
          .optional(),
        /** Figures are given to reporters before, on condition that they wait. */
        embargo: z.boolean().default(false),
      }),
    )
    .default([]),
});

/** A text that may differ by language. */
export type PerLanguage = z.infer<typeof perLanguage>;

/** Who runs a portal: the content of `site.yaml`. */
export type SiteIdentity = Readonly<z.infer<typeof siteSchema>> & {
  /** The logo's bytes and file name, where the site brings its own. */
  readonly logoFile?: { readonly name: string; readonly bytes: Uint8Array };
  /** The boundary file's name and text, where the site brings its own. */
  readonly boundaryFile?: { readonly name: string; readonly text: string };
  /** Names of countries that differ from the standard's, by ISO alpha-3 code. */
  readonly ownCountryNames?: Readonly<Record<string, PerLanguage>>;
  /** Folder of the site's own stories. */
  readonly storiesFolder?: string;
  /** File of the site's own topics. */
  readonly topicsFile?: string;
};

const countryNameFile = z.record(z.string().regex(/^[A-Z]{3}$/, 'name countries by ISO alpha-3 code'), perLanguage);

/** Path of the site file that the portal ships. */
export const defaultSiteFile = fileURLToPath(new URL('../../site.yaml', import.meta.url));

/** Reads a site file; the one shipped with the portal when no path is given. Refusal naming the entry that is wrong. */
export function readSiteFile(path: string = defaultSiteFile): SiteIdentity {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Refusal('site-unreadable', `${path}: cannot be read. Name an existing site file.`, { cause });
  }
  const parsed = withMaps(parseSite(text, path), path);
  const folder = dirname(path);
  openLanguages(parsed.languages, resolve(folder));
  const site = {
    ...parsed,
    ...(parsed.stories !== undefined && { storiesFolder: resolve(folder, parsed.stories) }),
    ...(parsed.topics !== undefined && { topicsFile: resolve(folder, parsed.topics) }),
  };
  if (site.logo === undefined) return site;
  const logo = resolve(folder, site.logo);
  try {
    return { ...site, logoFile: { name: basename(logo), bytes: readFileSync(logo) } };
  } catch (cause) {
    throw new Refusal('site-logo-unreadable', `${path}: logo '${site.logo}' cannot be read. Put it beside the file.`, {
      cause,
    });
  }
}

function withMaps(site: SiteIdentity, path: string): SiteIdentity {
  const read = (entry: 'boundaries' | 'countryNames', name: string) => {
    try {
      return readFileSync(resolve(dirname(path), name), 'utf8');
    } catch (cause) {
      const message = `${path}: ${entry} '${name}' cannot be read. Put it beside the file.`;
      throw new Refusal('site-map-file-unreadable', message, { cause });
    }
  };
  const { boundaries, countryNames } = site;
  return {
    ...site,
    ...(boundaries !== undefined && {
      boundaryFile: { name: basename(boundaries), text: read('boundaries', boundaries) },
    }),
    ...(countryNames !== undefined && { ownCountryNames: parseCountryNames(read('countryNames', countryNames), path) }),
  };
}

function parseCountryNames(text: string, path: string): Readonly<Record<string, PerLanguage>> {
  const document = parseDocument(text);
  const parsed = countryNameFile.safeParse(document.errors.length === 0 ? document.toJS() : null);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const wrong = issue?.code === 'invalid_key' ? 'name countries by ISO alpha-3 code' : (issue?.message ?? 'wrong');
  throw new Refusal(
    'site-country-names',
    `${path}: countryNames: ${issue?.path.join('.') || 'the file'}: ${wrong}. See docs/deploying.md.`,
  );
}

/** Parses the text of a site file. Refusal naming file, line or entry. */
export function parseSite(text: string, name: string): SiteIdentity {
  const document = parseDocument(text, { prettyErrors: true });
  const [problem] = document.errors;
  if (problem) {
    const line = problem.linePos?.[0].line ?? 1;
    throw new Refusal('site-not-yaml', `${name} line ${line}: not YAML. Correct the line.`);
  }
  const parsed = siteSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Refusal(
      'site-entry-wrong',
      `${name}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'wrong'}. See docs/deploying.md.`,
    );
  }
  const site = parsed.data;
  if (!site.languages.includes(site.defaultLanguage)) {
    throw new Refusal(
      'site-default-language',
      `${name}: defaultLanguage '${site.defaultLanguage}' is not one of languages. Add it there.`,
    );
  }
  return site;
}

/** The text in a language, else in English, else the first there is. */
export function inLanguage(text: PerLanguage, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text.en ?? Object.values(text)[0] ?? '';
}
