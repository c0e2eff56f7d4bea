/**
 * The builder as a static site, `build/site/`, which any web server can show: its page, what the page
 * asks for, and `dist/`, which is there by then.
 */

import { cpSync, mkdirSync, rmSync } from 'node:fs';

const SITE = 'build/site';

/** Of `demo/`. */
const FILES = [
  'builder.html',
  'builder.css',
  'builder-handouts.css',
  'builder.js',
  'builder-handouts.js',
  'builder-list.js',
  'builder-parts.js',
  'demo.css',
  'icon.svg',
  'instants.js',
  'language.css',
  'language.js',
];

rmSync(SITE, { recursive: true, force: true });
mkdirSync(SITE, { recursive: true });
for (const file of FILES) cpSync(`demo/${file}`, `${SITE}/${file}`);
cpSync('demo/builder.html', `${SITE}/index.html`);
cpSync('dist', `${SITE}/dist`, {
  recursive: true,
  filter: (path) => !/dist\/(types|wordpress)/.test(path),
});
