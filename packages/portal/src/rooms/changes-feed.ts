import { movedFar } from '@casebridge/figures';
import type { SiteFile } from '../bake/room-set.ts';
import { figurePath, figureTitle } from '../components/figure-text.ts';
import { type Edition, openPage, type Page } from '../components/page.ts';
import { compareReleases } from '../model/compare-releases.ts';
import { figureChanges, nameBasedUuid, pairsOf, type ReleasePair } from '../model/release-diff.ts';
import { inLanguage } from '../site/site-file.ts';
import { type AtomEntry, atomXml } from '../text/atom.ts';
import { fromTo } from '../text/from-to.ts';

/** Address of the feed of changes, without language. */
export const changesFeed = 'changes.atom';

/** Most figures that one release puts into the feed. */
const mostFigures = 100;

/** The feed of a language: every release, newest first, and each figure that moved far. */
export function feedIn(edition: Edition): SiteFile {
  const { words, site, releases, view } = edition;
  const path = `${words.language}/${changesFeed}`;
  return {
    path,
    content: () => {
      // The feed lies in its language's folder: one below the root.
      const page = openPage(edition, '', 1);
      const root = site.address?.replace(/\/?$/, '/');
      const address = (target: string) => (root === undefined ? page.to(target) : `${root}${words.language}/${target}`);
      const pairs = [...pairsOf(releases)].reverse();
      const first = releases[0];
      const name = inLanguage(site.name, words.language);
      const note = view.bundle.manifest.example ? ` · ${words.text('example')}` : '';
      return atomXml({
        id: `urn:uuid:${nameBasedUuid(`casebridge changes ${first?.bundle.manifest.release ?? ''} ${words.language}`)}`,
        title: `${words.text('feed.title', { name })}${note}`,
        subtitle: words.text('feed.subtitle'),
        language: words.language,
        author: inLanguage(site.contact.organisation, words.language),
        self: root === undefined ? changesFeed : `${root}${path}`,
        page: address('changes/'),
        entries: [
          ...pairs.flatMap((pair) => entriesOf({ ...page, view: pair.after }, pair, address, note)),
          ...(first ? [firstEntry({ ...page, view: first }, address, note)] : []),
        ],
      });
    },
  };
}

type Address = (target: string) => string;

function firstEntry(page: Page, address: Address, note: string): AtomEntry {
  const { manifest } = page.view.bundle;
  return {
    id: `urn:uuid:${nameBasedUuid(manifest.release)}`,
    title: `${page.words.text('release.short', { sequence: manifest.sequence })}${note}`,
    day: manifest.created,
    page: address(`releases/${manifest.release}/`),
    summary: page.words.text('feed.first'),
  };
}

function entriesOf(page: Page, pair: ReleasePair, address: Address, note: string): readonly AtomEntry[] {
  const { words, format } = page;
  const { manifest } = pair.after.bundle;
  const { moved, added } = compareReleases(pair.before, pair.after);
  const far = moved.filter(movedFar);
  const reasons = new Map(figureChanges(pair).map(({ id, reasons: why }) => [id, why]));
  return [
    {
      id: `urn:uuid:${nameBasedUuid(manifest.release)}`,
      title: `${words.text('feed.release', { sequence: manifest.sequence, count: far.length })}${note}`,
      day: manifest.created,
      page: address(`changes/${manifest.release}/`),
      summary: words.text('feed.release.text', { added: added.length, moved: moved.length }),
    },
    ...far.slice(0, mostFigures).map(({ before, after }) => ({
      id: `urn:uuid:${nameBasedUuid(`${manifest.release} ${after.id}`)}`,
      title: `${figureTitle(page, after)}: ${fromTo(words, format.figure(before), format.figure(after))}${note}`,
      day: manifest.created,
      page: address(figurePath(after)),
      summary: words.text('feed.figure', {
        before: `${format.figure(before)} (${format.interval(before)})`,
        after: `${format.figure(after)} (${format.interval(after)})`,
        why: (reasons.get(after.id) ?? []).map((reason) => words.text(`reason.${reason}`)).join('; '),
      }),
    })),
  ];
}
