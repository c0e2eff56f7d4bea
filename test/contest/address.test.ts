import { expect } from 'chai';
import { isLocalHost, isOnHost, readAddress, readHosts } from '../../src/contest/address.ts';
import { pick, seeded } from './samples.ts';

describe('readAddress', () => {
  it('an https address is read', () => {
    expect(readAddress('https://cuocthi.example.vn/thi?a=1')?.hostname).to.equal(
      'cuocthi.example.vn',
    );
  });

  it('an http address is not, unless http will do', () => {
    expect(readAddress('http://cuocthi-hp.example.vn/')).to.equal(undefined);
    expect(readAddress('http://cuocthi-hp.example.vn/', true)?.protocol).to.equal('http:');
  });

  it('an http address of the own machine is read where the page is there too', () => {
    for (const address of ['http://localhost/', 'http://127.0.0.1:8080/']) {
      expect(readAddress(address)?.href, address).to.equal(undefined);
      expect(readAddress(address, false, true)?.href, address).to.equal(address);
    }
  });

  it('a name that only contains the own machine is not it', () => {
    for (const host of [
      'localhost.example.vn',
      'notlocalhost',
      '127.0.0.1.example.vn',
      '127.0.0.2',
      '0.0.0.0',
      '[::1]',
    ])
      expect(readAddress(`http://${host}/`, false, true)?.href, host).to.equal(undefined);
  });

  for (const scheme of [
    'javascript',
    'data',
    'vbscript',
    'ftp',
    'file',
    'blob',
    'ws',
    'wss',
    'mailto',
    'tel',
  ])
    it(`a ${scheme} address is never read`, () => {
      expect(readAddress(`${scheme}://cuocthi.example.vn/`, true, true)?.href).to.equal(undefined);
    });

  it('credentials are never taken', () => {
    for (const who of ['a', 'a:b', ':b', '%61'])
      expect(readAddress(`https://${who}@cuocthi.example.vn/`, true, true), who).to.equal(
        undefined,
      );
  });

  it('no control or format character is ever taken, wherever it stands', () => {
    for (const code of [
      0, 9, 10, 13, 0x1f, 0x7f, 0x85, 0xad, 0x61c, 0x200b, 0x200d, 0x200e, 0x202e, 0x2060, 0x2069,
      0xfeff,
    ]) {
      const character = String.fromCharCode(code);
      for (const address of [
        `${character}https://a.vn/`,
        `https://a.vn/${character}x`,
        `https://a.vn/${character}`,
      ])
        expect(readAddress(address, true, true)?.href, JSON.stringify(address)).to.equal(undefined);
    }
  });

  it('no white space and no backslash is ever taken', () => {
    for (const character of [' ', '\u00a0', '\u2003', '\u3000', '\\'])
      expect(
        readAddress(`https://a.vn/${character}x`, true, true)?.href,
        JSON.stringify(character),
      ).to.equal(undefined);
  });

  it('what is no address is none', () => {
    for (const text of [
      '',
      ' ',
      'x',
      '/',
      '//a.vn/',
      'https://',
      'https:',
      'https://a.vn:99999/',
      'https://[1',
      'https://a b.vn/',
    ])
      expect(readAddress(text, true, true)?.href, text).to.equal(undefined);
  });
});

describe('isLocalHost', () => {
  it('the two names of the own machine are local', () => {
    expect(['localhost', '127.0.0.1'].map(isLocalHost)).to.deep.equal([true, true]);
  });

  it('any other is not', () => {
    for (const host of ['', 'localhost.', 'a.localhost', '127.0.0.2', 'cuocthi.example.vn'])
      expect(isLocalHost(host), host).to.equal(false);
  });
});

describe('readHosts', () => {
  it('names are separated by any white space, in any number', () => {
    expect(readHosts('  a.vn\n\tb.vn   c.d.vn ')).to.deep.equal({
      hosts: ['a.vn', 'b.vn', 'c.d.vn'],
      wrong: [],
    });
  });

  it('nothing written is nothing wrong', () => {
    expect(readHosts('')).to.deep.equal({ hosts: [], wrong: [] });
    expect(readHosts(' \n')).to.deep.equal({ hosts: [], wrong: [] });
  });

  it('names are put into lower-case ASCII', () => {
    expect(readHosts('CUOCTHI.Example.VN cuộcthi.vn').hosts).to.deep.equal([
      'cuocthi.example.vn',
      'xn--cucthi-4n8b.vn',
    ]);
  });

  for (const name of [
    'vn',
    'localhost',
    'https://a.vn',
    '//a.vn',
    'a.vn/',
    'a.vn/b',
    'a.vn:443',
    'a.vn?b',
    'a.vn#b',
    'x@a.vn',
    'a\\b.vn',
    '.vn',
    'a..vn',
    'a.vn.',
    '.',
    '...',
    'a%.vn',
    'a<b.vn',
    'vn.\ufe0e',
    'a[b.vn',
    '*.a.vn',
    'a.vn,b.vn',
    'a.vn,',
  ])
    it(`${name} is no host name, and is told`, () => {
      expect(readHosts(name)).to.deep.equal({ hosts: [], wrong: [name] });
    });

  it('a wrong name beside right ones is told, and they are kept', () => {
    expect(readHosts('a.vn https://b.vn c.vn')).to.deep.equal({
      hosts: ['a.vn', 'c.vn'],
      wrong: ['https://b.vn'],
    });
  });
});

describe('isOnHost', () => {
  it('every host that is put below a name is on it', () => {
    const random = seeded(9);
    const labels = ['a', 'cuocthi', 'xn--cucthi-4n8b', '1', 'x-y'];
    for (let n = 0; n < 500; n++) {
      const below = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
        pick(random, labels),
      ).join('.');
      expect(isOnHost(`${below}.example.vn`, ['other.vn', 'example.vn'])).to.equal(true);
    }
  });

  it('no host that is put before or behind a name without a dot is on it', () => {
    for (const host of [
      'xexample.vn',
      '-example.vn',
      'example.vnx',
      'example.vn.x',
      'example-vn',
      'examplexvn',
      'vn',
      'example',
      '',
    ])
      expect(isOnHost(host, ['example.vn']), host).to.equal(false);
  });

  it('on no hosts at all there is none', () => {
    expect(isOnHost('example.vn', [])).to.equal(false);
  });
});
