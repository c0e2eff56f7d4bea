/** What a page's layout says of its banner. */

import type { Page } from 'puppeteer';

/** Which of page and banner are wider inside than outside, with the widths. */
export const overflowing = (tab: Page): Promise<string[]> =>
  tab.evaluate(() => {
    const element = document.querySelector('contest-banner')!;
    const all = { page: document.documentElement, banner: element };
    return Object.entries(all)
      .filter(([, { scrollWidth, clientWidth }]) => scrollWidth > clientWidth)
      .map(([name, { scrollWidth, clientWidth }]) => `${name}: ${scrollWidth} > ${clientWidth}`);
  });

/**
 * Texts of the banner that stick out of the box that cuts them off, with what sticks out. What is
 * there for screen readers only is cut off on purpose.
 */
export const clippedTexts = (tab: Page): Promise<string[]> =>
  tab.evaluate(() => {
    const found: string[] = [];
    const look = (root: ShadowRoot, bounds: DOMRect): void => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (!node.textContent!.trim() || node.parentElement!.closest('.spoken, style')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const { left, right, top, bottom } of range.getClientRects()) {
          const out = Math.max(
            bounds.left - left,
            right - bounds.right,
            bounds.top - top,
            bottom - bounds.bottom,
          );
          if (out > 1) found.push(`${node.textContent!.trim()}: ${out.toFixed(1)} px`);
        }
      }
      for (const inner of root.querySelectorAll<HTMLElement>('*')) {
        const { overflowX, overflowY } = getComputedStyle(inner);
        const cuts = [overflowX, overflowY].some((overflow) => overflow !== 'visible');
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = inner;
        const out = Math.max(scrollWidth - clientWidth, scrollHeight - clientHeight);
        if (cuts && out > 1 && !inner.closest('.spoken'))
          found.push(`${inner.localName}.${inner.className}: ${out} px`);
        if (inner.shadowRoot) look(inner.shadowRoot, bounds);
      }
    };
    const { shadowRoot } = document.querySelector('contest-banner')!;
    look(shadowRoot!, shadowRoot!.querySelector('.root')!.getBoundingClientRect());
    return [...new Set(found)];
  });

/** The banner's width in so many animation frames, one after the other. */
export const measure = (tab: Page, frames: number): Promise<number[]> =>
  tab.evaluate(async (count) => {
    const widths: number[] = [];
    for (let frame = 0; frame < count; frame++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      widths.push(document.querySelector('contest-banner')!.getBoundingClientRect().width);
    }
    return widths;
  }, frames);
