import type { ComponentChildren } from 'preact';

/**
 * A wide table that scrolls within itself, by keyboard too: it is a named group that takes focus. A group, since a page of
 * many tables would otherwise be a page of many landmarks.
 */
export function Scroll({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form, and this holds a table
    <div class="scroll" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
