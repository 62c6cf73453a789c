import type { ComponentChildren } from 'preact';

/** One component in its states, under its name in the code. */
export function Specimen({
  name,
  wide = false,
  children,
}: {
  readonly name: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="specimen wide" aria-label={name}>
      <h2 lang="en" dir="ltr">
        {name}
      </h2>
      <div class={wide ? 'states one' : 'states'}>{children}</div>
    </section>
  );
}
