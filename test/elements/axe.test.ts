import axe from 'axe-core';
import { expect } from 'chai';
import type { Definition } from '../../src/contest/schema.ts';
import type { ContestBanner } from '../../src/elements/contest-banner.ts';
import { cchc2024, election2026, full, haiPhong2025 } from '../contest/samples.ts';
import {
  AFTER,
  banner,
  BEFORE,
  code,
  DURING,
  expectPhase,
  freshPage,
  network,
  newSource,
  showing,
  silence,
} from './fixture.ts';

const papers: Partial<Definition> = {
  organizer: full.organizer!,
  summary: full.summary!,
  howTo: full.howTo!,
  documents: full.documents!,
  results: full.results!,
  calendar: full.calendar!,
  notice: full.notice!,
};

/** Banners on one page are told apart by their titles. */
const named = (width: number) => ({ ...papers, title: `${cchc2024.title} (${width})` });

type Draw = (attributes: Record<string, string>, width: number) => Promise<ContestBanner>;

const faces: Record<string, Draw> = {
  loading: (attributes, width) => {
    network(silence);
    return banner({ ...attributes, src: newSource() }, { width });
  },
  error: (attributes, width) => banner(attributes, { width }),
  upcoming: (attributes, width) => showing(named(width), BEFORE, attributes, { width }),
  open: async (attributes, width) => {
    const element = await showing(named(width), DURING, { ...attributes, qr: 'always' }, { width });
    await code(element);
    return element;
  },
  'open, several rounds without encryption': (attributes, width) =>
    showing(
      { ...haiPhong2025, title: named(width).title },
      Date.parse('2025-11-05T12:00:00+07:00'),
      attributes,
      { width },
    ),
  'open, last day': (attributes, width) =>
    showing(named(width), Date.parse(cchc2024.closes) - 1, attributes, { width }),
  'between-rounds': (attributes, width) =>
    showing(
      {
        ...election2026,
        title: named(width).title,
        rounds: [
          election2026.rounds![1]!,
          { ...election2026.rounds![0]!, closes: '2026-03-05T00:00:00+07:00' },
        ],
      },
      Date.parse('2026-03-06T12:00:00+07:00'),
      attributes,
      { width },
    ),
  suspended: (attributes, width) =>
    showing({ ...named(width), suspended: true }, DURING, attributes, { width }),
  closed: (attributes, width) => showing(named(width), AFTER, attributes, { width }),
};

/** What axe finds wrong, in one line each. */
async function violations(what: Element | string): Promise<string[]> {
  const { violations: found, passes } = await axe.run(what, { resultTypes: ['violations'] });
  expect(passes.length, 'rules that ran').to.be.above(2);
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

// One browser will do: the rules look at the tree, and contrast is the same everywhere.
const chromium = /Chrome\//.test(navigator.userAgent);

describe('axe finds nothing wrong', () => {
  freshPage();

  if (chromium)
    for (const [name, draw] of Object.entries(faces))
      for (const lang of ['vi', 'en'])
        it(`${name}, ${lang}, at 160, 320, 768 and 1280 px`, async () => {
          for (const width of [160, 320, 768, 1280])
            expectPhase(await draw({ lang }, width), name.split(',')[0]!);
          expect(await violations('contest-banner')).to.eql([]);
        });
  else
    it('with an open contest', async () => {
      const element = await faces.open!({}, 320);
      expect(await violations(element)).to.eql([]);
    });

  it('but would find a picture without a name', async () => {
    const element = await showing();
    element.shadowRoot!.querySelector('section')!.append(new Image());
    expect((await violations(element)).join()).to.contain('image-alt');
  });
});
