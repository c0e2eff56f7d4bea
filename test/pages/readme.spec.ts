import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { inPhase, openBody, usePortal } from './support/browser.ts';

/** The HTML examples of a README, in order. */
const snippets = async (file: string): Promise<string[]> =>
  [...(await readFile(file, 'utf8')).matchAll(/```html\n([^]*?)```/g)].map(([, html]) => html!);

const page = (html: string) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title>${html}<p>Bên dưới</p></html>`;

for (const file of ['README.md', 'README.vi.md'])
  describe(`the snippets of ${file}`, () => {
    const portal = usePortal();
    /** While the contest is open, whatever the year. */
    const during = (html: string) =>
      html.replaceAll('2027-12-10T', '2099-12-10T').replace(/until="[^"]*"/, '');

    it('the element draws the contest without a fault', async () => {
      const [html] = await snippets(file);
      const { page: tab, problems, warnings } = await openBody(portal, page(during(html!)));
      await inPhase(tab, 'open');
      expect({ problems, warnings }).to.deep.equal({ problems: [], warnings: [] });
    });

    it('the element draws inside a paragraph, where editors put what is pasted', async () => {
      const [html] = await snippets(file);
      const { page: tab, warnings } = await openBody(portal, page(`<p>${during(html!)}</p>`));
      await inPhase(tab, 'open');
      expect(warnings).to.deep.equal([]);
      expect(await tab.$eval('contest-banner a', (link) => !!link.closest('contest-banner'))).to.be
        .true;
      expect(await tab.$$('p > contest-banner')).to.have.length(1);
    });

    it('the element takes no room after its `until`', async () => {
      const [html] = await snippets(file);
      const { page: tab } = await openBody(
        portal,
        page(html!.replace(/until="[^"]*"/, 'until="2025-06-11"')),
      );
      await tab.waitForFunction(() => document.querySelector('contest-banner')!.offsetHeight === 0);
    });

    it('each of the two for the hurried has its dates, its way in and its rules as ordinary HTML', async () => {
      for (const html of (await snippets(file)).slice(0, 2)) {
        const { page: tab } = await openBody(
          portal,
          page(html.replace(/<script src[^]*?<\/script>/, '')),
        );
        const { text, links } = await tab.evaluate(() => ({
          text: document.body.innerText,
          links: [...document.links].map(({ href }) => href),
        }));
        expect(text).to.include('7h30 ngày 2/11/2026').and.include('16h30 ngày 10/12/2027');
        expect(links)
          .to.include('https://cuocthi.example.vn/')
          .and.include('https://cuocthi.example.vn/the-le');
      }
    });

    it('the small case needs no JSON', async () => {
      const html = (await snippets(file)).find((each) => each.includes('heading='))!;
      const script = '<script src="/contest-banner.js" defer></script>';
      const { page: tab, warnings } = await openBody(portal, page(script + during(html)));
      await inPhase(tab, 'open');
      expect(warnings).to.deep.equal([]);
    });
  });
