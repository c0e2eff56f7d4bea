import { expect } from 'chai';
import { pin } from '../../src/contest/entry.ts';
import type { Definition } from '../../src/contest/schema.ts';
import { cchc2024, contestOf, full, haiPhong2025, pathsOf, without } from './samples.ts';

const PAGE = 'https://baotang.example.gov.vn';

/** A definition held against pinned hosts, from a page that holds no picture of it. */
const pinned = (definition: Definition, ...hosts: string[]) =>
  pin(contestOf(definition), { hosts, pictures: [PAGE] });

const inDocument = (url: string): Definition => ({
  ...full,
  documents: [{ kind: 'plan', title: 'Kế hoạch', number: '3985/KH-UBND', url }, ...full.documents!],
});

describe('a contest held against pinned hosts', () => {
  it('stays as it is where everything is on them', () => {
    expect(pinned(full, 'cuocthi.example.vn')).to.deep.equal({ contest: full, faults: [] });
  });

  it('stays as it is where everything is below them', () => {
    expect(pinned(full, 'khac.example', 'example.vn')).to.deep.equal({ contest: full, faults: [] });
  });

  it('is refused where its way in is elsewhere', () => {
    const { contest, faults } = pinned({ ...full, url: 'https://evil.example/' }, 'example.vn');
    expect(contest).to.equal(undefined);
    expect(faults.map(({ path, code }) => [path, code])).to.deep.equal([['url', 'host']]);
  });

  it('is refused where the way into one round is elsewhere', () => {
    const rounds = [full.rounds![0]!, { ...full.rounds![0]!, url: 'https://evil.example/' }];
    const { contest, faults } = pinned({ ...full, rounds }, 'example.vn');
    expect(contest).to.equal(undefined);
    expect(faults.map(({ path, code }) => [path, code])).to.deep.equal([['rounds[1].url', 'host']]);
  });

  it('is refused with one fault for each way in that is elsewhere', () => {
    expect(pathsOf(pinned(haiPhong2025, 'example.com').faults)).to.deep.equal([
      'rounds[0].url',
      'url',
    ]);
  });

  it('is not refused for a round that has no way in of its own', () => {
    expect(pinned(haiPhong2025, 'cuocthi-hp.example.vn')).to.deep.equal({
      contest: haiPhong2025,
      faults: [],
    });
  });

  it('is refused where nothing is pinned but nonsense', () => {
    expect(pinned(full).contest).to.equal(undefined);
  });

  it('names hosts and address in the fault', () => {
    const [fault] = pinned({ ...full, url: 'https://evil.example/' }, 'example.vn').faults;
    expect(fault!.message).to.include('example.vn').and.to.include('https://evil.example/');
  });

  it('says that what is pinned is nonsense where it is', () => {
    expect(pinned(full).faults[0]!.message).to.equal(
      `url: expected an address on a host that hosts names, got "${full.url}"`,
    );
  });

  it('needs no rounds', () => {
    expect(pinned(cchc2024, 'example.vn')).to.deep.equal({ contest: cchc2024, faults: [] });
  });

  for (const field of ['results', 'calendar'] as const)
    it(`loses ${field} elsewhere, and nothing else`, () => {
      const { contest, faults } = pinned(
        { ...full, [field]: 'https://evil.example/' },
        'example.vn',
      );
      expect(contest).to.deep.equal(without(full, field));
      expect(faults.map(({ path, code }) => [path, code])).to.deep.equal([[field, 'host']]);
    });

  it('loses the address of a document elsewhere, but keeps its name', () => {
    const { contest, faults } = pinned(inDocument('https://evil.example/'), 'example.vn');
    expect(contest!.documents).to.deep.equal([
      { kind: 'plan', title: 'Kế hoạch', number: '3985/KH-UBND' },
      ...full.documents!,
    ]);
    expect(faults.map(({ path, code }) => [path, code])).to.deep.equal([
      ['documents[0].url', 'host'],
    ]);
  });

  it('is not changed itself', () => {
    const contest = contestOf(inDocument('https://evil.example/'));
    const before = structuredClone(contest);
    pin(contest, { hosts: ['example.vn'], pictures: [PAGE] });
    expect(contest).to.deep.equal(before);
  });
});

describe('which host is a pinned one', () => {
  const passes = (url: string) => !!pinned({ ...full, rounds: [], url }, 'example.vn').contest;

  for (const url of [
    'https://example.vn/',
    'https://a.b.example.vn/',
    'https://EXAMPLE.vn/',
    'https://example.vn:8443/',
    'https://exam%70le.vn/',
  ])
    it(`${url} is on example.vn`, () => {
      expect(passes(url)).to.equal(true);
    });

  for (const url of [
    'https://badexample.vn/',
    'https://example.vn.evil.example/',
    'https://example.vn./',
    'https://example.vn-login.example/',
    'https://evil.example/?example.vn',
    'https://evil.example/#.example.vn',
    'https://evil.example/example.vn',
    'https://ex\u0430mple.vn/',
    'https://examplẹ.vn/',
    'https://vn/',
  ])
    it(`${url} is not on example.vn`, () => {
      expect(passes(url)).to.equal(false);
    });

  it('http is no other host', () => {
    expect(!!pinned({ ...haiPhong2025, rounds: [] }, 'example.vn').contest).to.equal(true);
  });
});

describe('where a picture may come from', () => {
  const picture = (src: string, hosts?: string[], ...more: string[]) => {
    const definition = { ...full, banner: { ...full.banner!, src } };
    return pin(contestOf(definition), { hosts, pictures: [PAGE, ...more] });
  };

  it('from the origin of the page', () => {
    expect(picture(`${PAGE}/banner.png`).contest!.banner).to.include({ src: `${PAGE}/banner.png` });
  });

  it('from the origin of src', () => {
    expect(
      picture('https://so.example.vn/b.png', undefined, 'https://so.example.vn').faults,
    ).to.deep.equal([]);
  });

  it('from the origin of the page though other hosts are pinned', () => {
    expect(picture(`${PAGE}/banner.png`, ['cuocthi.example.vn']).faults).to.deep.equal([]);
  });

  it('from a pinned host, below it and on any port', () => {
    for (const src of [
      'https://example.vn/b.png',
      'https://anh.example.vn/b.png',
      'https://example.vn:8443/b.png',
    ])
      expect(picture(src, ['example.vn']).faults, src).to.deep.equal([]);
  });

  it('from nowhere else, even where no hosts are pinned', () => {
    const { contest, faults } = picture('https://cuocthi.example.vn/banner.png');
    expect(contest).not.to.have.property('banner');
    expect(contest).to.include({ url: full.url, results: full.results });
    expect(faults.map(({ path, code }) => [path, code])).to.deep.equal([['banner.src', 'host']]);
  });

  it('every place is named where it comes from none of them', () => {
    const src = 'https://evil.example/b.png';
    const message = (hosts?: string[]) =>
      picture(src, hosts, 'https://so.example.vn').faults.at(-1)!.message;
    const origins = `${PAGE} or https://so.example.vn, got "${src}"`;
    expect(message()).to.equal(`banner.src: expected an address on ${origins}`);
    expect(message(['example.vn'])).to.equal(
      `banner.src: expected an address on example.vn or ${origins}`,
    );
  });

  it('from another port of the page’s host it comes from another origin', () => {
    expect(pathsOf(picture(`${PAGE}:8443/banner.png`).faults)).to.deep.equal(['banner.src']);
  });

  it('from the page’s port written out it comes from the same origin', () => {
    expect(picture(`${PAGE}:443/banner.png`).faults).to.deep.equal([]);
  });

  it('from a host below the page’s it comes from another origin', () => {
    expect(pathsOf(picture(PAGE.replace('//', '//a.') + '/banner.png').faults)).to.deep.equal([
      'banner.src',
    ]);
  });

  it('a page that has no origin lends none', () => {
    const contest = contestOf(full);
    expect(pathsOf(pin(contest, { pictures: ['null'] }).faults)).to.deep.equal(['banner.src']);
  });

  it('a contest without picture loses none', () => {
    const rest = without(full, 'banner');
    expect(pin(contestOf(rest), { pictures: [PAGE] })).to.deep.equal({ contest: rest, faults: [] });
  });
});

describe('a contest where no hosts are pinned', () => {
  it('may lead anywhere', () => {
    const definition = {
      ...inDocument('https://a.example/'),
      url: 'https://b.example/',
      results: 'https://c.example/',
    };
    expect(
      pin(contestOf(definition), { pictures: ['https://cuocthi.example.vn'] }).faults,
    ).to.deep.equal([]);
  });
});
