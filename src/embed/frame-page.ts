/** The script of `frame.html`. */

import { applyAddress } from './page-address.ts';

applyAddress(document.querySelector('contest-banner')!, ['layout', 'precision', 'qr', 'refresh']);
