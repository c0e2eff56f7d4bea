import { expect } from 'chai';
import fc from 'fast-check';
import * as lit from 'lit';
import * as lite from '../../src/elements/lit-lite.ts';

type Lit = typeof lit;
type Drawing = unknown;

interface Canvas extends HTMLElement {
  drawing: Drawing;
  updateComplete: Promise<boolean>;
}

/** What both do; the typed one is Lit's. */
const bases: Record<string, Lit> = { Lit: lit, 'the stand-in for Lit': lite as unknown as Lit };

/** An element that draws what it is given. */
function canvas({ LitElement, unsafeCSS }: Lit): Canvas {
  const tag = `canvas-${crypto.randomUUID()}`;
  customElements.define(
    tag,
    class extends LitElement {
      static override properties = { drawing: { attribute: false } };
      static override styles = unsafeCSS('');
      declare drawing: Drawing;
      override render() {
        return this.drawing;
      }
    },
  );
  const element = document.createElement(tag) as Canvas;
  document.body.append(element);
  return element;
}

async function draw(element: Canvas, drawing: Drawing): Promise<string> {
  element.drawing = drawing;
  await element.updateComplete;
  return element.shadowRoot!.innerHTML.replace(/<!--.*?-->/g, '');
}

for (const [name, base] of Object.entries(bases)) {
  const { html, nothing } = base;

  describe(`a template of ${name}`, () => {
    afterEach(() => document.body.replaceChildren());

    const find = (element: Canvas, selector: string) =>
      element.shadowRoot!.querySelector<HTMLElement>(selector)!;

    for (const [kind, value, text] of [
      ['text', 'a', 'a'],
      ['a number', 0, '0'],
      ['false', false, 'false'],
      ['null as nothing', null, ''],
      ['undefined as nothing', undefined, ''],
      ['nothing', nothing, ''],
      ['a list', ['a', 1, html`<i>b</i>`], 'a1<i>b</i>'],
      ['lists in lists', [['a'], [['b']]], 'ab'],
      ['an empty list', [], ''],
      ['a template', html`<i>${'a'}</i>`, '<i>a</i>'],
    ] as const)
      it(`draws ${kind}`, async () => {
        expect(await draw(canvas(base), html`<p>${value}</p>`)).to.equal(`<p>${text}</p>`);
      });

    it('takes no value for HTML', async () => {
      const text = '<img src="x" onerror="throw 1">"\'-->';
      const element = canvas(base);
      await draw(element, html`<p title=${text}>${text}</p>`);
      expect(find(element, 'p').title).to.equal(text);
      expect(find(element, 'p').textContent).to.equal(text);
      expect(find(element, 'img')).to.equal(null);
    });

    it('takes nothing that only looks like a template for one', async () => {
      const forged = JSON.parse('{"strings":["<img>"],"values":[]}') as object;
      const element = canvas(base);
      await draw(element, html`<p>${forged}</p>`);
      expect(find(element, 'p').innerText).to.equal('[object Object]');
    });

    it('sets an attribute, empties it for null and takes it away for nothing', async () => {
      const element = canvas(base);
      const template = (value: unknown) => html`<p title=${value}></p>`;
      expect(await draw(element, template(1))).to.equal('<p title="1"></p>');
      expect(await draw(element, template(null))).to.equal('<p title=""></p>');
      expect(await draw(element, template(nothing))).to.equal('<p></p>');
      expect(await draw(element, template('a'))).to.equal('<p title="a"></p>');
    });

    it('sets a property, and no attribute', async () => {
      const element = canvas(base);
      const list = [1];
      expect(await draw(element, html`<p .list=${list}></p>`)).to.equal('<p></p>');
      expect(find(element, 'p')).to.have.property('list', list);
    });

    it('has an element complete before it is on the page', async () => {
      const seen: unknown[] = [];
      const tag = `child-${crypto.randomUUID()}`;
      customElements.define(
        tag,
        class extends HTMLElement {
          value: unknown;
          connectedCallback(): void {
            seen.push(this.title, this.value, this.textContent);
          }
        },
      );
      const strings = [`<${tag} title=`, ' .value=', '>', `</${tag}>`];
      const raw = Object.assign(strings, { raw: strings });
      await draw(canvas(base), html(raw, 'a', 'b', 'c'));
      expect(seen).to.deep.equal(['a', 'b', 'c']);
    });

    it('calls the listener that it has now, on the element that draws', async () => {
      const element = canvas(base);
      const heard: unknown[] = [];
      const template = (word: string) =>
        html`<p
          @click=${function (this: unknown, { type }: Event) {
            heard.push(this, type, word);
          }}
        ></p>`;
      await draw(element, template('first'));
      await draw(element, template('second'));
      find(element, 'p').click();
      expect(heard).to.deep.equal([element, 'click', 'second']);
      expect(find(element, 'p').getAttributeNames()).to.deep.equal([]);
    });

    it('leaves nodes alone while the template is the same', async () => {
      const element = canvas(base);
      const template = (text: string) => html`<p>${text}</p>`;
      await draw(element, template('a'));
      const p = find(element, 'p');
      const records: MutationRecord[] = [];
      const observer = new MutationObserver((list) => records.push(...list));
      observer.observe(element.shadowRoot!, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      await draw(element, template('a'));
      await draw(element, template('b'));
      observer.disconnect();
      expect(find(element, 'p')).to.equal(p);
      expect(records.map(({ type }) => type)).to.deep.equal(['characterData']);
    });

    it('keeps the items that a list still has', async () => {
      const element = canvas(base);
      const template = (...items: string[]) =>
        html`<ul>
          ${items.map((item) => html`<li>${item}</li>`)}
        </ul>`;
      await draw(element, template('a', 'b', 'c'));
      const first = find(element, 'li');
      await draw(element, template('d'));
      await draw(element, template('e', 'f'));
      const items = [...element.shadowRoot!.querySelectorAll('li')];
      expect(items.map((item) => item.textContent)).to.deep.equal(['e', 'f']);
      expect(items[0]).to.equal(first);
    });

    it('draws in SVG', async () => {
      const element = canvas(base);
      await draw(element, html`<svg viewBox=${'0 0 9 9'}><path d=${'M0 0'} /></svg>`);
      const svg = element.shadowRoot!.querySelector('svg')!;
      expect(svg.viewBox.baseVal.width).to.equal(9);
      expect(svg.querySelector('path')!.namespaceURI).to.match(/svg$/);
    });
  });
}

/** What may be drawn, before it is known by which of the two. */
type Plan = string | number | null | Plan[] | { kind: number; plans: Plan[] };

const { plan } = fc.letrec<{ plan: Plan }>((tie) => ({
  plan: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('', 'a', '<b>', 0, null),
    fc.array(tie('plan'), { maxLength: 3 }),
    fc.record({ kind: fc.nat(3), plans: fc.array(tie('plan'), { minLength: 2, maxLength: 2 }) }),
  ),
}));

function drawingOf(given: Plan, base: Lit): Drawing {
  if (Array.isArray(given)) return given.map((each) => drawingOf(each, base));
  if (given === null) return base.nothing;
  if (typeof given !== 'object') return given;
  const [a, b] = given.plans.map((each) => drawingOf(each, base));
  const attribute = typeof given.plans[0] === 'object' ? base.nothing : given.plans[0];
  const { html } = base;
  return [
    html`<p>${a}</p>`,
    html`<p title=${attribute}>${b}</p>`,
    html`${a}<i>${b}</i>`,
    html`<div>${a}${b}</div>`,
  ][given.kind];
}

describe('the stand-in for templates', () => {
  afterEach(() => document.body.replaceChildren());

  it('draws what Lit draws, whatever follows whatever', () =>
    fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 1, maxLength: 6 }), async (plans) => {
        const [theirs, ours] = [lit, lite as unknown as Lit].map((base) => ({
          base,
          element: canvas(base),
        }));
        for (const each of plans)
          expect(await draw(ours!.element, drawingOf(each, ours!.base))).to.equal(
            await draw(theirs!.element, drawingOf(each, theirs!.base)),
          );
        document.body.replaceChildren();
      }),
      { numRuns: 300, seed: import.meta.env.SEED },
    ));
});
