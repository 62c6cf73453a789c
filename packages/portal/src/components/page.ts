import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Navigation } from '../bake/navigation.ts';
import type { Drawings } from '../charts/drawings.ts';
import type { ReleaseView } from '../model/release-view.ts';
import type { JsonLd } from '../open-data/schema-org.ts';
import type { SiteIdentity } from '../site/site-file.ts';
import type { Catalogue } from '../text/catalogue.ts';
import type { FigureWords } from '../text/figure-words.ts';
import type { Format } from '../text/format.ts';

/** Addresses of the hashed files every page loads, relative to the site's root. */
export interface Assets {
  readonly style: string;
  /** Style sheets of single rooms, by name: the files of `style/rooms`. */
  readonly styles: Readonly<Record<string, string>>;
  /** Scripts by name: the files of `islands`, and the page for contributors with its worker. `site` is on every page. */
  readonly scripts: Readonly<Record<string, Script>>;
  readonly icon: string;
  /** The site's own logo, where it has one. */
  readonly logo: string | null;
}

/** A script and the hash that a browser holds it to. */
export interface Script {
  readonly path: string;
  readonly integrity: string;
}

/** What all pages of one bake share in one language. */
export interface Edition {
  readonly words: Catalogue;
  readonly format: Format;
  readonly figureWords: FigureWords;
  readonly site: SiteIdentity;
  readonly languages: readonly string[];
  directionOf(language: string): 'ltr' | 'rtl';
  readonly view: ReleaseView;
  /** The release before the current one. */
  readonly previous: ReleaseView | null;
  /** All releases, oldest first, the current one last. */
  readonly releases: readonly ReleaseView[];
  readonly assets: Assets;
  /** The rooms of the site, as menu and footer show them. */
  readonly navigation: Navigation;
  readonly drawings: Drawings;
  readonly document: Document;
}

/** One page being rendered. */
export interface Page extends Edition {
  /** Address without language, with its closing slash: `figures/victims.2015/`; empty for the home page. */
  readonly path: string;
  /** The page at the site's root, before a language is chosen. */
  readonly bare: boolean;
  /** A document that stands alone, with no site around it to link to. */
  readonly alone: boolean;
  /** Relative address of a page; in another language when one is named. */
  to(path: string, language?: string): string;
  /** Relative address of a file at the site's root. */
  file(path: string): string;
}

/** What a room hands to the shell around it. */
export interface Room {
  readonly title: string;
  readonly description: string;
  readonly body: preact.ComponentChild;
  /** What the page is about in the words of schema.org, for search engines. */
  readonly structured?: JsonLd;
  /** Other forms of the page's content: media type and path from the site's root. */
  readonly alternates?: readonly { readonly type: string; readonly path: string }[];
  /** Scripts of its own, by name. */
  readonly scripts?: readonly string[];
  /** Style sheets of its own, by name. */
  readonly styles?: readonly string[];
  /** False where its scripts may connect to nothing, not even to the site: visitors bring files of their own. True where absent. */
  readonly connects?: false;
}

/**
 * A page of an edition.
 *
 * @param depth folders between the site's root and the page; null for a page served at any address
 */
export function openPage(edition: Edition, path: string, depth: number | null): Page {
  const root = depth === null ? '/' : depth === 0 ? './' : '../'.repeat(depth);
  return {
    ...edition,
    path,
    bare: depth === 0,
    alone: false,
    to: (target, language = edition.words.language) => `${root}${language}/${target}`,
    file: (target) => `${root}${target}`,
  };
}

export const PageContext = createContext<Page | null>(null);

/** The page a component is rendered on. */
export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('a component was rendered outside a page');
  return page;
}
