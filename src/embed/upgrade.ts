/** Turns script tags with data attributes, and links with `data-contest-src`, into banners. */

import { isOnHost, readHosts } from '../contest/address.ts';
import { fault } from '../contest/fault.ts';
import type { ContestBanner } from '../elements/contest-banner.ts';
import { warnOnce } from '../elements/report.ts';
import { A_SOURCE, isFrom, readSources } from '../source/remote.ts';

/** A banner with the attributes that the prefix marks: `data-NAME` or `data-contest-NAME`. */
function bannerFrom(element: Element, prefix: string): ContestBanner {
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
 * Upgrades the links of a page in place; each becomes a child of its banner. What they may name and
 * lead to stands on the page's script tags, all of them, in `data-sources` and `data-hosts`: whoever
 * may write an article can write a link, but not a script tag. One that holds data will do: optimisers
 * rewrite tags that load something.
 */
export function upgradeLinks(): void {
  const tags = [...document.querySelectorAll('script')];
  const sources = tags.flatMap(({ dataset }) => readSources(dataset.sources ?? ''));
  const pins = tags.flatMap(({ dataset }) => dataset.hosts ?? []);

  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-contest-src]')) {
    if (link.closest('contest-banner')) continue;
    const src = link.dataset.contestSrc!;
    if (!isFrom(src, sources)) {
      warnOnce(fault('data-contest-src', A_SOURCE, src).message);
      continue;
    }
    const banner = bannerFrom(link, 'data-contest-');
    banner.sources = sources;
    if (!banner.hasAttribute('href')) banner.setAttribute('href', link.href);
    if (pins.length) {
      // The link's own names can only narrow what the script tags pin.
      let { hosts } = readHosts(banner.getAttribute('hosts') ?? pins[0]!);
      for (const pin of pins) {
        const kept = readHosts(pin).hosts;
        hosts = hosts.filter((name) => isOnHost(name, kept));
      }
      banner.setAttribute('hosts', hosts.join(' '));
    }
    // It is the page without script, not the picture.
    link.removeAttribute('slot');
    link.replaceWith(banner);
    banner.append(link);
  }
}
