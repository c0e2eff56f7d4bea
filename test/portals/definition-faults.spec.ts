import { expect } from 'chai';
import { until } from '../pages/support/drivers.ts';
import { gate, type Answer } from '../pages/support/server.ts';
import { page } from '../pages/support/snippets.ts';
import {
  ask,
  CONTEST,
  contestBanner,
  inEveryBrowser,
  phaseIn,
  wrongWith,
} from './support/everywhere.ts';

const json = (definition: object): Answer => ({ body: JSON.stringify(definition) });
const later = (changes: object): object => ({ ...CONTEST, ...changes });
const DEEP = 100_000;

/** Answers that are no definition, and what is told of each. */
const NO_DEFINITION: Record<string, [answer: Answer, code: string]> = {
  'is not there': [{ body: 'Not found', status: 404 }, 'network'],
  'is gone': [{ ...json(CONTEST), status: 410 }, 'network'],
  'is behind a server error': [{ body: '<h1>500</h1>', status: 500 }, 'network'],
  'is behind a login': [{ body: '', status: 302, headers: { location: '/login' } }, 'not-json'],
  'is redirected in a circle': [
    { body: '', status: 302, headers: { location: '/contest.json' } },
    'network',
  ],
  'is a page of HTML': [{ body: page('<h1>Trang chủ</h1>') }, 'not-json'],
  'is empty': [{ body: '' }, 'not-json'],
  'is cut off in the middle': [{ body: JSON.stringify(CONTEST).slice(0, 300) }, 'not-json'],
  'is JavaScript around JSON': [{ body: `callback(${JSON.stringify(CONTEST)})` }, 'not-json'],
  'is 10 MB of JSON': [{ body: JSON.stringify(later({ pad: 'x'.repeat(1e7) })) }, 'too-large'],
  'is 10 MB of spaces': [{ body: ' '.repeat(1e7) }, 'too-large'],
  'nests 100,000 brackets': [{ body: '['.repeat(DEEP) + ']'.repeat(DEEP) }, 'too-large'],
  'nests 30,000 brackets': [{ body: '['.repeat(30_000) + ']'.repeat(30_000) }, 'invalid'],
  'nests 10,000 objects in a field': [
    {
      body: JSON.stringify(later({ organizer: 0 })).replace(
        '"organizer":0',
        `"rounds":${'[{"a":'.repeat(8000)}0${'}]'.repeat(8000)}`,
      ),
    },
    'invalid',
  ],
  'is null': [{ body: 'null' }, 'invalid'],
  'is a number': [{ body: '42' }, 'invalid'],
  'is a list of definitions': [{ body: `[${JSON.stringify(CONTEST)}]` }, 'invalid'],
  'has wrong types everywhere': [
    json(Object.fromEntries(Object.keys(CONTEST).map((key) => [key, { [key]: [7] }]))),
    'invalid',
  ],
  'has numbers as texts and texts as numbers': [
    json(later({ revision: '4', title: 4 })),
    'invalid',
  ],
  'has dates without a zone': [
    json(later({ revision: 4, opens: '2024-11-18T07:30:00' })),
    'invalid',
  ],
  'has dates as Excel writes them': [json(later({ revision: 4, closes: '13/12/2999' })), 'invalid'],
  'leads to javascript:': [json(later({ revision: 4, url: 'javascript:alert(1)' })), 'invalid'],
  'poisons prototypes': [
    { body: '{"__proto__":{"id":"x"},"constructor":{"prototype":{"id":"x"}}}' },
    'invalid',
  ],
};

/** Answers of which a part is wrong or not known: the rest is drawn. */
const IN_PART: Record<string, object> = {
  'has unknown fields of a future format': {
    $schema: 'https://example.vn/2.0.json',
    format: 2,
    prize: { first: '10.000.000 đ' },
    stages: [[]],
  },
  'has a kind of document from the future': {
    documents: [{ kind: 'livestream', title: 'Truyền hình trực tiếp' }, ...CONTEST.documents!],
  },
  'has null for what is not there': {
    organizer: null,
    banner: null,
    results: null,
    calendar: null,
  },
  'has wrong types in what may be left out': {
    organizer: 1,
    summary: [],
    howTo: 'x',
    documents: {},
    banner: 'x',
    notice: false,
    calendar: {},
    report: [],
  },
  'has HTML in its texts': { notice: '<img src=x onerror="recorded.errors.push(1)"><b>Chú ý</b>' },
};

inEveryBrowser('where the definition at src', (host) => {
  const open = (answer: Answer, inside: object | '' = CONTEST) => {
    const banner = inside
      ? contestBanner('src="/contest.json"', inside)
      : contestBanner('src="/contest.json"', {}).replace(/<script[^]*?<\/script>/, '');
    return host.open(page(banner), {
      '/contest.json': answer,
      '/login': page('<h1>Đăng nhập</h1>'),
    });
  };
  const faults = async () => (await host.recorded()).faults;

  for (const [name, [answer, code]] of Object.entries(NO_DEFINITION)) {
    it(`${name}, the copy inside stays and is whole`, async () => {
      await open(answer);
      await until(host.driver, `window.recorded.faults.length`);
      expect((await faults())[0]).to.match(new RegExp(`^${code} `));
      expect(await wrongWith(host)).to.deep.equal([]);
      expect((await host.recorded()).loads).to.deep.equal(['inline']);
    });

    it(`${name} and nothing is inside, the ordinary HTML stays and nothing looks closed`, async () => {
      await open(answer, '');
      await phaseIn(host, 'error');
      const { errors } = await host.recorded();
      expect(errors).to.deep.equal([]);
      const [seen, text] = await host.driver.evaluate<[boolean, string]>(
        `(at => [at.querySelector('a').checkVisibility(), at.innerText + at.shadowRoot.textContent])(document.querySelector('contest-banner'))`,
      );
      expect(seen).to.be.true;
      expect(text).not.to.match(/kết thúc|đóng/);
    });
  }

  for (const [name, changes] of Object.entries(IN_PART))
    it(`${name}, the rest of it is drawn`, async () => {
      await open(json(later({ revision: 4, title: 'Cuộc thi lần 4', ...changes })));
      await until(host.driver, `window.recorded.loads.includes('network')`);
      const needed = ['title', 'dates', 'countdown', 'enter'];
      expect(await wrongWith(host, needed)).to.deep.equal([]);
      expect(await ask(host, `root.querySelector('h2').textContent`)).to.equal('Cuộc thi lần 4');
      expect((await host.recorded()).errors).to.deep.equal([]);
    });

  it('is of an older revision, the newer one inside stays', async () => {
    await open(json(later({ revision: 2, title: 'Bản cũ' })));
    await until(host.driver, `window.recorded.faults.length`);
    expect((await faults())[0]).to.match(/^stale revision /);
    expect(await ask(host, `root.querySelector('h2').textContent`)).to.equal(CONTEST.title);
  });

  it('is of another id, it is shown: the newest that src says counts', async () => {
    await open(json(later({ id: 'khac', revision: 1, title: 'Cuộc thi khác' })));
    await until(host.driver, `window.recorded.loads.includes('network')`);
    expect(await ask(host, `root.querySelector('h2').textContent`)).to.equal('Cuộc thi khác');
  });

  it('was published far too high and is taken back, the lower one is shown', async () => {
    await open(
      json(later({ revision: 4, replaces: 30, title: 'Bản đúng' })),
      later({ revision: 30, title: 'Bản sai' }),
    );
    await until(host.driver, `window.recorded.loads.includes('network')`);
    expect(await ask(host, `root.querySelector('h2').textContent`)).to.equal('Bản đúng');
  });

  it('takes back another number than the one that got out, that one stays', async () => {
    await open(
      json(later({ revision: 4, replaces: 29, title: 'Bản đúng' })),
      later({ revision: 30, title: 'Bản sai' }),
    );
    await until(host.driver, `window.recorded.faults.length`);
    expect(await ask(host, `root.querySelector('h2').textContent`)).to.equal('Bản sai');
  });

  it('lies years ahead, it is told as what it is: to come', async () => {
    const years = {
      revision: 4,
      opens: '2998-01-01T00:00:00+07:00',
      closes: '2999-01-01T00:00:00+07:00',
    };
    await open(json(later(years)));
    await phaseIn(host, 'upcoming');
    expect(
      await ask(host, `!root.querySelector('[part=enter]') && !root.querySelector('contest-qr')`),
    ).to.be.true;
    expect(await ask<string>(host, `root.textContent`)).to.include('24h00 ngày 31/12/2998');
  });

  it('hangs, the copy inside is drawn meanwhile and after ten seconds that is told', async () => {
    const { opened, open: release } = gate();
    // The ten seconds are asked of the browser: here they are a tenth of one.
    const hurry = `<script>AbortSignal.timeout = (native => ms => native.call(AbortSignal, ms / 100))(AbortSignal.timeout)</script>`;
    await host.open(
      page(
        contestBanner('src="/contest.json"'),
        `${hurry}<script src="/contest-banner.js" defer></script>`,
      ),
      {
        '/contest.json': { ...json(CONTEST), after: opened },
      },
    );
    expect(await wrongWith(host)).to.deep.equal([]);
    await until(host.driver, `window.recorded.faults.length`);
    // WebKit does not say why it stopped waiting.
    expect((await faults())[0]).to.match(/^(timeout|network) src /);
    expect(await wrongWith(host)).to.deep.equal([]);
    release();
  });
});
