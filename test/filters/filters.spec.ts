import { expect } from 'chai';
import { filters } from './index.ts';
import { PLAIN } from './sample.ts';
import { expectSurvives, textOf } from './survives.ts';

const SCRIPTED =
  '<contest-banner src="contest.json"><p><a href="https://cuocthi.example.vn/">Vào thi</a></p>' +
  '</contest-banner><script src="contest-banner.js" defer></script>';

for (const { name, apply } of filters)
  describe(`a snippet in ${name}`, () => {
    it('keeps link, picture with alternative text, dates and rules where it is plain', () => {
      expectSurvives(PLAIN, apply(PLAIN));
    });

    it('stays as it is the second time', () => {
      const once = apply(PLAIN);
      expect(apply(once)).to.equal(once);
    });

    it('keeps the ordinary link where the element is taken away', () => {
      const left = apply(SCRIPTED);
      expect(left).to.match(/<a [^>]*href="https:\/\/cuocthi\.example\.vn\/"/);
      expect(textOf(left)).to.equal('Vào thi');
      expect(left).not.to.match(/script|contest-banner/);
    });

    it('is run through something that filters', () => {
      expect(apply('<script>1</script><b onclick="x()">chữ</b>')).not.to.match(/<script|onclick/);
    });
  });
