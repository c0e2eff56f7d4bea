import { expect } from 'chai';
import { limits } from '../../src/source/remote.ts';
import { cchc2024 } from '../contest/samples.ts';
import {
  answer,
  at,
  banner,
  clock,
  expectPhase,
  freshPage,
  HOUR,
  listen,
  network,
  newSource,
  part,
  turn,
  until,
  type Request,
} from '../elements/fixture.ts';

type Reply = (request: Request) => Response | Promise<Response>;

/** Says that a response came from elsewhere; a real one says so after a redirect. */
const redirected = (url: string): Response =>
  Object.defineProperties(answer(cchc2024), {
    redirected: { value: true },
    url: { value: url },
  });

const encoder = new TextEncoder();
/** A definition that is so many bytes long. */
const sized = (bytes: number): string => {
  const text = JSON.stringify({ ...cchc2024, pad: '' });
  return text.replace('"pad":"', `"pad":"${'x'.repeat(bytes - encoder.encode(text).length)}`);
};

const realTime = limits.time;

/** What is told when `src` is answered like that by a banner that has nothing else. */
async function fails(reply: Reply, src = newSource()) {
  const heard = listen('contest-error');
  const requests = network(reply);
  const element = await banner({ src });
  await until(() => element.phase !== 'loading');
  expectPhase(element, 'error');
  return {
    requests: requests.length,
    told: heard.map(({ detail: { code, path } }) => `${code} ${path}`),
  };
}

describe('a source that fails', () => {
  freshPage();
  afterEach(() => {
    limits.time = realTime;
    expect(realTime, 'ten seconds').to.equal(10_000);
  });

  for (const status of [400, 404, 410, 500, 503])
    it(`with status ${status} is network, whatever the body`, async () => {
      const reply = () => new Response(JSON.stringify(cchc2024), { status });
      expect((await fails(reply)).told).to.eql(['network src']);
    });

  it('without an answer is network', async () => {
    const reply = () => Promise.reject(new TypeError('Failed to fetch'));
    expect((await fails(reply)).told).to.eql(['network src']);
  });

  it('by not answering in time is timeout', async () => {
    limits.time = 5;
    const reply: Reply = ({ init: { signal } }) =>
      new Promise((_, reject) =>
        signal!.addEventListener('abort', () => reject(signal!.reason as Error)),
      );
    expect((await fails(reply)).told).to.eql(['timeout src']);
  });

  it('by not ending its answer in time is timeout', async () => {
    limits.time = 5;
    const reply: Reply = ({ init: { signal } }) =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(encoder.encode('{"id":'));
            signal!.addEventListener('abort', () => controller.error(signal!.reason));
          },
        }),
      );
    expect((await fails(reply)).told).to.eql(['timeout src']);
  });

  it('with an endless answer is too-large, and no more of it is read', async () => {
    let sent = 0;
    let cancelled = false;
    const reply = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += 16 * 1024;
            controller.enqueue(new Uint8Array(16 * 1024).fill(32));
          },
          cancel() {
            cancelled = true;
          },
        }),
      );
    expect((await fails(reply)).told).to.eql(['too-large src']);
    await until(() => cancelled);
    expect(sent).to.be.at.most(7 * 16 * 1024);
  });

  it('with a byte over 64 KiB is too-large', async () => {
    expect((await fails(() => answer(sized(64 * 1024 + 1)))).told).to.eql(['too-large src']);
  });

  it('with 64 KiB is none', async () => {
    network(() => answer(sized(64 * 1024)));
    const element = await banner({ src: newSource() });
    await until(() => element.phase === 'open');
  });

  it('with a page instead of JSON is not-json', async () => {
    const reply = () => answer('<!doctype html><title>Đăng nhập</title>');
    expect((await fails(reply)).told).to.eql(['not-json src']);
  });

  it('with an empty answer is not-json', async () => {
    expect((await fails(() => answer(''))).told).to.eql(['not-json src']);
  });

  it('without any body is told as well', async () => {
    const { told } = await fails(() => new Response(null, { status: 204 }));
    expect(told.length).to.equal(1);
    expect(told[0]).to.match(/^(network|not-json) src$/);
  });

  it('with something else in JSON is invalid', async () => {
    for (const other of ['null', '[]', '{}', '"x"'])
      expect((await fails(() => answer(other))).told[0], other).to.match(/^invalid /);
  });

  it('by leading to http is insecure', async () => {
    expect((await fails(() => redirected('http://khac.vn/contest.json'))).told).to.eql([
      'insecure src',
    ]);
  });

  it('by leading to another https address is none', async () => {
    network(() => redirected('https://khac.vn/contest.json'));
    const element = await banner({ src: newSource() });
    await until(() => element.phase === 'open');
  });

  // What an https page would refuse besides (http on this machine) cannot be seen from here.
  for (const [src, code] of [
    ['http://khac.vn/contest.json', 'insecure'],
    ['https://user:secret@khac.vn/contest.json', 'invalid'],
    ['data:application/json,{}', 'invalid'],
    ['javascript:alert(1)', 'invalid'],
    ['blob:https://khac.vn/1', 'invalid'],
  ] as const)
    it(`by its address (${src}) is ${code}, and is not asked`, async () => {
      expect(await fails(() => answer(cchc2024), src)).to.eql({
        requests: 0,
        told: [`${code} src`],
      });
    });

  it('by an address that is none is told, and is not asked', async () => {
    const { requests, told } = await fails(() => answer(cchc2024), 'https://[');
    expect(requests).to.equal(0);
    expect(told.length).to.equal(1);
  });

  it('keeps the last good copy and the phase, and the failure is only an event', async () => {
    network(() => answer(cchc2024));
    const element = await banner({ src: newSource() });
    await until(() => element.phase === 'open');
    const heard = listen('contest-error', 'contest-phase', 'contest-load');
    network(() => new Response('', { status: 500 }));
    await at(element, clock.now + HOUR);
    await until(() => heard.length);
    await turn();
    expect(heard.map(({ type }) => type)).to.eql(['contest-error']);
    expectPhase(element, 'open');
    expect(part(element, 'enter')).to.be.instanceOf(HTMLElement);
  });

  it('is no failure any more once it answers', async () => {
    const src = newSource();
    await fails(() => new Response('', { status: 500 }), src);
    const element = document.querySelector('contest-banner')!;
    network(() => answer(cchc2024));
    await at(element, clock.now + HOUR);
    await until(() => element.phase === 'open');
  });

  it('is not shared with a banner that asks later', async () => {
    const src = newSource();
    network(() => new Response('', { status: 503 }));
    const first = await banner({ src });
    await until(() => first.phase === 'error');
    network(() => answer(cchc2024));
    const second = await banner({ src });
    await until(() => second.phase === 'open');
  });
});
