import { expect } from 'chai';
import { until } from '../pages/support/drivers.ts';
import type { Answer } from '../pages/support/server.ts';
import { page, SCRIPT } from '../pages/support/snippets.ts';
import {
  ask,
  CONTEST,
  contestBanner,
  inEveryBrowser,
  phaseIn,
  type Host,
} from './support/everywhere.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const instant = (away: number) => `${new Date(Date.now() + away).toISOString().slice(0, 19)}Z`;

/** A contest that opens and closes so many ms from now. */
const contest = (opens: number, closes: number) => ({
  ...CONTEST,
  opens: instant(opens),
  closes: instant(closes),
});
/** Open for half a day in either direction: a clock that is a day off takes it for something else. */
const TODAY = contest(-12 * HOUR, 12 * HOUR);

/** The visitor's clock, so many ms off; `jump` sets it on while the page is open. */
const clockOff = (ms: number) => `<script>{
  const Native = Date;
  let off = ${ms};
  window.jump = (by) => { off += by; };
  window.Date = class extends Native {
    constructor(...given) { given.length ? super(...given) : super(Native.now() + off); }
    static now() { return Native.now() + off; }
  };
}</script>`;

/** An answer with the server's own time, which is right, or with none that can be read. */
const answer = (definition: object, date = new Date().toUTCString()): Answer => ({
  body: JSON.stringify(definition),
  headers: { date },
});
const NO_DATE = 'none';

inEveryBrowser('where the clock of a visitor', (host) => {
  const open = (off: number, source: Answer | undefined, inside: object = TODAY) => {
    const banner = contestBanner(source ? 'src="/contest.json"' : '', inside);
    return host.open(page(banner, clockOff(off) + SCRIPT), source && { '/contest.json': source });
  };

  for (const [name, off, wrong] of [
    ['is a day ahead', DAY, 'closed'],
    ['is a day behind', -DAY, 'upcoming'],
  ] as const) {
    it(`${name}, src puts it right`, async () => {
      await open(off, answer(TODAY));
      await phaseIn(host, 'open');
      expect(await leftIn(host)).to.match(/^Còn 1[12] giờ/);
    });

    it(`${name} and no date can be read, what it says counts and the dates stand there`, async () => {
      await open(off, answer(TODAY, NO_DATE));
      await phaseIn(host, wrong);
      expect(await ask(host, `root.querySelector('[part=dates]').textContent`)).to.include(
        'giờ Việt Nam',
      );
    });

    it(`${name} and the answer has lain in a cache for an hour, it proves nothing`, async () => {
      const stale = answer(TODAY, new Date(Date.now() - HOUR).toUTCString());
      await open(off, { ...stale, headers: { ...stale.headers, age: '3600' } });
      await phaseIn(host, wrong);
    });

    it(`${name} and the definition is inside only, what it says counts`, async () => {
      await open(off, undefined);
      await phaseIn(host, wrong);
    });
  }

  it('jumps a day ahead while the page is open, src puts it right again', async () => {
    await open(0, answer(TODAY));
    await phaseIn(host, 'open');
    await host.driver.evaluate(`jump(${DAY}), 0`);
    // What is due by that clock is asked for, and its answer tells the time.
    await until(
      host.driver,
      `performance.getEntriesByName(location.origin + '/contest.json').length === 2`,
    );
    await phaseIn(host, 'open');
    expect(await leftIn(host)).to.match(/^Còn 1[12] giờ/);
  });

  it('jumps a day ahead without anything to put it right, the end is seen within a second', async () => {
    await open(0, undefined);
    await phaseIn(host, 'open');
    await host.driver.evaluate(`jump(${DAY}), 0`);
    await phaseIn(host, 'closed');
    expect(await ask(host, `!!root.querySelector('[part=enter], contest-qr')`)).to.be.false;
  });

  it('jumps a day back, the countdown counts from there at once', async () => {
    await open(0, undefined, contest(-9 * DAY, 5 * DAY + HOUR));
    await phaseIn(host, 'open');
    expect(await leftIn(host)).to.match(/^Còn 5 ngày/);
    await host.driver.evaluate(`jump(${-DAY}), 0`);
    await until(host.driver, `(${left}).startsWith('Còn 6 ngày')`);
  });

  it('went on while the machine slept for a week, the end is seen when it wakes', async () => {
    const soon = contest(-DAY, 3 * DAY);
    await open(0, answer(soon), soon);
    await phaseIn(host, 'open');
    host.site.add({ '/contest.json': answer(soon, new Date(Date.now() + 7 * DAY).toUTCString()) });
    await host.driver.evaluate(`jump(${7 * DAY}), 0`);
    await phaseIn(host, 'closed');
  });

  it('went on while the machine slept for a week, an extension is seen when it wakes', async () => {
    const soon = contest(-DAY, 3 * DAY);
    await open(0, answer(soon), soon);
    await phaseIn(host, 'open');
    const longer = { ...soon, revision: 4, closes: instant(10 * DAY), extendedFrom: soon.closes };
    host.site.add({
      '/contest.json': answer(longer, new Date(Date.now() + 7 * DAY).toUTCString()),
    });
    await host.driver.evaluate(`jump(${7 * DAY}), 0`);
    await until(host.driver, `window.recorded.loads.includes('network')`);
    await phaseIn(host, 'open');
    expect(await leftIn(host)).to.match(/^Còn (2 ngày 23|3 ngày)/);
  });
});

/** What the countdown tells a screen reader. */
const left = `document.querySelector('contest-banner').shadowRoot.querySelector('contest-countdown').shadowRoot.querySelector('.spoken').textContent.trim()`;
const leftIn = (host: Host) => host.driver.evaluate<string>(left);
