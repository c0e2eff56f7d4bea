/** What each page really shows: no figure is worth anything where the page does not work. */

import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { openWindow, pause } from './browser.mjs';
import { contest } from './contest.mjs';

/**
 * Looks at a picture of each page, and once more a little later.
 * @param {string} [folder] where the pictures are kept for human eyes
 * @returns {Promise<Map<string, {qr: boolean, seconds: boolean}>>} by page
 */
export async function lookAtPages(browser, site, pages, folder) {
  const look = async (page) => {
    const { tab, close } = await openWindow(browser, site.address(page, 1), page);
    // Some put their digits where they belong by an animation.
    await pause(1000);
    const path = folder && `${folder}/${page.id}.png`;
    const picture = PNG.sync.read(Buffer.from(await tab.screenshot({ path })));
    await pause(1100);
    const later = PNG.sync.read(Buffer.from(await tab.screenshot()));
    const code = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height);
    await close();
    return {
      qr: code?.data === contest.url,
      seconds: !picture.data.equals(later.data),
    };
  };
  return new Map(await Promise.all(pages.map(async (page) => [page.id, await look(page)])));
}
