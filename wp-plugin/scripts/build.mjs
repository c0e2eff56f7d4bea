/**
 * Builds the WordPress plug-in: `wp-plugin/contest-banner/build/` and from it
 * `dist/wordpress/contest-banner.zip`.
 */

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { BUILD, PLUGIN, ROOT, TOOLS } from './paths.mjs';

/** What the plug-in carries of the build that everybody has. */
const CARRIED = [
  'contest-banner.js',
  'contest-display.js',
  'frame.html',
  'poster.html',
  'board.html',
  'contest.schema.json',
  'LICENCES.txt',
];

checkVersions();
install();
element();
block();
// What it needs has just been installed.
const { compileTranslations } = await import('./compile.mjs');
const { pack } = await import('./zip.mjs');
compileTranslations();

const zip = pack();
mkdirSync(`${ROOT}dist/wordpress`, { recursive: true });
writeFileSync(`${ROOT}dist/wordpress/contest-banner.zip`, zip);
console.log(`dist/wordpress/contest-banner.zip: ${zip.length.toLocaleString('en')} bytes`);

/** The plug-in goes by the version of what it carries. */
function checkVersions() {
  const { version } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
  for (const [file, field] of [
    ['contest-banner.php', 'Version'],
    ['readme.txt', 'Stable tag'],
  ]) {
    if (!existsSync(PLUGIN + file)) continue;
    const found = new RegExp(`^[ \\t*]*${field}:(.*)$`, 'm').exec(
      readFileSync(PLUGIN + file, 'utf8'),
    );
    if (found?.[1].trim() !== version)
      fail(
        `wp-plugin/contest-banner/${file}: expected “${field}: ${version}” as in package.json, got “${found?.[0].trim() ?? ''}”`,
      );
  }
}

/** Installs the tools where they are missing or not those of the lock file. */
function install() {
  const time = (file) => (existsSync(TOOLS + file) ? statSync(TOOLS + file).mtimeMs : 0);
  if (time('node_modules/.package-lock.json') < time('package-lock.json')) run(TOOLS, 'npm', 'ci');
}

/** The element is built once for everybody. */
function element() {
  if (!CARRIED.every((file) => existsSync(`${ROOT}dist/${file}`))) run(ROOT, 'npm', 'run', 'build');
}

function block() {
  run(
    TOOLS,
    process.execPath,
    'node_modules/@wordpress/scripts/bin/wp-scripts.js',
    'build',
    '--source-path=contest-banner/blocks',
    '--output-path=contest-banner/build',
  );
  // After wp-scripts, which empties the folder.
  for (const file of CARRIED) copyFileSync(`${ROOT}dist/${file}`, BUILD + file);
  for (const page of CARRIED.filter((file) => file.endsWith('.html'))) leadNowhere(BUILD + page);
}

/**
 * A page that the plugin prints for its site draws nothing where it is asked for by itself: of all files
 * of the site, among them what authors upload, it takes none but the folder that it lies in.
 */
function leadNowhere(page) {
  const open = '<meta name="contest-sources" content="" />';
  const html = readFileSync(page, 'utf8');
  if (!html.includes(open)) fail(`${page}: expected ${open}`);
  writeFileSync(page, html.replace(open, open.replace('""', '"./"')));
}

function run(folder, command, ...args) {
  const { status, error } = spawnSync(command, args, { cwd: folder, stdio: 'inherit' });
  if (status !== 0) fail(`${command} ${args.join(' ')}: ${error?.message ?? 'failed'}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
