/** Finds the programs that WordPress runs on, and on Debian as root installs what is missing. */

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages, isDebianRoot } from '../debian.mjs';

const OLDEST_PHP = '7.4';

/** PHP's extensions by the package that brings them, under the names that `php -m` prints. */
const EXTENSIONS = {
  'php-xml': ['dom', 'xml', 'xmlreader', 'SimpleXML'],
  'php-mbstring': ['mbstring'],
  'php-gd': ['gd'],
  'php-curl': ['curl'],
  'php-zip': ['zip'],
  'php-intl': ['intl'],
};

const DATABASES = {
  sqlite: { 'php-sqlite3': ['pdo_sqlite'] },
  mariadb: { 'php-mysql': ['mysqli'] },
};

/** Of Debian's packages the ones that bring the programs only: others start a server for all. */
const MARIADB = {
  packages: ['mariadb-server-core', 'mariadb-client-core'],
  programs: { server: ['mariadbd', 'mysqld'], install: ['mariadb-install-db', 'mysql_install_db'] },
};

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Servers are where an ordinary user's PATH does not look. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/sbin'];

const findAll = (names) =>
  FOLDERS.flatMap((folder) => names.map((name) => join(folder, name))).filter(isExecutable);

/** @returns {{server?: string, install?: string}} the paths of MariaDB's programs */
export const findMariadb = () => ({
  server: findAll(MARIADB.programs.server)[0],
  install: findAll(MARIADB.programs.install)[0],
});

/** What a PHP lacks: packages, or why it is none. */
function lacks(php, database) {
  const { stdout, status } = spawnSync(
    php,
    ['-r', 'echo json_encode( array( PHP_VERSION, get_loaded_extensions() ) );'],
    { encoding: 'utf8' },
  );
  if (status !== 0) return { php, version: '', packages: ['php-cli'] };
  const [version, loaded] = JSON.parse(stdout);
  const packages = Object.entries({ ...EXTENSIONS, ...DATABASES[database] })
    .filter(([, names]) => names.some((name) => !loaded.includes(name)))
    .map(([name]) => name);
  return { php, version, packages };
}

const isNewEnough = ({ version }) =>
  version.localeCompare(OLDEST_PHP, 'en', { numeric: true }) >= 0;

/**
 * The first PHP that has all there is to have, or else the first one. One that was built by hand
 * comes first on many a PATH, and the extensions that a package manager installs are not for it.
 */
function bestPhp(database) {
  const named = process.env.PHP_PATH ? [process.env.PHP_PATH] : [];
  const versions = ['8.5', '8.4', '8.3', '8.2', '8.1', '8.0', '7.4'].map((name) => `php${name}`);
  let first;
  for (const path of new Set([...named, ...findAll(['php']), ...findAll(versions)])) {
    const php = lacks(path, database);
    if (!isNewEnough(php)) continue;
    if (php.packages.length === 0) return php;
    first ??= php;
  }
  return first;
}

/** Asking a PHP takes as long as a page does, so what was found complete is asked no more. */
const complete = new Map();

/** @returns {string | undefined} the path of a PHP that can run WordPress */
export function findPhp(database = 'sqlite') {
  if (!complete.has(database)) {
    const best = bestPhp(database);
    if (best?.packages.length === 0) complete.set(database, best.php);
  }
  return complete.get(database);
}

/** What is missing, by the packages that would bring it. */
function missing(database, composer) {
  const all = ['php-cli', ...Object.keys({ ...EXTENSIONS, ...DATABASES[database] })];
  const php = findPhp(database) ? [] : (bestPhp(database)?.packages ?? all);
  const { server, install } = findMariadb();
  return [
    ...php,
    ...(database === 'mariadb' && !(server && install) ? MARIADB.packages : []),
    ...(composer && !findComposer() ? ['composer'] : []),
  ];
}

/** @returns {string | undefined} the path of Composer, which brings the tools that check PHP */
export const findComposer = () => findAll(['composer'])[0];

/**
 * Makes sure that WordPress can run here.
 * @param {{database?: 'sqlite' | 'mariadb', composer?: boolean}} [options] `composer`: for checking
 *   PHP as well
 * @returns {string[]} what is missing still, each in a sentence
 */
export function requirements({ database = 'sqlite', composer = false } = {}) {
  let packages = missing(database, composer);
  if (packages.length && isDebianRoot()) {
    installPackages(packages);
    packages = missing(database, composer);
  }
  return packages.map((name) => {
    if (name === 'php-cli')
      return `PHP ${OLDEST_PHP} or later was not found: install ${name} or name its program in PHP_PATH.`;
    if (name === 'composer') return 'Composer was not found: install composer.';
    if (MARIADB.packages.includes(name)) return `MariaDB was not found: install ${name}.`;
    const names = { ...EXTENSIONS, ...DATABASES[database] }[name].join(', ');
    return `${bestPhp(database)?.php ?? 'PHP'} does not load ${names}: install ${name}, or what brings it to that PHP.`;
  });
}
