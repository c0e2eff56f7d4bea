import { expect } from 'chai';
import {
  answer,
  banner,
  DAY,
  expectPhase,
  freshPage,
  HOUR,
  make,
  MINUTE,
  network,
  newSource,
  part,
  read,
  SECOND,
  settled,
  until,
} from '../elements/fixture.ts';
import { cchc2024 } from '../contest/samples.ts';

const realNow = Date.now;
/** By how much the clock of the visitor is fast. */
let fast = 0;

/** A contest that is open by the true time, and was over for an hour by a clock a day fast. */
const contest = () => ({
  ...cchc2024,
  opens: new Date(realNow() - DAY).toISOString(),
  closes: new Date(realNow() + DAY - HOUR - 30 * SECOND).toISOString(),
});
const trueDate = () => new Date(realNow()).toUTCString();

/** A banner with the visitor's own clock, once its source has answered. */
async function answered(headers: () => HeadersInit, reply = () => answer(contest(), headers())) {
  let done = false;
  network(async () => {
    const response = await reply();
    done = true;
    return response;
  });
  const element = await banner({ src: newSource() }, { ownClock: true });
  await until(() => done && element.phase !== 'loading');
  return settled(element);
}

describe('a wrong clock of the visitor', () => {
  freshPage();
  beforeEach(() => {
    fast = DAY;
    Date.now = () => realNow() + fast;
  });
  afterEach(() => {
    Date.now = realNow;
  });

  it('is corrected from the date of the answer', async () => {
    const element = await answered(() => ({ date: trueDate() }));
    expect(element.phase).to.equal('open');
    expect(read(part(element, 'countdown')!.shadowRoot)).to.contain('22 giờ 59 phút');
  });

  it('is corrected when it is slow as well', async () => {
    fast = -2 * DAY;
    const element = await answered(() => ({ date: trueDate() }));
    expect(element.phase).to.equal('open');
  });

  it('is corrected with the age of the answer', async () => {
    const element = await answered(() => ({
      date: new Date(realNow() - 60 * SECOND).toUTCString(),
      age: '60',
    }));
    expect(element.phase).to.equal('open');
  });

  it('is left alone where it is right within seconds', async () => {
    fast = 0;
    const closes = new Date(Math.ceil(realNow() / SECOND) * SECOND + HOUR + 30 * SECOND);
    const late = { ...contest(), closes: closes.toISOString() };
    const element = await answered(
      () => ({}),
      () => answer(late, { date: new Date(realNow() - SECOND).toUTCString() }),
    );
    const left = closes.getTime() - realNow();
    const shown = read(part(element, 'countdown')!.shadowRoot);
    const { minute, second } = /(?<minute>\d\d) phút (?<second>\d\d) giây/.exec(shown)!.groups!;
    expect(Math.abs(+minute! * MINUTE + +second! * SECOND - (left % HOUR))).to.be.below(2 * SECOND);
  });

  for (const [name, headers] of [
    ['that lay in a cache for 61 s', () => ({ date: trueDate(), age: '61' })],
    ['with an age that is none', () => ({ date: trueDate(), age: 'old' })],
    ['with a date before 2024', () => ({ date: 'Sun, 31 Dec 2023 23:59:59 GMT' })],
    ['with a date that is none', () => ({ date: 'yesterday' })],
    ['without a date', () => ({})],
  ] as const)
    it(`is not corrected from an answer ${name}`, async () => {
      expect((await answered(headers)).phase).to.equal('closed');
    });

  it('is not corrected from an answer that took longer than 10 s', async () => {
    for (const [trip, phase] of [
      [11 * SECOND, 'closed'],
      [9 * SECOND, 'open'],
    ] as const) {
      fast = DAY;
      const element = await answered(
        () => ({}),
        () => {
          fast += trip;
          return answer(contest(), { date: trueDate() });
        },
      );
      expect(element.phase, `${trip} ms`).to.equal(phase);
      element.remove();
    }
  });

  it('is corrected for the banners of that source only', async () => {
    await answered(() => ({ date: trueDate() }));
    const other = await banner({}, { contest: contest(), ownClock: true });
    expect(other.phase).to.equal('closed');
    const elsewhere = await answered(() => ({}));
    expect(elsewhere.phase).to.equal('closed');
  });

  it('is corrected for every banner of that source', async () => {
    const first = await answered(() => ({ date: trueDate() }));
    const second = await banner({ src: first.src! }, { ownClock: true });
    await until(() => second.phase === 'open');
  });

  it('is corrected for the countdown as well as for the phase', async () => {
    const element = await answered(() => ({ date: trueDate() }));
    expect(read(part(element, 'countdown')!.shadowRoot)).not.to.contain('đã kết thúc');
  });

  it('never touches a clock that the page has set', async () => {
    network(() => answer(contest(), { date: trueDate() }));
    const element = await banner({ src: newSource() });
    element.clock = () => realNow() + DAY;
    await until(() => element.phase !== 'loading');
    expect(element.phase).to.equal('closed');
  });

  it('is taken where the clock that the page has set fails', async () => {
    const element = make({}, { contest: cchc2024, ownClock: true });
    element.clock = () => {
      throw new Error('no clock');
    };
    document.body.append(element);
    await settled(element);
    expectPhase(element, 'closed');
  });

  it('is corrected without asking again, however the answers’ dates run away', async () => {
    fast = -DAY;
    let hours = 0;
    const requests = network(() =>
      answer(contest(), { date: new Date(realNow() + ++hours * HOUR).toUTCString() }),
    );
    const element = await banner({ src: newSource() }, { ownClock: true });
    for (let n = 0; n < 5; n++) {
      await until(() => element.phase !== 'loading');
      element.requestUpdate();
      await settled(element);
    }
    expect(requests.length).to.equal(1);
  });

  it('keeps nothing on the page after `until`, however old the answer’s date', async () => {
    network(() => answer(contest(), { date: new Date(realNow() - 300 * DAY).toUTCString() }));
    const last = new Date(Date.now() + HOUR).toISOString();
    const element = await banner({ src: newSource(), until: last }, { ownClock: true });
    await until(() => element.phase === 'upcoming');
    fast += HOUR;
    element.requestUpdate();
    await settled(element);
    expect(element.offsetHeight).to.equal(0);
  });

  it('is forgotten with another source', async () => {
    const element = await answered(() => ({ date: trueDate() }));
    network(() => answer({ ...contest(), id: 'khac' }));
    element.src = newSource();
    await settled(element);
    await until(() => element.phase === 'closed');
  });
});
