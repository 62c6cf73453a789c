import { Refusal } from '@casebridge/refusal';
import { CommanderError } from 'commander';

/** Exit codes that scripts may rely on. */
export const exitCodes = { done: 0, findings: 1, refused: 2, denied: 3, bug: 70 } as const;

/** One line and an exit code for whatever a command threw. Only a bug shows its own message, and never a trace. */
export function explain(error: unknown): { readonly line: string; readonly exit: number } {
  if (error instanceof CommanderError)
    return { line: '', exit: error.exitCode === 0 ? exitCodes.done : exitCodes.refused };
  if (error instanceof Refusal) return { line: error.message, exit: error.exit };
  const system = error as { code?: unknown; path?: unknown; syscall?: unknown };
  if (typeof system.code === 'string' && typeof system.syscall === 'string')
    return { line: systemLine(system.code, system.path), exit: exitCodes.refused };
  const name = error instanceof Error ? error.name : 'Error';
  const where =
    error instanceof Error
      ? (/\n\s+at (?:.*\()?[^\n]*\/(packages\/[^\s)]+)/.exec(error.stack ?? '')?.[1] ?? 'unknown place')
      : 'unknown place';
  return {
    line: `this is a fault in casebridge (${name} at ${where}); please report it, without case data`,
    exit: exitCodes.bug,
  };
}

const systemMessages: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'not allowed to open',
  EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'this is a file, not a folder',
  ENOSPC: 'the disk is full; nothing was changed, make room and run it again',
  EADDRINUSE: 'the port is in use; choose another with --port',
};

function systemLine(code: string, path: unknown): string {
  const text = systemMessages[code] ?? `the system refused (${code})`;
  return typeof path === 'string' ? `${path}: ${text}` : text;
}
