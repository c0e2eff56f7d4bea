/** What a webmaster pastes: every way in that a portal may allow. Pure. */

import type { Definition } from '../contest/schema.ts';
import { vi } from '../locales/vi.ts';
import {
  dateTexts,
  fileStem,
  hostsOf,
  markOf,
  noticeOf,
  untilOf,
  wayHostsOf,
  warningOf,
  wayOf,
  type Handout,
} from './handout.ts';
import { markup, type Markup } from './markup.ts';
import { BANNER_SIZES, shownSize, sizeName, type Size } from './picture.ts';

/** Where the definition is read: the organizer's own file, or the unit's copy. */
const sourceOf = ({ place }: Handout): string => place.published || `${place.files}contest.json`;

/** Of a page of ours on the unit's portal; it shows nothing any more once the contest is long over. */
export function pageAddress(
  handout: Handout,
  page: 'frame' | 'poster' | 'board',
  more: Record<string, string> = {},
): string {
  const query = new URLSearchParams({
    src: sourceOf(handout),
    unit: handout.unit.code,
    ...more,
    until: untilOf(handout.definition),
  });
  return `${handout.place.files}${page}.html?${String(query)}`;
}

const scriptFile = ({ place }: Handout): string =>
  `${place.files}contest-banner-${place.version}.js`;

/** `crossorigin` is needed for the hash to be checked where the file lies on another host. */
const integrity = ({ place }: Handout): Markup => {
  const foreign = /^https?:/.test(place.files) ? markup` crossorigin="anonymous"` : '';
  return markup`integrity="${place.integrity}"${foreign}`;
};

const rulesOf = ({ definition }: Handout) =>
  definition.documents?.find(({ kind, url }) => kind === 'rules' && url);

/** A way in, and what has to be said of it. */
const entry = (handout: Handout, marked: Markup, written: string): Markup => {
  const way = wayOf(handout);
  if (!way) return markup``;
  const warning = warningOf(way);
  return markup`<a data-contest="${markOf(handout.definition)}"${marked} href="${way}">${vi.enter}${written}</a>${warning ? markup` <b>(${warning})</b>` : ''}`;
};

/** The way in and the rules, as links; while there is no way in, the rules alone. */
function links(handout: Handout, marked: Markup, written = ''): Markup {
  const rules = rulesOf(handout);
  const both = wayOf(handout) && rules ? ' ·\n    ' : '';
  return markup`${entry(handout, marked, written)}${both}${rules ? markup`<a href="${rules.url}">${vi.rules}</a>` : ''}`;
}

/** What stands above everything else; nothing where there is nothing to say. */
function notice({ definition }: Handout, write: (text: string) => Markup): Markup {
  const text = noticeOf(definition);
  return text ? write(text) : markup``;
}

/** Lines with breaks between: a paragraph would not do where an editor puts one around it all. */
const lines = (texts: string[]): Markup[] => texts.map((text) => markup`  ${text}<br>\n`);

/**
 * What holds the links of a page that the script turns into banners: authors of articles write links.
 * A link whose definition cannot be read leads where the link says, and on hosts of documents others
 * may publish.
 */
const linkPins = (handout: Handout): Markup =>
  markup`data-hosts="${wayHostsOf(handout.definition).join(' ')}" data-sources="${sourceOf(handout)}"`;

/**
 * The element, with ordinary HTML inside for where the script does not run. The definition is not among
 * it: filters that take a script away leave its text for visitors to read.
 */
export function elementSnippet(handout: Handout): string {
  const { definition, unit, room } = handout;
  return markup`<script src="${scriptFile(handout)}" ${integrity(handout)} ${linkPins(handout)} defer></script>
<contest-banner
  data-contest="${markOf(definition)}"
  lang="vi"
  src="${sourceOf(handout)}"
  unit="${unit.code}"
  hosts="${hostsOf(definition).join(' ')}"
  until="${untilOf(definition)}"
  style="display: flow-root; min-height: ${room.page}px"
>
  <b>${definition.title}</b><br>
${notice(handout, (text) => markup`  <b>${text}</b><br>\n`)}${lines(dateTexts(definition))}  ${links(handout, markup` data-contest-enter`)}
</contest-banner>
`.text;
}

/** One script tag that draws right after itself. */
export const scriptSnippet = (handout: Handout): string =>
  markup`<script
  src="${scriptFile(handout)}"
  ${integrity(handout)}
  data-contest="${markOf(handout.definition)}"
  data-src="${sourceOf(handout)}"
  data-unit="${handout.unit.code}"
  data-hosts="${hostsOf(handout.definition).join(' ')}"
  data-until="${untilOf(handout.definition)}"
  data-sources="${sourceOf(handout)}"
  async
></script>
`.text;

/** What a frame may need besides the banner: the address in full, where a sandbox forbids new tabs. */
const FRAME_MORE = 60;

/** Heights that fit where no script tells the frame's, px: in an article, and in a side column. */
export const frameHeights = ({ room }: Handout) => ({
  article: room.article + FRAME_MORE,
  side: room.side + FRAME_MORE,
});

/** A page of the unit's own portal with the banner in it; on one line, since a filter stumbles over others. */
export function frameSnippet(handout: Handout): string {
  const { definition } = handout;
  return markup`<iframe data-contest="${markOf(definition)}" src="${pageAddress(handout, 'frame')}" title="${definition.title}" width="100%" height="${frameHeights(handout).article}" style="border: 0" loading="lazy"></iframe>
`.text;
}

/** Where a banner picture lies on the unit's portal. */
const pictureAddress = ({ definition, place }: Handout, size: Size): string =>
  `${place.files}${fileStem('banner', definition)}-${sizeName(size)}.png`;

/**
 * A picture that is a link, the dates, the rules, and the address in full, since a page that is printed
 * has no links: what every portal's filter lets through. Where the script is on the page the link
 * becomes the banner.
 */
export function plainSnippet(handout: Handout, size: Size = BANNER_SIZES[0]!): string {
  const { definition, unit } = handout;
  const mark = markOf(definition);
  const way = wayOf(handout);
  const { width, height } = shownSize(size);
  const image = markup`<img src="${pictureAddress(handout, size)}" alt="${pictureText(handout)}" width="${width}" height="${height}" style="max-width: 100%; height: auto">`;
  return markup`<div data-contest="${mark}" lang="vi">
  <p>
    ${
      way
        ? markup`<a data-contest="${mark}" href="${way}" data-contest-src="${sourceOf(handout)}" data-contest-unit="${unit.code}" data-contest-hosts="${hostsOf(definition).join(' ')}" data-contest-until="${untilOf(definition)}">${image}</a>`
        : image
    }
  </p>
${notice(handout, (text) => markup`  <p><b>${text}</b></p>\n`)}${dateTexts(definition).map((text) => markup`  <p>${text}</p>\n`)}  <p style="overflow-wrap: anywhere">
    ${links(handout, markup``, `: ${way}`)}
  </p>
</div>
`.text;
}

/** What a banner picture asks for. */
function pictureCall(handout: Handout): string {
  const way = wayOf(handout);
  return way ? `${vi.enter} ${new URL(way).host}` : noticeOf(handout.definition);
}

/**
 * What a banner picture says, in words. There is a filter that drops an `alt` in which stands anything
 * else than letters, digits and the commonest signs: dates are written out.
 */
const pictureText = (handout: Handout): string =>
  `${handout.definition.title}. ${dateTexts(handout.definition)[0]}. ${pictureCall(handout)}`
    .replace(/(\d+)\/(\d+)\/(\d+)/g, '$1 tháng $2 năm $3')
    .replace(/[^\p{L}\p{N}\s,.'()_-]/gu, ' ')
    .replace(/\s+/g, ' ');

/**
 * No sign of these can stand in a shortcode's attribute; WordPress knows no way to write it, takes
 * backslashes for escapes and a space without width for one with it.
 */
const UNWRITABLE = /["[\]<>&\s\\\u200b]/;

/**
 * The shortcode of the WordPress plugin, in which the contest is registered.
 * @returns nothing where the unit's code cannot be written in one: it is then set on the plugin's page
 */
export const shortcode = ({ definition, unit }: Handout): string | undefined =>
  UNWRITABLE.test(unit.code) ? undefined : shortcodeOf(definition, ` unit="${unit.code}"`);

/** The plugin passes over the mark, as WordPress does with whatever a shortcode does not know. */
export const shortcodeOf = (definition: Definition, more = ''): string =>
  `[contest_banner contest="${definition.id}"${more} data-contest="${markOf(definition)}"]\n`;
