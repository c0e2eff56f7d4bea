/** Posters and boards for specs, on the page that `test/elements/fixture.ts` gives. */

import '../../src/display/define.ts';
import type { Definition } from '../../src/contest/schema.ts';
import { cchc2024 } from '../contest/samples.ts';
import { clock, DURING, settled } from '../elements/fixture.ts';

export const ELEMENTS = ['contest-poster', 'contest-board'] as const;
export type Name = (typeof ELEMENTS)[number];

export interface Making {
  /** The `contest` property. */
  contest?: unknown;
  /** The children, as HTML. */
  inside?: string;
  /** px */
  width?: number;
  height?: number;
}

export function make<N extends Name>(
  name: N,
  attributes: Record<string, string> = {},
  { contest, inside, width = 1000, height = 600 }: Making = {},
): HTMLElementTagNameMap[N] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    element.setAttribute(attribute, value);
  if (contest !== undefined) element.contest = contest as Definition;
  if (inside) element.innerHTML = inside;
  element.style.width = `${width}px`;
  if (name === 'contest-board') element.style.height = `${height}px`;
  element.clock = () => clock.now;
  return element;
}

/** On the page and drawn. */
export async function display<N extends Name>(
  name: N,
  attributes: Record<string, string> = {},
  making: Making = {},
): Promise<HTMLElementTagNameMap[N]> {
  const element = make(name, attributes, making);
  document.body.append(element);
  await fitted(element);
  return element;
}

/** Shows the contest of 2024, or a changed one, at an instant. */
export function showing<N extends Name>(
  name: N,
  changes: Partial<Definition> = {},
  now = DURING,
  attributes: Record<string, string> = {},
  making: Making = {},
): Promise<HTMLElementTagNameMap[N]> {
  clock.now = now;
  return display(name, attributes, { contest: { ...cchc2024, ...changes }, ...making });
}

/** Waits until everything has found its room: each try is an update of its own. */
export async function fitted(element: HTMLElementTagNameMap[Name]): Promise<void> {
  await settled(element);
  while (!(await element.updateComplete));
}

/** Every rectangle of text and picture that an element has drawn. */
function rectangles(element: Element): { what: string; box: DOMRect }[] {
  const found: { what: string; box: DOMRect }[] = [];
  const root = element.shadowRoot!;
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.textContent!.trim() || node.parentElement!.closest('.no-print')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      found.push({ what: node.textContent!.trim().slice(0, 40), box });
  }
  for (const svg of root.querySelectorAll('svg'))
    found.push({ what: 'svg', box: svg.getBoundingClientRect() });
  return found;
}

/** What sticks out of a box, by what it says. */
export const outside = (element: Element, bounds: DOMRect): string[] => [
  ...new Set(
    rectangles(element)
      .filter(
        ({ box }) =>
          box.left < bounds.left - 1 ||
          box.right > bounds.right + 1 ||
          box.top < bounds.top - 1 ||
          box.bottom > bounds.bottom + 1,
      )
      .map(({ what }) => what),
  ),
];

const SENTENCE =
  'Ể Ẫ Ộ Cuộc thi tìm hiểu công tác cải cách hành chính, chuyển đổi số và dịch vụ công trực tuyến ';

/** A text of so many characters. */
export const textOf = (length: number, from = SENTENCE): string =>
  from.repeat(Math.ceil(length / from.length)).slice(0, length - 1) + '.';

const address = (length: number): string =>
  `https://cuocthi.example.vn/${'duong-dan/'.repeat(200)}`.slice(0, length);

/** As long as a definition may be, in everything that stands on paper or screen. */
export const LONGEST: Partial<Definition> = {
  title: textOf(1000),
  organizer: textOf(1000),
  summary: textOf(600),
  notice: textOf(200),
  url: address(2000),
  extendedFrom: '2024-12-06T16:30:01+07:00',
  howTo: Array.from({ length: 8 }, () => textOf(300)),
  rounds: Array.from({ length: 100 }, () => ({
    title: textOf(1000),
    opens: cchc2024.opens,
    closes: cchc2024.closes,
    url: address(300),
  })),
  documents: [
    {
      kind: 'rules',
      title: textOf(1000),
      number: textOf(1000),
      issued: '2024-11-14',
      url: address(2000),
    },
  ],
};

/** The longest name that a host can have. */
export const LONG_HOST = [63, 63, 63, 58].map((length) => 'w'.repeat(length)).join('.') + '.vn';
