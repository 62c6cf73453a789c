import { Refusal } from '@casebridge/refusal';
import { apartTexts, type BundleComparison, compareBundles, hasMoved, preview } from '@casebridge/release';
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { columns } from '../output.ts';

interface PreviewArguments {
  readonly contributor?: string;
  readonly without?: string;
  readonly with?: string;
  readonly key?: string;
  readonly out?: string;
}

/** Most lines of a list on a terminal; `--json` and `--out` have them all. */
const mostLines = 25;

/** `casebridge preview`: what a contributor's share of a release would look like, or what two bundles say of it. */
export function previewCommand(context: Context): Command {
  return new Command('preview')
    .summary('show a contributor its public effect')
    .description(
      'With a recipe: what one contributor’s share of a release would look like, from its own records and already published tables alone. With two bundles: every figure with and without, at public precision. Nothing is spent.',
    )
    .argument('[recipe]', 'recipe, YAML')
    .option('--contributor <id>', 'whose share; with two bundles, the public id of who joined')
    .option('--without <bundle>', 'folder of the bundle without: the last published one, or one from before joining')
    .option('--with <bundle>', 'folder of the bundle with: the one up for approval, or one from after joining')
    .option('--key <public key>', 'the steward’s public key, for both bundles')
    .option('--out <file>', 'page of the comparison; it must not be there yet')
    .addHelpText(
      'after',
      '\nExamples:\n  casebridge preview recipe-2015.yaml --contributor shelter-ngo\n  casebridge preview --without bundles/0001 --with bundles/0002 --contributor shelter-network --out with-us.html',
    )
    .action(async (recipePath: string | undefined, options: PreviewArguments) => {
      if (recipePath === undefined) return compare(options, context);
      const only = (['without', 'with', 'key', 'out'] as const).find((name) => options[name] !== undefined);
      if (only) {
        throw new Refusal(
          'preview-options',
          `--${only} belongs to two bundles; leave it out, or leave ${recipePath} out`,
        );
      }
      return ownShare(recipePath, options, context);
    });
}

async function ownShare(recipePath: string, { contributor }: PreviewArguments, { output, signal, today }: Context) {
  if (contributor === undefined) {
    throw new Refusal('preview-options', `${recipePath} alone does not say whose share; name it with --contributor`);
  }
  const shown = await preview({ recipePath, contributor, signal, day: today });
  output.result(
    shown,
    columns([
      ['figure', 'your own records', 'published so far'],
      ...shown.lines.map((line) => [line.id, line.share, line.published]),
    ]),
  );
}

async function compare({ without, with: withIt, key, ...options }: PreviewArguments, { output, signal }: Context) {
  if (without === undefined || withIt === undefined) {
    throw new Refusal('preview-options', 'preview needs a recipe, or two bundles: --without BUNDLE --with BUNDLE');
  }
  const result = await compareBundles({
    ...options,
    without,
    with: withIt,
    publicKey: key,
    signal,
    onProgress: output.progress,
  });
  output.result(result, [...linesOf(result), ...(options.out === undefined ? [] : ['', `written: ${options.out}`])]);
}

function linesOf(comparison: BundleComparison): readonly string[] {
  const { example, contributors, figures, sharedCohorts, pinned } = comparison;
  const moved = figures.filter(hasMoved);
  const alone = figures.filter(({ given }) => given === 'only_with' || given === 'only_without');
  const same = figures.filter(({ given }) => given === 'both').length - moved.length;
  const names = (list: readonly { readonly id: string; readonly name: string | null }[]) =>
    list.map(({ id, name }) => name ?? id).join(', ') || 'none';
  return [
    ...(example ? ['Example data, not real'] : []),
    ...(['without', 'with'] as const).map((which) => {
      const { sequence, title, created, signer } = comparison[which];
      const by = `signed by ${signer.organisation}${pinned ? '' : ' (not pinned)'}`;
      return `${which}: release ${sequence} of ${created}, ${title}, ${by}`;
    }),
    `contributors only with: ${names(contributors.onlyWith)}; only without: ${names(contributors.onlyWithout)}; statement changed: ${names(contributors.changed)}`,
    `noise that both share and that cancels: ${sharedCohorts.join(', ') || 'none'}`,
    '',
    ...columns([
      ['figure', 'without', 'with', 'difference', 'interval', 'beyond noise'],
      ...moved
        .slice(0, mostLines)
        .map(({ id, without, with: withIt, difference }) => [
          id,
          without?.value ?? '–',
          withIt?.value ?? '–',
          difference?.value ?? '–',
          difference?.interval ?? '–',
          difference ? apartTexts[difference.apart] : '–',
        ]),
    ]),
    ...rest(moved.length),
    `${same} say the same in both`,
    ...(alone.length === 0
      ? []
      : [
          '',
          ...columns([
            ['figure', 'only', 'value', 'why not in the other', 'what its tables say'],
            ...alone
              .slice(0, mostLines)
              .map(({ id, given, without, with: withIt, absent }) => [
                id,
                given === 'only_with' ? 'with' : 'without',
                (given === 'only_with' ? withIt : without)?.value ?? '–',
                absent?.because ?? '–',
                absent?.tables ?? '–',
              ]),
          ]),
          ...rest(alone.length),
        ]),
  ];
}

function rest(count: number): readonly string[] {
  return count > mostLines ? [`… and ${count - mostLines} more, in --json and on the page`] : [];
}
