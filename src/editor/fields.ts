/**
 * What the form adds to the schema: names and hints in both languages, the order (that of this table)
 * and the groups. What kind of input a field is follows from the schema, but for long texts. The
 * compiler and a spec see that no field of the schema is missing.
 */

import type { Definition, Schema } from '../contest/schema.ts';

export interface InBoth {
  vi: string;
  en: string;
}

export interface Field {
  label: InBoth;
  hint?: InBoth;
  /** A text of several lines. */
  long?: true;
  /** The instant ends something: midnight is written `24h00` of the day before. */
  ends?: true;
  /** Of a list: what one of its items is called. */
  item?: InBoth;
  /** Names of the values of an `enum`. */
  choices?: Readonly<Record<string, InBoth>>;
}

type Part<T> = NonNullable<T> extends (infer I)[] ? I : NonNullable<T>;
type Inner<K extends keyof Definition> =
  Part<Definition[K]> extends infer P
    ? P extends object
      ? `${K}.${keyof P & string}`
      : never
    : never;
/** `title`, `documents.url`. */
export type FieldName =
  keyof Definition | { [K in keyof Definition]-?: Inner<K> }[keyof Definition];

export const fields: Readonly<Record<FieldName, Field>> = {
  title: {
    label: { vi: 'Tên cuộc thi', en: 'Name of the contest' },
    hint: {
      vi: 'Ghi đầy đủ như trong kế hoạch, thể lệ.',
      en: 'In full, as in the plan and the rules.',
    },
    long: true,
  },
  organizer: {
    label: { vi: 'Đơn vị tổ chức', en: 'Organizer' },
    hint: {
      vi: 'Ví dụ: Ban Tổ chức Cuộc thi (Kế hoạch của UBND tỉnh).',
      en: 'Such as: the organizing committee, under the plan of the province.',
    },
  },
  summary: {
    label: { vi: 'Giới thiệu ngắn', en: 'In short' },
    hint: {
      vi: 'Nội dung, hình thức thi và đối tượng dự thi.',
      en: 'Content and form of the contest, and who takes part.',
    },
    long: true,
  },
  opens: {
    label: { vi: 'Mở lúc', en: 'Opens' },
    hint: {
      vi: 'Ví dụ: 7h30 ngày 18/11/2024.',
      en: 'Such as: 7h30 ngày 18/11/2024, or 18/11/2024 7:30.',
    },
  },
  closes: {
    label: { vi: 'Đóng lúc', en: 'Closes' },
    hint: {
      vi: 'Ví dụ: 16h30 ngày 13/12/2024, hoặc: hết ngày 13/12/2024.',
      en: 'Such as: 16h30 ngày 13/12/2024, or: hết ngày 13/12/2024 (the end of that day).',
    },
    ends: true,
  },
  extendedFrom: {
    label: { vi: 'Giờ đóng trước khi gia hạn', en: 'Closing before an extension' },
    hint: {
      vi: 'Khi gia hạn: sửa giờ đóng ở trên, ghi giờ đóng cũ ở đây. Biểu ngữ sẽ ghi “Gia hạn đến…”.',
      en: 'To extend: change the closing above and write the former one here. The banner then says “Extended until…”.',
    },
    ends: true,
  },
  rounds: {
    label: { vi: 'Các đợt thi', en: 'Rounds' },
    hint: {
      vi: 'Chỉ khi cuộc thi chia thành nhiều đợt, tuần hoặc phần thi có giờ mở, đóng riêng.',
      en: 'Only where the contest has rounds with times of their own.',
    },
    item: { vi: 'Đợt', en: 'Round' },
  },
  'rounds.title': {
    label: { vi: 'Tên đợt', en: 'Name of the round' },
    hint: { vi: 'Ví dụ: Tuần 1.', en: 'Such as: Tuần 1.' },
  },
  'rounds.opens': { label: { vi: 'Đợt mở lúc', en: 'The round opens' } },
  'rounds.closes': { label: { vi: 'Đợt đóng lúc', en: 'The round closes' }, ends: true },
  'rounds.url': {
    label: { vi: 'Địa chỉ thi riêng của đợt', en: 'Address of the round' },
    hint: {
      vi: 'Để trống nếu thi ở cùng địa chỉ với cuộc thi.',
      en: 'Leave it empty where the round is taken at the address of the contest.',
    },
  },
  timeZone: {
    label: { vi: 'Múi giờ', en: 'Time zone' },
    hint: {
      vi: 'Để trống là giờ Việt Nam (Asia/Ho_Chi_Minh). Mọi giờ trong biểu mẫu là giờ ở múi này.',
      en: 'Empty is Vietnam time (Asia/Ho_Chi_Minh). All times of this form are in this zone.',
    },
  },
  url: {
    label: { vi: 'Địa chỉ trang thi', en: 'Address of the contest' },
    hint: {
      vi: 'Địa chỉ mà nút “Vào thi” và mã QR dẫn tới, ví dụ: https://cuocthi.example.vn/',
      en: 'Where the way in and the QR code lead, such as: https://cuocthi.example.vn/',
    },
  },
  allowHttp: {
    label: { vi: 'Trang thi chỉ có http', en: 'The contest site has http only' },
    hint: {
      vi: 'Chỉ đánh dấu khi trang thi không có https. Biểu ngữ sẽ ghi “Trang này không mã hoá kết nối”.',
      en: 'Only where it has no https. The banner then warns that the connection is not encrypted.',
    },
  },
  unitParameter: {
    label: { vi: 'Tên tham số mã đơn vị', en: 'Parameter for the unit code' },
    hint: {
      vi: 'Chỉ điền khi bên làm trang thi cho biết tên tham số, ví dụ: don-vi. Để trống thì không gửi mã đơn vị nào.',
      en: 'Only where the makers of the contest site name one, such as: don-vi. Empty, no unit code is sent.',
    },
  },
  howTo: {
    label: { vi: 'Cách tham gia', en: 'How to take part' },
    hint: {
      vi: 'Mỗi dòng một ý: đăng nhập thế nào, được thi mấy lần, phòng nào hỗ trợ. Không ghi tên, số điện thoại cá nhân.',
      en: 'One thing a line: how to log in, how many attempts, which office helps. No names of persons.',
    },
    item: { vi: 'Dòng', en: 'Line' },
    long: true,
  },
  calendar: {
    label: { vi: 'Địa chỉ tệp lịch (.ics)', en: 'Address of a calendar file (.ics)' },
  },
  documents: {
    label: { vi: 'Thể lệ và tài liệu', en: 'Rules and documents' },
    hint: {
      vi: 'Thể lệ, kế hoạch, thông báo, hướng dẫn. Văn bản chưa đăng lên mạng thì để trống địa chỉ.',
      en: 'Rules, plans, notices, guides. One that is not on the web has no address.',
    },
    item: { vi: 'Tài liệu', en: 'Document' },
  },
  'documents.kind': {
    label: { vi: 'Loại', en: 'Kind' },
    choices: {
      rules: { vi: 'Thể lệ', en: 'Rules' },
      plan: { vi: 'Kế hoạch', en: 'Plan' },
      guide: { vi: 'Hướng dẫn', en: 'Guide' },
      notice: { vi: 'Thông báo, công văn', en: 'Notice or letter' },
      other: { vi: 'Khác', en: 'Other' },
    },
  },
  'documents.title': {
    label: { vi: 'Tên tài liệu', en: 'Name of the document' },
    hint: { vi: 'Ví dụ: Thể lệ Cuộc thi.', en: 'Such as: Thể lệ Cuộc thi.' },
  },
  'documents.number': {
    label: { vi: 'Số, ký hiệu', en: 'Number' },
    hint: { vi: 'Ví dụ: 3985/KH-UBND.', en: 'Such as: 3985/KH-UBND.' },
  },
  'documents.issued': {
    label: { vi: 'Ngày ban hành', en: 'Date' },
    hint: { vi: 'Ví dụ: 29/10/2024.', en: 'Such as: 29/10/2024.' },
  },
  'documents.url': { label: { vi: 'Địa chỉ để đọc', en: 'Address' } },
  banner: {
    label: { vi: 'Ảnh của cuộc thi', en: 'Picture of the contest' },
    hint: {
      vi: 'Để trống thì biểu ngữ tự vẽ, với tên cuộc thi trên nền màu.',
      en: 'Empty, a banner is drawn with the name of the contest.',
    },
  },
  'banner.src': {
    label: { vi: 'Địa chỉ ảnh', en: 'Address of the picture' },
    hint: { vi: 'Ảnh .png, .jpg hoặc .webp, có https.', en: 'A .png, .jpg or .webp, on https.' },
  },
  'banner.alt': {
    label: { vi: 'Nội dung ảnh bằng chữ', en: 'What the picture says' },
    hint: {
      vi: 'Chép lại chữ trên ảnh, cho người không nhìn thấy ảnh.',
      en: 'The words on it, for those who cannot see it.',
    },
    long: true,
  },
  'banner.width': { label: { vi: 'Chiều rộng (px)', en: 'Width (px)' } },
  'banner.height': { label: { vi: 'Chiều cao (px)', en: 'Height (px)' } },
  notice: {
    label: { vi: 'Thông báo nổi bật', en: 'Notice' },
    hint: {
      vi: 'Hiện trên cùng biểu ngữ, ví dụ: Hệ thống bảo trì đến 14h00.',
      en: 'Shown above everything else, such as: Hệ thống bảo trì đến 14h00.',
    },
    long: true,
  },
  suspended: {
    label: { vi: 'Tạm dừng cuộc thi', en: 'Suspend the contest' },
    hint: {
      vi: 'Nút vào thi và mã QR bị ẩn cho tới khi bỏ đánh dấu.',
      en: 'There is no way in and no QR code until this is unticked.',
    },
  },
  results: {
    label: { vi: 'Địa chỉ trang kết quả', en: 'Address of the results' },
    hint: { vi: 'Hiện sau khi cuộc thi đóng.', en: 'Shown once the contest is closed.' },
  },
  retires: {
    label: { vi: 'Gỡ biểu ngữ lúc', en: 'The banner goes' },
    hint: {
      vi: 'Từ lúc này biểu ngữ không còn chiếm chỗ. Để trống là 90 ngày sau khi đóng.',
      en: 'From then on the banner takes no room. Empty: 90 days after the closing.',
    },
  },
  report: {
    label: { vi: 'Các đơn vị báo cáo', en: 'Reports of the units' },
    hint: {
      vi: 'Chỉ người quản trị trang của đơn vị thấy, không hiện cho người xem.',
      en: 'For the webmasters of the units; visitors never see it.',
    },
  },
  'report.due': {
    label: { vi: 'Hạn báo cáo', en: 'Due' },
    hint: { vi: 'Ví dụ: 9h00 ngày 14/12/2024.', en: 'Such as: 9h00 ngày 14/12/2024.' },
    ends: true,
  },
  'report.recipient': {
    label: { vi: 'Gửi về', en: 'To' },
    hint: {
      vi: 'Tên phòng, không phải tên người, ví dụ: Văn phòng Sở.',
      en: 'An office, never a person.',
    },
  },
  'report.url': { label: { vi: 'Địa chỉ nộp báo cáo', en: 'Address for the report' } },
  id: {
    label: { vi: 'Mã cuộc thi', en: 'Code of the contest' },
    hint: {
      vi: 'Chữ thường không dấu, chữ số và dấu gạch nối. Giữ nguyên suốt cuộc thi.',
      en: 'Lower-case letters without accents, digits and hyphens. It stays the same for ever.',
    },
  },
  revision: {
    label: { vi: 'Số bản', en: 'Revision' },
    hint: {
      vi: 'Tự tăng mỗi lần phát hành thay đổi. Các trang giữ bản có số cao nhất.',
      en: 'Grows by itself with each published change. Portals keep the highest.',
    },
  },
  replaces: {
    label: { vi: 'Thu hồi bản số', en: 'Takes back revision' },
    hint: {
      vi: 'Tự điền khi thu hồi một bản phát hành nhầm ở bên dưới.',
      en: 'Filled in by taking back a revision, below.',
    },
  },
};

export interface Section {
  key: string;
  label: InBoth;
  fields: readonly (keyof Definition)[];
  /** Not needed by most: folded until there is something in it. */
  folded?: true;
}

/** The parts of the form, in order. */
export const sections: readonly Section[] = [
  {
    key: 'what',
    label: { vi: 'Cuộc thi', en: 'The contest' },
    fields: ['title', 'organizer', 'summary'],
  },
  { key: 'when', label: { vi: 'Thời gian', en: 'When' }, fields: ['opens', 'closes', 'rounds'] },
  { key: 'way', label: { vi: 'Vào thi', en: 'The way in' }, fields: ['url', 'allowHttp', 'howTo'] },
  {
    key: 'papers',
    label: { vi: 'Thể lệ và tài liệu', en: 'Rules and documents' },
    fields: ['documents'],
  },
  {
    key: 'news',
    label: { vi: 'Gia hạn, thông báo, kết quả', en: 'Extension, notice, results' },
    fields: ['extendedFrom', 'notice', 'suspended', 'results'],
    folded: true,
  },
  {
    key: 'picture',
    label: { vi: 'Ảnh của cuộc thi', en: 'Picture' },
    fields: ['banner'],
    folded: true,
  },
  {
    key: 'report',
    label: { vi: 'Các đơn vị báo cáo', en: 'Reports of the units' },
    fields: ['report'],
    folded: true,
  },
  {
    key: 'rare',
    label: { vi: 'Thiết lập khác', en: 'Other settings' },
    fields: ['unitParameter', 'calendar', 'retires', 'timeZone'],
    folded: true,
  },
  {
    key: 'revision',
    label: { vi: 'Mã cuộc thi và số bản', en: 'Code and revision' },
    fields: ['id', 'revision', 'replaces'],
  },
];

export type Kind =
  | 'text'
  | 'long'
  | 'address'
  | 'instant'
  | 'date'
  | 'number'
  | 'choice'
  | 'checkbox'
  | 'list'
  | 'group';

/** What kind of input a field is. */
export function kindOf(s: Schema, field: Field | undefined): Kind {
  if (s.items) return 'list';
  if (s.properties) return 'group';
  if (s.enum) return 'choice';
  if (s.format === 'date-time') return 'instant';
  if (s.format === 'date') return 'date';
  if (s.format) return 'address';
  if (s.type === 'integer') return 'number';
  if (s.type === 'boolean') return 'checkbox';
  return field?.long ? 'long' : 'text';
}

/** The name of a path in the table: `documents[0].url` is `documents.url`. */
export const nameOf = (path: string): FieldName => path.replace(/\[\d+\]/g, '') as FieldName;

/** The fields inside a list or a group, in the table's order. */
export const innerFields = (name: string): string[] =>
  Object.keys(fields)
    .filter((key) => key.startsWith(`${name}.`))
    .map((key) => key.slice(name.length + 1));
