import { expect } from 'chai';
import * as lit from 'lit';
import * as lite from '../../src/elements/lit-lite.ts';

/** What both do; the typed one is Lit's. */
const bases = { Lit: lit, 'the stand-in for Lit': lite as unknown as typeof lit };

for (const [name, { html, LitElement, unsafeCSS }] of Object.entries(bases)) {
  class Sample extends LitElement {
    static override properties = {
      word: {},
      longWord: { attribute: 'long-word' },
      secret: { attribute: false },
    };
    static override styles = unsafeCSS('p { color: rgb(1, 2, 3) }');
    declare word: string | null | undefined;
    declare longWord: string | null | undefined;
    declare secret: unknown;
    drawn = 0;
    willBe: string | undefined;
    then: string | undefined;
    fails = false;
    told: unknown[] = [];

    override willUpdate(changed: Map<PropertyKey, unknown>): void {
      this.told.push([...changed]);
      if (this.willBe) this.word = this.willBe;
    }

    override render() {
      this.drawn++;
      if (this.fails) throw new Error('on purpose');
      return html`<p @click=${this.clicked}>${this.word}${this.longWord}</p>`;
    }

    override updated(): void {
      if (this.then) this.word = this.then;
      this.then = undefined;
    }

    clicked(): void {
      this.told.push(this);
    }
  }

  const define = () => {
    const tag = `sample-${crypto.randomUUID()}`;
    customElements.define(tag, class extends Sample {});
    return tag;
  };
  const add = (attributes = '') => {
    const tag = define();
    const outer = document.createElement('div');
    outer.innerHTML = `<${tag} ${attributes}></${tag}>`;
    document.body.append(outer);
    return outer.firstElementChild as Sample;
  };
  const text = (element: Sample) => element.shadowRoot!.textContent;

  describe(`an element of ${name}`, () => {
    afterEach(() => document.body.replaceChildren());

    it('draws what its attributes say', async () => {
      const element = add('word="a" long-word="b" secret="c"');
      await element.updateComplete;
      expect(text(element)).to.equal('ab');
      expect([element.word, element.longWord, element.secret]).to.eql(['a', 'b', undefined]);
    });

    it('draws again when an attribute changes or goes', async () => {
      const element = add('word="a" long-word="b"');
      element.setAttribute('word', 'c');
      element.removeAttribute('long-word');
      await element.updateComplete;
      expect(text(element)).to.equal('c');
      expect(element.longWord).to.equal(null);
    });

    it('draws once for all that has changed, and tells what it was', async () => {
      const element = add('word="a"');
      await element.updateComplete;
      element.word = 'b';
      element.secret = 1;
      element.word = 'c';
      await element.updateComplete;
      expect(element.drawn).to.equal(2);
      expect(element.told[1]).to.eql([
        ['word', 'a'],
        ['secret', undefined],
      ]);
    });

    it('does not draw for a value that is the same', async () => {
      const element = add();
      element.secret = NaN;
      await element.updateComplete;
      element.secret = NaN;
      await element.updateComplete;
      expect(element.drawn).to.equal(1);
    });

    it('does not draw before it is on a page', async () => {
      const element = document.createElement(define()) as Sample;
      element.word = 'a';
      await new Promise((resolve) => setTimeout(resolve));
      expect(element.drawn).to.equal(0);
      document.body.append(element);
      await element.updateComplete;
      expect(text(element)).to.equal('a');
    });

    it('keeps what was set before it was defined', async () => {
      const tag = `sample-${crypto.randomUUID()}`;
      const element = document.createElement(tag) as Sample;
      document.body.append(Object.assign(element, { word: 'early', longWord: '!' }));
      customElements.define(tag, class extends Sample {});
      await element.updateComplete;
      expect(text(element)).to.equal('early!');
      element.word = 'late';
      await element.updateComplete;
      expect(text(element)).to.equal('late!');
    });

    it('draws with what is set before drawing, without another turn', async () => {
      const element = add();
      element.willBe = 'a';
      await element.updateComplete;
      await element.updateComplete;
      expect([text(element), element.drawn]).to.eql(['a', 1]);
    });

    it('draws again for what is set after drawing', async () => {
      const element = add();
      element.then = 'a';
      await element.updateComplete;
      await element.updateComplete;
      expect([text(element), element.drawn]).to.eql(['a', 2]);
    });

    it('draws again after a drawing that failed', async () => {
      const element = add('word="a"');
      await element.updateComplete;
      element.fails = true;
      element.word = 'b';
      await element.updateComplete.catch(() => undefined);
      element.fails = false;
      element.word = 'c';
      await element.updateComplete;
      expect(text(element)).to.equal('c');
    });

    it('tells its controllers that it comes and goes', async () => {
      const element = add();
      const told: string[] = [];
      element.addController({
        hostConnected: () => told.push('connected'),
        hostDisconnected: () => told.push('disconnected'),
      });
      const parent = element.parentNode!;
      element.remove();
      parent.append(element);
      await element.updateComplete;
      expect(told.slice(-2)).to.eql(['disconnected', 'connected']);
    });

    it('has its styles, and is what its listeners are called on', async () => {
      const element = add();
      await element.updateComplete;
      const p = element.shadowRoot!.querySelector('p')!;
      expect(getComputedStyle(p).color).to.equal('rgb(1, 2, 3)');
      p.click();
      expect(element.told.at(-1)).to.equal(element);
    });
  });
}

describe('an element of the stand-in for Lit alone', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what the page has inside where its first drawing fails', async () => {
    const tag = `sample-${crypto.randomUUID()}`;
    class Failing extends lite.LitElement {
      static properties = {};
      static styles = lite.unsafeCSS('');
      override render(): unknown {
        throw new Error('on purpose');
      }
    }
    customElements.define(tag, Failing);
    const element = document.createElement(tag) as Failing;
    element.innerHTML = '<a href="/">Vào thi</a>';
    document.body.append(element);
    await element.updateComplete.catch(() => undefined);
    expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
    expect(element.querySelector('a')!.assignedSlot).to.not.equal(null);
  });
});
