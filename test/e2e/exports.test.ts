// Blank, zero, withheld and unknown are four things in every format that a release is exported to: other programs read the files
// with what they bring along, write what they read, and nothing of it may have changed.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exampleNote, publishedTables, tablesCsv, tablesJsonStat, tablesParquet, tablesXlsx } from '@casebridge/bundle';
import { joinNames } from '@casebridge/privacy/results';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvTable } from '../../packages/portal/src/open-data/csv-table.ts';
import { figureColumns, statusOf } from '../../packages/portal/src/open-data/figure-rows.ts';
import { spssSyntax, stataSyntax } from '../../packages/portal/src/open-data/label-syntax.ts';
import { openFixture } from '../../packages/portal/src/open-data/open-fixture.ts';
import { sdmxCsv } from '../../packages/portal/src/open-data/sdmx.ts';
import { tableCells, tableFileColumns } from '../../packages/portal/src/open-data/table-rows.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'casebridge-exports-'));
const has = async (program: string, ...words: string[]): Promise<boolean> =>
  run(program, words).then(
    () => true,
    () => false,
  );
const present = {
  python: await has('python3', '--version'),
  pandas: await has('python3', '-c', 'import pandas'),
  parquet: await has('python3', '-c', 'import pyarrow.parquet'),
  r: await has('Rscript', '--version'),
};
const say = (line: string) => process.stdout.write(`${line}\n`);
if (!present.python) say('python3 is not installed: exports were not read in Python');
else if (!present.pandas) say('pandas is not installed: exports were read with the standard library of Python alone');
if (present.python && !present.parquet) say('pyarrow is not installed: Parquet was read by DuckDB alone');
if (!present.r) say('Rscript is not installed: exports were not read in R');
else say('R by itself reads no JSON and no XLSX: those were read in Python alone');

// The invented release, with a cell that is zero by declaration and a figure for each reason to withhold one.
const { view: plain } = openFixture();
const set = plain.answers.tables.find((table) => table.length === 2 && table.includes('sex_or_gender')) ?? [];
const zeros = { [joinNames(set)]: [1] };
const reasons = ['base_too_small', 'interval_too_wide', 'not_collected'] as const;
const blank = { value: null, interval: null, bounds: null };
const withheldAt = (at: number) => (at < reasons.length ? { ...blank, withheld: reasons[at] ?? null } : {});
const citable = plain.citable
  .filter(({ family, group }) => group === null && ['victims', 'sex.male', 'sex.female', 'children'].includes(family))
  .map((figure, at) => ({ ...figure, ...withheldAt(at), ...(at === reasons.length && { value: 0 }) }));
const view = {
  ...plain,
  citable,
  bundle: { ...plain.bundle, measurements: { ...plain.bundle.measurements, structuralZeros: zeros }, figures: citable },
};
const tables = [...publishedTables({ ...view.answers, tables: [set] }, zeros)];
const cells = tableCells(view, set);
const columns = tableFileColumns(view, set);
const { codebook, manifest } = view.bundle;
const file = { tables, domains: view.answers.domains, codebook, title: manifest.title, language: 'en', exampleNote };
const syntax = { name: 'cells.csv', title: 'Cells', columns };

/** What every reader has to find of each cell: its codes, its year, its estimate, and what is said of it. */
const expected = cells.map(({ table, codes, at }) => [...codes, table.period, table.estimate[at], table.flags[at]]);
/** Of each figure: its name, its number or none, and its status. */
const figures = citable.map((figure) => [figure.id, figure.value, statusOf(figure)]);
const sdmxStatus: Readonly<Record<string, string>> = {
  base_too_small: 'Q',
  interval_too_wide: 'U',
  not_collected: 'L',
};

beforeAll(async () => {
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'cells.csv': csvTable(columns, cells),
    'cells.hxl.csv': csvTable(columns, cells, true),
    'cells.sps': spssSyntax(view, syntax),
    'cells.do': stataSyntax(view, syntax),
    'figures.csv': csvTable(figureColumns(view, 'en'), citable),
    'sdmx.csv': sdmxCsv(view),
    'tables.csv': tablesCsv(file),
    'tables.json': tablesJsonStat(file),
    'tables.xlsx': await tablesXlsx(file),
    'tables.parquet': tablesParquet(file),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('has one of each kind in what is exported', () => {
  const flags = new Set(cells.map(({ table, at }) => table.flags[at]));
  expect([...flags].sort()).toEqual(expect.arrayContaining(['declared', 'low', 'ok']));
  expect(cells.some(({ codes }) => codes.includes('?unknown'))).toBe(true);
  expect(cells.some(({ codes }) => codes.includes('?not_asked'))).toBe(true);
  expect(cells.some(({ table, at }) => table.estimate[at] === 0 && table.flags[at] === 'declared')).toBe(true);
  expect(new Set(figures.map(([, , status]) => status))).toEqual(new Set([...reasons, 'measured']));
  expect(figures.filter(([, value]) => value === 0)).toHaveLength(1);
});

const python = `import csv, io, json, re, sys, zipfile
import xml.etree.ElementTree as xml
at = sys.argv[1] + "/"
width = int(sys.argv[2])
def rows(name):
    return list(csv.reader(open(at + name, encoding="utf-8-sig", newline="")))
def cells(lines):
    head = lines[0]
    return [l[:width + 1] + [float(l[head.index("estimate")]), l[head.index("flag")]] for l in lines[1:]]
def packed(lines):
    head = lines[0]
    of = lambda l, name: l[head.index(name)]
    return [split(of(l, "codes")) + [of(l, "period"), float(of(l, "estimate")), of(l, "flag")] for l in lines[1:]]
def split(codes):
    return codes.split(sys.argv[3])
out = {}
plain, tagged = rows("cells.csv"), rows("cells.hxl.csv")
out["csv"] = cells(plain)
assert all(tag.startswith("#") for tag in tagged[1])
out["hxl"] = cells([tagged[0]] + tagged[2:])
out["bundle csv"] = packed(rows("tables.csv"))
book = zipfile.ZipFile(at + "tables.xlsx")
ns = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
shared = [] if "xl/sharedStrings.xml" not in book.namelist() else ["".join(t.text or "" for t in s.iter("{%s}t" % ns["m"])) for s in xml.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", ns)]
def read(c):
    if c.get("t") == "s": return shared[int(c.find("m:v", ns).text)]
    if c.get("t") == "inlineStr": return "".join(t.text or "" for t in c.iter("{%s}t" % ns["m"]))
    return "" if c.find("m:v", ns) is None else c.find("m:v", ns).text
sheets = sorted(n for n in book.namelist() if re.match(r"xl/worksheets/sheet\\d+\\.xml$", n))
out["xlsx"] = packed([[read(c) for c in r.findall("m:c", ns)] for r in xml.fromstring(book.read(sheets[-1])).iter("{%s}row" % ns["m"])])
stat = json.load(open(at + "tables.json", encoding="utf-8"))["link"]["item"][0]
size, ids = stat["size"], stat["id"]
index = [stat["dimension"][i]["category"]["index"] for i in ids]
found = []
for place in range(0, len(stat["value"]), size[-1]):
    rest, codes = place // size[-1], []
    for axis in range(len(ids) - 2, -1, -1):
        codes.insert(0, index[axis][rest % size[axis]]); rest //= size[axis]
    assert stat["value"][place] is not None
    found.append(codes[1:] + [codes[0], stat["value"][place + index[-1].index("estimate")], stat["status"].get(str(place), "ok")])
out["json-stat"] = found
sps = open(at + "cells.sps", encoding="utf-8").read()
assert "MISSING VALUES" not in sps.upper()
labels = {}
for block in re.split(r"\\n  /?(?=\\w+\\n    ')", sps.split("VALUE LABELS")[1].split("\\n  .")[0])[1:]:
    name, lines = block.split("\\n", 1)
    labels[name] = dict(re.findall(r"'((?:[^']|'')*)' '((?:[^']|'')*)'", lines))
out["spss"] = [[labels[plain[0][axis]][l[axis]] for axis in range(width)] for l in plain[1:]]
do = open(at + "cells.do", encoding="utf-8").read()
maps = {}
for name, number, code in re.findall(r"replace (\\w+) = (\\d+) if text\\d+ == \`\\"(.*?)\\"'", do):
    assert code not in maps.setdefault(name, {}) and number not in maps[name].values()
    maps[name][code] = number
assert do.count("assert !missing(") == len(maps)
out["stata"] = [[int(maps[plain[0][axis]][l[axis]]) for axis in range(width)] for l in plain[1:]]
said = rows("figures.csv")
col = {name: at for at, name in enumerate(said[0])}
out["figures"] = [[l[col["id"]], None if l[col["value"]] == "" else float(l[col["value"]]), l[col["status"]]] for l in said[1:]]
said = rows("sdmx.csv")
col = {name: at for at, name in enumerate(said[0])}
out["sdmx"] = [[None if l[col["OBS_VALUE"]] == "" else float(l[col["OBS_VALUE"]]), l[col["OBS_STATUS"]]] for l in said[1:]]
csv.writer(open(at + "python.csv", "w", encoding="utf-8", newline="")).writerows(plain)
csv.writer(open(at + "python-figures.csv", "w", encoding="utf-8", newline="")).writerows(rows("figures.csv"))
print(json.dumps(out))`;

const pandas = `import json, sys, pandas
at = sys.argv[1] + "/"
read = lambda name: pandas.read_csv(at + name, dtype={"period": str}, keep_default_na=False, na_values={"value": [""]})
cells = read("cells.csv"); figures = read("figures.csv")
figures.to_csv(at + "pandas-figures.csv", index=False)
print(json.dumps({"cells": cells[sys.argv[2].split(",") + ["period", "estimate", "flag"]].values.tolist(),
  "figures": [[i, None if pandas.isna(v) else v, s] for i, v, s in figures[["id", "value", "status"]].values.tolist()]}))`;

const r = `at <- commandArgs(TRUE)[1]
read <- function(name, ...) read.csv(file.path(at, name), fileEncoding = "UTF-8-BOM", check.names = FALSE, ...)
cells <- read("cells.csv")
lines <- readLines(file.path(at, "cells.hxl.csv"), encoding = "UTF-8")
tagged <- read.csv(text = lines[-2], check.names = FALSE)
stopifnot(startsWith(lines[2], "#"), identical(unname(as.list(tagged)), unname(as.list(cells))))
figures <- read("figures.csv"); sdmx <- read("sdmx.csv")
stopifnot(!anyNA(cells$estimate), all(is.na(sdmx$OBS_VALUE) == (sdmx$OBS_STATUS != "A")))
write.csv(cells, file.path(at, "r.csv"), row.names = FALSE, na = "")
write.csv(figures, file.path(at, "r-figures.csv"), row.names = FALSE, na = "")
cat(sum(is.na(sdmx$OBS_VALUE)), sum(sdmx$OBS_VALUE == 0, na.rm = TRUE))`;

// A file that another program wrote, as the cells and figures it holds.
const rowsOf = (name: string) =>
  parse(readFileSync(join(folder, name)), { columns: true, bom: true }) as Record<string, string>[];
const number = (text: string | undefined) => (text === '' ? null : Number(text));
const cellsIn = (name: string) =>
  rowsOf(name).map((row) => [...set.map((id) => row[id]), row.period, number(row.estimate), row.flag]);
const figuresIn = (name: string) => rowsOf(name).map((row) => [row.id, number(row.value), row.status]);

describe.skipIf(!present.python)('in Python, with its standard library', () => {
  it('every format says the same of every cell and figure, and nothing changes when it is written again', async () => {
    const separator = joinNames(['', '']);
    const { stdout } = await run('python3', ['-c', python, folder, String(set.length), separator], {
      maxBuffer: 2 ** 26,
    });
    const said = JSON.parse(stdout) as Record<string, unknown>;
    for (const format of ['csv', 'hxl', 'bundle csv', 'xlsx', 'json-stat']) {
      expect([...(said[format] as unknown[])].sort(), format).toEqual([...expected].sort());
    }
    expect(said.figures).toEqual(figures);
    const statuses = figures.map(([, value, status]) => [value, sdmxStatus[String(status)] ?? 'A']);
    expect([...(said.sdmx as unknown[])].sort()).toEqual([...statuses].sort());
    expect(cellsIn('python.csv')).toEqual(expected);
    expect(figuresIn('python-figures.csv')).toEqual(figures);
    const labelOf = (id: string, code: string) =>
      codebook.variables.find((each) => each.id === id)?.codes.find((each) => each.code === code)?.labels.en;
    const axis = (id: string) => columns.findIndex(({ name }) => name === id);
    const own = columns.slice(0, set.length).map(({ name }) => name);
    expect(said.spss).toEqual(cells.map(({ codes }) => own.map((id) => labelOf(id, codes[axis(id)] ?? ''))));
    const codesOf = (id: string) =>
      codebook.variables.find((each) => each.id === id)?.codes.map(({ code }) => code) ?? [];
    expect(said.stata).toEqual(
      cells.map(({ codes }) => own.map((id) => codesOf(id).indexOf(codes[axis(id)] ?? '') + 1)),
    );
  });

  it.skipIf(!present.pandas)('pandas reads them as they are, and writes them so', async () => {
    const { stdout } = await run('python3', [
      '-c',
      pandas,
      folder,
      columns
        .slice(0, set.length)
        .map(({ name }) => name)
        .join(),
    ]);
    expect(JSON.parse(stdout)).toEqual({ cells: expected, figures });
    expect(figuresIn('pandas-figures.csv')).toEqual(figures);
  });

  it.skipIf(!present.parquet)('pyarrow finds no blank in Parquet, and every zero with its flag', async () => {
    const code = `import json, sys, pyarrow.parquet as p
print(json.dumps([[r["codes"], r["period"], r["estimate"], r["flag"]] for r in p.read_table(sys.argv[1]).to_pylist()]))`;
    const { stdout } = await run('python3', ['-c', code, join(folder, 'tables.parquet')]);
    expect(JSON.parse(stdout)).toEqual(packed);
  });
});

const packed = cells.map(({ table, codes, at }) => [
  joinNames(codes),
  table.period,
  table.estimate[at],
  table.flags[at],
]);

describe.skipIf(!present.r)('in R, with what it brings along', () => {
  it('CSV, with tags and without, and SDMX-CSV read as they are, and nothing changes when they are written again', async () => {
    const { stdout } = await run('Rscript', ['-e', r, folder]);
    expect(stdout.trim()).toBe(`${reasons.length} 1`);
    expect(cellsIn('r.csv')).toEqual(expected);
    expect(figuresIn('r-figures.csv')).toEqual(figures);
  });
});

describe('in DuckDB', () => {
  it('Parquet holds every cell: no null, zeros with their flags, reasons as codes', async () => {
    const database = await DuckDBInstance.create();
    const connection = await database.connect();
    const reader = await connection.runAndReadAll(
      `SELECT codes, period, estimate, flag FROM '${join(folder, 'tables.parquet')}'`,
    );
    expect(reader.getRows()).toEqual(packed);
    connection.closeSync();
  });
});
