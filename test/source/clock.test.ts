import { expect } from 'chai';
import { clockOffset } from '../../src/source/clock.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What the server's clock says while it answers, to the second. */
const NOW = Date.UTC(2024, 11, 13, 9, 30);

interface Told {
  /** What the visitor's clock says then. */
  clock?: number;
  trip?: number;
  date?: string | null;
  age?: string | null;
}

/** An answer that was under way as long as the request. */
function offset({ clock = NOW, trip = 0, date = new Date(NOW).toUTCString(), age = null }: Told) {
  return clockOffset({ date, age, sent: clock - trip / 2, received: clock + trip / 2 });
}

describe('the offset of a wrong clock', () => {
  it('is nothing to add for a right clock', () => {
    for (const ms of [0, 500, 999]) expect(offset({ clock: NOW + ms })).to.equal(0);
  });

  for (const [name, off] of [
    ['an hour', HOUR],
    ['a day', 24 * HOUR],
    ['ten years', 3650 * 24 * HOUR],
  ] as const) {
    it(`is ${name} to add for a clock that is that slow, within a second`, () => {
      expect(offset({ clock: NOW - off })).to.be.closeTo(off, SECOND);
    });

    it(`is ${name} to take away for a clock that is that fast, within a second`, () => {
      expect(offset({ clock: NOW + off })).to.be.closeTo(-off, SECOND);
    });
  }

  it('takes the answer to have been half the trip under way', () => {
    expect(offset({ clock: NOW - HOUR, trip: 4 * SECOND })).to.be.closeTo(HOUR, SECOND);
  });

  it('takes the date for the middle of its second', () => {
    expect(offset({ clock: NOW - HOUR })).to.equal(HOUR + SECOND / 2);
  });

  it('is a whole number of milliseconds', () => {
    expect(Number.isInteger(offset({ clock: NOW - HOUR, trip: 3 }))).to.equal(true);
  });

  it('leaves a clock right within two and a half seconds and half the trip, however wrong it was', () => {
    for (let n = 0; n < 1000; n++) {
      const [true_, off, trip] = [NOW + n * 7, (n - 500) * 77_777, (n * 13) % 9999];
      const date = new Date(Math.floor(true_ / SECOND) * SECOND).toUTCString();
      const corrected = true_ + off + offset({ clock: true_ + off, trip, date })!;
      expect(Math.abs(corrected - true_)).to.be.at.most(2.5 * SECOND + trip / 2);
    }
  });
});

describe('a clock that is nearly right', () => {
  it('is left alone at two seconds', () => {
    expect(offset({ clock: NOW + 500 - 2000 })).to.equal(0);
    expect(offset({ clock: NOW + 500 + 2000 })).to.equal(0);
  });

  it('is corrected a millisecond beyond', () => {
    expect(offset({ clock: NOW + 500 - 2001 })).to.equal(2001);
    expect(offset({ clock: NOW + 500 + 2001 })).to.equal(-2001);
  });

  it('is left alone longer where the trip was long', () => {
    expect(offset({ clock: NOW + 500 - 6999, trip: 10 * SECOND })).to.equal(0);
    expect(offset({ clock: NOW + 500 - 7001, trip: 10 * SECOND })).to.equal(7001);
  });
});

describe('an answer that lay in a cache', () => {
  const slow = NOW - HOUR;

  it('is counted from its age', () => {
    expect(offset({ clock: slow, age: '30' })).to.be.closeTo(HOUR + 30 * SECOND, SECOND);
  });

  it('of age 0 is fresh', () => {
    expect(offset({ clock: slow, age: '0' })).to.be.closeTo(HOUR, SECOND);
  });

  it('proves something up to 60 seconds', () => {
    expect(offset({ clock: slow, age: '60' })).to.be.closeTo(HOUR + MINUTE, SECOND);
  });

  it('proves nothing from 61 seconds on', () => {
    expect(offset({ clock: slow, age: '61' })).to.equal(undefined);
    expect(offset({ clock: slow, age: '86400' })).to.equal(undefined);
  });

  it('proves nothing where its age is none', () => {
    for (const age of ['-1', 'mai', '1, 2', 'NaN', 'Infinity'])
      expect(offset({ clock: slow, age }), age).to.equal(undefined);
  });
});

describe('an answer that took its time', () => {
  const slow = NOW - HOUR;

  it('proves something up to ten seconds', () => {
    expect(offset({ clock: slow, trip: 10 * SECOND })).to.be.closeTo(HOUR, SECOND);
  });

  it('proves nothing beyond', () => {
    expect(offset({ clock: slow, trip: 10 * SECOND + 1 })).to.equal(undefined);
  });

  it('proves nothing where the clock was set back meanwhile', () => {
    expect(offset({ clock: slow, trip: -1 })).to.equal(undefined);
  });
});

describe('the date of an answer', () => {
  it('proves something from 2024 on', () => {
    expect(offset({ clock: NOW, date: 'Mon, 01 Jan 2024 00:00:00 GMT' })).to.be.closeTo(
      Date.UTC(2024, 0) - NOW,
      SECOND,
    );
  });

  it('proves nothing a second before', () => {
    expect(offset({ clock: NOW, date: 'Sun, 31 Dec 2023 23:59:59 GMT' })).to.equal(undefined);
  });

  it('proves nothing where it is the beginning of all time', () => {
    expect(offset({ date: 'Thu, 01 Jan 1970 00:00:00 GMT' })).to.equal(undefined);
  });

  it('proves nothing without its zone, which would be the visitor’s own', () => {
    expect(offset({ clock: NOW, date: 'Fri Dec 13 16:30:00 2024' })).to.equal(undefined);
  });

  it('proves nothing where it cannot be read', () => {
    for (const date of [null, '', 'mai', '0', 'Fri, 13 Dec'])
      expect(offset({ date }), String(date)).to.equal(undefined);
  });
});
