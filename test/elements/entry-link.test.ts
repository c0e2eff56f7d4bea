import { expect } from 'chai';
import { cchc2024, full } from '../contest/samples.ts';
import {
  banner,
  DURING,
  expectPhase,
  freshPage,
  links,
  listen,
  part,
  settled,
  showing,
  type Heard,
} from './fixture.ts';

const told = (heard: Heard[]) => heard.map(({ detail: { code, path } }) => ({ code, path }));
const way = (element: Element) => part(element, 'enter')?.getAttribute('href');
const unitOf = (element: Element) => new URL(way(element)!).searchParams.getAll('dv');

describe('the unit', () => {
  freshPage();
  const unitParameter = 'dv';

  it('goes with the way in where the contest takes one', async () => {
    for (const unit of ['bao-tang-tinh', 'Xã Đông Mỹ', 'a&b=c#d?e+f%20', '"><img src=x>', '👍']) {
      const element = await showing({ unitParameter }, DURING, { unit });
      expect(unitOf(element)).to.eql([unit]);
      expect(way(element)!.startsWith(`${cchc2024.url}?dv=`)).to.equal(true);
      element.remove();
    }
  });

  it('is never sent where the contest takes none', async () => {
    expect(way(await showing({}, DURING, { unit: 'x' }))).to.equal(cchc2024.url);
  });

  it('takes the place of one in the address, which stays otherwise, before any #', async () => {
    const url = 'https://cuocthi.example.vn/thi?a=%C3%A0&dv=cu&b=1+2#vao?dv=x';
    const element = await showing({ unitParameter, url }, DURING, { unit: 'moi' });
    expect(way(element)).to.equal('https://cuocthi.example.vn/thi?a=%C3%A0&dv=moi&b=1+2#vao?dv=x');
  });

  it('goes with the way into a round', async () => {
    const rounds = [{ ...full.rounds![0]!, url: 'https://cuocthi.example.vn/dot-1' }];
    const element = await showing({ unitParameter, rounds }, DURING, { unit: 'x' });
    expect(way(element)).to.equal('https://cuocthi.example.vn/dot-1?dv=x');
  });

  it('of 100 characters is sent', async () => {
    for (const unit of ['Đ'.repeat(100), '👍'.repeat(100)])
      expect(unitOf(await showing({ unitParameter }, DURING, { unit }))).to.eql([unit]);
  });

  it('of more is reported, and neither sent nor shortened', async () => {
    const heard = listen('contest-error');
    const element = await showing({ unitParameter }, DURING, { unit: 'x'.repeat(101) });
    expect(told(heard)).to.eql([{ code: 'invalid', path: 'unit' }]);
    expect(way(element)).to.equal(cchc2024.url);
  });

  it('may come later, and go', async () => {
    const element = await showing({ unitParameter });
    element.unit = 'x';
    await settled(element);
    expect(unitOf(element)).to.eql(['x']);
    element.removeAttribute('unit');
    element.unit = null;
    await settled(element);
    expect(way(element)).to.equal(cchc2024.url);
  });
});

describe('the pinned hosts', () => {
  freshPage();

  for (const hosts of ['cuocthi.example.vn', 'khac.vn example.vn', ' CUOCTHI.Example.VN '])
    it(`"${hosts}" lets the way in pass`, async () => {
      const heard = listen('contest-error');
      expect(way(await showing({}, DURING, { hosts }))).to.equal(cchc2024.url);
      expect(heard).to.eql([]);
    });

  for (const hosts of ['thi.example.vn', 'uocthi.example.vn', 'khac.vn', 'a.cuocthi.example.vn'])
    it(`"${hosts}" refuses it`, async () => {
      const heard = listen('contest-error');
      const element = await showing({}, DURING, { hosts });
      expect(told(heard)).to.eql([{ code: 'host', path: 'url' }]);
      expectPhase(element, 'error');
      expect(links(element)).to.eql({});
    });

  it('with nothing in it refuses everything', async () => {
    for (const hosts of ['', '  ']) {
      const heard = listen('contest-error');
      expectPhase(await showing({}, DURING, { hosts }), 'error');
      expect(told(heard)).to.eql([{ code: 'host', path: 'url' }]);
      document.body.replaceChildren();
    }
  });

  it('with nothing but wrong names refuses everything, and names them', async () => {
    const heard = listen('contest-error');
    expectPhase(await showing({}, DURING, { hosts: 'vn https://cuocthi.example.vn/' }), 'error');
    expect(told(heard)).to.have.deep.members([
      { code: 'invalid', path: 'hosts' },
      { code: 'invalid', path: 'hosts' },
      { code: 'host', path: 'url' },
    ]);
  });

  it('refuse the whole for the way into one round', async () => {
    const heard = listen('contest-error');
    const rounds = [{ ...full.rounds![0]!, url: 'https://khac.vn/' }];
    expectPhase(await showing({ rounds }, DURING, { hosts: 'example.vn' }), 'error');
    expect(told(heard)).to.eql([{ code: 'host', path: 'rounds[0].url' }]);
  });

  it('leave out what else leads elsewhere, each with an event', async () => {
    const heard = listen('contest-error');
    const elsewhere = {
      documents: [{ ...full.documents![0]!, url: 'https://khac.vn/ke-hoach' }, full.documents![1]!],
      calendar: 'https://khac.vn/lich.ics',
      results: 'https://khac.vn/ket-qua',
      banner: { ...full.banner!, src: 'https://khac.vn/banner.png' },
    };
    const element = await showing(elsewhere, DURING, { hosts: 'example.vn' });
    expect(told(heard)).to.have.deep.members(
      ['documents[0].url', 'calendar', 'results', 'banner.src'].map((path) => ({
        code: 'host',
        path,
      })),
    );
    expectPhase(element, 'open');
    expect(element.shadowRoot!.innerHTML).not.to.contain('khac.vn');
    expect(element.shadowRoot!.textContent).to.contain(full.documents![0]!.title);
  });

  it('hold for the small case as well', async () => {
    const small = { heading: 'Nhỏ', href: 'https://nho.example.vn/', closes: cchc2024.closes };
    expectPhase(await banner({ ...small, hosts: 'nho.example.vn' }), 'open');
    expectPhase(await banner({ ...small, hosts: 'cuocthi.example.vn' }), 'error');
  });

  it('may be set later', async () => {
    const element = await showing();
    element.setAttribute('hosts', 'khac.vn');
    await settled(element);
    expectPhase(element, 'error');
    expect(part(element, 'enter')).to.equal(undefined);
  });
});

describe('a picture', () => {
  freshPage();
  const picture = (element: Element) => part(element, 'banner')!.querySelector('img');

  it('comes from the origin of the page, without a referrer', async () => {
    const src = `${location.origin}/none.png`;
    const image = picture(await showing({ banner: { ...full.banner!, src } }))!;
    expect(image.src).to.equal(src);
    expect(image.referrerPolicy).to.equal('no-referrer');
    expect([image.alt, image.width > 0]).to.eql([full.banner!.alt, true]);
  });

  it('from anywhere else is left out, and the banner drawn', async () => {
    const heard = listen('contest-error');
    const element = await showing({ banner: full.banner! });
    expect(picture(element)).to.equal(null);
    expect(told(heard)).to.eql([{ code: 'host', path: 'banner.src' }]);
    expect(part(element, 'title')!.offsetHeight).to.be.above(0);
  });
});
