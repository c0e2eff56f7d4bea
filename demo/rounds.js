/** (c) A contest of rounds that overlap, on a site without https. */

import { load } from './definitions.js';
import { DAY, HOUR, MINUTE } from './instants.js';
import { timeControl } from './time-control.js';

const section = document.querySelector('#rounds');
const banner = document.createElement('contest-banner');

const definition = await load('cchc-hai-phong-2025');
const { rounds } = definition;
const opens = (part) => Date.parse(part.opens);
const closes = (part) => Date.parse(part.closes);

const [slogan, week1, , week3, week4] = rounds;

/** What holds between any two instants at which a round opens or closes. */
function stretches() {
  const instants = [...new Set(rounds.flatMap((round) => [opens(round), closes(round)]))].sort(
    (a, b) => a - b,
  );
  const named = instants.slice(0, -1).map((at) => {
    const open = rounds.filter((round) => opens(round) <= at && at < closes(round));
    const titles = open.map(({ title }) => title).join(' + ');
    return { at, vi: titles || 'Chờ đợt sau', en: titles || 'Between rounds' };
  });
  return [
    { at: opens(definition) - 2 * DAY, vi: 'Sắp diễn ra', en: 'Opening soon' },
    ...named,
    { at: closes(definition), vi: 'Đã kết thúc', en: 'Closed' },
    { at: closes(definition) + 7 * DAY },
  ];
}

timeControl(section.querySelector('.time'), {
  start: opens(week1) + 2 * DAY,
  changed: (clock) => (banner.clock = clock),
  stretches,
  scenes: [
    { at: () => opens(week1) - MINUTE, vi: '1 phút trước khi mở', en: '1 minute before it opens' },
    { at: () => opens(week1) + 2 * DAY, vi: 'Hai đợt cùng mở', en: 'Two rounds open' },
    { at: () => closes(week1), vi: 'Chỉ còn khẩu hiệu', en: 'Only the slogans' },
    {
      at: () => closes(slogan) - 4 * HOUR,
      vi: 'Ngày cuối nhận khẩu hiệu',
      en: 'Last day for slogans',
    },
    { at: () => opens(week3) - 2 * DAY, vi: 'Giữa hai đợt', en: 'Between rounds' },
    { at: () => opens(week3) - MINUTE, vi: '1 phút trước Tuần 3', en: '1 minute before week 3' },
    {
      at: () => closes(week4) - MINUTE,
      vi: '1 phút trước khi đóng',
      en: '1 minute before it closes',
    },
    { at: () => closes(week4), vi: 'Vừa đóng', en: 'Just closed' },
  ],
});
banner.contest = definition;
section.querySelector('.banner').replaceWith(banner);
