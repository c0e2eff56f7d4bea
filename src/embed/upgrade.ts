/** Turns script tags with data attributes, and links with `data-contest-src`, into banners. */

import { isOnHost, readHosts } from '../contest/address.ts';
import type { ContestBanner } from '../elements/contest-banner.ts';
import { warnOnce } from '../elements/report.ts';

/** A banner with the attributes that the prefix marks: `data-NAME` or `data-contest-NAME`. */
function bannerFrom(element: Element, prefix: string): HTMLElement {
  const banner = document.createElement('contest-banner');
  for (const name of (banner.constructor as typeof ContestBanner).observedAttributes) {
    const value = element.getAttribute(prefix + name);
    if (value !== null) banner.setAttribute(name, value);
  }
  return banner;
}

/** A script tag with `data-src` or `data-href` draws right after itself. */
export function drawAfter(script: HTMLScriptElement): void {
  const { src, href } = script.dataset;
  if (src === undefined && href === undefined) return;
  if (script.closest('head')) {
    warnOnce(
      'a script tag with data-src or data-href draws right after itself: move it into the body',
    );
    return;
  }
  // The same tag may be met twice: when it runs, and when the document is complete.
  if (drawn.has(script)) return;
  drawn.add(script);
  script.after(bannerFrom(script, 'data-'));
}

const drawn = new WeakSet<Element>();

/**
 * Upgrades the links of a page in place; each becomes a child of its banner.
 * @param script the tag whose `data-sources` and `data-hosts` say what a link may name: whoever
 *   may write an article can write a link, but not a script tag
 */
export function upgradeLinks(script: HTMLScriptElement | null): void {
  const sources = readHosts(script?.dataset.sources ?? '').hosts;
  const pinned =
    script?.dataset.hosts === undefined ? undefined : readHosts(script.dataset.hosts).hosts;

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-contest-src]')) {
    if (link.closest('contest-banner')) continue;
    const src = link.dataset.contestSrc!;
    if (!isAllowed(src, sources)) {
      warnOnce(
        `data-contest-src: expected an address on this site or on a host in data-sources, got ${src}`,
      );
      continue;
    }
    const banner = bannerFrom(link, 'data-contest-');
    if (!banner.hasAttribute('href')) banner.setAttribute('href', link.href);
    if (pinned) {
      const own = banner.getAttribute('hosts');
      // The link's own names can only narrow what the script tag pins.
      const hosts =
        own === null ? pinned : readHosts(own).hosts.filter((name) => isOnHost(name, pinned));
      banner.setAttribute('hosts', hosts.join(' '));
    }
    link.replaceWith(banner);
    banner.append(link);
  }
}

function isAllowed(src: string, sources: readonly string[]): boolean {
  try {
    const { origin, hostname } = new URL(src, document.baseURI);
    return origin === location.origin || isOnHost(hostname, sources);
  } catch {
    return false;
  }
}
