// Descriptions and files of a release, read by the programs of those who own the formats. They are written in Python and in C;
// continuous integration installs those in Python (scripts/validators.mjs). What is not there is said, and not run.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exampleNote, publishedTables, tablesJsonStat } from '@casebridge/bundle';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvTable } from '../../packages/portal/src/open-data/csv-table.ts';
import { spssSyntax } from '../../packages/portal/src/open-data/label-syntax.ts';
import { describingFiles } from '../../packages/portal/src/open-data/metadata-files.ts';
import { openFixture, textOf } from '../../packages/portal/src/open-data/open-fixture.ts';
import { releaseFiles } from '../../packages/portal/src/open-data/release-files.ts';
import { tableCells, tableFileColumns } from '../../packages/portal/src/open-data/table-rows.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'casebridge-validators-'));
const says = (program: string, ...words: string[]): Promise<boolean> =>
  run(program, words).then(
    () => true,
    () => false,
  );
const python = (code: string) => run('python3', ['-c', code, folder]);
const present = {
  croissant: await says('python3', '-c', 'import mlcroissant'),
  hxl: await says('python3', '-c', 'import hxl'),
  jsonStat: await says('python3', '-c', 'import jsonstat_validator'),
  pspp: await says('pspp', '--version'),
};
const names = {
  croissant: ['mlcroissant', 'Croissant'],
  hxl: ['libhxl', 'HXL'],
  jsonStat: ['jsonstat-validator', 'JSON-stat'],
  pspp: ['pspp', 'SPSS syntax'],
} as const;
for (const [which, [program, format]] of Object.entries(names)) {
  if (present[which as keyof typeof present]) continue;
  process.stdout.write(`${program} is not installed: ${format} was checked by our own tests alone\n`);
}

const { view, site } = openFixture();
const set = view.answers.tables.find((table) => table.length === 2) ?? [];
const cells = tableCells(view, set);
const columns = tableFileColumns(view, set);

beforeAll(async () => {
  const release = `data/${view.bundle.manifest.release}`;
  const described = describingFiles([view], site);
  const made = releaseFiles(view, site);
  const { codebook, manifest } = view.bundle;
  const tables = [...publishedTables({ ...view.answers, tables: [set] }, {})];
  const file = { tables, domains: view.answers.domains, codebook, title: manifest.title, language: 'en', exampleNote };
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'croissant.json': await textOf(described, `${release}/croissant.json`),
    'figures.hxl.csv': await textOf(made, `${release}/figures.hxl.csv`),
    'coverage.hxl.csv': await textOf(made, `${release}/coverage.hxl.csv`),
    'cells.hxl.csv': csvTable(columns, cells, true),
    'tables.json': tablesJsonStat(file),
    'cells.csv': csvTable(columns, cells),
    'cells.sps': spssSyntax(view, { name: 'cells.csv', title: 'Cells', columns }),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('validators of those who own the formats', () => {
  it.skipIf(!present.croissant)(
    'mlcroissant finds no error in Croissant metadata, and finds one that was made',
    async () => {
      const { stdout } = await python(`import json, sys
import mlcroissant as mlc
said = json.load(open(sys.argv[1] + "/croissant.json", encoding="utf-8"))
issues = mlc.Dataset(jsonld=said).metadata.ctx.issues
print(json.dumps({"errors": sorted(issues.errors), "warnings": sorted(issues.warnings)}))
del said["recordSet"][0]["field"][0]["source"]["fileObject"]
try:
    mlc.Dataset(jsonld=said); print("taken")
except mlc.ValidationError: print("refused")`);
      const [issues, spoilt] = stdout.trim().split('\n');
      expect(JSON.parse(issues ?? '')).toEqual({ errors: [], warnings: [] });
      expect(spoilt).toBe('refused');
    },
  );

  it.skipIf(!present.hxl)('libhxl finds no error in files with hashtags, and finds one that was made', async () => {
    const { stdout } = await python(`import sys, hxl
from hxl.input import InputOptions
def errors(path):
    found = []
    source = hxl.data(path, InputOptions(allow_local=True))
    hxl.schema(None, callback=lambda issue: found.append(issue.rule.severity)).validate(source)
    return found.count("error")
for name in ["figures", "coverage", "cells"]:
    print(name, errors(sys.argv[1] + "/" + name + ".hxl.csv"))
open(sys.argv[1] + "/spoilt.csv", "w").write("a,b\\n#date+year,#value\\nall,few\\n")
print("spoilt", errors(sys.argv[1] + "/spoilt.csv"))`);
    expect(stdout.trim().split('\n')).toEqual(['figures 0', 'coverage 0', 'cells 0', 'spoilt 2']);
  });

  it.skipIf(!present.jsonStat)(
    'jsonstat-validator takes the tables, and refuses a size that does not fit',
    async () => {
      const { stdout } = await python(`import json, sys
from jsonstat_validator import validate_jsonstat
said = json.load(open(sys.argv[1] + "/tables.json", encoding="utf-8"))
print(validate_jsonstat(said))
said["link"]["item"][0]["size"][0] += 1
try: print(validate_jsonstat(said))
except Exception: print("refused")`);
      expect(stdout.trim().split('\n')).toEqual(['True', 'refused']);
    },
  );

  it.skipIf(!present.pspp)('PSPP reads a table with its syntax: every row, every label, no cell missing', async () => {
    const syntax = join(folder, 'read.sps');
    const [first = ''] = set;
    writeFileSync(syntax, `INCLUDE 'cells.sps'.\nFREQUENCIES ${first}.\n`);
    const { stdout } = await run('pspp', ['-O', 'format=csv', syntax], { cwd: folder });
    expect(stdout).not.toMatch(/error|warning/i);
    const codes = view.bundle.codebook.variables.find(({ id }) => id === first)?.codes ?? [];
    const own = codes.filter(({ code }) => view.answers.domains[first]?.includes(code));
    for (const { labels } of own) expect(stdout).toContain(labels.en);
    expect(stdout).toMatch(new RegExp(`^Total,.*\\b${cells.length}\\b`, 'm'));
  });
});
