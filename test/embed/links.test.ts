import { expect } from 'chai';
import { upgradeLinks } from '../../src/embed/upgrade.ts';
import { cchc2024 } from '../contest/samples.ts';
import {
  answer,
  freshPage,
  network,
  newSource,
  part,
  settled,
  silence,
  until,
} from '../elements/fixture.ts';

const IMAGE = '<img alt="Banner Cuộc thi">';

/** Puts a link on the page. */
function link(attributes: Record<string, string>, inside = IMAGE): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = cchc2024.url;
  for (const [name, value] of Object.entries(attributes)) anchor.setAttribute(name, value);
  anchor.innerHTML = inside;
  document.body.append(anchor);
  return anchor;
}

const banner = () => document.querySelector('contest-banner');

const realWarn = console.warn;
let warnings: string[] = [];

describe('a link with data-contest-src', () => {
  freshPage();
  beforeEach(() => {
    network(silence);
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });
  afterEach(() => {
    console.warn = realWarn;
  });

  it('becomes a banner in its place, with the link inside', () => {
    document.body.innerHTML = '<p>trước</p>';
    const anchor = link({ 'data-contest-src': newSource(), 'data-contest': 'cchc-2024@3' });
    document.body.insertAdjacentHTML('beforeend', '<p>sau</p>');
    upgradeLinks();
    expect([...document.body.children].map(({ localName }) => localName)).to.eql([
      'p',
      'contest-banner',
      'p',
    ]);
    expect([...banner()!.children]).to.eql([anchor]);
    expect(anchor.innerHTML).to.equal(IMAGE);
    expect(anchor.href).to.equal(cchc2024.url);
  });

  it('hands its attributes on, and its address for the small case', () => {
    const src = newSource();
    link({
      'data-contest-src': src,
      'data-contest-unit': 'x',
      'data-contest-lang': 'en',
      'data-contest-heading': 'Nhỏ',
      'data-contest-onclick': 'x',
      class: 'y',
    });
    upgradeLinks();
    const given = [...banner()!.attributes].map(({ name, value }) => [name, value]);
    expect(Object.fromEntries(given)).to.eql({
      src,
      unit: 'x',
      lang: 'en',
      heading: 'Nhỏ',
      href: cchc2024.url,
    });
  });

  it('may name another address for the small case', () => {
    link({ 'data-contest-src': newSource(), 'data-contest-href': 'https://khac.example.vn/' });
    upgradeLinks();
    expect(banner()!.getAttribute('href')).to.equal('https://khac.example.vn/');
  });

  it('shows the link until there is something better', async () => {
    network(() => answer({ ...cchc2024, closes: '2099-12-13T16:30:00+07:00' }));
    const anchor = link({ 'data-contest-src': newSource() }, 'Vào thi');
    upgradeLinks();
    await settled(banner()!);
    await until(() => part(banner()!, 'enter'));
    expect(anchor.offsetHeight).to.equal(0);
    expect(part(banner()!, 'enter')!.offsetHeight).to.be.above(0);
  });

  it('is upgraded once, however often', () => {
    link({ 'data-contest-src': newSource() });
    upgradeLinks();
    upgradeLinks();
    expect(document.querySelectorAll('contest-banner').length).to.equal(1);
  });

  it('inside a banner is left alone', () => {
    document.body.innerHTML = `<contest-banner><p><a data-contest-src="/x.json" href="${cchc2024.url}">x</a></p></contest-banner>`;
    upgradeLinks();
    expect(document.querySelectorAll('contest-banner').length).to.equal(1);
    expect(document.querySelector('contest-banner > p > a')).not.to.equal(null);
  });

  it('without the attribute is left alone', () => {
    const anchor = link({ 'data-contest': 'cchc-2024@3', 'data-contest-unit': 'x' });
    upgradeLinks();
    expect(anchor.parentElement).to.equal(document.body);
  });
});
