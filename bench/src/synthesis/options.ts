import { parseArgs } from 'node:util';
import type { Method, MethodOptions } from './methods.ts';

export interface BenchOptions {
  /** Run ours, and peers that no earlier bench ran. */
  readonly ours: boolean;
  readonly peers: boolean;
  /** Run peers again that an earlier bench ran. */
  readonly fresh: boolean;
  readonly seeds: number;
  readonly epsilons: readonly number[] | null;
  readonly methods: readonly Method[] | null;
  readonly only: readonly string[] | null;
  readonly timeoutSeconds: number;
  /** For ours: model size and columns of a workload set, in place of those of each part. */
  readonly maxSizeMb: number | null;
  readonly degree: number | null;
}

const usage = `npm run bench synthesis -- [options]
  --peers              run the peers that no earlier bench ran (bench/peers/install.sh first; hours for all of them)
  --fresh              with --peers: run them again
  --no-ours            peers and published figures only
  --seeds N            runs of each method at each ε, 5 when absent
  --epsilon 0.1,1      only these
  --methods a,b        only these, such as mbi-mst,casebridge-aim
  --only a,b           of adult, sds, nist, ctdc
  --max-size MB        of our AIM, in place of that of each part
  --degree N           columns of a set of our AIM's workload, in place of that of each part
  --timeout SECONDS    of one run, 3600 when absent`;

/** Options of the command line; prints the usage and ends with 2 on one it does not know, with 0 on --help. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const parsed = parse(args);
  if (parsed === null || parsed.values.help) {
    console.log(usage);
    process.exit(parsed === null ? 2 : 0);
  }
  const { values } = parsed;
  const list = (text: string | undefined) => text?.split(',') ?? null;
  return {
    ours: !values['no-ours'],
    peers: values.peers === true,
    fresh: values.fresh === true,
    seeds: Number(values.seeds ?? 5),
    epsilons: list(values.epsilon)?.map(Number) ?? null,
    methods: list(values.methods) as readonly Method[] | null,
    only: list(values.only),
    timeoutSeconds: Number(values.timeout ?? 3600),
    maxSizeMb: values['max-size'] === undefined ? null : Number(values['max-size']),
    degree: values.degree === undefined ? null : Number(values.degree),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        peers: flag,
        fresh: flag,
        'no-ours': flag,
        help: flag,
        seeds: text,
        epsilon: text,
        methods: text,
        only: text,
        timeout: text,
        'max-size': text,
        degree: text,
      },
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return null;
  }
}

/** Settings of a method in one part of the bench: the part's own, or for ours those of the command line. */
export function settingsOf(method: Method, part: MethodOptions, { maxSizeMb, degree }: BenchOptions): MethodOptions {
  if (!method.startsWith('casebridge')) return part;
  return { ...part, ...(maxSizeMb === null ? {} : { maxSizeMb }), ...(degree === null ? {} : { degree }) };
}
