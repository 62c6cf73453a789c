import { codesOf } from '@casebridge/standard';
import type { Draft, InventedCase, Purpose } from './person.ts';
import { affinity, countryIn, regionIn } from './places.ts';
import type { YearPlan } from './plan.ts';
import type { Random } from './random.ts';

/**
 * Invents one year's cases of the large agency so that every count of the plan holds exactly. Attributes lean on each
 * other (children, sex and purpose; origin and place found; sector and sex), yet each total is dealt out, not drawn.
 *
 * @returns `plan.records` cases in random order
 */
export function dealYear(plan: YearPlan, random: Random, prefix: string): readonly InventedCase[] {
  const drafts = Array.from({ length: plan.records }, (_, index) =>
    blank(plan.year, `${prefix}-${plan.year}-${String(index + 1).padStart(5, '0')}`, random),
  );
  const order = random.shuffle(drafts);
  const byPurpose = dealPurposes(order, plan);
  const children = dealChildren(byPurpose, plan, random);
  dealSex(drafts, children, plan, random);
  dealOrigins(drafts, plan, random);
  dealIdentified(drafts, plan, random);
  dealScope(drafts, plan, random);
  dealDurations(drafts, children, plan, random);
  dealAges(drafts, children, byPurpose.none, plan, random);
  dealSectors([...byPurpose.labour, ...byPurpose.both], plan, random);
  for (const draft of drafts) dealTypes(draft, children.has(draft), random);
  for (const draft of drafts) dealMeans(draft, random);
  return random.shuffle(drafts);
}

type Groups = Readonly<Record<Purpose | 'none', readonly Draft[]>>;

function blank(year: number, caseNumber: string, random: Random): Draft {
  const month = String(random.between(1, 12)).padStart(2, '0');
  const day = String(random.between(1, 28)).padStart(2, '0');
  return {
    caseNumber,
    registered: `${year}-${month}-${day}`,
    year,
    age: null,
    sex: null,
    origin: null,
    identified: null,
    exploitedIn: null,
    purpose: null,
    types: [],
    sectors: null,
    means: {},
    recruiter: null,
    months: null,
  };
}

function dealPurposes(order: readonly Draft[], plan: YearPlan): Groups {
  let from = 0;
  const take = (count: number, purpose: Purpose | null): readonly Draft[] => {
    const part = order.slice(from, from + count);
    from += count;
    for (const draft of part) draft.purpose = purpose;
    return part;
  };
  return {
    labour: take(plan.purpose.labour, 'labour'),
    sexual: take(plan.purpose.sexual, 'sexual'),
    both: take(plan.purpose.both, 'both'),
    other: take(plan.purpose.other, 'other'),
    none: take(plan.records - from, null),
  };
}

function dealChildren(groups: Groups, plan: YearPlan, random: Random): ReadonlySet<Draft> {
  const chosen = new Set<Draft>();
  for (const key of ['labour', 'sexual', 'both', 'other', 'none'] as const) {
    for (const draft of random.shuffle(groups[key]).slice(0, plan.children[key])) chosen.add(draft);
  }
  return chosen;
}

function dealSex(drafts: readonly Draft[], children: ReadonlySet<Draft>, plan: YearPlan, random: Random): void {
  const leaning = { labour: 0.5, sexual: -0.75, both: -0.6, other: -0.2, none: 0 };
  const ranked = ranking(
    drafts,
    (draft) => random.next() + leaning[draft.purpose ?? 'none'] - (children.has(draft) ? 0.1 : 0),
  );
  ranked.slice(0, plan.sex.male).forEach((draft) => {
    draft.sex = 'male';
  });
  const rest = random.shuffle(ranked.slice(plan.sex.male));
  rest.slice(0, plan.sex.female).forEach((draft) => {
    draft.sex = 'female';
  });
}

function dealOrigins(drafts: readonly Draft[], plan: YearPlan, random: Random): void {
  let left = random.shuffle(drafts);
  for (const [region, count] of Object.entries(plan.origin)) {
    for (const draft of left.slice(0, count)) draft.origin = countryIn(random, region);
    left = left.slice(count);
  }
}

function dealIdentified(drafts: readonly Draft[], plan: YearPlan, random: Random): void {
  const wish = new Map(
    drafts.map((draft) => [draft, draft.origin === null ? '' : random.pick(affinity[regionOfDraft(draft)] ?? [''])]),
  );
  let left = random.shuffle(drafts);
  for (const [region, count] of Object.entries(plan.identified)) {
    const ranked = ranking(left, (draft) => random.next() + (wish.get(draft) === region ? 1 : 0));
    for (const draft of ranked.slice(0, count)) {
      const sameRegion = draft.origin !== null && regionOfDraft(draft) === region;
      draft.identified = sameRegion && random.chance(0.4) ? draft.origin : countryIn(random, region);
    }
    left = ranked.slice(count);
  }
}

function dealScope(drafts: readonly Draft[], plan: YearPlan, random: Random): void {
  const known = drafts.filter((draft) => draft.origin !== null);
  const ranked = ranking(known, (draft) => random.next() + (draft.identified === draft.origin ? 0.7 : 0));
  ranked.slice(0, plan.scope.internal).forEach((draft) => {
    draft.exploitedIn = draft.origin;
  });
  for (const draft of ranked.slice(plan.scope.internal, plan.scope.internal + plan.scope.crossBorder)) {
    const found = draft.identified;
    const origin = draft.origin as string;
    draft.exploitedIn =
      found !== null && found !== origin
        ? found
        : countryIn(random, random.pick(affinity[regionOfDraft(draft)] as readonly string[]), origin);
  }
}

function dealDurations(drafts: readonly Draft[], children: ReadonlySet<Draft>, plan: YearPlan, random: Random): void {
  const adults = random.shuffle(drafts.filter((draft) => !children.has(draft)));
  const young = random.shuffle([...children]);
  const youngShare = 0.11;
  plan.durationYears.forEach((count, year) => {
    const toYoung = year < 4 ? Math.round(count * youngShare) : 0;
    for (let dealt = 0; dealt < count; dealt += 1) {
      const draft = (dealt < toYoung ? young.pop() : undefined) ?? adults.pop();
      if (!draft) throw new RangeError(`the plan for ${plan.year} deals more durations than there are records`);
      draft.months = year === 25 ? 300 : monthsAround(year, dealt);
    }
  });
}

// Pairs on either side of the middle of the year keep the mean of the months at the middle; none is on a boundary.
function monthsAround(year: number, turn: number): number {
  const offset = [0, -3, 3, -1, 1, -5, 5, -2, 2, -4, 4][turn % 11] as number;
  return year * 12 + 6 + offset;
}

function dealAges(
  drafts: readonly Draft[],
  children: ReadonlySet<Draft>,
  noPurpose: readonly Draft[],
  plan: YearPlan,
  random: Random,
): void {
  const unknown = new Set(
    random
      .shuffle(noPurpose.filter((draft) => !children.has(draft) && (draft.months ?? 0) < 60))
      .slice(0, plan.ageUnknown),
  );
  for (const draft of drafts) {
    const years = Math.ceil((draft.months ?? 0) / 12);
    if (unknown.has(draft)) draft.age = null;
    else if (children.has(draft))
      draft.age = random.between(Math.max(years + 4, draft.purpose === 'sexual' ? 12 : 6), 17);
    else draft.age = Math.max(18 + years, 18 + Math.floor(Math.abs(random.next() + random.next() - 0.7) * 26));
  }
}

function dealSectors(labour: readonly Draft[], plan: YearPlan, random: Random): void {
  const known = random.shuffle(labour).slice(0, plan.sectorKnown);
  const named = new Map<Draft, string[]>(known.map((draft) => [draft, []]));
  const womenIn = new Set(['domestic_work', 'hospitality']);
  const leaning = (draft: Draft, sector: string): number =>
    (womenIn.has(sector) ? 1 : -1) * (draft.sex === 'female' ? 0.6 : draft.sex === 'male' ? -0.6 : 0);
  for (const [sector, count] of Object.entries(plan.sectors)) {
    const ranked = ranking(
      known,
      (draft) => random.next() + leaning(draft, sector) - 10 * (named.get(draft) as string[]).length,
    );
    for (const draft of ranked.slice(0, count)) (named.get(draft) as string[]).push(sector);
  }
  for (const [draft, sectors] of named) draft.sectors = sectors.length > 0 ? sectors.sort() : null;
}

const otherTypes = {
  forced_marriage: 5,
  forced_begging: 6,
  forced_criminality: 3,
  slavery_practices: 2,
  organ_removal: 1,
  other: 3,
};

function dealTypes(draft: Draft, isChild: boolean, random: Random): void {
  const types = new Set<string>();
  if (draft.purpose === 'labour' || draft.purpose === 'both') {
    if (draft.sectors?.includes('domestic_work')) types.add('servitude');
    if (types.size === 0 || random.chance(0.6))
      types.add(isChild && random.chance(0.4) ? 'child_labour' : 'forced_labour');
  }
  if (draft.purpose === 'sexual' || draft.purpose === 'both') types.add('sexual_exploitation');
  if (draft.purpose === 'other') types.add(random.weighted(otherTypes));
  draft.types = [...types].sort();
}

const meansOdds: Readonly<Record<string, number>> = {
  debt_bondage: 0.3,
  takes_earnings: 0.38,
  threats: 0.4,
  psychological_abuse: 0.36,
  physical_abuse: 0.27,
  sexual_abuse: 0.09,
  false_promises: 0.52,
  restricts_movement: 0.42,
  excessive_hours: 0.48,
  withholds_documents: 0.35,
  withholds_necessities: 0.2,
};
const recruiters = { stranger: 30, friend: 18, family: 8, intimate_partner: 6, other: 38 };
const knownCodes = (list: string): readonly string[] => codesOf(list).map(({ code }) => code);
const means = Object.keys(meansOdds).filter((code) => knownCodes('means_of_control').includes(code));
const relations = Object.fromEntries(
  Object.entries(recruiters).filter(([code]) => knownCodes('recruiter_relation').includes(code)),
);

function dealMeans(draft: Draft, random: Random): void {
  if (random.chance(0.25)) return;
  const answers: Record<string, 'yes' | 'no'> = {};
  for (const code of means) {
    if (random.chance(0.12)) continue;
    const lean = draft.purpose === 'sexual' && code === 'sexual_abuse' ? 0.4 : 0;
    answers[code] = random.chance((meansOdds[code] as number) + lean) ? 'yes' : 'no';
  }
  draft.means = answers;
  draft.recruiter = random.chance(0.55) ? random.weighted(relations) : null;
}

function ranking(drafts: readonly Draft[], score: (draft: Draft) => number): Draft[] {
  return drafts
    .map((draft) => ({ draft, score: score(draft) }))
    .sort((a, b) => b.score - a.score)
    .map(({ draft }) => draft);
}

function regionOfDraft(draft: Draft): string {
  return draft.origin === null ? '' : regionIn(draft.origin);
}
