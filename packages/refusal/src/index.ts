/** What a refusal is about, by name. */
export type RefusalArgs = Readonly<Record<string, string | number>>;

/** Exit codes of the command line. 1 (findings at level error) is a result, not a refusal. */
export type RefusalExit = 2 | 3;

/**
 * The system saying no: wrong use, unreadable input, a limit (exit 2), or a budget, consent or disclosure check (exit 3).
 * The message is one line: what, where, what to do. It names files, rows, columns and rules, never a record's contents.
 * Anything thrown that is not a Refusal is a bug.
 */
export class Refusal extends Error {
  /** Stable kebab-case code, `csv-ragged-row`, for scripts and tests. */
  readonly code: string;
  readonly exit: RefusalExit;
  /** Where and why, for a page that says it in another language: names of rows, columns and rules, never contents. */
  readonly args: RefusalArgs;

  constructor(
    code: string,
    message: string,
    options: { readonly exit?: RefusalExit; readonly args?: RefusalArgs; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Refusal';
    this.code = code;
    this.exit = options.exit ?? 2;
    this.args = options.args ?? {};
  }
}
