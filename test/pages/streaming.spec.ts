import { expect } from 'chai';
import { inPhase, openBody, recorded, shadowText, usePortal } from './support/browser.ts';
import { gate } from './support/server.ts';
import { DEFINITION, inline, page } from './support/snippets.ts';

describe('a page that streams in slowly, with a script in the head', function () {
  this.timeout(30_000);
  const portal = usePortal();

  /** Opens a page that comes in pieces; `next` lets the next one come. */
  async function stream(...pieces: string[]) {
    const gates = pieces.map(gate);
    let at = 0;
    const body = async function* () {
      for (const [index, piece] of pieces.entries()) {
        yield piece;
        if (index < pieces.length - 1) await gates[index]!.opened;
      }
    };
    const routes = { '/': { body }, '/contest.json': JSON.stringify(DEFINITION) };
    const opened = await openBody(portal, '', routes, { waitUntil: 'commit' });
    return { ...opened, next: () => gates[at++]!.open() };
  }

  /** The page in three pieces: cut inside the JSON, and behind the element. */
  function pieces(attributes: string, jsonAttributes = ''): [string, string, string] {
    const html = page(
      `<contest-banner lang="vi" ${attributes}><p id="way">Vào thi</p>${inline(DEFINITION, jsonAttributes)}</contest-banner><p>Sau</p><i></i>`,
      '<script src="/contest-banner.js"></script>',
    );
    const inside = html.indexOf('"title"');
    const behind = html.indexOf('<i>');
    return [html.slice(0, inside), html.slice(inside, behind), html.slice(behind)];
  }

  const upgraded = () => !!document.querySelector('contest-banner')?.shadowRoot;

  it('shows the ordinary HTML while half of the JSON is there', async () => {
    const { page } = await stream(...pieces(''));
    await page.waitForFunction(upgraded);
    expect(await page.$eval('#way', (element) => element.checkVisibility())).to.be.true;
    const { errors, faults, loads } = await recorded(page);
    expect({ errors, faults, loads }).to.deep.equal({ errors: [], faults: [], loads: [] });
  });

  it('draws before the document has finished', async () => {
    const { page, next, problems } = await stream(...pieces(''));
    await page.waitForFunction(upgraded);
    next();
    await inPhase(page, 'open');
    expect(await page.evaluate(() => document.readyState)).to.equal('loading');
    expect(await shadowText(page)).to.include(DEFINITION.title);
    next();
    await page.waitForFunction(() => document.readyState === 'complete');
    const { errors, faults, loads } = await recorded(page);
    expect({ errors, faults, loads }).to.deep.equal({ errors: [], faults: [], loads: ['inline'] });
    expect(problems).to.deep.equal([]);
  });

  it('asks for nothing where the copy inside is fresh', async () => {
    const fresh = `data-as-of="${new Date().toISOString()}"`;
    const { page, next } = await stream(...pieces('src="/contest.json"', fresh));
    await page.waitForFunction(upgraded);
    expect(portal.site.requests).not.to.include('/contest.json');
    next();
    await inPhase(page, 'open');
    next();
    await page.waitForFunction(() => document.readyState === 'complete');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    expect(portal.site.requests).not.to.include('/contest.json');
    expect((await recorded(page)).faults).to.deep.equal([]);
  });

  it('asks once where the copy inside is old', async () => {
    const old = 'data-as-of="2024-11-18T00:00:00Z"';
    const { page, next } = await stream(...pieces('src="/contest.json"', old));
    await page.waitForFunction(upgraded);
    next();
    await inPhase(page, 'open');
    next();
    await page.waitForFunction(
      () => performance.getEntriesByName(`${location.origin}/contest.json`).length,
    );
    const asked = portal.site.requests.filter((path) => path === '/contest.json');
    expect(asked).to.have.length(1);
    expect((await recorded(page)).loads).to.deep.equal(['inline']);
  });

  it('does not take the small case for the definition that is on its way', async () => {
    const { page, next } = await stream(
      ...pieces('heading="Cũ" href="https://cuocthi.example.vn/" closes="2999-01-01T00:00Z"'),
    );
    await page.waitForFunction(upgraded);
    expect((await recorded(page)).loads).to.deep.equal([]);
    next();
    await inPhase(page, 'open');
    expect((await recorded(page)).loads).to.deep.equal(['inline']);
  });

  it('draws an element that is never closed, at the end of the document', async () => {
    const { page, problems } = await stream(
      pieces('')[0] + pieces('')[1].split('</contest-banner>')[0]!,
    );
    await inPhase(page, 'open');
    expect((await recorded(page)).faults).to.deep.equal([]);
    expect(problems).to.deep.equal([]);
  });
});
