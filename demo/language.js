/**
 * The page's language, kept in its address (`?lang=en`) and nowhere else. Texts are written as
 * `<span lang="vi">…</span><span lang="en">…</span>`, of which language.css shows one; the title of
 * the page as `data-vi` and `data-en` of `<title>`.
 */

const root = document.documentElement;
const listeners = new Set();

/** `vi` or `en`. */
export const language = () => (root.lang === 'en' ? 'en' : 'vi');

/** A text in both languages, as nodes. */
export function both(vi, en) {
  const fragment = new DocumentFragment();
  for (const [lang, text] of Object.entries({ vi, en })) {
    const span = document.createElement('span');
    span.lang = lang;
    span.textContent = text;
    fragment.append(span);
  }
  return fragment;
}

/** Calls back when the language has changed. */
export const onLanguage = (callback) => listeners.add(callback);

/** An address with the language in it; Vietnamese goes without saying. */
function inLanguage(address, lang) {
  const url = new URL(address);
  if (lang === 'en') url.searchParams.set('lang', lang);
  else url.searchParams.delete('lang');
  return url.href;
}

const isPage = ({ origin, pathname }) =>
  origin === location.origin && /(\.html|\/)$/.test(pathname);

function show(lang) {
  root.lang = lang;
  const title = document.querySelector('title');
  document.title = title.dataset[lang] ?? document.title;

  for (const link of document.querySelectorAll('a[hreflang]')) {
    link.href = inLanguage(location.href, link.hreflang);
    if (link.hreflang === lang) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  // The language goes along to the demo's other pages, but not into the contest.
  for (const link of document.querySelectorAll('a[href]:not([hreflang], [data-contest])'))
    if (isPage(link) && !link.closest('contest-banner')) link.href = inLanguage(link.href, lang);

  // The elements read the nearest `lang` whenever they draw, and do not watch it.
  for (const element of document.querySelectorAll('contest-banner, contest-countdown, contest-qr'))
    element.requestUpdate?.();
  for (const listener of listeners) listener(lang);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[hreflang]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  // The address may have changed since the link was written.
  history.replaceState(null, '', inLanguage(location.href, link.hreflang));
  show(link.hreflang);
});

show(new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'vi');
