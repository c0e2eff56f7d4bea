import { expect } from 'chai';
import { until } from '../pages/support/drivers.ts';
import { page, SCRIPT } from '../pages/support/snippets.ts';
import {
  ask,
  CONTEST,
  contestBanner,
  inEveryBrowser,
  phaseIn,
  wrongWith,
  type Host,
} from './support/everywhere.ts';
import { CLOBBERED, FORM_FIELDS, LIBRARIES } from './support/libraries.ts';

const before = (code: string) => `<script>${code}</script>${SCRIPT}`;

/** A banner is there, whole, with every text of its definition, and nothing was thrown. */
async function expectDrawn(host: Host, loads: string[]): Promise<void> {
  expect(await wrongWith(host)).to.deep.equal([]);
  const text = await ask<string>(host, `root.textContent.replace(/\\s+/g, ' ')`);
  for (const said of [CONTEST.title, '7h30 ngày 18/11/2024', 'số 3985/KH-UBND'])
    expect(text).to.include(said);
  const { errors, faults, loads: loaded } = await host.recorded();
  expect({ errors, faults, loads: loaded }).to.deep.equal({ errors: [], faults: [], loads });
}

inEveryBrowser('on a page where', (host) => {
  for (const [library, code] of Object.entries(LIBRARIES)) {
    it(`${library}, the definition inside is drawn`, async () => {
      await host.open(page(contestBanner(), before(code)));
      await expectDrawn(host, ['inline']);
    });

    it(`${library}, src is drawn`, async () => {
      await host.open(
        page(contestBanner('src="/contest.json"', {}).replace('{}', ''), before(code)),
      );
      await expectDrawn(host, ['network']);
    });

    it(`${library}, the last good copy does no harm`, async () => {
      const src = page(contestBanner('src="/contest.json"', {}).replace('{}', ''), before(code));
      await host.open(src);
      await phaseIn(host);
      // The second view, in which nothing answers.
      await host.open(src.replace('<script src="/recorder.js"></script>', ''), {
        '/contest.json': { body: '', status: 503 },
      });
      await until(host.driver, `document.querySelector('[phase=open], [phase=error]')`);
      const shown = await host.driver.evaluate<boolean>(`!!document.querySelector('[phase=open]')`);
      if (shown)
        expect(await ask(host, `root.querySelector('h2').textContent`)).to.equal(CONTEST.title);
      else
        expect(
          await host.driver.evaluate(
            `document.querySelector('contest-banner a').checkVisibility()`,
          ),
        ).to.be.true;
    });
  }

  it('animation frames and timers are shims, the countdown goes on', async () => {
    const shims = LIBRARIES['animation frames and timers are shims']!;
    await host.open(page(contestBanner(), before(shims)));
    await wrongWith(host);
    const digits = `root.querySelector('contest-countdown').shadowRoot.querySelector('.digits').textContent`;
    const first = await ask(host, digits);
    await until(
      host.driver,
      `(root => ${digits})(document.querySelector('contest-banner').shadowRoot) !== ${JSON.stringify(first)}`,
    );
  });

  it('pictures and forms bear the names of properties, the definition inside is drawn', async () => {
    const names = CLOBBERED.map(
      (name) => `<img name="${name}" id="${name}"><form name="${name}"></form>`,
    );
    await host.open(page(names.join('') + contestBanner()));
    await expectDrawn(host, ['inline']);
  });

  it('all is one form whose fields bear the names of properties, src is drawn', async () => {
    const fields = FORM_FIELDS.map((name) => `<input type="hidden" name="${name}">`).join('');
    await host.open(
      page(`<form id="aspnetForm">${fields}${contestBanner('src="/contest.json"')}</form>`),
    );
    await expectDrawn(host, ['inline']);
  });

  it('the console is silenced, a wrong part is left out and the rest drawn', async () => {
    const wrong = { ...CONTEST, results: 'javascript:alert(1)' };
    await host.open(page(contestBanner('', wrong), before(LIBRARIES['the console is silenced']!)));
    expect(await wrongWith(host)).to.deep.equal([]);
    expect((await host.recorded()).errors).to.deep.equal([]);
  });

  for (const [way, code] of Object.entries({
    'put in by innerHTML': `holder.innerHTML = html`,
    'put in by a template that is cloned': `
      const template = document.createElement('template');
      template.innerHTML = html;
      holder.append(template.content.cloneNode(true))`,
    'parsed in another document': `
      holder.append(new DOMParser().parseFromString(html, 'text/html').body.firstElementChild)`,
    'wrapped into three boxes afterwards': `
      holder.innerHTML = html;
      for (let i = 0; i < 3; i++) {
        const box = document.createElement('div');
        box.append(...holder.childNodes);
        holder.append(box);
      }`,
  }))
    it(`the banner is ${way}, it is drawn`, async () => {
      await host.open(page('<div id="holder"></div>'));
      await until(host.driver, `window.customElements.get('contest-banner')`);
      await host.driver.evaluate(
        `((holder, html) => { ${code}; })(document.getElementById('holder'), ${JSON.stringify(contestBanner())})`,
      );
      await expectDrawn(host, ['inline']);
    });

  it('the base of all addresses is another folder, src is asked there', async () => {
    const head = `<base href="/cong/thong-tin/">${SCRIPT}`;
    await host.open(page(contestBanner('src="contest.json"'), head), {
      '/cong/thong-tin/contest.json': JSON.stringify({ ...CONTEST, revision: 4 }),
    });
    await until(host.driver, `window.recorded.loads.includes('network')`);
    expect(host.site.requests).to.include('/cong/thong-tin/contest.json');
  });
});
