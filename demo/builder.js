/** The builder: the form on one side, what it makes of a banner on the other, and the file to save. */

import { forgetHandouts, showHandouts } from './builder-handouts.js';
import { save } from './builder-parts.js';
import { contestJson } from './dist/handout.js';
import { DAY, HOUR, inWords, MINUTE } from './instants.js';
import { both, language, onLanguage } from './language.js';

const form = document.createElement('contest-editor');
const banner = document.createElement('contest-banner');
const preview = document.querySelector('.preview');
const phases = document.querySelector('#phases');
const handouts = document.querySelector('#handouts');
const downloaded = document.querySelector('#downloaded');
const number = document.querySelector('#download output');

/** What the banner will look like, until there is something to show. */
const SAMPLE = {
  id: 'mau',
  revision: 0,
  title: 'Tên cuộc thi',
  organizer: 'Đơn vị tổ chức',
  url: 'https://cuocthi.example.vn/',
  opens: '2030-01-07T07:30:00+07:00',
  closes: '2030-01-31T16:30:00+07:00',
};

/** What was filled in last, and the last of it that a banner can show. */
let current = { definition: {}, faults: [], contest: undefined };
let contest = SAMPLE;
let chosen = 'open';

const opens = (part) => Date.parse(part.opens);
const closes = (part) => Date.parse(part.closes);

/** The parts that have times of their own. */
const parts = ({ rounds, ...contest }) => (rounds?.length ? rounds : [contest]);
const begin = (contest) => Math.min(...parts(contest).map(opens));
const end = (contest) => Math.max(...parts(contest).map(closes));

const dayOf = (instant, { timeZone = 'Asia/Ho_Chi_Minh' }) =>
  new Intl.DateTimeFormat('sv', { timeZone }).format(instant);

/** Somewhere in the first part, on a day on which none closes. */
function during(contest) {
  const from = begin(contest);
  const to = closes(parts(contest).find((part) => opens(part) === from));
  const at = (share) => Math.floor((from + (to - from) * share) / MINUTE) * MINUTE;
  const isLast = (instant) =>
    parts(contest).some((part) => dayOf(closes(part) - 1, contest) === dayOf(instant, contest));
  return at([0.5, 0.4, 0.3, 0.2, 0.1].find((share) => !isLast(at(share))) ?? 0.5);
}

/** A little before the end, on the same calendar day. */
function lastDay(contest) {
  const last = end(contest);
  const before = [2 * HOUR + 5 * MINUTE, 10 * MINUTE].find(
    (ms) => dayOf(last - ms, contest) === dayOf(last - 1, contest) && last - ms >= begin(contest),
  );
  return last - (before ?? 1);
}

/** The middle of the first time in which no round is open though one is to come. */
function between({ rounds = [] }) {
  const starts = rounds.map(opens).sort((a, b) => a - b);
  const before = (start) => rounds.filter((round) => opens(round) < start);
  const start = starts.find(
    (each) => before(each).length && before(each).every((round) => closes(round) < each),
  );
  if (start === undefined) return undefined;
  const since = Math.max(...before(start).map(closes));
  return since + (start - since) / 2;
}

/** The phases, each with the instant at which it is shown; none where the contest has no such phase. */
const PHASES = {
  upcoming: { vi: 'Sắp diễn ra', en: 'it is to come', at: (contest) => begin(contest) - DAY },
  open: { vi: 'Đang diễn ra', en: 'it is open', at: during },
  'last-day': { vi: 'Ngày cuối', en: 'it is the last day', at: lastDay },
  between: { vi: 'Giữa hai đợt', en: 'no round is open', at: between },
  suspended: {
    vi: 'Tạm dừng',
    en: 'it is suspended',
    at: during,
    change: (contest) => ({ ...contest, suspended: true }),
  },
  closed: {
    vi: 'Đã kết thúc',
    en: 'it is closed',
    at: (contest) => end(contest) + HOUR,
    change: (contest) => ({ ...contest, results: undefined }),
  },
  results: {
    vi: 'Đã có kết quả',
    en: 'results are out',
    at: (contest) => end(contest) + DAY,
    change: (contest) => ({ ...contest, results: contest.results ?? contest.url }),
  },
};

/** As it would be shown; the picture would be a request. */
function shown(change) {
  const { banner: picture, retires, suspended, ...rest } = contest;
  void [picture, retires, suspended];
  return JSON.parse(JSON.stringify(change ? change(rest) : rest));
}

function drawPreview() {
  contest = current.contest ?? contest;
  const available = Object.entries(PHASES).filter(([, { at }]) => at(contest));
  for (const label of phases.querySelectorAll('label'))
    label.hidden = !available.some(([name]) => name === label.dataset.name);
  if (!available.some(([name]) => name === chosen)) chosen = 'open';
  phases.querySelector(`[value=${chosen}]`).checked = true;
  preview.querySelector('.sample').hidden = contest !== SAMPLE;
  preview.querySelector('.former').hidden = contest === SAMPLE || !!current.contest;
  preview.querySelector('.picture').hidden = !contest.banner;
  preview.querySelector('.results').hidden = chosen !== 'results' || !!contest.results;
  const { at, change } = PHASES[chosen];
  const instant = at(contest);
  preview.querySelector('time').textContent = inWords(instant, language());
  banner.clock = () => instant;
  banner.contest = shown(change);
}

for (const [name, { vi, en }] of Object.entries(PHASES)) {
  const radio = Object.assign(document.createElement('input'), {
    type: 'radio',
    name: 'phase',
    value: name,
  });
  radio.addEventListener('change', () => {
    chosen = name;
    drawPreview();
  });
  const label = document.createElement('label');
  label.dataset.name = name;
  label.append(radio, both(vi, en));
  phases.append(label);
}

form.addEventListener('contest-change', ({ detail }) => {
  current = detail;
  downloaded.replaceChildren();
  number.textContent = detail.definition.revision;
  drawPreview();
  showHandouts(handouts, detail, (definition) => form.issue(definition));
});
form.addEventListener('contest-publish', ({ detail: { definition } }) => {
  save(contestJson(definition), 'contest.json');
  downloaded.replaceChildren(
    both(
      `Đã lưu contest.json, bản số ${definition.revision}. Chép đè tệp này lên trang của Ban Tổ chức; mọi trang đã nhúng sẽ đổi theo.`,
      `contest.json, revision ${definition.revision}, is saved. Put it in the place of the old one; every portal follows.`,
    ),
  );
});
form.addEventListener('contest-discard', forgetHandouts);
document.querySelector('#download').addEventListener('click', () => form.publish());
// Nothing leads away from a half-filled form.
banner.addEventListener('click', (event) => {
  if (event.composedPath().some(({ localName }) => localName === 'a')) event.preventDefault();
});
onLanguage(() => {
  form.requestUpdate();
  drawPreview();
});

document.querySelector('.preview .banner').replaceWith(banner);
document.querySelector('.editor').replaceWith(form);
drawPreview();
