/** What the specs of the form share: a page with a form on it, and hands that fill it in. */

import { expect } from 'chai';
import type { Fault } from '../../src/contest/fault.ts';
import type { Contest } from '../../src/contest/schema.ts';
import type { ContestEditor } from '../../src/editor/contest-editor.ts';
import '../../src/editor/define.ts';

export const NOW = Date.parse('2024-11-01T09:00:00+07:00');

export interface Change {
  definition: Record<string, unknown>;
  faults: Fault[];
  contest: Contest | undefined;
}

/** What the forms of a test have told. */
export const changes: Change[] = [];

/** Gives every test of a file an empty page and an empty storage. */
export function freshForm(): void {
  beforeEach(() => {
    localStorage.clear();
    changes.length = 0;
    document.documentElement.lang = 'vi';
  });
  afterEach(() => document.body.replaceChildren());
}

/** A form on the page, drawn. */
export async function editor(
  definition?: object,
  properties: Partial<ContestEditor> & { lang?: string } = {},
): Promise<ContestEditor> {
  const element = document.createElement('contest-editor');
  element.clock = () => NOW;
  Object.assign(element, properties);
  if (definition) element.definition = structuredClone(definition) as Record<string, unknown>;
  element.addEventListener('contest-change', ({ detail }) => changes.push(detail));
  document.body.append(element);
  await element.updateComplete;
  return element;
}

export const byId = <T extends HTMLElement = HTMLInputElement>(
  element: ContestEditor,
  id: string,
): T => {
  const found = element.shadowRoot!.getElementById(id);
  expect(found, id).to.exist;
  return found as T;
};

export const field = (element: ContestEditor, path: string): HTMLInputElement =>
  byId(element, `field-${path}`);

/** Types over what is in a field, and stays in it. */
export async function type(element: ContestEditor, path: string, text: string): Promise<void> {
  const input = path.startsWith('back-') ? byId(element, path) : field(element, path);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

/** Types over what is in a field, and leaves it. */
export async function fill(element: ContestEditor, path: string, text: string): Promise<void> {
  await type(element, path, text);
  field(element, path).dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

export async function tick(element: ContestEditor, path: string): Promise<void> {
  const box = field(element, path);
  box.click();
  await element.updateComplete;
}

export async function press(element: ContestEditor, id: string): Promise<void> {
  byId(element, id).click();
  await element.updateComplete;
}

/** What is said to be wrong at a field; empty where nothing is. */
export function faultAt(element: ContestEditor, path: string): string {
  const place = element.shadowRoot!.getElementById(`field-${path}-fault`);
  if (!place) return '';
  return place.textContent!.trim();
}

/** The texts that describe a field to those who listen. */
export const description = (element: ContestEditor, path: string): string =>
  (field(element, path).getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => byId(element, id).textContent!.trim())
    .join(' | ');

export const text = (element: ContestEditor, selector: string): string =>
  (element.shadowRoot!.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();

export const focused = (element: ContestEditor): string =>
  element.shadowRoot!.activeElement?.id ?? '';

/** Gives the form a file, as the file input does. */
export async function openFile(
  element: ContestEditor,
  content: string,
  name = 'contest.json',
): Promise<void> {
  const files = new DataTransfer();
  files.items.add(new File([content], name));
  const input = byId(element, 'file');
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await opened(element);
}

/** A file is read in its own time. */
export async function opened(element: ContestEditor): Promise<void> {
  const before = text(element, '#file-told');
  const end = performance.now() + 5000;
  while (text(element, '#file-told') === before) {
    if (performance.now() > end) throw new Error('the file was never read');
    await new Promise((next) => setTimeout(next));
  }
}
