/**
 * Registers the elements: the one module with that side effect. Safe when it runs twice, and in
 * two versions on one page: the first one stays.
 */

import { ContestBanner } from './elements/contest-banner.ts';
import { ContestCountdown } from './elements/contest-countdown.ts';
import { ContestQr } from './elements/contest-qr.ts';

const elements = {
  'contest-qr': ContestQr,
  'contest-countdown': ContestCountdown,
  'contest-banner': ContestBanner,
};

for (const [name, element] of Object.entries(elements))
  if (!customElements.get(name)) customElements.define(name, element);

declare global {
  interface HTMLElementTagNameMap {
    'contest-banner': ContestBanner;
    'contest-countdown': ContestCountdown;
    'contest-qr': ContestQr;
  }
}
