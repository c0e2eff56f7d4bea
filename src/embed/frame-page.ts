/** The script of `frame.html`: draws the contest that its address names, and tells how high it is. */

import { SECOND } from '../contest/instant.ts';
import { mayOpenTabs, openLinksOutside } from './frame-links.ts';
import { applyAddress } from './page-address.ts';

/** Ms after which the height is told again, since the page around may have been busy. */
const AGAIN = [1, 5, 30].map((seconds) => seconds * SECOND);

const sheet = (css: string): CSSStyleSheet => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
};

document.adoptedStyleSheets.push(
  sheet(`
    body { margin: 0; font: 1em/1.55 system-ui, sans-serif }
    p, contest-banner[phase=error] { margin: 1em }
  `),
);

// In the light or the dark of the page around, as far as that can be seen; else as the visitor likes.
if (frameElement) {
  const { colorScheme } = getComputedStyle(frameElement);
  document.documentElement.style.colorScheme = colorScheme === 'normal' ? 'light' : colorScheme;
}

/** Shows the address of the way in, which otherwise is for paper. */
const ADDRESS = sheet('.printed { display: block; font-size: 0.875em }');

const failed = document.getElementById('failed')!;
const sandboxed = document.getElementById('sandboxed')!;
/** A sandbox without `allow-same-origin`: to its own site the frame is a stranger. */
const isStranger = origin === 'null';

/** The banner in the place of what says that there is none. */
function draw(): HTMLElement {
  const banner = document.createElement('contest-banner');
  applyAddress(banner, ['lang', 'layout', 'precision', 'qr', 'refresh', 'until']);
  banner.addEventListener('contest-error', ({ detail: { code } }) => {
    if (isStranger && code === 'network') sandboxed.hidden = false;
  });
  banner.addEventListener('contest-load', () => (sandboxed.hidden = true));
  failed.replaceWith(banner);
  if (!mayOpenTabs()) banner.shadowRoot!.adoptedStyleSheets.push(ADDRESS);
  return banner;
}

const banner = customElements.get('contest-banner') ? draw() : failed;
if (banner === failed) sandboxed.hidden = !isStranger;

/** Tells the page around how high this one is. */
function tell(): void {
  const phase = banner.getAttribute('phase') ?? 'loading';
  // Until something is drawn, the height that the page has reserved is the better guess.
  if (phase === 'loading' && !banner.hidden && banner !== failed) return;
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  // A frame without any is drawn no more: that is for a contest that takes no room.
  if (height || banner.hidden) parent.postMessage({ type: 'contest-banner:height', height }, '*');
}

if (parent !== window) {
  openLinksOutside();
  new ResizeObserver(tell).observe(document.documentElement);
  // The face of another phase may be as high as the one before.
  banner.addEventListener('contest-phase', () => setTimeout(tell));
  for (const wait of AGAIN) setTimeout(tell, wait);
}
