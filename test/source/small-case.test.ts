import { expect } from 'chai';
import { situation } from '../../src/contest/phase.ts';
import { isSmallCase, parseSmallCase, type SmallCase } from '../../src/source/small-case.ts';

const GIVEN = {
  heading: 'Cuộc thi cải cách hành chính năm 2024',
  href: 'https://cuocthi.example.vn/',
  opens: '2024-11-18T07:30:00+07:00',
  closes: '2024-12-13T16:30:00+07:00',
} satisfies SmallCase;

const read = (change: SmallCase, local = false) => parseSmallCase({ ...GIVEN, ...change }, local);
const paths = (change: SmallCase) => read(change).faults.map(({ path }) => path);

describe('a definition in attributes', () => {
  it('is a contest without id and of revision 0', () => {
    expect(read({})).to.deep.equal({
      contest: {
        id: '',
        revision: 0,
        title: GIVEN.heading,
        url: GIVEN.href,
        opens: GIVEN.opens,
        closes: GIVEN.closes,
      },
      faults: [],
    });
  });

  it('sends no unit, since it names no parameter', () => {
    expect(read({}).contest).not.to.have.property('unitParameter');
  });

  for (const opens of [null, undefined, ''])
    it(`without opening (${String(opens)}) is open since ever`, () => {
      const { contest, faults } = read({ opens });
      expect(faults).to.deep.equal([]);
      expect(contest).not.to.have.property('opens');
      expect(situation(contest!, 0).phase).to.equal('open');
      expect(situation(contest!, Date.parse(GIVEN.closes)).phase).to.equal('closed');
    });

  it('with rules has a document that goes by its kind', () => {
    const { contest } = read({ rules: 'https://cuocthi.example.vn/the-le' });
    expect(contest!.documents).to.deep.equal([
      { kind: 'rules', title: '', url: 'https://cuocthi.example.vn/the-le' },
    ]);
  });

  it('with a picture has its words', () => {
    const { contest } = read({
      banner: 'https://cuocthi.example.vn/b.png',
      bannerAlt: 'Banner Cuộc thi',
    });
    expect(contest!.banner).to.include({
      src: 'https://cuocthi.example.vn/b.png',
      alt: 'Banner Cuộc thi',
    });
  });

  it('with a picture without words has the heading for them', () => {
    expect(read({ banner: 'https://cuocthi.example.vn/b.png' }).contest!.banner!.alt).to.equal(
      GIVEN.heading,
    );
  });

  it('has its texts composed and freed of bidirectional controls', () => {
    expect(read({ heading: '\u202eCuo\u0323\u0302c thi' }).contest!.title).to.equal('Cuộc thi');
  });

  it('may lead to the own machine where the page is there', () => {
    expect(read({ href: 'http://localhost/' }, true).contest!.url).to.equal('http://localhost/');
    expect(read({ href: 'http://localhost/' }).contest).to.equal(undefined);
  });
});

describe('a wrong definition in attributes', () => {
  const refused: Record<string, SmallCase[]> = {
    heading: [{ heading: null }, { heading: '' }, { heading: ' ' }],
    href: [
      { href: undefined },
      { href: '' },
      { href: '/thi' },
      { href: 'http://cuocthi.example.vn/' },
      { href: 'javascript:alert(1)' },
    ],
    opens: [{ opens: '2024-11-18' }, { opens: '2024-02-30T07:30:00+07:00' }],
    closes: [
      { closes: null },
      { closes: '' },
      { closes: '13/12/2024' },
      { closes: '2024-12-13T16:30' },
      { closes: GIVEN.opens },
    ],
  };
  for (const [path, changes] of Object.entries(refused))
    for (const change of changes)
      it(`${JSON.stringify({ [path]: null, ...change })} is refused, and the fault names ${path}`, () => {
        expect(read(change).contest).to.equal(undefined);
        expect(paths(change)).to.deep.equal([path]);
        expect(read(change).faults[0]!.message).to.match(new RegExp(`^${path}: expected`));
      });

  it('rules that are no address are left out, and the fault names rules', () => {
    expect(paths({ rules: '/the-le' })).to.deep.equal(['rules']);
    expect(read({ rules: '/the-le' }).contest!.documents).to.deep.equal([
      { kind: 'rules', title: '' },
    ]);
  });

  it('a picture that is no address is left out, and the fault names banner', () => {
    expect(paths({ banner: 'data:image/png,x' })).to.deep.equal(['banner']);
    expect(read({ banner: 'data:image/png,x' }).contest).not.to.have.property('banner');
  });

  it('words of a picture that say nothing are told by the name of the attribute', () => {
    expect(
      paths({ banner: 'https://cuocthi.example.vn/b.png', bannerAlt: '\u200f' }),
    ).to.deep.equal(['banner-alt']);
  });

  it('everything that is wrong is told, by the names of the attributes', () => {
    expect(
      paths({ heading: '', href: 'x', closes: 'x', rules: 'x', banner: 'x', bannerAlt: 'x' }),
    ).to.have.members(['heading', 'href', 'closes', 'rules', 'banner']);
  });

  it('no fault names a field that no attribute has', () => {
    const { faults } = parseSmallCase({}, false);
    expect(faults.map(({ path }) => path)).to.have.members(['heading', 'href', 'closes']);
  });
});

describe('whether attributes are meant as a definition', () => {
  it('a heading or a closing means one', () => {
    expect([{ heading: 'x' }, { closes: 'x' }, GIVEN].map(isSmallCase)).to.deep.equal([
      true,
      true,
      true,
    ]);
  });

  it('an address alone does not: an anchor lends it to any banner', () => {
    expect(isSmallCase({ href: 'https://cuocthi.example.vn/' })).to.equal(false);
  });

  it('nothing and empty attributes do not', () => {
    expect([{}, { heading: '', closes: null }].map(isSmallCase)).to.deep.equal([false, false]);
  });
});
