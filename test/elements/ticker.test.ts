import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import { banner, freshPage, HOUR, MINUTE, SECOND, settled, until } from './fixture.ts';
import { countdown, digits, live, watched } from './timers.ts';

describe('the tick', () => {
  freshPage();
  watched();

  it('is one timer for fifty countdowns, aligned to the second', async () => {
    const all = Array.from({ length: 50 }, (_, n) => countdown(HOUR + n * SECOND));
    await Promise.all(all.map(settled));
    expect(live.size).to.equal(1);
    const { ms, due } = [...live.values()][0]!;
    expect(ms).to.be.at.most(SECOND + 50);
    // A tick that is late already comes at once.
    if (ms > 10) expect(due % SECOND, 'past the second').to.be.below(60);
  });

  it('comes by itself, and is one timer then as well', async () => {
    const all = Array.from({ length: 5 }, () => countdown(HOUR));
    await Promise.all(all.map(settled));
    const before = all.map(digits);
    await until(() => all.every((element, n) => digits(element) !== before[n]));
    expect(live.size).to.equal(1);
  });

  it('waits for the minute where only minutes are shown', async () => {
    const element = countdown(HOUR + 30 * SECOND);
    element.precision = 'minute';
    await settled(element);
    expect([...live.values()][0]!.ms).to.be.within(28 * SECOND, 32 * SECOND);
  });

  it('waits for no longer than a minute, whatever is to come (setTimeout fires at once past 24.8 days)', async () => {
    const element = await banner(
      {},
      {
        contest: { ...cchc2024, opens: '2099-01-01T00:00:00Z', closes: '2099-02-01T00:00:00Z' },
        ownClock: true,
      },
    );
    element.precision = 'minute';
    await settled(element);
    // Up to the full second after it.
    for (const { ms } of live.values()) expect(ms).to.be.at.most(MINUTE + SECOND + 50);
  });

  it('is none once everything is over', async () => {
    const element = countdown(-SECOND);
    await settled(element);
    expect(live.size).to.equal(0);
  });

  it('is none after the last element has left', async () => {
    const all = [countdown(HOUR), countdown(HOUR)];
    await Promise.all(all.map(settled));
    all[0]!.remove();
    expect(live.size).to.equal(1);
    all[1]!.remove();
    expect(live.size).to.equal(0);
  });

  it('is there again for an element that was moved', async () => {
    const element = countdown(HOUR);
    await settled(element);
    element.remove();
    document.body.prepend(element);
    await settled(element);
    expect(live.size).to.equal(1);
  });
});
