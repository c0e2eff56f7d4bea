/** The page that tells a unit's webmaster what is in the folder and what to do with it. Pure. */

import { DEFAULT_ZONE } from '../contest/instant.ts';
import { moment } from '../contest/wording.ts';
import { vi } from '../locales/vi.ts';
import { beginOf, dateTexts, markOf, noticeOf, untilText, wayOf, type Handout } from './handout.ts';
import { markup, type Markup } from './markup.ts';
import { pageAddress } from './snippets.ts';

/** A snippet to copy: what it is for, where it lies, and the text itself. */
export interface Listed {
  title: string;
  when: string;
  file: string;
  text: string;
}

const STYLE = `
  body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1.0625rem/1.6 system-ui, sans-serif; color-scheme: light dark; }
  h1, h2 { line-height: 1.35; text-wrap: balance; }
  h2 { margin-top: 2.5rem; border-top: 3px solid #c5161d; padding-top: 1rem; }
  textarea { width: 100%; box-sizing: border-box; height: 11rem; font: 0.875rem/1.5 ui-monospace, monospace; }
  .day { padding: 0.75rem 1rem; border-left: 6px solid #c5161d; background: rgb(128 128 128 / 12%); }
  code { overflow-wrap: anywhere; }
`;

const snippet = ({ title, when, file, text }: Listed): Markup => markup`<h3>${title}</h3>
<p>${when} Cũng nằm trong tệp <code>${file}</code>.</p>
<textarea readonly spellcheck="false" aria-label="${title}">
${text}</textarea>
`;

/** By when the unit reports, and to whom; never shown to visitors. */
function report({ definition }: Handout): Markup | string {
  const { report: asked, timeZone: zone = DEFAULT_ZONE } = definition;
  if (!asked) return '';
  const due = moment(Date.parse(asked.due), vi, { zone, ends: true });
  return markup`<h2>5. Báo cáo số người dự thi</h2>
<p>Đơn vị báo cáo số người đã dự thi trước <strong>${due}</strong>${asked.recipient ? markup`, gửi ${asked.recipient}` : ''}.${asked.url ? markup` Nơi nhận: <a href="${asked.url}">${asked.url}</a>` : ''}</p>
`;
}

/**
 * @param snippets in the order in which they should be tried
 * @param others what else lies in the folder, a line each: the file and what it is for
 */
export function instructions(
  handout: Handout,
  snippets: Listed[],
  others: readonly (readonly [file: string, use: string])[],
): string {
  const { definition, unit, place } = handout;
  const way = wayOf(handout);
  const opens = moment(beginOf(definition), vi, { zone: definition.timeZone ?? DEFAULT_ZONE });
  const named = { 'unit-name': unit.name };
  return markup`<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:">
<title>Hướng dẫn đăng: ${definition.title}</title>
<style>${STYLE}</style>
<body data-contest="${markOf(definition)}">
<h1>${definition.title}</h1>
<p>Dành cho người quản trị trang thông tin điện tử: <strong>${unit.name}</strong></p>
${dateTexts(definition).map((text) => markup`<p>${text}</p>\n`)}${
    way
      ? markup`<p>Địa chỉ vào thi của đơn vị: <a href="${way}">${way}</a>. Kiểm tra tên miền <strong>${new URL(way).host}</strong> đúng với văn bản của Ban Tổ chức trước khi đăng.</p>`
      : markup`<p class="day"><strong>${noticeOf(definition)}</strong> Vì vậy ảnh, bài viết và tin nhắn của bản này không dẫn vào thi. Khi Cuộc thi mở lại, thay tất cả bằng bộ tệp mới.</p>`
  }
<p class="day">Gỡ mọi nội dung này trước ngày <strong>${untilText(definition)}</strong>: sau khi Cuộc thi kết thúc, tên miền có thể hết hạn và bị người khác mua. Mã nhúng có tập lệnh tự ẩn từ ngày đó; ảnh, liên kết, bài viết và áp phích thì phải gỡ bằng tay.</p>

<h2>1. Tải tệp lên</h2>
<p>Tải mọi tệp trong thư mục <code>tep/</code> lên trang của đơn vị, vào <code>${place.files}</code>.</p>
<p>Trang không cho đặt tệp vào thư mục ấy mà tự chọn nơi lưu ảnh? Tải các ảnh lên bằng mục quản lý ảnh của trang, giữ nguyên tên tệp; khi dán mã “Ảnh và liên kết” hoặc bài viết, thay địa chỉ ảnh <code>src="${place.files}…"</code> bằng địa chỉ mà trang cho sau khi tải lên. Thẻ script và khung thì vẫn cần thư mục ấy: nhờ người quản lý máy chủ.</p>

<h2>2. Chọn một cách đăng</h2>
<p>Thử lần lượt: trang của đơn vị có cho dán thẻ script không? Nếu không, có cho dán iframe không? Nếu đều không thì dùng ảnh và liên kết; bộ lọc nào cũng cho qua.</p>
${snippets.map(snippet)}
<h2>3. Các tệp khác</h2>
<ul>
${others.map(([file, use]) => markup`<li><a href="${file}">${file}</a>: ${use}</li>\n`)}</ul>
<p>Màn hình ở sảnh: mở <code>${pageAddress(handout, 'board', named)}</code> trên trang của đơn vị, toàn màn hình (F11). Áp phích có chọn khổ A4, A3, dọc, ngang: <code>${pageAddress(handout, 'poster', named)}</code>.</p>

<h2>4. Kiểm tra sau khi đăng</h2>
<ul>
<li>Ngày giờ mở và đóng đúng như trên.</li>
${
  way
    ? markup`<li>Ảnh, bài viết, áp phích: quét mã QR bằng điện thoại, phải ra đúng <code>${way}</code>.</li>
<li>Từ lúc mở (${opens}): biểu ngữ có nút “${vi.enter}” và mã QR, đều tới đúng tên miền <code>${new URL(way).host}</code>; trước đó biểu ngữ chỉ hiện thời gian.</li>
`
    : markup`<li>Biểu ngữ, ảnh, bài viết, áp phích: có dòng “${noticeOf(definition)}”, không có nút vào thi và mã QR.</li>
`
}</ul>
${report(handout)}</body>
</html>
`.text;
}
