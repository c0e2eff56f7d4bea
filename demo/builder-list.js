/** The list of units in the builder: pasted, opened or dropped, and shown as it was read. */

import { readListFile, readUnits } from './dist/handout.js';
import { create, label } from './builder-parts.js';
import { both } from './language.js';

/** Of a file with a list, bytes: 5,000 units take half a megabyte. */
const LARGEST_LIST = 2 * 1024 * 1024;

/** So much of it is shown. */
const ROWS = 20;
const FAULTS = 50;

const PROBLEMS = {
  'no-name': ['thiếu tên đơn vị', 'no name of a unit'],
  'long-name': ['tên dài quá 200 ký tự', 'a name of more than 200 characters'],
  'long-code': ['mã dài quá 100 ký tự', 'a code of more than 100 characters'],
  'broken-code': ['mã có xuống dòng', 'a code with a line break'],
  'same-code': ['mã đã có ở dòng trên', 'a code that stands above already'],
  'too-many': ['quá 5.000 đơn vị', 'more than 5,000 units'],
  title: ['tiêu đề, không phải đơn vị', 'a title, no unit'],
  'no-unit': ['tên nhóm hoặc tổng số, không phải đơn vị', 'a group or a sum, no unit'],
  'other-cells': ['cột không dùng đến', 'a column that is not used'],
};

const FILE_FAULTS = {
  large: ['Tệp quá 2 MB: không phải danh sách đơn vị.', 'More than 2 MB: no list of units.'],
  workbook: [
    'Đây là tệp bảng tính. Trong Excel chọn Lưu thành “CSV UTF-8”, hoặc chép các ô rồi dán vào đây.',
    'This is a workbook. Save it as “CSV UTF-8” in Excel, or copy its cells and paste them here.',
  ],
  encoding: [
    'Không đọc được chữ trong tệp: có thể là phông TCVN3 (ABC) hoặc VNI. Đổi sang Unicode, lưu thành “CSV UTF-8” rồi mở lại.',
    'The letters of this file cannot be read: perhaps TCVN3 (ABC) or VNI. Convert it to Unicode, save it as “CSV UTF-8” and open it again.',
  ],
};

const list = create('textarea', { name: 'units', rows: 8, spellcheck: false });
const upload = create('input', { type: 'file', accept: '.csv,.tsv,.txt,text/csv,text/plain' });
const told = create('div', { className: 'read' });

/** Read anew only when it has changed. */
let read = { text: '', units: [], faults: [] };

const cells = (kind, values) => values.map((value) => create(kind, {}, value));

function table(units) {
  const head = [
    both('Số', 'No.'),
    both('Tên đơn vị', 'Name'),
    both('Mã', 'Code'),
    both('Thư mục', 'Folder'),
  ];
  const rows = units
    .slice(0, ROWS)
    .map(({ name, code, folder }, index) =>
      create('tr', {}, ...cells('td', [String(index + 1), name, code, folder])),
    );
  return create(
    'table',
    {},
    create('caption', {}, both(`${units.length} đơn vị đã đọc được`, `${units.length} units read`)),
    create('thead', {}, create('tr', {}, ...cells('th', head))),
    create('tbody', {}, ...rows),
  );
}

const more = (count, vi, en) => (count > 0 ? [create('li', {}, both(vi, en))] : []);

/** @returns the units that the list holds; shows them, and what of it is left out, by its line */
export function showList() {
  if (list.value !== read.text) read = { text: list.value, ...readUnits(list.value) };
  const { units, faults } = read;
  const hidden = units.length - ROWS;
  const unsaid = faults.length - FAULTS;
  told.replaceChildren(
    ...(units.length ? [table(units)] : []),
    ...(hidden > 0
      ? [create('p', { className: 'more' }, both(`và ${hidden} đơn vị nữa`, `and ${hidden} more`))]
      : []),
    create(
      'ul',
      { className: 'faults' },
      ...faults.slice(0, FAULTS).map(({ line, problem, text }) => {
        const [vi, en] = PROBLEMS[problem];
        const said = both(`Dòng ${line}: ${vi} (bỏ qua)`, `Line ${line}: ${en} (left out)`);
        return create('li', {}, said, `: ${text.slice(0, 80)}`);
      }),
      ...more(unsaid, `và ${unsaid} dòng nữa`, `and ${unsaid} more`),
    ),
  );
  return units;
}

async function open(file) {
  const { text, fault } =
    file.size > LARGEST_LIST
      ? { fault: 'large' }
      : readListFile(new Uint8Array(await file.arrayBuffer()));
  if (fault) {
    // What was there stays: it was read from something else.
    told.prepend(
      create('p', { className: 'fault' }, `${file.name}: `, both(...FILE_FAULTS[fault])),
    );
    return;
  }
  list.value = text;
  list.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * The field of the list, what opens a file, and what was read.
 * @param {() => void} changed
 */
export function listFields(changed) {
  told.setAttribute('role', 'status');
  list.addEventListener('input', changed);
  upload.addEventListener('change', async () => {
    const [file] = upload.files;
    if (file) await open(file);
    // So that the same file can be opened once more.
    upload.value = '';
  });
  list.addEventListener('dragover', (event) => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  });
  list.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void open(file);
  });
  return [
    label(
      'Danh sách: mỗi dòng một đơn vị, tên rồi mã; dán từ bảng tính, mở tệp CSV hoặc thả tệp vào đây',
      'The list: one unit a line, name and code; paste it from a spreadsheet, open CSV or drop it here',
      list,
    ),
    label('Mở tệp CSV', 'Open CSV', upload),
    told,
  ];
}

export { list };
