import { expect } from 'chai';
import { cchc2024 } from '../contest/samples.ts';
import {
  answer,
  at,
  banner,
  clock,
  freshPage,
  HOUR,
  listen,
  network,
  newSource,
  settled,
  showing,
  silence,
  until,
  type Heard,
} from './fixture.ts';

const SMALL = { heading: 'Nhỏ', href: 'https://nho.example.vn/', closes: cchc2024.closes };
const inline = (definition: unknown) =>
  `<script type="application/json">${JSON.stringify(definition)}</script>`;
const froms = (heard: Heard[]) => heard.map(({ detail }) => detail.from);

describe('contest-load', () => {
  freshPage();

  it('comes from the property, with the checked contest', async () => {
    const heard = listen('contest-load');
    const element = await showing({ unknown: 1, title: ' Cuộc thi ' } as object);
    expect(heard).to.eql([
      {
        type: 'contest-load',
        target: element,
        detail: { contest: { ...cchc2024, title: 'Cuộc thi' }, from: 'property' },
      },
    ]);
  });

  it('comes from the attributes', async () => {
    const heard = listen('contest-load');
    await banner(SMALL);
    expect(froms(heard)).to.eql(['attributes']);
    expect(heard[0]!.detail.contest).to.include({ id: '', revision: 0, title: 'Nhỏ' });
  });

  it('comes from the definition inside', async () => {
    const heard = listen('contest-load');
    await banner({}, { inside: inline(cchc2024) });
    expect(froms(heard)).to.eql(['inline']);
  });

  it('comes from the network', async () => {
    const heard = listen('contest-load');
    network(() => answer(cchc2024));
    await banner({ src: newSource() });
    await until(() => heard.length);
    expect(froms(heard)).to.eql(['network']);
    expect(heard[0]!.detail.contest).to.eql(cchc2024);
  });

  it('comes from the last good copy', async () => {
    const src = newSource();
    network(() => answer(cchc2024));
    const first = await banner({ src });
    await until(() => first.phase === 'open');
    first.remove();

    clock.now += HOUR;
    network(silence);
    const heard = listen('contest-load');
    await banner({ src });
    expect(froms(heard)).to.eql(['last-good']);
  });

  it('comes only when what is shown changes', async () => {
    const heard = listen('contest-load');
    const requests = network(() => answer(cchc2024));
    const element = await banner({ src: newSource() }, { inside: inline(cchc2024) });
    await until(() => requests.length);
    element.setAttribute('layout', 'card');
    await at(element, clock.now + HOUR);
    element.contest = { ...cchc2024 };
    await settled(element);
    element.contest = null;
    await settled(element);
    expect(froms(heard)).to.eql(['inline']);

    element.contest = { ...cchc2024, notice: 'Mới' };
    await settled(element);
    expect(froms(heard)).to.eql(['inline', 'property']);
  });

  it('comes again for what is shown again', async () => {
    const heard = listen('contest-load');
    const element = await showing();
    element.contest = { ...cchc2024, revision: 4 };
    await settled(element);
    element.contest = cchc2024;
    await settled(element);
    expect(heard.map(({ detail }) => (detail.contest as typeof cchc2024).revision)).to.eql([
      3, 4, 3,
    ]);
  });

  it('comes before the phase leaves loading', async () => {
    const heard = listen('contest-phase', 'contest-load');
    await showing();
    expect(heard.map(({ type }) => type)).to.eql(['contest-load', 'contest-phase']);
  });
});
