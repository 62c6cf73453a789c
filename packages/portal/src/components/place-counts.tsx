import { usePage } from './page.ts';
import { Wide } from './wide.tsx';

/** Whether a site has a room with an address of its own in menu or footer. */
export function useRoom(path: string): boolean {
  const { navigation } = usePage();
  return navigation.some(({ entries }) => entries.some((entry) => entry.path === path));
}

/** Why other sources count otherwise, and where their numbers stand beside each other. */
export function PlaceCounts({ name }: { readonly name: string }) {
  const page = usePage();
  const { words } = page;
  const counts = useRoom('compare/counts/');
  const compare = useRoom('compare/');
  const path = counts ? 'compare/counts/' : compare ? 'compare/' : null;
  return (
    <Wide id="counts" title={words.text('place.counts')} tint>
      <p class="intro">{words.text('place.counts.text', { name })}</p>
      {path !== null && (
        <p class="onward">
          <a href={page.to(path)}>{words.text('place.counts.link')}</a>
        </p>
      )}
    </Wide>
  );
}
