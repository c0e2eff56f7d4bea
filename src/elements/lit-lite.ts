/**
 * Stands in for `lit` in the one file for a script tag: of its `LitElement` and its templates what
 * our elements need. Converters, reflection, decorators, directives, hydration and support for
 * browsers below the floor are left out, which saves 3.5 KB of brotli. Whoever installs the package
 * uses Lit itself; the specs of the elements run with both. `scripts/vite-plugins.ts` swaps it in.
 */

import { childPart } from './html-lite.ts';

export { html, nothing } from './html-lite.ts';

interface Controller {
  hostConnected(): void;
  hostDisconnected(): void;
}

interface Class {
  properties: Record<string, { attribute?: string | false }>;
  styles: CSSStyleSheet;
}

/** A style sheet, for all elements of a class. */
export function unsafeCSS(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

export abstract class LitElement extends HTMLElement {
  #values: Record<string, unknown> = {};
  #changed = new Map<string, unknown>();
  #controllers: Controller[] = [];
  #pending = false;
  #draw?: (drawing: unknown) => void;
  #connect!: () => void;
  #updated = new Promise<void>((connected) => (this.#connect = connected));

  /** Asked for once, when the element is defined: the time to make its properties. */
  static get observedAttributes(): string[] {
    const { properties } = this as unknown as Class;
    return Object.entries(properties).flatMap(([name, { attribute = name }]) => {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: LitElement) {
          return this.#values[name];
        },
        set(this: LitElement, value) {
          const old = this.#values[name];
          if (Object.is(old, value)) return;
          this.#values[name] = value;
          if (!this.#changed.has(name)) this.#changed.set(name, old);
          this.requestUpdate();
        },
      });
      return attribute || [];
    });
  }

  constructor() {
    super();
    // What was set before the element was defined would hide the properties.
    for (const name of Object.keys(this.#class.properties))
      if (Object.hasOwn(this, name)) {
        const value: unknown = Reflect.get(this, name);
        Reflect.deleteProperty(this, name);
        Reflect.set(this, name, value);
      }
    this.requestUpdate();
  }

  get #class(): Class {
    return this.constructor as unknown as Class;
  }

  connectedCallback(): void {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [this.#class.styles];
      // Until something is drawn, and where that fails: what the page has inside.
      root.append(document.createElement('slot'));
    }
    this.#connect();
    for (const controller of this.#controllers) controller.hostConnected();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected();
  }

  attributeChangedCallback(attribute: string, _old: string | null, value: string | null): void {
    for (const [name, { attribute: own = name }] of Object.entries(this.#class.properties))
      if (own === attribute) Reflect.set(this, name, value);
  }

  addController(controller: Controller): void {
    this.#controllers.push(controller);
  }

  /** Draws in a microtask, once for all that has changed, and not before the element is connected. */
  requestUpdate(): void {
    if (this.#pending) return;
    this.#pending = true;
    const update = () => this.#update();
    // A drawing that failed is in the console; the next one may succeed.
    this.#updated = this.#updated.then(update, update);
  }

  /** Settles when what has changed so far is drawn. */
  get updateComplete(): Promise<boolean> {
    return this.#updated.then(() => !this.#pending);
  }

  #update(): void {
    let drawing: unknown;
    try {
      this.willUpdate?.(this.#changed);
      drawing = this.render();
    } finally {
      // From here on a change asks for another update.
      this.#changed = new Map();
      this.#pending = false;
    }
    if (!this.#draw) {
      const end = document.createComment('');
      this.shadowRoot!.replaceChildren(end);
      this.#draw = childPart(end, this);
    }
    this.#draw(drawing);
    this.updated?.();
  }

  willUpdate?(changed: Map<PropertyKey, unknown>): void;

  abstract render(): unknown;

  updated?(): void;
}
