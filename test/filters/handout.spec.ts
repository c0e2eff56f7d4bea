import { expect } from 'chai';
import { frameSnippet, plainSnippet } from '../../src/handout/snippets.ts';
import { article } from '../../src/handout/texts.ts';
import { handout } from '../handout/sample.ts';
import { filters } from './index.ts';
import { nukeviet } from './nukeviet.ts';
import { expectSurvives } from './survives.ts';

describe('what is handed out to portals that filter', () => {
  for (const { name, apply } of filters)
    for (const [kind, make] of Object.entries({ 'picture and link': plainSnippet, article }))
      it(`keeps links, pictures, dates and rules: ${kind}, ${name}`, () => {
        const html = make(handout());
        expectSurvives(html, apply(html));
      });

  it('keeps the frame of the unit’s own portal in NukeViet', () => {
    const html = frameSnippet(handout());
    expect(nukeviet(html)).to.include(/src="[^"]*"/.exec(html)![0]);
  });

  it('keeps what says which contest it was, and what upgrades it, in NukeViet', () => {
    const attributes = (html: string) => html.match(/data-contest[\w-]*="[^"]*"/g);
    expect(attributes(nukeviet(plainSnippet(handout())))).to.deep.equal(
      attributes(plainSnippet(handout())),
    );
  });
});
