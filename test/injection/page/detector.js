/**
 * Finds what a string has done to a page: it ran, it leads somewhere, it made an element or an
 * attribute, it moved something. What is allowed is listed; anything else is a finding.
 */

const ELEMENTS = new Set(
  `a b br button contest-countdown contest-qr dd div dl dt figcaption figure h2 h3 header img li p path
  section slot small span svg time ul wbr`.split(/\s+/),
);

const CLASSES = new Set(
  `root auto card strip upcoming open between-rounds suspended closed last note drawn name main facts
  status now way button printed more calm spoken digits`.split(/\s+/),
);

/** What an attribute may say, whatever element it stands on. */
const ATTRIBUTES = {
  class: (value) => value.split(/\s+/).every((name) => !name || CLASSES.has(name)),
  lang: /^(vi|en)$/,
  id: /^(title|label)$/,
  part: /^(banner|title|dates|countdown|enter|qr|documents|note)$/,
  name: /^(banner|footer)$/,
  role: /^(status|timer|img)$/,
  type: /^button$/,
  tabindex: /^-1$/,
  datetime: /^-?\d{4,6}-\d\d-\d\dT[\d:.]+Z$/,
  referrerpolicy: /^no-referrer$/,
  'aria-labelledby': /^(title|label)$/,
  'aria-hidden': /^true$/,
  'shape-rendering': /^crispEdges$/,
  width: /^\d{1,5}$/,
  height: /^\d{1,5}$/,
  viewBox: /^0 0 \d+ \d+$/,
  fill: /^#fff$/,
  d: /^[Mhvz\d -]+H?[\dvHz]*$/,
};

/** Attributes that hold text from outside, and the one element that may have each. */
const TEXTS = { alt: 'img', 'aria-label': 'svg' };

/** What Lit leaves between the parts of a template. */
const MARK = /^\??(lit\$\d+\$)?$/;

/** Finds and gathers; there is one a page. */
export class Detector {
  /** What is wrong, each with the number of the string where it is known. */
  findings = [];
  /** Addresses that links have led to, each as the browser would have gone there. */
  destinations = [];
  #rule;
  #body = document.body;
  #prototypes = [Object, Array, String, Function, Element, Node].map(({ prototype }) => [
    prototype,
    Reflect.ownKeys(prototype).length,
  ]);

  /**
   * @param rule `hosts` that may be led to, any where there are none; `http` where that will do;
   *   `inert` where the strings stand in templates
   */
  constructor(rule) {
    this.#rule = rule;
    window.__ran = (index) => this.find(index, 'ran');
    for (const name of ['alert', 'confirm', 'prompt', 'open', 'print'])
      window[name] = () => this.find(undefined, `called ${name}()`);
    addEventListener('error', ({ message }) => {
      if (message && !/^ResizeObserver/.test(message)) this.find(undefined, `threw ${message}`);
    });
    addEventListener('unhandledrejection', ({ reason }) => this.find(undefined, `threw ${reason}`));
    addEventListener('submit', () => this.find(undefined, 'sent a form'));
    addEventListener('message', () => this.find(undefined, 'sent a message'));
    document.addEventListener('securitypolicyviolation', (event) => this.#violated(event));
    addEventListener('contest-enter', ({ detail }) => this.#lead(this.clicked, detail.url));
    // Chromium itself says, while a link is followed, where it would go; elsewhere the link is asked.
    if ('userAgentData' in navigator && 'navigation' in window)
      navigation.addEventListener('navigate', (event) => {
        event.preventDefault();
        this.destinations.push(event.destination.url);
      });
    else
      addEventListener('click', (event) => {
        const link = event.composedPath().find((node) => node.localName === 'a');
        event.preventDefault();
        this.destinations.push(link.href);
      });
  }

  #violated({ effectiveDirective, blockedURI }) {
    // Of what stands in a template it is told as well, though it cannot run there.
    if (this.#rule.inert && blockedURI === 'inline' && effectiveDirective.endsWith('-attr')) return;
    // Chromium has no name for an address with half a surrogate pair; the spec sees who is asked.
    if (effectiveDirective === 'img-src' && !blockedURI) return;
    this.find(undefined, `violated ${effectiveDirective} by ${blockedURI}`);
  }

  find(index, what) {
    this.findings.push({ index, what: String(what).slice(0, 300) });
  }

  /** Whether an address may be led to. */
  allows(text) {
    const { hosts, http } = this.#rule;
    try {
      const { protocol, hostname, username, password } = new URL(text);
      const local = /^(localhost|127\.0\.0\.1)$/.test(hostname);
      return (
        (protocol === 'https:' || (protocol === 'http:' && (http || local))) &&
        !username &&
        !password &&
        !/[\s\\\p{Cc}\p{Cf}]/u.test(text) &&
        (!hosts || hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)))
      );
    } catch {
      return false;
    }
  }

  #lead(index, text) {
    if (!this.allows(text)) this.find(index, `leads to ${text}`);
  }

  /** Everything inside an element's shadow. @returns its links */
  inspect(index, element) {
    const links = [];
    const walk = (root) => {
      const nodes = document.createTreeWalker(
        root,
        NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT,
      );
      for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
        if (node.nodeType === Node.COMMENT_NODE) {
          if (!MARK.test(node.data)) this.find(index, `comment ${node.data}`);
          continue;
        }
        this.#element(index, node);
        if (node.localName === 'a') links.push(node);
        if (node.shadowRoot) walk(node.shadowRoot);
      }
    };
    walk(element.shadowRoot);
    return links;
  }

  #element(index, node) {
    const { localName, namespaceURI } = node;
    const svg = /svg/.test(namespaceURI);
    if (!ELEMENTS.has(localName) || svg !== /^(svg|path)$/.test(localName))
      this.find(index, `element ${localName}`);
    for (const { name, value } of node.attributes) {
      const rule = ATTRIBUTES[name];
      if (name === 'href' && localName === 'a') this.#lead(index, value);
      else if (name === 'src' && localName === 'img') this.#picture(index, value);
      else if (TEXTS[name] === localName) continue;
      else if (!rule || !(rule.test ? rule.test(value) : rule(value)))
        this.find(index, `attribute ${localName} ${name}=${value}`);
    }
  }

  /** A picture comes from the page's own origin, or from where links may lead if that is pinned. */
  #picture(index, text) {
    const own = URL.canParse?.(text) !== false && new URL(text).origin === location.origin;
    if (!own && !(this.#rule.hosts && /^https:/.test(text) && this.allows(text)))
      this.find(index, `shows ${text}`);
  }

  /** Follows a link, and stays. One that is known to lead astray may replace this very page. */
  click(index, link) {
    if (!this.allows(link.getAttribute('href'))) return;
    this.clicked = index;
    const before = this.destinations.length;
    link.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }),
    );
    const gone = this.destinations.slice(before);
    if (gone.length !== 1) this.find(index, `${gone.length} ways from ${link.href}`);
    for (const text of gone) this.#lead(index, text);
  }

  /** A case in its box: neither wider than the box, nor anything moved that stands after it. */
  measure(index, { holder, elements, after, wide }) {
    const box = holder.getBoundingClientRect();
    const next = after.getBoundingClientRect();
    const expected = [...holder.children];
    if (expected.length !== elements.length || expected.some((one, at) => one !== elements[at]))
      this.find(index, `children ${expected.map(({ localName }) => localName).join(' ')}`);
    if (holder.nextElementSibling !== after) this.find(index, 'moved what stands after it');
    if (!next.height || Math.abs(next.left - box.left) > 1 || Math.abs(next.top - box.bottom) > 1)
      this.find(index, `what stands after it is at ${next.left} ${next.top}, ${next.height} high`);
    for (const element of elements) {
      const { left, right, bottom } = element.getBoundingClientRect();
      if (
        element.offsetWidth &&
        !wide &&
        (left < box.left - 1 || right > box.right + 1 || bottom > box.bottom + 1)
      )
        this.find(index, `stands from ${left} to ${right}, ${bottom}`);
    }
    if (!wide && holder.scrollWidth > holder.clientWidth)
      this.find(index, `is ${holder.scrollWidth} wide in ${holder.clientWidth}`);
  }

  /** The page around all cases. */
  surroundings(children) {
    if (this.#body.children.length !== children) this.find(undefined, 'elements in the body');
    if (document.documentElement.children.length !== 2)
      this.find(undefined, 'elements in the page');
    for (const [prototype, keys] of this.#prototypes)
      if (Reflect.ownKeys(prototype).length !== keys)
        this.find(undefined, `a prototype has ${Reflect.ownKeys(prototype).join(' ')}`);
    if ({}.polluted !== undefined) this.find(undefined, 'polluted');
  }
}
