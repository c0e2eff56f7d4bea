/**
 * What a webmaster could use instead. Each page in `peers/` is what the peer's own documentation
 * says to write, and shows of title, dates, countdown, QR code and way in what the peer can.
 *
 * `files` are served beside the page: a path in `node_modules` or `dist`, or what makes the file.
 * `drawn` and `encode` run in the page: whether everything stands there, and a QR code made anew.
 */

import QRCode from 'qrcode';
import { bundle, ownBuild } from './bundle.mjs';
import { contest } from './contest.mjs';

const modules = (path) => `node_modules/${path}`;
const entry =
  (file, format = 'es', name = undefined) =>
  () =>
    bundle(`scripts/bench/peers/${file}`, format, name);

/** Bitjson's loader asks for these by names of its own. */
const bitjson = Object.fromEntries(
  ['qr-code.js', 'qr-code/qr-code.orxjfzvr.js', 'qr-code/mu42bxql.js'].map((file) => [
    `/${file}`,
    modules(`@bitjson/qr-code/dist/${file}`),
  ]),
);

const OURS = {
  id: 'contest-banner',
  name: '`<contest-banner>`',
  packages: [],
  files: { '/contest-banner.js': 'dist/contest-banner.js' },
  drawn: () => {
    const root = [...document.querySelectorAll('contest-banner')].pop().shadowRoot;
    const [digits] = (root && root.querySelector('contest-countdown')?.shadowRoot?.children) || [];
    return !!digits && !!root.querySelector('contest-qr')?.shadowRoot?.querySelector('path');
  },
  encode: async (value) => {
    const element = Object.assign(document.createElement('contest-qr'), { value });
    document.body.append(element);
    await element.updateComplete;
  },
};

/** The base of all ratios. */
const BY_HAND = {
  id: 'by-hand',
  name: '`qrcode` and `simplycountdown.js`, by hand',
  packages: ['qrcode', 'simplycountdown.js'],
  files: {
    '/qrcode.js': entry('qrcode.js', 'iife', 'QRCode'),
    '/simplyCountdown.umd.js': modules('simplycountdown.js/dist/simplyCountdown.umd.js'),
  },
  drawn: (last) =>
    !!document.querySelector(`#countdown-${last} .simply-amount`) &&
    document.getElementById(`qr-${last}`).width !== 300,
  encode: async (value) => {
    const canvas = document.createElement('canvas');
    document.body.append(canvas);
    await window.QRCode.toCanvas(canvas, value);
  },
};

const OTHERS = [
  {
    id: 'jquery',
    name: '`jquery`, `jquery-countdown`, a QR picture',
    packages: ['jquery', 'jquery-countdown'],
    files: {
      '/jquery.min.js': modules('jquery/dist/jquery.min.js'),
      '/jquery.countdown.min.js': modules('jquery-countdown/dist/jquery.countdown.min.js'),
      '/qr.png': () => QRCode.toBuffer(contest.url),
    },
    drawn: (last) =>
      /\d/.test(document.getElementById(`countdown-${last}`).textContent) &&
      document.getElementById(`qr-${last}`).complete,
  },
  {
    id: 'shoelace',
    name: '`sl-qr-code` and `sl-relative-time`',
    packages: ['@shoelace-style/shoelace'],
    files: { '/shoelace.js': entry('shoelace.js') },
    drawn: (last) => {
      const canvas = document.getElementById(`qr-${last}`).shadowRoot?.querySelector('canvas');
      return (
        !!canvas &&
        canvas.width !== 300 &&
        /\d/.test(document.getElementById(`countdown-${last}`).shadowRoot.textContent)
      );
    },
    encode: async (value) => {
      const element = Object.assign(document.createElement('sl-qr-code'), { value });
      document.body.append(element);
      await element.updateComplete;
    },
  },
  {
    id: 'relative-time',
    name: '`@github/relative-time-element` and `lean-qr`',
    packages: ['@github/relative-time-element', 'lean-qr'],
    files: { '/relative-time.js': entry('relative-time.js') },
    drawn: (last) =>
      document.getElementById(`qr-${last}`).title !== '' &&
      /\d/.test(document.getElementById(`countdown-${last}`).shadowRoot?.textContent),
    encode: (value) => {
      const element = document.createElement('lean-qr');
      element.setAttribute('value', value);
      document.body.append(element);
    },
  },
  {
    id: 'bitjson',
    name: '`@bitjson/qr-code`',
    packages: ['@bitjson/qr-code'],
    files: bitjson,
    drawn: (last) => !!document.getElementById(`qr-${last}`).shadowRoot?.querySelector('svg'),
    encode: async (contents) => {
      const element = Object.assign(document.createElement('qr-code'), { contents });
      document.body.append(element);
      await element.componentOnReady();
    },
  },
  {
    id: 'add-to-calendar',
    name: '`add-to-calendar-button`',
    packages: ['add-to-calendar-button'],
    files: { '/atcb.js': modules('add-to-calendar-button/dist/atcb.js') },
    drawn: (last) =>
      !!document.getElementById(`button-${last}`).shadowRoot?.querySelector('.atcb-initialized'),
  },
  {
    id: 'react',
    name: '`@leenguyen/react-flip-clock-countdown`, `react`',
    packages: ['@leenguyen/react-flip-clock-countdown', 'react', 'react-dom'],
    files: {
      '/react.js': entry('react.js'),
      '/flip-clock-countdown.css': modules('@leenguyen/react-flip-clock-countdown/dist/index.css'),
    },
    drawn: (last) => /\d/.test(document.getElementById(`countdown-${last}`).textContent),
  },
  {
    id: 'flipdown',
    name: '`flipdown`',
    packages: ['flipdown'],
    files: {
      '/flipdown.min.js': modules('flipdown/dist/flipdown.min.js'),
      '/flipdown.min.css': modules('flipdown/dist/flipdown.min.css'),
    },
    drawn: (last) => /\d/.test(document.getElementById(`countdown-${last}`).textContent),
  },
  {
    id: 'flipclock',
    name: '`flipclock`',
    packages: ['flipclock'],
    files: {
      '/FlipClock.umd.js': modules('flipclock/dist/FlipClock.umd.js'),
      '/flipclock.css': modules('flipclock/dist/themes/flipclock.css'),
    },
    drawn: (last) => /\d/.test(document.getElementById(`countdown-${last}`).textContent),
  },
];

/** Not peers: the least that any countdown does, and the least that any page does. */
const FLOOR = {
  id: 'floor',
  name: 'a bare text node with a timer',
  packages: [],
  files: {},
  drawn: () => /\d/.test([...document.querySelectorAll('.floor')].pop().textContent),
};

const ORDINARY = {
  id: 'ordinary',
  name: 'ordinary HTML, no widget',
  packages: [],
  files: {},
  drawn: () => document.querySelectorAll('a').length > 1,
};

/** What works behind a QR code, by itself: a text becomes modules. */
const encoder = (id, name, file) => ({
  id,
  name,
  html: 'encoder',
  packages: [],
  files: { '/encoder.js': file },
  encode: (text) => window.Encoder.encode(text),
});

const OUR_ENCODER = encoder('our-encoder', 'our cut-down `qrcode`', async () => {
  const lib = { entry: 'scripts/bench/peers/our-encoder.js', name: 'Encoder' };
  return (await ownBuild(lib)).code;
});

const THEIR_ENCODER = encoder(
  'their-encoder',
  '`qrcode` as it is',
  entry('their-encoder.js', 'iife', 'Encoder'),
);

export { BY_HAND, FLOOR, ORDINARY, OUR_ENCODER, OURS, THEIR_ENCODER };

/** In the order of the tables. */
export const PEERS = [BY_HAND, ...OTHERS];
