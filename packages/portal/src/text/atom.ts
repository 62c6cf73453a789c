/** An Atom feed (RFC 4287). Addresses may be relative to the feed's own. */
export interface AtomFeed {
  /** A `urn:uuid:` or other IRI that never changes. */
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly author: string;
  /** Address of the feed, where it is known. */
  readonly self: string;
  /** Address of the page that tells the same. */
  readonly page: string;
  readonly entries: readonly AtomEntry[];
}

export interface AtomEntry {
  readonly id: string;
  readonly title: string;
  /** Day, `2016-05-20`. */
  readonly day: string;
  readonly page: string;
  readonly summary: string;
}

/** The feed as XML. It is as new as its newest entry. */
export function atomXml(feed: AtomFeed): string {
  const newest =
    feed.entries
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? '1970-01-01';
  return `${[
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    `<id>${escaped(feed.id)}</id>`,
    `<title>${escaped(feed.title)}</title>`,
    `<subtitle>${escaped(feed.subtitle)}</subtitle>`,
    `<updated>${instant(newest)}</updated>`,
    `<author><name>${escaped(feed.author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.page)}"/>`,
    ...feed.entries.flatMap((entry) => [
      '<entry>',
      `<id>${escaped(entry.id)}</id>`,
      `<title>${escaped(entry.title)}</title>`,
      `<updated>${instant(entry.day)}</updated>`,
      `<link rel="alternate" type="text/html" href="${escaped(entry.page)}"/>`,
      `<summary>${escaped(entry.summary)}</summary>`,
      '</entry>',
    ]),
    '</feed>',
  ].join('\n')}\n`;
}

// Releases carry a day, and no hour of it.
function instant(day: string): string {
  return `${day}T00:00:00Z`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  // Characters that XML 1.0 has no place for are left out.
  const kept = [...text].filter((sign) => sign >= ' ' || sign === '\n' || sign === '\t').join('');
  return kept.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
