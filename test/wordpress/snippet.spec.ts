import { expect } from 'chai';
import { PLAIN } from '../filters/sample.ts';
import { expectSurvives, textOf } from '../filters/survives.ts';
import { useWordPress } from './support/site.ts';

for (const core of ['newest', 'oldest'] as const)
  describe(`a snippet pasted by who may not write any HTML, WordPress, ${core}`, function () {
    this.timeout(60_000);
    // Without the plugin: it is WordPress alone that filters.
    const setting = useWordPress({ core, plugin: undefined });

    /** What is stored of an article by an author, or by an administrator of one site of a network. */
    const kses = async (html: string): Promise<string> =>
      (await setting.site.php('return wp_kses_post( $input );', { input: html })) as string;

    it('keeps link, picture, dates, rules and data attributes where it is plain', async () => {
      const left = await kses(PLAIN);
      expectSurvives(PLAIN, left);
      expect(left.match(/data-contest="cchc-2024@3"/g)).to.have.lengthOf(2);
    });

    it('keeps the ordinary link of the element, and loses script and iframe', async () => {
      const left = await kses(
        '<contest-banner src="contest.json"><a href="https://cuocthi.example.vn/">Vào thi</a>' +
          '</contest-banner><script src="contest-banner.js" defer></script>' +
          '<iframe src="/frame.html"></iframe>',
      );
      expect(left).to.equal('<a href="https://cuocthi.example.vn/">Vào thi</a>');
    });

    it('leaves the text of an inline definition to be read by visitors', async () => {
      const left = await kses('<script type="application/json">{"a":1}</script>');
      expect(textOf(left)).to.equal('{"a":1}');
    });
  });
