/** Installs what Composer brings, where it is not there or not what composer.json says. */

import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findComposer } from './php.mjs';

/** The folder of the tools for the plugin. */
export const TOOLS = fileURLToPath(new URL('../../wp-plugin/', import.meta.url));

export function installTools() {
  const time = (file) => (existsSync(TOOLS + file) ? statSync(TOOLS + file).mtimeMs : 0);
  if (time('vendor/composer/installed.json') > time('composer.json')) return;
  console.log('Installing the tools that check PHP …');
  execFileSync(findComposer(), ['update', '--no-interaction', '--quiet'], {
    cwd: TOOLS,
    stdio: 'inherit',
    // Root is all there is on many a machine that runs tests.
    env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' },
  });
}
