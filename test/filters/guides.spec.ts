import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { filters } from './index.ts';
import { nukeviet } from './nukeviet.ts';
import { expectSurvives, textOf } from './survives.ts';

const PAGES = [
  ...['portals', 'nukeviet', 'wordpress', 'security'].flatMap((name) => [
    `docs/guides/${name}.md`,
    `docs/guides/${name}.vi.md`,
  ]),
  'README.md',
  'README.vi.md',
];

const FIRST = { element: 'contest-banner', frame: 'iframe', picture: 'img', script: 'script' };
type Kind = keyof typeof FIRST;

/** What a snippet is, by the first of these elements in it; a script that stands alone is only that. */
const kindOf = (html: string): Kind =>
  (Object.keys(FIRST) as Kind[]).find((kind) => new RegExp(`<${FIRST[kind]}\\b`).test(html))!;

describe('the snippets of the guides, where a portal filters', () => {
  for (const page of PAGES)
    describe(page, () => {
      let snippets: { kind: Kind; html: string }[];
      before(async () => {
        const text = await readFile(page, 'utf8');
        snippets = [...text.matchAll(/^```html\n([^]*?)^```/gm)].map(([, html]) => ({
          kind: kindOf(html!),
          html: html!,
        }));
      });
      const some = (kind: Kind) => snippets.filter((one) => one.kind === kind);

      it('are all of a kind that is tried', () => {
        for (const { kind, html } of snippets) expect(kind, html).not.to.equal(undefined);
      });

      for (const { name, apply } of filters) {
        it(`keep link, picture with its text, dates and rules: ${name}`, () => {
          for (const { html } of some('picture')) expectSurvives(html, apply(html));
        });

        it(`leave title, dates and links of the element: ${name}`, () => {
          for (const { html } of some('element')) {
            const left = apply(html);
            expect(textOf(left)).to.include(textOf(html.replace(/<script.*?<\/script>/gs, '')));
            for (const [, address] of html.matchAll(/<a [^>]*href="([^"]*)"/g))
              expect(left).to.include(`href="${address}"`);
          }
        });
      }

      it('keep the frame of the unit’s own portal in NukeViet', () => {
        for (const { html } of some('frame')) {
          const [address] = /src="[^"]*"/.exec(html)!;
          expect(nukeviet(html))
            .to.match(/^<iframe /)
            .and.to.include(address);
        }
      });
    });

  it('are there: a picture and a frame in each of the two guides that have them', async () => {
    for (const page of PAGES.slice(0, 4)) {
      const text = await readFile(page, 'utf8');
      expect(text)
        .to.match(/^```html\n[^`]*<img /m)
        .and.to.match(/^```html\n<iframe /m);
    }
  });
});
