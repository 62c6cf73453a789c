/** The groups of rooms, in the order in which menu and footer show them. Their names are the messages `nav.group.<group>`. */
export const navigationGroups = ['findings', 'explore', 'data', 'methods', 'use', 'about'] as const;

export type NavigationGroup = (typeof navigationGroups)[number];

/** How readers find a room. A room with one of these is in the menu and the footer of every page. */
export interface Entry {
  /** Address without language, with its closing slash. */
  readonly path: string;
  readonly group: NavigationGroup;
  /** Message key of its name, when that is not `nav.` and the last part of its address. */
  readonly label?: string;
  /** Arguments of that message. */
  readonly args?: Readonly<Record<string, string>>;
  /** Also in the line of rooms at the top of every page, which has space for about eight. */
  readonly leads?: true;
}

/** Groups that have rooms, with their rooms in the order in which these were opened. */
export type Navigation = readonly { readonly group: NavigationGroup; readonly entries: readonly Entry[] }[];

/** The navigation of a site with these rooms. */
export function navigationOf(rooms: readonly { readonly entries?: readonly Entry[] }[]): Navigation {
  const all = rooms.flatMap(({ entries }) => entries ?? []);
  return navigationGroups
    .map((group) => ({ group, entries: all.filter((entry) => entry.group === group) }))
    .filter(({ entries }) => entries.length > 0);
}

/** Message key of an entry's name. */
export function labelOf({ path, label }: Entry): string {
  return label ?? `nav.${path.split('/').at(-2) ?? ''}`;
}

/**
 * The entry that a page belongs to: the one with the longest address that the page's own begins with; null for pages outside
 * the navigation, such as the home page.
 */
export function entryOf(navigation: Navigation, path: string): Entry | null {
  const holding = navigation.flatMap(({ entries }) => entries).filter((entry) => path.startsWith(entry.path));
  return holding.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** Which of the leading entries is lit on a page: the page's own, else the first of its group. */
export function leadOf(navigation: Navigation, path: string): Entry | null {
  const own = entryOf(navigation, path);
  if (own === null || own.leads) return own;
  const group = navigation.find(({ group }) => group === own.group)?.entries ?? [];
  return group.find((entry) => entry.leads && path.startsWith(entry.path)) ?? group.find(({ leads }) => leads) ?? null;
}
