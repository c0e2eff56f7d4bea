import { expect } from 'chai';
import { upgradeLinks } from '../../src/embed/upgrade.ts';
import { cchc2024 } from '../contest/samples.ts';
import {
  answer,
  freshPage,
  network,
  newSource,
  part,
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

/** Upgrades on a page with script tags of these data attributes. */
function upgrade(...tags: Record<string, string>[]): void {
  for (const dataset of tags) {
    const tag = document.createElement('script');
    Object.assign(tag.dataset, dataset);
    document.body.append(tag);
  }
  upgradeLinks();
}

const banner = () => document.querySelector('contest-banner');
const hostsFor = (pinned: string | undefined, own: string | undefined) => {
  link({
    'data-contest-src': newSource(),
    ...(own !== undefined && { 'data-contest-hosts': own }),
  });
  upgrade(pinned === undefined ? {} : { hosts: pinned });
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
        upgrade(dataset);
        expect(banner()).to.equal(null);
        expect(anchor.parentElement).to.equal(document.body);
        expect(warnings.length).to.equal(1);
      });

    it('is refused without any script tag', () => {
      link({ 'data-contest-src': FAR });
      upgrade();
      expect(banner()).to.equal(null);
    });

    for (const sources of ['nguon.example.vn', 'khac.vn example.vn', 'NGUON.example.VN'])
      it(`is taken with data-sources="${sources}"`, () => {
        link({ 'data-contest-src': FAR });
        upgrade({ sources });
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
        upgrade({});
        expect(banner()).to.equal(null);
      });
  });

  describe('that is redirected', () => {
    const redirected = (url: string) =>
      Object.defineProperties(answer({ ...cchc2024, closes: '2099-12-13T16:30:00+07:00' }), {
        url: { value: url },
        redirected: { value: true },
      });

    it('is refused where it ends on a host that nobody named, and said so', async () => {
      network(() => redirected('https://xau.vn/contest.json'));
      link({ 'data-contest-src': newSource() });
      upgrade({ sources: 'nguon.example.vn' });
      await until(() => banner()!.phase === 'error');
      expect(warnings.join()).to.include('https://xau.vn/contest.json');
    });

    it('is taken where it ends on a host in data-sources', async () => {
      network(() => redirected(FAR));
      link({ 'data-contest-src': newSource() });
      upgrade({ sources: 'nguon.example.vn' });
      await until(() => banner()!.phase === 'open');
    });
  });

  describe('on a page that names whole addresses in data-sources', () => {
    const own = `${location.origin}/wp-json/contest-banner/v1/contests/current`;
    const sources = `${own} https://nguon.example.vn/contest.json cuocthi.example.vn`;

    for (const src of [
      own,
      '/wp-json/contest-banner/v1/contests/current',
      'https://nguon.example.vn/contest.json',
      'https://cuocthi.example.vn/any.json',
    ])
      it(`may name ${src.replace(location.origin, '')}`, () => {
        link({ 'data-contest-src': src });
        upgrade({ sources });
        expect(banner()!.src).to.equal(src);
      });

    for (const src of [
      '/wp-content/uploads/evil.json',
      `${own}?rest_route=/x`,
      '/wp-json/contest-banner/v1/contests/current/../../../../wp-content/uploads/evil.json',
      '/wp-json/contest-banner/v1/contests/current/..%2f..%2fevil.json',
      '/WP-JSON/contest-banner/v1/contests/current',
      'https://nguon.example.vn/other.json',
    ])
      it(`may not name ${src.replace(location.origin, '')}`, () => {
        const anchor = link({ 'data-contest-src': src });
        upgrade({}, { sources });
        expect(banner()).to.equal(null);
        expect(anchor.parentElement).to.equal(document.body);
      });

    it('may name one that is written in another way', () => {
      link({ 'data-contest-src': own });
      upgrade({ sources: own.replace('http', 'HTTP').replace('/wp', '/./wp') });
      expect(banner()!.src).to.equal(own);
    });

    it('may name nothing of the site where the addresses are no good', () => {
      link({ 'data-contest-src': newSource() });
      upgrade({ sources: 'http://xau.vn/c.json' });
      expect(banner()).to.equal(null);
    });

    it('is refused where it is redirected to a file of the site', async () => {
      const url = `${location.origin}/wp-content/uploads/evil.json`;
      network(() =>
        Object.defineProperties(answer(cchc2024), {
          url: { value: url },
          redirected: { value: true },
        }),
      );
      link({ 'data-contest-src': '/moved.json' });
      upgrade({ sources: '/moved.json' });
      await until(() => banner()!.phase === 'error');
      expect(warnings.join()).to.include(url);
    });

    it('takes them from a script that holds data as well', () => {
      const data = document.createElement('script');
      data.type = 'application/json';
      data.dataset.sources = sources;
      data.dataset.hosts = 'cuocthi.example.vn';
      document.body.append(data);
      link({ 'data-contest-src': '/wp-content/uploads/evil.json' });
      link({ 'data-contest-src': own, 'data-contest-hosts': 'xau.vn' });
      upgrade();
      expect(document.querySelectorAll('contest-banner')).to.have.lengthOf(1);
      expect(banner()!.getAttribute('hosts')).to.equal('');
    });
  });

  it('is never the picture of the banner that it becomes', () => {
    const anchor = link({ 'data-contest-src': newSource(), slot: 'banner' });
    upgrade();
    expect(anchor.slot).to.equal('');
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

    it('is held to the pins of every script tag on the page', () => {
      for (const tags of [
        [{}, { hosts: 'example.vn' }],
        [{ hosts: 'example.vn' }, {}],
        [{ hosts: 'example.vn' }, { hosts: 'example.vn' }],
      ] as Record<string, string>[][]) {
        document.body.replaceChildren();
        link({ 'data-contest-src': newSource(), 'data-contest-hosts': 'xau.vn' });
        upgrade(...tags);
        expect(banner()!.getAttribute('hosts'), JSON.stringify(tags)).to.equal('');
      }
    });

    it('leads nowhere where one script tag pins and another does not', () => {
      link({ 'data-contest-src': newSource(), 'data-contest-hosts': 'cuocthi.example.vn' });
      upgrade({ hosts: 'example.vn' }, { hosts: 'khac.vn' });
      expect(banner()!.getAttribute('hosts')).to.equal('');
    });

    it('with nothing in the data-hosts of one script tag refuses everything', () => {
      link({ 'data-contest-src': newSource() });
      upgrade({ hosts: '' }, { hosts: 'example.vn' });
      expect(banner()!.getAttribute('hosts')).to.equal('');
    });

    it('with nothing in data-hosts refuses everything', () => {
      expect(hostsFor('', 'cuocthi.example.vn')).to.equal('');
    });

    it('keeps the banner from leading elsewhere', async () => {
      network(() => answer({ ...cchc2024, url: 'https://xau.vn/' }));
      link({ 'data-contest-src': newSource(), 'data-contest-hosts': 'xau.vn' });
      upgrade({ hosts: 'example.vn' });
      await until(() => banner()!.phase === 'error');
      expect(part(banner()!, 'enter')).to.equal(undefined);
    });
  });
});
