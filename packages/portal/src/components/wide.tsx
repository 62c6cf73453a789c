import type { ComponentChildren } from 'preact';

/** A titled part of a page, as wide as the page. */
export function Wide({
  id,
  title,
  children,
  tint = false,
}: {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
  readonly tint?: boolean;
}) {
  return (
    <section class={tint ? 'part tint' : 'part'} aria-labelledby={`${id}-title`} id={id}>
      <div class="wide">
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
      </div>
    </section>
  );
}

/** A page's opening: what it is, in a line or two. */
export function Opening({
  kicker,
  title,
  children,
}: {
  readonly kicker?: ComponentChildren;
  readonly title: ComponentChildren;
  readonly children?: ComponentChildren;
}) {
  return (
    <header class="opening">
      <div class="wide">
        {kicker !== undefined && <p class="kicker">{kicker}</p>}
        <h1>{title}</h1>
        {children}
      </div>
    </header>
  );
}
