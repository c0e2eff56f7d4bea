import { expect } from 'chai';
import { cchc2024, election2026, full, haiPhong2025 } from '../contest/samples.ts';
import { decode } from '../elements/decode.ts';
import {
  AFTER,
  BEFORE,
  clock,
  CLOSES,
  DAY,
  drawn,
  DURING,
  freshPage,
  HOUR,
  listen,
  MINUTE,
  read,
  SECOND,
  until,
} from '../elements/fixture.ts';
import { WakeLock } from '../../src/display/wake-lock.ts';
import { boardShift, boardTurned, FURTHEST } from '../../src/display/board-shift.ts';
import { fitted, LONGEST, LONG_HOST, make, outside, showing, textOf } from './fixture.ts';

type Board = HTMLElementTagNameMap['contest-board'];

const timer = (element: Board) => read(element.shadowRoot!.querySelector('[role=timer]'));
const code = (element: Board) => element.shadowRoot!.querySelector('svg')!;

describe('the board', () => {
  freshPage();

  it('counts to the closing, to the second', async () => {
    const element = await showing('contest-board', {}, CLOSES - 2 * DAY - 3 * HOUR - 4 * SECOND);
    expect(timer(element)).to.equal('2 ngày 03 giờ 00 phút 04 giây');
    expect(drawn(element)).to.include('Cuộc thi sẽ kết thúc trong');
    expect(drawn(element)).to.include('Đến 16h30 ngày 13/12/2024 (thứ Sáu), giờ Việt Nam');
  });

  it('reads the clock each time it looks', async () => {
    const element = await showing('contest-board', {}, CLOSES - 10 * SECOND);
    clock.now = CLOSES - 7 * SECOND - 1;
    element.requestUpdate();
    await fitted(element);
    expect(timer(element)).to.equal('00 giờ 00 phút 07 giây');
  });

  it('hides seconds at the precision of a minute', async () => {
    const element = await showing('contest-board', {}, CLOSES - 90 * SECOND, {
      precision: 'minute',
    });
    expect(timer(element)).to.equal('00 giờ 01 phút');
    clock.now = CLOSES - 59 * SECOND;
    element.requestUpdate();
    await fitted(element);
    expect(timer(element)).to.equal('Dưới 1 phút');
  });

  it('takes a wrong precision for seconds, and says so', async () => {
    const heard = listen('contest-error');
    const element = await showing('contest-board', {}, CLOSES - 90 * SECOND, { precision: 'hour' });
    expect(timer(element)).to.include('giây');
    expect(heard.map(({ detail }) => detail.path)).to.eql(['precision']);
  });

  it('counts to minutes under reduced motion', async () => {
    const { matchMedia } = window;
    window.matchMedia = (query) =>
      ({ ...matchMedia(query), matches: query.includes('reduced-motion') }) as MediaQueryList;
    try {
      expect(timer(await showing('contest-board', {}, CLOSES - HOUR))).to.equal('01 giờ 00 phút');
    } finally {
      window.matchMedia = matchMedia;
    }
  });

  it('counts to the opening, without a QR code before it', async () => {
    const element = await showing('contest-board', {}, BEFORE);
    expect(drawn(element)).to.include('Cuộc thi sẽ bắt đầu sau');
    expect(timer(element)).to.equal('1 ngày 00 giờ 00 phút 00 giây');
    expect(code(element)).to.equal(null);
  });

  it('counts to the next round between two', async () => {
    const rounds = [
      { title: 'Tuần 1', opens: election2026.opens, closes: '2026-03-01T00:00:00+07:00' },
      { title: 'Tuần 2', opens: '2026-03-05T00:00:00+07:00', closes: election2026.closes },
    ];
    const now = Date.parse('2026-03-04T23:00:00+07:00');
    const element = await showing('contest-board', { ...election2026, rounds }, now);
    expect(drawn(element)).to.include('Tuần 2 sẽ bắt đầu sau');
    expect(timer(element)).to.equal('01 giờ 00 phút 00 giây');
    expect(code(element)).to.equal(null);
  });

  it('leads into the round that is counted, and names those beside it', async () => {
    const now = Date.parse('2025-11-10T12:00:00+07:00');
    const element = await showing('contest-board', haiPhong2025, now);
    expect(decode(code(element))).to.equal('http://cuocthi-hp.example.vn/khau-hieu');
    expect(drawn(element)).to.include('Cũng đang mở: Tuần 2, đến 17h00 ngày 14/11/2025 (thứ Sáu)');
    expect(drawn(element)).to.include('Trang này không mã hoá kết nối');
  });

  it('has a QR code that says the way in, the unit included', async () => {
    const element = await showing('contest-board', { unitParameter: 'don-vi' }, DURING, {
      unit: 'bao-tang-tinh',
    });
    expect(decode(code(element))).to.equal('https://cuocthi.example.vn/?don-vi=bao-tang-tinh');
    expect(drawn(element)).to.include('cuocthi.example.vn');
  });

  it('shows the way to the results once they are out', async () => {
    const results = `${cchc2024.url}ket-qua`;
    const element = await showing('contest-board', { results }, AFTER);
    expect(drawn(element)).to.include('Đã có kết quả');
    expect(decode(code(element))).to.equal(results);
    expect(timer(element)).to.equal('');
  });

  it('thanks after the end where there are no results yet', async () => {
    const element = await showing('contest-board', {}, AFTER);
    expect(drawn(element)).to.include('Đã kết thúc');
    expect(drawn(element)).to.include('Cảm ơn quý vị đã tham gia');
    expect(code(element)).to.equal(null);
  });

  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [1080, 1920],
    [3840, 2160],
    [390, 800],
  ] as const)
    for (const [what, changes] of [
      ['a usual contest', { ...full, rounds: [] }],
      ['the longest', LONGEST],
      ['the longest domain', { ...full, rounds: [], allowHttp: true, url: `http://${LONG_HOST}/` }],
    ] as const)
      it(`keeps ${what} on a screen of ${width} × ${height}`, async () => {
        const element = await showing(
          'contest-board',
          changes as object,
          DURING,
          { 'unit-name': textOf(200) },
          { width, height },
        );
        const bounds = element.getBoundingClientRect();
        expect(outside(element, bounds)).to.eql([]);
        expect(drawn(element)).to.include(changes.title);
        const info = element.shadowRoot!.querySelector('.info')!;
        // Firefox rounds both, each in its own direction.
        expect(info.scrollHeight).to.be.at.most(info.clientHeight + 1);
        expect(element.scrollHeight).to.equal(element.clientHeight);
        const { height: side } = code(element).getBoundingClientRect();
        if (width > height) expect(side / height).to.be.at.least(0.35);
        else expect(side / width).to.be.at.least(0.5);
      });

  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
    [390, 800],
  ] as const)
    it(`counts a thousand days on one line of ${width} × ${height}, and nothing else is the smaller for it`, async () => {
      const size = { width, height };
      const far = await showing('contest-board', {}, CLOSES - 1234 * DAY, {}, size);
      const tops = [...far.shadowRoot!.querySelectorAll('[role=timer] > span')].map(
        (part) => part.getBoundingClientRect().top,
      );
      expect(new Set(tops).size).to.equal(1);
      const scale = (element: Board) =>
        element.shadowRoot!.querySelector<HTMLElement>('.board')!.style.getPropertyValue('--scale');
      const near = await showing(
        'contest-board',
        { opens: '2020-01-01T00:00:00+07:00' },
        DURING,
        {},
        size,
      );
      expect(Number(scale(far))).to.be.at.least(Number(scale(near)));
    });

  it('takes the largest type that fits, whatever fractions of a px its box leaves', async () => {
    const organizer = 'Ban Tổ chức Cuộc thi';
    for (let more = 0; more < 1; more += 0.125) {
      const size = { width: 1920 + more, height: 1080 + more };
      const element = await showing('contest-board', { organizer }, DURING, {}, size);
      const board = element.shadowRoot!.querySelector<HTMLElement>('.board')!;
      const info = board.querySelector('.info')!;
      expect(read(info), `${more}`).to.include(organizer);
      const scale = Number(board.style.getPropertyValue('--scale'));
      for (const name of ['--scale', '--large', '--count'])
        board.style.setProperty(name, `${Math.max(scale, 1) * 1.15}`);
      const [last, all] = [info.lastElementChild!, info].map((part) =>
        part.getBoundingClientRect(),
      );
      expect(last!.bottom, `${scale} at ${more}`).to.be.above(all!.bottom + 1);
      element.remove();
    }
  });

  it('finds room anew when its box changes', async () => {
    const element = await showing('contest-board', full, DURING, {}, { width: 1280, height: 720 });
    element.style.width = '600px';
    element.style.height = '900px';
    // Its observer speaks in the next frame.
    await until(() => !outside(element, element.getBoundingClientRect()).length);
  });

  it('stands where the minute says', async () => {
    const element = await showing('contest-board');
    const { x, y } = boardShift(DURING);
    const board = element.shadowRoot!.querySelector<HTMLElement>('.board')!;
    expect(board.style.translate).to.equal(y ? `${x}px ${y}px` : `${x}px`);
    const { transitionDuration, animationName } = getComputedStyle(board);
    expect([transitionDuration, animationName]).to.eql(['0s', 'none']);
  });

  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
  ] as const)
    it(`has no pixel always under the white ground over a day, ${width} × ${height}`, async () => {
      const element = await showing('contest-board', full, DURING, {}, { width, height });
      const boxes: DOMRect[] = [];
      for (let hour = 0; hour < 24; hour += 2) {
        clock.now = DURING + hour * HOUR;
        element.requestUpdate();
        await fitted(element);
        expect(outside(element, element.getBoundingClientRect())).to.eql([]);
        boxes.push(element.shadowRoot!.querySelector('.code')!.getBoundingClientRect());
      }
      const common = {
        width:
          Math.min(...boxes.map(({ right }) => right)) - Math.max(...boxes.map(({ left }) => left)),
        height:
          Math.min(...boxes.map(({ bottom }) => bottom)) - Math.max(...boxes.map(({ top }) => top)),
      };
      expect(Math.min(common.width, common.height)).to.be.at.most(0);
    });

  it('writes only what has changed at a tick', async () => {
    const element = await showing('contest-board', full, CLOSES - HOUR + 10 * MINUTE);
    await new Promise(requestAnimationFrame);
    await fitted(element);
    const changed = new Set<string>();
    const observer = new MutationObserver((records) =>
      records.forEach(({ type, target }) => changed.add(`${type} ${target.nodeName}`)),
    );
    observer.observe(element.shadowRoot!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    clock.now += SECOND;
    element.requestUpdate();
    await fitted(element);
    await new Promise(requestAnimationFrame);
    observer.disconnect();
    expect([...changed]).to.eql(['characterData #text']);
  });

  it('shows what it had while its page was asleep for a week', async () => {
    const element = await showing('contest-board', {}, DURING);
    clock.now += 7 * DAY;
    element.requestUpdate();
    await fitted(element);
    expect(timer(element)).to.equal('5 ngày 04 giờ 30 phút 00 giây');
  });

  it('asks for the screen to stay awake, and lets it go', async () => {
    const calls: string[] = [];
    const lock = {
      request: (type: string) => {
        calls.push(type);
        return Promise.resolve({ release: () => Promise.resolve(void calls.push('release')) });
      },
    };
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: lock });
    try {
      const element = make('contest-board', {}, { contest: cchc2024 });
      document.body.append(element);
      await fitted(element);
      document.dispatchEvent(new Event('visibilitychange'));
      element.remove();
      await until(() => calls.includes('release'));
      document.dispatchEvent(new Event('visibilitychange'));
      expect(calls.filter((call) => call === 'screen')).to.have.length(2);
    } finally {
      Reflect.deleteProperty(navigator, 'wakeLock');
    }
  });

  it('asks again a minute after it was refused or taken back, and not before', async () => {
    let asked = 0;
    const sentinel = { released: false, release: () => Promise.resolve() };
    const refused = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    const request = () => (++asked === 1 ? refused() : Promise.resolve(sentinel));
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
    try {
      let now = 0;
      const lock = new WakeLock({ addController: () => undefined } as never, () => now);
      const drawnAt = async (minutes: number) => {
        now = minutes * MINUTE;
        lock.hostUpdated();
        await Promise.resolve().then(() => new Promise((next) => setTimeout(next)));
        return asked;
      };
      lock.hostConnected();
      expect(await drawnAt(0.9)).to.equal(1);
      expect(await drawnAt(1)).to.equal(2);
      expect(await drawnAt(5)).to.equal(2);
      sentinel.released = true;
      expect(await drawnAt(6)).to.equal(3);
      lock.hostDisconnected();
      expect(await drawnAt(9)).to.equal(3);
    } finally {
      Reflect.deleteProperty(navigator, 'wakeLock');
    }
  });

  it('is silent where that is refused', async () => {
    const heard = listen('contest-error');
    const lock = { request: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: lock });
    try {
      const element = await showing('contest-board');
      element.remove();
      await Promise.resolve();
      expect(heard).to.eql([]);
    } finally {
      Reflect.deleteProperty(navigator, 'wakeLock');
    }
  });
});

describe('where the board stands', () => {
  const places = Array.from({ length: 500 }, (_, n) => boardShift(DURING + n * 3 * MINUTE));

  it('is the same for three minutes', () => {
    const begin = Math.ceil(DURING / (3 * MINUTE)) * 3 * MINUTE;
    expect(boardShift(begin + 3 * MINUTE - 1)).to.eql(boardShift(begin));
    expect(boardShift(begin + 3 * MINUTE)).not.to.eql(boardShift(begin));
  });

  it('moves by two px each way, and never far', () => {
    for (const [n, { x, y }] of places.entries()) {
      expect(Math.abs(x)).to.be.at.most(FURTHEST);
      expect(Math.abs(y)).to.be.at.most(FURTHEST);
      const next = places[n + 1];
      if (next) expect([Math.abs(next.x - x), Math.abs(next.y - y)]).to.eql([2, 2]);
    }
  });

  it('is in many places, on every side of the middle', () => {
    const all = new Set(places.map(({ x, y }) => `${x} ${y}`));
    expect(all.size).to.be.greaterThan(50);
    expect(Math.min(...places.map(({ x }) => x))).to.equal(-FURTHEST);
    expect(Math.max(...places.map(({ x }) => x))).to.equal(FURTHEST);
  });

  it('has the code on each side for hours of any day, and at other hours the next', () => {
    const hours = (day: number) =>
      Array.from({ length: 24 }, (_, hour) => boardTurned(DURING + day * DAY + hour * HOUR));
    for (let day = 0; day < 30; day++) {
      const turned = hours(day).filter(Boolean).length;
      expect(turned, String(day)).to.be.within(9, 15);
    }
    for (let hour = 0; hour < 24; hour++) {
      const days = Array.from({ length: 30 }, (_, day) => hours(day)[hour]);
      expect(new Set(days).size, String(hour)).to.equal(2);
    }
  });

  it('is known for any clock', () => {
    expect(boardShift(-DAY).x).to.be.within(-FURTHEST, FURTHEST);
  });
});
