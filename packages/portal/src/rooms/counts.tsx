import type { OpenRoom } from '../bake/room-set.ts';
import { DifferentCounts } from '../components/different-counts.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';

/** Counts that are often taken for one another. */
export const countsRoom: OpenRoom = () => ({
  pages: [{ path: 'compare/counts/', room: counts }],
  entries: [{ path: 'compare/counts/', group: 'use' }],
});

/** Caseloads, detected victims, referrals and estimates: what each counts, and no total. */
export function counts(page: Page): Room {
  return {
    title: page.words.text('counts.heading'),
    description: page.words.text('counts.description'),
    styles: ['counts'],
    body: <Counts />,
  };
}

function Counts() {
  const page = usePage();
  const { words } = page;
  return (
    <>
      <Opening
        kicker={<a href={page.to('compare/')}>{words.text('nav.compare')}</a>}
        title={words.text('counts.heading')}
      >
        <p class="lede">{words.text('counts.intro')}</p>
      </Opening>
      <div class="wide">
        <DifferentCounts />
      </div>
      <Wide id="adding" title={words.text('counts.why')} tint>
        <ul>
          {(['overlap', 'time', 'unit', 'unseen'] as const).map((reason) => (
            <li key={reason}>{words.text(`counts.why.${reason}`)}</li>
          ))}
        </ul>
        <p class="note">{words.text('counts.facts')}</p>
      </Wide>
    </>
  );
}
