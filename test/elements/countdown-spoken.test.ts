import { expect } from 'chai';
import { at, CLOSES, clock, freshPage, HOUR, MINUTE, read, SECOND, settled } from './fixture.ts';

const CLOSING = '2024-12-13T16:30:00+07:00';

async function countdown(left: number, lang = 'vi') {
  clock.now = CLOSES - left;
  const element = document.createElement('contest-countdown');
  Object.assign(element, { closes: CLOSING, clock: () => clock.now, lang });
  document.body.append(element);
  return settled(element);
}

const find = (element: Element, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const announced = (element: Element) => read(find(element, '[role=status]'));

describe('what a countdown says to a screen reader', () => {
  freshPage();

  it('is a timer with a name, to the minute', async () => {
    const element = await countdown(2 * 24 * HOUR + 3 * HOUR + 5 * MINUTE + 7 * SECOND);
    const timer = find(element, '[role=timer]');
    const name = find(element, `#${timer.getAttribute('aria-labelledby')}`);
    expect(read(name)).to.equal('Cuộc thi sẽ kết thúc trong');
    expect(read(timer.querySelector(':not([aria-hidden])'))).to.equal('Còn 2 ngày 3 giờ 5 phút');
    expect(find(element, '.digits').getAttribute('aria-hidden')).to.equal('true');
  });

  it('is not a live region that speaks each second', async () => {
    const element = await countdown(HOUR);
    const timer = find(element, '[role=timer]');
    expect(timer.getAttribute('aria-live') ?? 'off').to.equal('off');
    expect(
      element.shadowRoot!.querySelectorAll('[aria-live], [role=alert], [role=log]').length,
    ).to.equal(0);
    expect(find(element, '[role=status]').contains(timer)).to.equal(false);
  });

  it('is announced at an hour, ten minutes and a minute, and at nothing in between', async () => {
    const element = await countdown(HOUR + 3 * SECOND);
    const status = find(element, '[role=status]');
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(announced(element)));
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    for (let left = HOUR + 3 * SECOND; left > 0; left -= 7 * SECOND)
      await at(element, CLOSES - left);
    await at(element, CLOSES - 1);
    expect(said).to.eql(['Còn 59 phút', 'Còn 10 phút', 'Dưới 1 phút']);
    observer.disconnect();
  });

  it('is announced exactly at the threshold', async () => {
    const element = await countdown(10 * MINUTE + 1);
    expect(announced(element)).to.equal('');
    await at(element, CLOSES - 10 * MINUTE);
    expect(announced(element)).to.equal('Còn 10 phút');
  });

  it('is not announced when the page is opened within one', async () => {
    for (const left of [HOUR, 10 * MINUTE, MINUTE, 5 * SECOND]) {
      const element = await countdown(left);
      await at(element, clock.now + 1);
      expect(announced(element)).to.equal('');
    }
  });

  it('is announced anew for another end', async () => {
    const element = await countdown(HOUR + SECOND);
    element.closes = new Date(CLOSES + HOUR).toISOString();
    await settled(element);
    await at(element, CLOSES + HOUR - 10 * MINUTE + 1);
    expect(announced(element)).to.equal('Còn 9 phút');
  });

  it('is said no more once it holds no longer', async () => {
    const element = await countdown(MINUTE + 1);
    await at(element, CLOSES - MINUTE);
    expect(announced(element)).to.equal('Còn 1 phút');
    element.closes = new Date(CLOSES + 9 * MINUTE).toISOString();
    await settled(element);
    expect(announced(element)).to.equal('');
  });

  it('is English where the page is, with its plurals', async () => {
    const element = await countdown(HOUR + 2 * MINUTE, 'en');
    expect(read(find(element, '[role=timer]'))).to.contain('1 hour 2 minutes left');
    await at(element, CLOSES - MINUTE);
    expect(announced(element)).to.equal('1 minute left');
    await at(element, CLOSES - 1);
    expect(read(find(element, '[role=timer]'))).to.contain('Less than a minute');
  });
});

describe('what a tick writes', () => {
  freshPage();

  /** Lets the element look at the clock by itself, as the page's one timer does. */
  async function tick(element: HTMLElement & { updateComplete: Promise<boolean> }, now: number) {
    clock.now = now;
    document.dispatchEvent(new Event('visibilitychange'));
    await element.updateComplete;
  }

  /** The records of what a look at the clock changed. */
  async function writes(element: HTMLElement & { updateComplete: Promise<boolean> }, now: number) {
    const records: MutationRecord[] = [];
    const observer = new MutationObserver((list) => records.push(...list));
    observer.observe(element.shadowRoot!, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    await tick(element, now);
    records.push(...observer.takeRecords());
    observer.disconnect();
    return records.map(({ type, target }) => `${type} ${target.nodeValue}`);
  }

  it('is one text node a second while only the seconds change', async () => {
    for (const lang of ['vi', 'en']) {
      const element = await countdown(HOUR + 59 * SECOND, lang);
      for (let second = 58; second >= 2; second--)
        expect(await writes(element, CLOSES - HOUR - second * SECOND)).to.eql([
          `characterData ${String(second).padStart(2, '0')}`,
        ]);
    }
  });

  it('shows what a whole drawing would, second by second and after every jump', async () => {
    for (const lang of ['vi', 'en']) {
      const ticking = await countdown(HOUR + 2 * MINUTE, lang);
      const lefts = Array.from({ length: 125 }, (_, second) => 2 * MINUTE - second * SECOND);
      for (const left of [...lefts, 90 * SECOND, 30 * SECOND, 31 * SECOND, 31 * SECOND - 1]) {
        await tick(ticking, CLOSES - HOUR - left);
        const whole = await countdown(HOUR + left, lang);
        expect(read(ticking.shadowRoot!.querySelector('.digits')!), `${left}`).to.equal(
          read(whole.shadowRoot!.querySelector('.digits')!),
        );
        whole.remove();
      }
    }
  });

  it('is nothing where nothing changes', async () => {
    const element = await countdown(HOUR + 30 * SECOND);
    for (const ms of [1, 500, 999])
      expect(await writes(element, CLOSES - HOUR - 30 * SECOND + ms - 999)).to.eql([]);
  });

  it('is nothing in between where only minutes are shown', async () => {
    const element = await countdown(2 * HOUR + 59 * SECOND);
    element.precision = 'minute';
    await settled(element);
    for (const second of [58, 30, 0])
      expect(await writes(element, CLOSES - 2 * HOUR - second * SECOND)).to.eql([]);
    expect((await writes(element, CLOSES - 2 * HOUR + 1)).length).to.be.above(0);
  });
});
