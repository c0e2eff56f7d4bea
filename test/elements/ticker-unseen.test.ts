import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import { banner, freshPage, HOUR, make, MINUTE, part, settled, until } from './fixture.ts';
import { countdown, digits, hide, jump, live, watched } from './timers.ts';

const FAR = 'position: absolute; top: 30000px';

describe('a page that is not seen', () => {
  freshPage();
  watched();

  it('has no timer while it is hidden', async () => {
    await settled(countdown(HOUR));
    expect(live.size).to.equal(1);
    hide(true);
    expect(live.size).to.equal(0);
    await settled(countdown(HOUR));
    expect(live.size).to.equal(0);
  });

  it('is seen although an image of the page goes by the name of hidden', async () => {
    const image = document.createElement('img');
    Object.defineProperty(document, 'hidden', { configurable: true, value: image });
    await settled(countdown(HOUR));
    expect(live.size).to.equal(1);
  });

  it('is right at once when it is seen again', async () => {
    const element = countdown(2 * HOUR + MINUTE);
    await settled(element);
    hide(true);
    jump.ms = 2 * HOUR;
    hide(false);
    await settled(element);
    expect(digits(element)).to.match(/^00 giờ 00 phút|^00 giờ 01 phút 00/);
    expect(live.size).to.equal(1);
  });

  it('is right at once when it comes back from the back-forward cache', async () => {
    const element = countdown(2 * HOUR + MINUTE);
    await settled(element);
    jump.ms = 2 * HOUR;
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled(element);
    expect(digits(element)).to.match(/^00 giờ 00 phút|^00 giờ 01 phút 00/);
  });

  it('does not look once more when a page is shown that has just been drawn', async () => {
    const element = countdown(2 * HOUR + MINUTE);
    await settled(element);
    const drawn = digits(element);
    jump.ms = 2 * HOUR;
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    await settled(element);
    expect(digits(element)).to.equal(drawn);
  });

  it('is right for the banner as well, which closes', async () => {
    const contest = { ...cchc2024, closes: new Date(Date.now() + HOUR).toISOString() };
    const element = await banner({}, { contest, ownClock: true });
    hide(true);
    jump.ms = HOUR;
    hide(false);
    await settled(element);
    expect(element.phase).to.equal('closed');
    expect(part(element, 'enter')).to.equal(undefined);
  });

  it('is right within a second after it slept', async () => {
    const element = countdown(2 * HOUR + MINUTE);
    await settled(element);
    jump.ms = HOUR;
    await until(
      () => digits(element).startsWith('01 giờ 00') || digits(element).startsWith('01 giờ 01'),
    );
  });

  it('goes on when the clock is set back', async () => {
    const element = countdown(HOUR);
    await settled(element);
    const before = digits(element);
    await until(() => digits(element) !== before);
    jump.ms = -10 * HOUR;
    await until(() => digits(element).startsWith('1'));
  });

  it('goes on when the clock is set back just before another element leaves', async () => {
    const [element, other] = [countdown(HOUR), countdown(HOUR)];
    await Promise.all([element, other].map(settled));
    await until(() => live.size === 1);
    jump.ms = -10 * HOUR;
    other.remove();
    await until(() => digits(element).startsWith('1'));
  });
});

describe('an element off screen', () => {
  freshPage();
  watched();

  it('has no timer, and is right at once when it is seen', async () => {
    const element = countdown(2 * HOUR + MINUTE, FAR);
    await settled(element);
    await until(() => live.size === 0);
    jump.ms = 2 * HOUR;
    element.style.top = '0';
    await until(() => live.size === 1);
    await settled(element);
    expect(digits(element)).to.match(/^00 giờ 00 phút|^00 giờ 01 phút 00/);
  });

  it('costs nothing beside one on screen', async () => {
    const [near, far] = [countdown(HOUR), countdown(HOUR, FAR)];
    await Promise.all([near, far].map(settled));
    let looks = 0;
    const look = far.requestUpdate.bind(far);
    far.requestUpdate = (...args) => {
      looks++;
      look(...args);
    };
    near.remove();
    await until(() => live.size === 0);
    document.body.append(near);
    await settled(near);
    const before = digits(near);
    await until(() => digits(near) !== before);
    expect(looks).to.equal(0);
    expect(live.size).to.equal(1);
  });

  it('that is hidden by the page has no timer either', async () => {
    const element = make(
      {},
      { contest: { ...cchc2024, closes: '2099-01-01T00:00:00Z' }, ownClock: true },
    );
    element.hidden = true;
    document.body.append(element);
    await settled(element);
    await until(() => live.size === 0);
  });
});
