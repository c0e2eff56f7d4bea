/** The one file for a script tag: classic and module alike, and safe when it runs twice. */

import '../define.ts';
import { drawAfter, upgradeLinks } from './upgrade.ts';

/**
 * The tag that runs this file. A module has no `currentScript`, nor has a tag that an optimiser has
 * put into a bundle: these are found by the name of the file.
 */
const own = document.currentScript as HTMLScriptElement | null;
const tags = (): HTMLScriptElement[] =>
  own
    ? [own]
    : [...document.querySelectorAll<HTMLScriptElement>('script[src]')].filter(({ src }) =>
        /\/contest-banner[^/]*\.js([?#]|$)/.test(src),
      );

function embed(): void {
  const all = tags();
  all.forEach(drawAfter);
  upgradeLinks(all.find(({ dataset }) => dataset.hosts ?? dataset.sources) ?? all[0] ?? null);
}

embed();
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', embed);
