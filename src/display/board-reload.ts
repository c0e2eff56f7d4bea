/**
 * When the board's page is opened anew: whoever updates the files, or the hosts in the page, is never at
 * the screen. At night, when nobody looks, and only while its server answers: a browser's page of errors
 * would stand there until somebody comes.
 */

import { HOUR, MINUTE } from '../contest/instant.ts';

/** The screen's own hour. */
const NIGHT = 3;

/** One that sleeps at night is opened anew by day, sooner or later. */
const OLD = 44 * HOUR;

/** Between two looks at the clock. */
const LOOK = 10 * MINUTE;

/**
 * @param opened epoch ms
 * @param hour of the day, where the screen is
 */
export function reloadDue(opened: number, now: number, hour: number): boolean {
  const age = now - opened;
  return age >= OLD || (age >= 2 * HOUR && hour === NIGHT);
}

/** Whether page and scripts can be had, past every cache. */
async function answers(): Promise<boolean> {
  const addresses = [location.href, ...[...document.scripts].flatMap(({ src }) => src || [])];
  const asked = addresses.map((address) =>
    fetch(address, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(10_000) }),
  );
  const replies = await Promise.all(asked).catch(() => []);
  return replies.length > 0 && replies.every(({ ok }) => ok);
}

/** Looks at the clock from now on. */
export function reloadNightly(): void {
  const opened = Date.now();
  setInterval(() => {
    if (!reloadDue(opened, Date.now(), new Date().getHours())) return;
    void answers().then((ok) => ok && location.reload());
  }, LOOK);
}
