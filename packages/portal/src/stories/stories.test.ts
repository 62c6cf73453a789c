import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { answersFrom } from '@casebridge/privacy/results';
import { afterEach, describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { pinStories } from './pin-stories.ts';
import { readStories, readText, shippedStories } from './read-stories.ts';

const releases = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebridge-stories-'));
  folders.push(folder);
  for (const [path, body] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(
      join(folder, path),
      body.startsWith('---') ? body : `---\ntitle: A title\nlead: A lead.\n---\n${body}`,
    );
  }
  return folder;
}

const reading = (body: string) => () => readText(`---\ntitle: A title\nlead: A lead.\n---\n${body}`, 'a/en.md');

describe('the stories that come with the portal', () => {
  const stories = readStories(shippedStories);

  it('are four, each in four languages, in their order', () => {
    expect(stories.map(({ slug }) => slug)).toEqual(['2015-picture', 'men-and-labour', 'children', 'how-long']);
    for (const { texts } of stories) expect([...texts.keys()]).toEqual(['ar', 'en', 'es', 'fr']);
  });

  it('find every figure they name in the release they are pinned to', () => {
    const pinned = pinStories(stories, releases, true);
    expect(pinned).toHaveLength(4);
    for (const { story, view } of pinned) for (const id of story.figures) expect(view.figure(id)?.id).toBe(id);
  });

  it('are left out where the releases lack their figures', () => {
    const [first] = releases;
    if (!first) throw new Error('no release');
    const without = { ...first, figure: (id: string) => (id.startsWith('duration') ? undefined : first.figure(id)) };
    expect(pinStories(stories, [without], true).map(({ story }) => story.slug)).not.toContain('how-long');
  });
});

describe('a story', () => {
  it('that names an unknown figure is refused in one line that says where', () => {
    const folder = folderOf({ 'boats/en.md': 'One.\n\nTwo {{children.2051}}.\n' });
    const pin = () => pinStories(readStories(folder), releases, false);
    expect(pin).toThrow(/^boats\/en\.md line 7: release \d+ has no figure 'children\.2051'\. Take .*figures\.json\.$/);
  });

  it('of the portal itself is refused too where no release could hold its figure', () => {
    const folder = folderOf({ 'boats/en.md': 'Two {{childern.2015}}.\n' });
    expect(() => pinStories(readStories(folder), releases, true)).toThrow(/no figure 'childern\.2015'/);
  });

  it('keeps to the first release that has its figures, or to the one it names', () => {
    const folder = folderOf({
      'a/en.md': '{{victims.2012}}',
      'b/en.md': '---\ntitle: B\nlead: B.\nrelease: 9\n---\n{{victims.2012}}',
    });
    const [a, b] = readStories(folder);
    if (!a || !b) throw new Error('no stories');
    expect(pinStories([a], releases, false)[0]?.view).toBe(releases[0]);
    expect(() => pinStories([b], releases, false)).toThrow(/pinned to release 9, which is not among the bundles/);
  });

  it('has no typed numbers but years and those it declares', () => {
    expect(reading('In 2015 about 74% were.')).toThrow(/line 5: the number 74 is typed/);
    expect(reading('في عام 2015 كان ٧٤ منهم.')).toThrow(/the number ٧٤ is typed/);
    expect(reading('In 2015 {{children.2015}} were.\n\n1. One\n2. Two')).not.toThrow();
  });

  it.each([
    ['<b>bold</b>', /no html/],
    ['![a](b.png)', /no image/],
    ['# Top', /no heading/],
    ['{{poster: children.2015}}', /no form 'poster'/],
    ['{{children.2015', /is not closed/],
  ])('refuses %s', (body, message) => {
    expect(reading(body)).toThrow(message);
  });

  it('names the same figures in every language', () => {
    const folder = folderOf({ 'a/en.md': '{{victims.2015}}', 'a/fr.md': '{{children.2015}}' });
    expect(() => readStories(folder)).toThrow(/^a\/fr\.md: lacks the figure 'victims\.2015'/);
  });

  it('is told in a further language by a folder of translations', () => {
    const folder = folderOf({ 'a/en.md': '{{victims.2015}}', 'b/en.md': 'Two.' });
    const translations = new Map([['pt', folderOf({ 'a.md': 'Um {{victims.2015}}.' })]]);
    expect(readStories(folder, translations).map(({ texts }) => [...texts.keys()])).toEqual([['en', 'pt'], ['en']]);
    const other = new Map([['pt', folderOf({ 'a.md': '{{children.2015}}' })]]);
    expect(() => readStories(folder, other)).toThrow(/a\.md: lacks the figure 'victims\.2015'/);
    const stray = new Map([['pt', folderOf({ 'c.md': 'Três.' })]]);
    expect(() => readStories(folder, stray)).toThrow(/c\.md: translates no story into 'pt'.*a\.md, b\.md/);
  });
});
