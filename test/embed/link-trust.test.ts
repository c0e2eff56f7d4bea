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
