import { usePage } from './page.ts';

/** What can and what cannot be said about a place. */
export function PlaceSaid({ name }: { readonly name: string }) {
  const { words } = usePage();
  return (
    <div class="pair even said">
      <div>
        <h2>{words.text('place.can')}</h2>
        <ul>
          {[1, 2].map((line) => (
            <li key={line}>{words.text(`place.can.${line}`, { name })}</li>
          ))}
        </ul>
      </div>
      <div>
        <h2>{words.text('place.cannot')}</h2>
        <ul>
          {[1, 2, 3].map((line) => (
            <li key={line}>{words.text(`place.cannot.${line}`, { name })}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
