/** What building and testing do besides bundling. */

import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** What stands in the code of a dependency, and what is put there instead. */
export type Cuts = readonly (readonly [was: string | RegExp, becomes: string])[];

/** Throws where a cut is not met: the dependency is then not the version we know. */
export const cut = (code: string, cuts: Cuts): string =>
  cuts.reduce((rest, [was, becomes]) => {
    const changed = rest.replace(was, becomes);
    if (changed === rest) throw new Error(`a dependency is not the version we know: no ${was}`);
    return changed;
  }, code);

/**
 * Serves `qrcode`'s encoder as an ES module, with a small stand-in for what we do not need of it. As
 * CommonJS each of its 20 files would bring a wrapper along, and nothing unused could be dropped.
 */
export const qrcodeLite = (): Plugin => ({
  name: 'qrcode-lite',
  enforce: 'pre',
  resolveId(name, importer) {
    return name.startsWith('./') && importer?.includes('/qrcode/lib/core/')
      ? source('contest/qrcode-lite.ts')
      : undefined;
  },
  transform(code, id) {
    return id.includes('/qrcode/lib/core/qrcode.js') ? cut(code, QRCODE_CUTS) : undefined;
  },
});

/** What we need nothing of, or write shorter; `create` gets no options and no ready-made segments. */
const QRCODE_CUTS: Cuts = [
  [/^const (Bit\w+) = require\((.*)\)$/gm, 'import { $1 } from $2'],
  [/^const (\w+) = require\((.*)\)$/gm, 'import * as $1 from $2'],
  [/^exports\.create = /m, 'export const create = '],
  [/^function (setupFinderPattern|setupAlignmentPattern|createCodewords) [^]*?^\}/gm, ''],
  [/\b(setup(Finder|Alignment)Pattern|createCodewords)\b/g, 'Utils.$1'],
  [
    'FormatInfo.getEncodedBits(errorCorrectionLevel, maskPattern)',
    'FormatInfo.getFormatBits(maskPattern)',
  ],
  ['8, 1, true)', '8, true, true)'],
  [/, errorCorrectionLevel\b/g, ''],
  [/ {2}if \(typeof data === 'undefined'[^]*?createSymbol\(.*/, '  return createSymbol(data)'],
  [
    /let segments\n[^]*?(?= {2}\/\/ Get the min version)/,
    'const segments = Segments.split(data)\n',
  ],
  [/ {2}\/\/ If not specified, use min[^]*?(?= {2}const dataBits)/, '  version = bestVersion\n'],
  ['isNaN(maskPattern)', 'true'],
  [/return \{\n {4}modules: modules,[^]*?\}/, 'return { modules }'],
  // Nobody reads them: what cannot be encoded is not drawn.
  [/new Error\([^]*?\)(?=\n)/g, 'new Error()'],
];

/** Serves `src/elements/lit-lite.ts` in the place of Lit. */
export const litLite = (): Plugin => ({
  name: 'lit-lite',
  enforce: 'pre',
  resolveId(name, importer) {
    return name === 'lit' && importer?.startsWith(source(''))
      ? source('elements/lit-lite.ts')
      : undefined;
  },
});

/** The schema's descriptions are for readers of `contest.schema.json`, not for visitors. */
export const dropDescriptions = (): Plugin => ({
  name: 'drop-descriptions',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/contest/schema.ts')) return;
    return code
      .replace(/description:\s*(['"])(?:\\.|(?!\1).)*\1,/g, '')
      .replace(/\{\s*\.\.\.(\w+),?\s*\}/g, '$1');
  },
});

/** Takes the indentation out of Lit's templates; no text depends on it. */
export const trimTemplates = (): Plugin => ({
  name: 'trim-templates',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/elements\/.*\.ts$/.test(id)) return;
    return code
      .replace(/html`\s+/g, 'html`')
      .replace(/>\s+`/g, '>`')
      .replace(/>\s*\n\s*(?=<|\$\{)/g, '>')
      .replace(/\}\s*\n\s*(?=<|\$\{)/g, '}')
      .replace(/\n\s*(?=\/?>)/g, '')
      .replace(/\n\s*(?=[.@?]?[\w-]+=["$])/g, ' ');
  },
});

/** Takes out what the CSS minifier leaves for browsers that we do not support, and white space. */
export const trimStyles = (): Plugin => ({
  name: 'trim-styles',
  apply: 'build',
  enforce: 'post',
  transform(code, id) {
    if (!id.endsWith('.css?inline')) return;
    return code.replace(/--lightningcss-\w+: ?\w*;/g, '').replace(/, (?=[\w-]+\()/g, ',');
  },
});
