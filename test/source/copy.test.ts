import { expect } from 'chai';
import { best, type Copy, isLater, isSame, wins } from '../../src/source/copy.ts';
import vectors from '../vectors/copies.json';

interface Given {
  id: string;
  revision: number;
  replaces?: number;
  readAt: string | null;
}

function copy({ id, revision, replaces, readAt }: Given): Copy {
  const rest = {
    title: 'Cuộc thi',
    url: 'https://cuocthi.example.vn/',
    closes: '2024-12-13T16:30:00+07:00',
  };
  return {
    contest: { id, revision, ...rest, ...(replaces !== undefined && { replaces }) },
    from: 'network',
    readAt: readAt ? Date.parse(readAt) : -Infinity,
  };
}

/** All orders of a few things. */
const orders = <T>(things: readonly T[]): T[][] =>
  things.length < 2
    ? [[...things]]
    : things.flatMap((first, index) =>
        orders(things.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
      );

describe('which copy wins, where TypeScript and PHP agree', () => {
  for (const vector of vectors.cases as {
    name: string;
    copies: Given[];
    wins: number;
    ordered?: boolean;
  }[])
    it(vector.name, () => {
      const copies = vector.copies.map(copy);
      for (const order of vector.ordered ? [copies] : orders(copies))
        expect(best(...order)).to.equal(copies[vector.wins]);
    });
});

describe('which copy wins', () => {
  const old = copy({ id: 'a', revision: 3, readAt: null });
  const recent = copy({ id: 'a', revision: 4, readAt: '2024-12-01T00:00:00Z' });

  it('a copy does not win over itself', () => {
    expect(wins(recent, recent)).to.equal(false);
  });

  it('of two copies that differ only one wins over the other', () => {
    expect([wins(recent, old), wins(old, recent)]).to.deep.equal([true, false]);
  });

  it('where the lower one takes the higher one back only the lower one wins', () => {
    const back = copy({ id: 'a', revision: 3, replaces: 4, readAt: null });
    expect([wins(back, recent), wins(recent, back)]).to.deep.equal([true, false]);
  });

  it('where it comes from plays no part', () => {
    expect(wins({ ...recent, from: 'last-good' }, old)).to.equal(true);
    expect(wins({ ...old, from: 'network' }, recent)).to.equal(false);
  });

  it('missing copies are passed over', () => {
    expect(best(undefined, old, undefined)).to.equal(old);
  });

  it('of no copies at all none wins', () => {
    expect(best()).to.equal(undefined);
    expect(best(undefined, undefined)).to.equal(undefined);
  });
});

describe('whether two copies say the same', () => {
  const { contest } = copy({ id: 'a', revision: 3, readAt: null });

  it('equal contests are the same', () => {
    expect(isSame(contest, structuredClone(contest))).to.equal(true);
  });

  it('a contest that differs inside a document is another', () => {
    const documents = [{ kind: 'rules' as const, title: 'Thể lệ' }];
    const changed = [{ kind: 'rules' as const, title: 'Thể lệ (sửa đổi)' }];
    expect(isSame({ ...contest, documents }, { ...contest, documents: changed })).to.equal(false);
  });

  it('a contest is not the same as none', () => {
    expect(isSame(contest, undefined)).to.equal(false);
    expect(isSame(undefined, undefined)).to.equal(true);
  });
});

describe('the later of two revisions', () => {
  it('is neither of two of one number, even where one names that number', () => {
    expect(isLater({ revision: 3 }, { revision: 3 })).to.equal(false);
    expect(isLater({ revision: 3, replaces: 3 }, { revision: 3 })).to.equal(false);
    expect(isLater({ revision: 3 }, { revision: 3, replaces: 3 })).to.equal(false);
  });
});
