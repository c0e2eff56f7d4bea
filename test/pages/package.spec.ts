import { expect } from 'chai';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, type Definition } from '../../src/index.ts';
import { CONSUMER, tsconfig } from './support/consumer.ts';
import { run } from './support/qr.ts';
import { ROOT } from './support/server.ts';

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

describe('the package', function () {
  this.timeout(120_000);
  let folder: string;
  let packed: string[];
  const inside = (path: string) => join(folder, 'node_modules/contest-banner', path);
  const read = (path: string) => readFile(inside(path));
  const node = (code: string) =>
    run('node', ['--input-type=module', '--eval', code], { cwd: folder }).then(({ stdout }) =>
      JSON.parse(stdout),
    );

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'contest-banner-'));
    const pack = ['pack', '--json', '--pack-destination', folder];
    const { stdout } = await run('npm', pack, { cwd: ROOT });
    const [{ filename, files }] = JSON.parse(stdout);
    packed = files.map(({ path }: { path: string }) => path);
    const project = { name: 'consumer', private: true, type: 'module' };
    await writeFile(join(folder, 'package.json'), JSON.stringify(project));
    await writeFile(join(folder, 'consumer.ts'), CONSUMER);
    const quiet = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
    await run('npm', ['install', `./${filename}`, ...quiet], { cwd: folder });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('holds what is built', () => {
    expect(packed).to.include.members([
      'package.json',
      'README.md',
      'LICENSE',
      'dist/index.js',
      'dist/define.js',
      'dist/contest-banner.js',
      'dist/types/index.d.ts',
      'dist/types/define.d.ts',
      'dist/contest.schema.json',
      'dist/custom-elements.json',
      'dist/integrity.json',
      'dist/LICENCES.txt',
    ]);
  });

  it('holds nothing else', () => {
    const others = packed.filter(
      (path) => !/^(dist\/|package\.json|README(\.vi)?\.md|LICENSE|CHANGELOG\.md)/.test(path),
    );
    expect(others).to.deep.equal([]);
  });

  it('brings Lit along and nothing more', async () => {
    const { dependencies } = JSON.parse(String(await read('package.json')));
    expect(Object.keys(dependencies)).to.deep.equal(['lit']);
  });

  for (const [module, resolution] of [
    ['ESNext', 'bundler'],
    ['NodeNext', 'nodenext'],
  ] as const)
    it(`type-checks in a project under ${resolution}, libraries included`, async () => {
      await writeFile(join(folder, 'tsconfig.json'), tsconfig(module, resolution));
      const output = await run('node', [TSC, '-p', '.'], { cwd: folder }).then(
        () => '',
        ({ stdout }) => stdout,
      );
      expect(output).to.equal('');
    });

  it('can be imported in Node, and registers nothing', async () => {
    const found = await node(`
      const all = await import('contest-banner');
      console.log(JSON.stringify({
        names: Object.keys(all).sort(),
        registered: !!globalThis.customElements?.get('contest-banner'),
        phase: all.situation({ closes: '2024-12-13T16:30:00+07:00' }, 0).phase,
      }))`);
    expect(found.names).to.include.members([
      'ContestBanner',
      'ContestCountdown',
      'ContestQr',
      'entryAddress',
      'parse',
      'schema',
      'situation',
    ]);
    expect(found).to.deep.include({ registered: false, phase: 'open' });
  });

  it('every entry of its exports leads to a file, and nothing else can be had', async () => {
    const { exports: entries } = JSON.parse(String(await read('package.json')));
    const names = Object.keys(entries).map((entry) => entry.replace(/^\./, 'contest-banner'));
    const found = await node(`
      import { existsSync } from 'node:fs';
      import { fileURLToPath } from 'node:url';
      const missing = ${JSON.stringify(names)}.filter(
        (name) => !existsSync(fileURLToPath(import.meta.resolve(name))));
      let inner = 'refused';
      try { inner = import.meta.resolve('contest-banner/dist/index.js') } catch {}
      console.log(JSON.stringify({ missing, inner }))`);
    expect(found).to.deep.equal({ missing: [], inner: 'refused' });
    for (const { types } of Object.values<{ types?: string }>(entries))
      if (types) expect(await read(types)).to.have.property('length');
  });

  it('the file with the version in its name has the same bytes', async () => {
    const { version } = JSON.parse(String(await read('package.json')));
    const [script, versioned] = await Promise.all([
      read('dist/contest-banner.js'),
      read(`dist/contest-banner-${version}.js`),
    ]);
    expect(versioned.equals(script)).to.be.true;
  });

  it('integrity.json names the SHA-384 of each script', async () => {
    const { version, files } = JSON.parse(String(await read('dist/integrity.json')));
    const names = ['contest-banner.js', `contest-banner-${version}.js`];
    expect(Object.keys(files)).to.include.members(names);
    for (const [name, integrity] of Object.entries(files)) {
      const hash = createHash('sha384')
        .update(await read(`dist/${name}`))
        .digest('base64');
      expect(integrity, name).to.equal(`sha384-${hash}`);
    }
  });

  it('the schema describes every field, down to the last one', async () => {
    const schema = JSON.parse(String(await read('dist/contest.schema.json')));
    const bare: string[] = [];
    interface Field {
      description?: string;
      properties?: Record<string, Field>;
      items?: Field;
    }
    const look = ({ properties = {}, items }: Field, path: string): void => {
      for (const [name, field] of Object.entries(properties)) {
        if (!field.description) bare.push(`${path}.${name}`);
        look(field, `${path}.${name}`);
      }
      if (items) look(items, `${path}[]`);
    };
    look(schema, '');
    expect(Object.keys(schema.properties)).to.include.members(['id', 'closes', 'rounds']);
    expect(bare).to.deep.equal([]);
  });

  it('the schema names every field of the 2024 contest, which is without fault', async () => {
    const text = await readFile(`${ROOT}demo/contests/cchc-2024.json`, 'utf8');
    const definition = JSON.parse(text) as Definition;
    const { properties, required } = JSON.parse(String(await read('dist/contest.schema.json')));
    expect(Object.keys(properties)).to.include.members(Object.keys(definition));
    expect(Object.keys(definition)).to.include.members(required);
    expect(parse(definition).faults).to.deep.equal([]);
  });

  it('the manifest describes all three elements', async () => {
    const { modules } = JSON.parse(String(await read('dist/custom-elements.json')));
    const tags = modules.flatMap(({ declarations = [] }) =>
      declarations.map(({ tagName }) => tagName),
    );
    expect(tags).to.include.members(['contest-banner', 'contest-countdown', 'contest-qr']);
  });
});
