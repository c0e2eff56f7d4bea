/**
 * The list of units: pasted from a spreadsheet or read from a file, one a line, name and code. What is
 * not understood is told by its line, and the others are kept. Pure.
 */

import { clean, lengthOf } from '../contest/parse.ts';
import { rowsOf, type Row } from './cells.ts';
import { guessed, headOf, isNoUnit, isTitle } from './columns.ts';
import { oneLine } from './line.ts';
import { slug } from './slug.ts';

export interface Unit {
  name: string;
  /** What the contest site is told, and what names a unit in reports. */
  code: string;
  /** Folder in the download: `007-bao-tang-tinh`. */
  folder: string;
}

export type LineProblem =
  | 'no-name'
  | 'long-name'
  | 'long-code'
  /** Of more lines than one, or with other signs that no code has. */
  | 'broken-code'
  | 'same-code'
  | 'too-many'
  /** Above the row that names the columns, or the title of a list. */
  | 'title'
  /** The head of a group of units, or their sum. */
  | 'no-unit'
  /** Cells that are neither name, code nor number; told once. */
  | 'other-cells';

/** What of a line is left out. */
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

/** A sign that no text holds: each line is one cell. */
const NONE = '\u001f';

/**
 * What stands between cells: whatever divides a row into names of columns. A comma is part of many
 * units' names, and a semicolon of some: without such a row the one is taken only beside quotation
 * marks, the other where it stands in most lines.
 */
function signOf(text: string): string {
  if (text.includes('\t')) return '\t';
  const signs = [';', ','] as const;
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim());
  const named = signs.find((sign) => {
    const rows = rowsOf(text, sign).filter(({ cells }) => cells.length > 1);
    return headOf(rows);
  });
  if (named) return named;
  if (lines.filter((line) => line.includes(';')).length > lines.length / 2) return ';';
  return /^"[^"]*(?:""[^"]*)*" *,|, *"[^"]*(?:""[^"]*)*" *$/m.test(text) ? ',' : NONE;
}

/** `1. Bảo tàng tỉnh`: numbers in front of names, as in a list of a letter, as cells of their own. */
function withoutNumbers(rows: Row[]): Row[] {
  const parts = rows.map(({ cells }) => /^(\d{1,4})[.)]\s*(.+)$/s.exec(cells[0]!));
  const numbered = parts.flatMap((part) => (part ? Number(part[1]) : []));
  if (numbered.length < 2 || numbered.length < rows.length / 2) return rows;
  if (numbered.some((number, index) => number !== index + 1)) return rows;
  return rows.map((row, index) => {
    const [, number, name] = parts[index] ?? [];
    return number ? { ...row, cells: [number, name!] } : row;
  });
}

/**
 * @param text lines of `name`, or of `name` and `code`, between which stands a tab, a semicolon or a
 * comma; running numbers may stand before; a row that names the columns says which is which
 */
export function readUnits(text: string): { units: Unit[]; faults: LineFault[] } {
  const plainText = text.replace(/^\ufeff/, '');
  const sign = signOf(plainText);
  const filled = rowsOf(plainText, sign)
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => clean(cell)) }))
    .filter(({ cells }) => cells.some(Boolean));
  const rows = sign === NONE ? withoutNumbers(filled) : filled;
  const head = headOf(rows);
  const columns = head?.columns ?? guessed(rows);

  const units: Unit[] = [];
  const faults: LineFault[] = [];
  const codes = new Set<string>();
  /** By name in ASCII: the number that the next unit of that name tries. */
  const next = new Map<string, number>();
  /** Once is enough. */
  let othersTold = false;
  const isOther = (cell: string, index: number) =>
    !!cell && !Object.values(columns).includes(index);
  const shown = (cells: readonly string[]) => cells.filter(Boolean).map(oneLine).join(' · ');
  const leaveOut = ({ line, cells }: Row, problem: LineProblem) =>
    faults.push({ line, problem, text: shown(cells) });

  for (const [index, row] of rows.entries()) {
    const { line, cells } = row;
    if (!othersTold && index >= (head?.index ?? 0)) {
      const others = cells.filter(isOther);
      othersTold = others.length > 0;
      if (othersTold) faults.push({ line, problem: 'other-cells', text: shown(others) });
    }
    if (head?.index === index) continue;
    const name = oneLine(cells[columns.name] ?? '');
    const given = cells[columns.code] ?? '';
    const problem = (): LineProblem | undefined => {
      if (index < (head?.index ?? 0) || (!head && !units.length && isTitle(cells))) return 'title';
      if (isNoUnit(cells, columns)) return 'no-unit';
      if (units.length === MOST_UNITS) return 'too-many';
      if (!name) return 'no-name';
      if (lengthOf(name) > LONGEST_NAME) return 'long-name';
      if (lengthOf(given) > LONGEST_CODE) return 'long-code';
      if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(given)) return 'broken-code';
      if (codes.has(given)) return 'same-code';
      return;
    };
    const found = problem();
    if (found) {
      leaveOut(row, found);
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
