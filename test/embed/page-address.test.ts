import { expect } from 'chai';
import { applyAddress } from '../../src/embed/page-address.ts';
import { freshPage, listen } from '../elements/fixture.ts';

const NAMES = ['lang', 'layout', 'refresh'];
const OWN = `${location.origin}/contest.json`;

/** What `<meta name="contest-hosts">` says; none where it is nothing. */
function meta(content?: string, name = 'contest-hosts'): void {
  if (content === undefined) return;
  const element = document.createElement('meta');
  element.name = name;
  element.content = content;
  document.head.append(element);
}

/** A banner as a page of ours with that address makes it. */
function from(address: string | Record<string, string>) {
  const banner = document.createElement('contest-banner');
  applyAddress(banner, NAMES, new URLSearchParams(address));
  return banner;
}

const attributesOf = (element: Element) =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

const policies = () => [
  ...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]'),
];

const realWarn = console.warn;
const realAppend = document.head.append;
let warnings: string[] = [];
/** A policy would stay in force for all tests: it is looked at, and goes nowhere. */
let limits: string[] = [];

describe('the address of a page of ours', () => {
  freshPage();
  beforeEach(() => {
    warnings = [];
    limits = [];
    console.warn = (text: string) => warnings.push(text);
    document.head.append = (...nodes) => {
      const [node] = nodes as [HTMLMetaElement];
      if (node.httpEquiv === 'Content-Security-Policy') limits.push(node.content);
      else realAppend.apply(document.head, nodes);
    };
  });
  afterEach(() => {
    console.warn = realWarn;
    document.head.append = realAppend;
    for (const element of document.querySelectorAll('meta[name^="contest-"]')) element.remove();
    expect(policies()).to.eql([]);
  });

  it('shows nothing from the day on that the page names, whatever the address says', () => {
    meta('2025-06-11', 'contest-until');
    expect(from({ src: '/c.json', until: '2099-01-01' }).getAttribute('until')).to.equal(
      '2025-06-11',
    );
    expect(from({ src: '/c.json' }).getAttribute('until')).to.equal('2025-06-11');
  });

  it('names the definition, the unit and what else the page takes', () => {
    const given = { src: '/c.json', unit: 'Xã "A" & B', lang: 'en', layout: 'card', refresh: '60' };
    expect(attributesOf(from(given))).to.eql(given);
  });

  it('sets nothing that it does not name', () => {
    expect(attributesOf(from(''))).to.eql({});
  });

  it('cannot set what the page does not take', () => {
    const given = Object.fromEntries(
      [
        ...['hosts', 'heading', 'href', 'opens', 'closes', 'rules', 'banner', 'banner-alt'],
        ...[
          'onclick',
          'style',
          'id',
          'class',
          'is',
          'slot',
          'phase',
          'hidden',
          'sources',
          'contest',
        ],
      ].map((name) => [name, 'https://xau.vn/']),
    );
    const banner = from(given);
    expect(attributesOf(banner)).to.eql({});
    expect(banner.sources).to.eql([]);
  });

  it('is taken at its first word where it says something twice', () => {
    expect(from('src=/a.json&src=https://xau.vn/b.json').src).to.equal('/a.json');
  });

  for (const src of [OWN, '/c.json', 'c.json', './c.json?a=1&b=2', `//${location.host}/c.json`])
    it(`may name ${src.replace(location.host, 'HOST')}`, () => {
      meta('');
      expect(from({ src }).getAttribute('src')).to.equal(src);
      expect(warnings).to.eql([]);
    });

  for (const [name, src] of [
    ['another host', 'https://xau.vn/c.json'],
    ['another host without scheme', '//xau.vn/c.json'],
    ['another host with backslashes', String.raw`https:\\xau.vn\c.json`],
    ['another host with two backslashes', String.raw`\\xau.vn\c.json`],
    ['another host with a slash and a backslash', String.raw`/\xau.vn/c.json`],
    ['another host after a space', ' https://xau.vn/c.json'],
    ['another host with a line break inside', 'ht\ntps://xau.vn/c.json'],
    ['another port', `http://${location.hostname}:1/c.json`],
    ['another scheme of the same host', `https://${location.host}/c.json`],
    ['its own host as the user of another', `http://${location.host}@xau.vn/c.json`],
    ['its own host in the fragment of another', `https://xau.vn#@${location.host}/c.json`],
    ['a name that begins like its own host', `http://${location.hostname}.xau.vn/c.json`],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:application/json,{}'],
    ['a file', 'file:///c.json'],
    ['nothing that can be read', 'https://['],
  ] as const)
    it(`cannot name ${name}`, () => {
      meta('');
      const heard = listen('contest-error');
      const banner = document.body.appendChild(from({ src }));
      expect(banner.hasAttribute('src')).to.equal(false);
      expect(warnings.length).to.equal(1);
      expect(warnings[0]).to.contain('src: expected').and.to.contain('contest-hosts');
      expect(heard).to.eql([]);
    });

  it('tells the element what is wrong with it', () => {
    const banner = document.createElement('contest-banner');
    const codes: string[] = [];
    banner.addEventListener('contest-error', ({ detail }) => codes.push(detail.code));
    applyAddress(banner, NAMES, new URLSearchParams('src=https://xau.vn/once.json'));
    expect(codes).to.eql(['host']);
  });

  describe('on a page with hosts in its meta', () => {
    it('may name a definition on one of them, or below', () => {
      meta('nguon.example.vn');
      for (const src of [
        'https://nguon.example.vn/c.json',
        'https://a.nguon.example.vn:8443/c.json',
      ])
        expect(from({ src }).getAttribute('src')).to.equal(src);
    });

    it('may still name one of its own', () => {
      meta('nguon.example.vn');
      expect(from({ src: '/c.json' }).getAttribute('src')).to.equal('/c.json');
    });

    for (const host of ['xau.vn', 'xnguon.example.vn', 'example.vn', 'nguon.example.vn.xau.vn'])
      it(`cannot name one on ${host}`, () => {
        meta('nguon.example.vn');
        expect(from({ src: `https://${host}/c.json` }).hasAttribute('src')).to.equal(false);
      });

    it('is pinned to them, and so are redirections', () => {
      meta(' nguon.example.vn  cuocthi.example.vn ');
      const banner = from({ src: '/c.json', hosts: 'xau.vn' });
      expect(banner.sources).to.eql(['nguon.example.vn', 'cuocthi.example.vn']);
      expect(banner.getAttribute('hosts')!.trim().split(/\s+/)).to.eql(banner.sources);
    });

    it('is pinned to those of all metas, where there are several', () => {
      meta('');
      meta('nguon.example.vn');
      meta('cuocthi.example.vn');
      expect(from('').sources).to.eql(['nguon.example.vn', 'cuocthi.example.vn']);
    });

    it('leads nowhere where none of them is a host', () => {
      meta('vn https://cuocthi.example.vn/ *');
      const banner = from({ src: '/c.json' });
      expect(banner.sources).to.eql([]);
      expect(banner.hasAttribute('hosts')).to.equal(true);
    });

    it('pins nothing where the meta is empty', () => {
      meta('  ');
      expect(from({ src: '/c.json' }).hasAttribute('hosts')).to.equal(false);
    });

    it('allows of its hosts only those as sources that contest-sources names', () => {
      meta('nguon.example.vn kho.example.com');
      meta('nguon.example.vn', 'contest-sources');
      const src = 'https://kho.example.com/c.json';
      expect(from({ src }).hasAttribute('src')).to.equal(false);
      const banner = from({ src: 'https://nguon.example.vn/c.json' });
      expect(banner.getAttribute('src')).to.equal('https://nguon.example.vn/c.json');
      expect(banner.getAttribute('hosts')).to.equal('nguon.example.vn kho.example.com');
      expect(banner.sources).to.deep.equal(['nguon.example.vn']);
      expect(limits.at(-1))
        .to.match(/^connect-src [^;]*nguon[^;]*;/)
        .and.match(/img-src .*kho/);
      expect(limits.at(-1)).not.to.match(/^connect-src [^;]*kho/);
    });

    it('takes its own site alone where contest-sources names no host', () => {
      meta('nguon.example.vn');
      meta('sai', 'contest-sources');
      expect(from({ src: 'https://nguon.example.vn/c.json' }).hasAttribute('src')).to.equal(false);
    });

    it('takes of its own site nothing but the addresses that contest-sources names', () => {
      const named = `${location.origin}/wp-json/contest-banner/v1/contests/current`;
      meta('cuocthi.example.vn');
      meta(`${named} https://nguon.example.vn/c.json`, 'contest-sources');
      for (const src of [named, 'https://nguon.example.vn/c.json'])
        expect(from({ src }).getAttribute('src')).to.equal(src);
      for (const src of ['/wp-content/uploads/evil.json', 'https://cuocthi.example.vn/c.json'])
        expect(from({ src }).hasAttribute('src'), src).to.equal(false);
      expect(limits.at(-1)).to.match(
        new RegExp(`^connect-src 'self' ${location.origin} https://nguon.example.vn;`),
      );
    });

    it('lets the browser ask no other host', () => {
      meta('nguon.example.vn');
      from('');
      const places = 'https://nguon.example.vn:* https://*.nguon.example.vn:*';
      expect(limits).to.eql([`connect-src 'self' ${places}; img-src 'self' data: ${places}`]);
    });
  });

  it('lets the browser ask its own site alone where there is no meta', () => {
    from({ src: 'https://xau.vn/alone.json' });
    expect(limits).to.eql(["connect-src 'self'; img-src 'self' data:"]);
  });
});
