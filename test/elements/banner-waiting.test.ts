import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import {
  AFTER,
  answer,
  at,
  banner,
  BEFORE,
  clock,
  complaints,
  DURING,
  expectPhase,
  frame,
  freshPage,
  laterNetwork,
  network,
  newSource,
  part,
  partsOf,
  read,
  showing,
  silence,
  until,
} from './fixture.ts';

const INSIDE = `<p>Từ <b>18/11/2024</b></p><a data-contest-enter href="${cchc2024.url}">Vào thi</a>`;
const LOADING = 'Đang tải thông tin cuộc thi…';
const FAILED = 'Chưa tải được thông tin cuộc thi. Vui lòng quay lại sau.';

const child = (element: Element) => element.querySelector<HTMLElement>('a')!;
const isShown = (element: HTMLElement) => element.offsetHeight > 0;

describe('while there is nothing to show', () => {
  freshPage();

  it('loading shows the children and nothing else', async () => {
    network(silence);
    const element = await banner({ src: newSource() }, { inside: INSIDE });
    expectPhase(element, 'loading');
    expect(partsOf(element)).to.eql([]);
    expect(read(element.shadowRoot)).to.equal('');
    expect(isShown(child(element))).to.equal(true);
  });

  it('loading without children says one calm sentence', async () => {
    network(silence);
    const element = await banner({ src: newSource() });
    expectPhase(element, 'loading');
    expect(read(element.shadowRoot)).to.equal(LOADING);
  });

  it('a script and white space among the children are nothing to show', async () => {
    network(silence);
    const inside = ' \n<script type="application/json"></script><template><p>x</p></template>';
    const element = await banner({ src: newSource() }, { inside });
    expect(read(element.shadowRoot)).to.equal(LOADING);
  });

  it('a failure shows the children, and never says that the contest is closed', async () => {
    network(() => new Response('', { status: 500 }));
    const element = await banner({ src: newSource() }, { inside: INSIDE });
    await until(() => element.phase !== 'loading');
    expectPhase(element, 'error');
    expect(partsOf(element)).to.eql([]);
    expect(isShown(child(element))).to.equal(true);
    expect(read(element.shadowRoot) + read(element)).not.to.match(/kết thúc|closed|NaN/i);
  });

  it('a failure without children says one calm sentence, in the language of the page', async () => {
    for (const [lang, sentence] of [
      ['vi', FAILED],
      ['en', 'The contest could not be loaded. Please come back later.'],
    ] as const) {
      const element = await banner({ lang });
      expectPhase(element, 'error');
      expect(read(element.shadowRoot)).to.equal(sentence);
    }
  });

  it('the small case serves while loading, and goes when the definition comes', async () => {
    const { come } = laterNetwork();
    const element = await banner({
      src: newSource(),
      heading: 'Cuộc thi nhỏ',
      href: 'https://nho.example.vn/',
      closes: '2024-12-02T00:00:00+07:00',
    });
    expectPhase(element, 'open');
    expect(read(part(element, 'title'))).to.equal('Cuộc thi nhỏ');
    come(answer(cchc2024));
    await until(() => read(part(element, 'title')) === cchc2024.title);
    expect(part(element, 'enter')!.getAttribute('href')).to.equal(cchc2024.url);
  });

  it('children disappear once there is something better, and come back with a failure', async () => {
    const element = await showing({}, DURING, {}, { inside: INSIDE });
    expect(isShown(child(element)), 'drawn').to.equal(false);
    element.contest = { ...cchc2024, closes: 'soon' };
    await element.updateComplete;
    expectPhase(element, 'error');
    expect(isShown(child(element)), 'failed').to.equal(true);
  });

  it('a banner that turns up raises no error in the page, whatever its width', async () => {
    clock.now = BEFORE;
    for (const width of [160, 320, 600]) await showing({}, DURING, { qr: 'always' }, { width });
    await frame();
    await frame();
    expect(complaints).to.eql([]);
  });
});

describe('a way in among the children', () => {
  freshPage();
  const SLOTTED = `<p slot="footer">Hỏi đáp: <a href="${cchc2024.url}">vào thi</a> <a href="https://hoi.example.vn/">hỏi</a></p>`;
  const shown = (element: Element) =>
    [...element.querySelectorAll('a')].filter(isShown).map((link) => read(link));

  it('is hidden once the contest is over, and other links stay', async () => {
    const element = await showing({}, DURING, {}, { inside: SLOTTED });
    expect(shown(element)).to.eql(['vào thi', 'hỏi']);
    await at(element, AFTER);
    expect(shown(element)).to.eql(['hỏi']);
  });

  it('is shown again when the contest is extended', async () => {
    const element = await showing({}, AFTER, {}, { inside: SLOTTED });
    element.contest = { ...cchc2024, revision: 4, closes: '2024-12-31T16:30:00+07:00' };
    await element.updateComplete;
    expect(shown(element)).to.eql(['vào thi', 'hỏi']);
  });

  it('is known by its mark, where one is marked', async () => {
    const inside = `<p slot="footer"><a href="https://hoi.example.vn/" data-contest-enter>vào</a><a href="https://hoi.example.vn/2">hỏi</a></p>`;
    const element = await showing({}, AFTER, {}, { inside });
    expect(shown(element)).to.eql(['hỏi']);
  });

  it('is known with the code of the unit, and by a round', async () => {
    const url = `${cchc2024.url}dot-1`;
    const rounds = [{ title: 'Đợt 1', opens: cchc2024.opens, closes: cchc2024.closes, url }];
    const inside = `<p slot="footer"><a href="${url}?dv=x1">vào</a><a href="${url}?dv=x2">khác</a></p>`;
    const element = await showing(
      { rounds, unitParameter: 'dv' },
      AFTER,
      { unit: 'x1' },
      { inside },
    );
    expect(shown(element)).to.eql(['khác']);
  });

  it('keeps the style that the page had given it', async () => {
    const inside = `<a slot="footer" style="display: inline-block" href="${cchc2024.url}">vào</a>`;
    const element = await showing({}, AFTER, {}, { inside });
    expect(isShown(child(element))).to.equal(false);
    await at(element, DURING);
    expect(child(element).style.display).to.equal('inline-block');
  });
});
