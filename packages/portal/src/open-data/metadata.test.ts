// What can be had as a library checks syntax: Turtle (n3), JSON-LD (jsonld), XML (saxes). The rest is written here from the
// specifications: which members each standard asks for, which it knows, and which words it allows.
import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { Parser, type Quad } from 'n3';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { dcatJsonLd, dcatTurtle } from './dcat.ts';
import { type Description, describeRelease } from './description.ts';
import { programNames } from './label-syntax.ts';
import { describingFiles } from './metadata-files.ts';
import { openFixture, textOf } from './open-fixture.ts';
import { jsonForScript } from './schema-org.ts';

const { view, site } = openFixture();
const files = describingFiles([view], site);
const release = view.bundle.manifest.release;
const text = (name: string) => textOf(files, `data/${release}/${name}`);
const described = describeRelease(view, site);
const base = 'https://data.example.org/';

type Members = Readonly<Record<string, unknown>>;

describe('DCAT', () => {
  const earlier: Description = { ...described, url: `${base}earlier`, release: 'a'.repeat(20), sequence: 1, files: [] };
  const quads: Quad[] = new Parser({ baseIRI: base }).parse(dcatTurtle([earlier, described]));
  const objects = (subject: string, property: string) =>
    quads
      .filter((quad) => quad.subject.value === subject && quad.predicate.value.endsWith(property))
      .map(({ object }) => object.value);
  const subjects = (type: string) =>
    quads
      .filter(({ object }) => object.value === `http://www.w3.org/ns/dcat#${type}`)
      .map(({ subject }) => subject.value);

  it('is the same graph in Turtle and in JSON-LD', async () => {
    const other = (await jsonld.toRDF(JSON.parse(dcatJsonLd([earlier, described])), {
      base,
      format: 'application/n-quads',
    })) as unknown as string;
    const line = ({ subject, predicate, object }: Quad) =>
      [
        subject.value,
        predicate.value,
        object.value,
        object.termType === 'Literal' ? `${object.language} ${object.datatype.value}` : 'node',
      ].join(' ');
    const linked = new Parser({ format: 'N-Quads' }).parse(other);
    expect(new Set(linked.map(line))).toEqual(new Set(quads.map(line)));
    expect(quads.length).toBeGreaterThan(100);
  });

  it('has what the application profile makes mandatory, and nothing that points nowhere', () => {
    expect(subjects('Catalog')).toHaveLength(1);
    for (const type of ['Catalog', 'Dataset', 'DatasetSeries'])
      for (const subject of subjects(type)) {
        expect(objects(subject, 'terms/title')).toHaveLength(1);
        expect(objects(subject, 'terms/description')).toHaveLength(1);
        expect(objects(subject, 'terms/publisher')).toHaveLength(1);
      }
    expect(subjects('Distribution')).toHaveLength(described.files.length);
    for (const subject of subjects('Distribution')) expect(objects(subject, '#accessURL')).toHaveLength(1);
    const known = new Set(quads.map(({ subject }) => subject.value));
    for (const property of [
      '#dataset',
      '#distribution',
      '#inSeries',
      '#prev',
      '#checksum',
      'terms/publisher',
      'terms/temporal',
    ])
      for (const { object } of quads.filter(({ predicate }) => predicate.value.endsWith(property)))
        expect(known).toContain(object.value);
  });

  it('carries each signed file’s checksum and size', () => {
    const [file] = described.files;
    expect(objects(`${file?.url}#sha256`, '#checksumValue')).toEqual([file?.sha256]);
    expect(objects(`${file?.url}#file`, '#byteSize')).toEqual([String(file?.bytes)]);
  });

  it('is valid where the site has no address: references are relative', () => {
    const { address: _, ...plain } = site;
    const relative = dcatTurtle([describeRelease(view, plain)]);
    expect(new Parser({ baseIRI: base }).parse(relative).length).toBeGreaterThan(50);
    expect(() => new Parser({ baseIRI: base }).parse(relative.replace('dcat:Catalog', 'dcat Catalog'))).toThrow();
  });
});

describe('schema.org', () => {
  const properties: Readonly<Record<string, readonly string[]>> = {
    Dataset:
      '@context @type @id name description url identifier isPartOf keywords license isAccessibleForFree creator publisher contributor datePublished version creativeWorkStatus inLanguage temporalCoverage spatialCoverage variableMeasured includedInDataCatalog distribution'.split(
        ' ',
      ),
    Organization: ['@type', 'name'],
    Country: ['@type', 'identifier', 'name'],
    PropertyValue: ['@type', 'propertyID', 'name', 'unitText', 'value', 'minValue', 'maxValue'],
    DataCatalog: ['@type', 'name', 'url'],
    DataDownload: ['@type', 'name', 'contentUrl', 'encodingFormat', 'contentSize', 'sha256'],
  };

  it('has the members search engines ask for, of types and names that schema.org has', async () => {
    const said = JSON.parse(await text('schema-org.jsonld')) as Members;
    expect(String(said.description).length).toBeGreaterThanOrEqual(50);
    expect(String(said.description).length).toBeLessThanOrEqual(5000);
    expect(said.description).toContain('Example data, not real');
    const visit = (value: unknown) => {
      if (Array.isArray(value)) value.forEach(visit);
      else if (typeof value === 'object' && value !== null) {
        const { '@type': type } = value as Members;
        expect(Object.keys(properties)).toContain(type);
        expect(properties[String(type)]).toEqual(expect.arrayContaining(Object.keys(value)));
        Object.values(value).forEach(visit);
      }
    };
    visit(said);
  });

  it('cannot close the script element it stands in', () => {
    expect(jsonForScript({ name: '</script><b>\u2028' })).toBe('{"name":"\\u003c/script>\\u003cb>\\u2028"}');
  });
});

describe('Croissant', () => {
  it('describes the signed files, and columns that tables.csv has', async () => {
    const said = JSON.parse(await text('croissant.json')) as Members;
    for (const name of [
      '@context',
      '@type',
      'name',
      'conformsTo',
      'description',
      'license',
      'url',
      'creator',
      'datePublished',
      'version',
      'citeAs',
    ])
      expect(said[name], name).toBeTruthy();
    expect(said.version).toMatch(/^\d+\.\d+\.\d+$/);
    const distribution = said.distribution as Members[];
    for (const file of distribution) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    const ids = distribution.map((file) => file['@id']);
    expect(ids).toEqual(view.bundle.manifest.files.map(({ path }) => path));
    const [records] = said.recordSet as {
      field: { '@id': string; dataType: string; source: { fileObject: Members; extract: Members } }[];
      key: Members[];
    }[];
    for (const field of records?.field ?? []) {
      expect(ids).toContain(field.source.fileObject['@id']);
      expect(['sc:Text', 'sc:Float', 'sc:Integer']).toContain(field.dataType);
    }
    const fields = (records?.field ?? []).map((field) => field['@id']);
    expect(fields).toHaveLength(11);
    for (const key of records?.key ?? []) expect(fields).toContain(key['@id']);
    const quads = (await jsonld.toRDF(said as never, { base })) as unknown as Quad[];
    expect(quads.filter(({ object }) => object.value === 'http://mlcommons.org/croissant/Field')).toHaveLength(11);
  });
});

describe('DataCite', () => {
  it('has the six mandatory properties, the DOI, and words of its lists only', async () => {
    const said = JSON.parse(await text('datacite.json')) as Members;
    const known =
      'schemaVersion types doi prefix suffix url creators titles publisher publicationYear subjects contributors dates language alternateIdentifiers relatedIdentifiers formats version rightsList descriptions geoLocations'.split(
        ' ',
      );
    expect(known).toEqual(expect.arrayContaining(Object.keys(said)));
    for (const name of ['types', 'creators', 'titles', 'publisher', 'publicationYear', 'schemaVersion'])
      expect(said[name], name).toBeTruthy();
    expect(said).toMatchObject({
      doi: '10.5072/release.2',
      prefix: '10.5072',
      suffix: 'release.2',
      publicationYear: '2016',
    });
    expect(said.types).toMatchObject({ resourceTypeGeneral: 'Dataset' });
    for (const { dateType } of said.dates as Members[]) expect(['Issued', 'Other']).toContain(dateType);
    for (const { contributorType } of said.contributors as Members[]) expect(contributorType).toBe('DataCollector');
    expect(said.relatedIdentifiers).toMatchObject([{ relationType: 'IsVersionOf', relatedIdentifierType: 'DOI' }]);
  });
});

// Children in the order of the schema of DDI Codebook 2.5, for the elements written here.
const order: Readonly<Record<string, readonly string[]>> = {
  codeBook: ['docDscr', 'stdyDscr', 'fileDscr', 'dataDscr', 'otherMat'],
  stdyDscr: ['citation', 'studyAuthorization', 'stdyInfo', 'studyDevelopment', 'method', 'dataAccs', 'othrStdyMat'],
  citation: ['titlStmt', 'rspStmt', 'prodStmt', 'distStmt', 'serStmt', 'verStmt', 'biblCit', 'holdings'],
  titlStmt: ['titl', 'subTitl', 'altTitl', 'parTitl', 'IDNo'],
  rspStmt: ['AuthEnty', 'othId'],
  prodStmt: ['producer', 'copyright', 'prodDate', 'prodPlac', 'software', 'fundAg', 'grantNo'],
  distStmt: ['distrbtr', 'contact', 'depositr', 'depDate', 'distDate'],
  verStmt: ['version', 'verResp'],
  stdyInfo: ['studyBudget', 'subject', 'abstract', 'sumDscr'],
  subject: ['keyword', 'topcClas'],
  sumDscr: [
    'timePrd',
    'collDate',
    'nation',
    'geogCover',
    'geogUnit',
    'geoBndBox',
    'boundPoly',
    'anlyUnit',
    'universe',
    'dataKind',
  ],
  dataAccs: ['setAvail', 'useStmt'],
  useStmt: ['confDec', 'specPerm', 'restrctn', 'contact', 'citReq', 'deposReq', 'conditions', 'disclaimer'],
  fileDscr: ['fileTxt', 'locMap'],
  fileTxt: ['fileName', 'fileCitation', 'dataFingerprint', 'fileCont', 'fileStrc', 'dimensns', 'fileType'],
  dataDscr: ['varGrp', 'nCubeGrp', 'var', 'nCube'],
  var: [
    'location',
    'labl',
    'imputation',
    'security',
    'embargo',
    'respUnit',
    'anlysUnit',
    'qstn',
    'valrng',
    'invalrng',
    'undocCod',
    'universe',
    'TotlResp',
    'sumStat',
    'txt',
    'stdCatgry',
    'catgryGrp',
    'catgry',
    'codInstr',
    'verStmt',
    'concept',
    'derivation',
    'varFormat',
  ],
  catgry: ['catValu', 'labl', 'txt', 'catStat', 'mrow', 'catgry'],
  derivation: ['drvdesc', 'drvcmd'],
};

describe('DDI Codebook', () => {
  it('is well formed, in the namespace of version 2.5, with its elements in the order of the schema', async () => {
    const wrong: string[] = [];
    const path: { name: string; at: number }[] = [];
    const counts = new Map<string, number>();
    const ids = new Set<string>();
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => wrong.push(error.message));
    parser.on('opentag', ({ local, uri, attributes }) => {
      if (uri !== 'ddi:codebook:2_5') wrong.push(`${local} in ${uri}`);
      const parent = path.at(-1);
      if (parent) {
        const at = (order[parent.name] ?? []).indexOf(local);
        if (at < parent.at) wrong.push(`${local} in ${parent.name}`);
        parent.at = Math.max(at, parent.at);
      }
      const id = attributes.ID?.value;
      if (id !== undefined && (ids.has(id) || !/^[A-Za-z_][\w.-]*$/.test(id))) wrong.push(`ID ${id}`);
      if (id !== undefined) ids.add(id);
      counts.set(local, (counts.get(local) ?? 0) + 1);
      path.push({ name: local, at: 0 });
    });
    parser.on('closetag', () => path.pop());
    parser.write(await text('ddi-codebook.xml')).close();
    expect(wrong).toEqual([]);
    expect(counts.get('titl')).toBe(1);
    expect(counts.get('var')).toBe(view.bundle.codebook.variables.length);
    expect(counts.get('catgry')).toBe(view.bundle.codebook.variables.flatMap(({ codes }) => codes).length);
  });

  it('marks reasons for missing answers as missing, and only those', async () => {
    const xml = await text('ddi-codebook.xml');
    const missing = [...xml.matchAll(/<catgry missing="Y">\s*<catValu>([^<]*)</g)].map(([, code]) => code);
    expect(missing.length).toBeGreaterThan(10);
    expect(missing.every((code) => code?.startsWith('?'))).toBe(true);
    expect(xml.match(/<catValu>\?/g)).toHaveLength(missing.length);
  });
});

describe('SDMX-CSV', () => {
  it('has one row a year, sex and age, with codes of SDG reporting, and claims to be no SDG series', async () => {
    const rows = parse(await text('sdg-16.2.2.csv'), { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(24);
    for (const row of rows) {
      expect(row).toMatchObject({ STRUCTURE: 'dataflow', ACTION: 'I', FREQ: 'A' });
      expect(row.STRUCTURE_ID).toMatch(/^[A-Z]+:[A-Z_]+\(\d+\.\d+\)$/);
      expect(['_T', 'M', 'F']).toContain(row.SEX);
      expect(['_T', 'Y0T17']).toContain(row.AGE);
      expect(row.OBS_VALUE === '').toBe(row.OBS_STATUS !== 'A');
      expect(row.SERIES).not.toMatch(/^VC_HTF/);
      expect(row.COMMENT_OBS).toContain('Example data, not real');
    }
    const keys = rows.map((row) => [row.SERIES, row.SEX, row.AGE, row.TIME_PERIOD].join());
    expect(new Set(keys).size).toBe(rows.length);
  });
});

describe('label syntax', () => {
  const path = 'tables/contributor_group~labour_sector.known';

  it('keeps every code apart: no two share a number, and none becomes a blank', async () => {
    const stata = await text(`${path}.do`);
    const domain = view.answers.domains['labour_sector.known'] ?? [];
    const replaced = [...stata.matchAll(/replace labour_sector_known = (\d+) if text\d+ == `"([^"]*)"'/g)];
    expect(replaced.map(([, , code]) => code)).toEqual(domain);
    expect(new Set(replaced.map(([, number]) => number)).size).toBe(domain.length);
    expect(stata).toContain('assert !missing(labour_sector_known)');
    expect(stata).toContain('Example data, not real');
    const spss = await text(`${path}.sps`);
    for (const code of domain) expect(spss).toContain(`\n    '${code}' '`);
    expect(spss.split('\n').filter((line) => line === '  .')).toHaveLength(3);
  });

  it('gives columns names that the programs take, none twice', () => {
    const long = `x${'y'.repeat(40)}`;
    const names = programNames(['a.b', 'a_b', '1st', long, `${long}z`, 'A.B']);
    expect(names).toEqual(['a_b', 'a_b_2', 'v1st', long.slice(0, 32), `${long.slice(0, 30)}_2`, 'A_B_3']);
  });
});
