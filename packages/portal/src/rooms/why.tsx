import type { OpenRoom } from '../bake/room-set.ts';
import { type Absence, absences, signs } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening } from '../components/wide.tsx';

/** Why a number is missing: a reason for each mark, and where to go instead. */
export const whyRoom: OpenRoom = () => ({
  pages: [{ path: 'why/', room: whyPage }],
  entries: [{ path: 'why/', group: 'methods' }],
});

const instead: Readonly<Record<Absence, readonly (readonly [key: string, path: string])[]>> = {
  zero: [['codebook', 'data/codebook/']],
  low: [['explore', 'explore/']],
  base_too_small: [['figures', 'figures/']],
  interval_too_wide: [
    ['figures', 'figures/'],
    ['explore', 'explore/'],
  ],
  not_collected: [['codebook', 'data/codebook/']],
  no_contributor: [['map', 'map/']],
  unknown: [['missingness', 'data/missingness/']],
};

/** Every mark with its reason, each at an address of its own: `why/#base_too_small`. */
export function whyPage({ words }: Page): Room {
  return {
    title: words.text('why.page.title'),
    description: words.text('why.page.description'),
    styles: ['figure'],
    body: <WhyPage />,
  };
}

function WhyPage() {
  const { words, to } = usePage();
  return (
    <>
      <Opening title={words.text('why.page.title')}>
        <p class="lede">{words.text('why.page.intro')}</p>
      </Opening>
      <div class="wide why-reasons">
        {absences.map((absence) => (
          <section key={absence} id={absence} aria-labelledby={`${absence}-title`}>
            <h2 id={`${absence}-title`}>
              <span class="mark" aria-hidden="true">
                {signs[absence]}
              </span>{' '}
              {words.text(`why.${absence}.title`)}
            </h2>
            <p>{words.text(`why.${absence}.text`)}</p>
            <p>
              <strong>{words.text('why.page.instead')}</strong> {words.text(`why.${absence}.instead`)}{' '}
              {instead[absence].map(([key, path], index) => (
                <>
                  {index > 0 && ' · '}
                  <a key={key} href={to(path)}>
                    {words.text(`why.link.${key}`)}
                  </a>
                </>
              ))}
            </p>
          </section>
        ))}
      </div>
    </>
  );
}
