import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { ROOT } from './support/server.ts';

interface Locked {
  version?: string;
  integrity?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
}

const read = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(ROOT + file, 'utf8')) as T;

/** What others must grant us to pass their code on. */
const LICENCES = ['MIT', 'BSD-3-Clause'];

for (const folder of ['', 'wp-plugin/'])
  describe(`the packages of ${folder || 'the element'}`, () => {
    it('are asked for in exact versions', async () => {
      const { dependencies = {}, devDependencies } = await read<{
        dependencies?: Record<string, string>;
        devDependencies: Record<string, string>;
      }>(`${folder}package.json`);
      const asked = Object.entries({ ...dependencies, ...devDependencies });
      expect(asked).to.not.be.empty;
      const inexact = asked.filter(
        ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
      );
      expect(inexact).to.deep.equal([]);
    });

    it('are held by the hash of their bytes', async () => {
      const { packages } = await read<{ packages: Record<string, Locked> }>(
        `${folder}package-lock.json`,
      );
      const installed = Object.entries(packages).filter(([path, { link }]) => path && !link);
      expect(installed).to.not.be.empty;
      const loose = installed.filter(([, { integrity = '' }]) => !/^sha512-/.test(integrity));
      expect(loose.map(([path]) => path)).to.deep.equal([]);
    });

    it('run no script when they are installed', async () => {
      expect(await readFile(`${ROOT}${folder}.npmrc`, 'utf8')).to.match(/^ignore-scripts=true$/m);
    });
  });

describe('the tools of PHP', () => {
  it('are asked for in exact versions', async () => {
    const composer = await read<{ 'require-dev': Record<string, string> }>(
      'wp-plugin/composer.json',
    );
    const versions = Object.values(composer['require-dev']);
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).to.deep.equal([]);
  });
});

describe('what ships', () => {
  it('may be passed on', async () => {
    const { packages } = await read<{ packages: Record<string, Locked> }>('package-lock.json');
    const shipped = Object.entries(packages).filter(
      ([path, { dev }]) => (path && !dev) || path === 'node_modules/qrcode',
    );
    expect(shipped.map(([path]) => path)).to.include.members([
      'node_modules/lit',
      'node_modules/qrcode',
    ]);
    const others = shipped.filter(([, { license = '' }]) => !LICENCES.includes(license));
    expect(others.map(([path, { license }]) => [path, license])).to.deep.equal([]);
  });

  it('comes with the licence of the encoder inside', async () => {
    const licences = await readFile(`${ROOT}dist/LICENCES.txt`, 'utf8');
    const { version } = await read<{ version: string }>('node_modules/qrcode/package.json');
    expect(licences).to.match(new RegExp(`^qrcode ${version.replaceAll('.', '\\.')}$`, 'm'));
    expect(licences).to.include('Permission is hereby granted');
  });
});
