/**
 * HTML as filters see it: tags with attributes, and what stands between them. Snippets are written
 * by us, so a `>` inside a value is not looked for.
 */

export interface Tag {
  /** In lower case. */
  name: string;
  closing: boolean;
  /** By name in lower case, in their order; values without quotes, references as written. */
  attributes: [name: string, value: string][];
}

export type Piece = string | Tag;

/** Comments are left out: no filter here keeps them. */
export const pieces = (html: string): Piece[] =>
  html
    .replace(/<!--.*?-->/gs, '')
    .split(/(<\/?[a-z][^>]*>)/i)
    .filter(Boolean)
    .map((piece) => {
      const tag = /^<(\/?)([a-z][^\s/>]*)(.*?)\/?>$/is.exec(piece);
      if (!tag) return piece;
      const attributes = [
        ...tag[3]!.matchAll(/([^\s=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g),
      ].map(([, name, double, single, bare]): [string, string] => [
        name!.toLowerCase(),
        double ?? single ?? bare ?? '',
      ]);
      return { name: tag[2]!.toLowerCase(), closing: tag[1] === '/', attributes };
    });

export const written = (all: readonly Piece[]): string =>
  all
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const { name, closing, attributes } = piece;
      if (closing) return `</${name}>`;
      return `<${[name, ...attributes.map(([key, value]) => `${key}="${value}"`)].join(' ')}>`;
    })
    .join('');

/** What a filter decides for each tag: to leave it out with all that is in it, alone, or how it stays. */
export type Decision = 'remove' | 'unwrap' | Tag;

/** Goes through all tags; a closing one meets the same decision as an opening one of its name. */
export function filtered(html: string, decide: (tag: Tag) => Decision): string {
  const kept: Piece[] = [];
  let until: string | undefined;
  for (const piece of pieces(html)) {
    if (until !== undefined) {
      if (typeof piece !== 'string' && piece.closing && piece.name === until) until = undefined;
      continue;
    }
    const decision = typeof piece === 'string' ? piece : decide(piece);
    if (decision === 'remove') {
      if (!(piece as Tag).closing) until = (piece as Tag).name;
    } else if (decision !== 'unwrap') kept.push(decision);
  }
  return written(kept);
}

/**
 * What a line break does inside a tag in filters of the family of `InputFilter` (NukeViet, Joomla). A form
 * sends it as two signs, and for them only a space parts names and attributes: a tag with a line break
 * before its first space is thrown away as one of an unknown name, an attribute with nothing but a line
 * break before it is lost.
 */
export const partedBySpaces = (html: string): string =>
  html
    .replace(/<\/?[a-z][^\s>]*[\r\n][^>]*>/gi, '')
    .replace(/(?<=<[a-z][^>]*")[\r\n]+[^\s=">]+(="[^"]*")?/gi, '');
