/** Ends what was started here, and nothing else, however this process ends. */

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE = 5000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** What is still to be undone, each without waiting for anything. */
const undos = new Set();

const undoAll = () => {
  for (const undo of [...undos].reverse()) undo();
  undos.clear();
};

const handlers = Object.fromEntries(
  SIGNALS.map((name) => [
    name,
    () => {
      // Whoever listens too means to end in an orderly way.
      if (process.listenerCount(name) > 1) return;
      undoAll();
      process.off(name, handlers[name]);
      process.kill(process.pid, name);
    },
  ]),
);

/**
 * Has something undone when this process ends, be it by a signal.
 * @param {() => void} undo
 * @returns {() => void} takes that back
 */
export function atEnd(undo) {
  if (undos.size === 0) {
    process.on('exit', undoAll);
    for (const name of SIGNALS) process.on(name, handlers[name]);
  }
  undos.add(undo);
  return () => {
    if (!undos.delete(undo) || undos.size > 0) return;
    process.off('exit', undoAll);
    for (const name of SIGNALS) process.off(name, handlers[name]);
  };
}

/**
 * Starts a program as the leader of a process group, since it starts workers of its own.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {{child: import('node:child_process').ChildProcess, stop: () => Promise<void>}} `stop`
 *   ends all of the group
 */
export function startGroup(program, args, options) {
  // Windows has no groups, and gives a detached program a window instead.
  const child = spawn(program, args, { ...options, detached: process.platform !== 'win32' });
  // One that could not be started has ended too; whoever waits for it notices.
  const exit = once(child, 'exit').catch(() => {});
  const signal = (name) => {
    if (process.platform === 'win32') return spawnSync('taskkill', ['/pid', child.pid, '/t', '/f']);
    try {
      process.kill(-child.pid, name);
    } catch {
      // The whole group has ended already.
    }
    return undefined;
  };
  const forget = atEnd(() => signal('SIGKILL'));
  const stop = async () => {
    signal('SIGTERM');
    await Promise.race([exit, wait(PATIENCE, undefined, { ref: false })]);
    // A worker may outlive the one that started it.
    signal('SIGKILL');
    await exit;
    forget();
  };
  return { child, stop };
}
