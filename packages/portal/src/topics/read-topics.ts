// What a topic page shows is data: `topics.json` names figures, variables and codes; the page is the same for all.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { codesOf } from '@casebridge/standard';
import * as z from 'zod';

const codes = z.array(z.string().min(1)).min(1);
const part = z.strictObject({ variable: z.string().min(1), codes });

const topicSchema = z.strictObject({
  /** Its address: `topics/<id>/`. Its words are the messages `topics.<id>` and `topics.<id>.lede`. */
  id: z.string().regex(/^[a-z][a-z-]*$/),
  group: z.enum(['purpose', 'people', 'process']),
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
const file = fileURLToPath(new URL('../../src/topics/topics.json', import.meta.url));

/** The topics of the portal, in reading order: of one address each. Throws an Error for a file that is not as described: a bug. */
export function readTopics(): readonly Topic[] {
  const topics = z
    .array(topicSchema)
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map(spellOut);
  const ids = new Set(topics.map(({ id }) => id));
  if (ids.size !== topics.length) throw new Error('topics.json names a topic twice');
  return topics;
}

// A type of exploitation is measured by its own column and set side by side like the purposes.
function spellOut(topic: Topic): Topic {
  const { type } = topic;
  if (type === undefined) return topic;
  if (!codesOf('exploitation_type').some(({ code }) => code === type)) {
    throw new Error(`topics.json: the standard has no exploitation type '${type}'`);
  }
  return {
    ...topic,
    measure: { variable: `exploitation_type.${type}`, codes: ['yes'] },
    by:
      topic.by.length > 0 ? topic.by : ['region_of_identification', 'region_of_origin', 'sex_or_gender', 'source_kind'],
    variables: [...new Set(['exploitation_type', ...topic.variables, 'purpose_summary'])],
  };
}
