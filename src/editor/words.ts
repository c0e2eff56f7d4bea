/** What the form says, in both languages. Vietnamese is the shape that English has to fill. */

import type { Schema } from '../contest/schema.ts';
import { messagesFor } from '../locales/index.ts';
import type { InBoth } from './fields.ts';
import { LARGEST, type OpenFault } from './open.ts';
import type { WhenFault } from './when.ts';

const number = (n: number): string => n.toLocaleString('vi');

type OpenWords = { [W in OpenFault['why']]: (fault: Extract<OpenFault, { why: W }>) => string };
type WhenWords = { [W in WhenFault['why']]: (fault: Extract<WhenFault, { why: W }>) => string };

const vi = {
  code: 'vi' as 'vi' | 'en',
  required: 'bắt buộc',
  atMost: (count: number) => `Tối đa ${number(count)} ký tự.`,
  choose: '— Chọn —',
  reads: (moment: string) => `Hiểu là: ${moment}`,
  assumed: (year: number) => `Không ghi năm nên hiểu là năm ${year}.`,

  open: 'Mở contest.json đã có',
  openHint:
    'Chọn tệp, hoặc kéo tệp thả vào biểu mẫu. Tệp chỉ được đọc trong trình duyệt này, không gửi đi đâu.',
  opened: (file: string) => `Đã mở ${file}.`,
  undo: 'Quay lại nội dung trước khi mở tệp',
  undone: 'Đã quay lại nội dung trước khi mở tệp.',
  openFaults: {
    'too-large': ({ size }) =>
      `Tệp lớn ${number(Math.ceil(size / 1024))} KB, quá ${LARGEST / 1024} KB nên không phải contest.json.`,
    'not-json': ({ line, column }) =>
      `Tệp không phải JSON hợp lệ: lỗi ở dòng ${line}, cột ${column}.`,
    'not-definition': ({ path }) =>
      path === undefined
        ? 'Tệp là JSON nhưng không phải định nghĩa cuộc thi: không có trường nào của contest.json.'
        : `Tệp không phải định nghĩa cuộc thi: “${path}” không đúng dạng.`,
  } satisfies OpenWords,
  kept: 'Nội dung đang điền vẫn giữ nguyên.',

  draftRestored: 'Đã khôi phục bản nháp lưu trong trình duyệt này.',
  draft: 'Nội dung đang điền được lưu tạm trong trình duyệt này.',
  noDraft: 'Trình duyệt không cho lưu bản nháp: đừng đóng trang trước khi tải contest.json.',
  discard: 'Xoá bản nháp',
  discardSure: 'Bấm lần nữa để xoá hết',
  discarded: 'Đã xoá bản nháp, biểu mẫu trống.',

  add: (item: string) => `Thêm ${item.toLowerCase()}`,
  up: 'Lên',
  down: 'Xuống',
  remove: 'Xoá',
  added: (item: string) => `Đã thêm ${item}.`,
  moved: (item: string, place: number, count: number) =>
    `${item}: nay ở vị trí ${place} trên ${count}.`,
  removed: (item: string) => `Đã xoá ${item}.`,

  summary: (count: number) => `Còn ${count} chỗ cần sửa`,
  submit: (revision: unknown) => `Phát hành bản số ${String(revision)}`,
  published: (revision: unknown) => `Bản số ${String(revision)} đã sẵn sàng.`,
  isPublished: (revision: number) => `Đã phát hành: bản số ${revision}.`,
  willBe: (revision: unknown) => `Thay đổi này sẽ là bản số ${String(revision)}.`,
  isNew: 'Chưa phát hành bản nào.',

  back: 'Thu hồi một bản phát hành nhầm',
  backHint:
    'Dùng khi đã lỡ phát hành một bản có số quá cao, hoặc trang bị kẻ khác sửa. Các trang giữ bản có số cao nhất, nên bản nhầm phải được thu hồi đích danh.',
  backWrong: 'Bản phát hành nhầm, số',
  backNamed: 'Bản nhầm có ghi “replaces” thì số đó (không có: để trống)',
  backRight: 'Bản đúng gần nhất, số',
  backDo: 'Thu hồi',
  backDone: (revision: number, replaces: number | undefined) =>
    replaces === undefined
      ? `Không cần thu hồi đích danh: bản số ${revision} cao hơn nên thay bản nhầm. Kiểm tra nội dung rồi phát hành.`
      : `Bản số ${revision} sẽ thay bản nhầm số ${replaces}, dù số nhỏ hơn. Các bản sau vẫn ghi như vậy. Nội dung trong biểu mẫu không tự trở lại như cũ: kiểm tra, hoặc mở contest.json của bản đúng rồi thu hồi lại; sau đó phát hành.`,
  backLater: (later: number, wrong: number) =>
    `Bản số ${later} đã phát hành và cao hơn bản nhầm số ${wrong}, nên đã thay bản ấy: không cần thu hồi.`,
  backWhole: 'Ghi số bản bằng chữ số, ví dụ 30.',
  backNone: 'Không còn số nào thay được mọi bản nhầm: đặt mã cuộc thi mới rồi phát lại.',

  needed: 'Chưa điền.',
  expected: {
    text: (s: Schema) => `Tối đa ${number(s.maxLength!)} ký tự.`,
    number: (s: Schema) => `Ghi một số nguyên từ ${number(s.minimum!)} đến ${number(s.maximum!)}.`,
    choice: () => 'Chọn một trong các loại.',
    list: (s: Schema) => `Tối đa ${number(s.maxItems!)} mục.`,
    address: () => 'Ghi địa chỉ đầy đủ, bắt đầu bằng https://, không có khoảng trắng.',
    http: () =>
      'Địa chỉ phải bắt đầu bằng https://. Nếu trang thi chỉ có http, đánh dấu “Trang thi chỉ có http”.',
    instant: () => 'Ghi giờ và ngày, ví dụ: 7h30 ngày 18/11/2024.',
    date: () => 'Ghi ngày, tháng, năm, ví dụ: 29/10/2024.',
    other: () => 'Giá trị không đúng dạng.',
  },
  patterns: {
    id: 'Chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, ví dụ: cchc-2024.',
    timeZone: 'Ghi tên múi giờ, ví dụ: Asia/Ho_Chi_Minh.',
  } as Record<string, string>,
  /** What `parse` says of parts that do not fit each other. */
  relations: {
    'an IANA time zone': 'Không có múi giờ này. Ví dụ: Asia/Ho_Chi_Minh.',
    'an instant after opens': 'Giờ đóng phải sau giờ mở.',
    'an instant not before opens': 'Đợt không được mở trước khi cuộc thi mở.',
    'an instant not after closes': 'Đợt không được đóng sau khi cuộc thi đóng.',
    "an instant after the round's opens": 'Giờ đóng của đợt phải sau giờ mở của đợt.',
    'an instant before closes': 'Giờ đóng cũ phải trước giờ đóng mới.',
    'an instant not before closes': 'Không được gỡ biểu ngữ trước khi cuộc thi đóng.',
    'a number above revision': 'Số bản bị thu hồi phải lớn hơn số bản này.',
    'a number above the published one':
      'Số này không cao hơn bản đã phát hành, các trang sẽ không nhận. Xoá trống để tự tăng.',
  } as Record<string, string>,
  when: {
    form: () => 'Không đọc được. Ghi như: 7h30 ngày 18/11/2024.',
    'no-time': () => 'Thiếu giờ. Ghi như: 7h30 ngày 18/11/2024, hoặc: hết ngày 13/12/2024.',
    'no-date': () => 'Thiếu ngày. Ghi như: 7h30 ngày 18/11/2024.',
    time: () =>
      'Giờ từ 0h00 đến 24h00, phút từ 00 đến 59, và khớp với sáng, trưa, chiều, tối, đêm nếu có ghi.',
    month: () => 'Tháng từ 1 đến 12, ghi ngày trước tháng: 18/11/2024.',
    day: ({ month, year, days }) => `Không có ngày này: tháng ${month}/${year} có ${days} ngày.`,
    year: () => 'Năm ghi đủ bốn chữ số, từ 2000 đến 2099.',
    weekday: ({ weekday, date }) =>
      `Ngày ${date} là ${messagesFor('vi').weekdays[weekday]}. Sửa thứ hoặc ngày.`,
    gap: () => 'Ở múi giờ này không có giờ đó: đồng hồ được vặn nhanh lên. Ghi giờ khác.',
  } as {
    [W in WhenFault['why']]: (fault: Extract<WhenFault, { why: W }>) => string;
  } satisfies WhenWords,
};

export type Words = typeof vi;

const plain = (n: number): string => n.toLocaleString('en');

const en: Words = {
  code: 'en',
  required: 'required',
  atMost: (count) => `At most ${plain(count)} characters.`,
  choose: '— Choose —',
  reads: (moment) => `Read as: ${moment}`,
  assumed: (year) => `No year is written, so ${year} was taken.`,

  open: 'Open a contest.json',
  openHint: 'Choose a file, or drop one on the form. It is read in this browser and sent nowhere.',
  opened: (file) => `${file} is open.`,
  undo: 'Back to what was here before',
  undone: 'What was here before the file is back.',
  openFaults: {
    'too-large': ({ size }) =>
      `The file has ${plain(Math.ceil(size / 1024))} KB, more than the ${LARGEST / 1024} KB of any contest.json.`,
    'not-json': ({ line, column }) =>
      `The file is no JSON: it fails in line ${line}, column ${column}.`,
    'not-definition': ({ path }) =>
      path === undefined
        ? 'The file is JSON but defines no contest: it has none of the fields of a contest.json.'
        : `The file defines no contest: “${path}” is of another form.`,
  },
  kept: 'What you have filled in is as it was.',

  draftRestored: 'The draft kept in this browser is back.',
  draft: 'What you fill in is kept in this browser for the time being.',
  noDraft: 'This browser keeps no draft: do not close the page before contest.json is saved.',
  discard: 'Discard the draft',
  discardSure: 'Press again to discard all',
  discarded: 'The draft is discarded. The form is empty.',

  add: (item) => `Add a ${item.toLowerCase()}`,
  up: 'Up',
  down: 'Down',
  remove: 'Remove',
  added: (item) => `${item} is added.`,
  moved: (item, place, count) => `${item} is now at ${place} of ${count}.`,
  removed: (item) => `${item} is removed.`,

  summary: (count) =>
    count === 1 ? 'One thing has to be put right' : `${count} things have to be put right`,
  submit: (revision) => `Publish revision ${String(revision)}`,
  published: (revision) => `Revision ${String(revision)} is ready.`,
  isPublished: (revision) => `Published: revision ${revision}.`,
  willBe: (revision) => `This change will be revision ${String(revision)}.`,
  isNew: 'Nothing is published yet.',

  back: 'Take back a revision published by mistake',
  backHint:
    'For a number that was far too high, or a file that somebody else has changed. Portals keep the highest number, so the wrong one has to be taken back by name.',
  backWrong: 'Number of the wrong revision',
  backNamed: 'What it says in “replaces” (empty where it has none)',
  backRight: 'Number of the last right one',
  backDo: 'Take back',
  backDone: (revision, replaces) =>
    replaces === undefined
      ? `It need not be taken back by name: revision ${revision} is higher and replaces it. Check everything, then publish.`
      : `Revision ${revision} will replace the wrong revision ${replaces}, although its number is lower. Later ones go on saying so. What the form holds is not put back: check it, or open the contest.json of the right one and take back again; then publish.`,
  backLater: (later, wrong) =>
    `Revision ${later} is published and higher than the wrong ${wrong}, and has replaced it: there is nothing to take back.`,
  backWhole: 'Write the number in digits, such as 30.',
  backNone:
    'No number is left that replaces all wrong ones: give the contest a new code and hand it out again.',

  needed: 'This is missing.',
  expected: {
    text: (s) => `At most ${plain(s.maxLength!)} characters.`,
    number: (s) => `Write a whole number from ${plain(s.minimum!)} to ${plain(s.maximum!)}.`,
    choice: () => 'Choose one of the kinds.',
    list: (s) => `At most ${plain(s.maxItems!)} items.`,
    address: () => 'Write the whole address, beginning with https://, without spaces.',
    http: () =>
      'The address has to begin with https://. Where the contest site has http only, tick “The contest site has http only”.',
    instant: () => 'Write time and date, such as: 7h30 ngày 18/11/2024.',
    date: () => 'Write day, month and year, such as: 29/10/2024.',
    other: () => 'This is of another form.',
  },
  patterns: {
    id: 'Only lower-case letters without accents, digits and hyphens, such as: cchc-2024.',
    timeZone: 'Write the name of a time zone, such as: Asia/Ho_Chi_Minh.',
  },
  relations: {
    'an IANA time zone': 'There is no such time zone. One is: Asia/Ho_Chi_Minh.',
    'an instant after opens': 'The contest has to close after it opens.',
    'an instant not before opens': 'A round cannot open before the contest.',
    'an instant not after closes': 'A round cannot close after the contest.',
    "an instant after the round's opens": 'The round has to close after it opens.',
    'an instant before closes': 'The former closing has to be before the new one.',
    'an instant not before closes': 'The banner cannot go before the contest is closed.',
    'a number above revision': 'The revision that is taken back has to be above this one.',
    'a number above the published one':
      'This is not above the published revision, so portals would not take it. Empty the field and it grows by itself.',
  },
  when: {
    form: () => 'This cannot be read. Write it like: 7h30 ngày 18/11/2024, or 18/11/2024 7:30.',
    'no-time': () =>
      'The time is missing. Write it like: 7h30 ngày 18/11/2024, or: hết ngày 13/12/2024.',
    'no-date': () => 'The date is missing. Write it like: 7h30 ngày 18/11/2024.',
    time: () =>
      'Hours run from 0h00 to 24h00, minutes from 00 to 59, and they fit the part of the day beside them.',
    month: () => 'Months run from 1 to 12, the day comes first: 18/11/2024.',
    day: ({ month, year, days }) => `There is no such day: ${month}/${year} has ${days}.`,
    year: () => 'Write all four digits of the year, from 2000 to 2099.',
    weekday: ({ weekday, date }) =>
      `${date} is a ${messagesFor('en').weekdays[weekday]}. Change one of the two.`,
    gap: () => 'There is no such time in this zone: clocks are put forward over it.',
  },
};

/** English for `en` and its regions, Vietnamese for anything else. */
export const wordsFor = (language: string): Words => (/^en\b/i.test(language) ? en : vi);

export const inLanguage = (text: InBoth, t: Words): string => text[t.code];
