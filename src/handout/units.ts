/**
 * The list of units: pasted from a spreadsheet or read from CSV, one a line, name and code. A wrong
 * line is told by its number, and the others are kept. Pure.
 */

import Papa from 'papaparse';
import { clean, lengthOf } from '../contest/parse.ts';
import { slug } from './slug.ts';

export interface Unit {
  name: string;
  /** What the contest site is told, and what names a unit in reports. */
  code: string;
  /** Folder in the download: `007-bao-tang-tinh`. */
  folder: string;
}

export type LineProblem = 'no-name' | 'long-name' | 'long-code' | 'same-code' | 'too-many';

export interface LineFault {
  /** In the text as it was pasted, from 1 on. */
  line: number;
  problem: LineProblem;
  /** What stands there. */
  text: string;
}

export const MOST_UNITS = 5000;
export const LONGEST_NAME = 200;
export const LONGEST_CODE = 100;

/** A first line that names its columns: `STT`, `Tên đơn vị`, `Mã đơn vị`, `Name`, `Code`. */
const NAME = /^(ten|don vi|ten don vi|name|unit)$/;
const CODE = /^(ma|ma don vi|code)$/;

const plain = (text: string): string => slug(text).replaceAll('-', ' ');

/**
 * What stands between cells. A comma is part of many units' names: it is taken for one only where
 * the text shows that it is CSV, by a first line that names the columns or by quotation marks.
 */
function delimiterOf(text: string): string {
  const found = ['\t', ';'].find((sign) => text.includes(sign));
  if (found) return found;
  const heads = text
    .trimStart()
    .split(/[\r\n]/, 1)[0]!
    .split(',')
    .map(plain);
  // A sign that no text holds.
  return heads.some((head) => NAME.test(head)) || /(^|,)"|"(,|$)/m.test(text) ? ',' : '\u001f';
}

/**
 * @param text lines of `name`, or of `name` and `code`, between which stands a tab, a semicolon or a comma; a first line that names the columns says which is which
 */
export function readUnits(text: string): { units: Unit[]; faults: LineFault[] } {
  const plainText = text.replace(/^\ufeff/, '');
  const { data } = Papa.parse<string[]>(plainText, { delimiter: delimiterOf(plainText) });
  const rows = data.map((cells) => cells.map((cell) => clean(cell).trim()));
  const first = rows.findIndex((row) => row.some(Boolean));
  const heads = (rows[first] ?? []).map(plain);
  const named = heads.findIndex((head) => NAME.test(head));
  const hasHeads = named >= 0;
  const [nameAt, codeAt] = hasHeads ? [named, heads.findIndex((head) => CODE.test(head))] : [0, 1];

  const units: Unit[] = [];
  const faults: LineFault[] = [];
  const codes = new Set<string>();
  /** By name in ASCII: the number that the next unit of that name tries. */
  const next = new Map<string, number>();
  /** A line in quotation marks may be several in the text. */
  let line = 1;
  for (const [index, row] of rows.entries()) {
    const at = line;
    line += 1 + (data[index]!.join('').match(/\r\n|[\r\n]/g)?.length ?? 0);
    if (!row.some(Boolean) || (hasHeads && index === first)) continue;
    const name = (row[nameAt] ?? '').replace(/\s+/g, ' ');
    const given = row[codeAt] ?? '';
    const problem = (): LineProblem | undefined => {
      if (units.length === MOST_UNITS) return 'too-many';
      if (!name) return 'no-name';
      if (lengthOf(name) > LONGEST_NAME) return 'long-name';
      if (lengthOf(given) > LONGEST_CODE) return 'long-code';
      if (codes.has(given)) return 'same-code';
      return;
    };
    const found = problem();
    if (found) {
      faults.push({ line: at, problem: found, text: row.filter(Boolean).join(' · ') });
      // All that follow would be too many as well.
      if (found === 'too-many') break;
      continue;
    }
    // Two communes may bear one name: the second is told apart by a number.
    const stem = slug(name) || 'don-vi';
    let code = given || stem;
    for (let tried = next.get(stem) ?? 2; codes.has(code); tried++) {
      code = `${stem}-${tried}`;
      next.set(stem, tried + 1);
    }
    codes.add(code);
    const number = String(units.length + 1).padStart(3, '0');
    units.push({ name, code, folder: `${number}-${stem}` });
  }
  return { units, faults };
}
