/**
 * A WordPress to look at, with the plugin of this repository in it and a page that has a banner.
 *
 *   npm run wp -- [--core newest|middle|oldest] [--theme twentytwentyfive|twentytwentyone]
 *                 [--multisite] [--port 8881] [--playground]
 *
 * The plugin's folder is linked in, so a change in it is there at the next visit. Without a PHP that
 * can run WordPress, or with --playground, WordPress Playground runs it in Node: slower, and
 * nothing else to install.
 */

import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureCore, PLAYGROUND } from './core.mjs';
import { copyTree, furnish, temporaryFolder, themeOf } from './folder.mjs';
import { startGroup } from './processes.mjs';
import { freePort, requirements, startWordPress } from './server.mjs';

const FIRST_PORT = 8881;
const LANGUAGE = 'vi';
const SLUG = 'contest-banner';
const PLUGIN = fileURLToPath(new URL('../../wp-plugin/contest-banner', import.meta.url));
/** Time enough for Playground to be downloaded over a slow line, and to compile PHP. */
const PATIENCE = 300_000;

/** A contest that is open, so that there is something to see. */
const CONTEST = {
  id: 'cchc-2027',
  revision: 1,
  title: 'Cuộc thi trực tuyến tìm hiểu về cải cách hành chính',
  url: 'https://cuocthi.example.vn/',
  opens: '2026-11-02T07:30:00+07:00',
  closes: '2027-12-10T16:30:00+07:00',
  documents: [{ kind: 'rules', title: 'Thể lệ', url: 'https://cuocthi.example.vn/the-le' }],
};

/** Registers the contest, creates the sample page and returns its address. */
const CREATE_PAGE = `
  if ( function_exists( 'Contest_Banner\\load_reading' ) ) {
    Contest_Banner\\load_reading();
    Contest_Banner\\register_contest( Contest_Banner\\candidate( '', '${JSON.stringify(CONTEST)}' ) );
  }
  $id = wp_insert_post(
    array(
      'post_type'    => 'page',
      'post_status'  => 'publish',
      'post_title'   => 'Cuộc thi',
      'post_name'    => '${SLUG}',
      'post_content' => '[contest_banner]',
    ),
    true
  );
  return is_wp_error( $id ) ? $id : get_permalink( $id );
`;

async function startNative({ core, theme, multisite, port, plugin }) {
  const site = await startWordPress({ core, theme, multisite, port, plugin, language: LANGUAGE });
  const page = await site.php(CREATE_PAGE).catch(async (error) => {
    await site.stop();
    throw error;
  });
  return { ...site, page };
}

/** The core that was asked for, or where only Debian has it the one that npm has too. */
async function coreForPlayground(core) {
  try {
    return await ensureCore(core);
  } catch (error) {
    if (core === 'oldest') throw error;
    console.log(`${error.message}; that one is taken.`);
    return ensureCore('oldest');
  }
}

async function startPlayground({ core, theme, multisite, port, plugin }) {
  if (multisite) throw new Error('A network of sites needs PHP itself: Playground serves one site');
  const source = await coreForPlayground(core);
  const { version, themes } = JSON.parse(await readFile(join(source, '../fetched.json'), 'utf8'));
  const undo = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const folder = await temporaryFolder(undo);
    const root = join(folder, 'wordpress');
    const url = `http://127.0.0.1:${port}`;
    // Playground writes into the files of the WordPress that it is given.
    await copyTree(source, root);
    await furnish(root, { environment: 'local', language: LANGUAGE });
    const blueprint = join(folder, 'blueprint.json');
    await writeFile(
      blueprint,
      JSON.stringify(blueprintOf({ theme: themeOf(theme, themes), plugin })),
    );

    const { child, stop: stopServer } = startGroup(
      process.platform === 'win32' ? 'npx.cmd' : 'npx',
      [
        ...['--yes', PLAYGROUND, 'server', `--port=${port}`, `--site-url=${url}`],
        '--wordpress-install-mode=install-from-existing-files',
        ...['--mount-dir-before-install', root, '/wordpress'],
        // To delete the plugin would delete its source.
        ...['--define-bool', 'DISALLOW_FILE_MODS', 'true'],
        ...['--define', 'WP_ENVIRONMENT_TYPE', 'local'],
        ...(plugin ? ['--mount-dir', plugin, `/wordpress/wp-content/plugins/${SLUG}`] : []),
        ...[`--blueprint=${blueprint}`, '--verbosity=quiet'],
      ],
      {
        cwd: folder,
        env: { ...process.env, npm_config_ignore_scripts: 'true' },
        shell: process.platform === 'win32',
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    undo.push(stopServer);
    const page = `${url}/${SLUG}/`;
    await answered(page, child);
    return { url, page, version, admin: { user: 'admin', password: 'password' }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What Playground does once WordPress is installed. */
function blueprintOf({ theme, plugin }) {
  const code = `<?php
    require '/wordpress/wp-load.php';
    require_once ABSPATH . 'wp-admin/includes/plugin.php';
    update_option( 'permalink_structure', '/%postname%/' );
    update_option( 'WPLANG', '${LANGUAGE}' );
    update_option( 'show_avatars', 0 );
    switch_theme( '${theme}' );
    ${plugin ? `activate_plugin( '${SLUG}/' . key( get_plugins( '/${SLUG}' ) ) );` : ''}
    ( static function () {${CREATE_PAGE}} )();`;
  return { steps: [{ step: 'runPHP', code }] };
}

/** Waits until a page is there; before that, nothing listens or WordPress is being installed. */
async function answered(page, child) {
  for (const patience = Date.now() + PATIENCE; ; await wait(500)) {
    if (child.exitCode !== null) throw new Error('Playground ended before it served a page');
    const response = await fetch(page, { redirect: 'manual' }).catch(() => undefined);
    if (response?.status === 200) return;
    if (Date.now() > patience) throw new Error(`Playground did not serve ${page} in time`);
  }
}

try {
  const { values } = parseArgs({
    options: {
      core: { type: 'string', default: 'newest' },
      theme: { type: 'string', default: 'twentytwentyfive' },
      multisite: { type: 'boolean', default: false },
      port: { type: 'string' },
      playground: { type: 'boolean', default: false },
    },
  });
  const lacking = values.playground ? [] : requirements();
  for (const sentence of lacking) console.log(sentence);
  const usesPlayground = values.playground || lacking.length > 0;
  const plugin = existsSync(PLUGIN) ? PLUGIN : undefined;
  if (!plugin) console.log(`There is no plugin in ${PLUGIN} yet, so WordPress starts without it.`);
  console.log(
    `Starting WordPress${usesPlayground ? ' in Playground, which takes a minute' : ''} …`,
  );

  const begun = Date.now();
  const port = values.port ? Number(values.port) : await freePort(FIRST_PORT);
  const start = usesPlayground ? startPlayground : startNative;
  const { url, page, version, admin, stop } = await start({ ...values, port, plugin });
  console.log(`
WordPress ${version} (${((Date.now() - begun) / 1000).toFixed(1)} s)
  page    ${page}
  admin   ${url}/wp-admin/   (${admin.user}, ${admin.password})

Ctrl+C ends it and removes its folder.`);

  // A second signal is not to cut off the cleaning up. A signal that may come keeps no process
  // alive, so something else has to.
  const ended = new Promise((done) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, done);
  });
  await Promise.race([ended, wait(2 ** 31 - 1)]);
  await stop();
  process.exit();
} catch (error) {
  console.error(`WordPress could not be started: ${error.message}`);
  process.exitCode = 1;
}
