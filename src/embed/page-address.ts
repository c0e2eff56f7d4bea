/**
 * What the pages of ours (frame, poster, board) take from their own address. Anyone can write an
 * address, so it may name a definition only on the page's own origin or on a host that the webmaster
 * wrote into the page's `<meta name="contest-hosts">`, which then pins the way in as well.
 */

import { readHosts } from '../contest/address.ts';
import { fault } from '../contest/fault.ts';
import { reportFault } from '../elements/report.ts';
import { A_SOURCE, isFrom } from '../source/remote.ts';

/** An element of ours whose definition comes from an address. */
type Sourced = HTMLElement & { sources: readonly string[] | undefined };

/**
 * Sets the attributes that the page's address names, and what the page itself pins.
 * @param names attributes besides `src` and `unit` that the address may set
 */
export function applyAddress(
  element: Sourced,
  names: readonly string[],
  address: URLSearchParams = new URLSearchParams(location.search),
): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="contest-hosts"]');
  const { hosts } = readHosts(meta?.content ?? '');
  element.sources = hosts;
  if (hosts.length) element.setAttribute('hosts', hosts.join(' '));

  for (const name of ['unit', ...names]) {
    const value = address.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  const src = address.get('src');
  if (src && isFrom(src, hosts)) element.setAttribute('src', src);
  else if (src) reportFault(element, fault('src', A_SOURCE, src, 'host'));
}
