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
      'measures one table; each other linkage would have to be paid for, so leave cautious and generous out',
    );
  if (from < recipe.cohorts.years[0] || to > recipe.cohorts.years[1])
    refuse(['prevalence', 'period'], 'must lie within cohorts.years: people are charged where they are measured');
}
