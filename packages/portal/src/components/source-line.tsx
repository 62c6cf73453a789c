import type { PublishedNumber, Source } from '../facts/sources.ts';
import { type Page, usePage } from './page.ts';

/** Where a fact that others published was read, and when they published it. */
export function SourceLine({ source }: { readonly source: Source }) {
  const page = usePage();
  return (
    <p class="note">
      {page.words.text('counts.source')}:{' '}
      <a href={source.address} rel="noreferrer noopener" lang="en" dir="ltr">
        {source.name}
      </a>{' '}
      ({dateText(page, source.published)})
    </p>
  );
}

/** A published number with how its source says it: `over 206,000`. */
export function publishedText(page: Page, { relation }: PublishedNumber, number: string): string {
  return relation === 'exactly' ? number : page.words.text(`counts.relation.${relation}`, { number });
}

// A date as closely as it is known.
function dateText({ words, format }: Page, date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  if (day !== undefined) return format.day(date);
  return new Intl.DateTimeFormat(words.locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}-01T00:00:00Z`),
  );
}
