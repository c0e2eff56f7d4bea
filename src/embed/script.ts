/**
 * The one file for a script tag: classic and module alike, and safe when it runs twice. A second
 * copy, of whatever version, evaluates nothing and lets the first look after its tag (the build puts
 * that line before everything else): the Trusted Types policy may not be created again.
 */

import '../define.ts';
import { listenToFrames } from './frames.ts';
import { drawAfter, upgradeLinks } from './upgrade.ts';

declare global {
  var contestBannerRun: (() => void) | undefined;
}

globalThis.contestBannerRun = () => {
  // Past whatever the page has named so: `<img name="currentScript">` would stand in for the tag.
  const own = Reflect.get(
    Document.prototype,
    'currentScript',
    document,
  ) as HTMLScriptElement | null;
  const embed = () => {
    // A module has no tag of its own, nor has what an optimiser has put into a bundle: these are
    // found by the name of the file.
    const tags = own
      ? [own]
      : [...document.querySelectorAll<HTMLScriptElement>('script[src]')].filter(({ src }) =>
          /\/contest-banner[^/]*\.js([?#]|$)/.test(src),
        );
    tags.forEach(drawAfter);
    // A script tag that pins what links lead to may stand further down.
    if (Reflect.get(Document.prototype, 'readyState', document) !== 'loading') upgradeLinks();
  };
  embed();
  document.addEventListener('DOMContentLoaded', embed);
};

globalThis.contestBannerRun();
listenToFrames();
