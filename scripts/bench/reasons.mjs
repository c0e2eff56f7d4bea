/**
 * In words: why others are ahead, why a bound is missed, why a dependency stays. No figures here:
 * those stand beside the words, from the same run.
 */

const LESS_DRAWN =
  'It draws a line or two of text and a code at most; its title, dates and links are HTML that a webmaster writes, and rewrites when a date moves. Ours checks a definition, writes the dates in words, and lays out a whole banner.';

const SMALL_PAGE =
  'Much of a tick is producing a frame, and its page is a few lines of text. Ours has a banner around the digits; of these a tick writes those of the seconds and nothing else, and they are laid out alone.';

/** By group of `metrics.mjs` and peer; `any` for all of them. Read only where the peer is ahead. */
export const REASONS = {
  bytes: {
    'by-hand':
      'It is two libraries and nothing else. Ours also has the definition and its checks, phases, dates in words, refresh, pinned hosts, two languages, dark and forced colours, and the banner itself.',
    'relative-time':
      'It is a line of text and a code and nothing else, and `lean-qr` is smaller than what is left of `qrcode` in ours. The rest of ours, see below, is what a contest needs besides.',
  },
  paint: {
    any: 'Both paint ordinary HTML first, and which of the two is sooner has differed from run to run.',
  },
  load: {
    'by-hand': LESS_DRAWN,
    jquery: `Its QR code is a picture made beforehand. ${LESS_DRAWN}`,
    'relative-time': LESS_DRAWN,
  },
  tick: {
    'by-hand': SMALL_PAGE,
    jquery: SMALL_PAGE,
    'relative-time': SMALL_PAGE,
  },
  week: {
    any: 'In a run of 18 simulated days ours rose in the first days and then stayed within 25 KB; nodes and listeners did not grow. What the heap holds was not looked at.',
  },
  qr: {
    'by-hand': 'It fills a canvas; ours makes an element with a name for those who listen.',
    'relative-time':
      '`lean-qr` is an encoder written anew for size and speed. Ours is `qrcode`, cut down, and no symbol of it may be larger than the original makes.',
  },
};

/** By row of `bounds.mjs`; read only where the bound or the goal is missed. */
export const MISSED = {
  brotli:
    'what stands in for Lit and in the encoder is as small as the specs allow; most of the rest is our own code, see “What the bytes are”, and each part of it is a feature.',
  gzip: 'as above.',
  'first-code':
    'ours also makes the path of the picture, which the function of `qrcode` that is called here leaves to others, and most of the first call is code that the browser has never run. It comes after the first paint.',
  work: 'by hand there is less to draw, and the words are HTML. The page alone, without any widget, takes half of that already. Of what ours adds the larger part is script that runs once, compiled beforehand where Chromium does so; the rest is the layout of a whole banner. No single rule of its style is to blame: balanced lines, container units, grids, columns and gradients were taken out one by one, and none made a difference.',
  paint: 'the page of the banner has more to paint first.',
  drawn:
    'the file is larger, and what it draws is more. The way in, the dates and the rules are there at the first paint, as ordinary HTML, which is when the page made by hand is still white.',
  tick: 'script writes two digits, and they are laid out alone; but each frame goes through the layers of a whole banner around them, and the floor is a page of a few lines.',
  many: "script runs for the banners in sight only. But for each frame Chromium goes over the layers of the whole page, seen or not. `content-visibility` would halve that, and is left out: Chromium's pictures of a whole page, which archives and supervisors take, come out blank below the first screen. Clips, rounded corners, containers and positions were taken out one by one, and made no difference.",
};

/** By dependency. */
export const WORTH = {
  lit: 'Our elements are written with it, and whoever installs the package has it: its templates write only what has changed, and stay readable. In the one file a stand-in draws the same with what ours need of it.',
  qrcode:
    'Its symbols are what scanners have met for years, and the specs hold ours against it. What is cut away is what we replace by less.',
};
