/** Files that the build writes beside the code. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { schema } from '../src/contest/schema.ts';
import packageJson from '../package.json' with { type: 'json' };

const { version } = packageJson;

/**
 * What the script begins with: a mark that it is UTF-8, since otherwise it would be read in the
 * encoding of the page where a server names none for scripts; and a word to Chromium that most of
 * its functions are called while the page loads, so that it compiles them before, off the main
 * thread (explicit compile hints).
 */
export const emitPreamble = (): Plugin => ({
  name: 'emit-preamble',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      chunk.code = `\ufeff//# allFunctionsCalledOnLoad\n${chunk.code}`;
      // A line more, of which the map knows nothing.
      if (chunk.map) chunk.map.mappings = `;${chunk.map.mappings}`;
    }
  },
});

/**
 * The script once more under the name of its version, for pages that name its hash, and
 * `integrity.json` with the hashes (Subresource Integrity, SHA-384).
 */
export const emitIntegrity = (): Plugin => ({
  name: 'emit-integrity',
  generateBundle(_, bundle) {
    const script = bundle['contest-banner.js'];
    if (script?.type !== 'chunk') throw new Error('expected contest-banner.js in the bundle');
    const integrity = `sha384-${createHash('sha384').update(script.code).digest('base64')}`;
    const versioned = `contest-banner-${version}.js`;
    this.emitFile({ type: 'asset', fileName: versioned, source: script.code });
    this.emitFile({
      type: 'asset',
      fileName: 'integrity.json',
      source: json({ version, files: { [script.fileName]: integrity, [versioned]: integrity } }),
    });
  },
});

/**
 * A page with the bundle inside it, in the place of `<!-- script -->`, and the bundle's hash in its
 * Content-Security-Policy, in the place of `$hash`.
 */
export const emitPage = (path: string): Plugin => ({
  name: 'emit-page',
  generateBundle(_, bundle) {
    const [[name, chunk]] = Object.entries(bundle) as [[string, Rolldown.OutputChunk]];
    Reflect.deleteProperty(bundle, name);
    const code = chunk.code.trim();
    if (code.includes('</script')) throw new Error(`${name}: would end its own tag`);
    const hash = createHash('sha256').update(code).digest('base64');
    const source = readFileSync(path, 'utf8')
      .replace('$hash', () => `sha256-${hash}`)
      .replace('<!-- script -->', () => `<script>${code}</script>`);
    this.emitFile({ type: 'asset', fileName: basename(path), source });
  },
});

/** What a browser, an editor or WordPress can check a definition against. */
export const emitSchema = (): Plugin => ({
  name: 'emit-schema',
  generateBundle() {
    const published = {
      $schema: 'http://json-schema.org/draft-04/schema#',
      title: 'Contest',
      description: `Definition of an online contest, for contest-banner ${version}.`,
      ...schema,
    };
    this.emitFile({ type: 'asset', fileName: 'contest.schema.json', source: json(published) });
  },
});

/** What our files contain besides our own code, and its licence file. */
const CONTAINED = {
  qrcode: 'license',
  fflate: 'LICENSE',
  papaparse: 'LICENSE',
};

/** The licences of what our files contain. */
export const emitLicences = (): Plugin => ({
  name: 'emit-licences',
  generateBundle() {
    const source = Object.entries(CONTAINED)
      .map(([name, licence]) => {
        const read = (file: string) =>
          readFileSync(new URL(`../node_modules/${name}/${file}`, import.meta.url), 'utf8');
        const { version: theirs } = JSON.parse(read('package.json')) as { version: string };
        return `${name} ${theirs}\n\n${read(licence).trim()}\n`;
      })
      .join('\n\n');
    this.emitFile({ type: 'asset', fileName: 'LICENCES.txt', source });
  },
});

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
