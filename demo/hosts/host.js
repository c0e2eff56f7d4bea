/**
 * What the demo adds to a portal: the day it plays on, and the snippets as text. Stands before the
 * banner's script, so that no banner sees another day first.
 */

import { both } from '../language.js';

/* The day: `<html data-today>`, from which the clocks run on; without one the real day. */

const { today } = document.documentElement.dataset;
const began = Date.now();
const clock = () => Date.parse(today) + Date.now() - began;

function setClocks() {
  for (const banner of document.querySelectorAll('contest-banner')) banner.clock ??= clock;
}
if (today) {
  setClocks();
  new MutationObserver(setClocks).observe(document, { childList: true, subtree: true });
}

const date = new Intl.DateTimeFormat('vi', {
  weekday: 'long',
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  timeZone: 'Asia/Ho_Chi_Minh',
});
const place = document.querySelector('[data-today-text]');
place.textContent = date.format(today ? Date.parse(today) : Date.now());

/* The snippets: what stands in this page's source between `<!-- snippet -->` and its end. */

const SNIPPET = /<!-- snippet -->\n(.*?)\n *<!-- end of snippet -->/gs;

/** Without the indentation that comes from the page around. */
function dedent(text) {
  const indent = /^ */.exec(text)[0];
  return text.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
}

/** Copies a text; where that is forbidden it is selected, for the visitor to copy. */
async function copy(pre, button) {
  try {
    await navigator.clipboard.writeText(pre.textContent);
    button.replaceChildren(both('Đã chép', 'Copied'));
  } catch {
    getSelection().selectAllChildren(pre);
    button.replaceChildren(both('Nhấn Ctrl+C để chép', 'Press Ctrl+C to copy'));
  }
}

const source = await (await fetch(location.pathname)).text();
const snippets = [...source.matchAll(SNIPPET)].map(([, text]) => dedent(text));
document.querySelectorAll('[data-snippet]').forEach((figure, index) => {
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.textContent = snippets[index];
  const button = document.createElement('button');
  button.type = 'button';
  button.append(both('Chép đoạn mã', 'Copy'));
  button.addEventListener('click', () => copy(pre, button));
  figure.append(pre, button);
});
for (const part of document.querySelectorAll('[data-scripted]')) part.hidden = false;
