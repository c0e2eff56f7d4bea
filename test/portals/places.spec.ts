import { expect } from 'chai';
import { until } from '../pages/support/drivers.ts';
import { inline, page } from '../pages/support/snippets.ts';
import { CONTEST, contestBanner, inEveryBrowser, wrongWith } from './support/everywhere.ts';

const BANNER = contestBanner();
const within = (style: string) => `<div style="${style}">${BANNER}</div>`;

/** Where editors, page builders and templates put a snippet. */
const PLACES = {
  'straight into a table': `<table><tr><td>Trước</td></tr>${BANNER}</table>`,
  'a cell of a layout table with all the old attributes': `<table width="980" border="1" cellpadding="9" align="center"><tr><td width="70%" nowrap>Tin tức</td><td valign="top" align="center" bgcolor="#ffffcc">${BANNER}</td></tr></table>`,
  'a cell of a table with fixed columns': `<table style="table-layout:fixed;width:100%"><tr><td>Tin</td><td>${BANNER}</td></tr></table>`,
  'a heading': `<h1>${BANNER}</h1>`,
  'the item of a list': `<ul style="list-style:inside;text-indent:-2em"><li>${BANNER}</ul>`,
  'centred small print': `<center><font size="1" color="silver"><small>${BANNER}</small></font></center>`,
  'preformatted text': `<pre>${BANNER}</pre>`,
  'a line that does not break': `<nobr>${BANNER}</nobr>`,
  'a quotation, a fieldset and a label': `<blockquote><fieldset><label>${BANNER}</label></fieldset></blockquote>`,
  'deleted text': `<s><u>${BANNER}</u></s>`,
  superscript: `<sup>${BANNER}</sup>`,
  'a flexbox that centres': within('display:flex;align-items:center;justify-content:center'),
  'a flexbox without breaks beside something rigid': `<div style="display:flex"><div style="flex:none;width:500px">Tin</div>${BANNER}</div>`,
  'a grid that places its items': within('display:grid;place-items:center'),
  'a grid area of its least width': `<div style="display:grid;grid-template-columns:min-content 1fr">${BANNER}<p>Tin</p></div>`,
  'a text that is set in columns': `<div style="columns:2">${'<p>Tin tức</p>'.repeat(40)}${BANNER}</div>`,
  'a box with a transform': within('transform:translate3d(0,0,0) perspective(500px)'),
  'a box that is enlarged': within('width:400px;transform:scale(1.5);transform-origin:0 0'),
  'a strictly contained box': within('contain:strict;width:600px;height:2000px'),
  'a box that is laid out when it is seen': within('content-visibility:auto'),
  'a container of queries': within('container-type:inline-size'),
  'a carousel that clips': within('overflow:hidden;white-space:nowrap;font-size:0;width:700px'),
  'a box that fades in with a filter': within('filter:blur(0);will-change:transform,opacity'),
  'a fixed bar that scrolls': within(
    'position:fixed;inset:auto 0 0 0;max-height:300px;overflow:auto',
  ),
  // By a script, since Chromium 109 knows no `shadowrootmode`.
  'a shadow root with a reset of its own': `<div id="host"></div><template id="inside"><style>*{all:initial}p{display:none}</style><div style="display:block">${BANNER}</div></template><script>document.getElementById('host').attachShadow({mode:'open'}).append(document.getElementById('inside').content)</script>`,
};

inEveryBrowser('put into', (host) => {
  for (const [place, html] of Object.entries(PLACES))
    it(`${place} the banner is whole and readable`, async () => {
      await host.open(page(html));
      expect(await wrongWith(host)).to.deep.equal([]);
      expect((await host.recorded()).errors).to.deep.equal([]);
    });

  it('a text that runs the banner is drawn, and its button can be reached by keyboard', async () => {
    await host.open(page(`<marquee>${BANNER}</marquee>`));
    const wrong = await wrongWith(host, ['title', 'dates', 'enter']);
    // It runs out of the page: that is what it was asked for.
    expect(wrong.filter((line) => !/sticks out|lies over/.test(line))).to.deep.equal([]);
    const enter = `document.querySelector('contest-banner').shadowRoot.querySelector('[part=enter]')`;
    await host.driver.evaluate(`${enter}.focus()`);
    expect(await host.driver.evaluate(`${enter}.matches(':focus')`)).to.be.true;
  });

  it('a paragraph the banner is drawn by src, and what the parser moved out can be used', async () => {
    const children = `<p>Cuộc thi</p><p><a href="/vao-thi">Vào thi</a></p>`;
    await host.open(
      page(
        `<p>${contestBanner('src="/contest.json"').replace(/>[^]*/, `>${children}`)}</contest-banner></p>`,
      ),
    );
    expect(await wrongWith(host)).to.deep.equal([]);
    const link = `document.querySelector('a').getBoundingClientRect()`;
    expect(await host.driver.evaluate(`${link}.width > 0`)).to.be.true;
  });

  it('a paragraph the banner is whole where its children may stand in one', async () => {
    const children = `<b>Cuộc thi</b><br><a href="/vao-thi">Vào thi</a>${inline(CONTEST)}`;
    await host.open(page(`<p><contest-banner lang="vi">${children}</contest-banner></p>`));
    expect(await wrongWith(host)).to.deep.equal([]);
  });

  for (const width of [120, 90])
    it(`a column of ${width} px the banner is whole and readable`, async () => {
      await host.open(page(`<div style="width:${width}px">${BANNER}</div>`));
      expect(await wrongWith(host)).to.deep.equal([]);
    });

  it('a tab that is shown later the banner is whole, QR code and all', async () => {
    await host.open(page(`<div id="tab" style="display:none">${BANNER}</div>`));
    await until(host.driver, `document.querySelector('[phase=open]')`);
    await host.driver.evaluate(`document.getElementById('tab').style.display = '', 0`);
    expect(await wrongWith(host)).to.deep.equal([]);
    await until(
      host.driver,
      `document.querySelector('contest-banner').shadowRoot.querySelector('contest-qr')`,
    );
    expect(await wrongWith(host)).to.deep.equal([]);
  });
});
