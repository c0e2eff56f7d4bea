import { expect } from 'chai';
import type {} from '../../src/elements/contest-countdown.ts';
import {
  at,
  CLOSES,
  clock,
  DAY,
  DURING,
  freshPage,
  HOUR,
  listen,
  MINUTE,
  OPENS,
  read,
  SECOND,
  settled,
} from './fixture.ts';

const CLOSING = '2024-12-13T16:30:00+07:00';
const OPENING = '2024-11-18T07:30:00+07:00';

/** A countdown on the page, by itself. */
async function countdown(attributes: Record<string, string> = {}, now = DURING) {
  clock.now = now;
  const element = document.createElement('contest-countdown');
  for (const [name, value] of Object.entries({ closes: CLOSING, ...attributes }))
    element.setAttribute(name, value);
  element.clock = () => clock.now;
  document.body.append(element);
  return settled(element);
}

const find = (element: Element, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;
/** `3 ngày 04 giờ`, as it stands before the eyes. */
const digits = (element: Element) => read(find(element, '.digits'));
const label = (element: Element) => read(find(element, '#label'));

describe('the countdown', () => {
  freshPage();

  it('counts to the opening while that is to come, then to the closing, then says that it is over', async () => {
    const element = await countdown({ opens: OPENING }, OPENS - 1);
    expect(label(element)).to.equal('Cuộc thi sẽ bắt đầu sau');
    await at(element, OPENS);
    expect(label(element)).to.equal('Cuộc thi sẽ kết thúc trong');
    await at(element, CLOSES - 1);
    expect(label(element)).to.equal('Cuộc thi sẽ kết thúc trong');
    await at(element, CLOSES);
    expect(read(element.shadowRoot)).to.equal('Cuộc thi đã kết thúc');
    expect(find(element, '[role=timer]')).to.equal(null);
  });

  it('floors what remains', async () => {
    for (const [left, expected] of [
      [2 * DAY + 3 * HOUR + 4 * MINUTE + 5 * SECOND + 999, '2 ngày 03 giờ 04 phút 05 giây'],
      [DAY, '1 ngày 00 giờ 00 phút 00 giây'],
      [DAY - 1, '23 giờ 59 phút 59 giây'],
      [SECOND, '00 giờ 00 phút 01 giây'],
      [SECOND - 1, '00 giờ 00 phút 00 giây'],
      [400 * DAY, '400 ngày 00 giờ 00 phút 00 giây'],
    ] as const)
      expect(digits(await countdown({}, CLOSES - left))).to.equal(expected);
  });

  it('to the minute says so under a minute, and shows no seconds', async () => {
    const element = await countdown({ precision: 'minute' }, CLOSES - MINUTE);
    expect(digits(element)).to.equal('00 giờ 01 phút');
    await at(element, CLOSES - MINUTE + 1);
    expect(digits(element)).to.equal('Dưới 1 phút');
    expect(find(element, 'button')).to.equal(null);
    await at(element, CLOSES - 1);
    expect(digits(element)).to.equal('Dưới 1 phút');
  });

  it('writes the units in the number that goes with them', async () => {
    for (const [lang, left, expected] of [
      ['en', DAY + HOUR + MINUTE + SECOND, '1 day 01 hour 01 minute 01 second'],
      ['en', 2 * DAY + 2 * HOUR, '2 days 02 hours 00 minutes 00 seconds'],
      ['vi', DAY + HOUR + MINUTE + SECOND, '1 ngày 01 giờ 01 phút 01 giây'],
    ] as const)
      expect(digits(await countdown({ lang }, CLOSES - left))).to.equal(expected);
  });

  it('takes a name for what opens and closes', async () => {
    expect(label(await countdown({ label: 'Tuần 2' }))).to.equal('Tuần 2 sẽ kết thúc trong');
  });

  it('takes the precision and the instants when they change', async () => {
    const element = await countdown();
    element.setAttribute('precision', 'minute');
    await settled(element);
    expect(digits(element)).not.to.contain('giây');
    element.closes = new Date(DURING + 5 * MINUTE).toISOString();
    await settled(element);
    expect(digits(element)).to.equal('00 giờ 05 phút');
  });

  it('takes the visitor’s clock where none is set', async () => {
    const element = document.createElement('contest-countdown');
    element.closes = new Date(Date.now() + HOUR + 30 * SECOND).toISOString();
    document.body.append(element);
    await settled(element);
    expect(digits(element)).to.match(/^01 giờ 00 phút [0-3]\d giây$/);
  });

  it('is right after any jump of the clock: nothing is counted down', async () => {
    const element = await countdown({}, CLOSES - HOUR);
    for (const left of [5 * SECOND, 3 * DAY, MINUTE]) {
      await at(element, CLOSES - left);
      expect(digits(element)).to.equal(digits(await countdown({}, CLOSES - left)));
    }
  });
});

describe('a countdown to no instant', () => {
  freshPage();

  for (const closes of [
    '2024-12-13',
    '2024-12-13T16:30',
    '2024-12-13 16:30:00',
    '2024-02-30T16:30:00+07:00',
    'soon',
    '1734082200000',
  ])
    it(`(${closes}) shows nothing and tells it once`, async () => {
      const heard = listen('contest-error');
      const element = await countdown({ closes });
      expect(read(element.shadowRoot)).to.equal('');
      await at(element, DURING + HOUR);
      expect(heard.map(({ detail: { code, path } }) => ({ code, path }))).to.eql([
        { code: 'invalid', path: 'closes' },
      ]);
    });

  it('without any shows nothing', async () => {
    const element = document.createElement('contest-countdown');
    document.body.append(element);
    await settled(element);
    expect(read(element.shadowRoot)).to.equal('');
  });

  it('with a wrong opening tells it, and never shows NaN', async () => {
    const heard = listen('contest-error');
    const element = await countdown({ opens: '18/11/2024' });
    expect(heard.map(({ detail }) => detail.path)).to.eql(['opens']);
    expect(read(element.shadowRoot)).not.to.match(/NaN|Infinity|undefined/);
  });

  it('shows again once there is one', async () => {
    const element = await countdown({ closes: 'soon' });
    element.closes = CLOSING;
    await settled(element);
    expect(digits(element)).to.match(/^12 ngày/);
  });
});
