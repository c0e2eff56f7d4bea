/** Everything that one unit is handed, as files. */

import type { Definition } from '../contest/schema.ts';
import { limits } from '../source/remote.ts';
import { calendar } from './calendar.ts';
import { toSvg } from './drawing.ts';
import type { Measure } from './fit.ts';
import {
  fileStem,
  hostsOf,
  publicDefinition,
  untilOf,
  wayHostsOf,
  wayOf,
  type Handout,
} from './handout.ts';
import { instructions, type Listed } from './instructions.ts';
import { markup } from './markup.ts';
import {
  BANNER_SIZES,
  codePicture,
  leastWidth,
  NARROW_SIZE,
  NARROWEST_SIZE,
  picture,
  SHARE_SIZE,
  sizeName,
  type Size,
} from './picture.ts';
import { posterPage } from './poster.ts';
import { toPng } from './raster.ts';
import {
  elementSnippet,
  frameHeights,
  frameSnippet,
  plainSnippet,
  scriptSnippet,
  shortcode,
  shortcodeOf,
} from './snippets.ts';
import { article, letter, shortMessage } from './texts.ts';

export type Files = Map<string, string | Uint8Array>;

/**
 * Files of `dist/` that a unit puts on its own portal, by name. Bytes, not text: reading a text takes
 * the mark of its encoding away, and the hash would be another.
 */
export type Shipped = ReadonlyMap<string, Uint8Array>;

/** Lets the browser draw and listen before the next picture. */
const breathe = (): Promise<void> => new Promise((go) => setTimeout(go));

/** As it is published: to be read by people too, as long as portals read what that makes of it. */
export function contestJson(definition: Definition): string {
  const [wide, narrow] = [2, 0].map((indent) => `${JSON.stringify(definition, null, indent)}\n`);
  return new TextEncoder().encode(wide).length > limits.bytes ? narrow! : wide!;
}

/** Fills an empty meta of a page of ours; what a definition says is text there too. */
const withMeta = (page: string, name: string, words: readonly string[]): string =>
  page.replace(
    `<meta name="${name}" content=""`,
    () => markup`<meta name="${name}" content="${words.join(' ')}"`.text,
  );

/** The unit's own copy, beside the page; as a path, since by itself it would pass for a host name. */
const BESIDE = './contest.json';

/**
 * A page of ours for the unit's folder: it names the script by its version, as the script lies there.
 * It leads to the hosts of the definition alone, until the day on which nothing may stand any more, and
 * reads the one definition that was meant, or whatever lies on the same portal (uploads of others) could
 * be shown by it. Where the organizer publishes on the host that is led into anyway, the definition may
 * move there.
 */
function fitted(page: Uint8Array, { definition, place }: Handout): string {
  const { published, version } = place;
  const host = published && new URL(published).hostname;
  const isOwn = wayHostsOf(definition).includes(host);
  const metas = {
    hosts: hostsOf(definition),
    sources: published ? [published, ...(isOwn ? [host] : [])] : [BESIDE],
    until: [untilOf(definition)],
  };
  return Object.entries(metas).reduce(
    (text, [name, words]) => withMeta(text, `contest-${name}`, words),
    new TextDecoder().decode(page).replace('"contest-banner.js"', `"contest-banner-${version}.js"`),
  );
}

/** Px a module of the QR code that goes into documents and print. */
const CODE_MODULE = 20;

/** The pictures of a way in: the same for all units whose way in is the same. */
async function pictures(handout: Handout, measure: Measure): Promise<Files> {
  const files: Files = new Map();
  const stem = (what: string) => fileStem(what, handout.definition);
  const drawings = [
    ...BANNER_SIZES.map((size) => [`${stem('banner')}-${sizeName(size)}`, size] as const),
    [`${stem('chia-se')}-${sizeName(SHARE_SIZE)}`, SHARE_SIZE] as const,
  ].map(([name, size]) => [name, picture(handout, size, measure)] as const);
  const code = wayOf(handout) ? [[stem('qr'), codePicture(handout, CODE_MODULE)] as const] : [];
  for (const [name, drawing] of [...drawings, ...code]) {
    files.set(`${name}.svg`, toSvg(drawing));
    files.set(`${name}.png`, toPng(drawing));
    await breathe();
  }
  return files;
}

/** How wide a picture must be shown. */
const legible = (handout: Handout, size: Size): string =>
  `Ảnh phải hiện rộng ít nhất ${leastWidth(handout, size)} px, hẹp hơn thì khó quét mã QR.`;

/** Makes the files of units of one contest, and draws no picture twice. */
export function folderMaker(shipped: Shipped, measure: Measure) {
  let drawn: { way: string; files: Promise<Files> } | undefined;

  return async function folder(handout: Handout): Promise<Files> {
    const { definition, place } = handout;
    const way = wayOf(handout);
    if (drawn?.way !== way) drawn = { way, files: pictures(handout, measure) };
    const stem = (what: string) => fileStem(what, definition);

    const files: Files = new Map();
    const short = shortcode(handout);
    const follows = place.published
      ? 'Tự cập nhật khi Ban Tổ chức đổi ngày.'
      : `Không tự cập nhật: khi Ban Tổ chức gửi bản mới, chép đè tệp contest.json trong ${place.files}.`;
    const snippets: Listed[] = [
      {
        title: 'Thẻ script: biểu ngữ đầy đủ',
        when: `Khi trang cho dán thẻ script. ${follows}`,
        file: '1-bieu-ngu.html',
        text: elementSnippet(handout),
      },
      {
        title: 'Chỉ một thẻ script',
        when: 'Như trên, khi trang cho thẻ script nhưng xoá các thẻ lạ.',
        file: '2-the-script.html',
        text: scriptSnippet(handout),
      },
      {
        title: 'Khung (iframe)',
        when: `Khi trang cho dán iframe của chính trang mình. Trong cột bên 300 px, đổi height thành ${frameHeights(handout).side}.`,
        file: '3-khung-iframe.html',
        text: frameSnippet(handout),
      },
      {
        title: 'Ảnh và liên kết',
        when: `Khi trang không cho cả hai. Không tự cập nhật: khi đổi ngày phải thay bằng bản mới. ${legible(handout, BANNER_SIZES[0]!)}`,
        file: '4-anh-va-lien-ket.html',
        text: plainSnippet(handout),
      },
      {
        title: 'Ảnh và liên kết cho cột hẹp',
        when: `Như trên, với ảnh đứng. ${legible(handout, NARROW_SIZE)}`,
        file: '4b-anh-cot-hep.html',
        text: plainSnippet(handout, NARROW_SIZE),
      },
      {
        title: 'Ảnh và liên kết cho cột rất hẹp',
        when: 'Như trên, cho cột bên từ 160 px: ảnh không có mã QR, vì nhỏ như vậy thì không quét được.',
        file: '4c-anh-cot-rat-hep.html',
        text: plainSnippet(handout, NARROWEST_SIZE),
      },
      {
        title: 'Mã ngắn cho WordPress',
        when: short
          ? 'Khi trang đã cài plugin Contest Banner và đã đăng ký cuộc thi.'
          : 'Mã đơn vị này không viết được trong mã ngắn: nhập nó ở trang Cài đặt của plugin.',
        file: '5-wordpress.txt',
        text: short ?? shortcodeOf(definition),
      },
    ];
    for (const { file, text } of snippets) files.set(file, text);

    const others = [
      [
        'ap-phich.html',
        'áp phích A4 để in và dán bảng tin; in A3 thì chọn khổ A3 và “Vừa trang” khi in.',
        posterPage(handout, 'tep/contest-display.js'),
      ],
      [`${stem('bai-viet')}.html`, 'bài viết để dán vào trang tin.', article(handout)],
      [`${stem('tin-nhan')}.txt`, 'tin nhắn ngắn cho Zalo.', shortMessage(handout)],
      [`${stem('thu')}.txt`, 'thư điện tử; dòng đầu là tiêu đề.', letter(handout)],
      [`${stem('lich')}.ics`, 'lịch, có nhắc trước hạn một ngày.', calendar(handout)],
    ] as const;
    for (const [file, , text] of others) files.set(file, text);

    const images = await drawn.files;
    for (const [name, bytes] of images) files.set(`tep/${name}`, bytes);
    for (const [name, bytes] of shipped)
      files.set(`tep/${name}`, name.endsWith('.html') ? fitted(bytes, handout) : bytes);
    if (!place.published) files.set('tep/contest.json', contestJson(publicDefinition(definition)));

    files.set(
      'huong-dan.html',
      instructions(handout, snippets, [
        ...others.map(([file, use]) => [file, use] as const),
        ...[...images.keys()].map((name) => [`tep/${name}`, PICTURE_USES(name)] as const),
      ]),
    );
    return files;
  };
}

const PICTURE_USES = (name: string): string =>
  name.startsWith('qr')
    ? 'mã QR riêng.'
    : name.startsWith('chia-se')
      ? 'ảnh cho tin nhắn và mạng xã hội.'
      : name.includes(sizeName(NARROWEST_SIZE))
        ? 'ảnh cho cột bên 160 px, không có mã QR.'
        : 'ảnh biểu ngữ có mã QR.';
