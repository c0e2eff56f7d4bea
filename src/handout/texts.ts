/** What is sent or published besides the banner: a short message, a letter, an article. Pure. */

import { vi } from '../locales/vi.ts';
import { dateTexts, documentText, fileStem, markOf, wayOf, type Handout } from './handout.ts';
import { markup, type Markup } from './markup.ts';

const CARE = 'Kiểm tra tên miền trước khi mở liên kết hoặc quét mã QR';

/** Where it leads, for those who have learnt to look; and whether anyone can listen in. */
function care(handout: Handout): string {
  const { host, protocol } = new URL(wayOf(handout));
  return `${CARE}: ${host}.${protocol === 'http:' ? ` ${vi.insecure}.` : ''}`;
}

/** For Zalo: plain text, short, the address on a line of its own so that it becomes a link. */
export function shortMessage(handout: Handout): string {
  const { definition } = handout;
  const { notice, extendedFrom } = definition;
  const [dates, extension] = dateTexts(definition);
  const news = [notice, extendedFrom && extension].filter(Boolean).map((text) => `${text}.\n`);
  return `${definition.title}
${dates}.
${news.join('')}${vi.enter}: ${wayOf(handout)}
${care(handout)}
`;
}

/** For e-mail: its first line is the subject. */
export function letter(handout: Handout): string {
  const { definition, unit } = handout;
  const { title, notice, summary, howTo = [], documents = [], organizer } = definition;
  const list = (heading: string, items: string[]) =>
    items.length ? `\n${heading}:\n${items.map((item) => `- ${item}\n`).join('')}` : '';
  return `Mời tham gia: ${title}

Kính gửi: Toàn thể cán bộ, công chức, viên chức, người lao động ${unit.name}

${[notice, summary, `${dateTexts(definition).join('.\n')}.`].filter(Boolean).join('\n\n')}

${vi.enter}: ${wayOf(handout)}
${care(handout)}
${list(vi.howTo, howTo)}${list(
    vi.documents,
    documents.map((document) => [documentText(document), document.url].filter(Boolean).join(': ')),
  )}${organizer ? `\n${organizer}\n` : ''}`;
}

/** An article for the unit's portal, of tags that every filter lets through. */
export function article(handout: Handout): string {
  const { definition } = handout;
  const { title, notice, summary, organizer, howTo = [], documents = [] } = definition;
  const mark = markOf(definition);
  const way = wayOf(handout);
  const list = (heading: string, items: Markup[]) =>
    items.length
      ? markup`  <h3>${heading}</h3>
  <ul>
${items.map((item) => markup`    <li>${item}</li>\n`)}  </ul>
`
      : '';
  return markup`<div data-contest="${mark}" lang="vi">
  <h2>${title}</h2>
${notice ? markup`  <p><strong>${notice}</strong></p>\n` : ''}${summary ? markup`  <p>${summary}</p>\n` : ''}${organizer ? markup`  <p>Đơn vị tổ chức: ${organizer}</p>\n` : ''}${dateTexts(
    definition,
  ).map(
    (text) => markup`  <p>${text}</p>\n`,
  )}  <p><a data-contest="${mark}" href="${way}">${vi.enter}: ${way}</a></p>
  <p><a data-contest="${mark}" href="${way}"><img src="${handout.place.files}${fileStem('qr', definition)}.png" alt="${vi.qr(new URL(way).host)}" width="240" height="240"></a></p>
${list(
  vi.howTo,
  howTo.map((line) => markup`${line}`),
)}${list(
    vi.documents,
    documents.map((document) => {
      const text = documentText(document);
      return document.url ? markup`<a href="${document.url}">${text}</a>` : markup`${text}`;
    }),
  )}  <p>${care(handout)}</p>
</div>
`.text;
}
