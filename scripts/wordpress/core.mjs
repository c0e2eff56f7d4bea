/**
 * Gets WordPress to run the plugin in: three versions, and the SQLite driver that spares a database
 * server. Each is fetched once and kept in the user's cache folder, with a note of what it is.
 *
 * WordPress's own site is not needed: Debian carries the current versions, npm the oldest one that
 * the plugin supports. Both come by the machine's own apt and npm, from the mirrors set there. To
 * have a newer one fetched, delete its folder in the cache.
 */

import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import {
  copyFile,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { homedir, userInfo } from 'node:os';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';

const run = promisify(execFile);

/** Goes up when the steps below change, so that nobody keeps what older steps left. */
const RECIPE = 1;

const CACHE = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'contest-banner',
  'wordpress',
);

/** Runs without PHP and downloads nothing but itself; carries the SQLite driver. */
export const PLAYGROUND = '@wp-playground/cli@3.1.56';
const BUILDS = '@wp-playground/wordpress-builds@0.9.19';

/** The last Debian with the classic theme; it runs in every version of WordPress since. */
const CLASSIC = { suite: 'bookworm', package: 'wordpress-theme-twentytwentyone' };

/** Suites move on, so what is fetched is held against what the tests are about. */
const CORES = {
  newest: { version: /^7\./, fetch: (folder, work) => fromDebian('sid', folder, work) },
  middle: { version: /^6\.8(\.|$)/, fetch: (folder, work) => fromDebian('trixie', folder, work) },
  oldest: { version: /^6\.6\b/, fetch: fromNpm },
};

/**
 * @param {'newest' | 'middle' | 'oldest'} which
 * @returns {Promise<string>} the folder of an unpacked WordPress without configuration; links to
 *   its files may be made, but nothing in it may be written
 * @throws where it cannot be had on this machine, in one sentence
 */
export async function ensureCore(which) {
  if (!Object.hasOwn(CORES, which))
    throw new Error(`WordPress is had as ${Object.keys(CORES).join(', ')}, not ${which}`);
  const { version, fetch } = CORES[which];
  return ensure(which, 'wordpress', async (folder, work) => {
    const from = await fetch(folder, work);
    const file = await readFile(join(folder, 'wp-includes/version.php'), 'utf8');
    const [, found] = /\$wp_version\s*=\s*'([^']+)'/.exec(file) ?? [];
    if (!version.test(found))
      throw new Error(`The ${which} WordPress should match ${version} but ${from[0]} is ${found}`);
    const themes = await readdir(join(folder, 'wp-content/themes'), { withFileTypes: true });
    return {
      version: found,
      themes: themes.filter((entry) => entry.isDirectory()).map(({ name }) => name),
      from,
    };
  });
}

/** @returns {Promise<string>} the folder of the SQLite driver; its `db.copy` is the drop-in */
export async function ensureSqlite() {
  const name = 'sqlite-database-integration';
  return ensure(name, name, async (folder, work) => {
    await unpackNpm(PLAYGROUND, [`package/${name}.zip`], work);
    await unzip(join(work, `package/${name}.zip`), join(work, 'unzipped'));
    await rename(join(work, `unzipped/plugin-${name}`), folder);
    const [, version] = /^ \* Version: (\S+)/m.exec(await readFile(join(folder, 'load.php')));
    if (!version.startsWith('3.'))
      throw new Error(
        `The SQLite driver should be version 3 but in ${PLAYGROUND} it is ${version}`,
      );
    return { version, from: [PLAYGROUND] };
  });
}

/**
 * Keeps what `build` makes. Folder and note are made elsewhere and put in place in one step, so
 * neither a run that was cut off nor one at the same time can leave half of them.
 */
async function ensure(name, inner, build) {
  const kept = join(CACHE, name);
  const isKept = async () => {
    const note = await readFile(join(kept, 'fetched.json'), 'utf8').catch(() => '{}');
    return JSON.parse(note).recipe === RECIPE;
  };
  if (await isKept()) return join(kept, inner);

  await mkdir(CACHE, { recursive: true });
  const work = await mkdtemp(join(CACHE, `.${name}-`));
  try {
    const made = join(work, 'made');
    await mkdir(made);
    const note = await build(join(made, inner), work);
    const text = JSON.stringify({ recipe: RECIPE, fetched: new Date(), ...note }, null, 2);
    await writeFile(join(made, 'fetched.json'), `${text}\n`);
    if (!(await isKept())) {
      if (existsSync(kept)) await rename(kept, join(work, 'outdated'));
      await rename(made, kept).catch(async (error) => {
        if (!(await isKept())) throw error;
      });
    }
    return join(kept, inner);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/* ---------------------------------------- Debian ---------------------------------------- */

/**
 * Debian's package: WordPress and whatever of it Debian keeps elsewhere, its themes and its
 * Vietnamese. Downloaded and unpacked only; nothing is installed.
 */
async function fromDebian(suite, folder, work) {
  if (!isDebian())
    throw new Error(
      'This WordPress comes from the packages of Debian, which this machine does not run, and npm has the oldest one only',
    );
  const apt = await aptFor([suite, CLASSIC.suite], work);
  const { stdout } = await apt('apt-cache', ['show', '--no-all-versions', 'wordpress']);
  // Which libraries Debian takes out of WordPress and links to changes from suite to suite.
  const [depends] = /^Depends: .*/m.exec(stdout);
  const linked = depends.match(/\b(libjs-|libphp-|php-getid3)[\w-]*/g);
  const names = ['wordpress', 'wordpress-l10n', 'wordpress-theme-twentytwentyfive'];
  const from = await unpackDebs(apt, [...names, ...new Set(linked), CLASSIC.package], work);

  const unpacked = join(work, 'root/usr/share/wordpress');
  // Debian's configuration looks for one in /etc, and its plugin is none of ours.
  for (const name of ['.htaccess', 'wp-config.php', 'wp-content/plugins/akismet'])
    await rm(join(unpacked, name), { recursive: true });
  // The one link that leads out of what was unpacked. Nothing here asks the internet.
  const certificates = join(unpacked, 'wp-includes/certificates/ca-bundle.crt');
  await rm(certificates);
  await copyFile('/etc/ssl/certs/ca-certificates.crt', certificates).catch(() =>
    writeFile(certificates, ''),
  );
  await onlyVietnamese(join(unpacked, 'wp-content/languages'));
  // Fails at a link whose file is missing, so a library that was overlooked is noticed here.
  await run('cp', ['-RL', unpacked, folder]);
  return from;
}

/** The classic theme alone, and Vietnamese. */
async function addFromDebian(folder, work) {
  const apt = await aptFor([CLASSIC.suite], work);
  const from = await unpackDebs(apt, [CLASSIC.package, 'wordpress-l10n'], work);
  const content = 'wp-content';
  const unpacked = join(work, 'root/usr/share/wordpress', content);
  await onlyVietnamese(join(unpacked, 'languages'));
  await run('cp', [
    '-RL',
    join(unpacked, 'themes'),
    join(unpacked, 'languages'),
    `${folder}/${content}`,
  ]);
  return from;
}

/** Without its file WordPress knows no language but English; others would be many and large. */
async function onlyVietnamese(folder) {
  const names = await readdir(folder);
  const others = names.filter((name) => !/(^|-)vi\.mo$/.test(name));
  await Promise.all(others.map((name) => rm(join(folder, name), { recursive: true })));
}

/** Not what derives from it: other mirrors have other suites. */
const isDebian = () =>
  existsSync('/usr/bin/apt-get') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * Commands of apt with sources, lists and cache of their own, so the system's stay as they are.
 * Works as any user.
 */
async function aptFor(suites, work) {
  const sources = await debianSources(suites);
  const file = join(work, `debian${sources.extension}`);
  const options = [
    `Dir::Etc::SourceList=${file}`,
    'Dir::Etc::SourceParts=/dev/null',
    // Someone who has other suites may keep them back by a pin.
    'Dir::Etc::Preferences=/dev/null',
    'Dir::Etc::PreferencesParts=/dev/null',
    `Dir::State::Lists=${join(work, 'lists')}`,
    `Dir::Cache=${join(work, 'cache')}`,
    'Acquire::Languages=none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false',
    // As root, apt would hand over to a user who may not look into the cache folder.
    `APT::Sandbox::User=${userInfo().username}`,
    // Otherwise an unreachable mirror is a warning, and the lists stay empty.
    'APT::Update::Error-Mode=any',
  ].flatMap((option) => ['-o', option]);
  const apt = (command, args) =>
    run(command, [...options, ...args], {
      cwd: work,
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: 1e8,
    });

  await Promise.all(
    ['lists/partial', 'cache/archives/partial'].map((name) =>
      mkdir(join(work, name), { recursive: true }),
    ),
  );
  await writeFile(file, sources.text());
  try {
    await apt('apt-get', ['update', '-qq']);
  } catch (error) {
    if (!/NO_PUBKEY|Missing key/i.test(error.stderr)) throw error;
    // The suite is younger than the machine's keyring. The machine's own suite brings the newer
    // keys in a package that the older keys vouch for.
    await writeFile(file, sources.text(await newerKeyring(work)));
    await apt('apt-get', ['update', '-qq']);
  }
  return apt;
}

/** Debian's keys as of the machine's own suite today, taken out of their package. */
async function newerKeyring(work) {
  const folder = join(work, 'keyring');
  await mkdir(folder);
  await run('apt-get', ['download', '-qq', 'debian-archive-keyring'], { cwd: folder });
  const [deb] = await readdir(folder);
  await run('dpkg-deb', ['-x', deb, '.'], { cwd: folder });
  return join(folder, 'usr/share/keyrings/debian-archive-keyring.gpg');
}

/**
 * The machine's own source of Debian with other suites in it, in the form that it has: a stanza of
 * fields, or lines.
 * @returns {Promise<{extension: string, text: (keyring?: string) => string}>}
 */
async function debianSources(suites) {
  const parts = '/etc/apt/sources.list.d';
  const names = await readdir(parts).catch(() => []);
  const release = await readFile('/etc/os-release', 'utf8');
  const [, codename] = /^VERSION_CODENAME=(\w+)/m.exec(release) ?? [];
  const own = [codename, 'stable', 'oldstable', 'testing', 'unstable', 'sid'];
  const hasOwn = (list) => list.split(/\s+/).some((suite) => own.includes(suite));

  for (const file of ['/etc/apt/sources.list', ...names.map((name) => join(parts, name))]) {
    const text = /\.(sources|list)$/.test(file) ? await readFile(file, 'utf8').catch(() => '') : '';
    const uncommented = text.replace(/^#.*\n/gm, '');
    const found =
      extname(file) === '.sources'
        ? stanzaFor(uncommented, suites, hasOwn)
        : linesFor(uncommented, suites, hasOwn);
    if (found) return { extension: extname(file), text: found };
  }
  throw new Error('The apt sources of this machine name no mirror of Debian to get WordPress from');
}

/** A stanza keeps all fields but these, its keys among them. */
function stanzaFor(text, suites, hasOwn) {
  const fieldOf = (stanza, name) =>
    new RegExp(`^${name}:[ \t]*(.*(?:\n[ \t].*)*)`, 'im').exec(stanza)?.[1] ?? '';
  const without = (stanza, names) =>
    stanza.replace(new RegExp(`^(?:${names}):.*(?:\n[ \t].*)*\n?`, 'gim'), '').trim();
  const stanza = text
    .split(/\n\s*\n/)
    .find(
      (part) =>
        /\bdeb\b/.test(fieldOf(part, 'Types')) &&
        hasOwn(fieldOf(part, 'Suites')) &&
        !/^no|^false/i.test(fieldOf(part, 'Enabled')),
    );
  if (!stanza) return undefined;
  return (keyring) =>
    [
      without(stanza, `Types|Suites|Components${keyring ? '|Signed-By' : ''}`),
      ...(keyring ? [`Signed-By: ${keyring}`] : []),
      `Types: deb\nSuites: ${suites.join(' ')}\nComponents: main\n`,
    ].join('\n');
}

function linesFor(text, suites, hasOwn) {
  const line = /^deb[ \t]+(?:\[([^\]]*)\][ \t]+)?(\S+)[ \t]+(\S+)[ \t]/gm;
  const found = [...text.matchAll(line)].find(([, , , suite]) => hasOwn(suite));
  if (!found) return undefined;
  const [, options = '', address] = found;
  return (keyring) => {
    const kept = keyring ? options.replace(/\bsigned-by=\S+/i, '') : options;
    const all = keyring ? `${kept} signed-by=${keyring}` : kept;
    return suites.map((suite) => `deb [${all}] ${address} ${suite} main\n`).join('');
  };
}

/** @returns {Promise<string[]>} what was unpacked into `root` of the folder, each with its version */
async function unpackDebs(apt, names, work) {
  await apt('apt-get', ['download', '-qq', ...names]);
  const debs = (await readdir(work)).filter((name) => name.endsWith('.deb'));
  for (const deb of debs) await run('dpkg-deb', ['-x', deb, 'root'], { cwd: work });
  const labels = debs.map((deb) => decodeURIComponent(deb).split('_').slice(0, 2).join(' '));
  return labels.sort(
    (a, b) => Number(b.startsWith('wordpress ')) - Number(a.startsWith('wordpress ')),
  );
}

/* ------------------------------------------ npm ------------------------------------------ */

/**
 * The oldest supported WordPress, which the package carries as the "beta" of its day: the program
 * in a zip, what browsers load beside it.
 */
async function fromNpm(folder, work) {
  const zip = 'package/src/wordpress/wp-beta.zip';
  const assets = 'package/public/wp-beta';
  await unpackNpm(BUILDS, [zip, assets], work);
  await unzip(join(work, zip), folder);
  const themes = await readdir(join(folder, 'wp-content/themes'));
  await cp(join(work, assets), folder, { recursive: true });

  for (const name of ['wp-config.php', 'wordpress-remote-asset-paths', 'wp-content/database'])
    await rm(join(folder, name), { recursive: true });
  // Of other themes there are the pictures only.
  for (const name of await readdir(join(folder, 'wp-content/themes')))
    if (!themes.includes(name))
      await rm(join(folder, 'wp-content/themes', name), { recursive: true });
  return [BUILDS, ...(isDebian() ? await addFromDebian(folder, work) : [])];
}

/** Downloads a package without installing it, and unpacks the members that are asked for. */
async function unpackNpm(specifier, members, work) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['pack', '--silent', '--ignore-scripts', specifier], {
    cwd: work,
    shell: process.platform === 'win32',
  });
  const [archive] = (await readdir(work)).filter((name) => name.endsWith('.tgz'));
  await run('tar', ['-xzf', archive, ...members], { cwd: work });
  await rm(join(work, archive));
}

/**
 * A zip that was packed without encryption and below 4 GB. Not every machine has a program for it,
 * and some have one of other options.
 */
async function unzip(file, folder) {
  const zip = await readFile(file);
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + extraLength + commentLength;
    if (name.endsWith('/')) continue;

    const path = resolve(folder, name);
    if (!path.startsWith(folder + sep)) throw new Error(`${file} names a file outside: ${name}`);
    // The local header repeats the lengths, and its extra field may be another.
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, method === 0 ? packed : inflateRawSync(packed));
  }
}
