import { expect } from 'chai';
import type { ContestCountdown } from '../../src/elements/contest-countdown.ts';
import { clock, DURING, freshPage, read, settled } from './fixture.ts';

const CLOSING = '2024-12-13T16:30:00+07:00';

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

describe('the seconds', () => {
  freshPage();
  const button = (element: ContestCountdown) => find(element, 'button') as HTMLButtonElement;

  it('can be switched off and on by the visitor, with a button', async () => {
    const element = await countdown();
    expect(digits(element)).to.contain('giây');
    expect(read(button(element))).to.equal('Ẩn giây');
    button(element).click();
    await settled(element);
    expect(digits(element)).not.to.contain('giây');
    expect(read(button(element))).to.equal('Hiện giây');
    button(element).click();
    await settled(element);
    expect(digits(element)).to.contain('giây');
  });

  it('the button takes the keyboard, keeps the focus and is large enough', async () => {
    const element = await countdown();
    const toggle = button(element);
    expect(toggle.localName).to.equal('button');
    expect([toggle.tabIndex, toggle.disabled, toggle.type]).to.eql([0, false, 'button']);
    toggle.focus();
    toggle.click();
    await settled(element);
    expect(element.shadowRoot!.activeElement).to.equal(button(element));
    expect(toggle.getBoundingClientRect().height).to.be.at.least(24);
  });

  it('are off at first for who wants less motion, and can be had', async () => {
    const real = window.matchMedia;
    window.matchMedia = (query) =>
      query.includes('reduced-motion') ? ({ matches: true } as MediaQueryList) : real(query);
    try {
      const element = await countdown();
      expect(digits(element)).not.to.contain('giây');
      button(element).click();
      await settled(element);
      expect(digits(element)).to.contain('giây');
    } finally {
      window.matchMedia = real;
    }
  });
});
