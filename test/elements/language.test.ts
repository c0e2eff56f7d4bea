import { expect } from 'chai';
import { cchc2024, full } from '../contest/samples.ts';
import { clock, freshPage, make, part, read, settled, showing, until, DURING } from './fixture.ts';
import type { ContestBanner } from '../../src/elements/contest-banner.ts';
import type { ContestCountdown } from '../../src/elements/contest-countdown.ts';
import type { ContestQr } from '../../src/elements/contest-qr.ts';

const enter = (element: Element) => read(part(element, 'enter'));
const [VI, EN] = ['Vào thi', 'Enter the contest'];

/** A banner in a place of the page. */
async function inPlace(place: ParentNode): Promise<ContestBanner> {
  const element = make({}, { contest: cchc2024 });
  place.append(element);
  return settled(element);
}

describe('the language', () => {
  freshPage();

  it('is Vietnamese on a page that says nothing', async () => {
    document.documentElement.removeAttribute('lang');
    expect(enter(await showing())).to.equal(VI);
  });

  for (const [lang, expected] of [
    ['vi', VI],
    ['vi-VN', VI],
    ['en', EN],
    ['en-GB', EN],
    ['EN', EN],
    ['fr', VI],
    ['eng-x', VI],
  ] as const)
    it(`of lang="${lang}" is that of "${expected}"`, async () => {
      expect(enter(await showing({}, DURING, { lang }))).to.equal(expected);
    });

  it('comes from the nearest lang up the page', async () => {
    document.documentElement.lang = 'en';
    expect(enter(await showing())).to.equal(EN);
    document.body.innerHTML = '<div lang="vi"><p></p></div>';
    expect(enter(await inPlace(document.querySelector('p')!))).to.equal(VI);
  });

  it('comes through any number of shadow roots', async () => {
    document.body.innerHTML = '<div lang="en"><p></p></div>';
    const outer = document.querySelector('p')!.attachShadow({ mode: 'open' });
    outer.innerHTML = '<div></div>';
    const inner = outer.querySelector('div')!.attachShadow({ mode: 'closed' });
    expect(enter(await inPlace(inner))).to.equal(EN);
  });

  it('follows the own lang attribute at once', async () => {
    const element = await showing();
    element.lang = 'en';
    await settled(element);
    expect(enter(element)).to.equal(EN);
    expect(read(part(element, 'countdown')!.shadowRoot)).to.contain('closes in');
    element.removeAttribute('lang');
    await settled(element);
    expect(enter(element)).to.equal(VI);
  });

  it('is followed by a countdown and a QR code that stand alone', async () => {
    document.body.innerHTML = `<contest-countdown lang="en" closes="2999-12-13T16:30:00+07:00"></contest-countdown>
      <contest-qr lang="en" value="https://cuocthi.example.vn/"></contest-qr>`;
    const [countdown, qr] = [...document.body.children] as [ContestCountdown, ContestQr];
    const said = async () => {
      await Promise.all([countdown.updateComplete, qr.updateComplete]);
      return [
        countdown.shadowRoot!.querySelector('#label')!.textContent,
        qr.shadowRoot!.querySelector('svg')!.getAttribute('aria-label'),
      ].join();
    };
    const english = await said();
    for (const element of [countdown, qr]) element.lang = 'vi';
    expect(await said()).not.to.equal(english);
    for (const element of [countdown, qr]) element.lang = 'en';
    expect(await said()).to.equal(english);
  });

  it('changes when the element is moved to another place', async () => {
    const element = await showing();
    document.body.innerHTML = '<div lang="en"></div>';
    document.querySelector('div')!.append(element);
    await settled(element);
    await until(() => enter(element) === EN);
  });

  it('is said to assistive technology, and that of the organizer for his texts', async () => {
    const element = await showing({ summary: 'Plain words' }, DURING, { lang: 'en' });
    const langOf = (at: Element | undefined) => at?.closest('[lang]')?.getAttribute('lang');
    expect(langOf(part(element, 'enter'))).to.equal('en');
    expect(langOf(part(element, 'title'))).to.equal('vi');
    expect(element.shadowRoot!.querySelector('.more p')!.getAttribute('lang')).to.equal('en');
  });

  it('changes the wording of everything that is not the organizer’s', async () => {
    const { title, organizer, summary, howTo, documents, notice, ...rest } = full;
    expect([title, organizer, summary, howTo, documents, notice]).not.to.include(undefined);
    const plain = { ...rest, banner: undefined, rounds: [], title: 'X' };
    clock.now = DURING;
    const element = await showing(JSON.parse(JSON.stringify(plain)) as object, DURING, {
      lang: 'en',
    });
    expect(read(element.shadowRoot)).not.to.match(/[đơưạ-ỹ]/i);
    expect(read(part(element, 'dates'))).to.contain('16:30 on Friday, 13 December 2024');
  });
});
