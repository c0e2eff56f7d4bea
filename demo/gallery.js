/**
 * Draws the samples: each at each width in each language, or the subset that the address names
 * (`?phase=open&width=320&lang=en&scheme=dark`; a name may come several times).
 */

import { demoFile, picture } from './definitions.js';
import { LANGUAGES, samples, WIDTHS } from './gallery-samples.js';
import { both, onLanguage } from './language.js';

/** The element gives up after ten seconds; what is to stay `loading` is asked for anew before that. */
const ASK_AGAIN = 8000;

const form = document.querySelector('form');
const place = document.querySelector('#samples');
const choices = {
  phase: samples.map(({ name, vi, en }) => ({ value: name, vi, en })),
  width: WIDTHS.map((width) => ({ value: String(width), vi: `${width} px`, en: `${width} px` })),
  lang: [
    { value: 'vi', vi: 'Tiếng Việt', en: 'Tiếng Việt' },
    { value: 'en', vi: 'English', en: 'English' },
  ],
};

/** The names that the address gives; all where it gives none. */
function chosen(name) {
  const all = choices[name].map(({ value }) => value);
  const given = new URLSearchParams(location.search)
    .getAll(name)
    .filter((value) => all.includes(value));
  return given.length ? given : all;
}

function create(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

function fillForm() {
  for (const [name, values] of Object.entries(choices))
    form.querySelector(`[data-choices=${name}]`).replaceChildren(
      ...values.map(({ value, vi, en }) =>
        create(
          'label',
          {},
          create('input', {
            type: 'checkbox',
            name,
            value,
            checked: chosen(name).includes(value),
          }),
          both(vi, en),
        ),
      ),
    );
  const scheme = new URLSearchParams(location.search).get('scheme') ?? '';
  for (const radio of form.elements.scheme) radio.checked = radio.value === scheme;
}

/** Writes the form into the address; what is not restricted is left out. */
function readForm() {
  const url = new URL(location.href);
  for (const [name, values] of Object.entries(choices)) {
    const given = new FormData(form).getAll(name);
    url.searchParams.delete(name);
    if (given.length < values.length)
      for (const value of given) url.searchParams.append(name, value);
  }
  const scheme = new FormData(form).get('scheme');
  if (scheme) url.searchParams.set('scheme', scheme);
  else url.searchParams.delete('scheme');
  history.replaceState(null, '', url);
}

function bannerOf({ now, definition, attributes = {} }, lang) {
  const banner = create('contest-banner', { lang });
  const instant = Date.parse(now);
  banner.clock = () => instant;
  // A picture comes from the page's own origin only.
  if (definition)
    banner.contest = definition.banner ? { ...definition, banner: picture() } : definition;
  for (const [name, value] of Object.entries(attributes)) banner.setAttribute(name, value);
  return banner;
}

function figureOf(sample, width, lang) {
  const box = create('div', {}, bannerOf(sample, lang));
  box.style.width = `${width}px`;
  const figure = create(
    'figure',
    { id: `${sample.name}-${width}-${lang}` },
    create('figcaption', {}, `${width} px · ${lang}`),
    create('div', { className: 'frame' }, box),
  );
  Object.assign(figure.dataset, { phase: sample.name, width, lang });
  return figure;
}

function draw() {
  const root = document.documentElement;
  root.style.colorScheme = new URLSearchParams(location.search).get('scheme') ?? '';
  const [names, widths, languages] = ['phase', 'width', 'lang'].map(chosen);
  place.replaceChildren(
    ...samples
      .filter(({ name }) => names.includes(name))
      .map((sample) => {
        const figures = LANGUAGES.filter((lang) => languages.includes(lang)).flatMap((lang) =>
          WIDTHS.filter((width) => widths.includes(String(width))).map((width) =>
            figureOf(sample, width, lang),
          ),
        );
        return create(
          'section',
          { id: sample.name },
          create('h2', {}, both(sample.vi, sample.en)),
          create('p', { className: 'code' }, sample.name),
          create('div', { className: 'figures' }, ...figures),
        );
      }),
  );
}

form.addEventListener('change', () => {
  readForm();
  draw();
});
form.addEventListener('submit', (event) => event.preventDefault());
form.querySelector('[data-all]').addEventListener('click', () => {
  for (const box of form.querySelectorAll('[type=checkbox]')) box.checked = true;
  readForm();
  draw();
});
onLanguage(() => {
  fillForm();
  draw();
});
// The samples lead to a site that does not exist.
place.addEventListener('contest-enter', (event) => {
  event.preventDefault();
  location.assign(demoFile('contest-site/') + new URL(event.detail.url).search);
});
setInterval(() => {
  for (const banner of place.querySelectorAll('[data-phase=loading] contest-banner'))
    banner.src = `/hang?${Date.now()}`;
}, ASK_AGAIN);

fillForm();
draw();
