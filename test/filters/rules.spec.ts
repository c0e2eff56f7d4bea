import { expect } from 'chai';
import { filters } from './index.ts';
import { PLAIN } from './sample.ts';
import { expectSurvives } from './survives.ts';

const through = (part: string) => filters.find(({ name }) => name.includes(part))!.apply;

describe('NukeViet', () => {
  const apply = through('NukeViet');

  it('unwraps what it does not know and keeps the children', () => {
    expect(apply('<contest-banner><p>trong</p></contest-banner>')).to.equal('<p>trong</p>');
    expect(apply('<p><time datetime="2024-11-18">18/11</time></p>')).to.equal('<p>18/11</p>');
    expect(apply('<details><summary>s</summary>t</details>')).to.equal('st');
  });

  it('removes scripts with what is in them, and the tags of inline SVG', () => {
    expect(apply('<p>a</p><script type="application/json">{"a":1}</script>')).to.equal('<p>a</p>');
    expect(apply('<svg><path d="M0 0"/></svg>')).to.equal('');
  });

  it("leaves an iframe its address only where that is without a host, or the host's is trusted", () => {
    expect(apply('<iframe src="https://khac.example.vn/frame.html"></iframe>')).to.equal(
      '<iframe></iframe>',
    );
    expect(apply('<iframe src="//khac.example.vn/frame.html"></iframe>')).to.equal(
      '<iframe></iframe>',
    );
    const own = '<iframe src="/banner/frame.html?src=contest.json" width="100%"></iframe>';
    expect(apply(own)).to.equal(own);
  });

  it('turns quotes in values into single ones', () => {
    expect(apply('<a href="/x" data-json="{&quot;a&quot;:1}">l</a>')).to.equal(
      '<a href="/x" data-json="{&#039;a&#039;:1}">l</a>',
    );
  });

  it('keeps data attributes and styles, with colours written out', () => {
    expect(
      apply('<a href="/x#abc" data-contest="c@3" style="color:#b01117;width:10px">l</a>'),
    ).to.equal(
      '<a href="/x#abc" data-contest="c@3" style="color:rgb(176, 17, 23);width:10px">l</a>',
    );
  });

  it('drops event handlers', () => {
    expect(apply('<a href="/x" onclick="y()">l</a>')).to.equal('<a href="/x">l</a>');
  });
});

describe('NukeViet and Joomla', () => {
  const both = ['NukeViet', 'Joomla'].map(through);

  it('throw a tag away whose name ends at a line break, and an attribute that begins at one', () => {
    for (const apply of both) {
      expect(apply('<p><a href="/x"><img\n  src="/a.png"\n  alt="a"></a>b</p>')).to.equal(
        '<p><a href="/x"></a>b</p>',
      );
      expect(apply('<p\n  title="t">a</p>')).to.equal('a</p>');
      expect(apply('<img src="/a.png"\nalt="a" width="4">')).to.equal(
        '<img src="/a.png" width="4">',
      );
    }
  });

  it('keep a tag whose attributes begin with a space on lines of their own', () => {
    for (const apply of both)
      expect(apply('<a href="/x"\n  title="t"\n  >l</a>')).to.equal('<a href="/x" title="t">l</a>');
  });
});

describe('Joomla', () => {
  const apply = through('Joomla');

  it('takes the tags of a script and leaves its text to be read by visitors', () => {
    expect(apply('<script type="application/json">{"a":1}</script>')).to.equal('{"a":1}');
  });

  it('takes every iframe', () => {
    expect(apply('<iframe src="/banner/frame.html"></iframe>')).to.equal('');
  });

  it('keeps times and data attributes', () => {
    const html = '<time datetime="2024-11-18" data-contest="c@3">18/11</time>';
    expect(apply(html)).to.equal(html);
  });
});

describe('Drupal and Liferay', () => {
  it('take data-contest, so that the name of the picture alone tells which contest it was', () => {
    for (const part of ['Drupal', 'Liferay']) {
      const left = through(part)(PLAIN);
      expect(left).not.to.include('data-contest');
      expect(left).to.include('banner-cchc-2024-3-');
    }
  });

  it('take styles in Drupal, and keep them in Liferay', () => {
    expect(through('Drupal')('<p style="color:red">a</p>')).to.equal('<p>a</p>');
    expect(through('Liferay')('<p style="color:red">a</p>')).to.equal('<p style="color:red">a</p>');
  });

  it('take an alternative text with a colon or a slash in Liferay', () => {
    for (const alt of ['Cuộc thi: cải cách', 'đến 13/12/2024', 'Cuộc thi “cải cách”', 'mở – đóng'])
      expect(through('Liferay')(`<img src="a.png" alt="${alt}">`), alt).to.equal(
        '<img src="a.png">',
      );
  });
});

describe('what must survive', () => {
  const damages: [string, (html: string) => string][] = [
    ['a link', (html) => html.replace(/<a href[^>]*>(.*?)<\/a>/, '$1')],
    ["a link's address", (html) => html.replace('/the-le', '/')],
    ['a picture', (html) => html.replace(/<img[^>]*>/, '')],
    ['an alternative text', (html) => html.replace(/ alt="[^"]*"/, '')],
    ['a date', (html) => html.replace('18/11/2024', '')],
    [
      'the link around a picture',
      (html) => html.replace(/(<a [^>]*>)(<img[^>]*>)<\/a>/, '$1</a>$2'),
    ],
    ['nothing, with something come to it', (html) => `${html}<script></script>`],
  ];
  for (const [what, damage] of damages)
    it(`is missed: ${what}`, () => {
      expect(damage(PLAIN)).not.to.equal(PLAIN);
      expect(() => expectSurvives(PLAIN, damage(PLAIN))).to.throw();
    });
});
