import { expect } from 'chai';
import { listenToFrames } from '../../src/embed/frames.ts';
import { freshPage } from '../elements/fixture.ts';

const TYPE = 'contest-banner:height';

listenToFrames();

/** A frame of the page, 150 px high. */
function frame(attributes: Record<string, string> = { 'data-contest': 'cchc-2024@3' }) {
  const made = document.createElement('iframe');
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (!attributes.style) made.style.border = '0';
  document.body.append(made);
  return made;
}

/** What a window says to the page. */
const say = (source: MessageEventSource | null, data: unknown): boolean =>
  dispatchEvent(new MessageEvent('message', { data, source }));

const told = (made: HTMLIFrameElement, height: unknown): string => {
  say(made.contentWindow, { type: TYPE, height });
  return made.style.height;
};

describe('the height that a frame tells', () => {
  freshPage();

  it('becomes its height', () => {
    expect(told(frame(), 640)).to.equal('640px');
  });

  it('is followed as often as it changes', () => {
    const made = frame();
    for (const height of [640, 320, 641]) expect(told(made, height)).to.equal(`${height}px`);
  });

  it('leaves room for the border where a theme counts it in', () => {
    const made = frame({ 'data-contest': '', style: 'box-sizing:border-box;border:3px solid' });
    told(made, 640);
    expect(made.clientHeight).to.equal(640);
  });

  it('may be none: a contest that is over takes no room', () => {
    expect(told(frame(), 0)).to.equal('0px');
  });

  for (const height of [3001, 1e9, Number.MAX_SAFE_INTEGER, 1e300])
    it(`is limited where it is ${height}`, () => {
      expect(told(frame(), height)).to.equal('3000px');
    });

  for (const [name, height] of Object.entries({
    'a part of a pixel': 640.5,
    'less than nothing': -1,
    'no number': NaN,
    'without end': Infinity,
    'a text': '640',
    'a text with a unit': '640px;position:fixed',
    'a list': [640],
    'an object that is worth a number': { valueOf: (): number => 640 },
    'a big number': 640n,
    true: true,
    null: null,
    undefined,
  }))
    it(`is left alone where it is ${name}`, () => {
      expect(told(frame(), height)).to.equal('');
    });

  it('is read once: what answers otherwise the second time is held to its first word', () => {
    const made = frame();
    let asked = 0;
    const data = {
      type: TYPE,
      get height() {
        return asked++ ? 1e9 : 640;
      },
    };
    say(made.contentWindow, data);
    expect([made.style.height, asked]).to.eql(['640px', 1]);
  });

  it('is taken from the frame that tells it, and sets no other', () => {
    const [first, second] = [frame(), frame()];
    told(second, 640);
    expect([first.style.height, second.style.height]).to.eql(['', '640px']);
  });

  it('sets nothing else', () => {
    const made = frame();
    say(made.contentWindow, { type: TYPE, height: 640, width: 9, style: 'position:fixed' });
    expect(made.getAttribute('style')!.replace(/border[^;]*; /, '')).to.equal('height: 640px;');
  });

  for (const src of ['/frame.html', '/a/frame.html?src=/c.json', 'frame.html#x'])
    it(`is taken where the address is ${src}`, () => {
      expect(told(frame({ src }), 640)).to.equal('640px');
    });

  for (const src of [
    '/quang-cao.html',
    '/quang-cao.html?to=/frame.html',
    '/quang-cao.html#/frame.html',
    '/frame.html.php',
    '/iframe.html',
    '/frame.html/x',
    '',
  ])
    it(`is left alone where the address is "${src}"`, () => {
      expect(told(frame({ src }), 640)).to.equal('');
    });

  it('is left alone where another window tells it', () => {
    const made = frame();
    for (const source of [window, null, frame({ src: '/quang-cao.html' }).contentWindow])
      say(source, { type: TYPE, height: 640 });
    expect(made.style.height).to.equal('');
  });

  for (const [name, data] of Object.entries({
    null: null,
    undefined,
    'a text': 'contest-banner:height',
    'JSON in a text': JSON.stringify({ type: TYPE, height: 640 }),
    'a number': 640,
    'a list': [TYPE, 640],
    'of another kind': { type: 'contest-banner:width', height: 640 },
    'of a kind that is a list': { type: [TYPE], height: 640 },
    'without a kind': { height: 640 },
  }))
    it(`is left alone in a message that is ${name}`, () => {
      const made = frame();
      say(made.contentWindow, data);
      expect(made.style.height).to.equal('');
    });

  it('throws nothing, whatever a message does when it is read', () => {
    const thrown: unknown[] = [];
    const hear = (event: ErrorEvent) => {
      thrown.push(event.error);
      event.stopImmediatePropagation();
    };
    addEventListener('error', hear, { capture: true });
    say(frame().contentWindow, {
      get type(): string {
        throw new Error('no');
      },
    });
    removeEventListener('error', hear, { capture: true });
    expect(thrown).to.eql([]);
  });
});
