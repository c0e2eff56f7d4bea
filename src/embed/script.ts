/**
 * The one file for a script tag: classic and module alike, and safe when it runs twice. A second
 * copy, of whatever version, evaluates nothing and hands its tag to the first (the build puts that
 * line before everything else): a second Lit may not create its Trusted Types policy again.
 */

import '../define.ts';
import { drawAfter, upgradeLinks } from './upgrade.ts';

declare global {
  var contestBannerRun: ((script: HTMLScriptElement | null) => void) | undefined;
}

/**
 * @param own the tag that runs this file. A module has none, nor has one that an optimiser has put
 *   into a bundle: these are found by the name of the file
 */
globalThis.contestBannerRun = (own) => {
  const embed = () => {
    const tags = own
      ? [own]
      : [...document.querySelectorAll<HTMLScriptElement>('script[src]')].filter(({ src }) =>
          /\/contest-banner[^/]*\.js([?#]|$)/.test(src),
        );
    tags.forEach(drawAfter);
    upgradeLinks(tags.find(({ dataset }) => dataset.hosts ?? dataset.sources) ?? tags[0] ?? null);
  };
  embed();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', embed);
};

globalThis.contestBannerRun(document.currentScript as HTMLScriptElement | null);
