import type { Figure } from '@casebridge/figures/types';
import {
  baseText,
  boundsText,
  figureName,
  figurePath,
  groupName,
  intervalText,
  unknownText,
  whyOf,
} from './figure-text.ts';
import { IntervalGlyph } from './glyph.tsx';
import { absenceOf, Mark } from './marks.tsx';
import { usePage } from './page.ts';

interface FigureCardProps {
  readonly figure: Figure;
  readonly beside?: Figure | undefined;
  /** The card is part of a running text, and its name no heading. */
  readonly inText?: boolean;
}

/** One number as a card: name, value, interval, base, unknown share and release; the set-apart group's own beside it. */
export function FigureCard({ figure, beside, inText }: FigureCardProps) {
  const page = usePage();
  const Name = inText ? 'p' : 'h3';
  const notes = [baseText(page, figure), unknownText(page, figure), boundsText(page, figure)].filter(
    (text) => text !== '',
  );
  return (
    <article class="card" data-figure={figure.id}>
      <Name class="card-name">
        <a href={page.to(figurePath(figure))}>{figureName(page, figure)}</a>
      </Name>
      <p class="number">
        {figure.value === null ? (
          <Mark absence={absenceOf(figure)} why={whyOf(page, figure)} />
        ) : (
          page.format.figure(figure)
        )}
      </p>
      <IntervalGlyph figure={figure} />
      <p class="interval">{intervalText(page, figure)}</p>
      <p class="note">
        {notes.map((text) => (
          <span key={text}>{text}</span>
        ))}
        <span>{page.words.text('release.short', { sequence: figure.release.sequence })}</span>
      </p>
      {beside && (
        <p class="beside" data-figure={beside.id}>
          <a href={page.to(figurePath(beside))}>{groupName(page, beside.group)}</a>{' '}
          {beside.value === null ? (
            <Mark absence={absenceOf(beside)} why={whyOf(page, beside)} />
          ) : (
            <b>{page.format.figure(beside)}</b>
          )}{' '}
          <small>{intervalText(page, beside)}</small>
        </p>
      )}
    </article>
  );
}
