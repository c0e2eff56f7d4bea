import { expect } from 'chai';
import type { Page } from 'puppeteer';
import { inPhase, openBody, settled, usePortal } from './support/browser.ts';
import { clippedTexts, measure, overflowing } from './support/measure.ts';
import { banner, page, SCRIPT } from './support/snippets.ts';

const styled = (css: string) => `${SCRIPT}<style>body{margin:0}</style><style>${css}</style>`;
const HOSTILE = `*{color:red!important;font-size:9px!important;line-height:1!important;
  box-sizing:content-box!important;text-transform:uppercase!important}`;

/** What themes do; each was seen somewhere. */
const THEMES = {
  'no theme at all': '',
  'html{font-size:62.5%}': 'html{font-size:62.5%}',
  'every property with !important': HOSTILE,
  'links hidden and red': 'a{display:none!important;color:red!important}',
  'buttons, headings and lists of its own':
    'h2,h3,p,ul,li,dl,dt,dd,figure,section,header{float:left;margin:3em;font:9px/1 serif;color:red}',
  'everything in a row': '*{white-space:nowrap!important;word-break:keep-all!important}',
  'wide borders and margins': '*{border-radius:0!important;letter-spacing:0!important}',
  'pictures without limit': 'img,svg{max-width:none!important;width:2000px!important}',
  'text from right to left': 'html{direction:rtl}',
  'text in capitals, centred and indented':
    'body{text-transform:uppercase;text-align:center;text-indent:3em;font-style:italic}',
  'hyphens and no breaks': 'body{hyphens:none;overflow-wrap:normal;word-break:keep-all}',
  'a dark ground': 'body{background:#222;color:#eee}',
};

describe('on a page of others', function () {
  this.timeout(30_000);
  const portal = usePortal();

  async function open(css = '', width = 1000, body = banner('unit="bao-tang-tinh"')) {
    const opening = { viewport: { width, height: 900 } };
    const { page: tab } = await openBody(portal, page(body, styled(css)), {}, opening);
    await inPhase(tab, 'open');
    return tab;
  }

  for (const [name, css] of Object.entries(THEMES)) {
    it(`title, texts and button look as they should under ${name}`, async () => {
      const tab = await open(css);
      const looks = await tab.$eval('contest-banner', (element) => {
        const styleOf = (selector: string) =>
          getComputedStyle(element.shadowRoot!.querySelector(selector)!);
        const { color, textTransform, direction, fontStyle, textIndent } = styleOf('[part=title]');
        return {
          title: { color, textTransform, direction, fontStyle, textIndent },
          dates: styleOf('[part=dates]').color,
          button: styleOf('[part=enter]').color,
          ground: styleOf('[part=enter]').backgroundColor,
        };
      });
      expect(looks).to.deep.equal({
        title: {
          color: 'rgb(255, 255, 255)',
          textTransform: 'none',
          direction: 'ltr',
          fontStyle: 'normal',
          textIndent: '0px',
        },
        dates: 'rgb(0, 0, 0)',
        button: 'rgb(255, 255, 255)',
        ground: 'rgb(197, 22, 29)',
      });
    });

    it(`the button can be seen and is at least 44 px high under ${name}`, async () => {
      const tab = await open(css);
      const button = await tab.$eval('contest-banner', (element) => {
        const link = element.shadowRoot!.querySelector('[part=enter]')!;
        link.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = link.getBoundingClientRect();
        const hit = element.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
        return { seen: link.checkVisibility() && hit === link, width, height };
      });
      expect(button.seen, 'seen').to.be.true;
      expect(button.height, 'height').to.be.at.least(44);
      expect(button.width, 'width').to.be.at.least(44);
    });

    it(`nothing overflows at any width under ${name}`, async () => {
      const tab = await open(css);
      for (const width of [160, 320, 1280]) {
        await tab.setViewport({ width, height: 900 });
        await measure(tab, 3);
        expect(await overflowing(tab), `${width} px`).to.deep.equal([]);
      }
    });
  }

  it('text is never smaller than what the page itself uses', async () => {
    const tab = await open('html{font-size:20px}');
    const size = await tab.$eval('contest-banner', (element) =>
      parseFloat(getComputedStyle(element.shadowRoot!.querySelector('dd')!).fontSize),
    );
    expect(size).to.be.at.least(20);
  });

  for (const width of [160, 320, 768, 1280])
    it(`text spacing after WCAG 1.4.12 clips nothing at ${width} px`, async () => {
      const tab = await open('', width);
      // Narrower than that there is no room for the QR code.
      if (width >= 320) await settled(tab);
      await space(tab);
      expect(await clippedTexts(tab)).to.deep.equal([]);
      expect(await overflowing(tab)).to.deep.equal([]);
    });

  it('a zoom of 400 % reflows to one column without scrolling sideways', async () => {
    const tab = await open('html{zoom:4}', 1280);
    expect(await overflowing(tab)).to.deep.equal([]);
    expect(await clippedTexts(tab)).to.deep.equal([]);
  });

  it('larger text alone, 200 %, clips nothing at 320 px', async () => {
    const tab = await open('html{font-size:32px}', 320);
    expect(await overflowing(tab)).to.deep.equal([]);
    expect(await clippedTexts(tab)).to.deep.equal([]);
  });

  for (const [place, html] of Object.entries({
    'a float': `<div style="float:left">${banner()}</div>`,
    'a float of its own': banner('style="float:right"'),
    'an inline-block': `<div style="display:inline-block">${banner()}</div>`,
    'a row of a flexbox': `<div style="display:flex"><p>Bên cạnh</p>${banner()}</div>`,
    'a column of a flexbox': `<div style="display:flex;flex-direction:column;align-items:start">${banner()}</div>`,
    'a table cell': `<table><tr><td>Bên cạnh</td><td>${banner()}</td></tr></table>`,
    'a grid': `<div style="display:grid;grid-template-columns:auto 1fr">${banner()}<p>Bên cạnh</p></div>`,
    'a grid of narrow columns': `<div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr))">${banner()}<p>1</p><p>2</p></div>`,
    'an absolute box': `<div style="position:absolute;left:0">${banner()}</div>`,
    'a box that shrinks to fit': `<div style="width:fit-content">${banner()}</div>`,
  }))
    it(`has a sane width in ${place} and keeps it`, async () => {
      const tab = await open('', 1000, html);
      await tab.waitForFunction(() => document.readyState === 'complete');
      const widths = await measure(tab, 6);
      expect(new Set(widths.slice(1)).size, `one width: ${widths.join()}`).to.equal(1);
      expect(widths.at(-1)).to.be.greaterThan(150);
      expect(await overflowing(tab)).to.deep.equal([]);
    });
});

/** The visitor's own style, in the document and in every shadow root. */
const space = (tab: Page) =>
  tab.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
       p { margin-bottom: 2em !important }`,
    );
    const add = (root: Document | ShadowRoot): void => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) add(shadowRoot);
    };
    add(document);
  });
