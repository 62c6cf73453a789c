import { Refusal } from '@casebridge/refusal';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isSystemRandom } from '../random/random-bytes.ts';
import { multiplyRational, type Rational, rational, rationalToText, zeroRational } from '../rational.ts';
import { objectionTo } from './accounts.ts';
import { canonicalJson } from './canonical-json.ts';
import { extendView, isDebit, readLedger } from './chain.ts';
import { type EntryContent, entryId, isUtcTime, parseLine, sealEntry } from './entry.ts';
import { issueGrant } from './grant.ts';
import type { Grant, GrantRequest, Ledger, LedgerEntry, LedgerOptions, LedgerStorage, LedgerView } from './types.ts';

/**
 * Opens a ledger: reads it under its lock, checks every line and, against the previous bundle, that it is not an older
 * copy. Every request reads and checks it again, so that processes may share it.
 * Refusal (exit 3): damaged, cut short or older; (exit 2): held by another process.
 */
export async function openLedger(storage: LedgerStorage, options: LedgerOptions): Promise<Ledger> {
  const read = async (anchor: string | null): Promise<LedgerView> =>
    readLedger(await storage.read(), options.name, anchor);
  let seen = await storage.withLock(() => read(options.anchor));
  const unsafeTest = !isSystemRandom(options.random);

  // What this process saw must still be there: the head it saw last is the anchor of the next read, and carries the
  // previous bundle's with it.
  const readAgain = (): Promise<LedgerView> => read(seen.entries.length === 0 ? options.anchor : seen.head);

  const append = async (content: (place: Place) => EntryContent): Promise<LedgerEntry> => {
    const place: Place = {
      format: 'casebridge-ledger-1',
      id: entryId(seen.entries.length + 1),
      previous: seen.head,
      time: utcTime(options.now()),
    };
    const line = lineOf(content(place));
    const checked = parseLine(line);
    if (typeof checked === 'string') throw badRequest(`its entry ${checked}`);
    const bytes = utf8ToBytes(`${line}\n`);
    await storage.append(seen.bytes, bytes);
    seen = extendView(seen, checked, bytes.length);
    return checked;
  };

  return {
    durable: storage.durable,
    view: () => seen,

    request: async (request) => {
      const asked = copyRequest(request);
      return storage.withLock(async (): Promise<Grant> => {
        seen = await readAgain();
        for (const cohort of asked.scope) {
          const objection = objectionTo(seen.accounts.get(cohort), cohort, asked);
          if (objection !== null) throw overBudget(options.name, objection);
        }
        const { id, hash } = await append((place) => debitContent(place, asked, options, unsafeTest));
        const { scope, rho, recipe, mechanism, sets } = asked;
        const facts = { entry: id, hash, scope, rho, recipe, durable: storage.durable };
        return issueGrant(facts, mechanism, sets, unsafeTest);
      });
    },

    recordArtefacts: (debits, artefacts) =>
      storage.withLock(async () => {
        seen = await readAgain();
        const unknown = debits.find((id) => !isDebit(seen.entries, id));
        if (unknown !== undefined) throw badRequest(`entry ${unknown} is no debit`);
        await append((place) => ({
          ...place,
          kind: 'artefact',
          debits: [...debits],
          artefacts: artefacts.map(({ name, sha256 }) => ({ name, sha256 })),
          sealed: { salt: salt(options) },
        }));
      }),
  };
}

type Place = Pick<LedgerEntry, 'format' | 'id' | 'previous' | 'time'>;

type AskedRequest = Required<Omit<GrantRequest, 'marks'>> & Pick<GrantRequest, 'marks'>;

// The request as it is now, checked: what the caller does to its object later changes nothing.
function copyRequest(request: GrantRequest): AskedRequest {
  const asked: AskedRequest = {
    ...request,
    scope: [...request.scope],
    rho: { ...request.rho },
    budget: { ...request.budget },
    reserve: { ...(request.reserve ?? zeroRational) },
    from: request.from ?? 'budget',
    sets: request.sets.map(({ set, variance, rho }) => ({ set: [...set], variance, rho: { ...rho } })),
    personBound: request.personBound ?? 1,
    signatures: (request.signatures ?? []).map((signature) => ({ ...signature })),
  };
  if (asked.from !== 'budget' && asked.from !== 'reserve') throw badRequest('it is paid from budget or reserve');
  if (asked.scope.some((cohort) => cohort === '')) throw badRequest('a cohort has no id');
  if (![asked.rho, asked.budget, asked.reserve].every(isAmount)) {
    throw badRequest('cost, budget and reserve must be fractions of zero or more in lowest terms');
  }
  if (!asked.sets.every(({ variance, rho }) => typeof variance === 'bigint' && variance >= 1n && isAmount(rho))) {
    throw badRequest('every set needs an integer variance of one or more and its cost');
  }
  return asked;
}

function debitContent(place: Place, asked: AskedRequest, options: LedgerOptions, unsafeTest: boolean): EntryContent {
  return {
    ...place,
    kind: 'debit',
    scope: asked.scope,
    unit: asked.unit,
    personBound: asked.personBound,
    adjacency: 'add-remove',
    mechanism: asked.mechanism,
    sets: asked.sets.map(({ set, variance, rho }) => ({
      set,
      sensitivitySquared: rationalToText(multiplyRational(rational(2n * variance), rho)),
      variance: variance.toString(),
      rho: rationalToText(rho),
    })),
    rho: rationalToText(asked.rho),
    from: asked.from,
    budget: rationalToText(asked.budget),
    reserve: rationalToText(asked.reserve),
    purpose: asked.purpose,
    recipe: asked.recipe,
    code: { commit: options.code.commit, build: options.code.build },
    random: unsafeTest ? 'unsafe-test' : 'operating-system',
    signatures: asked.signatures,
    sealed: { salt: salt(options), snapshot: asked.snapshot, marks: asked.marks?.sha256 ?? null },
  };
}

function lineOf(content: EntryContent): string {
  try {
    return canonicalJson(sealEntry(content));
  } catch (cause) {
    if (cause instanceof TypeError) throw badRequest(cause.message);
    throw cause;
  }
}

function isAmount({ num, den }: Rational): boolean {
  if (typeof num !== 'bigint' || typeof den !== 'bigint' || num < 0n || den < 1n) return false;
  return rational(num, den).den === den;
}

function salt(options: LedgerOptions): string {
  const bytes = options.random(32);
  if (bytes.length !== 32) throw new RangeError('the random generator returned another length than asked');
  return bytesToHex(bytes);
}

function utcTime(time: string): string {
  if (!isUtcTime(time)) throw new RangeError('the clock must give UTC to the second, 2016-05-20T09:30:00Z');
  return time;
}

function overBudget(name: string, objection: string): Refusal {
  return new Refusal(
    'budget-exhausted',
    `${name}: the request ${objection}; nothing was measured. Ask for less, or leave the cohort out.`,
    { exit: 3 },
  );
}

function badRequest(reason: string): Refusal {
  return new Refusal('ledger-request', `The request for privacy budget is refused: ${reason}.`, { exit: 3 });
}
