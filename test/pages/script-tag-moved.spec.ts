import { expect } from 'chai';
import { inPhase, openBody, recorded, shadowText, usePortal } from './support/browser.ts';
import { gate } from './support/server.ts';
import { banner, DEFINITION, page, SCRIPT } from './support/snippets.ts';

describe('an element that the script has drawn', function () {
  this.timeout(30_000);
  const portal = usePortal();
  const html = page(`<main>${banner('src="/contest.json"')}</main><aside></aside>`, SCRIPT);
  const routes = { '/contest.json': JSON.stringify(DEFINITION) };
  const asked = () => portal.site.requests.filter((path) => path === '/contest.json').length;

  async function open() {
    const opened = await openBody(portal, html, routes);
    await inPhase(opened.page, 'open');
    await opened.page.waitForFunction(
      () => performance.getEntriesByName(`${location.origin}/contest.json`).length,
    );
    return opened;
  }

  it('goes on where it is moved to, without asking again', async () => {
    const { page, problems } = await open();
    await page.evaluate(() =>
      document.querySelector('aside')!.append(document.querySelector('contest-banner')!),
    );
    const digits = () =>
      page.$eval('contest-banner', (element) => {
        const countdown = element.shadowRoot!.querySelector('contest-countdown')!;
        return countdown.shadowRoot!.querySelector('.digits')!.textContent;
      });
    const first = await digits();
    await page.waitForFunction(
      (before) => {
        const countdown = document
          .querySelector('contest-banner')!
          .shadowRoot!.querySelector('contest-countdown')!;
        return countdown.shadowRoot!.querySelector('.digits')!.textContent !== before;
      },
      { timeout: 3000, polling: 50 },
      first,
    );
    await inPhase(page, 'open');
    expect(asked()).to.equal(1);
    expect(problems).to.deep.equal([]);
  });

  it('can be cloned, and both are drawn after one request', async () => {
    const { page, problems } = await open();
    await page.evaluate(() =>
      document
        .querySelector('aside')!
        .append(document.querySelector('contest-banner')!.cloneNode(true)),
    );
    await inPhase(page, 'open', 2);
    const texts = await page.$$eval('contest-banner', (all) =>
      all.map((element) => element.shadowRoot!.querySelector('h2')?.textContent),
    );
    expect(texts).to.deep.equal([DEFINITION.title, DEFINITION.title]);
    expect(asked()).to.equal(1);
    expect(problems).to.deep.equal([]);
  });

  it('can be taken away and put back', async () => {
    const { page, problems } = await open();
    await page.evaluate(async () => {
      const element = document.querySelector('contest-banner')!;
      element.remove();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      document.body.append(element);
    });
    await inPhase(page, 'open');
    expect(await shadowText(page)).to.include(DEFINITION.title);
    expect(problems).to.deep.equal([]);
  });

  it('can be taken away in the middle of a request', async () => {
    const held = gate();
    portal.site.add({ '/held.json': { body: JSON.stringify(DEFINITION), after: held.opened } });
    const { page, problems } = await open();
    await page.evaluate(async () => {
      const element = document.createElement('contest-banner');
      element.setAttribute('src', '/held.json');
      document.body.append(element);
      await element.updateComplete;
      element.remove();
    });
    held.open();
    await page.waitForFunction(
      () => performance.getEntriesByName(`${location.origin}/held.json`).length,
    );
    expect((await recorded(page)).errors).to.deep.equal([]);
    expect(problems).to.deep.equal([]);
  });
});
