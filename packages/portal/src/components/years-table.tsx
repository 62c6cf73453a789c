import type { ComponentChildren } from 'preact';
import { usePage } from './page.ts';
import { Scroll } from './scroll.tsx';

interface YearsTableProps {
  readonly caption: string;
  /** Heading of the first column. */
  readonly first: string;
  readonly class: string;
  /** Whether the years stand over numbers. */
  readonly numbers?: boolean;
  /** The part of the release that the table repeats, where its cells do not say. */
  readonly part?: string;
  /** Years of the columns; all of the release when absent. */
  readonly periods?: readonly string[];
  /** Rows: a heading, then a cell for each year of the release. */
  readonly children: ComponentChildren;
}

/** A table with a column for each year of the release. */
export function YearsTable({ caption, first, class: name, numbers = false, part, periods, children }: YearsTableProps) {
  const { words, view } = usePage();
  const { example } = view.bundle.manifest;
  const years = periods ?? view.bundle.manifest.periods;
  return (
    <Scroll label={caption}>
      <table class={name} {...(part !== undefined && { 'data-part': part })}>
        <caption>
          {caption} {example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {years.map((period) => (
              <th key={period} scope="col" {...(numbers && { class: 'num' })}>
                {period}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </Scroll>
  );
}
