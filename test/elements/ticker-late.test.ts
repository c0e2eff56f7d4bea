import { expect } from 'chai';
import { freshPage, HOUR, settled } from './fixture.ts';
import { countdown, live, watched } from './timers.ts';

const real = window.IntersectionObserver;
let tell: IntersectionObserverCallback;

/** Tells when the spec says so: a browser may tell of an element that has left meanwhile. */
class Observer {
  constructor(callback: IntersectionObserverCallback) {
    tell = callback;
  }
  observe() {}
  unobserve() {}
  disconnect() {}
}

const told = (target: Element, isIntersecting: boolean) =>
  tell(
    [{ target, isIntersecting } as IntersectionObserverEntry],
    undefined as unknown as IntersectionObserver,
  );

describe('an element that has left', () => {
  before(() => {
    window.IntersectionObserver = Observer as unknown as typeof IntersectionObserver;
  });
  after(() => {
    window.IntersectionObserver = real;
  });
  freshPage();
  watched();

  it('is not woken by word of it that comes late', async () => {
    const element = countdown(HOUR);
    await settled(element);
    expect(live.size).to.equal(1);
    element.remove();
    told(element, true);
    await settled(element);
    expect(live.size).to.equal(0);
  });

  it('and is on the page again is', async () => {
    const element = countdown(HOUR);
    await settled(element);
    told(element, false);
    expect(live.size).to.equal(0);
    told(element, true);
    await settled(element);
    expect(live.size).to.equal(1);
  });
});
