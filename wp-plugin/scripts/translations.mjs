/**
 * The plug-in's words and their translations, in `contest-banner/languages/`.
 *
 *   node wp-plugin/scripts/translations.mjs --update  writes the words found into the .pot and .po
 *   node wp-plugin/scripts/translations.mjs --check   fails where the .pot is old or a translation
 *                                                     is missing or has other placeholders
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { po } from 'gettext-parser';
import { extract } from './extract.mjs';
import { DOMAIN, PLUGIN } from './paths.mjs';

const LANGUAGES = { vi: 'nplurals=1; plural=0;' };

const TEMPLATE = `${PLUGIN}languages/${DOMAIN}.pot`;
const fileOf = (language) => `${PLUGIN}languages/${DOMAIN}-${language}.po`;

const found = merged(extract());
const template = write(found, { 'Plural-Forms': 'nplurals=2; plural=(n != 1);' }, (entry) =>
  entry.msgid_plural ? ['', ''] : [''],
);

if (process.argv.includes('--update')) {
  writeFileSync(TEMPLATE, template);
  for (const [language, plurals] of Object.entries(LANGUAGES)) {
    const known = read(language);
    const headers = { Language: language, 'Plural-Forms': plurals };
    writeFileSync(
      fileOf(language),
      write(found, headers, (entry) => known(entry)?.msgstr ?? ['']),
    );
  }
} else if (process.argv.includes('--check')) {
  const problems = [];
  if (!existsSync(TEMPLATE) || readFileSync(TEMPLATE, 'utf8') !== template)
    problems.push(`languages/${DOMAIN}.pot: old; run npm run translations in wp-plugin`);
  for (const language of Object.keys(LANGUAGES)) {
    const known = read(language);
    for (const entry of found)
      for (const problem of problemsOf(entry, known(entry)))
        problems.push(`${language}: “${entry.msgid}”: ${problem}`);
  }
  for (const problem of problems) console.error(problem);
  if (problems.length) process.exitCode = 1;
  else console.log(`${found.length} texts, all translated`);
} else {
  console.error('expected --update or --check');
  process.exitCode = 1;
}

/** One entry for what is said in several places. */
function merged(entries) {
  const byKey = new Map();
  for (const { msgid, msgctxt = '', msgid_plural, file, comment } of entries) {
    const key = `${msgctxt}\u0004${msgid}`;
    const entry = byKey.get(key) ?? { msgid, msgctxt, files: new Set(), notes: new Set() };
    byKey.set(key, entry);
    if (msgid_plural) entry.msgid_plural = msgid_plural;
    entry.files.add(file);
    if (comment) entry.notes.add(comment);
  }
  return [...byKey.values()];
}

/** @returns {(entry: {msgid: string, msgctxt: string}) => object | undefined} what a .po has for it */
function read(language) {
  const file = fileOf(language);
  const { translations } = existsSync(file) ? po.parse(readFileSync(file)) : { translations: {} };
  return ({ msgid, msgctxt }) => translations[msgctxt]?.[msgid];
}

/** No dates and no line numbers: what has not changed gives the same bytes. */
function write(entries, headers, translated) {
  const translations = {};
  for (const entry of entries) {
    const { msgid, msgctxt, msgid_plural, files, notes } = entry;
    translations[msgctxt] ??= {};
    translations[msgctxt][msgid] = {
      msgid,
      msgctxt,
      msgid_plural,
      msgstr: translated(entry),
      comments: { reference: [...files].join('\n'), extracted: [...notes].join('\n') },
    };
  }
  const order = new Map(
    entries.map((entry, index) => [`${entry.msgctxt}\u0004${entry.msgid}`, index]),
  );
  const place = ({ msgctxt, msgid }) => order.get(`${msgctxt}\u0004${msgid}`);
  return po
    .compile(
      {
        charset: 'utf-8',
        headers: {
          'Project-Id-Version': DOMAIN,
          'MIME-Version': '1.0',
          'Content-Type': 'text/plain; charset=utf-8',
          'Content-Transfer-Encoding': '8bit',
          'X-Domain': DOMAIN,
          ...headers,
        },
        translations,
      },
      { sort: (one, other) => place(one) - place(other) },
    )
    .toString();
}

function placeholders(text) {
  return (text.match(/%(\d+\$)?[sdf]/g) ?? []).sort().join();
}

function problemsOf({ msgid, msgid_plural, notes }, translation) {
  const source = msgid_plural ?? msgid;
  const problems = [];
  if (placeholders(source) && !notes.size)
    problems.push('no comment for translators says what its placeholders are');
  if (!translation?.msgstr.every(Boolean)) problems.push('not translated');
  else if (translation.comments?.flag?.includes('fuzzy')) problems.push('fuzzy');
  else if (translation.msgstr.some((text) => placeholders(text) !== placeholders(source)))
    problems.push('other placeholders');
  return problems;
}
