import { expect } from 'chai';
import type { Frame, Page } from 'puppeteer';
import { inPhase } from '../pages/support/browser.ts';
import { DEFINITION } from './support/source.ts';
import { register, useAdmin, useBrowser, useWordPress } from './support/site.ts';

/** What the specs use of WordPress's editor. */
interface Wp {
  data: {
    dispatch(store: string): Record<string, (...args: unknown[]) => unknown>;
    select(store: string): Record<string, (...args: unknown[]) => unknown>;
  };
  blocks: {
    createBlock(name: string, attributes?: object): { clientId: string };
    switchToBlockType(block: unknown, name: string): { clientId: string }[];
  };
}
declare const wp: Wp;
declare global {
  interface Window {
    wp?: Wp;
  }
}

const NAME = 'contest-banner/banner';

for (const core of ['newest', 'oldest'] as const)
  describe(`the block in the editor of WordPress, ${core}`, function () {
    this.timeout(120_000);
    const setting = useWordPress({ core, language: 'en_US' });
    const browser = useBrowser();
    let page: Page;
    before(() =>
      register(setting.site, { text: JSON.stringify({ ...DEFINITION, unitParameter: 'don-vi' }) }),
    );
    const admin = useAdmin(setting, browser);
    beforeEach(async () => {
      ({ page } = admin);
      await page.bringToFront();
      page.once('dialog', (dialog) => void dialog.accept());
      await page.goto(`${setting.site.url}/wp-admin/post-new.php?post_type=page`);
      await page.waitForFunction(
        (name) => !!window.wp?.data?.select('core/blocks')?.getBlockType?.(name),
        { timeout: 60_000 },
        NAME,
      );
      // A guide stands in front of the editor at the first visit.
      await page.evaluate(() =>
        wp.data.dispatch('core/preferences').set!('core/edit-post', 'welcomeGuide', false),
      );
    });

    const insert = (attributes: object = {}) =>
      page.evaluate(
        (name, given) => {
          const block = wp.blocks.createBlock(name, given);
          void wp.data.dispatch('core/block-editor').insertBlocks!(block);
          void wp.data.dispatch('core/block-editor').selectBlock!(block.clientId);
          return block.clientId;
        },
        NAME,
        attributes,
      );

    /** The editor's canvas, where the banner stands. */
    async function canvas(): Promise<Frame> {
      await page.waitForSelector('iframe[name=editor-canvas], .block-editor-writing-flow');
      return page.frames().find((frame) => frame.name() === 'editor-canvas') ?? page.mainFrame();
    }

    const preview = async () => {
      const frame = await canvas();
      await frame.waitForFunction(
        () => document.querySelector('contest-banner')?.getAttribute('phase') === 'open',
        { timeout: 30_000 },
      );
      return frame.$eval('contest-banner', (one) => ({
        text: one.shadowRoot!.textContent,
        attributes: Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])),
      }));
    };

    const publishPost = () =>
      page.evaluate(async () => {
        wp.data.dispatch('core/editor').editPost!({ status: 'publish', title: 'Trang' });
        await wp.data.dispatch('core/editor').savePost!();
        return wp.data.select('core/editor').getPermalink!() as string;
      });

    it('is found in the inserter by its Vietnamese name too', async () => {
      const keywords = await page.evaluate(
        (name) =>
          (wp.data.select('core/blocks').getBlockType!(name) as { keywords: string[] }).keywords,
        NAME,
      );
      expect(keywords).to.include('cuộc thi');
    });

    it('shows the banner itself, and follows its attributes at once', async () => {
      const id = await insert();
      const { text, attributes } = await preview();
      expect(text).to.contain(DEFINITION.title);
      expect(attributes)
        .to.have.property('src')
        .that.matches(/contests\/current$/);
      await page.evaluate(
        (block) =>
          void wp.data.dispatch('core/block-editor').updateBlockAttributes!(block, {
            lang: 'vi',
            unit: 'bao-tang-tinh',
          }),
        id,
      );
      const frame = await canvas();
      await frame.waitForFunction(
        () => document.querySelector('contest-banner')?.getAttribute('unit') === 'bao-tang-tinh',
      );
    });

    it('is drawn on the page as the shortcode is', async () => {
      await insert({ unit: 'bao-tang-tinh', align: 'wide', className: 'noi-bat', lang: 'vi' });
      await preview();
      await page.goto(await publishPost());
      await inPhase(page, 'open');
      const banner = await page.$eval('contest-banner', (one) => ({
        unit: one.getAttribute('unit'),
        classes: [...one.classList],
        link: one.querySelector('a')!.href,
      }));
      expect(banner.unit).to.equal('bao-tang-tinh');
      expect(banner.classes).to.include.members([
        'alignwide',
        'noi-bat',
        'wp-block-contest-banner-banner',
      ]);
      expect(banner.link).to.equal('https://cuocthi.example.vn/?don-vi=bao-tang-tinh');
    });

    it('is made from the shortcode', async () => {
      const attributes = await page.evaluate((name) => {
        const shortcode = wp.blocks.createBlock('core/shortcode', {
          text: '[contest_banner contest="cchc-2027" unit="thu-vien" class="noi-bat"]',
        });
        const [block] = wp.blocks.switchToBlockType(shortcode, name);
        return (block as unknown as { attributes: object }).attributes;
      }, NAME);
      expect(attributes).to.include({
        contest: 'cchc-2027',
        unit: 'thu-vien',
        className: 'noi-bat',
      });
    });

    it('warns of a contest that is not registered', async () => {
      await insert({ contest: 'nope' });
      const frame = await canvas();
      await frame.waitForFunction(() => document.body.innerText.includes('nope'), {
        timeout: 30_000,
      });
    });

    it('can be set by the inspector', async () => {
      await insert();
      await page.evaluate(() => {
        void wp.data.dispatch('core/interface').enableComplementaryArea!('core', 'edit-post/block');
        void wp.data.dispatch('core/edit-post').openGeneralSidebar?.('edit-post/block');
      });
      const field = await page.waitForSelector(
        '::-p-xpath(//label[normalize-space()="Layout"]/following::select[1])',
        { timeout: 30_000 },
      );
      await field!.select('card');
      const frame = await canvas();
      await frame.waitForFunction(
        () => document.querySelector('contest-banner')?.getAttribute('layout') === 'card',
      );
    });
  });
