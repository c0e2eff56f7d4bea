import { expect } from 'chai';
import { fault } from '../../src/contest/fault.ts';

describe('a fault', () => {
  it('names the field, what was expected and what was found', () => {
    expect(fault('documents[0].url', 'an address', '/x')).to.deep.equal({
      code: 'invalid',
      path: 'documents[0].url',
      message: 'documents[0].url: expected an address, got "/x"',
    });
  });

  it('may be of any code', () => {
    expect(fault('src', 'JSON', 'x', 'not-json').code).to.equal('not-json');
  });

  it('quotes no more than a hundred characters of what was found', () => {
    expect(fault('url', 'an address', 'x'.repeat(1e6)).message.length).to.be.below(150);
  });

  it('quotes what is not there', () => {
    expect(fault('url', 'an address').message).to.equal('url: expected an address, got nothing');
    expect(fault('url', 'an address', null).message).to.equal('url: expected an address, got null');
  });

  it('does not write out an object or a list', () => {
    for (const found of [{ a: 1 }, ['x']])
      expect(fault('url', 'an address', found).message).to.equal(
        'url: expected an address, got an object or a list',
      );
  });

  it('never throws for what was found, however deep', () => {
    const deep: unknown = JSON.parse('['.repeat(30_000) + ']'.repeat(30_000));
    expect(fault('title', 'text', deep).path).to.equal('title');
  });
});
