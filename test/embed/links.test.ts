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
const FAR = 'https://nguon.example.vn/contest.json';

/** Puts a link on the page. */
function link(attributes: Record<string, string>, inside = IMAGE): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = cchc2024.url;
  for (const [name, value] of Object.entries(attributes)) anchor.setAttribute(name, value);
  anchor.innerHTML = inside;
  document.body.append(anchor);
  return anchor;
}

/** The script tag that upgrades, with its data attributes. */
function script(dataset: Record<string, string> = {}): HTMLScriptElement {
  const tag = document.createElement('script');
  Object.assign(tag.dataset, dataset);
  return tag;
}

const banner = () => document.querySelector('contest-banner');
const hostsFor = (pinned: string | undefined, own: string | undefined) => {
  link({
    'data-contest-src': newSource(),
    ...(own !== undefined && { 'data-contest-hosts': own }),
  });
  upgradeLinks(script(pinned === undefined ? {} : { hosts: pinned }));
  return banner()!.getAttribute('hosts');
};

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
    upgradeLinks(null);
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
    upgradeLinks(null);
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
    upgradeLinks(null);
    expect(banner()!.getAttribute('href')).to.equal('https://khac.example.vn/');
  });

  it('shows the link until there is something better', async () => {
    network(() => answer({ ...cchc2024, closes: '2099-12-13T16:30:00+07:00' }));
    const anchor = link({ 'data-contest-src': newSource() }, 'Vào thi');
    upgradeLinks(null);
    await settled(banner()!);
    await until(() => part(banner()!, 'enter'));
    expect(anchor.offsetHeight).to.equal(0);
    expect(part(banner()!, 'enter')!.offsetHeight).to.be.above(0);
  });

  it('is upgraded once, however often', () => {
    link({ 'data-contest-src': newSource() });
    upgradeLinks(null);
    upgradeLinks(script());
    expect(document.querySelectorAll('contest-banner').length).to.equal(1);
  });

  it('inside a banner is left alone', () => {
    document.body.innerHTML = `<contest-banner><p><a data-contest-src="/x.json" href="${cchc2024.url}">x</a></p></contest-banner>`;
    upgradeLinks(null);
    expect(document.querySelectorAll('contest-banner').length).to.equal(1);
    expect(document.querySelector('contest-banner > p > a')).not.to.equal(null);
  });

  it('without the attribute is left alone', () => {
    const anchor = link({ 'data-contest': 'cchc-2024@3', 'data-contest-unit': 'x' });
    upgradeLinks(null);
    expect(anchor.parentElement).to.equal(document.body);
  });

  describe('and a source elsewhere', () => {
    for (const [name, dataset] of [
      ['without data-sources', {}],
      ['with another host in data-sources', { sources: 'khac.example.vn' }],
      ['with a host below in data-sources', { sources: 'a.nguon.example.vn' }],
      ['with a name that only ends alike', { sources: 'guon.example.vn' }],
      ['with data-hosts alone', { hosts: 'nguon.example.vn' }],
      ['with nothing in data-sources', { sources: '' }],
      ['with a top level in data-sources', { sources: 'vn' }],
    ] as const)
      it(`is refused ${name}, and said so`, () => {
        const anchor = link({ 'data-contest-src': `${FAR}?${name}` });
        upgradeLinks(script(dataset));
        expect(banner()).to.equal(null);
        expect(anchor.parentElement).to.equal(document.body);
        expect(warnings.length).to.equal(1);
      });

    it('is refused without any script tag', () => {
      link({ 'data-contest-src': FAR });
      upgradeLinks(null);
      expect(banner()).to.equal(null);
    });

    for (const sources of ['nguon.example.vn', 'khac.vn example.vn', 'NGUON.example.VN'])
      it(`is taken with data-sources="${sources}"`, () => {
        link({ 'data-contest-src': FAR });
        upgradeLinks(script({ sources }));
        expect(banner()!.src).to.equal(FAR);
      });

    for (const src of [
      'https://[',
      'data:application/json,{}',
      '//nguon.example.vn/c.json',
      'blob:x',
    ])
      it(`"${src}" is not of this site`, () => {
        link({ 'data-contest-src': src });
        upgradeLinks(script());
        expect(banner()).to.equal(null);
      });
  });

  describe('and pinned hosts', () => {
    it('takes what the script tag pins', () => {
      expect(hostsFor('example.vn', undefined)).to.equal('example.vn');
    });

    it('may pin by itself where the script tag does not', () => {
      expect(hostsFor(undefined, 'khac.vn')).to.equal('khac.vn');
    });

    it('may narrow what the script tag pins', () => {
      expect(hostsFor('example.vn khac.vn', 'cuocthi.example.vn')).to.equal('cuocthi.example.vn');
    });

    for (const own of ['xau.vn', 'vn', 'n.vn', '', 'https://xau.vn/', '*'])
      it(`cannot widen it with "${own}"`, () => {
        expect(hostsFor('example.vn', own)).to.equal('');
      });

    it('keeps the narrower part of a wider wish', () => {
      expect(hostsFor('example.vn', 'xau.vn cuocthi.example.vn')).to.equal('cuocthi.example.vn');
    });

    it('with nothing in data-hosts refuses everything', () => {
      expect(hostsFor('', 'cuocthi.example.vn')).to.equal('');
    });

    it('keeps the banner from leading elsewhere', async () => {
      network(() => answer({ ...cchc2024, url: 'https://xau.vn/' }));
      link({ 'data-contest-src': newSource(), 'data-contest-hosts': 'xau.vn' });
      upgradeLinks(script({ hosts: 'example.vn' }));
      await until(() => banner()!.phase === 'error');
      expect(part(banner()!, 'enter')).to.equal(undefined);
    });
  });
});
