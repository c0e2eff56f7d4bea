/** The poster as a page of its own, to be opened and printed without any network. Pure. */

import {
  dateTexts,
  hostsOf,
  markOf,
  noticeOf,
  publicDefinition,
  untilOf,
  wayOf,
  type Handout,
} from './handout.ts';
import { json, markup } from './markup.ts';

/** @param script address of `contest-display.js`, beside the page */
export function posterPage(handout: Handout, script: string): string {
  const { definition, unit } = handout;
  return markup`<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${definition.title}</title>
<script src="${script}" defer></script>
<contest-poster data-contest="${markOf(definition)}" lang="vi" unit="${unit.code}" unit-name="${unit.name}" hosts="${hostsOf(definition).join(' ')}" until="${untilOf(definition)}">
<h1>${definition.title}</h1>
${dateTexts(definition).map((text) => markup`<p>${text}</p>\n`)}<p>${wayOf(handout) || noticeOf(definition)}</p>
<script type="application/json">${json(publicDefinition(definition))}</script>
</contest-poster>
</html>
`.text;
}
