/**
 * Stands in for Lit's templates in the one file for a script tag, which saves a kilobyte of brotli:
 * `html` and `nothing` as Lit has them, for what our templates hold. That is text, templates and
 * lists of these between tags, and whole values of attributes, `.properties` and `@listeners` with
 * names in lower case. No value ever becomes HTML.
 */

class Template {
  constructor(
    readonly strings: TemplateStringsArray,
    readonly values: unknown[],
  ) {}
}

export const html = (strings: TemplateStringsArray, ...values: unknown[]): Template =>
  new Template(strings, values);

/** As the value of an attribute, takes it away. */
export const nothing = Symbol();

/** Takes a value to the place in the page that it belongs to. */
type Part = (value: unknown) => void;

/** Where a value goes: the number of a node in document order, and the name of an attribute of it. */
interface Place {
  index: number;
  name?: string;
}

interface Prepared {
  content: DocumentFragment;
  places: Place[];
}

interface Policies {
  createPolicy(
    name: string,
    rules: { createHTML(text: string): string },
  ): { createHTML(text: string): string };
}

/** Pages that require Trusted Types allow a policy of this name, as Lit asks for it. */
const policy = (
  globalThis as typeof globalThis & { trustedTypes?: Policies }
).trustedTypes?.createPolicy('lit-html', { createHTML: (text) => text });

const known = new WeakMap<TemplateStringsArray, Prepared>();

/** Stands where a value of an attribute will be. */
const HOLE = '$';

const comment = (): Comment => document.createComment('');

/** Node's COMMENT_NODE; NodeFilter's SHOW_ELEMENT and SHOW_COMMENT. Old scripts take such names. */
const COMMENT = 8;
const ELEMENTS_AND_COMMENTS = 129;

const nodesOf = (root: Node): Node[] => {
  const walker = document.createTreeWalker(root, ELEMENTS_AND_COMMENTS);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
};

/** Takes the holes of an element out and tells their names. */
const holes = (element: Element): string[] =>
  [...element.attributes]
    .filter(({ value }) => value === HOLE)
    .map(({ name }) => {
      element.removeAttribute(name);
      return name;
    });

/** Once for all uses of a template: what is parsed is its own text and nothing else. */
function prepare(strings: TemplateStringsArray): Prepared {
  let text = '';
  strings.forEach((part, index) => {
    if (index) text += text.endsWith('=') ? `"${HOLE}"` : '<!---->';
    text += part;
  });
  const template = document.createElement('template');
  template.innerHTML = policy?.createHTML(text) ?? text;
  const { content } = template;
  const places = nodesOf(content).flatMap<Place>((node, index) =>
    node.nodeType === COMMENT ? { index } : holes(node as Element).map((name) => ({ index, name })),
  );
  const result = { content, places };
  known.set(strings, result);
  return result;
}

function attributePart(element: Element, name: string, host: unknown): Part {
  const [kind] = name;
  const key = name.slice(1);
  let held: unknown = nothing;
  // Added once; what it calls may change.
  if (kind === '@')
    element.addEventListener(key, (event) =>
      (held as (this: unknown, event: Event) => void).call(host, event),
    );
  return (value) => {
    if (value === held) return;
    held = value;
    if (kind === '.') Reflect.set(element, key, value);
    else if (value === nothing) element.removeAttribute(name);
    else if (kind !== '@') element.setAttribute(name, (value ?? '') as string);
  };
}

/**
 * Draws before a node: text, a template or a list of both. What stays the same is left alone: texts
 * that say the same, nodes of the same template, the items that a list still has.
 */
export function childPart(end: ChildNode, host: unknown): Part {
  const add = <T extends Node>(node: T): T => end.parentNode!.insertBefore(node, end);
  const start = add(comment());

  /** What is drawn: a template by its strings, a list (`true`) or text (`false`). */
  let drawn: unknown;
  let text: Text;
  let parts: Part[];
  /** After each item of a list. */
  let ends: ChildNode[];

  const clearAfter = (node: ChildNode): void => {
    while (node.nextSibling !== end) node.nextSibling!.remove();
  };

  return (value) => {
    const template = value instanceof Template && value;
    const kind = template ? template.strings : Array.isArray(value);
    const isNew = kind !== drawn;
    drawn = kind;
    if (isNew) {
      clearAfter(start);
      parts = [];
      ends = [];
    }

    if (template) {
      let copy: Node | undefined;
      if (isNew) {
        const { content, places } = known.get(template.strings) ?? prepare(template.strings);
        copy = document.importNode(content, true);
        const nodes = nodesOf(copy);
        parts = places.map(({ index, name }) =>
          name
            ? attributePart(nodes[index] as Element, name, host)
            : childPart(nodes[index] as Comment, host),
        );
      }
      template.values.forEach((each, index) => parts[index]!(each));
      // Complete before it is on the page, where elements begin to act.
      if (copy) add(copy);
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        parts[index] ??= childPart((ends[index] = add(comment())), host);
        parts[index](item);
      });
      parts.length = value.length;
      clearAfter(ends[value.length - 1] ?? start);
    } else {
      if (isNew) text = add(document.createTextNode(''));
      const data = value === nothing ? '' : String((value as string | number | null) ?? '');
      if (text.data !== data) text.data = data;
    }
  };
}
