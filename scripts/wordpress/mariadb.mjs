/** A MariaDB of one's own: nobody else's data, no port, gone afterwards. */

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findMariadb } from './php.mjs';
import { startGroup } from './processes.mjs';

const run = promisify(execFile);
const PATIENCE = 30_000;
const DATABASE = 'wordpress';

/**
 * @param {string} folder for its data, and for its socket, whose path may not exceed 107 bytes
 * @returns {Promise<{constants: Record<string, string>, stop: () => Promise<void>}>} what WordPress
 *   is to be configured with
 */
export async function startMariadb(folder) {
  const { server, install } = findMariadb();
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  const log = join(folder, 'log');
  await mkdir(folder, { recursive: true });
  // Whatever the machine's own server is set to does not matter here. As root it must be told that
  // root is meant.
  const options = ['--no-defaults', `--datadir=${data}`, `--user=${userInfo().username}`];
  // Data that is thrown away need not survive a power cut.
  const light = ['--innodb-flush-log-at-trx-commit=0', '--innodb-log-file-size=8M'];
  await run(install, [...options, '--auth-root-authentication-method=normal', '--skip-test-db']);

  const first = join(folder, 'first.sql');
  await writeFile(first, `CREATE DATABASE ${DATABASE};\n`);
  const own = [`--socket=${socket}`, `--log-error=${log}`, `--init-file=${first}`];
  const { child, stop } = startGroup(server, [...options, ...light, ...own, '--skip-networking'], {
    stdio: 'ignore',
  });
  const patience = Date.now() + PATIENCE;
  // The socket appears when the server takes connections.
  while (!existsSync(socket)) {
    if (child.exitCode !== null || Date.now() > patience) {
      await stop();
      throw new Error(`MariaDB did not start:\n${await readFile(log, 'utf8').catch(() => '')}`);
    }
    await wait(20);
  }
  const constants = {
    DB_HOST: `localhost:${socket}`,
    DB_NAME: DATABASE,
    DB_USER: 'root',
    DB_PASSWORD: '',
  };
  return { constants, stop };
}
