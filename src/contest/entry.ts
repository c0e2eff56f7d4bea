/** The way into a contest: the one address that link, QR code and events share. Pure. */

import { isOnHost } from './address.ts';
import { fault, type Fault } from './fault.ts';
import type { Parsed } from './parse.ts';
import type { Contest, Round } from './schema.ts';

/**
 * Adds a unit's code to an address. A parameter of the same name is replaced where it stands,
 * the rest stays byte for byte, and what stands behind `#` stays behind.
 * @param unit read back exactly by `URLSearchParams`; empty adds nothing
 */
export function withUnit(address: string, parameter: string | undefined, unit: string): string {
  if (!parameter || !unit) return address;
  // Not encodeURIComponent, which throws on half a surrogate pair; `+` would not be read everywhere.
  const pair = String(new URLSearchParams([[parameter, unit]])).replaceAll('+', '%20');
  const [, path, query, fragment] = /([^?#]*)\??([^#]*)(.*)/s.exec(address)!;

  let placed = false;
  const pairs = (query ? query.split('&') : []).flatMap((old) => {
    const [entry] = new URLSearchParams(`?${old}`);
    if (entry?.[0] !== parameter) return old;
    if (placed) return [];
    placed = true;
    return pair;
  });
  if (!placed) pairs.push(pair);
  return `${path}?${pairs.join('&')}${fragment}`;
}

/** The way into the contest or one of its rounds, for one unit. */
export const entryAddress = (contest: Contest, round: Round | undefined, unit: string): string =>
  withUnit(round?.url ?? contest.url, contest.unitParameter, unit);

export interface Origins {
  /** Host names that the webmaster pinned; nothing where the page pins none. */
  hosts?: readonly string[] | undefined;
  /** Origins from which a picture may come besides `hosts`: the page's and that of `src`. */
  pictures: readonly [string, ...string[]];
}

/**
 * Holds a contest against the hosts that a webmaster has pinned.
 * @returns the contest without what leads elsewhere; none where a way in does
 */
export function pin(contest: Contest, { hosts, pictures }: Origins): Parsed {
  const faults: Fault[] = [];
  /** True where the address may stay; a fault where not. */
  const check = (path: string, address: string | undefined, origins: readonly string[] = []) => {
    const url = address && new URL(address);
    if (
      !url ||
      origins.includes(url.origin) ||
      (hosts ? isOnHost(url.hostname, hosts) : !origins.length)
    )
      return true;
    const places = [...(hosts ?? []), ...origins].join(' or ');
    faults.push(
      fault(path, `an address on ${places || 'a host that hosts names'}`, address, 'host'),
    );
    return false;
  };

  check('url', contest.url);
  contest.rounds?.forEach((round, index) => check(`rounds[${index}].url`, round.url));
  if (faults.length) return { faults };

  const kept: Contest = { ...contest };
  if (!check('results', contest.results)) delete kept.results;
  if (!check('calendar', contest.calendar)) delete kept.calendar;
  if (!check('banner.src', contest.banner?.src, pictures)) delete kept.banner;
  if (contest.documents)
    kept.documents = contest.documents.map((document, index) => {
      if (check(`documents[${index}].url`, document.url)) return document;
      const named = { ...document };
      delete named.url;
      return named;
    });
  return { contest: kept, faults };
}
