/**
 * Lit for the one file: `src/elements/lit-lite.ts` in the place of its elements, and its templates
 * without what ours never have, which saves 2 KB of brotli together. The specs of the elements run
 * with it, and with Lit as npm users have it.
 */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { cut, type Cuts } from './vite-plugins.ts';

/** Lit's own switches, and what follows from what our templates never have. Each must be met. */
const CUTS: Cuts = [
  // For development, for other people's sanitizers, for browsers below the floor.
  [/const (DEV_MODE|ENABLE_EXTRA_SECURITY_HOOKS) = true/g, 'const $1 = false'],
  [/\bwrap\(/g, '('],
  [/^polyfillSupport\?\..*$/m, ''],
  [/^\(global\.litHtmlVersions .*$/m, ''],
  ['throw new Error(message);', 'throw new Error();'],
  // Directives, and what they ask of a part.
  [/\bresolveDirective\(this, (.+?)(, .*?)?\)/g, '$1'],
  [/^function resolveDirective\([^]*?^\}/m, ''],
  [/\w+ !== noChange/g, 'true'],
  [/\w+ === noChange/g, 'false'],
  [/^    (get \S+|setConnected)\(.*?\) \{[^]*?^    \}/gm, ''],
  [/^ +this\.(type|_\$disconnectableChildren|__isConnected) = .*$/gm, ''],
  ['this._$notifyConnectionChanged?.(false, true, from);', ''],
  [/^export const _\$LH = \{[^]*?^\};/m, ''],
  // SVG and MathML without an <svg> or <math> around, and templates compiled beforehand.
  [/^export const (svg|mathml) = .*$/gm, ''],
  [/type === (SVG|MATHML)_RESULT/g, 'false'],
  ["typeof type === 'number'", 'true'],
  // Comments, and expressions in them, in <style>, <textarea> and <title>.
  [/rawTextElement\.test\(.*?\)(?=\) \{)/g, 'false'],
  [/^ +rawTextEndRegex = undefined;$/m, ''],
  [/match\[COMMENT_START\] (===|!==) \S+?(?=\) \{)/g, 'false'],
  [/regex === comment2?EndRegex/g, 'false'],
  ['data === markerMatch', 'true'],
  // Attributes in single quotes.
  [`match[QUOTE_CHAR] === '"'`, 'true'],
  [/regex === doubleQuoteAttrEndRegex \|\|\s+regex === singleQuoteAttrEndRegex/, 'true'],
  // Expressions on an element, switched attributes, listeners that are objects.
  ['name.startsWith(marker)', 'false'],
  ['templatePart.type === ATTRIBUTE_PART', 'true'],
  ["m[1] === '?'", 'false'],
  [/newListener\.(capture|once|passive) !==\s*oldListener\.\1/g, 'false'],
  ["typeof this._$committedValue === 'function'", 'true'],
  [/\(newListener === nothing && oldListener !== nothing\) \|\|/, ''],
  // Nodes, and lists that are no arrays, as values.
  ['value.nodeType !== undefined', 'false'],
  ['isIterable(value)', 'isArray(value)'],
  // Another document's templates, and a place before other nodes.
  ['options?.creationScope ?? d', 'd'],
  [/options\?\.renderBefore \?\? (\w+)/g, '$1'],
];

/** Names inside Lit that the minifier may shorten. */
export const LIT_INTERNAL = '_(\\$(?!lit)|[_a-z])|ctor$';

const litHtml = join(
  dirname(createRequire(import.meta.url).resolve('lit-html')),
  '../development/lit-html.js',
);

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));

export const litLite = (): Plugin => ({
  name: 'lit-lite',
  enforce: 'pre',
  resolveId(name, importer) {
    if (!importer?.startsWith(SOURCES)) return;
    if (name === 'lit') return `${SOURCES}elements/lit-lite.ts`;
    // The readable form, where what is cut has a name.
    if (name === 'lit-html') return litHtml;
    return;
  },
  transform(code, id) {
    return id === litHtml ? cut(code, CUTS) : undefined;
  },
});
