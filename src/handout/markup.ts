/** HTML and SVG as text. Whatever is put in is escaped, unless it is markup itself. Pure. */

export class Markup {
  constructor(readonly text: string) {}
}

type Value = string | number | undefined | Markup | readonly (string | Markup)[];

/**
 * Every sign that ends a text or an attribute, in HTML and XML alike; XML has no control characters.
 * Brackets would be a shortcode where it is pasted into WordPress, which reads them as `&#91;` too.
 */
const escaped = (text: string): string =>
  text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[[\]]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`);

function written(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(written).join('');
  return escaped(String(value ?? ''));
}

/** ``markup`<p title="${text}">${text}</p>` ``; values of attributes stand in quotation marks. */
export const markup = (strings: TemplateStringsArray, ...values: Value[]): Markup =>
  new Markup(strings.reduce((text, part, index) => text + written(values[index - 1]) + part));

/** JSON for the inside of a `<script>`, which no text in it can end. */
export const json = (value: unknown): Markup =>
  new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));
