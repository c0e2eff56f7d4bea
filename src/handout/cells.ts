/** A table as it is pasted from a spreadsheet or stands in CSV: rows of cells. Pure. */

export interface Row {
  /** In the text, from 1 on; a cell in quotation marks may hold several. */
  line: number;
  cells: string[];
}

/**
 * Rows of a text. A quotation mark opens a cell only where another one ends it before the next sign
 * (inside it stands twice); everywhere else, as in `Nhà hát "Chèo"`, it is a sign like others.
 * @param sign what stands between cells, one character
 */
export function rowsOf(text: string, sign: string): Row[] {
  // No cell of a spreadsheet holds a tab.
  const inner = sign === '\t' ? '[^"\t]*' : '[^"]*';
  const quoted = new RegExp(`"(${inner}(?:""${inner})*)" *(?=[${sign}\r\n]|$)`, 'y');
  const plain = new RegExp(`[^${sign}\r\n]*`, 'y');
  const rows: Row[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const row: Row = { line, cells: [] };
    do {
      quoted.lastIndex = plain.lastIndex = at;
      const whole = quoted.exec(text);
      const found = whole ?? plain.exec(text)!;
      at += found[0].length;
      line += found[0].match(/\r\n|[\r\n]/g)?.length ?? 0;
      row.cells.push(whole ? whole[1]!.replaceAll('""', '"') : found[0]);
    } while (text[at] === sign && ++at);
    rows.push(row);
    if (text.startsWith('\r\n', at)) at += 2;
    else at += 1;
    line += 1;
  }
  return rows;
}
