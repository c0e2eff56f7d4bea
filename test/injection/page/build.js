/** Puts a string into a place, as a page, an organizer, a visitor's storage or an author would. */

/** Writes a value into a definition at a path like `documents[0].url`; any name is an own one. */
function put(definition, path, value) {
  const keys = path.match(/[^.[\]]+/g);
  const last = keys.pop();
  own(
    keys.reduce((at, key) => at[key], definition),
    last,
    value,
  );
}

const own = (object, name, value) =>
  Object.defineProperty(object, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });

/** The definition of a place with the string in it. */
export function definitionWith({ base, paths = [], within }, text) {
  const definition = structuredClone(base);
  for (const path of paths) put(definition, path, text);
  // As a name it may hide a field or reach for a prototype.
  if (within !== undefined) {
    const object = within ? (definition[within][0] ?? definition[within]) : definition;
    if (!Object.hasOwn(object, text)) own(object, text, { polluted: text, url: text });
  }
  return definition;
}

const make = (name, attributes = {}, ...children) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

const json = (text, attributes) =>
  make('script', { type: 'application/json', ...attributes }, text);

/** Each form makes what stands in one box. */
const FORMS = {
  attribute: ({ element = 'contest-banner', attributes, attribute, base }, text) =>
    make(
      element,
      { ...attributes, [attribute]: text },
      ...(base ? [json(JSON.stringify(base))] : []),
    ),

  property(place, text) {
    const banner = make('contest-banner', place.attributes);
    banner.contest = place.whole ? text : definitionWith(place, text);
    return banner;
  },

  inline: (place, text) =>
    make(
      'contest-banner',
      place.attributes,
      json(place.whole ? text : JSON.stringify(definitionWith(place, text))),
    ),

  /** The portal answers what the spec has put there. */
  remote: ({ attributes, key }, text, index) =>
    make('contest-banner', { ...attributes, src: `/remote/${key}/${index}.json` }),

  stored(place, text, index) {
    const src = `/gone/${place.key}/${index}.json`;
    const entry = { definition: definitionWith(place, text), readAt: 1 };
    if (place.whole) put(entry, place.whole, text);
    localStorage.setItem(
      `contest-banner:${location.origin}${src}`,
      place.whole === 'entry' ? text : JSON.stringify(entry),
    );
    return make('contest-banner', { ...place.attributes, src });
  },

  /** A module's tags are found by name, however many there are; the file itself runs once. */
  tag: ({ attributes, attribute }, text) => {
    const data = { ...attributes, [attribute]: text };
    return make('script', {
      type: 'text/plain',
      src: '/contest-banner.js',
      ...Object.fromEntries(Object.entries(data).map(([key, value]) => [`data-${key}`, value])),
    });
  },

  anchor: ({ attributes, attribute }, text) =>
    make('a', { ...attributes, [attribute]: text }, 'Vào thi'),

  child({ attributes, base, child }, text) {
    const banner = make('contest-banner', attributes);
    if (base)
      banner.append(json(JSON.stringify(base), child === 'as-of' ? { 'data-as-of': text } : {}));
    if (child === 'text') banner.append(text);
    if (child === 'comment') banner.append(document.createComment(text));
    if (child === 'slot') banner.append(make('p', { slot: text }, 'x'));
    if (child === 'banner' || child === 'footer') banner.append(make('p', { slot: child }, text));
    if (child === 'type') banner.append(make('script', { type: `x-${text}` }, text));
    // Named so, it hides what the document has of that name.
    if (child === 'name') banner.append(make('img', { name: text, alt: '' }));
    if (child === 'mark') banner.append(make('b', { 'data-contest-enter': text, id: text }, text));
    if (child === 'template') {
      const template = document.createElement('template');
      // Inert until someone takes it out.
      template.innerHTML = text;
      banner.append(template);
    }
    return banner;
  },
};

export const build = (place, text, index) => FORMS[place.form](place, text, index);

/** What the box holds once the script has looked at the page. */
export function holds(element) {
  if (element.localName === 'script') return [element, element.nextElementSibling].filter(Boolean);
  return [
    element.localName === 'a' && element.parentElement.matches('contest-banner')
      ? element.parentElement
      : element,
  ];
}
