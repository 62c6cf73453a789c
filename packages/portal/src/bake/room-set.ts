import type { Edition, Page, Room } from '../components/page.ts';
import type { ReleaseView } from '../model/release-view.ts';
import type { PictureOrder } from '../pictures/draw-png.ts';
import type { SiteIdentity } from '../site/site-file.ts';
import type { Entry } from './navigation.ts';

/** What a site is made of, whatever the language. */
export interface House {
  readonly site: SiteIdentity;
  /** Oldest first; the last is current. */
  readonly releases: readonly ReleaseView[];
  /** The current release. */
  readonly view: ReleaseView;
}

/** One page in every language. */
export interface PagePlan {
  /** Address without language, with its closing slash; empty for the home page. */
  readonly path: string;
  readonly room: (page: Page) => Room;
  /** The release it shows, where it is not the current one. */
  readonly view?: ReleaseView;
  /** It shows parts in states that no release has: its numbers are specimens. */
  readonly specimens?: boolean;
}

/** Draws a picture as PNG. The baker's does it beside its other work; without one, a file draws its own. */
export type DrawPicture = (order: PictureOrder) => Promise<Uint8Array>;

/** One file of the site: its path and what makes its content, so that no site is held in memory whole. */
export interface SiteFile {
  /** A `*` in it stands for a hash of the content: see `stampedPath`. */
  readonly path: string;
  readonly content: (draw?: DrawPicture) => string | Uint8Array | Promise<string | Uint8Array>;
}

/** What a room adds to the site. A new room is one of these and a line in `rooms/all-rooms.ts`. */
export interface RoomSet {
  readonly pages: readonly PagePlan[];
  /** How readers find it: its places in the menu and the footer of every page. */
  readonly entries?: readonly Entry[];
  /** Files beside the pages, made once a language; paths from the site's root. */
  readonly filesIn?: (edition: Edition) => readonly SiteFile[];
  /** Files that all languages share; paths from the site's root. */
  readonly files?: readonly SiteFile[];
}

/** Opens a room for a site. */
export type OpenRoom = (house: House) => RoomSet;
