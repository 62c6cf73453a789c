import { messageOf } from '@casebridge/intake';
import type { Finding, IntakeSummary, MappedFile, RecordBlock, Severity } from '@casebridge/standard';

/** What one rule found: the first few in words, all of them counted. */
export interface FindingGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** How many of them `first` tells. */
  readonly shown: number;
  readonly first: readonly {
    readonly text: string;
    /** The cell it is about, where the officer asked to see it. */
    readonly value: string | null;
  }[];
}

/** A mapped file read to its end; the records are let go. */
export interface Findings {
  readonly summary: IntakeSummary;
  readonly first: readonly Finding[];
}

const shownPerRule = 5;

/** The findings of a file: the first few of each rule, all of them counted. As `casebridge check` reads them. */
export function findingsKeeper(): { readonly keep: (found: readonly Finding[]) => void; readonly first: Finding[] } {
  const first: Finding[] = [];
  const seen = new Map<string, number>();
  return {
    first,
    keep(found) {
      for (const finding of found) {
        const count = (seen.get(finding.code) ?? 0) + 1;
        seen.set(finding.code, count);
        if (count <= shownPerRule) first.push(finding);
      }
    },
  };
}

/** Reads a mapped file to its end, showing each block to `watch` on the way. */
export async function readFindings(file: MappedFile, watch: (block: RecordBlock) => void): Promise<Findings> {
  const { keep, first } = findingsKeeper();
  for await (const block of file.blocks) {
    keep(block.findings);
    watch(block);
  }
  return { summary: await file.summary, first };
}

const severities: readonly Severity[] = ['stop', 'error', 'warn', 'note'];

/** Findings by rule, the gravest first, in a language. */
export function groupsOf({ summary, first }: Findings, language: string): readonly FindingGroup[] {
  return Object.entries(summary.findings)
    .map(([code, { severity, count }]) => ({
      code,
      severity,
      count,
      shown: first.filter((finding) => finding.code === code).length,
      first: distinct(
        first
          .filter((finding) => finding.code === code)
          .map((finding) => ({ text: messageOf(finding, language), value: finding.value ?? null })),
      ),
    }))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || (a.code < b.code ? -1 : 1));
}

// A date that feeds two variables is wrong once to whoever reads it.
function distinct(lines: FindingGroup['first']): FindingGroup['first'] {
  return [...new Map(lines.map((line) => [`${line.text} ${line.value}`, line])).values()];
}

/** What `casebridge check --json` prints. */
export function findingsJson({ summary, first }: Findings, showValues: boolean): string {
  const shown = showValues ? first : first.map(({ value: _, ...finding }) => finding);
  return `${JSON.stringify({ ...summary, first: shown })}\n`;
}
