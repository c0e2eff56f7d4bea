/** Puts the figures between the markers of `docs/performance.md`. */

import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const FILE = 'docs/performance.md';
const START = '<!-- figures: written by npm run bench -- --write -->';
const END = '<!-- /figures -->';

export async function writeDocument(markdown) {
  const [before, rest] = readFileSync(FILE, 'utf8').split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${FILE}: expected ${START} … ${END}`);
  const written = await format(`${before}${START}\n\n${markdown}\n\n${END}${after}`, {
    ...(await resolveConfig(FILE)),
    filepath: FILE,
  });
  writeFileSync(FILE, written);
}
