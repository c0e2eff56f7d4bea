import { expect } from 'chai';
import { cchc2024, full } from '../contest/samples.ts';
import {
  answer,
  at,
  banner,
  clock,
  DURING,
  expectPhase,
  freshPage,
  HOUR,
  links,
  listen,
  network,
  newSource,
  part,
  settled,
  showing,
  until,
  type Heard,
} from './fixture.ts';

const told = (heard: Heard[]) => heard.map(({ detail: { code, path } }) => ({ code, path }));

describe('contest-error', () => {
  freshPage();

  for (const [code, path, changes] of [
    ['invalid', 'closes', { closes: '2024-12-13T16:30' }],
    ['invalid', 'title', { title: 7 }],
    [
      'invalid',
      'rounds[0].opens',
      { rounds: [{ title: 'x', opens: '?', closes: cchc2024.closes }] },
    ],
    ['invalid', 'url', { url: 'javascript:alert(1)' }],
  ] as const)
    it(`${code} names ${path}, and the whole definition is refused`, async () => {
      const heard = listen('contest-error');
      const element = await showing(changes as object);
      expect(told(heard)).to.eql([{ code, path }]);
      expect(heard[0]!.detail.message)
        .to.be.a('string')
        .and.match(new RegExp(`^${path!.replace(/[[\]]/g, '\\$&')}`));
      expectPhase(element, 'error');
      expect(part(element, 'title')).to.equal(undefined);
    });

  it('names what was left out, and the rest is shown', async () => {
    const heard = listen('contest-error');
    const documents = [{ ...full.documents![0]!, url: 'ftp://x.example.vn/' }, full.documents![1]!];
    const element = await showing({ documents });
    expect(told(heard)).to.eql([{ code: 'invalid', path: 'documents[0].url' }]);
    expectPhase(element, 'open');
    expect(Object.values(links(element))).to.contain(full.documents![1]!.url);
  });

  it('tells several faults, each once, however often the element looks', async () => {
    const heard = listen('contest-error');
    const element = await showing({ documents: 1, notice: 2 } as object, DURING, {
      qr: 'big',
      refresh: '-5',
    });
    for (let n = 1; n < 4; n++) await at(element, DURING + n * HOUR);
    element.setAttribute('layout', 'card');
    await settled(element);
    expect(told(heard).sort((a, b) => (String(a.path) < String(b.path) ? -1 : 1))).to.eql(
      ['documents', 'notice', 'qr', 'refresh'].map((path) => ({ code: 'invalid', path })),
    );
  });

  it('tells the same fault anew of another definition', async () => {
    const heard = listen('contest-error');
    const element = await showing({ notice: 2 } as object);
    element.contest = { ...cchc2024, revision: 9, notice: 2 } as never;
    await settled(element);
    expect(told(heard)).to.eql([
      { code: 'invalid', path: 'notice' },
      { code: 'invalid', path: 'notice' },
    ]);
  });

  it('says not-json of what is inside and is none', async () => {
    const heard = listen('contest-error');
    await banner({}, { inside: '<script type="application/json">{"id":</script>' });
    expect(heard.map(({ detail }) => detail.code)).to.contain('not-json');
  });

  it('says invalid of what is JSON and no definition', async () => {
    for (const nothing of ['null', '[]', '"x"', '7']) {
      const heard = listen('contest-error');
      const element = await banner(
        {},
        { inside: `<script type="application/json">${nothing}</script>` },
      );
      expect(told(heard)[0]!.code).to.equal('invalid');
      expectPhase(element, 'error');
      element.remove();
    }
  });

  it('names the attribute of the small case', async () => {
    const heard = listen('contest-error');
    await banner({ heading: 'Nhỏ', href: 'nho', closes: cchc2024.closes });
    expect(told(heard)).to.eql([{ code: 'invalid', path: 'href' }]);
  });

  it('says of an element without anything that there is no source', async () => {
    const heard = listen('contest-error');
    await banner();
    expect(told(heard)).to.eql([{ code: 'invalid', path: 'src' }]);
  });

  it('says a wrong until, and draws', async () => {
    const heard = listen('contest-error');
    const element = await showing({}, DURING, { until: '31/12/2024' });
    expect(told(heard)).to.eql([{ code: 'invalid', path: 'until' }]);
    expectPhase(element, 'open');
  });

  it('is told once for a network that stays down', async () => {
    const heard = listen('contest-error');
    const requests = network(() => new Response('', { status: 503 }));
    const element = await banner({ src: newSource() });
    await until(() => heard.length);
    await at(element, clock.now + HOUR);
    await until(() => requests.length === 2);
    await at(element, clock.now + 1);
    expect(told(heard)).to.eql([{ code: 'network', path: 'src' }]);
  });

  it('is told by each of two banners with one source', async () => {
    const heard = listen('contest-error');
    network(() => answer('<html>'));
    const src = newSource();
    const both = [await banner({ src }), await banner({ src })];
    await until(() => heard.length === 2);
    expect(heard.map(({ target }) => target)).to.have.members(both);
    expect(told(heard)).to.eql(both.map(() => ({ code: 'not-json', path: 'src' })));
  });

  it('stands on the console once a page, however many banners tell it', async () => {
    const real = console.warn;
    const warnings: unknown[] = [];
    console.warn = (text) => void warnings.push(text);
    try {
      for (let n = 0; n < 2; n++) await banner({ until: 'mai-mai' }, { contest: cchc2024 });
    } finally {
      console.warn = real;
    }
    expect(warnings.length).to.equal(1);
  });
});
