import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import { decode } from './decode.ts';
import {
  AFTER,
  at,
  code,
  DURING,
  frame,
  freshPage,
  part,
  settled,
  showing,
  until,
} from './fixture.ts';

const modulesOf = (svg: SVGElement) => Number(svg.getAttribute('viewBox')!.split(' ')[2]);
const sideOf = (svg: SVGElement) => svg.getBoundingClientRect().width;

/** Lets the banner be measured and painted. */
async function painted(): Promise<void> {
  for (let n = 0; n < 4; n++) await frame();
}

const realMatch = window.matchMedia;
/** Makes the main pointer coarse or fine. */
function pointer(coarse: boolean): void {
  window.matchMedia = (query) =>
    query.includes('pointer')
      ? ({ matches: coarse === query.includes('coarse') } as MediaQueryList)
      : realMatch.call(window, query);
}

describe('the QR code of the banner', () => {
  freshPage();
  beforeEach(() => pointer(false));
  afterEach(() => {
    window.matchMedia = realMatch;
  });

  it('says the way in, character for character', async () => {
    for (const [changes, unit] of [
      [{}, ''],
      [{ unitParameter: 'đơn vị' }, 'Xã Đông Mỹ & "Tây" #1'],
      [{ url: 'https://cuocthi.example.vn/a%20b?x=1+2&y=%C3%A0#vào' }, 'x'],
      [{ url: 'http://thi.example.vn', allowHttp: true, unitParameter: 'u' }, '1'],
    ] as const) {
      const element = await showing(changes, DURING, { unit, qr: 'always' }, { width: 600 });
      const svg = await code(element);
      expect(decode(svg)).to.equal(part(element, 'enter')!.getAttribute('href'));
      element.remove();
    }
  });

  it('follows the way in', async () => {
    const element = await showing({ unitParameter: 'dv' }, DURING, {}, { width: 600 });
    await code(element);
    element.unit = 'moi';
    await settled(element);
    expect(decode(await code(element))).to.equal(`${cchc2024.url}?dv=moi`);
  });

  it('has a name, an instruction and the link beside it', async () => {
    const element = await showing({}, DURING, {}, { width: 600 });
    const svg = await code(element);
    expect(svg.getAttribute('role')).to.equal('img');
    expect(svg.getAttribute('aria-label')).to.contain(cchc2024.url);
    expect(element.shadowRoot!.querySelector('figcaption')!.textContent).to.contain('Quét mã');
    expect(part(element, 'enter')).to.be.instanceOf(HTMLAnchorElement);
  });

  for (const [qr, width, least] of [
    ['auto', 160, 0],
    ['auto', 320, 4],
    ['auto', 600, 4],
    ['always', 160, 3],
    ['always', 320, 3],
    ['never', 600, 0],
  ] as const)
    it(`${qr} at ${width} px: ${least ? `whole px, at least ${least} a module` : 'none'}`, async () => {
      const element = await showing({}, DURING, { qr }, { width });
      await painted();
      if (!least) {
        expect(element.shadowRoot!.querySelector('figure')).to.equal(null);
        return;
      }
      const svg = await code(element);
      const a = sideOf(svg) / modulesOf(svg);
      expect(a).to.be.at.least(least).and.satisfy(Number.isInteger);
      const [outer, inner] = [element, svg].map((box) => box.getBoundingClientRect());
      expect(inner!.left).to.be.at.least(outer!.left);
      expect(inner!.right).to.be.at.most(outer!.right);
      if (width > 300) expect(sideOf(svg), 'in all').to.be.at.least(150);
    });

  it('auto leaves it out where the main pointer is coarse, always does not', async () => {
    pointer(true);
    const auto = await showing({}, DURING, { qr: 'auto' }, { width: 600 });
    const always = await showing({}, DURING, { qr: 'always' }, { width: 600 });
    await code(always);
    expect(auto.shadowRoot!.querySelector('figure')).to.equal(null);
  });

  it('takes --contest-qr-size, rounded down to whole px a module', async () => {
    for (const [size, a] of [
      ['300px', 8],
      ['190px', 5],
    ] as const) {
      const style = `--contest-qr-size: ${size}`;
      const element = await showing({}, DURING, { style });
      const svg = await code(element);
      expect(modulesOf(svg)).to.equal(37);
      expect(sideOf(svg)).to.equal(37 * a);
      element.remove();
    }
  });

  it('keeps its place until it is drawn', async () => {
    const element = await showing({}, DURING, {}, { width: 600 });
    await until(() => element.shadowRoot!.querySelector('figure'));
    const before = element.shadowRoot!.querySelector('figure')!.getBoundingClientRect();
    await code(element);
    const after = element.shadowRoot!.querySelector('figure')!.getBoundingClientRect();
    expect([after.width, after.height]).to.eql([before.width, before.height]);
  });

  it('comes and goes with the width', async () => {
    const element = await showing({}, DURING, {}, { width: 160 });
    element.style.width = '600px';
    await code(element);
    element.style.width = '160px';
    await until(() => !part(element, 'qr'));
  });

  it('is gone with the way in', async () => {
    const element = await showing({}, DURING, { qr: 'always' }, { width: 600 });
    await code(element);
    await at(element, AFTER);
    expect(part(element, 'qr')).to.equal(undefined);
    expect(element.shadowRoot!.querySelector('figure, contest-qr')).to.equal(null);
  });
});
