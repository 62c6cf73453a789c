// What a topic page shows is data: a file of topics names figures, variables and codes; the page is the same for all.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { families } from '@casebridge/figures';
import { Refusal } from '@casebridge/refusal';
import { codesOf, columnLabels } from '@casebridge/standard';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import type { ReleaseView } from '../model/release-view.ts';

const codes = z.array(z.string().min(1)).min(1);
const part = z.strictObject({ variable: z.string().min(1), codes });
const perLanguage = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);

const topicSchema = z.strictObject({
  /** Its address: `topics/<id>/`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id has small letters, digits and hyphens'),
  group: z.enum(['purpose', 'people', 'process']),
  /** Its name and first paragraph; the portal's own topics have messages, `topics.<id>` and `topics.<id>.lede`. */
  name: perLanguage.optional(),
  lede: perLanguage.optional(),
  /** A code of `exploitation_type`: the topic is that type, named and measured by it. */
  type: z.string().optional(),
  /** Families of figures it leads with. */
  figures: z.array(z.string()).default([]),
  /** The share of records it is about, to be compared between parts of the records; `codes` are absent for a mean. */
  measure: z.strictObject({ variable: z.string(), codes: codes.optional(), family: z.string().optional() }).optional(),
  /** Questions whose answers are figures: `sector`. */
  compositions: z.array(z.string()).default([]),
  /** Questions whose answers are read from tables, of all records or among a part of them. */
  answers: z
    .array(z.strictObject({ of: z.string(), among: part.optional(), bands: z.array(codes).optional() }))
    .default([]),
  /** Variables whose codes are set side by side; `contributors` is the one that sets a contributor apart, where a release has one. */
  by: z.array(z.string()).default([]),
  /** Codebook variables to read about. */
  variables: z.array(z.string()).default([]),
  /** Key of a layer of the map. */
  map: z.string().optional(),
});

export type Topic = z.infer<typeof topicSchema>;

/** One question of a topic. */
export type TopicQuestion = Topic['answers'][number];

// The same file from `src/topics/` and from `dist/topics/`.
const shipped = fileURLToPath(new URL('../../src/topics/topics.json', import.meta.url));

/**
 * The topics of a file (YAML or JSON) in its order; the portal's own when no path is given. Refusal naming the topic and what is
 * wrong: an entry that is not as described, an id used twice, a type of exploitation the standard does not have.
 */
export function readTopics(path: string = shipped): readonly Topic[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new Refusal('topics-unreadable', `${path}: cannot be read. Name the file of topics in site.yaml.`, { cause });
  }
  const document = parseDocument(text);
  const parsed = z.array(topicSchema).safeParse(document.errors.length === 0 ? document.toJS() : null);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw wrong(path, issue?.path.join('.') || 'the file', issue?.message ?? 'not a list of topics');
  }
  const seen = new Set<string>();
  for (const { id, type, name, lede } of parsed.data) {
    if (seen.has(id)) throw wrong(path, id, 'this id is used twice');
    seen.add(id);
    if (path !== shipped && type === undefined && (name === undefined || lede === undefined)) {
      throw wrong(path, id, 'a topic of your own has a name and a lede');
    }
    if (type !== undefined && !codesOf('exploitation_type').some(({ code }) => code === type)) {
      throw wrong(path, id, `the standard has no type of exploitation '${type}'`);
    }
  }
  return parsed.data.map(spellOut);
}

/** Refusal naming the topic and the first figure or variable it names that neither the standard nor the release knows. */
export function checkTopics(topics: readonly Topic[], { bundle }: ReleaseView, path: string = shipped): void {
  const figures = new Set([...families().map(({ id }) => id), ...bundle.figures.map(({ family }) => family)]);
  const columns = new Set(bundle.codebook.variables.map(({ id }) => id));
  for (const { id, figures: named, measure, answers, by, variables } of topics) {
    const families = [...named, ...(measure?.family === undefined ? [] : [measure.family])];
    const unknown = families.find((family) => !figures.has(family));
    if (unknown !== undefined) throw wrong(path, id, `there are no figures '${unknown}'`);
    const asked = answers.flatMap(({ of, among }) => [of, ...(among ? [among.variable] : [])]);
    const strange = [...(measure ? [measure.variable] : []), ...asked, ...by, ...variables].find(
      (variable) => variable !== 'contributors' && !columns.has(variable) && !isStandard(variable),
    );
    if (strange !== undefined) throw wrong(path, id, `there is no variable '${strange}'`);
  }
}

function wrong(path: string, where: string, what: string): Refusal {
  return new Refusal('topics-wrong', `${path}: ${where}: ${what}. See docs/deploying.md.`);
}

function isStandard(variable: string): boolean {
  try {
    return columnLabels(variable).en !== undefined;
  } catch {
    return false;
  }
}

// A type of exploitation is measured by its own column and set side by side like the purposes.
function spellOut(topic: Topic): Topic {
  const { type } = topic;
  if (type === undefined) return topic;
  return {
    ...topic,
    measure: topic.measure ?? { variable: `exploitation_type.${type}`, codes: ['yes'] },
    by:
      topic.by.length > 0 ? topic.by : ['region_of_identification', 'region_of_origin', 'sex_or_gender', 'source_kind'],
    variables: [...new Set(['exploitation_type', ...topic.variables, 'purpose_summary'])],
  };
}
