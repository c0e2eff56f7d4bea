/**
 * What the pages of ours (frame, poster, board) take from their own address. Anyone can write an
 * address, so it may name a definition only on the page's own origin or on a host that the webmaster
 * wrote into the page's `<meta name="contest-hosts">`, which then pins the way in as well. Where the
 * contest leads to hosts on which others publish too, `<meta name="contest-sources">` names those of
 * them that definitions may come from; or whole addresses, and then nothing else of the own origin.
 * From the day in `<meta name="contest-until">` on nothing is shown, whatever the address says.
 */

import { readHosts } from '../contest/address.ts';
import { fault } from '../contest/fault.ts';
import { reportFault } from '../elements/report.ts';
import { isAddress, isFrom, readSources } from '../source/remote.ts';

/** An element of ours whose definition comes from an address. */
type Sourced = HTMLElement & { sources: readonly string[] | undefined };

/**
 * Sets the attributes that the page's address names, and what the page itself pins. To be called
 * before the element can ask for anything: while it is not on the page, or not defined.
 * @param names attributes besides `src` and `unit` that the address may set
 */
export function applyAddress(
  element: Sourced,
  names: readonly string[],
  address: URLSearchParams = new URLSearchParams(location.search),
): void {
  const written = writtenIn('contest-hosts');
  const { hosts } = readHosts(written);
  const narrowed = writtenIn('contest-sources');
  const sources = narrowed ? readSources(narrowed) : hosts;
  element.sources = sources;
  // As it is written: where nothing in it is a host, the element lets nothing through, and says why.
  if (written) element.setAttribute('hosts', written);
  limitRequests(sources, hosts);

  for (const name of ['unit', ...names]) {
    const value = address.get(name);
    if (value !== null) element.setAttribute(name, value);
  }
  const until = writtenIn('contest-until');
  if (until) element.setAttribute('until', until);
  const src = address.get('src');
  if (!src) return;
  if (isFrom(src, sources)) element.setAttribute('src', src);
  else reportFault(element, fault('src', A_PLACE, src, 'host'));
}

const A_PLACE =
  'an address on this site or on a host in <meta name="contest-sources">, or else "contest-hosts"';

/** What stands in all metas of a name. */
const writtenIn = (name: string): string =>
  [...document.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)]
    .map(({ content }) => content)
    .join(' ')
    .trim();

/** So that no redirection of a site tells others who has looked at its page. */
function limitRequests(sources: readonly string[], pictures: readonly string[]): void {
  const places = (hosts: readonly string[]) =>
    hosts
      .map((host) =>
        isAddress(host)
          ? ` ${new URL(host, location.href).origin}`
          : ` https://${host}:* https://*.${host}:*`,
      )
      .join('');
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src 'self'${places(sources)}; img-src 'self' data:${places([...new Set([...sources, ...pictures])])}`;
  document.head.append(policy);
}
