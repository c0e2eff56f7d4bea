/** A copy of the tree, in which one guard at a time is taken out. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../scripts/wordpress/folder.mjs';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Thousands of files that nobody changes: links to the same ones do. */
const LINKED = ['node_modules', 'wp-plugin/vendor'];

/** @param {(() => Promise<void>)[]} undo takes the step that removes it */
export async function copyOfTree(undo) {
  const copy = join(await temporaryFolder(undo), 'tree');
  const left = ['.git', 'wp-plugin/node_modules', ...LINKED];
  cpSync(ROOT, copy, {
    recursive: true,
    preserveTimestamps: true,
    filter: (from) => !left.includes(relative(ROOT, from).split(sep).join('/')),
  });
  for (const name of LINKED.filter((each) => existsSync(join(ROOT, each)))) link(name, copy);
  return copy;
}

function link(name, copy) {
  mkdirSync(dirname(join(copy, name)), { recursive: true });
  const { status } = spawnSync('cp', ['-al', join(ROOT, name), join(copy, name)]);
  // Not on another disk, nor with another system's tools.
  if (status !== 0)
    cpSync(join(ROOT, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
}

/** Every text that a guard's removal replaces: its own, and those of the guards that double it. */
const changesOf = ({ file, was, becomes, doubledBy = [] }) =>
  [{ was, becomes }, ...doubledBy].map((change) => ({ file, ...change }));

const times = (text, part) => text.split(part).length - 1;

/** What of a guard's texts does not stand in the tree, just once. */
export const outOfDate = (guard, folder = ROOT) =>
  changesOf(guard).flatMap(({ file, was, becomes }) => {
    const path = join(folder, file);
    const found = existsSync(path) ? times(readFileSync(path, 'utf8'), was) : 0;
    if (found !== 1) return `${file} has it ${found} times: ${was}`;
    return was === becomes ? `nothing changes in ${file}: ${was}` : [];
  });

/** Takes a guard out. @returns {() => void} puts it back */
export function takeOut(guard, copy) {
  const before = new Map();
  for (const { file, was, becomes } of changesOf(guard)) {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    if (!before.has(path)) before.set(path, text);
    writeFileSync(
      path,
      text.replace(was, () => becomes),
    );
  }
  return () => {
    for (const [path, text] of before) writeFileSync(path, text);
  };
}
