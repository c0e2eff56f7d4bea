/** (a) The contest of 2024 as it was announced, and what might have come of it. */

import { load, picture } from './definitions.js';
import { DAY, dayOf, MINUTE } from './instants.js';
import { timeControl } from './time-control.js';

const section = document.querySelector('#announced');
const banner = document.createElement('contest-banner');
const form = section.querySelector('form');
const boxes = [...form.querySelectorAll('[name=with]')];
const query = new URLSearchParams(location.search);

const announced = await load('cchc-2024');

/** What each checkbox adds to the definition. */
const VARIANTS = {
  extended: { closes: '2024-12-20T16:30:00+07:00', extendedFrom: announced.closes },
  suspended: { suspended: true },
  notice: { notice: 'Hệ thống bảo trì đến 14h00' },
  results: { results: `${announced.url}#ket-qua` },
  picture: { banner: picture() },
};
const definition = () => {
  const chosen = boxes.filter(({ checked }) => checked).map(({ value }) => VARIANTS[value]);
  return Object.assign({}, announced, ...chosen);
};
/** Ticks the boxes of these variants and no others. */
function choose(names) {
  for (const box of boxes) box.checked = names.includes(box.value);
}

const opens = () => Date.parse(definition().opens);
const closes = () => Date.parse(definition().closes);
const retires = () => closes() + 90 * DAY;

choose(query.get('with')?.split(',') ?? []);
form.elements.unit.value = query.get('unit') ?? form.elements.unit.value;

const control = timeControl(section.querySelector('.time'), {
  start: Date.parse(query.get('at')) || Date.parse('2024-12-10T09:00:00+07:00'),
  changed: (clock) => (banner.clock = clock),
  choose(variant) {
    choose([variant]);
    draw();
  },
  stretches: () => [
    { at: opens() - 3 * DAY, vi: 'Sắp diễn ra', en: 'Opening soon' },
    { at: opens(), vi: 'Đang diễn ra', en: 'Open' },
    { at: dayOf(closes()), vi: 'Ngày cuối', en: 'Last day' },
    { at: closes(), vi: 'Đã kết thúc', en: 'Closed' },
    { at: retires(), vi: 'Đã tự ẩn', en: 'Retired' },
    { at: retires() + 7 * DAY },
  ],
  scenes: [
    { at: () => opens() - MINUTE, vi: '1 phút trước khi mở', en: '1 minute before it opens' },
    { at: opens, vi: 'Vừa mở', en: 'Just open' },
    { at: () => dayOf(closes()), vi: 'Ngày cuối', en: 'Last day' },
    { at: () => closes() - MINUTE, vi: '1 phút trước khi đóng', en: '1 minute before it closes' },
    { at: closes, vi: 'Vừa đóng', en: 'Just closed' },
    {
      with: 'extended',
      at: () => Date.parse(announced.closes),
      vi: 'Được gia hạn',
      en: 'Extended',
    },
    { with: 'results', at: () => closes() + 5 * DAY, vi: 'Có kết quả', en: 'Results out' },
    { at: retires, vi: 'Tự ẩn sau 90 ngày', en: 'Gone after 90 days' },
  ],
});

function draw() {
  banner.contest = definition();
  banner.unit = form.elements.unit.value.trim();
  control.refresh();
}
form.addEventListener('input', draw);
form.addEventListener('submit', (event) => event.preventDefault());
draw();
section.querySelector('.banner').replaceWith(banner);
