import { expect } from 'chai';
import { situation } from '../../src/contest/phase.ts';
import { article, letter, shortMessage } from '../../src/handout/texts.ts';
import { instructions } from '../../src/handout/instructions.ts';
import { posterPage } from '../../src/handout/poster.ts';
import {
  elementSnippet,
  frameSnippet,
  plainSnippet,
  scriptSnippet,
  shortcode,
} from '../../src/handout/snippets.ts';
import { atItsTallest, type Handout } from '../../src/handout/handout.ts';
import { handout, HOSTILE } from './sample.ts';

const read = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const find = <T extends Element = HTMLElement>(html: string, selector: string): T =>
  read(html).querySelector<T>(selector)!;

const page = (given: Handout) =>
  instructions(
    given,
    [{ title: 'T', when: 'W', file: 'f.html', text: elementSnippet(given) }],
    [['a.html', 'x']],
  );

const SNIPPETS: Record<string, (given: Handout) => string> = {
  element: elementSnippet,
  'script tag': scriptSnippet,
  iframe: frameSnippet,
  'picture and link': plainSnippet,
  article,
  'page of instructions': page,
  'poster page': (given) => posterPage(given, 'tep/contest-display.js'),
};

/** Tags and attributes, without what they hold. */
const skeleton = (html: string): string =>
  [...read(html).querySelectorAll('*')]
    .map((element) => `${element.localName} ${element.getAttributeNames().join(' ')}`)
    .join('\n');

describe('every snippet', () => {
  for (const [name, make] of Object.entries(SNIPPETS)) {
    it(`carries the contest and its revision: ${name}`, () => {
      const marks = [...read(make(handout())).querySelectorAll('[data-contest]')];
      expect(marks.length).to.be.at.least(1);
      for (const element of marks)
        expect(element.getAttribute('data-contest')).to.equal('cchc-2024@3');
    });

    it(`holds whatever a text says as text: ${name}`, () => {
      const hostile = handout(
        {
          title: HOSTILE,
          organizer: HOSTILE,
          summary: HOSTILE,
          howTo: [HOSTILE, HOSTILE, HOSTILE],
          documents: handout().definition.documents!.map((document) => ({
            ...document,
            title: HOSTILE,
            ...(document.number && { number: HOSTILE }),
          })),
          report: { due: '2024-12-14T09:00:00+07:00', recipient: HOSTILE },
        },
        { unit: { name: HOSTILE, code: HOSTILE, folder: '001-x' } },
      );
      expect(skeleton(make(hostile))).to.equal(skeleton(make(handout())));
    });
  }

  for (const name of [
    'element',
    'script tag',
    'iframe',
    'picture and link',
    'article',
    'poster page',
  ])
    it(`says nothing of what is between unit and office: ${name}`, () => {
      expect(SNIPPETS[name]!(handout())).not.to.match(/report|2024-12-14T09|Văn phòng Sở/);
    });
});

describe('the element to paste', () => {
  const html = elementSnippet(handout());

  it('pins every host that the definition leads to', () => {
    const pinned = elementSnippet(
      handout({ results: 'https://ketqua.example.vn/', calendar: 'https://so.example.vn/a.ics' }),
    );
    expect(find(pinned, 'contest-banner').getAttribute('hosts')).to.equal(
      'cuocthi.example.vn ketqua.example.vn so.example.vn',
    );
  });

  it('ends 180 days after the contest', () => {
    expect(find(html, 'contest-banner').getAttribute('until')).to.equal('2025-06-11');
  });

  it('ends within four-digit years', () => {
    const late = elementSnippet(handout({ closes: '9999-12-31T23:59:00+07:00' }));
    expect(find(late, 'contest-banner').getAttribute('until')).to.equal('9999-12-31');
  });

  it('names the script by its version and its hash', () => {
    const script = find<HTMLScriptElement>(html, 'script[src]');
    expect(script.getAttribute('src')).to.equal('/cuoc-thi/contest-banner-0.1.0.js');
    expect(script.integrity).to.equal('sha384-abc');
    expect(script.hasAttribute('crossorigin')).to.equal(false);
  });

  it('lets the hash be checked where the script lies on another host', () => {
    const place = { ...handout().place, files: 'https://so.example.vn/cuoc-thi/' };
    const script = find<HTMLScriptElement>(elementSnippet(handout({}, { place })), 'script[src]');
    expect(script.crossOrigin).to.equal('anonymous');
  });

  it('reads the definition where the organizer publishes it, or the unit has its copy', () => {
    const place = { ...handout().place, published: '' };
    const src = (given: Handout) =>
      find(elementSnippet(given), 'contest-banner').getAttribute('src');
    expect(src(handout())).to.equal('https://so.example.vn/contest.json');
    expect(src(handout({}, { place }))).to.equal('/cuoc-thi/contest.json');
  });

  it('holds no JSON, which would be text where a filter takes script away', () => {
    expect(html).not.to.match(/application\/json|"revision"/);
  });

  it('stands as ordinary HTML with title, dates, the way in and the rules', () => {
    const element = find(html, 'contest-banner');
    for (const text of [
      handout().definition.title,
      'Mở từ 7h30 ngày 18/11/2024 (thứ Hai) đến 16h30 ngày 13/12/2024 (thứ Sáu), giờ Việt Nam',
    ])
      expect(element.textContent).to.include(text);
    expect([...element.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://cuocthi.example.vn/?don-vi=bao-tang-tinh',
      'https://cuocthi.example.vn/the-le',
    ]);
  });

  it('has no paragraph, since an editor may put one around it', () => {
    expect(html).not.to.match(/<p\b/);
  });
});

describe('the frame to paste', () => {
  it('names source, unit and end so that they are read back', () => {
    const unit = { name: 'x', code: 'a&b=c đ+#?', folder: '' };
    const frame = find<HTMLIFrameElement>(frameSnippet(handout({}, { unit })), 'iframe');
    const address = new URL(frame.getAttribute('src')!, 'https://don-vi.example.vn/');
    expect(address.pathname).to.equal('/cuoc-thi/frame.html');
    expect(Object.fromEntries(address.searchParams)).to.deep.equal({
      src: 'https://so.example.vn/contest.json',
      unit: unit.code,
      until: '2025-06-11',
    });
  });

  it('is on one line, since NukeViet stumbles over a line break behind the name of a tag', () => {
    expect(frameSnippet(handout()).trim()).not.to.include('\n');
  });

  it('is as high as the banner in an article, and some more', () => {
    expect(find<HTMLIFrameElement>(frameSnippet(handout()), 'iframe').height).to.equal('930');
  });

  it('has a name for those who listen', () => {
    expect(find<HTMLIFrameElement>(frameSnippet(handout()), 'iframe').title).to.equal(
      handout().definition.title,
    );
  });
});

describe('the picture that is a link', () => {
  const html = plainSnippet(handout());

  it('leads where the QR code leads', () => {
    const link = find<HTMLAnchorElement>(html, 'a');
    expect(link.href).to.equal('https://cuocthi.example.vn/?don-vi=bao-tang-tinh');
    expect(link.dataset.contestSrc).to.equal('https://so.example.vn/contest.json');
  });

  it('names the picture of its revision and its size', () => {
    const image = find<HTMLImageElement>(html, 'a > img');
    expect(image.getAttribute('src')).to.equal('/cuoc-thi/banner-cchc-2024-3-1200x480.png');
    expect([image.width, image.height]).to.deep.equal([1200, 480]);
  });

  it('says in words what the picture says', () => {
    const { alt } = find<HTMLImageElement>(html, 'img');
    for (const text of [
      'Hải Dương năm 2024',
      '16h30 ngày 13 tháng 12 năm 2024',
      'cuocthi.example.vn',
    ])
      expect(alt).to.include(text);
  });
});

/** What is drawn or read until when, in every text that says so. */
const DATED: Record<string, (given: Handout) => string> = {
  element: elementSnippet,
  'picture and link': plainSnippet,
  article,
  'page of instructions': page,
  'poster page': (given) => posterPage(given, 'x.js'),
  'short message': shortMessage,
  letter,
};

describe('with rounds', () => {
  const rounds = [
    { title: 'Tuần 2', opens: '2024-11-27T00:00:00+07:00', closes: '2024-12-02T00:00:00+07:00' },
    { title: 'Tuần 1', opens: '2024-11-20T08:00:00+07:00', closes: '2024-11-26T00:00:00+07:00' },
  ];
  for (const [name, make] of Object.entries(DATED))
    it(`it runs from the first opening to the last closing: ${name}`, () => {
      const text = make(handout({ rounds }));
      expect(text).to.include(
        'Mở từ 8h00 ngày 20/11/2024 (thứ Tư) đến 24h00 ngày 1/12/2024 (Chủ nhật)',
      );
      expect(text).not.to.match(/18\/11\/2024|13\/12\/2024/);
    });
});

describe('what the organizer has to say now', () => {
  for (const [name, make] of Object.entries(DATED)) {
    if (['page of instructions', 'poster page'].includes(name)) continue;
    it(`stands in it: ${name}`, () => {
      expect(make(handout({ notice: 'Bảo trì đến 14h00' }))).to.include('Bảo trì đến 14h00');
    });
  }

  it('is said in general where it is suspended without a word', () => {
    for (const make of [elementSnippet, plainSnippet, article, shortMessage, letter])
      expect(make(handout({ suspended: true }))).to.include('Cuộc thi đang tạm dừng.');
  });
});

describe('a way in without encryption', () => {
  const http = { url: 'http://cuocthi-hp.example.vn/', allowHttp: true, documents: [] };
  for (const [name, make] of Object.entries({
    elementSnippet,
    plainSnippet,
    article,
    shortMessage,
  }))
    it(`is warned of: ${name}`, () => {
      expect(make(handout(http))).to.include('Trang này không mã hoá kết nối');
      expect(make(handout())).not.to.include('không mã hoá');
    });
});

describe('whatever draws', () => {
  for (const [name, make] of Object.entries({ elementSnippet, scriptSnippet, plainSnippet }))
    it(`is pinned to the hosts of the definition, and ends: ${name}`, () => {
      const drawing = [
        ...read(make(handout())).querySelectorAll('contest-banner, [data-src], [data-contest-src]'),
      ];
      expect(drawing).to.have.lengthOf(1);
      const values = (ending: string) =>
        drawing[0]!
          .getAttributeNames()
          .filter((attribute) => attribute.endsWith(ending))
          .map((attribute) => drawing[0]!.getAttribute(attribute));
      expect(values('hosts')).to.deep.equal(['cuocthi.example.vn']);
      expect(values('until')).to.deep.equal(['2025-06-11']);
    });
});

describe('what runs the script', () => {
  const documents = [
    { kind: 'rules' as const, title: 'Thể lệ', url: 'https://kho.example.com/the-le' },
  ];

  for (const [name, make, hosts] of [
    ['elementSnippet', elementSnippet, 'cuocthi.example.vn'],
    // Its own banner shows the documents as well.
    ['scriptSnippet', scriptSnippet, 'cuocthi.example.vn kho.example.com'],
  ] as const)
    it(`holds the links that authors write: ${name}`, () => {
      const { dataset } = find<HTMLScriptElement>(make(handout({ documents })), 'script');
      expect(dataset.hosts).to.equal(hosts);
      expect(dataset.sources).to.equal('https://so.example.vn/contest.json');
    });
});

describe('whatever is written', () => {
  it('is no shortcode where it is pasted into WordPress', () => {
    const title = 'Cuộc thi [gallery ids="1"]';
    for (const make of [elementSnippet, plainSnippet, frameSnippet, article])
      expect(make(handout({ title }))).not.to.match(/[[\]]|&#9[13];/);
    expect(read(article(handout({ title }))).body.textContent).to.include(title);
  });
});

describe('texts that are read line by line', () => {
  const broken = {
    title: 'Cuộc thi\r\nBcc: x@y.vn',
    notice: 'Một\nhai',
    summary: 'Ba\u2028bốn',
    organizer: 'Năm\nsáu',
    howTo: ['Bảy\ntám'],
  };
  it('have the lines that they would have anyway', () => {
    const whole = Object.fromEntries(
      Object.entries(broken).map(([key, text]) => [key, Array.isArray(text) ? ['x'] : 'x']),
    );
    for (const make of [shortMessage, letter])
      expect(make(handout(broken)).split(/[\r\n\u2028]/).length).to.equal(
        make(handout(whole)).split(/[\r\n\u2028]/).length,
      );
    expect(letter(handout(broken)).split('\n')[0]).to.equal('Mời tham gia: Cuộc thi Bcc: x@y.vn');
  });
});

describe('the room', () => {
  it('is that of the contest while it is open, whatever is the matter today', () => {
    const { contest, now } = atItsTallest(handout({ suspended: true }).definition);
    expect(contest.suspended).to.equal(undefined);
    expect(situation(contest, now).phase).to.equal('open');
  });

  it('is that of the moment at which most rounds are open', () => {
    const at = (from: number, to: number) => ({
      title: 'Tuần',
      opens: `2024-11-${from}T00:00:00+07:00`,
      closes: `2024-11-${to}T00:00:00+07:00`,
    });
    const rounds = [at(26, 28), at(20, 25), at(27, 29), at(22, 23)];
    const { contest, now } = atItsTallest(handout({ rounds: rounds.slice(0, 2) }).definition);
    expect(new Date(now).toISOString()).to.equal('2024-11-19T17:00:00.000Z');
    expect(situation(contest, now).phase).to.equal('open');
    const both = atItsTallest(handout({ rounds: [rounds[0]!, rounds[2]!, at(20, 21)] }).definition);
    expect(new Date(both.now).toISOString()).to.equal('2024-11-26T17:00:00.000Z');
  });
});

describe('the shortcode', () => {
  it('names contest and unit', () => {
    expect(shortcode(handout())).to.equal(
      '[contest_banner contest="cchc-2024" unit="bao-tang-tinh" data-contest="cchc-2024@3"]\n',
    );
  });

  it('is not written for a code that WordPress could not read back', () => {
    for (const code of ['a"b', 'a]b', '[a', 'a b', '<b>', 'a&b', 'a\\x41', 'a\u200bb'])
      expect(shortcode(handout({}, { unit: { name: 'x', code, folder: '' } }))).to.equal(undefined);
  });
});
