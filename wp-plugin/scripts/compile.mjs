/** Translations in the forms that WordPress reads. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mo, po } from 'gettext-parser';
import { BUILD, DOMAIN, PLUGIN } from './paths.mjs';

/** WordPress makes it of the block's name and `editorScript`, and looks for the words under it. */
const EDITOR_SCRIPT = 'contest-banner-banner-editor-script';

/** Writes all languages into the build. */
export function compileTranslations() {
  const target = `${BUILD}languages/`;
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(`${PLUGIN}languages`)) {
    if (!file.endsWith('.po')) continue;
    const table = po.parse(readFileSync(`${PLUGIN}languages/${file}`));
    const name = file.slice(0, -'.po'.length);
    writeFileSync(`${target}${name}.mo`, mo.compile(table));
    writeFileSync(`${target}${name}.l10n.php`, php(table));
    writeFileSync(`${target}${name}-${EDITOR_SCRIPT}.json`, json(table));
  }
}

/** Every translated entry but the header, with the key that both forms have for it. */
function entriesOf({ translations }) {
  return Object.values(translations)
    .flatMap((byId) => Object.values(byId))
    .filter(({ msgid, msgstr }) => msgid && msgstr.every(Boolean))
    .map(({ msgctxt, msgid, msgstr, comments }) => ({
      key: msgctxt ? `${msgctxt}\u0004${msgid}` : msgid,
      msgstr,
      files: comments?.reference?.split('\n') ?? [],
    }));
}

/** For PHP since 6.5, which reads it in the place of the .mo and need not parse it. */
function php(table) {
  const pairs = (list) =>
    list.map(([key, value]) => `${phpText(key)}=>${phpText(value)}`).join(',');
  const headers = Object.entries(table.headers).map(([name, value]) => [name.toLowerCase(), value]);
  const messages = entriesOf(table).map(({ key, msgstr }) => [key, msgstr.join('\0')]);
  return `<?php\nreturn [${pairs(headers)},'messages'=>[${pairs(messages)}]];\n`;
}

const phpText = (text) =>
  `'${text.replace(/[\\']/g, '\\$&').replace(/[\0\u0004]/g, (mark) => `'."\\${mark.charCodeAt(0)}".'`)}'`;

/** For the block's editor: the words that its TypeScript has. */
function json(table) {
  const messages = {
    '': {
      domain: DOMAIN,
      lang: table.headers.Language,
      'plural-forms': table.headers['Plural-Forms'],
    },
  };
  for (const { key, msgstr, files } of entriesOf(table))
    if (files.some((file) => /\.tsx?$/.test(file))) messages[key] = msgstr;
  return `${JSON.stringify({ domain: 'messages', locale_data: { messages } })}\n`;
}
