import { usePage } from './page.ts';

/** A sentence to quote. With script, a button copies it with its address; without, one click selects it. */
export function CopySentence({
  label,
  text,
  language,
  direction,
  lead = false,
  path,
  footnote,
}: {
  readonly label: string;
  readonly text: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The sentence a page opens with. */
  readonly lead?: boolean;
  /** Address without language that is copied with it; the page's own when absent. */
  readonly path?: string;
  /** Copied below the sentence and its address: how to cite. */
  readonly footnote?: string | undefined;
}) {
  const { words, to } = usePage();
  return (
    <div class={lead ? 'sentence lead' : 'sentence'}>
      <p class="sentence-label">{label}</p>
      <blockquote lang={language} dir={direction}>
        <p data-sentence>{text}</p>
      </blockquote>
      <button
        type="button"
        class="copy"
        data-copy
        data-done={words.text('copy.done')}
        {...(path !== undefined && { 'data-address': to(path) })}
        {...(footnote !== undefined && { 'data-footnote': footnote })}
        hidden
      >
        {words.text('copy.button')}
        <span class="unseen"> {label}</span>
      </button>
    </div>
  );
}
