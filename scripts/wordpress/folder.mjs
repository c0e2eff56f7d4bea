/** Makes the folder of a site: a WordPress of the cache, and what a site has besides it. */

import { existsSync, rmSync } from 'node:fs';
import {
  copyFile,
  cp,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSqlite } from './core.mjs';
import { atEnd } from './processes.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** A folder that was asked for, and stays. */
export async function emptyFolder(path) {
  const folder = resolve(path);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length) throw new Error(`${folder} is not empty`);
  return folder;
}

/**
 * A folder that goes away, at the latest with this process.
 * @param {(() => Promise<void>)[]} undo takes the step that removes it
 */
export async function temporaryFolder(undo) {
  const folder = await mkdtemp(join(tmpdir(), 'contest-banner-'));
  const remove = { recursive: true, force: true, maxRetries: 3 };
  const forget = atEnd(() => rmSync(folder, remove));
  undo.push(async () => {
    await rm(folder, remove);
    forget();
  });
  return folder;
}

/**
 * Takes over a tree without copying it, where it is on the same disk. Its files are shared, so they
 * may be replaced but not written into: WordPress does neither while it updates nothing and edits
 * no file, and what it does write is new.
 */
export async function linkTree(from, to) {
  await mkdir(to);
  const entries = await readdir(from, { withFileTypes: true });
  for (const entry of entries) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}

/** Copies a tree, for someone who writes into its files. */
export const copyTree = (from, to) => cp(from, to, { recursive: true });

/** Puts into WordPress what a site has besides it. */
export async function furnish(root, { database, environment, language, muPlugins = {}, plugin }) {
  const content = join(root, 'wp-content');
  for (const name of ['mu-plugins', 'plugins', 'languages', 'uploads'])
    await mkdir(join(content, name), { recursive: true });

  const own = ['quiet', ...(environment === 'local' ? ['loopback'] : [])];
  for (const name of own)
    await copyFile(here(`mu-plugins/${name}.php`), join(content, `mu-plugins/${name}.php`));
  for (const [name, code] of Object.entries(muPlugins))
    await writeFile(join(content, 'mu-plugins', `${name.replace(/\.php$/, '')}.php`), code);

  if (database === 'sqlite') {
    const driver = await ensureSqlite();
    const dropIn = await readFile(join(driver, 'db.copy'), 'utf8');
    const text = dropIn.replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', driver);
    await writeFile(join(content, 'db.php'), text);
  }
  if (plugin)
    await symlink(resolve(plugin), join(content, 'plugins', basename(resolve(plugin))), 'dir');

  // WordPress takes no language that it has no file of. Where it could not be had, an empty one
  // does for all but core's own words.
  const file = join(content, 'languages', language);
  if (language !== 'en_US' && !existsSync(`${file}.mo`))
    await writeFile(`${file}.l10n.php`, "<?php return array( 'messages' => array() );\n");
}

/** WordPress from before the theme of blocks has the one of the year before. */
export function themeOf(theme, themes) {
  const older = { twentytwentyfive: 'twentytwentyfour' };
  const found = [theme, older[theme]].find((name) => themes.includes(name));
  if (!found) throw new Error(`This WordPress has ${themes.join(', ')}, but not ${theme}`);
  return found;
}
