/** What the specs of the elements share: a page with a clock, a network and ears of its own. */

import { expect } from 'chai';
import type { LitElement } from 'lit';
import '../../src/define.ts';
import type { Definition } from '../../src/contest/schema.ts';
import type { ContestBanner } from '../../src/elements/contest-banner.ts';
import { cchc2024 } from '../contest/samples.ts';
import { network, restoreNetwork } from './network.ts';

export * from './network.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const OPENS = Date.parse(cchc2024.opens);
export const CLOSES = Date.parse(cchc2024.closes);
/** Days before the closing, so that nothing is special. */
export const DURING = Date.parse('2024-12-01T12:00:00+07:00');
export const BEFORE = OPENS - DAY;
export const AFTER = CLOSES + DAY;

/** What the browser complained about that no script threw: mocha would fail the test at hand. */
export const complaints: string[] = [];
addEventListener(
  'error',
  (event) => {
    if (event.error || !event.message.startsWith('ResizeObserver loop')) return;
    complaints.push(event.message);
    event.stopImmediatePropagation();
  },
  { capture: true },
);

/** What the clock of every banner made here says. */
export const clock = { now: DURING };

export interface Heard {
  type: string;
  target: EventTarget | null;
  detail: Record<string, unknown>;
}

let ears = new AbortController();

/** Gives every test of a file an empty page, an empty storage, a clock at `DURING` and no network. */
export function freshPage(): void {
  beforeEach(() => {
    localStorage.clear();
    clock.now = DURING;
    complaints.length = 0;
    ears = new AbortController();
    network(() => {
      throw new TypeError('no request was expected');
    });
  });
  afterEach(() => {
    ears.abort();
    restoreNetwork();
    document.body.replaceChildren();
    document.documentElement.lang = 'vi';
  });
}

/** Everything of some kinds that is heard at the top of the page from now on. */
export function listen(...types: string[]): Heard[] {
  const heard: Heard[] = [];
  for (const type of types)
    document.addEventListener(
      type,
      (event) => {
        const { target, detail } = event as CustomEvent<Record<string, unknown>>;
        heard.push({ type, target, detail });
      },
      { signal: ears.signal },
    );
  return heard;
}

export const frame = (): Promise<number> => new Promise((next) => requestAnimationFrame(next));

const { port1, port2 } = new MessageChannel();

/** Lets everything else run that is ready. */
export const turn = (): Promise<void> =>
  new Promise((next) => {
    port1.onmessage = () => next();
    port2.postMessage(0);
  });

/** Waits, turn by turn, for something to become true. */
export async function until(what: () => unknown): Promise<void> {
  const end = performance.now() + 10 * SECOND;
  while (!what()) {
    if (performance.now() > end) throw new Error(`never became true: ${what}`);
    await turn();
  }
}

/** Waits for an element and the elements that it draws with. */
export async function settled<T extends LitElement>(element: T): Promise<T> {
  await element.updateComplete;
  for (const inner of element.shadowRoot!.querySelectorAll<LitElement>('*'))
    await inner.updateComplete;
  return element;
}

export interface Making {
  /** The `contest` property. */
  contest?: unknown;
  /** The children, as HTML. */
  inside?: string;
  /** px */
  width?: number;
  parent?: ParentNode;
  /** Leave the visitor's own clock. */
  ownClock?: boolean;
}

/** A banner that is not on the page yet. */
export function make(attributes: Record<string, string> = {}, making: Making = {}): ContestBanner {
  const element = document.createElement('contest-banner');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (making.contest !== undefined) element.contest = making.contest as Definition;
  if (making.inside) element.innerHTML = making.inside;
  if (making.width) element.style.width = `${making.width}px`;
  if (!making.ownClock) element.clock = () => clock.now;
  return element;
}

/** A banner on the page, drawn. */
export async function banner(
  attributes: Record<string, string> = {},
  making: Making = {},
): Promise<ContestBanner> {
  const element = make(attributes, making);
  (making.parent ?? document.body).append(element);
  return settled(element);
}

/** A banner that shows a contest at an instant. */
export function showing(
  changes: Partial<Definition> = {},
  now = DURING,
  attributes: Record<string, string> = {},
  making: Making = {},
): Promise<ContestBanner> {
  clock.now = now;
  return banner(attributes, { contest: { ...cchc2024, ...changes }, ...making });
}

/** Sets the clock and lets an element look at it. */
export async function at<T extends LitElement>(element: T, now: number): Promise<T> {
  clock.now = now;
  element.requestUpdate();
  return settled(element);
}

export const parts = (element: Element, name: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(`[part~="${name}"]`),
];
export const part = (element: Element, name: string): HTMLElement | undefined =>
  parts(element, name)[0];

/** What an element has drawn, as text. */
export const drawn = (element: Element): string => read(element.shadowRoot!);

/** The text of a node, without the line breaks of its source. */
export const read = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The links that an element has drawn, by what they say. */
export const links = (element: Element): Record<string, string> =>
  Object.fromEntries(
    [...element.shadowRoot!.querySelectorAll('a')].map((link) => [
      read(link),
      link.getAttribute('href')!,
    ]),
  );

/** Which of the parts are there. */
export const partsOf = (element: Element): string[] =>
  [
    ...new Set(
      [...element.shadowRoot!.querySelectorAll('[part]')].map((at) => at.getAttribute('part')!),
    ),
  ].sort();

export function expectPhase(element: ContestBanner, phase: string): void {
  expect(element.phase, 'property').to.equal(phase);
  expect(element.getAttribute('phase'), 'attribute').to.equal(phase);
}

/** Draws the QR code; it waits for the first paint. */
export async function code(element: ContestBanner): Promise<SVGElement> {
  await until(() => part(element, 'qr')?.shadowRoot?.querySelector('svg'));
  return part(element, 'qr')!.shadowRoot!.querySelector('svg')!;
}
