import { expect } from 'chai';
import { cchc2024, haiPhong2025 } from '../contest/samples.ts';
import {
  AFTER,
  banner,
  DURING,
  freshPage,
  listen,
  make,
  part,
  settled,
  showing,
  type Heard,
} from './fixture.ts';

const PICTURE = { src: `${location.origin}/none.png`, alt: 'Banner', width: 300, height: 100 };
const details = (heard: Heard[]) => heard.map(({ detail }) => detail);

/** Clicks, without leaving the page. @returns whether the element let the link be followed */
function click(target: Element): boolean {
  let followed = true;
  const stay = (event: Event) => {
    followed = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', stay, { once: true });
  (target as HTMLElement).click();
  removeEventListener('click', stay);
  return followed;
}

describe('contest-enter', () => {
  freshPage();

  it('comes from the button, with address and unit', async () => {
    const element = await showing({ unitParameter: 'dv' }, DURING, { unit: 'Xã A' });
    const heard = listen('contest-enter');
    expect(click(part(element, 'enter')!)).to.equal(true);
    const url = `${cchc2024.url}?dv=X%C3%A3%20A`;
    expect(heard).to.eql([
      { type: 'contest-enter', target: element, detail: { url, unit: 'Xã A', via: 'button' } },
    ]);
    expect(part(element, 'enter')!.getAttribute('href')).to.equal(url);
  });

  it('says an empty unit where there is none', async () => {
    const element = await showing();
    const heard = listen('contest-enter');
    click(part(element, 'enter')!);
    expect(details(heard)).to.eql([{ url: cchc2024.url, unit: '', via: 'button' }]);
  });

  it('comes once from the picture', async () => {
    const element = await showing({ banner: PICTURE });
    const heard = listen('contest-enter');
    click(part(element, 'banner')!.querySelector('img')!);
    expect(details(heard)).to.eql([{ url: cchc2024.url, unit: '', via: 'banner' }]);
  });

  it('comes once from a link that the page has put in the place of the picture', async () => {
    const inside = `<a slot="banner" href="${cchc2024.url}"><b>Ảnh</b></a>`;
    const element = await showing({}, DURING, {}, { inside });
    const heard = listen('contest-enter');
    click(element.querySelector('b')!);
    expect(details(heard)).to.eql([{ url: cchc2024.url, unit: '', via: 'banner' }]);
  });

  it('comes from another round, with its own address', async () => {
    const now = Date.parse('2025-11-05T12:00:00+07:00');
    const element = await showing({ ...haiPhong2025 }, now, { unit: 'x' });
    const heard = listen('contest-enter');
    const { url } = haiPhong2025.rounds![0]!;
    click(element.shadowRoot!.querySelector(`a[href="${url}"]`)!);
    expect(details(heard)).to.eql([{ url, unit: 'x', via: 'round' }]);
  });

  it('cancelled keeps the visitor on the page, from wherever it comes', async () => {
    const inside = `<a slot="banner" href="${cchc2024.url}">Ảnh</a>`;
    const [drawn, slotted] = [
      await showing({ banner: PICTURE }),
      await showing({}, DURING, {}, { inside }),
    ];
    const stop = (event: Event) => event.preventDefault();
    for (const target of [
      part(drawn, 'enter')!,
      part(drawn, 'banner')!.querySelector('a')!,
      slotted.querySelector('a')!,
    ]) {
      expect(click(target), 'before').to.equal(true);
      document.addEventListener('contest-enter', stop);
      expect(click(target), 'cancelled').to.equal(false);
      document.removeEventListener('contest-enter', stop);
    }
  });

  it('is heard out of a shadow root of the page', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const element = make({}, { contest: cchc2024 });
    host.attachShadow({ mode: 'open' }).append(element);
    await settled(element);
    const heard = listen('contest-enter', 'contest-error', 'contest-phase', 'contest-load');
    click(part(element, 'enter')!);
    element.contest = { ...cchc2024, documents: {} } as never;
    await settled(element);
    element.contest = { ...cchc2024, suspended: true };
    await settled(element);
    expect(heard.map(({ type, target }) => [type, target])).to.eql([
      ['contest-enter', host],
      ['contest-error', host],
      ['contest-load', host],
      ['contest-phase', host],
    ]);
  });

  it('does not come from a slotted link once there is no way in', async () => {
    const inside = `<a slot="banner" href="https://khac.example.vn/">Ảnh</a>`;
    const element = await banner({}, { contest: cchc2024, inside });
    element.clock = () => AFTER;
    await settled(element);
    const heard = listen('contest-enter');
    click(element.querySelector('a')!);
    expect(heard).to.eql([]);
  });
});
