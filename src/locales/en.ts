import type { Messages } from './vi.ts';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

export const en: Messages = {
  code: 'en',
  status: {
    upcoming: 'Opening soon',
    open: 'Open now',
    'between-rounds': 'Waiting for the next round',
    suspended: 'Suspended',
    closed: 'Closed',
  },

  weekdays: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  time: (hour, minute) => `${String(hour).padStart(2, '0')}:${minute}`,
  moment: (time, day, month, year, weekday) =>
    `${time} on ${weekday}, ${day} ${MONTHS[month - 1]} ${year}`,
  date: (day, month, year) => `${day} ${MONTHS[month - 1]} ${year}`,
  zone: (city) => `${city === 'Ho Chi Minh' ? 'Vietnam' : city} time`,

  opensAt: 'opens',
  closesAt: 'until',
  from: 'Opens',
  until: 'Until',
  extended: 'Extended until',
  formerly: 'Previously',
  ended: 'Closed at',

  contest: 'The contest',
  startsIn: (what) => `${what} opens in`,
  endsIn: (what) => `${what} closes in`,
  hasEnded: (what) => `${what} has ended`,
  unit: (unit, value) => (value === 1 ? unit : `${unit}s`),
  underMinute: 'Less than a minute',
  left: (time) => `${time} left`,
  hideSeconds: 'Hide seconds',
  showSeconds: 'Show seconds',

  lastDay: 'Last day',
  resultsOut: 'Results are out',
  suspendedNote: 'The contest is suspended. The organizers will say when it opens again.',
  enter: 'Enter the contest',
  enterRound: (round) => `Enter: ${round}`,
  insecure: 'This site does not encrypt the connection',
  scan: 'Scan to open',
  qr: (address) => `QR code that leads to ${address}`,
  address: 'Contest address',
  alsoOpen: 'Also open',
  howTo: 'How to take part',
  documents: 'Documents',
  rules: 'Rules',
  number: (text) => `No. ${text}`,
  issued: (date) => date,
  results: 'See the results',
  calendar: 'Add to calendar',
  loading: 'Loading the contest…',
  failed: 'The contest could not be loaded. Please come back later.',
};
