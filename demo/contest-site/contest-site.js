/** Shows the unit code that came along, as text. */

import { both } from '../language.js';

const unit = new URLSearchParams(location.search).get('don-vi');
for (const place of document.querySelectorAll('[data-unit]'))
  place.replaceChildren(unit ? unit : both('không kèm mã đơn vị', 'no code came along'));
