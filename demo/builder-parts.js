/** What the fields of the builder's hand-outs are made of, and what of them stays in this browser. */

import { both, language } from './language.js';

export function create(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** A paragraph whose changes are read out. */
export function told(className = '') {
  const element = create('p', { className });
  element.setAttribute('role', 'status');
  return element;
}

/** A field with its name, and room for what is wrong with it. */
export const label = (vi, en, field) =>
  create(
    'label',
    {},
    create('span', { className: 'name' }, both(vi, en)),
    field,
    create('span', { className: 'fault' }),
  );

/** An input that keeps what was typed while the definition changes. */
export const text = (properties) =>
  create('input', { type: 'text', spellcheck: false, ...properties });

/** What is wrong with a field, said at the field. */
export function mark(field, fault) {
  field.setCustomValidity(fault ? fault[language() === 'en' ? 1 : 0] : '');
  field.setAttribute('aria-invalid', String(!!fault));
  const said = field.parentElement.querySelector('.fault');
  said.replaceChildren(...(fault ? [both(...fault)] : []));
}

export function save(content, name) {
  const blob = content instanceof Blob ? content : new Blob([content]);
  const link = create('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const KEPT = 'contest-builder:handouts';

/** Keeps what stands in fields beside the draft, and puts back what was kept. */
export function keepFields(fields) {
  const all = Object.values(fields);
  try {
    const kept = Object(JSON.parse(localStorage.getItem(KEPT) ?? '{}'));
    for (const field of all)
      if (typeof kept[field.name] === 'string') field.value = kept[field.name];
  } catch {
    // Storage is disabled, or holds something else: as if nothing had been kept.
  }
  return () => {
    try {
      const values = Object.fromEntries(all.map(({ name, value }) => [name, value]));
      localStorage.setItem(KEPT, JSON.stringify(values));
    } catch {
      // They stay as long as the page does.
    }
  };
}

/** With the draft goes what stood beside it. */
export function forgetFields() {
  try {
    localStorage.removeItem(KEPT);
  } catch {
    // There is none.
  }
}
