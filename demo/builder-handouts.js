/**
 * The hand-outs of the builder: what one unit gets, to look at and to copy, and one download for all.
 * Everything is made here, and nothing is sent: what is read are the files of ours beside this page,
 * which go into the download.
 */

import {
  archive,
  atItsTallest,
  folderMaker,
  measurer,
  readUnits,
  UNITS_A_FILE,
} from './dist/handout.js';
import { list, listFields, showList } from './builder-list.js';
import {
  create,
  forgetFields,
  keepFields,
  label,
  mark,
  save,
  text,
  told,
} from './builder-parts.js';
import { both } from './language.js';

/** Files of `dist/` that a unit puts on its own portal. */
const SHIPPED = ['contest-display.js', 'frame.html', 'poster.html', 'board.html', 'LICENCES.txt'];

/** Widths at which the room for a banner is measured, px: of a whole page, an article, a side column. */
const WIDTHS = { page: 768, article: 600, side: 300 };

/** What a file is for, by how its name begins. */
const USES = {
  '1-': ['Thẻ script: biểu ngữ đầy đủ', 'Script: the whole banner'],
  '2-': ['Chỉ một thẻ script', 'One script tag'],
  '3-': ['Khung (iframe)', 'Iframe'],
  '4-': ['Ảnh và liên kết', 'Picture and link'],
  '4b-': ['Ảnh và liên kết cho cột hẹp', 'Picture and link for a narrow column'],
  '4c-': ['Ảnh và liên kết cho cột rất hẹp', 'Picture and link for a very narrow column'],
  '5-': ['Mã ngắn cho WordPress', 'WordPress shortcode'],
  bai: ['Bài viết để dán', 'Article to paste'],
  tin: ['Tin nhắn Zalo', 'Short message'],
  thu: ['Thư điện tử', 'E-mail'],
};
const useOf = (name) => Object.entries(USES).find(([start]) => name.startsWith(start))?.[1];

/** The shipped files, and what snippets have to know of them; asked for once. */
const shipped = (() => {
  const read = async (name) => {
    const answer = await fetch(new URL(`dist/${name}`, document.baseURI));
    if (!answer.ok) throw new Error(`dist/${name}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  let promise;
  return () =>
    (promise ??= (async () => {
      const { version, files } = JSON.parse(new TextDecoder().decode(await read('integrity.json')));
      const script = `contest-banner-${version}.js`;
      const names = [script, ...SHIPPED];
      const contents = await Promise.all(names.map(read));
      return {
        version,
        integrity: files[script],
        files: new Map(names.map((name, index) => [name, contents[index]])),
      };
    })());
})();

/** How high the banner stands while it is open, px, so that snippets can reserve the room. */
async function roomOf(definition) {
  const { contest, now } = atItsTallest(definition);
  // The picture is asked for by portals, never here: what is as large stands for it.
  const { banner: picture, ...rest } = contest;
  const measured = Object.entries(WIDTHS).map(async ([name, width]) => {
    const banner = create('contest-banner', { contest: rest, clock: () => now });
    if (picture) {
      const dummy = create('div', { slot: 'banner' });
      dummy.style.cssText = `aspect-ratio: ${picture.width} / ${picture.height}; max-height: 50em`;
      banner.append(dummy);
    }
    banner.setAttribute('qr', 'always');
    banner.inert = true;
    banner.style.cssText = `position: absolute; left: -9999px; width: ${width}px`;
    document.body.append(banner);
    await banner.updateComplete;
    const height = Math.ceil(banner.offsetHeight / 10) * 10;
    banner.remove();
    return [name, height];
  });
  return Object.fromEntries(await Promise.all(measured));
}

const fields = {
  files: text({ name: 'files', defaultValue: '/cuoc-thi/' }),
  published: text({ name: 'published', type: 'url', placeholder: 'https://…/contest.json' }),
  name: text({ name: 'unit-name', defaultValue: 'Bảo tàng tỉnh' }),
  code: text({ name: 'unit-code', placeholder: 'bao-tang-tinh' }),
  list,
};

const places = {
  state: told('state'),
  unit: create('div', { className: 'unit-files' }),
  parts: create('p', { className: 'parts', hidden: true }),
  progress: create('progress', { hidden: true, max: 1 }),
  told: told('done'),
};

const all = create(
  'button',
  { type: 'button', className: 'main' },
  both('Tải tất cả (zip)', 'Download all (zip)'),
);
const one = create(
  'button',
  { type: 'button' },
  both('Tải thư mục này (zip)', 'Download this folder (zip)'),
);
const stop = create('button', { type: 'button', hidden: true }, both('Dừng', 'Stop'));

let definition;
let running;
/** Told of every definition of which anything leaves the page. */
let issued = () => {};

function isAddress(text) {
  try {
    return !!new URL(text, 'https://don-vi.example.vn');
  } catch {
    return false;
  }
}

/** A folder on the portal: absolute or from the root, with `/` at its end. @returns nothing where it is neither */
function filesFolder() {
  const written = fields.files.value.trim();
  if (!/^(https:\/\/[^\s/?#@\\]+)?\/([^\s?#\\]*)$/.test(written) || written.startsWith('//'))
    return;
  return written.endsWith('/') ? written : `${written}/`;
}

function publishedAt() {
  const written = fields.published.value.trim();
  if (!written) return '';
  const isWhole = /^https:\/\/[^\s/?#@\\]+\/[^\s\\#]*$/.test(written);
  return isWhole && isAddress(written) ? written : undefined;
}

async function placing() {
  const files = filesFolder();
  const published = publishedAt();
  mark(
    fields.files,
    files === undefined && [
      'Thư mục: cần dạng /cuoc-thi/ hoặc https://don-vi.example.vn/cuoc-thi/',
      'Folder: expected /cuoc-thi/ or https://don-vi.example.vn/cuoc-thi/',
    ],
  );
  mark(
    fields.published,
    published === undefined && [
      'Địa chỉ công bố: cần địa chỉ https đầy đủ',
      'Published at: expected a whole https address',
    ],
  );
  if (files === undefined || published === undefined) {
    // What was made for another place must not be copied.
    places.unit.replaceChildren();
    return;
  }
  const { version, integrity, files: shippedFiles } = await shipped();
  return { place: { files, published, version, integrity }, shippedFiles };
}

const fileList = (files, issue) =>
  [...files].map(([name, content]) => {
    const button = create('button', { type: 'button' }, both('Tải', 'Download'));
    button.setAttribute('aria-label', `${button.textContent} ${name}`);
    button.onclick = () => {
      issue();
      save(content, name.split('/').pop());
    };
    return create('li', {}, create('code', { textContent: name }), ' ', button);
  });

/** A snippet with a button that copies it; what is copied by hand is handed out as well. */
function snippet(name, content, issue) {
  const area = create('textarea', { readOnly: true, rows: 9, value: content, spellcheck: false });
  area.setAttribute('aria-label', name);
  const copy = create('button', { type: 'button' }, both('Chép', 'Copy'));
  const copied = create('span', { className: 'told' });
  copied.setAttribute('role', 'status');
  area.addEventListener('copy', issue);
  copy.onclick = async () => {
    issue();
    try {
      await navigator.clipboard.writeText(content);
    } catch {
      // Without leave to the clipboard: what is selected can be copied by hand.
      area.select();
      document.execCommand('copy');
    }
    copied.replaceChildren(both('Đã chép.', 'Copied.'));
  };
  const summary = create(
    'summary',
    {},
    both(...useOf(name)),
    ' ',
    create('code', { textContent: name }),
  );
  return create('details', {}, summary, area, create('p', {}, copy, ' ', copied));
}

function images(files) {
  const shown = [...files].filter(([name]) => name.endsWith('.svg') && !name.includes('/qr-'));
  return shown.map(([name, content]) => {
    const image = create('img', {
      alt: name,
      src: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(content)}`,
    });
    return create('figure', {}, image, create('figcaption', { textContent: name }));
  });
}

let turn = 0;

/** The files of the one unit that is shown, made anew at each change. */
async function showUnit() {
  const mine = ++turn;
  const placed = await placing();
  if (!placed || !definition || mine !== turn) return;
  const { units } = readUnits(`${fields.name.value.replaceAll('\t', ' ')}\t${fields.code.value}`);
  const [unit] = units;
  mark(fields.name, !unit && ['Cần tên đơn vị', 'Expected the name of a unit']);
  if (!unit) return;
  const given = definition;
  const issue = () => issued(given);
  const room = await roomOf(given);
  const make = folderMaker(placed.shippedFiles, measurer());
  const files = await make({ definition: given, unit, place: placed.place, now: Date.now(), room });
  if (mine !== turn) return;
  const pasted = [...files].filter(([name]) => useOf(name));
  const open = new Set(
    [...places.unit.querySelectorAll('details[open]')].map(({ dataset }) => dataset.name),
  );
  places.unit.replaceChildren(
    ...pasted.map(([name, content]) => {
      const details = snippet(name, content, issue);
      details.dataset.name = name;
      details.open = open.has(name) || (!open.size && name.startsWith('1-'));
      return details;
    }),
    create('div', { className: 'pictures' }, ...images(files)),
    create(
      'details',
      {},
      create('summary', {}, both(`Mọi tệp (${files.size})`, `All files (${files.size})`)),
      create('ul', {}, ...fileList(files, issue)),
    ),
  );
  one.onclick = async () => {
    issue();
    save(
      await archive(
        [unit],
        async () => files,
        () => {},
      ),
      `${unit.folder}.zip`,
    );
  };
}

/** What the list holds, and in how many files it comes. */
function listed() {
  const units = showList();
  all.disabled = !units.length || !definition || !!running;
  const count = Math.ceil(units.length / UNITS_A_FILE);
  places.parts.hidden = count < 2;
  places.parts.replaceChildren(
    both(
      `Tải về thành ${count} tệp zip đánh số, mỗi tệp tới ${UNITS_A_FILE} đơn vị. Trình duyệt có thể hỏi có cho tải nhiều tệp không: chọn cho phép.`,
      `They come as ${count} numbered zip files of up to ${UNITS_A_FILE} units each. The browser may ask whether to allow several downloads: allow them.`,
    ),
  );
  return units;
}

/** One download with a folder for each unit. */
async function download() {
  const units = listed();
  const given = definition;
  const placed = await placing();
  if (!placed) {
    fields.files.form?.reportValidity();
    return;
  }
  issued(given);
  running = new AbortController();
  [all.disabled, stop.hidden, places.progress.hidden] = [true, false, false];
  const room = await roomOf(given);
  const make = folderMaker(placed.shippedFiles, measurer());
  const handout = { definition: given, place: placed.place, now: Date.now(), room };
  let tenths = 0;
  const tell = (done, of) => {
    places.progress.value = done / of;
    // A tenth at a time is enough for those who listen.
    const tenth = Math.floor((done / of) * 10);
    if (tenth === tenths) return;
    tenths = tenth;
    places.told.replaceChildren(both(`${done} / ${of} đơn vị`, `${done} of ${of} units`));
  };
  try {
    const name = `${given.id}-${given.revision}`;
    const count = Math.ceil(units.length / UNITS_A_FILE);
    for (let part = 0; part < count; part++) {
      const from = part * UNITS_A_FILE;
      const blob = await archive(
        units.slice(from, from + UNITS_A_FILE),
        (unit) => make({ ...handout, unit }),
        ({ done }) => tell(from + done, units.length),
        running.signal,
      );
      save(blob, count > 1 ? `${name}-phan-${part + 1}-cua-${count}.zip` : `${name}.zip`);
    }
    places.told.replaceChildren(
      both(`Xong: ${units.length} thư mục.`, `Done: ${units.length} folders.`),
    );
  } catch (error) {
    places.told.replaceChildren(
      error.name === 'AbortError'
        ? both('Đã dừng.', 'Stopped.')
        : both(`Lỗi: ${error.message}`, `Failed: ${error.message}`),
    );
  } finally {
    running = undefined;
    [stop.hidden, places.progress.hidden] = [true, true];
    listed();
  }
}

function build(container) {
  const form = create(
    'form',
    { className: 'handouts' },
    create(
      'fieldset',
      {},
      create('legend', {}, both('Nơi đặt', 'Where things lie')),
      label(
        'Thư mục chứa tệp trên trang của đơn vị',
        'Folder with the files on a unit’s portal',
        fields.files,
      ),
      label(
        'Địa chỉ công bố contest.json. Để trống thì mỗi đơn vị giữ một bản, và khi gia hạn phải gửi lại tệp cho từng đơn vị',
        'Where contest.json is published. Empty: each unit has a copy, and a moved date has to be sent to all of them',
        fields.published,
      ),
    ),
    create(
      'fieldset',
      {},
      create('legend', {}, both('Một đơn vị', 'One unit')),
      label('Tên đơn vị', 'Name', fields.name),
      label('Mã đơn vị (để trống: lấy từ tên)', 'Code (empty: made of the name)', fields.code),
      one,
      places.unit,
    ),
    create(
      'fieldset',
      {},
      create('legend', {}, both('Nhiều đơn vị', 'Many units')),
      ...listFields(() => listed()),
      places.parts,
      create('p', {}, all, ' ', stop),
      places.progress,
      places.told,
    ),
  );
  form.onsubmit = (event) => event.preventDefault();
  for (const field of [fields.files, fields.published, fields.name, fields.code])
    field.addEventListener('input', () => void showUnit());
  form.addEventListener('input', keepFields(fields));
  all.addEventListener('click', () => void download());
  stop.addEventListener('click', () => running?.abort());
  container.append(places.state, form);
  return form;
}

let form;

/**
 * Shows what can be handed out of a definition, or that nothing can while it has a fault.
 * @param {HTMLElement} container
 * @param {{definition: object, faults: readonly unknown[]}} contest
 * @param {(definition: object) => void} issue told whenever anything of a definition leaves the page
 */
export function showHandouts(container, { definition: given, faults }, issue) {
  issued = issue;
  form ??= build(container);
  definition = faults.length ? undefined : given;
  form.hidden = !definition;
  places.state.replaceChildren(
    definition
      ? both(
          `Phát hành: ${given.id}, bản ${given.revision}.`,
          `To be handed out: ${given.id}, revision ${given.revision}.`,
        )
      : both(
          'Điền đủ và sửa hết lỗi ở biểu mẫu thì mã nhúng, ảnh, áp phích và bài viết hiện ra ở đây.',
          'Once the form has no fault, snippets, pictures, poster and article appear here.',
        ),
  );
  listed();
  if (definition) void showUnit();
}

/** Empties the list and the rest, here and in this browser. */
export function forgetHandouts() {
  form?.reset();
  forgetFields();
  listed();
}
