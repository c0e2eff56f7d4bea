import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { CONTEST, inEveryBrowser, type Host } from '../portals/support/everywhere.ts';
import { answerFor, type Reply } from '../portals/support/hosts.ts';
import { LIBRARIES } from '../portals/support/libraries.ts';
import { usePortal } from './support/browser.ts';
import { until } from './support/drivers.ts';
import { DIST, serve, type Routes, type Site } from './support/server.ts';
import { page, SCRIPT } from './support/snippets.ts';

const FRAME = await readFile(`${DIST}frame.html`, 'utf8');
const FREE = { 'access-control-allow-origin': '*' };
const ADDRESS = '/frame.html?src=/contest.json&unit=bao-tang-tinh';

/** The page with scripts of its site's in its head, before any other. */
const withScript = (tag: string): string => FRAME.replace('<script', () => `${tag}<script`);

const iframe = (address = ADDRESS, attributes = '', style = 'border:0;width:600px;height:500px') =>
  `<iframe src="${address.replaceAll('&', '&amp;')}" title="Cuộc thi" ${attributes} style="${style}"></iframe>`;

/** What is said to the page around. */
const EAR = `<script>window.said = []; addEventListener('message', ({ data }) => said.push(JSON.stringify(data)))</script>`;

/** What a frame says, over and over, for a list of values. */
const speaker = (values: string): string =>
  `<script>setInterval(() => { for (const data of [${values}]) parent.postMessage(data, '*') }, 20)</script>`;

const [INNER, BANNER, ROOT, STYLE] = [
  'frames[0].document',
  `frames[0].document.querySelector('contest-banner')`,
  `frames[0].document.querySelector('contest-banner').shadowRoot`,
  `document.querySelector('iframe').style.height`,
];

const inFrame = (host: Host, phase = 'open') =>
  until(
    host.driver,
    `frames[0].document.body && ${INNER}.querySelector('contest-banner[phase=${phase}]')`,
  );

/** The whole height of what the frame shows, as a style says it. */
const WHOLE = `Math.ceil(${INNER}.documentElement.getBoundingClientRect().height) + 'px'`;

inEveryBrowser('the page for a frame', (host) => {
  let foreign: Site;
  before(async () => {
    foreign = await serve({
      '/contest.json': { body: JSON.stringify(CONTEST), headers: FREE },
    });
  });
  after(() => foreign?.close());

  const ask = <T>(expression: string): Promise<T> => host.driver.evaluate<T>(expression);
  const open = (body: string, routes: Routes = {}, head = SCRIPT) =>
    host.open(page(body, head), routes);

  describe('draws', () => {
    it('the contest that its address names, for the unit, without any violation', async () => {
      await open(iframe(), { '/frame.html': withScript('<script src="/recorder.js"></script>') });
      await inFrame(host);
      await until(
        host.driver,
        `${ROOT}.querySelector('contest-qr')?.shadowRoot?.querySelector('path')`,
      );
      const link = `${ROOT}.querySelector('[part=enter]').href`;
      expect(await ask(link)).to.equal(`${CONTEST.url}?don-vi=bao-tang-tinh`);
      for (const kind of ['violations', 'errors', 'faults'])
        expect(await ask(`frames[0].recorded.${kind}.join()`), kind).to.equal('');
    });

    it('as its address says', async () => {
      await open(iframe(`${ADDRESS}&lang=en&qr=never&layout=card`));
      await inFrame(host);
      expect(await ask(`${ROOT}.querySelector('[part=enter]').textContent.trim()`)).to.equal(
        'Enter the contest',
      );
      expect(await ask(`!!${ROOT}.querySelector('figure')`)).to.equal(false);
      expect(await ask(`${ROOT}.querySelector('.root').classList.contains('card')`)).to.equal(true);
    });

    it('without margins, and nothing but the banner', async () => {
      await open(iframe());
      await inFrame(host);
      expect(await ask(`${BANNER}.getBoundingClientRect().top`)).to.equal(0);
      expect(await ask(`${INNER}.body.innerText.trim()`)).to.equal('');
    });

    for (const [scheme, drawn] of [
      ['', 'light'],
      ['normal', 'light'],
      ['dark', 'dark'],
      ['light dark', 'light dark'],
    ] as const)
      it(`in the ${drawn} of a page whose color-scheme is "${scheme}"`, async () => {
        await open(iframe(), {}, `${SCRIPT}<style>:root { color-scheme: ${scheme} }</style>`);
        await inFrame(host);
        const root = `frames[0].getComputedStyle(${ROOT}.querySelector('.root')).colorScheme`;
        expect(await ask(root)).to.equal(drawn);
      });

    it('no script that someone has put into it', async () => {
      const hack = '<script>top.hacked = 1</script><img src="x:" onerror="top.hacked = 2">';
      await open(iframe(), {
        '/frame.html': withScript('<script src="/recorder.js"></script>').replace(
          '</body>',
          `${hack}</body>`,
        ),
      });
      await inFrame(host);
      await until(host.driver, 'frames[0].recorded.violations.length > 1');
      expect(await ask(`typeof hacked`)).to.equal('undefined');
    });

    it('a calm sentence where our script cannot be had, and tells its height', async () => {
      await open(EAR + iframe(), { '/contest-banner.js': { body: '', status: 404 } }, '');
      await until(host.driver, 'said.length');
      expect(await ask(`${INNER}.body.innerText`)).to.include('Chưa tải được thông tin cuộc thi');
      expect(JSON.parse(await ask<string>('said[0]')).height).to.be.within(50, 300);
    });
  });

  describe('cannot be made', () => {
    /** Opens the frame with an address, waits until it has failed, and says what it leads to. */
    async function refused(query: string, routes: Routes = {}): Promise<void> {
      foreign.requests.length = 0;
      await open(iframe(`/frame.html?${query}`), routes);
      await inFrame(host, 'error');
      expect(await ask(`${ROOT}.querySelectorAll('a').length`)).to.equal(0);
      expect(await ask(`${ROOT}.textContent`)).to.include('Chưa tải được');
      expect(foreign.requests).to.deep.equal([]);
    }

    it('to show a contest of another site', async () => {
      for (const src of [
        `${foreign.origin}/contest.json`,
        foreign.origin.slice('http:'.length) + '/contest.json',
        foreign.origin.replaceAll('/', '\\') + '/contest.json',
        `${host.site.origin}@${foreign.origin.slice('http://'.length)}/contest.json`,
      ])
        await refused(`src=${encodeURIComponent(src)}`);
    });

    it('to show what is no address of a file', async () => {
      for (const src of [
        `data:application/json,${JSON.stringify(CONTEST)}`,
        `javascript:${JSON.stringify(CONTEST)}`,
        'https://cuocthi.example.vn.xau.invalid/contest.json',
        'https:\\\\xau.invalid\\contest.json',
      ])
        await refused(`src=${encodeURIComponent(src)}`);
    });

    it('to show a contest of another site by a redirection, nor even to ask for it', async () => {
      await refused('src=/there.json', {
        '/there.json': {
          body: '',
          status: 302,
          headers: { location: `${foreign.origin}/contest.json` },
        },
      });
      expect(host.site.requests).to.include('/there.json');
    });

    it('to show the small case, or what else an address says', async () => {
      const small = new URLSearchParams({
        heading: 'Cuộc thi giả',
        href: `${foreign.origin}/`,
        closes: CONTEST.closes,
        rules: `${foreign.origin}/the-le`,
        banner: `${foreign.origin}/x.png`,
        contest: JSON.stringify(CONTEST),
        'data-contest-src': `${foreign.origin}/contest.json`,
      });
      await refused(String(small));
    });

    it('to forget the hosts that it is pinned to', async () => {
      await refused('src=/contest.json&hosts=cuocthi.example.vn', {
        '/frame.html': FRAME.replace('content=""', 'content="khac.example.vn"'),
      });
    });
  });

  describe('and its height', () => {
    it('is told to the page, whole px and nothing else', async () => {
      await open(EAR + iframe(), {}, '');
      await until(host.driver, 'said.length');
      const whole = await ask<string>(WHOLE);
      const said = JSON.parse(await ask<string>('said[said.length - 1]'));
      expect(said).to.deep.equal({ type: 'contest-banner:height', height: parseInt(whole) });
      expect(await ask(STYLE)).to.equal('500px');
    });

    it('is never told before there is anything to see', async () => {
      await open(EAR + iframe(), {}, '');
      await until(host.driver, 'said.length');
      expect(JSON.parse(await ask<string>('said[0]')).height).to.be.above(500);
    });

    it('is given to it by our script', async () => {
      await open(iframe());
      await until(host.driver, `${STYLE} !== '500px'`);
      await until(host.driver, `${STYLE} === ${WHOLE}`);
    });

    it('is given to it in a border-box with a border too, and comes to rest', async () => {
      await open(EAR + iframe(ADDRESS, '', 'box-sizing:border-box;width:600px;height:500px'));
      await until(host.driver, `${STYLE} !== '500px'`);
      await until(
        host.driver,
        `${INNER}.documentElement.scrollHeight <= document.querySelector('iframe').clientHeight`,
      );
      const said = await ask<number>('said.length');
      await ask(`new Promise((done) => setTimeout(done, 300))`);
      expect(await ask<number>('said.length')).to.be.at.most(said + 1);
    });

    it('follows its width', async () => {
      await open(iframe());
      await until(host.driver, `${STYLE} !== '500px' && ${STYLE} === ${WHOLE}`);
      const before = await ask(STYLE);
      await ask(`document.querySelector('iframe').style.width = '300px'`);
      await until(host.driver, `${STYLE} !== '${before}' && ${STYLE} === ${WHOLE}`);
    });

    it('is told again, so that a script that comes late hears of it', async () => {
      await open(EAR + iframe(), {}, '');
      await until(host.driver, 'said.length');
      expect(await ask(STYLE)).to.equal('500px');
      await ask(
        `document.head.append(Object.assign(document.createElement('script'), { src: '/contest-banner.js' }))`,
      );
      await until(host.driver, `${STYLE} === ${WHOLE}`);
    });

    it('is nothing once the contest takes no room', async () => {
      await open(iframe(`${ADDRESS}&until=2024-12-14`));
      await until(host.driver, `${STYLE} === '0px'`);
    });

    it('is given to it where the page holds libraries of old', async () => {
      const failed: string[] = [];
      for (const [library, code] of Object.entries(LIBRARIES)) {
        await open(iframe(), {}, `<script>${code}</script>${SCRIPT}`);
        await until(host.driver, `${STYLE} !== '500px' || window.recorded.errors.length`);
        const errors = await ask<string>(`window.recorded.errors.join('\\n')`);
        if (errors) failed.push(`${library}: ${errors}`);
      }
      expect(failed).to.deep.equal([]);
    });

    it('is limited where the frame lies', async () => {
      const type = `type: 'contest-banner:height'`;
      foreign.add({ '/frame.html': speaker(`{ ${type}, height: 1e9 }`) });
      await open(iframe(`${foreign.origin}/frame.html`));
      await until(host.driver, `${STYLE} === '3000px'`);
    });

    it('is left alone where the frame talks nonsense', async () => {
      const type = `type: 'contest-banner:height'`;
      const values = `NaN, '', null, undefined, [], { ${type} }, { ${type}, height: NaN },
        { ${type}, height: '640px' }, { ${type}, height: -1 }, { ${type}, height: [640] },
        { ${type}, height: { get valueOf() { return 640 } } }, { ${type}, height: 1 / 3 },
        { type: { get toString() { return 1 } }, height: 640 }, new Date(), new Map([['height', 1]])`;
      foreign.add({ '/frame.html': speaker(values) });
      await open(EAR + iframe(`${foreign.origin}/frame.html`));
      await until(host.driver, 'said.length > 30');
      expect(await ask(STYLE)).to.equal('500px');
      expect((await host.recorded()).errors).to.deep.equal([]);
    });

    it('is left alone where a frame of others tells one, or a frame inside a frame', async () => {
      const message = `{ type: 'contest-banner:height', height: 640 }`;
      foreign.add({
        '/quang-cao.html': speaker(message),
        '/frame.html': iframe('/inner.html'),
        '/inner.html': speaker(message).replace('parent.', 'top.'),
      });
      await open(
        EAR + iframe(`${foreign.origin}/quang-cao.html`) + iframe(`${foreign.origin}/frame.html`),
      );
      await until(host.driver, 'said.length > 10');
      await ask(`postMessage(${message}, '*'), 0`);
      await until(host.driver, 'said.length > 20');
      const heights = `[...document.querySelectorAll('iframe')].map(({ style }) => style.height).join()`;
      expect(await ask(heights)).to.equal('500px,500px');
    });

    it('is nobody else’s business: the frame listens to nothing, the page once', async () => {
      const spy = `window.heard = []; {
        const { addEventListener: add } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (type, ...rest) {
          heard.push(type);
          return add.call(this, type, ...rest);
        };
      }`;
      await open(
        iframe(),
        { '/spy.js': spy, '/frame.html': withScript('<script src="/spy.js"></script>') },
        `<script src="/spy.js"></script>${SCRIPT}${SCRIPT}`,
      );
      await until(host.driver, `${STYLE} !== '500px'`);
      const messages = (view: string) =>
        `${view}.heard.filter((type) => type === 'message').length`;
      expect([await ask(messages('window')), await ask(messages('frames[0]'))]).to.deep.equal([
        1, 0,
      ]);
      expect(await ask(`typeof frames[0].onmessage + frames[0].onmessage`)).to.equal('objectnull');
    });
  });

  describe('leads', () => {
    /** Tells its site where it was opened, who can be reached from it and whence it was, and goes. */
    const LANDING = `<script>
      const where = [top === self ? 'tab' : 'frame', opener ? 'opener' : 'alone', document.referrer];
      new Image().src = location.pathname + '/' + where.join('-');
      setTimeout(close, 100);
    </script>`;
    let landings = 0;

    /** Clicks on the middle of a part of the banner, and says where its address was opened. */
    async function clicked(attributes: string, part = '[part=enter]', routes: Routes = {}) {
      // Another for each, since a tab may be late.
      const path = `/vao-thi-${++landings}`;
      const url = host.site.origin + path;
      const documents = [{ kind: 'rules', title: 'Thể lệ', url }];
      const contest = { ...CONTEST, url, documents, summary: '', howTo: [] };
      const body = iframe(ADDRESS, attributes, 'border:0;width:700px;height:650px');
      const definition = { body: JSON.stringify(contest), headers: FREE };
      await open(body, { '/contest.json': definition, [path]: LANDING, ...routes }, '');
      await inFrame(host);
      const box = `frames[0].frameElement.getBoundingClientRect()`;
      const link = `${ROOT}.querySelector('${part}').getBoundingClientRect()`;
      await host.driver.click(
        await ask<number>(`${box}.left + ${link}.left + ${link}.width / 2`),
        await ask<number>(`${box}.top + ${link}.top + ${link}.height / 2`),
      );
      const landed = () => host.site.requests.find((at) => at.startsWith(`${path}/`));
      for (const end = Date.now() + 15_000; !landed();) {
        if (Date.now() > end) throw new Error('landed nowhere');
        await new Promise((next) => setTimeout(next, 50));
      }
      return landed()!.slice(path.length + 1);
    }

    /** Whether the address of the way in is there as text, which can be selected. */
    const text = `(() => {
      const text = ${ROOT}.querySelector('.printed');
      const { display, userSelect, webkitUserSelect } = frames[0].getComputedStyle(text);
      return display + ' ' + (userSelect ?? webkitUserSelect) + ' ' + text.textContent.trim();
    })()`;

    it('to a tab of its own, which cannot reach back', async () => {
      expect(await clicked('')).to.equal('tab-alone-');
      expect(await ask(`${ROOT} !== null`)).to.equal(true);
      expect(await ask<string>(text)).to.match(/^none /);
    });

    it('to a tab of its own in a sandbox that allows pop-ups', async () => {
      for (const more of ['', 'allow-popups-to-escape-sandbox'])
        expect(
          await clicked(`sandbox="allow-scripts allow-same-origin allow-popups ${more}"`),
        ).to.equal('tab-alone-');
    });

    it('on in the frame in a sandbox that forbids pop-ups, and says the address', async () => {
      const sandbox = 'sandbox="allow-scripts allow-same-origin"';
      expect(await clicked(sandbox)).to.equal('frame-alone-');
      await open(iframe(ADDRESS, sandbox));
      await inFrame(host);
      expect(await ask<string>(text))
        .to.match(/^block (auto|text) /)
        .and.to.include(`/vao-thi-${landings}?don-vi=bao-tang-tinh`);
    });

    it('to a tab of its own by the other links too', async () => {
      expect(await clicked('', '[part=documents] a')).to.equal('tab-alone-');
    });

    it('nowhere where the site has its own way and cancels contest-enter', async () => {
      const own = `addEventListener('contest-enter', (event) => {
        event.preventDefault();
        new Image().src = new URL(event.detail.url).pathname + '/nowhere';
      })`;
      const routes = {
        '/own.js': own,
        '/frame.html': withScript('<script src="/own.js"></script>'),
      };
      expect(await clicked('', '[part=enter]', routes)).to.equal('nowhere');
      expect(host.site.requests).not.to.include(`/vao-thi-${landings}`);
    });
  });

  it('tells its height in a sandbox that makes it a stranger, whatever it can read there', async () => {
    await open(iframe(ADDRESS, 'sandbox="allow-scripts"'));
    await until(host.driver, `${STYLE} !== '500px'`);
    expect((await host.recorded()).errors).to.deep.equal([]);
  });
});

for (const product of ['chromium', 'firefox'] as const)
  describe(`the page for a frame, in a sandbox that makes it a stranger, in ${product}`, function () {
    this.timeout(60_000);
    const portal = usePortal(product);

    async function open(headers: Record<string, string>) {
      portal.site.add({
        '/': page(iframe(ADDRESS, 'sandbox="allow-scripts"')),
        '/contest.json': { body: JSON.stringify(CONTEST), headers },
      });
      const { page: tab } = await portal.open('/');
      return tab.frames()[1]!;
    }

    it('draws a definition that everyone may read', async () => {
      const frame = await open(FREE);
      await frame.waitForSelector('contest-banner[phase=open]');
      expect(await frame.$eval('#sandboxed', (element) => element.checkVisibility())).to.equal(
        false,
      );
    });

    it('says plainly why it cannot read one that its site keeps to itself', async () => {
      const frame = await open({});
      await frame.waitForSelector('contest-banner[phase=error]');
      const text = await frame.$eval('contest-banner', (banner) => banner.shadowRoot!.textContent);
      expect(text).to.include('Chưa tải được');
      expect(await frame.$eval('body', (body) => body.innerText)).to.include('allow-same-origin');
    });
  });

describe('the page for a frame, on a host of its own', function () {
  this.timeout(30_000);
  const portal = usePortal();
  const SITE = 'https://congthongtin.example.vn';
  const SOURCE = 'https://nguon.example.vn';

  /** Opens it with hosts in its meta; the definition stands elsewhere. */
  async function open(hosts: string, src: string, replies: Record<string, Reply> = {}) {
    const html = FRAME.replace('content=""', () => `content="${hosts}"`);
    const address = `${SITE}/frame.html?src=${encodeURIComponent(src)}`;
    const asked: string[] = [];
    const { page: tab } = await portal.open(address, {
      prepare: async (tab) => {
        tab.on('request', (request) => asked.push(request.url()));
        await answerFor(tab, {
          [address]: { body: html, headers: { 'content-type': 'text/html; charset=utf-8' } },
          [`${SOURCE}/contest.json`]: { body: JSON.stringify(CONTEST), headers: FREE },
          ...replies,
        });
      },
    });
    await tab.waitForSelector('contest-banner:not([phase=loading])[phase]');
    const phase = await tab.$eval('contest-banner', (element) => element.getAttribute('phase'));
    return { phase, asked: asked.filter((url) => !url.startsWith(SITE)) };
  }

  const own = { [`${SITE}/contest.json`]: { body: JSON.stringify(CONTEST) } };
  /** A redirection of its own for each test: what is read once is kept. */
  const moved = (name: string): Record<string, Reply> => ({
    [`${SITE}/${name}.json`]: {
      status: 302,
      headers: { ...FREE, location: `${SOURCE}/contest.json` },
    },
  });

  it('reads a definition on a host in its meta, where the contest is on one too', async () => {
    const { phase } = await open('nguon.example.vn cuocthi.example.vn', `${SOURCE}/contest.json`);
    expect(phase).to.equal('open');
  });

  it('follows a redirection to a host in its meta', async () => {
    const hosts = 'nguon.example.vn cuocthi.example.vn';
    const { phase } = await open(hosts, `${SITE}/named.json`, moved('named'));
    expect(phase).to.equal('open');
  });

  it('follows no redirection to any other, and does not ask there', async () => {
    for (const hosts of ['', 'cuocthi.example.vn', 'a.nguon.example.vn'])
      expect(await open(hosts, `${SITE}/other.json`, moved('other'))).to.deep.equal({
        phase: 'error',
        asked: [],
      });
  });

  it('asks no host that its meta does not name', async () => {
    for (const hosts of ['', 'cuocthi.example.vn'])
      expect(await open(hosts, `${SOURCE}/contest.json`)).to.deep.equal({
        phase: 'error',
        asked: [],
      });
  });

  it('leads to no contest outside of its meta, its own definition included', async () => {
    expect((await open('nguon.example.vn', `${SOURCE}/contest.json`)).phase).to.equal('error');
    expect((await open('nguon.example.vn', '/contest.json', own)).phase).to.equal('error');
    expect((await open('vn', '/contest.json', own)).phase).to.equal('error');
  });

  it('leads wherever its own definition leads where its meta is empty', async () => {
    expect((await open('', '/contest.json', own)).phase).to.equal('open');
  });

  it('says without script that it needs one', async () => {
    const { page: tab } = await portal.open('/frame.html?src=/contest.json', {
      prepare: (tab) => tab.setJavaScriptEnabled(false),
    });
    expect(await tab.$eval('body', (body) => body.innerText)).to.include('JavaScript');
  });
});
