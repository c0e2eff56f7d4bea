/** One download with a folder for each unit. The page stays usable meanwhile. */

import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import Papa from 'papaparse';
import type { Files } from './folder.ts';
import { oneLine } from './line.ts';
import type { Unit } from './units.ts';

export interface Progress {
  done: number;
  of: number;
}

/** So many units make one file: a zip of the common kind holds 65,535 files, and a unit has some 30. */
export const UNITS_A_FILE = 1000;
const MOST_FILES = 65_535;

/** What is written so far is given to the browser in pieces of this size, which may keep it on disk. */
const PIECE = 16 * 1024 * 1024;

/** Lets the browser draw and listen before the next unit. */
const breathe = (): Promise<void> => new Promise((go) => setTimeout(go));

/** Pictures are compressed already. */
const isPacked = (name: string): boolean => name.endsWith('.png');

/** Where the list separator is another, a cell would end in the middle and a formula begin. */
const harmless = (cell: string): string =>
  oneLine(cell).replace(/([;,\t]\s*"*)([=+\-@])/g, "$1'$2");

/** What the Office fills in as units report. */
const TO_FILL = ['Tổng số CBCCVC', 'Số dự thi', 'Tỷ lệ (%)', 'Ngày báo cáo', 'Trang đã đăng'];

/** The list of all units, as a spreadsheet opens it: in UTF-8, and no cell is taken for a formula. */
const table = (units: readonly Unit[]): string =>
  `\ufeff${Papa.unparse(
    [
      ['Thư mục', 'Tên đơn vị', 'Mã đơn vị', ...TO_FILL],
      ...units.map(({ folder, name, code }) => [
        folder,
        harmless(name),
        harmless(code),
        ...TO_FILL.map(() => ''),
      ]),
    ],
    { escapeFormulae: true },
  )}\r\n`;

/**
 * @param units `UNITS_A_FILE` or so: where their files are more than a zip can hold, a RangeError says how many it can
 * @param make the files of a unit
 * @param told after each unit
 * @param signal stops it: the promise is then rejected with its reason
 */
export async function archive(
  units: readonly Unit[],
  make: (unit: Unit) => Promise<Files>,
  told: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Blob> {
  const pieces: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let failed: Error | null = null;
  const put = () => {
    pieces.push(new Blob(chunks));
    chunks = [];
    size = 0;
  };
  const zip = new Zip((error, chunk) => {
    failed ??= error;
    chunks.push(chunk);
    size += chunk.length;
    if (size > PIECE) put();
  });
  let files = 0;
  const add = (path: string, content: string | Uint8Array) => {
    const file = isPacked(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    if (++files > MOST_FILES) throw new RangeError(`units: expected at most ${MOST_FILES} files`);
    zip.add(file);
    file.push(typeof content === 'string' ? strToU8(content) : content, true);
    if (failed) throw failed;
  };

  add('danh-sach.csv', table(units));
  let done = 0;
  for (const unit of units) {
    signal?.throwIfAborted();
    for (const [name, content] of await make(unit)) add(`${unit.folder}/${name}`, content);
    told({ done: ++done, of: units.length });
    await breathe();
  }
  zip.end();
  put();
  return new Blob(pieces, { type: 'application/zip' });
}
