/** What is sent or published besides the banner: a short message, a letter, an article. Pure. */

import { vi } from '../locales/vi.ts';
import {
  dateTexts,
  documentText,
  fileStem,
  markOf,
  noticeOf,
  warningOf,
  wayOf,
  type Handout,
} from './handout.ts';
import { oneLine } from './line.ts';
import { markup, type Markup } from './markup.ts';

const CARE = 'Kiểm tra tên miền trước khi mở liên kết hoặc quét mã QR';

/** Where it leads, for those who have learnt to look; and whether anyone can listen in. */
function care(way: string): string {
  const warning = warningOf(way);
  return `${CARE}: ${new URL(way).host}.${warning && ` ${warning}.`}`;
}

/** The way in as text, on a line of its own so that it becomes a link; nothing where there is none. */
const wayText = (way: string): string => (way ? `${vi.enter}: ${way}\n${care(way)}\n` : '');

/** Of a contest that is suspended nobody can say when it goes on; a notice is a whole sentence. */
const sentence = (text: string): string => text.replace(/[.!?…]?$/, (end) => end || '.');

/** For Zalo: plain text, short. */
export function shortMessage(handout: Handout): string {
  const { definition } = handout;
  const [dates, extension] = dateTexts(definition);
  const news = [noticeOf(definition), definition.extendedFrom && extension].filter(Boolean);
  return `${[definition.title, `${dates}.`, ...news.map((text) => sentence(text!))].map(oneLine).join('\n')}
${wayText(wayOf(handout))}`;
}

/** For e-mail: its first line is the subject. */
export function letter(handout: Handout): string {
  const { definition, unit } = handout;
  const { title, summary, howTo = [], documents = [], organizer } = definition;
  const list = (heading: string, items: string[]) =>
    items.length ? `\n${heading}:\n${items.map((item) => `- ${oneLine(item)}\n`).join('')}` : '';
  const dates = dateTexts(definition).map((text) => `${oneLine(text)}.`);
  return `Mời tham gia: ${oneLine(title)}

Kính gửi: Toàn thể cán bộ, công chức, viên chức, người lao động ${oneLine(unit.name)}

${[noticeOf(definition), summary]
  .flatMap((text) => (text ? oneLine(text) : []))
  .concat(dates.join('\n'))
  .join('\n\n')}

${wayText(wayOf(handout))}${list(vi.howTo, howTo)}${list(
    vi.documents,
    documents.map((document) => [documentText(document), document.url].filter(Boolean).join(': ')),
  )}${organizer ? `\n${oneLine(organizer)}\n` : ''}`;
}

/** An article for the unit's portal, of tags that every filter lets through. */
export function article(handout: Handout): string {
  const { definition } = handout;
  const { title, summary, organizer, howTo = [], documents = [] } = definition;
  const notice = noticeOf(definition);
  const mark = markOf(definition);
  const way = wayOf(handout);
  const list = (heading: string, items: Markup[]) =>
    items.length
      ? markup`  <h3>${heading}</h3>
  <ul>
${items.map((item) => markup`    <li>${item}</li>\n`)}  </ul>
`
      : '';
  const entry = way
    ? markup`  <p><a data-contest="${mark}" href="${way}">${vi.enter}: ${way}</a></p>
  <p><a data-contest="${mark}" href="${way}"><img src="${handout.place.files}${fileStem('qr', definition)}.png" alt="${vi.qr(new URL(way).host)}" width="240" height="240"></a></p>
`
    : '';
  return markup`<div data-contest="${mark}" lang="vi">
  <h2>${title}</h2>
${notice ? markup`  <p><strong>${notice}</strong></p>\n` : ''}${summary ? markup`  <p>${summary}</p>\n` : ''}${organizer ? markup`  <p>Đơn vị tổ chức: ${organizer}</p>\n` : ''}${dateTexts(
    definition,
  ).map((text) => markup`  <p>${text}</p>\n`)}${entry}${list(
    vi.howTo,
    howTo.map((line) => markup`${line}`),
  )}${list(
    vi.documents,
    documents.map((document) => {
      const text = documentText(document);
      return document.url ? markup`<a href="${document.url}">${text}</a>` : markup`${text}`;
    }),
  )}${way ? markup`  <p>${care(way)}</p>\n` : ''}</div>
`.text;
}
