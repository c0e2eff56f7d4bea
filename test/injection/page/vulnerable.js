/**
 * An element with a hole, in the place of the banner: the detector has to see what comes of each.
 * Which one, says the address of this file.
 */

const hole = new URL(document.currentScript.src).hash.slice(1);

const make = (name, attributes = {}, text = '') => {
  const element = Object.assign(document.createElement(name), { textContent: text });
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

/** Puts one object into another as many have done it. */
function merge(into, from) {
  for (const key of Object.keys(from))
    if (typeof from[key] === 'object') merge((into[key] ??= {}), from[key]);
    else into[key] = from[key];
}

const HOLES = {
  none: (root, text) => root.append(make('div', {}, text)),
  html: (root, text) => (root.innerHTML = `<p>${text}</p>`),
  quoted: (root, text) => (root.innerHTML = `<p class="${text}"></p>`),
  address: (root, text) => root.append(make('a', { href: text }, 'x')),
  // Checked as many have done it: by how it begins.
  prefix: (root, text) => {
    if (/^https:\/\/cuocthi\.example\.vn/.test(text)) root.append(make('a', { href: text }, 'x'));
  },
  scheme: (root, text) => {
    if (!/^javascript:/.test(text)) root.append(make('a', { href: text }, 'x'));
  },
  picture: (root, text) => root.append(make('img', { src: text })),
  names: (root, text) => root.append(make('p', { class: text })),
  style: (root, text) => root.append(make('p', { style: text })),
  script: (root, text) => root.append(make('script', {}, text)),
  wide: (root, text) => root.append(make('p', {}, text.replaceAll(/\s/g, '_'))),
  outside: (root, text) => root.host.after(make('p', {}, text)),
  covers: (root, text) => {
    root.append(make('div', {}, text));
    if (text.includes('position:fixed')) root.host.parentElement.style.height = '0';
  },
  body: (root, text) => {
    if (text.includes('<body')) document.body.append(make('p'));
  },
  merges: (root, text) => {
    try {
      merge({}, JSON.parse(text));
    } catch {
      // No JSON.
    }
  },
  asks: (root, text) => {
    if (/^https:/.test(text)) fetch(text, { mode: 'no-cors' }).catch(() => undefined);
  },
  event: (root, text) =>
    root.host.dispatchEvent(
      new CustomEvent('contest-enter', { detail: { url: text }, bubbles: true, composed: true }),
    ),
};

customElements.define(
  'contest-banner',
  class extends HTMLElement {
    connectedCallback() {
      this.attachShadow({ mode: 'open' });
      this.style.display = 'block';
      HOLES[hole](this.shadowRoot, this.getAttribute('heading'));
      this.setAttribute('phase', 'open');
    }
  },
);

globalThis.contestBannerRun = () => undefined;
