import { expect } from 'chai';
import { cases, DISTANCES, KINDS, share } from './cases.ts';
import { FORMATS, WAY } from './print.ts';
import { count } from './proof.ts';

const shares = FORMATS.map((_, part) => share(part, FORMATS.length));

describe('the proof of a poster', () => {
  it('meets every kind of damage up to the worst, in at least 300 pictures', () => {
    expect(cases).to.have.lengthOf.at.least(300);
    for (const kind of KINDS)
      expect(Math.max(...cases.map(({ strengths }) => strengths[kind] ?? 0)), kind).to.equal(1);
    expect(new Set(cases.map(({ name }) => name)).size).to.equal(cases.length);
  });

  it('takes each case once, and from all groups as many on each sheet', () => {
    expect(shares.flat()).to.have.members([...cases]);
    const [first, ...others] = shares.map((some) => some.map(({ group }) => group));
    for (const groups of others) expect(groups).to.deep.equal(first);
  });

  it('looks at each sheet from every distance, and spoils each as much as can be', () => {
    for (const some of shares) {
      expect(new Set(some.map(({ distance }) => distance)).size).to.equal(DISTANCES.length);
      expect(Math.max(...some.flatMap(({ strengths }) => Object.values(strengths)))).to.equal(1);
    }
  });

  it('counts what one decoder reads, not what one or the other does', () => {
    const reading = { group: '', name: '' };
    const readings = [
      { ...reading, jsqr: WAY, zbar: undefined },
      { ...reading, jsqr: undefined, zbar: WAY },
      { ...reading, jsqr: WAY, zbar: 'https://la.example.com/' },
    ];
    expect(count(readings, WAY)).to.deep.equal({ pictures: 3, jsqr: 2, zbar: 1, better: 2 });
  });
});
