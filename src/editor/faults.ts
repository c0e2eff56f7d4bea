/** What is wrong, in the words of the form: what was expected at a field, and at which. Pure. */

import type { Fault } from '../contest/fault.ts';
import { isFilled, partAt, schemaAt, type Form, type Reading } from './form.ts';
import { fields, kindOf, nameOf, sections } from './fields.ts';
import { inLanguage, type Words } from './words.ts';

/** `Tài liệu 2, Tên tài liệu`: the field's label, in its place. */
export function labelOf(path: string, t: Words): string {
  const name = nameOf(path);
  const inside = /^(\w+)\[(\d+)\](?:\.(.*))?$/.exec(path);
  const label = fields[name] ? inLanguage(fields[name].label, t) : path;
  if (!inside) return label;
  const [, list, index, inner] = inside;
  const item = inLanguage(fields[list as 'documents'].item!, t);
  return `${item} ${Number(index) + 1}${inner ? `, ${label}` : ''}`;
}

/** What was expected at the field of a fault, in the page's language. */
function expectedAt(
  { path = '', message }: Fault,
  form: Form,
  { whens }: Reading,
  t: Words,
): string {
  const when = whens.get(path)?.fault;
  const part = partAt(form.typed, path);
  const s = schemaAt(path);
  if (!s || !part) return t.expected.other();
  if (!isFilled(part) && path !== 'revision') return t.needed;
  const kind = kindOf(s, fields[nameOf(path)]);
  if (when?.why === 'form' && kind === 'date') return t.expected.date();
  if (when) return (t.when[when.why] as (fault: typeof when) => string)(when);
  const relation = /: expected (.*), got /s.exec(message)?.[1] ?? '';
  if (Object.hasOwn(t.relations, relation)) return t.relations[relation]!;
  if (kind === 'address' && 'text' in part && /^\s*http:/i.test(part.text) && s['x-http'])
    return t.expected.http();
  if (s.pattern && !s.format) return t.patterns[nameOf(path)] ?? t.expected.other();
  if (kind === 'long') return t.expected.text(s);
  if (kind === 'group' || kind === 'checkbox') return t.expected.other();
  return t.expected[kind](s);
}

/** A fault in the words of the form. */
export interface ToldFault extends Fault {
  path: string;
  /** The sentence alone; `message` begins with the field's label. */
  expected: string;
}

const order = sections.flatMap((section) => section.fields as readonly string[]);
const placeOf = (path: string): number => order.indexOf(path.split(/[.[]/)[0]!);

/** The faults as the form and its events tell them, in the form's order. */
export const toldFaults = (form: Form, reading: Reading, t: Words): ToldFault[] =>
  reading.faults
    .map((fault) => {
      const { path = '' } = fault;
      const expected = expectedAt(fault, form, reading, t);
      return { ...fault, path, expected, message: `${labelOf(path, t)}: ${expected}` };
    })
    .sort((a, b) => placeOf(a.path) - placeOf(b.path));
