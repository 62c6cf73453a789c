import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { families } from '@casebridge/figures';
import { answersFrom } from '@casebridge/privacy/results';
import { codesOf, columnLabels, domainOf } from '@casebridge/standard';
import { afterAll, describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { missingTables } from '../model/topic-missing.ts';
import { interfaceLanguages, openCatalogue } from '../text/catalogue.ts';
import { checkTopics, readTopics } from './read-topics.ts';

const topics = readTopics();
const [, view] = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
if (!view) throw new Error('the fixture has two releases');
const grouping = 'iom_region_2015';

describe('topics.json', () => {
  it('passes its own check', () => {
    expect(() => checkTopics(topics, view)).not.toThrow();
  });

  it('names only families of figures, variables and codes that there are', () => {
    const known = new Set(families().map(({ id }) => id));
    const questions = new Set(families().map(({ id }) => id.split('.')[0]));
    for (const { figures, compositions, answers, measure, variables, by } of topics) {
      expect(figures.filter((id) => !known.has(id))).toEqual([]);
      expect(compositions.filter((id) => !questions.has(id))).toEqual([]);
      for (const id of [...variables, ...by.filter((each) => each !== 'contributors'), ...answers.map(({ of }) => of)])
        expect(columnLabels(id).en).toBeTruthy();
      for (const { variable, codes = [] } of [
        ...answers.flatMap(({ among }) => among ?? []),
        ...(measure ? [measure] : []),
      ]) {
        expect(domainOf(variable, grouping)).toEqual(expect.arrayContaining([...codes]));
      }
    }
  });

  it('has every type of exploitation of the standard: as a topic of its own or inside one', () => {
    const told = new Set(topics.flatMap(({ type }) => type ?? []));
    const inside = ['forced_labour', 'sexual_exploitation', 'other'];
    expect(codesOf('exploitation_type').flatMap(({ code }) => (told.has(code) ? [] : [code]))).toEqual(inside);
  });

  it('has words for each topic in every language', () => {
    for (const language of interfaceLanguages()) {
      const words = openCatalogue(language);
      for (const { id, type } of topics) expect(type !== undefined || words.has(`topics.${id}.lede`)).toBe(true);
    }
  });
});

describe('a file of one’s own topics', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casebridge-topics-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const read = (text: string) => {
    const path = join(folder, 'topics.yaml');
    writeFileSync(path, text);
    const own = readTopics(path);
    checkTopics(own, view, path);
    return own;
  };

  it('names its topics itself', () => {
    const [topic] = read(
      '- id: women\n  group: people\n  name: {en: Women, fr: Femmes}\n  lede: Female people.\n  figures: [sex.female]\n',
    );
    expect(topic).toMatchObject({ id: 'women', name: { fr: 'Femmes' }, figures: ['sex.female'], by: [] });
  });

  it.each([
    ['- id: Women\n  group: people\n', /0\.id: an id has small letters/],
    [
      '- id: a\n  group: people\n  type: surrogacy\n- id: a\n  group: people\n  type: surrogacy\n',
      /a: this id is used twice/,
    ],
    ['- id: a\n  group: people\n  type: piracy\n', /a: the standard has no type of exploitation 'piracy'/],
    ['- id: a\n  group: people\n  name: A\n  lede: B\n  figures: [sex.mal]\n', /a: there are no figures 'sex\.mal'/],
    [
      '- id: a\n  group: people\n  name: A\n  lede: B\n  answers: [{of: shoe_size}]\n',
      /a: there is no variable 'shoe_size'/,
    ],
    ['- id: a\n  group: people\n', /a: a topic of your own has a name and a lede/],
    ['topics: [', /not a list|the file/],
  ])('is refused with the topic and what is wrong: %j', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  it('is refused where it cannot be read', () => {
    expect(() => readTopics(join(folder, 'none.yaml'))).toThrow(/none\.yaml: cannot be read/);
  });
});

describe('missingTables', () => {
  const missingOf = (id: string) =>
    missingTables(view, topics.find((topic) => topic.id === id) as (typeof topics)[number]);

  it('names what a topic without published figures would need', () => {
    expect(missingOf('forced-marriage')[0]).toEqual(['exploitation_type.forced_marriage']);
    expect(missingOf('forced-marriage')).toContainEqual(['exploitation_type.forced_marriage', 'region_of_origin']);
    expect(missingOf('recruitment')).toContainEqual(['recruiter_relation']);
  });

  it('leaves out what is published', () => {
    const labour = missingOf('labour');
    expect(labour).toContainEqual(['purpose_summary', 'source_kind']);
    expect(labour).not.toContainEqual(['purpose_summary', 'region_of_origin']);
  });
});
