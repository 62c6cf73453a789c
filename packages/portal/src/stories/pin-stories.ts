import { families } from '@casebridge/figures';
import { Refusal } from '@casebridge/refusal';
import type { ReleaseView } from '../model/release-view.ts';
import type { Story } from './read-stories.ts';

/** A story and the release whose figures it tells, whatever is released later. */
export interface PinnedStory {
  readonly story: Story;
  readonly view: ReleaseView;
}

/**
 * Stories with the release each tells: the one it names, else the first that holds all its figures. Refusal where no release
 * does. The portal's own stories are left out of a site whose releases lack their figures, if those are figures there could be.
 *
 * @param releases oldest first
 */
export function pinStories(
  stories: readonly Story[],
  releases: readonly ReleaseView[],
  shipped: boolean,
): readonly PinnedStory[] {
  return stories.flatMap((story) => {
    const candidates =
      story.release === null ? releases : releases.filter(({ bundle }) => bundle.manifest.sequence === story.release);
    const view = candidates.find((release) => missingFrom(story, release) === undefined);
    if (view) return [{ story, view }];
    const newest = candidates.at(-1);
    const missing = newest ? missingFrom(story, newest) : undefined;
    if (!newest || missing === undefined) {
      throw new Refusal(
        'story-release',
        `${story.slug}: pinned to release ${story.release}, which is not among the bundles. Name its bundle too.`,
      );
    }
    if (shipped && possible(missing, newest)) return [];
    throw new Refusal(
      'story-unknown-figure',
      `${story.places.get(missing)}: release ${newest.bundle.manifest.sequence} has no figure '${missing}'. Take an identifier from its figures.json.`,
    );
  });
}

function missingFrom({ figures }: Story, release: ReleaseView): string | undefined {
  return figures.find((id) => release.figure(id) === undefined);
}

// Whether another release could hold a figure of this identifier.
function possible(id: string, { bundle }: ReleaseView): boolean {
  const family = /^(.+)\.\d{4}(?:[@#].*)?$/.exec(id)?.[1]?.toLowerCase();
  return families({ grouping: bundle.manifest.grouping }).some((each) => each.id.toLowerCase() === family);
}
