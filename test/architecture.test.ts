import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// The plan of the house: which package may import which. Every package may throw a `refusal`.
const allowed: Readonly<Record<string, readonly string[]>> = {
  refusal: [],
  standard: [],
  intake: ['standard'],
  submission: ['standard'],
  linkage: ['intake/csv'],
  privacy: [],
  prevalence: [],
  figures: ['standard', 'privacy/results'],
  bundle: ['prevalence', 'privacy/results', 'privacy/synthesis', 'privacy', 'figures/types'],
  release: [
    'standard',
    'intake',
    'intake/node',
    'submission',
    'submission/store',
    'submission/node',
    'prevalence',
    'linkage',
    'linkage/node',
    'privacy',
    'privacy/results',
    'privacy/sql',
    'privacy/synthesis',
    'privacy/node',
    'privacy/utility',
    'figures',
    'figures/types',
    'bundle',
    'bundle/node',
    'bundle/types',
  ],
  // A page of its own, which the portal carries as built files and never as code.
  contribute: ['standard', 'intake', 'submission', 'privacy/results', 'figures', 'figures/types'],
  portal: ['bundle', 'bundle/node', 'bundle/types', 'figures', 'figures/types', 'standard', 'privacy/results'],
  cli: ['*'],
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));

interface Import {
  readonly file: string;
  readonly specifier: string;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', 'generated'].includes(entry.name) ? [] : filesBelow(path);
    return /\.(ts|tsx)$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s+['"]([^'"]+)['"]|(?:^|\n)import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => ({
    file: relative(root, file),
    specifier: (match[1] ?? match[2] ?? match[3]) as string,
  }));
}

const packages = readdirSync(join(root, 'packages')).filter((name) =>
  existsSync(join(root, 'packages', name, 'package.json')),
);
const sources = packages.map((name) => ({
  name,
  imports: filesBelow(join(root, 'packages', name, 'src')).flatMap(importsOf),
}));
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || /\/(fixture|testing)[^/]*\.tsx?$/.test(file);
const manifest = (path: string) =>
  JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, Record<string, unknown> | undefined>;

describe('the arrows between packages', () => {
  it('knows every package', () => {
    expect(packages.filter((name) => !(name in allowed))).toEqual([]);
  });

  it.each(sources)('keeps $name to the packages it may import', ({ name, imports }) => {
    const may = allowed[name] as readonly string[];
    const wrong = imports.filter(({ file, specifier }) => {
      if (!specifier.startsWith('@casebridge/') || isTest(file)) return false;
      const target = specifier.slice('@casebridge/'.length);
      return target !== 'refusal' && !may.includes('*') && !may.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it('never reaches into another package past its exports', () => {
    const deep = sources.flatMap(({ name, imports }) =>
      imports.filter(({ specifier }) => {
        if (/^\.\..*packages\//.test(specifier)) return true;
        if (!specifier.startsWith('@casebridge/')) return false;
        const [target, ...rest] = specifier.slice('@casebridge/'.length).split('/');
        const open = manifest(`${target === 'examples' ? '' : 'packages/'}${target}/package.json`)['exports'] ?? {};
        return name === target || !(rest.length === 0 ? '.' in open : `./${rest.join('/')}` in open);
      }),
    );
    expect(deep).toEqual([]);
  });

  it('lets the bundle see of privacy only results, the mark of protected values and the verdicts of gates', () => {
    const bundle = sources.find(({ name }) => name === 'bundle');
    const named = (bundle?.imports ?? []).filter(
      ({ file, specifier }) => specifier === '@casebridge/privacy' && !isTest(file),
    );
    for (const { file } of named) {
      const text = readFileSync(join(root, file), 'utf8');
      const names = [...text.matchAll(/import\s+(?:type\s+)?\{([^}]*)\}\s+from\s+'@casebridge\/privacy'/g)].flatMap(
        (match) => (match[1] as string).split(',').map((part) => part.replace(/\btype\b/, '').trim()),
      );
      expect(
        names.filter(
          (part) => part && !/^(Protected|publish|isProtected|readProtected|protectedValue|GateVerdict$)/.test(part),
        ),
        file,
      ).toEqual([]);
    }
  });

  it('lets only measuring, k-anonymity, audit and utility see counts', () => {
    const privacy = sources.find(({ name }) => name === 'privacy');
    const wrong = (privacy?.imports ?? []).filter(({ file, specifier }) => {
      if (isTest(file) || !/(^|\/)count(\/|\.ts$)/.test(specifier)) return false;
      return !/src\/(count|measure|kanonymity|audit|utility|tables|sql|node|browser|index)/.test(file);
    });
    expect(wrong).toEqual([]);
  });

  it('lets only the assessment read utility against real records, and keeps it from what predicts', () => {
    const reading = sources
      .flatMap(({ imports }) => imports)
      .filter(({ file, specifier }) => specifier === '@casebridge/privacy/utility' && !isTest(file))
      .map(({ file }) => file);
    expect(reading.filter((file) => !file.startsWith('packages/release/src/assess/'))).toEqual([]);
    const predicting = (sources.find(({ name }) => name === 'privacy')?.imports ?? []).filter(
      ({ file }) => /src\/(predicted\/|results\/predicted-)/.test(file) && !isTest(file),
    );
    expect(
      predicting.filter(({ specifier }) => /\/(count|utility|measure|columns|sql|node)\//.test(specifier)),
    ).toEqual([]);
    const within = sources.find(({ name }) => name === 'privacy')?.imports ?? [];
    const leaking = within.filter(
      ({ file, specifier }) => /\/utility\//.test(specifier) && !/src\/(utility|audit)\//.test(file) && !isTest(file),
    );
    expect(leaking).toEqual([]);
  });

  it('keeps the verifier of anonymised files free of everything that anonymises', () => {
    const privacy = sources.find(({ name }) => name === 'privacy');
    const own = (privacy?.imports ?? []).filter(
      ({ file }) => /\/kanonymity\/verify-[^/]+\.ts$/.test(file) && !isTest(file),
    );
    expect(own.length).toBeGreaterThan(3);
    expect(own.filter(({ specifier }) => !/^(@casebridge\/refusal|\.\/verify-[a-z-]+\.ts)$/.test(specifier))).toEqual(
      [],
    );
  });

  it('keeps results free of counts, noise and ledger', () => {
    const privacy = sources.find(({ name }) => name === 'privacy');
    const wrong = (privacy?.imports ?? []).filter(
      ({ file, specifier }) =>
        file.includes('/src/results/') &&
        !isTest(file) &&
        /\/(count|noise|ledger|measure|columns|sql|node)\//.test(specifier),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps what makes synthetic records free of counts, noise and ledger, however far its imports reach', () => {
    const folder = join(root, 'packages/privacy/src');
    const reached = new Set<string>();
    const visit = (file: string): void => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const target of valueImports(file)) visit(target);
    };
    visit(join(folder, 'synthesis/index.ts'));
    const folders = [...reached].map((file) => relative(folder, file).split('/')[0] as string);
    const may = ['accounting', 'columns', 'display', 'pgm', 'residual', 'results', 'synthesis', 'rational.ts'];
    expect([...new Set(folders)].filter((name) => !may.includes(name))).toEqual([]);
    expect(reached.size).toBeGreaterThan(5);
  });

  it('takes noise for publication from the operating system in one place', () => {
    const declaring = packages
      .flatMap((name) => filesBelow(join(root, 'packages', name, 'src')))
      .filter((file) => !isTest(file) && /\bsystemRandom\(/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(root, file));
    expect(declaring.sort()).toEqual([
      'packages/privacy/src/browser/browser-random.ts',
      'packages/privacy/src/random/random-bytes.ts',
      'packages/release/src/ledger/system-random.ts',
    ]);
    const issuing = (sources.find(({ name }) => name === 'privacy')?.imports ?? [])
      .filter(({ file, specifier }) => !isTest(file) && /\/(grant|protected)\.ts$/.test(specifier))
      .map(({ file }) => file.replace('packages/privacy/src/', ''));
    expect([...new Set(issuing)].sort()).toEqual([
      'audit/practice-synthesis.ts',
      'audit/practice.ts',
      'browser/carry-out.ts',
      'index.ts',
      'ledger/ledger.ts',
      'ledger/meter.ts',
      'measure/adaptive.ts',
      'measure/distance.ts',
      'measure/run-synthesis.ts',
      'measure/shared-rows.ts',
      'measure/tables.ts',
      'predicted/predicted-utility.ts',
      'protected.ts',
      'tables/run-job.ts',
    ]);
  });

  it('keeps checks that block a release from real records, and findings on real records from bundles', () => {
    const files = packages
      .flatMap((name) => filesBelow(join(root, 'packages', name, 'src')))
      .filter((file) => !isTest(file))
      .map((file) => ({ file: relative(root, file), text: readFileSync(file, 'utf8') }));
    const naming = (name: string) =>
      files.filter(({ text }) => new RegExp(`\\b${name}\\b`).test(text)).map(({ file }) => file);
    const outside = (name: string, allowedIn: RegExp) => naming(name).filter((file) => !allowedIn.test(file));
    const own = 'packages/privacy/src/(audit|index)';
    expect(outside('inventedTable', /^packages\/privacy\/src\/audit\//)).toEqual([]);
    expect(outside('lastReleaseTable', new RegExp(`^(${own}|packages/release/src/gates/)`))).toEqual([]);
    expect(outside('declaredPublicTable', new RegExp(`^(${own}|packages/release/src/gates/)`))).toEqual([]);
    expect(outside('readInspection', new RegExp(`^(${own}|packages/release/src/(inspections|attack)/)`))).toEqual([]);
    const attacking = new RegExp(`^(${own}|packages/release/src/(inspections|attack)/)`);
    for (const name of ['runAttacks', 'AttackResults', 'judgeAttacks']) expect(outside(name, attacking)).toEqual([]);
    const gates = sources
      .flatMap(({ imports }) => imports)
      .filter(({ file }) => /src\/gates\//.test(file) && !isTest(file));
    const real = /@casebridge\/(submission|intake)|\/(coding|engine|marks|inspections|build)\/|\/count\//;
    expect(gates.filter(({ specifier }) => real.test(specifier))).toEqual([]);
    const inspections = sources
      .flatMap(({ imports }) => imports)
      .filter(({ specifier }) => /\/(inspections?|attack)\b/.test(specifier));
    expect(inspections.filter(({ file }) => /packages\/bundle\/|src\/(gates|documents|build)\//.test(file))).toEqual(
      [],
    );
  });

  it('has no cycle inside a package', () => {
    const cycles = sources.flatMap(({ name }) => cyclesIn(join(root, 'packages', name, 'src')));
    expect(cycles).toEqual([]);
  });
});

describe('packages that run anywhere', () => {
  const anywhere = [
    'refusal',
    'standard',
    'intake',
    'submission',
    'linkage',
    'linkage/node',
    'privacy',
    'prevalence',
    'figures',
    'bundle',
  ];
  it.each(anywhere)('keeps Node out of %s', (name) => {
    const source = sources.find((entry) => entry.name === name);
    const wrong = (source?.imports ?? []).filter(
      ({ file, specifier }) => specifier.startsWith('node:') && !isTest(file) && !/src\/(node|store)\//.test(file),
    );
    expect(wrong).toEqual([]);
  });
});

describe('clocks, chance and the environment', () => {
  // Where a program meets the world: the command line, a release's clock, and the browser that prints.
  const adapters = [
    'packages/cli/src/index.ts',
    'packages/contribute/src/worker/contribute-worker.ts',
    'packages/privacy/src/browser/synthesis-worker.ts',
    'packages/release/src/build/build-release.ts',
    'packages/release/src/ledger/one-shot-ledger.ts',
    'packages/portal/src/report/print-pdf.ts',
  ];
  const files = packages
    .flatMap((name) => filesBelow(join(root, 'packages', name, 'src')))
    .filter((file) => !isTest(file))
    .map((file) => ({ file: relative(root, file), text: readFileSync(file, 'utf8') }));

  it.each([
    ['Math.random', /\bMath\.random\b/, []],
    ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)/, adapters],
    ['process.env', /\bprocess\.env\b/, adapters],
  ] as const)('keeps %s out of everything but adapters', (_, pattern, allowedIn) => {
    const used = files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);
    expect(used.filter((file) => !(allowedIn as readonly string[]).includes(file))).toEqual([]);
  });
});

describe('dependencies', () => {
  const manifests = [
    'package.json',
    ...packages.map((name) => `packages/${name}/package.json`),
    'bench/package.json',
    'examples/package.json',
  ];
  const outside = manifests.flatMap((path) => {
    const { dependencies = {}, devDependencies = {} } = manifest(path);
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([name]) => !name.startsWith('@casebridge/'))
      .map(([name, version]) => ({ path, name, version: String(version) }));
  });

  it('are pinned to exact versions', () => {
    expect(outside.filter(({ version }) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('each have a line in docs/dependencies.md', () => {
    const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
    expect([...new Set(outside.map(({ name }) => name))].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  it('are declared by the package that imports them', () => {
    const missing = sources.flatMap(({ name, imports }) => {
      const { dependencies = {}, devDependencies = {} } = manifest(`packages/${name}/package.json`);
      return imports.filter(({ file, specifier }) => {
        if (specifier.startsWith('.') || specifier.startsWith('node:') || isTest(file)) return false;
        const parts = specifier.split('/');
        const target = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
        return !(target in dependencies || `@types/${target}` in devDependencies);
      });
    });
    expect(missing).toEqual([]);
  });
});

/** Files a file imports by a relative path, types aside. */
function valueImports(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:^|\n)(?:import|export)\s+(?!type\b)[^'"`;]*?from\s+['"](\.[^'"]+)['"]/g)].map((match) =>
    join(dirname(file), match[1] as string),
  );
}

function cyclesIn(folder: string): string[] {
  const graph = new Map<string, string[]>();
  for (const file of filesBelow(folder)) {
    if (isTest(file)) continue;
    graph.set(file, valueImports(file));
  }
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done' || !graph.has(file)) return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file].map((part) => relative(root, part)).join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) as string[]) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}
