// `link` on the command line: from names to people and back to nothing, the same persons whoever encodes; what cannot be linked
// is refused in one line that leaves no file.
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { casebridge, done, expectOneLine } from './command-line.ts';
import { header, nameOf, writeLinkFiles } from './link-files.ts';

const { folder, at, encode } = await writeLinkFiles();

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('link on the command line', () => {
  it('counts people in three ways, writes histories that prevalence reads, and deletes encodings when told', async () => {
    const lists = ['police', 'shelter', 'hotline'];
    for (const list of lists) await done(encode(`${list}.csv`, list, `${list}.encodings`, '--field-filters'));
    expect((await stat(at('secret.txt'))).mode & 0o077).toBe(0);
    const files = lists.map((list) => at(`${list}.encodings`));
    const records = ['--method', 'recordFilter', '--threshold', '0.97', '--cautious', '0.98', '--generous', '0.8'];
    const result = (await done(['link', 'compare', ...files, '--out', at('linked'), ...records])) as {
      readonly people: Readonly<Record<string, number>>;
    };
    expect(result.people.expected).toBe(200);
    for (const name of await readdir(at('linked'), { recursive: true })) {
      if (!/\.\w+$/.test(name)) continue;
      const text = await readFile(join(at('linked'), name), 'utf8');
      expect(text, name).not.toContain(nameOf(5));
      if (name.startsWith('review/')) {
        const [, own = ''] = /review\/(\w+)\.csv/.exec(name) ?? [];
        for (const other of lists.filter((list) => list !== own)) expect(text).not.toContain(other);
      }
    }
    const estimate = (await done(['prevalence', at('linked/histories-expected.csv'), '--resamples', '100'])) as {
      readonly estimate: { readonly known: number };
    };
    expect(estimate.estimate.known).toBe(200);
    // Another order of files: the same persons under other names.
    await done(['link', 'compare', ...[...files].reverse(), '--out', at('again'), ...records, '--delete-encodings']);
    const groupsIn = async (name: string) => {
      const rows = (await readFile(at(`${name}/persons.csv`), 'utf8'))
        .trim()
        .split('\n')
        .map((row) => row.split(','));
      const first = new Map<string, string>();
      return rows.map(([list, record, person = '']) => {
        if (!first.has(person)) first.set(person, `${list} ${record}`);
        return `${list} ${record} ${first.get(person)}`;
      });
    };
    expect((await groupsIn('again')).slice(1)).toEqual((await groupsIn('linked')).slice(1));
    expect(await readFile(at('again/persons.csv'), 'utf8')).not.toBe(await readFile(at('linked/persons.csv'), 'utf8'));
    expect((await readdir(folder)).filter((name) => name.endsWith('.encodings'))).toEqual([]);
  });

  it('names records by several columns, from names to histories, in files that others cannot read', async () => {
    const keyed = (list: string, out: string) => [...encode(`${list}.csv`, list, out), '--record-key', 'country'];
    await done(keyed('police', 'p2.e'));
    await done(keyed('shelter', 's2.e'));
    const out = ['--out', at('two-keys')];
    await done(['link', 'compare', at('p2.e'), at('s2.e'), '--threshold', '0.97', '--keep-scores', ...out]);
    await done(['link', 'resolve', at('two-keys'), '--threshold', '0.97', '--out', at('two-resolved')]);
    const persons = at('two-resolved/persons.csv');
    expect(await readFile(persons, 'utf8')).toContain('\npolice,p0|UKR,');
    const counted = await done(['link', 'histories', persons, '--out', at('two-histories.csv')]);
    expect(counted).toMatchObject({ people: 200, overlapping: 40 });
    for (const file of ['p2.e', 'two-keys/scores.csv', 'two-resolved/persons.csv', 'two-histories.csv'])
      expect((await stat(at(file))).mode & 0o077, file).toBe(0);
  });

  it('refuses a name as the record key', async () => {
    const ended = await casebridge([...encode('police.csv', 'police', 'named.out'), '--record-key', 'last name']);
    expect(ended.exit).toBe(2);
    expectOneLine(ended, [/column 'last name': is encoded, and would leave in clear as the record key/]);
    expect(await readdir(folder)).not.toContain('named.out');
  });

  it('takes what owners answered, and nobody’s for another', async () => {
    await done(encode('police.csv', 'police', 'p.e'));
    await writeFile(
      at('typos.csv'),
      (await readFile(at('police.csv'), 'utf8')).replaceAll(/^p(\d+),(\w+)\w,/gm, 's$1,$2z,'),
    );
    await done(encode('typos.csv', 'shelter', 's.e'));
    let asked: unknown;
    const people = async (out: string, ...more: readonly string[]) => {
      const thresholds = ['--threshold', '0.98', '--cautious', '0.99', '--generous', '0.8'];
      const result = await done(['link', 'compare', at('p.e'), at('s.e'), '--out', at(out), ...thresholds, ...more]);
      asked = (result as { readonly toReview: unknown }).toReview;
      return (result as { readonly people: Readonly<Record<string, number>> }).people.cautious;
    };
    await people('unasked');
    expect(asked).toEqual({});
    expect(await readdir(at('unasked'))).not.toContain('review');
    const before = await people('first', '--review-between-two');
    expect(asked).toEqual({ police: expect.any(Number), shelter: expect.any(Number) });
    const answers = [];
    for (const list of ['police', 'shelter']) {
      const file = at(`first/review/${list}.csv`);
      await writeFile(
        file,
        (await readFile(file, 'utf8')).replaceAll(/one other contributor,$/gm, 'one other contributor,yes'),
      );
      answers.push(file);
    }
    expect(await people('second', '--answers', ...answers)).toBeLessThan(before as number);
    const own = await readFile(answers[0] as string, 'utf8');
    // As a spreadsheet of another country saves it.
    await writeFile(at('saved.csv'), `\ufeff${own.replaceAll(',', ';')}`);
    expect(await people('third', '--answers', at('saved.csv'), answers[1] as string)).toBeLessThan(before as number);
  });

  const people = (...rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;
  it.each([
    [
      'a name in another script',
      people('1,Марія,lo,1990-02-03,f,UKR'),
      /row 2, column 'first name': the given name is not in Latin letters/,
    ],
    [
      'a year of two digits',
      people('1,ka,lo,03/02/90,f,UKR'),
      /row 2, column 'born': the year of birth has two digits/,
    ],
    [
      'a record key twice',
      people('1,ka,lo,1990,f,UKR', '1,mi,ra,1991,f,UKR'),
      /row 3, column 'id': this record key was given before/,
    ],
    ['a row too long', people('1,ka,lo,1990,f,UKR,more'), /row 2: The row does not fit the header: too many cells/],
    ['nobody to link', people('1,,,1990,f,UKR', '2,,,,,'), /no record has a name and a date of birth/],
    ['no rows', `${header}\n`, /has no records/],
    ['no such column', 'id,born\n1,1990\n', /has no column 'first name'/],
  ])('refuses %s', async (what, text, says) => {
    const name = what.replaceAll(' ', '-');
    await writeFile(at(`${name}.csv`), text);
    const ended = await casebridge(encode(`${name}.csv`, 'police', `${name}.out`));
    expect(ended.exit).toBe(2);
    expectOneLine(ended, [says, new RegExp(name)]);
    expect(ended.stderr).not.toMatch(/Марія/);
    expect(await readdir(folder)).not.toContain(`${name}.out`);
  });

  it('refuses a pass-phrase, a secret that others can read, encodings of two secrets and files that are none', async () => {
    const refused = async (args: readonly string[], says: RegExp) => {
      const ended = await casebridge(args);
      expect(ended.exit).toBe(2);
      expectOneLine(ended, [says]);
    };
    const using = (secret: string, out: string) =>
      encode('police.csv', 'police', out).map((word) => (word === at('secret.txt') ? at(secret) : word));
    await writeFile(at('phrase.txt'), 'our own phrase that nobody will guess\n', { mode: 0o600 });
    await refused(using('phrase.txt', 'x.out'), /the secret has 7 words/);
    await writeFile(at('open.txt'), await readFile(at('secret.txt'), 'utf8'), { mode: 0o644 });
    await refused(using('open.txt', 'x.out'), /others can read/);
    await done(['link', 'secret', '--out', at('other.txt')]);
    await done(using('other.txt', 'other.encodings'));
    await done(encode('shelter.csv', 'shelter', 'mixed.encodings'));
    const out = ['--out', at('refused')];
    await refused(
      ['link', 'compare', at('mixed.encodings'), at('other.encodings'), ...out],
      /encoded with another secret/,
    );
    await refused(['link', 'compare', at('police.csv'), ...out], /not a file of encodings/);
    await done(encode('hotline.csv', 'hotline', 'fold.encodings', '--harden', 'fold'));
    await refused(['link', 'compare', at('fold.encodings'), ...out], /has no usual threshold/);
    expect(await readdir(folder)).not.toContain('refused');
  });
});
