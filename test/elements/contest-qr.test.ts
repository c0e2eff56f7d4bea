import { expect } from 'chai';
import { decode } from './decode.ts';
import { freshPage, read, settled } from './fixture.ts';

const VALUE = 'https://cuocthi.example.vn/?don-vi=X%C3%A3%20A#vao';

async function code(attributes: Record<string, string>) {
  const element = document.createElement('contest-qr');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return settled(element);
}

const svgOf = (element: Element) => element.shadowRoot!.querySelector('svg');

describe('contest-qr', () => {
  freshPage();

  it('says its value, character for character', async () => {
    for (const value of [VALUE, 'a', 'Tiếng Việt: Ể Ẫ Ộ', '👍', '0123456789', ' x ', 'HTTP://A.VN'])
      expect(decode(svgOf(await code({ value }))!)).to.equal(value);
  });

  it('says another value when it is given one', async () => {
    const element = await code({ value: VALUE });
    element.value = 'https://khac.example.vn/';
    await settled(element);
    expect(decode(svgOf(element)!)).to.equal('https://khac.example.vn/');
  });

  it('takes whole px a module, within its size', async () => {
    for (const [size, a] of [
      ['148', 4],
      ['150', 4],
      ['184', 4],
      ['185', 5],
      ['1000', 27],
    ] as const) {
      const svg = svgOf(await code({ value: 'https://cuocthi.example.vn/', size }))!;
      const modules = Number(svg.getAttribute('viewBox')!.split(' ')[2]);
      expect(modules).to.equal(37);
      const { width, height } = svg.getBoundingClientRect();
      expect([width, height]).to.eql([modules * a, modules * a]);
    }
  });

  it('takes at least 4 px a module and 150 px without a size', async () => {
    for (const value of ['a', VALUE, 'x'.repeat(400)]) {
      const svg = svgOf(await code({ value }))!;
      const { width } = svg.getBoundingClientRect();
      expect(width).to.be.at.least(150);
      const a = width / Number(svg.getAttribute('viewBox')!.split(' ')[2]);
      expect(a).to.be.at.least(4).and.satisfy(Number.isInteger);
    }
  });

  it('has four light modules around it, inside the picture', async () => {
    const svg = svgOf(await code({ value: VALUE }))!;
    const modules = Number(svg.getAttribute('viewBox')!.split(' ')[2]);
    const [ground, dark] = [...svg.querySelectorAll('path')].map((path) => path.getBBox());
    expect([ground!.x, ground!.y, ground!.width, ground!.height]).to.eql([0, 0, modules, modules]);
    expect([dark!.x, dark!.y, dark!.width, dark!.height]).to.eql([4, 4, modules - 8, modules - 8]);
  });

  it('is dark on white, whatever the page does', async () => {
    document.body.innerHTML = `<style>
      * { color-scheme: dark; color: lime; background: black; fill: yellow !important }
      contest-qr { color: red; background: red; fill: red; filter: none }
    </style>`;
    const svg = svgOf(await code({ value: VALUE }))!;
    const [ground, dark] = [...svg.querySelectorAll('path')].map((path) => getComputedStyle(path));
    expect(ground!.fill).to.equal('rgb(255, 255, 255)');
    expect(dark!.fill).to.equal('rgb(0, 0, 0)');
    expect(getComputedStyle(svg).backgroundColor).to.equal('rgb(255, 255, 255)');
    expect(getComputedStyle(svg).getPropertyValue('forced-color-adjust') || 'none').to.equal(
      'none',
    );
    expect(decode(svg)).to.equal(VALUE);
  });

  it('has a name: its own, or where it leads, in the language of the page', async () => {
    for (const [attributes, name] of [
      [{}, `Mã QR dẫn tới ${VALUE}`],
      [{ lang: 'en' }, `QR code that leads to ${VALUE}`],
      [{ label: 'Mã của Xã A' }, 'Mã của Xã A'],
    ] as const) {
      const svg = svgOf(await code({ value: VALUE, ...attributes }))!;
      expect([svg.getAttribute('role'), svg.getAttribute('aria-label')]).to.eql(['img', name]);
    }
  });

  for (const [name, attributes] of [
    ['no value', {}],
    ['an empty value', { value: '' }],
    ['a value that no code holds', { value: 'ộ'.repeat(3000) }],
    ['a size that nothing fits into', { value: VALUE, size: '20' }],
  ] as const)
    it(`draws nothing and throws nothing with ${name}`, async () => {
      const element = await code(attributes as Record<string, string>);
      const box = element.getBoundingClientRect();
      expect(svgOf(element)?.getBoundingClientRect().width ?? 0).to.equal(0);
      expect(read(element.shadowRoot)).to.equal('');
      expect(box.width).to.equal(0);
    });

  it('takes what is no text or number without throwing', async () => {
    const element = await code({ value: VALUE, size: 'large' });
    expect(decode(svgOf(element)!)).to.equal(VALUE);
    Object.assign(element, { value: null });
    await settled(element);
    expect(svgOf(element)).to.equal(null);
    Object.assign(element, { value: undefined, size: undefined, label: null });
    await settled(element);
    expect(svgOf(element)).to.equal(null);
  });
});
