/** Starts a WordPress of one's own, in a folder that goes away afterwards, on this machine only. */

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { basename, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ensureCore } from './core.mjs';
import { emptyFolder, furnish, linkTree, temporaryFolder, themeOf } from './folder.mjs';
import { startMariadb } from './mariadb.mjs';
import { findPhp, requirements } from './php.mjs';
import { startGroup } from './processes.mjs';

export { requirements };

const HOST = '127.0.0.1';
const PATIENCE = 15_000;
const ADMIN = { user: 'admin', password: 'password', email: 'admin@example.com' };
const TITLE = 'Contest Banner';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * @typedef {object} Site
 * @property {string} url without a slash at the end
 * @property {string} folder that holds WordPress in `wordpress`, the database and the logs
 * @property {string} version of WordPress
 * @property {string} theme in use, which is an older one where the core has none so new
 * @property {{user: string, password: string}} admin of the network too, if there is one
 * @property {string} debugLog the path of PHP's log; there is no file until something is logged
 * @property {() => Promise<string[]>} problems what the log says, but for what WordPress itself is
 *   known to be wrong about
 * @property {(code: string, options?: {url?: string, input?: unknown}) => Promise<unknown>} php
 *   runs code, without `<?php`, in WordPress as if for a visit of `url` (of a site of a network,
 *   say), with `$input`, and gives what it returns; rejects where it fails or returns a WP_Error
 * @property {() => Promise<void>} stop
 */

/**
 * @param {object} [options]
 * @param {'newest' | 'middle' | 'oldest'} [options.core]
 * @param {'twentytwentyfive' | 'twentytwentyone'} [options.theme] of blocks, or classic
 * @param {boolean} [options.multisite] a network of sites in subfolders; the plugin is active on
 *   the first one
 * @param {'local' | 'production'} [options.environment] `local` also lets WordPress ask this machine
 * @param {string} [options.plugin] a plugin's folder, to be linked in and activated
 * @param {'vi' | 'en_US'} [options.language]
 * @param {string} [options.folder] a new or empty one, which stays; otherwise one that goes away
 * @param {number} [options.port] otherwise any that is free
 * @param {'sqlite' | 'mariadb'} [options.database]
 * @param {Record<string, string>} [options.muPlugins] further must-use plugins: PHP by name
 * @param {boolean} [options.cron] whether a visit starts what is due
 * @returns {Promise<Site>}
 * @throws where something is missing on this machine, or WordPress or the plugin fails
 */
export async function startWordPress({
  core = 'newest',
  theme = 'twentytwentyfive',
  multisite = false,
  environment = 'local',
  plugin,
  language = 'vi',
  folder: kept,
  port,
  database = 'sqlite',
  muPlugins = {},
  cron = false,
} = {}) {
  const lacking = requirements({ database });
  if (lacking.length) throw new Error(lacking.join('\n'));
  const source = await ensureCore(core);
  const { version, themes } = JSON.parse(await readFile(join(source, '../fetched.json'), 'utf8'));

  const undo = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = kept ? await emptyFolder(kept) : await temporaryFolder(undo);
    const root = join(folder, 'wordpress');
    const url = `http://${HOST}:${port ?? (await freePort())}`;
    const debugLog = join(folder, 'debug.log');
    const constants = {
      ...constantsOf({ environment, debugLog, cron, plugin }),
      WP_DEFAULT_THEME: themeOf(theme, themes),
    };

    const [databaseConstants] = await Promise.all([
      database === 'mariadb' ? useMariadb(folder, undo) : useSqlite(folder),
      linkTree(source, root),
    ]);
    Object.assign(constants, databaseConstants);
    await furnish(root, { database, environment, language, muPlugins, plugin });

    const php = { program: findPhp(database), folder, root, url, environment };
    await configure(root, constants);
    await install(php, { ...ADMIN, url, title: TITLE, language, multisite });
    if (multisite) await configure(root, { ...constants, ...networkOf(url) });
    const runCode = runnerOf(php);
    if (plugin) await runCode(ACTIVATE, { input: basename(resolve(plugin)) });
    await serve(php, undo);

    return {
      url,
      folder,
      version,
      theme: constants.WP_DEFAULT_THEME,
      admin: { user: ADMIN.user, password: ADMIN.password },
      debugLog,
      problems: async () => problemsIn(await logOf(php)),
      php: runCode,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/* ------------------------------------- Configuration ------------------------------------- */

const phpString = (value) => `'${value.replace(/[\\']/g, '\\$&')}'`;

function configure(root, constants) {
  const lines = Object.entries(constants).map(
    ([name, value]) =>
      `define( '${name}', ${typeof value === 'string' ? phpString(value) : value} );\n`,
  );
  return writeFile(
    join(root, 'wp-config.php'),
    `<?php
${lines.join('')}
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
`,
  );
}

const KEYS = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'].flatMap((name) => [
  `${name}_KEY`,
  `${name}_SALT`,
]);

const constantsOf = ({ environment, debugLog, cron, plugin }) => ({
  ...Object.fromEntries(KEYS.map((name) => [name, randomBytes(48).toString('base64')])),
  DB_CHARSET: 'utf8mb4',
  DB_COLLATE: '',
  WP_ENVIRONMENT_TYPE: environment,
  WP_DEBUG: true,
  WP_DEBUG_LOG: debugLog,
  WP_DEBUG_DISPLAY: false,
  WP_HTTP_BLOCK_EXTERNAL: true,
  WP_ACCESSIBLE_HOSTS: `localhost,${HOST}`,
  AUTOMATIC_UPDATER_DISABLED: true,
  WP_AUTO_UPDATE_CORE: false,
  // The editor of themes would write through the links into the cache, and to delete a plugin that
  // is linked in would delete what the link leads to: the source.
  DISALLOW_FILE_EDIT: true,
  DISALLOW_FILE_MODS: Boolean(plugin),
  DISABLE_WP_CRON: !cron,
});

const networkOf = (url) => ({
  MULTISITE: true,
  SUBDOMAIN_INSTALL: false,
  DOMAIN_CURRENT_SITE: new URL(url).host,
  PATH_CURRENT_SITE: '/',
  SITE_ID_CURRENT_SITE: 1,
  BLOG_ID_CURRENT_SITE: 1,
});

/** A file outside of what is served. */
async function useSqlite(folder) {
  const name = join(folder, 'database');
  await mkdir(name);
  return { DB_DIR: name, DB_FILE: 'wordpress.sqlite', DB_NAME: 'wordpress' };
}

async function useMariadb(folder, undo) {
  const { constants, stop } = await startMariadb(join(folder, 'database'));
  undo.push(stop);
  return constants;
}

/* ------------------------------------------ PHP ------------------------------------------ */

/** Compiled once for all workers; a change in a file is seen at the next request all the same. */
const SETTINGS = [
  'opcache.enable=1',
  'opcache.enable_cli=1',
  'opcache.revalidate_freq=0',
  'memory_limit=512M',
  'display_errors=stderr',
];

const argumentsOf = (...args) => [...SETTINGS.flatMap((setting) => ['-d', setting]), ...args];

const environmentOf = ({ environment }) => ({
  ...process.env,
  WP_ENVIRONMENT_TYPE: environment,
  PHP_CLI_SERVER_WORKERS: '4',
  // Some machines reach the internet by a proxy; their own address they do not.
  NO_PROXY: `${HOST},localhost`,
  no_proxy: `${HOST},localhost`,
});

/** Runs a script to its end. @returns {Promise<{code: number, output: string, result: string}>} */
function runScript(php, args, input) {
  return new Promise((done, failed) => {
    const child = spawn(php.program, argumentsOf(...args), {
      env: environmentOf(php),
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    });
    const read = { output: '', result: '' };
    const collect = (stream, name) =>
      stream.setEncoding('utf8').on('data', (text) => (read[name] += text));
    collect(child.stdout, 'output');
    collect(child.stderr, 'output');
    collect(child.stdio[3], 'result');
    child.on('error', failed);
    child.on('close', (code) => done({ code, ...read }));
    // A script that fails early may never read it.
    child.stdin.on('error', () => {});
    child.stdin.end(JSON.stringify(input));
  });
}

async function install(php, settings) {
  const { code, output } = await runScript(php, [here('install.php'), php.root], settings);
  if (code !== 0 || !output.endsWith('installed'))
    throw new Error(`WordPress could not be installed:\n${output}${await logOf(php)}`);
}

/** 7.1 has such functions in a file of networks, and PHP 8 says so whenever it compiles it. */
const KNOWN = /Optional parameter \S+ declared before required .* in \S+\/wp-includes\//;

/** An entry begins with its time; what it has in further lines belongs to it. */
const problemsIn = (log) =>
  log.split(/^(?=\[\d\d-\w{3}-\d{4} )/m).filter((entry) => entry.trim() && !KNOWN.test(entry));

const logOf = ({ folder }) => readFile(join(folder, 'debug.log'), 'utf8').catch(() => '');

/** What the page of plugins does; it answers with null, or with an error that `run.php` reports. */
const ACTIVATE = `
  require_once ABSPATH . 'wp-admin/includes/plugin.php';
  $files = array_keys( get_plugins( '/' . $input ) );
  if ( ! $files ) {
    return new WP_Error( 'no_plugin', 'There is no plugin in the folder ' . $input );
  }
  return activate_plugin( $input . '/' . $files[0] );
`;

function runnerOf(php) {
  let count = 0;
  return async (code, { url = php.url, input = null } = {}) => {
    const file = join(php.folder, `run-${++count}.php`);
    // On the first line already, so that the lines of an error are those of the code.
    await writeFile(file, `<?php ${code}`);
    try {
      const { output, result } = await runScript(
        php,
        [here('run.php'), php.root, file, url],
        input,
      );
      // A script that died on the way, by wp_die() say, may well have ended without a code.
      if (!result) throw new Error(`PHP failed: ${output || (await logOf(php))}`);
      return JSON.parse(result).result;
    } finally {
      await rm(file);
    }
  };
}

/* ----------------------------------------- Serving ----------------------------------------- */

/**
 * @param {number} [first] where to begin; without it the system chooses
 * @returns {Promise<number>} a port that nobody uses
 */
export async function freePort(first = 0) {
  for (let port = first; ; port++) {
    const server = createServer();
    const error = await new Promise((done) => {
      server.on('error', done).listen(port, HOST, () => done());
    });
    if (error && (first === 0 || error.code !== 'EADDRINUSE')) throw error;
    if (error) continue;
    const found = server.address().port;
    await new Promise((done) => server.close(done));
    return found;
  }
}

const isListening = (port) =>
  new Promise((done) => {
    const socket = connect(port, HOST);
    socket.on('connect', () => done(true)).on('error', () => done(false));
    socket.on('connect', () => socket.destroy());
  });

async function serve(php, undo) {
  const { host, port } = new URL(php.url);
  // Somebody else's server would answer in the place of ours, and PHP would only complain.
  if (await isListening(port)) throw new Error(`Port ${port} is in use already`);
  const logFile = join(php.folder, 'server.log');
  const log = openSync(logFile, 'a');
  const args = argumentsOf('-S', host, '-t', php.root, here('router.php'));
  const { child, stop } = startGroup(php.program, args, {
    cwd: php.root,
    env: environmentOf(php),
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  undo.push(stop);

  for (const patience = Date.now() + PATIENCE; !(await isListening(port)); await wait(10))
    if (child.exitCode !== null || Date.now() > patience)
      throw new Error(`PHP's server did not start:\n${await readFile(logFile, 'utf8')}`);
}
