/**
 * Finds what is to be translated: calls in PHP and TypeScript, the words of block.json and the
 * plug-in's header. Reads syntax trees, so that joined texts and escapes come out as they will run.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { parseSync, traverse } from '@babel/core';
import phpParser from 'php-parser';
import { DOMAIN, PLUGIN } from './paths.mjs';

/** The arguments of WordPress's functions, in their order. */
const FUNCTIONS = {
  __: ['msgid', 'domain'],
  _e: ['msgid', 'domain'],
  esc_html__: ['msgid', 'domain'],
  esc_attr__: ['msgid', 'domain'],
  esc_html_e: ['msgid', 'domain'],
  esc_attr_e: ['msgid', 'domain'],
  _x: ['msgid', 'msgctxt', 'domain'],
  _ex: ['msgid', 'msgctxt', 'domain'],
  esc_html_x: ['msgid', 'msgctxt', 'domain'],
  esc_attr_x: ['msgid', 'msgctxt', 'domain'],
  _n: ['msgid', 'msgid_plural', 'number', 'domain'],
  _nx: ['msgid', 'msgid_plural', 'number', 'msgctxt', 'domain'],
  _n_noop: ['msgid', 'msgid_plural', 'domain'],
  _nx_noop: ['msgid', 'msgid_plural', 'msgctxt', 'domain'],
};

/**
 * @typedef {object} Entry
 * @property {string} msgid
 * @property {string} [msgctxt]
 * @property {string} [msgid_plural]
 * @property {string} file within the plug-in
 * @property {string} [comment] for translators
 */

/** @returns {Entry[]} in the order of files and lines */
export function extract() {
  return readdirSync(PLUGIN, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/^build\/|(^|\/)\.|\.d\.ts$/.test(file))
    .sort()
    .flatMap((file) => {
      const read = () => readFileSync(PLUGIN + file, 'utf8');
      if (file === `${DOMAIN}.php`) return [...fromHeader(read(), file), ...fromPhp(read(), file)];
      if (file.endsWith('.php')) return fromPhp(read(), file);
      if (/\.tsx?$/.test(file)) return fromTypeScript(read(), file);
      if (/(^|\/)block\.json$/.test(file)) return fromBlock(JSON.parse(read()), file);
      return [];
    });
}

function fromHeader(code, file) {
  return ['Plugin Name', 'Description'].flatMap((name) => {
    const msgid = new RegExp(`^[ \\t/*#@]*${name}:(.*)$`, 'mi').exec(code)?.[1].trim();
    return msgid ? { msgid, file, comment: `${name} of the plugin` } : [];
  });
}

/** WordPress looks these up under the same contexts. */
function fromBlock({ title, description, keywords = [] }, file) {
  return [
    { msgid: title, msgctxt: 'block title', file },
    { msgid: description, msgctxt: 'block description', file },
    ...keywords.map((msgid) => ({ msgid, msgctxt: 'block keyword', file })),
  ].filter(({ msgid }) => msgid);
}

function fromPhp(code, file) {
  const parser = new phpParser.Engine({
    parser: { extractDoc: true },
    ast: { withPositions: true },
  });
  const tree = parser.parseCode(code, file);
  const calls = [];
  const walk = (node) => {
    if (!node || typeof node !== 'object') return;
    if (node.kind === 'call' && node.what.kind === 'name')
      calls.push({
        name: node.what.name.replace(/^\\/, ''),
        line: node.loc.start.line,
        texts: node.arguments.map(phpText),
      });
    for (const [key, value] of Object.entries(node))
      if (!/^(loc|comments|leadingComments|trailingComments)$/.test(key)) walk(value);
  };
  walk(tree);
  return entries(calls, tree.comments, file);
}

/** What a PHP expression says; nothing where only running it would tell. */
function phpText(node) {
  if (node.kind === 'string' || node.kind === 'nowdoc') return node.value;
  if (node.kind !== 'bin' || node.type !== '.') return undefined;
  return joined(phpText(node.left), phpText(node.right));
}

function fromTypeScript(code, file) {
  const tree = parseSync(code, {
    filename: file,
    configFile: false,
    babelrc: false,
    parserOpts: { plugins: file.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
  });
  const calls = [];
  traverse(tree, {
    CallExpression({ node }) {
      calls.push({
        name: node.callee.name,
        line: node.loc.start.line,
        texts: node.arguments.map(scriptText),
      });
    },
  });
  return entries(calls, tree.comments, file);
}

function scriptText(node) {
  if (node.type === 'StringLiteral') return node.value;
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  return joined(scriptText(node.left), scriptText(node.right));
}

const joined = (left, right) =>
  left === undefined || right === undefined ? undefined : left + right;

/**
 * @param {{name: string, line: number, texts: (string | undefined)[]}[]} calls
 * @param {{value: string, loc: {end: {line: number}}}[]} comments
 */
function entries(calls, comments, file) {
  return calls
    .filter(({ name }) => Object.hasOwn(FUNCTIONS, name))
    .map(({ name, line, texts }) => {
      const entry = { file };
      FUNCTIONS[name].forEach((part, index) => {
        if (part === 'number') return;
        if (!texts[index])
          throw new Error(`${file}:${line}: ${name}(): ${part} must be a text that stands there`);
        entry[part] = texts[index];
      });
      const { domain, ...found } = entry;
      if (domain !== DOMAIN) throw new Error(`${file}:${line}: the text domain must be ${DOMAIN}`);
      const comment = comments.find((one) => belongs(one, line, found.msgid))?.value;
      if (comment) found.comment = comment.replace(/^[/*#\s]+|[*/\s]+$/g, '');
      return { ...found, line };
    })
    .sort((one, other) => one.line - other.line);
}

/** As WordPress's coding standards have it: a comment stands on the line before, or on the same. */
function belongs({ value, loc }, line, msgid) {
  if (!/^[/*#\s]*translators:/i.test(value) || ![line - 1, line].includes(loc.end.line))
    return false;
  // What explains placeholders is not for a text beside it that has none.
  return /%/.test(msgid) || !/%|\d:/.test(value);
}
