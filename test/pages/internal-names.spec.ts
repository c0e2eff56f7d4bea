import { expect } from 'chai';
import { readdir, readFile } from 'node:fs/promises';
import { INTERNAL_NAMES } from '../../scripts/internal-names.ts';
import { schema } from '../../src/contest/schema.ts';
import { DIST, ROOT } from './support/server.ts';

/** Every key inside a value. */
const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
    : [];

/** All of our code, and what we use of `qrcode`. */
async function sources(): Promise<string> {
  const files = (await readdir(`${ROOT}src`, { recursive: true }))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file}`);
  const texts = [...files, 'node_modules/qrcode/lib/core/qrcode.js'].map((file) =>
    readFile(`${ROOT}${file}`, 'utf8'),
  );
  return (await Promise.all(texts)).join('\n');
}

/** Details of events, and what is stored in the visitor's browser. */
const TOLD = 'contest from code path message phase previous url unit via definition readAt';

describe('the names that the minifier may shorten', () => {
  it('are in no definition, event, stored entry or API', async () => {
    const manifest = JSON.parse(await readFile(`${DIST}custom-elements.json`, 'utf8')) as {
      modules: {
        path: string;
        declarations?: { members?: { name: string; privacy?: string }[] }[];
      }[];
    };
    const members = manifest.modules
      // In the editor's build no name is shortened.
      .filter(({ path }) => !path.startsWith('src/editor/'))
      .flatMap(({ declarations = [] }) => declarations)
      .flatMap(({ members: all = [] }) => all)
      .filter(({ privacy = 'public' }) => privacy === 'public')
      .map(({ name }) => name);
    expect(members).to.include('heading');
    const known = [...TOLD.split(' '), ...members, ...keysOf(schema)];
    expect(INTERNAL_NAMES.filter((name) => known.includes(name))).to.deep.equal([]);
  });

  it('are in no data attribute', async () => {
    const attributes = [...(await sources()).matchAll(/\bdataset\.(\w+)/g)].map(([, name]) => name);
    expect(attributes).to.include('asOf');
    expect(INTERNAL_NAMES.filter((name) => attributes.includes(name))).to.deep.equal([]);
  });

  it('are all in use', async () => {
    const words = new Set((await sources()).split(/\W+/));
    expect(INTERNAL_NAMES.filter((name) => !words.has(name))).to.deep.equal([]);
  });
});
