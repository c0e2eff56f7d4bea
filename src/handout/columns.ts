/** Which column of a list holds what: by the row that names them, or by what stands in them. Pure. */

import type { Row } from './cells.ts';
import { slug } from './slug.ts';

export interface Columns {
  name: number;
  code: number;
  /** Of the running numbers; -1 where there is none, as with the code. */
  number: number;
}

const plain = (text: string): string => slug(text).replaceAll('-', ' ');

const PLACES = '(co quan|don vi|to chuc|dia phuong|xa|phuong|xa phuong|phuong xa|truong)';
/** `Tên đơn vị`, `Tên cơ quan, đơn vị`, `Cơ quan`, `Name`. */
const NAME = new RegExp(
  `^(ten( day du)?( (cac )?${PLACES}( don vi)?( truc thuoc)?)?|name|unit( name)?)$`,
);
const PLACE = new RegExp(`^(cac )?${PLACES}( don vi)?( truc thuoc)?$`);
/** `Mã`, `Mã số`, `Mã đơn vị`, `Mã định danh`, `Code`. */
const CODE = new RegExp(`^(ma( so| dinh danh| dv)?( ${PLACES})?|ky hieu|unit code|code)$`);
/** `STT`, `TT`, `Số TT`, `Số thứ tự`, `No.` */
const NUMBER = /^(stt|tt|so tt|so thu tu|thu tu|no)$/;

/** Above the row that names the columns there may stand a title, but not a list. */
const HEAD_WITHIN = 15;

const isNumber = (cell = ''): boolean => /^\d{1,4}\.?$/.test(cell);

/**
 * The columns that a row names; nothing where it names none. Words that may be a unit's name or code
 * (`Xã`, `TT`) name a column only beside another one, or above numbers.
 * @param below the next row
 */
function namedBy(cells: readonly string[], below: readonly string[] = []): Columns | undefined {
  const heads = cells.map(plain);
  const at = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head));
  const [code, number] = [at(CODE), at(NUMBER)];
  const named = at(NAME);
  if (named >= 0) return { name: named, code, number };
  const isCounted = number >= 0 && isNumber(below[number]);
  const place = at(PLACE);
  if (place >= 0 && (code >= 0 || isCounted || /don vi|co quan/.test(heads[place]!)))
    return { name: place, code, number };
  if (!isCounted) return;
  // `STT`, `Phòng ban`, `Mã`: what is neither number nor code.
  const name = heads.findIndex((head, index) => head && index !== code && index !== number);
  return name < 0 ? undefined : { name, code, number };
}

/** The row that names the columns, and what it says. */
export function headOf(rows: readonly Row[]): { index: number; columns: Columns } | undefined {
  for (const [index, { cells }] of rows.slice(0, HEAD_WITHIN).entries()) {
    const columns = namedBy(cells, rows[index + 1]?.cells);
    if (columns) return { index, columns };
  }
  return;
}

/** Without names of columns: name and code, behind running numbers where there are any. */
export function guessed(rows: readonly Row[]): Columns {
  const several = rows.filter(({ cells }) => cells.filter(Boolean).length > 1);
  const numbers = several
    .filter(({ cells }) => isNumber(cells[0]))
    .map(({ cells }) => parseInt(cells[0]!));
  const isRunning =
    several.length > 0 &&
    numbers.length >= several.length / 2 &&
    numbers.every((number, index) => !index || number === numbers[index - 1]! + 1) &&
    numbers[0]! <= 1;
  return isRunning ? { number: 0, name: 1, code: 2 } : { number: -1, name: 0, code: 1 };
}

/** What stands for a whole group of units, `II`, `A`, or for their sum, and is no unit. */
export function isNoUnit(cells: readonly string[], { name, number }: Columns): boolean {
  const running = cells[number] ?? '';
  return (
    (number >= 0 && /^([IVXL]+|[A-ZĐ])[.)]?$/.test(running)) ||
    (!isNumber(running) && /^(tong( so| cong)?|cong)( \d.*)?$/.test(plain(cells[name] ?? '')))
  );
}

/** A title above a list whose columns nobody names. */
export const isTitle = (cells: readonly string[]): boolean =>
  cells.filter(Boolean).length === 1 &&
  /^(danh sach|phu luc|bieu mau|bang tong hop)( |$)/.test(plain(cells.find(Boolean)!));
