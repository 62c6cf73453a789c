import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type AttackResults,
  attackInput,
  type CaseTable,
  type DeclaredDomain,
  driveSynthesis,
  type Finding,
  judgeAttacks,
  type NotJudged,
  parseDeclaredDomain,
  planSynthesisJob,
  practiceSynthesiser,
  readInspection,
  runAttacks,
  runInspection,
  type ShadowAttack,
  tableFromCsv,
} from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { nodeRandom } from '../ledger/system-random.ts';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';
import { type AttackNumbers, attackNumbers } from './attack-numbers.ts';
import { attackPage } from './attack-page.ts';

/** What `casebridge attack` is given. */
export interface AttackFilesOptions {
  /** Records the synthesiser saw. */
  readonly real: string;
  readonly synthetic: string;
  /** Records of the same population it did not see. */
  readonly control?: string;
  /** Persons of the population, for journalist risk. */
  readonly population?: string;
  /** Path of a domain file. */
  readonly domain: string;
  readonly keys?: readonly string[];
  readonly secrets?: readonly string[];
  /** Values that count as missing, and as equal to each other. */
  readonly missing: readonly string[];
  /** Records of each file that are attacked. */
  readonly rows: number;
  readonly predicates: number;
  readonly samplingFraction?: number;
  /** The second file holds real records, k-anonymised with this k. */
  readonly k?: number;
  /** Shadow runs of the fast preset on the real records at this ε and δ. */
  readonly shadow?: { readonly epsilon: number; readonly delta: number; readonly runs: number };
  readonly seed: string;
  readonly out: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: string, done: number) => void;
}

export interface AttackedFiles {
  readonly internal: AttackResults['internal'];
  readonly numbers: AttackNumbers;
  readonly findings: readonly Finding[];
  readonly notJudged: readonly NotJudged[];
  readonly results: AttackResults;
  readonly ignoredColumns: readonly string[];
  /** Paths written. */
  readonly files: readonly string[];
}

/**
 * Attacks a file of synthetic or anonymised records and writes what was found, for the steward's eyes: it runs as an
 * inspection, which blocks nothing and which no bundle takes.
 * Refusal: unreadable files, values outside the domain, unknown columns, files without rows, results already there.
 */
export async function attackFiles(options: AttackFilesOptions): Promise<AttackedFiles> {
  const { signal, onProgress } = options;
  const files = [join(options.out, 'attack.json'), join(options.out, 'attack.html')] as const;
  await refuseExisting(files);
  const declared = parseDeclaredDomain(await readFile(options.domain, 'utf8'), basename(options.domain));
  const { domains } = declared;
  const shadow = shadowOf(declared, options.shadow);
  const reading = signal ? { signal } : {};
  let ignoredColumns: readonly string[] = [];
  const read = async (path: string): Promise<CaseTable> => {
    onProgress?.('reading', 0);
    const { table, ignored } = await tableFromCsv(createReadStream(path), basename(path), domains, reading);
    if (table.rows === 0) {
      throw new Refusal('attack-no-rows', `${basename(path)}: no records; there is nothing to attack.`);
    }
    if (path === options.real) ignoredColumns = ignored;
    return table;
  };
  const input = attackInput({
    train: await read(options.real),
    synthetic: await read(options.synthetic),
    control: options.control === undefined ? null : await read(options.control),
    missing: options.missing,
  });
  const population = options.population === undefined ? undefined : await read(options.population);
  let results: AttackResults | undefined;
  let notJudged: readonly NotJudged[] = [];
  const inspection = await runInspection(async () => {
    results = await runAttacks(input, {
      targets: options.rows,
      predicates: options.predicates,
      seed: options.seed,
      ...reading,
      ...(options.keys ? { keys: options.keys } : {}),
      ...(options.secrets ? { secrets: options.secrets } : {}),
      ...(population ? { population } : {}),
      ...(options.samplingFraction === undefined ? {} : { samplingFraction: options.samplingFraction }),
      ...(options.k === undefined ? {} : { kAnonymous: options.k }),
      ...(shadow ? { shadow } : {}),
      onProgress: async (attack, done) => {
        onProgress?.(attack, 0.1 + 0.85 * done);
        // Lets an interrupt through between two attacks.
        await new Promise((resume) => setImmediate(resume));
      },
    });
    const judged = judgeAttacks(results);
    notJudged = judged.notJudged;
    return judged.findings;
  });
  const found: AttackResults | undefined = results;
  if (!found) throw new TypeError('an inspection ended without results');
  const findings = readInspection(inspection);
  const numbers = attackNumbers(found, findings);
  const names = {
    real: basename(options.real),
    synthetic: basename(options.synthetic),
    control: options.control === undefined ? null : basename(options.control),
  };
  onProgress?.('writing', 0.98);
  const content = { ...found, findings, notJudged, numbers };
  await writeTogether(
    [
      { path: files[0], pieces: () => [`${JSON.stringify(content, null, 1)}\n`] },
      { path: files[1], pieces: () => [attackPage({ results: found, findings, notJudged, names })] },
    ],
    reading,
  );
  return { internal: found.internal, numbers, findings, notJudged, results: found, ignoredColumns, files };
}

/** The fast preset under attack. Its settings are checked before any file is read. */
function shadowOf(declared: DeclaredDomain, shadow: AttackFilesOptions['shadow']): ShadowAttack | null {
  if (shadow === undefined) return null;
  const { epsilon, delta, runs } = shadow;
  if (runs < 8 || runs % 2 !== 0) {
    throw new Refusal(
      'attack-shadow-runs',
      'Shadow runs are an even number, at least 8: half of them hold each target.',
    );
  }
  const job = planSynthesisJob({ declared, epsilon, delta, method: 'mst' });
  return { synthesise: practiceSynthesiser(job, driveSynthesis, nodeRandom), epsilon, delta, runs };
}
