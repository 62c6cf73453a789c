import { SingleBar } from 'cli-progress';

/** Everything a command says goes through here: lines for people, one object for scripts, a bar on a terminal. */
export interface Output {
  readonly json: boolean;
  /** A line for a person; silent with `--json`. */
  line(text: string): void;
  /** The command's result: printed as JSON with `--json`, otherwise as its lines. */
  result(value: unknown, lines: readonly string[]): void;
  /** Progress from 0 to 1 of a named phase; a bar on a terminal, nothing in a pipe. */
  progress(phase: string, done: number): void;
  /** Ends the bar. */
  close(): void;
}

export function createOutput(json: boolean): Output {
  let bar: SingleBar | null = null;
  const close = (): void => {
    bar?.stop();
    bar = null;
  };
  return {
    json,
    line: (text) => {
      close();
      if (!json) process.stdout.write(`${text}\n`);
    },
    result: (value, lines) => {
      close();
      process.stdout.write(
        json ? `${JSON.stringify(value, replaceBigInt)}\n` : lines.map((line) => `${line}\n`).join(''),
      );
    },
    progress: (phase, done) => {
      if (!process.stderr.isTTY) return;
      bar ??= newBar();
      bar.update(Math.min(1, Math.max(0, done)), { phase });
    },
    close,
  };
}

function newBar(): SingleBar {
  const bar = new SingleBar({
    format: '{bar} {percentage}% {phase}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  });
  bar.start(1, 0, { phase: '' });
  return bar;
}

function replaceBigInt(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

/** Columns of text padded to the same width. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => (row[index] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
