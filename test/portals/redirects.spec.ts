import { expect } from 'chai';
import { inPhase, recorded, usePortal } from '../pages/support/browser.ts';
import { page } from '../pages/support/snippets.ts';
import { CONTEST, contestBanner } from './support/everywhere.ts';
import { answerFor, type Reply } from './support/hosts.ts';

const PORTAL = 'https://congthongtin.example.vn';
/** Without https; of a name that no browser tries https for by itself. */
const INTRANET = 'http://congthongtin.noibo';
const NEWER = { ...CONTEST, revision: 4, title: 'Bản mới' };
const FREE = { 'access-control-allow-origin': '*' };
const there = (headers = {}): Reply => ({ body: JSON.stringify(NEWER), headers });
const to = (location: string, headers = FREE): Reply => ({
  status: 302,
  headers: { ...headers, location },
});

describe('where src is redirected', function () {
  this.timeout(30_000);
  const portal = usePortal();

  /** Opens a portal on a host of its own, and waits for what is told or loaded besides the copy inside. */
  async function open(replies: Record<string, Reply>, origin = PORTAL, attributes = '') {
    const html = page(contestBanner(`src="/contest.json" ${attributes}`));
    const { page: tab } = await portal.open(`${origin}/`, {
      prepare: (tab) => answerFor(tab, { [`${origin}/`]: html, ...replies }),
    });
    await inPhase(tab, 'open');
    await tab.waitForFunction(() => {
      const { faults, loads } = (window as never as { recorded: { faults: []; loads: [] } })
        .recorded;
      return faults.length || loads.length > 1;
    });
    const { faults, loads } = await recorded(tab);
    return { loads, codes: faults.map((fault) => fault.split(' ')[0]) };
  }

  it('to another place on the portal, it is followed', async () => {
    const told = await open({
      [`${PORTAL}/contest.json`]: to('/media/contest.json'),
      [`${PORTAL}/media/contest.json`]: there(),
    });
    expect(told).to.deep.equal({ loads: ['inline', 'network'], codes: [] });
  });

  it('to another host by https that lets itself be read, it is followed', async () => {
    const told = await open({
      [`${PORTAL}/contest.json`]: to('https://cuocthi.example.vn/contest.json'),
      'https://cuocthi.example.vn/contest.json': there(FREE),
    });
    expect(told).to.deep.equal({ loads: ['inline', 'network'], codes: [] });
  });

  it('to another host that does not let itself be read, the copy inside stays', async () => {
    const told = await open({
      [`${PORTAL}/contest.json`]: to('https://cuocthi.example.vn/contest.json'),
      'https://cuocthi.example.vn/contest.json': there(),
    });
    expect(told).to.deep.equal({ loads: ['inline'], codes: ['network'] });
  });

  it('from https to http, the copy inside stays', async () => {
    const told = await open({
      [`${PORTAL}/contest.json`]: to('http://cuocthi.example.vn/contest.json'),
      'http://cuocthi.example.vn/contest.json': there(FREE),
    });
    expect(told).to.deep.equal({ loads: ['inline'], codes: ['network'] });
  });

  it('from a portal without https to another one without, the copy inside stays', async () => {
    const told = await open(
      {
        [`${INTRANET}/contest.json`]: to('http://cuocthi.example.vn/contest.json'),
        'http://cuocthi.example.vn/contest.json': there(FREE),
      },
      INTRANET,
    );
    expect(told).to.deep.equal({ loads: ['inline'], codes: ['insecure'] });
  });

  it('from a portal without https to its own address with https, it is followed', async () => {
    const told = await open(
      {
        [`${INTRANET}/contest.json`]: to(`${PORTAL}/contest.json`),
        [`${PORTAL}/contest.json`]: there(FREE),
      },
      INTRANET,
    );
    expect(told).to.deep.equal({ loads: ['inline', 'network'], codes: [] });
  });

  it('to a place where a contest elsewhere is published, pinned hosts keep it out', async () => {
    const elsewhere = { ...NEWER, url: 'https://cuocthi.example.com/' };
    const told = await open(
      {
        [`${PORTAL}/contest.json`]: to('https://cuocthi.example.vn/contest.json'),
        'https://cuocthi.example.vn/contest.json': {
          body: JSON.stringify(elsewhere),
          headers: FREE,
        },
      },
      PORTAL,
      'hosts="cuocthi.example.vn"',
    );
    expect(told).to.deep.equal({ loads: ['inline'], codes: ['host'] });
  });
});
