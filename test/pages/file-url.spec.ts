import { expect } from 'chai';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer';
import { inPhase, recorded, settled, shadowText, usePortal } from './support/browser.ts';
import { inFolder } from './support/qr.ts';
import { DIST } from './support/server.ts';
import { banner, DEFINITION, ORDINARY, page, RECORDER, SCRIPT } from './support/snippets.ts';

const relative = (html: string) => html.replaceAll('src="/', 'src="');

describe('a page on the webmaster’s own disk', function () {
  this.timeout(30_000);
  const portal = usePortal();

  /** Opens a file with the script beside it, in a folder as people name them. */
  const opened = (
    html: string,
    check: (opened: { page: Page; problems: string[]; browser: Browser }) => Promise<void>,
    definition?: object,
  ) =>
    inFolder(async (parent) => {
      const folder = join(parent, 'Trang thử #1');
      await mkdir(folder);
      await copyFile(`${DIST}contest-banner.js`, join(folder, 'contest-banner.js'));
      await writeFile(join(folder, 'recorder.js'), RECORDER);
      await writeFile(join(folder, 'trang.html'), relative(html));
      if (definition) await writeFile(join(folder, 'contest.json'), JSON.stringify(definition));
      const { page, problems } = await portal.open(pathToFileURL(join(folder, 'trang.html')).href);
      await check({ page, problems, browser: portal.browser });
    });

  for (const [name, html] of [
    ['deferred script', page(banner())],
    ['classic script at the end', page(banner() + SCRIPT.replace(' defer', ''), '')],
  ] as const)
    it(`draws by a ${name}, without any error`, () =>
      opened(html, async ({ page, problems }) => {
        await inPhase(page, 'open');
        await settled(page);
        expect(page.url()).to.match(/^file:/);
        expect(await shadowText(page)).to.include(DEFINITION.title);
        const { errors, faults, loads } = await recorded(page);
        expect({ errors, faults, loads }).to.deep.equal({
          errors: [],
          faults: [],
          loads: ['inline'],
        });
        expect(problems).to.deep.equal([]);
      }));

  it('draws by a script with data attributes', () =>
    opened(
      page(
        `<script src="/contest-banner.js" data-heading="Cuộc thi ảnh"
          data-href="https://cuocthi.example.vn/" data-closes="2999-12-13T16:30:00+07:00"></script>`,
        '',
      ),
      async ({ page, problems }) => {
        await inPhase(page, 'open');
        expect((await recorded(page)).faults).to.deep.equal([]);
        expect(problems).to.deep.equal([]);
      },
    ));

  it('keeps the definition inside where the browser lets no file be read', () =>
    opened(
      page(banner('src="contest.json"')),
      async ({ page }) => {
        await page.waitForFunction(
          () => (window as unknown as { recorded: { faults: string[] } }).recorded.faults.length,
        );
        const { errors, faults } = await recorded(page);
        expect(errors).to.deep.equal([]);
        expect(faults).to.have.length(1);
        expect(faults[0]).to.match(/^network src /);
        await inPhase(page, 'open');
      },
      DEFINITION,
    ));

  it('keeps the ordinary HTML where there is nothing else', () =>
    opened(page(banner('src="contest.json"', ORDINARY)), async ({ page }) => {
      await inPhase(page, 'error');
      expect(await page.$eval('contest-banner a', (link) => link.checkVisibility())).to.be.true;
    }));
});
