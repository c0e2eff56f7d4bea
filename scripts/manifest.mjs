/**
 * Writes `dist/custom-elements.json` from the comments in the elements' sources, and from that the
 * editors' hints and the attribute tables of README.md.
 *
 *   node scripts/manifest.mjs          writes
 *   node scripts/manifest.mjs --check  fails where README.md is not what it would write
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { format, resolveConfig } from 'prettier';

const check = process.argv.includes('--check');

const manifest = await cli({
  argv: [
    'analyze',
    '--litelement',
    '--quiet',
    '--globs',
    'src/elements/contest-*.ts',
    'src/display/{contest-*,display-element}.ts',
    'src/editor/contest-*.ts',
    '--outdir',
    'dist',
  ],
  cwd: process.cwd(),
  noWrite: true,
});
const elements = manifest.modules.flatMap(({ declarations }) =>
  declarations.filter(({ tagName }) => tagName),
);

/** Attributes with the name, the words a reader needs, and the values where they are a few. */
const attributesOf = ({ attributes = [], members = [] }) =>
  attributes.map((attribute) => {
    const member = members.find(({ name }) => name === attribute.fieldName);
    return {
      name: attribute.name,
      description: attribute.description ?? member?.description ?? '',
      values: [...(member?.type?.text.matchAll(/'([^']+)'/g) ?? [])].map(([, value]) => value),
    };
  });

/** https://github.com/microsoft/vscode-custom-data */
const htmlData = {
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: element.summary,
    attributes: attributesOf(element).map(({ name, description, values }) => ({
      name,
      description,
      ...(values.length && { values: values.map((value) => ({ name: value })) }),
    })),
  })),
};

/** Cells keep what is between backticks and lose what would end them. */
const row = (...cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const table = (element) =>
  [
    row('Attribute', 'Meaning'),
    row('---', '---'),
    ...attributesOf(element).map(({ name, description }) =>
      row(`\`${name}\``, description.replaceAll('\n', ' ')),
    ),
  ].join('\n');

const tables = elements
  .map((element) => `#### \`<${element.tagName}>\`\n\n${table(element)}`)
  .join('\n\n');

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

const START = '<!-- attributes: written by scripts/manifest.mjs -->';
const END = '<!-- /attributes -->';
const readme = readFileSync('README.md', 'utf8');
const [before, rest] = readme.split(START);
const after = rest?.split(END)[1];
if (after === undefined) throw new Error(`README.md: expected ${START} … ${END}`);
const written = await format(`${before}${START}\n\n${tables}\n\n${END}${after}`, {
  ...(await resolveConfig('README.md')),
  filepath: 'README.md',
});

if (check) {
  if (written !== readme) {
    console.error('README.md: the attribute tables are old; run npm run build');
    process.exit(1);
  }
} else {
  writeFileSync('README.md', written);
  writeFileSync('dist/custom-elements.json', json(manifest));
  writeFileSync('dist/vscode.html-custom-data.json', json(htmlData));
}
