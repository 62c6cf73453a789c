import type { Declared } from './declared.ts';
import type { Recipe } from './schema.ts';

/** What the shape of the block `prevalence:` cannot say: words in every language, and what each of the two ways needs. */
export function checkPrevalenceBlock({ value: recipe, refuse }: Declared<Recipe>): void {
  const block = recipe.prevalence;
  if (!block) return;
  const inAll = (path: readonly (string | number)[], texts: Readonly<Record<string, string>>): void => {
    for (const language of recipe.languages)
      if (!texts[language]) refuse(['prevalence', ...path], `has no text in ${language}`);
  };
  inAll(['population'], block.population);
  block.lists.forEach(({ id, label }, at) => {
    inAll(['lists', at, 'label'], label);
    if (block.lists.findIndex((other) => other.id === id) !== at)
      refuse(['prevalence', 'lists', at], `${id} is named twice`);
  });
  block.merged.forEach(({ list, reason }, at) => {
    inAll(['merged', at, 'reason'], reason);
    if (!block.lists.some(({ id }) => id === list))
      refuse(['prevalence', 'merged', at], `${list} is not one of the lists`);
  });
  checkSource(recipe, block, refuse);
  if (block.apart !== null && (block.way !== 'exact' || block.histories === null || block.merged.length === 0))
    refuse(
      ['prevalence', 'apart'],
      'shows what joining lists does to an estimate from a file of exact histories; leave it out, or name the joined lists under merged',
    );
  const [from, to] = block.period;
  if (to < from) refuse(['prevalence', 'period'], 'ends before it begins');
  if (block.way === 'exact') {
    if (block.statement === null)
      refuse(
        ['prevalence'],
        'must state outside-the-guarantee: an estimate from exact overlaps is not covered by the guarantee of the release; or choose way: measured',
      );
    if (block.epsilon !== null)
      refuse(['prevalence', 'epsilon'], 'pays for nothing where the way is exact; leave it out');
    return;
  }
  if (block.statement !== null)
    refuse(['prevalence', 'statement'], 'is about exact overlaps; leave it out where the histories are measured');
  if (block.epsilon === null) refuse(['prevalence'], 'must name the epsilon that its histories are measured with');
  if (block.cautious !== null || block.generous !== null)
    refuse(
      ['prevalence'],
      'measures one table; each other linkage would have to be paid for, so leave cautious and generous out, and assume errors under matching',
    );
  if (from < recipe.cohorts.years[0] || to > recipe.cohorts.years[1])
    refuse(['prevalence', 'period'], 'must lie within cohorts.years: people are charged where they are measured');
}

// Histories come from a file, or from the linkage of the recipe, which then has to say whose records each list is.
function checkSource(
  recipe: Recipe,
  block: NonNullable<Recipe['prevalence']>,
  refuse: Declared<Recipe>['refuse'],
): void {
  if (block.histories !== null) {
    if (block.where.length > 0 || block.lists.some(({ contributors }) => contributors.length > 0))
      refuse(
        ['prevalence'],
        'reads a file of histories: leave where and the contributors of lists out, or leave histories out to count them from the linkage',
      );
    return;
  }
  const { linkage } = recipe;
  if (!linkage) {
    refuse(
      ['prevalence', 'histories'],
      'must be a file of histories, or the recipe must have linkage to count them from',
    );
    return;
  }
  const seen = new Set<string>();
  block.lists.forEach(({ id, contributors }, at) => {
    const path = ['prevalence', 'lists', at, 'contributors'];
    if (contributors.length === 0) refuse(path, `must name the contributors whose records are the list ${id}`);
    for (const contributor of contributors) {
      if (!recipe.contributors.some((one) => one.id === contributor))
        refuse(path, `${contributor} is not one of the contributors`);
      if (linkage.unlinked.includes(contributor))
        refuse(path, `${contributor} sent no encodings, so that its persons cannot be told from others'`);
      if (seen.has(contributor)) refuse(path, `${contributor} is on another list already`);
      seen.add(contributor);
    }
    if (contributors.length > 1 && !block.merged.some(({ list }) => list === id))
      refuse(path, `joins ${contributors.length} contributors: give the reason under merged`);
  });
}
