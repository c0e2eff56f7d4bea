import { expect } from 'chai';
import { drawAfter } from '../../src/embed/upgrade.ts';
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

/** A script tag on the page, which runs nothing. */
function tag(attributes: Record<string, string>, place: ParentNode = document.body) {
  const script = document.createElement('script');
  script.type = 'text/plain';
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  place.append(script);
  return script;
}

const banners = () => [...document.querySelectorAll('contest-banner')];
const attributesOf = (element: Element) =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

const realWarn = console.warn;
let warnings: string[] = [];

describe('a script tag', () => {
  freshPage();
  beforeEach(() => {
    network(silence);
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });
  afterEach(() => {
    console.warn = realWarn;
    document.head
      .querySelectorAll('script[type="text/plain"]')
      .forEach((script) => script.remove());
  });

  it('with data-src draws right after itself', () => {
    document.body.innerHTML = '<p>trước</p>';
    const script = tag({ 'data-src': newSource() });
    document.body.insertAdjacentHTML('beforeend', '<p>sau</p>');
    drawAfter(script);
    expect([...document.body.children].map(({ localName }) => localName)).to.eql([
      'p',
      'script',
      'contest-banner',
      'p',
    ]);
  });

  it('with data-href draws the small case', async () => {
    drawAfter(
      tag({
        'data-heading': 'Nhỏ',
        'data-href': 'https://nho.example.vn/',
        'data-closes': '2099-12-13T16:30:00+07:00',
      }),
    );
    await settled(banners()[0]!);
    expect(banners()[0]!.phase).to.equal('open');
    expect(part(banners()[0]!, 'enter')!.getAttribute('href')).to.equal('https://nho.example.vn/');
  });

  it('hands every attribute on, and no other', () => {
    const given = {
      src: newSource(),
      heading: 'a',
      href: 'https://a.example.vn/',
      opens: 'b',
      closes: 'c',
      rules: 'd',
      banner: 'e',
      'banner-alt': 'f',
      unit: 'Xã "A"',
      layout: 'card',
      precision: 'minute',
      hosts: 'example.vn',
      qr: 'never',
      until: '2099-01-01',
      refresh: '60',
      lang: 'en',
    };
    const script = tag(
      Object.fromEntries(Object.entries(given).map(([name, value]) => [`data-${name}`, value])),
    );
    for (const other of [
      'data-contest',
      'data-style',
      'data-onclick',
      'data-id',
      'data-clock',
      'data-phase',
      'id',
      'class',
    ])
      script.setAttribute(other, 'x');
    drawAfter(script);
    expect(attributesOf(banners()[0]!)).to.eql(given);
  });

  it('shows what its source says', async () => {
    network(() => answer({ ...cchc2024, closes: '2099-12-13T16:30:00+07:00' }));
    drawAfter(tag({ 'data-src': newSource() }));
    await until(() => banners()[0]!.phase === 'open');
  });

  it('draws once, however often it runs', () => {
    const script = tag({ 'data-src': newSource() });
    drawAfter(script);
    drawAfter(script);
    expect(banners().length).to.equal(1);
  });

  it('draws one for each of two tags', () => {
    for (const src of [newSource(), newSource()]) drawAfter(tag({ 'data-src': src }));
    expect(banners().length).to.equal(2);
  });

  it('without data-src and data-href draws nothing', () => {
    drawAfter(tag({ 'data-unit': 'x', 'data-hosts': 'example.vn' }));
    expect(banners()).to.eql([]);
    expect(warnings).to.eql([]);
  });

  it('in the head draws nothing, and the console says so', () => {
    drawAfter(tag({ 'data-src': newSource() }, document.head));
    expect(banners()).to.eql([]);
    expect(document.querySelector('head contest-banner')).to.equal(null);
    expect(warnings.length).to.equal(1);
    expect(warnings[0]).to.contain('body');
  });
});
