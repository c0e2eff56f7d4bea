import { expect } from 'chai';
import { article } from '../../src/handout/texts.ts';
import { instructions } from '../../src/handout/instructions.ts';
import { posterPage } from '../../src/handout/poster.ts';
import {
  elementSnippet,
  frameSnippet,
  plainSnippet,
  scriptSnippet,
  shortcode,
} from '../../src/handout/snippets.ts';
import type { Handout } from '../../src/handout/handout.ts';
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

describe('the shortcode', () => {
  it('names contest and unit', () => {
    expect(shortcode(handout())).to.equal(
      '[contest_banner contest="cchc-2024" unit="bao-tang-tinh"]\n',
    );
  });

  it('is not written for a code that WordPress could not read back', () => {
    for (const code of ['a"b', 'a]b', '[a', 'a b', '<b>', 'a&b', 'a\\x41', 'a\u200bb'])
      expect(shortcode(handout({}, { unit: { name: 'x', code, folder: '' } }))).to.equal(undefined);
  });
});
