/** (b) A contest that is open as you look at it. */

import { live, load } from './definitions.js';

const banner = document.createElement('contest-banner');
banner.unit = 'bao-tang-tinh';
banner.contest = live(await load('cchc-2024'), Date.now());
document.querySelector('#live .banner').replaceWith(banner);
