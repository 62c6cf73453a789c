import type { ComponentChildren } from 'preact';
import { useWords } from './words.ts';

/** One step of the page: its number, its title, and what it is for. */
export function Step({
  number,
  name,
  children,
}: {
  readonly number: number;
  readonly name: string;
  readonly children: ComponentChildren;
}) {
  const { say } = useWords();
  return (
    <section class="desk-step" aria-labelledby={`step-${name}`}>
      <h3 id={`step-${name}`}>{say(`${name}.title`, { n: number })}</h3>
      <p class="desk-intro">{say(`${name}.intro`)}</p>
      {children}
    </section>
  );
}
