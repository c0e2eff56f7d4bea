/** What is handed out holds texts as texts, and says nothing that is between unit and office. */

const SNIPPETS = 'test/handout/snippets.dom.test.ts';
const FOLDER = 'test/handout/folder.dom.test.ts';
const UNITS = 'test/handout/units.test.ts';
const CALENDAR = 'test/handout/calendar.test.ts';

export const groups = [
  {
    kind: 'hand-outs',
    file: 'src/handout/markup.ts',
    specs: [SNIPPETS],
    guards: [
      {
        guard: 'a text is escaped in HTML and SVG',
        was: '.replace(/[&<>"\'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)',
        becomes: '',
      },
      {
        guard: 'what XML has no sign for is left out',
        was: ".replace(/(?![\\t\\n\\r])[\\p{Cc}\\p{Cs}\\ufffe\\uffff]/gu, '')",
        becomes: '',
        specs: [FOLDER],
      },
      {
        guard: 'no text in JSON ends the script around it',
        was: ".replaceAll('<', '\\\\u003c')",
        becomes: '',
      },
      {
        guard: 'nothing of the report is printed into a page',
        file: 'src/handout/handout.ts',
        was: 'delete shown.report;',
        becomes: '',
      },
      {
        guard: 'a code that a shortcode cannot hold is not written in one',
        file: 'src/handout/snippets.ts',
        was: 'UNWRITABLE.test(unit.code)',
        becomes: "unit.code === ''",
      },
      {
        guard: 'a text in a calendar ends no value and no line',
        file: 'src/handout/calendar.ts',
        was: ".replace(/\\r\\n|[\\r\\n]/g, '\\\\n')",
        becomes: '',
        specs: [CALENDAR],
      },
      {
        guard: 'no name of a unit is a formula in the list',
        file: 'src/handout/archive.ts',
        was: 'escapeFormulae: true',
        becomes: 'escapeFormulae: false',
        specs: [FOLDER],
      },
      {
        guard: 'a folder is named in ASCII',
        file: 'src/handout/slug.ts',
        was: "    .replace(/[^a-z0-9]+/g, '-')\n",
        becomes: '',
        specs: [UNITS],
      },
      {
        guard: 'no more units than a page can hold',
        file: 'src/handout/units.ts',
        was: "if (units.length === MOST_UNITS) return 'too-many';",
        becomes: '',
        specs: [UNITS],
      },
      {
        guard: 'no two units of one code',
        file: 'src/handout/units.ts',
        was: "if (codes.has(given)) return 'same-code';",
        becomes: '',
        specs: [UNITS],
      },
      {
        guard: 'no code of more lines than one',
        file: 'src/handout/units.ts',
        was: "if (/[\\p{Cc}\\p{Zl}\\p{Zp}]/u.test(given)) return 'broken-code';",
        becomes: '',
        specs: [UNITS],
      },
      {
        guard: 'no list in letters that are none',
        file: 'src/handout/list-file.ts',
        was: 'legacy !== undefined && VIETNAMESE.test(legacy)',
        becomes: 'legacy !== undefined',
        specs: ['test/handout/list-file.test.ts'],
      },
      {
        guard: 'a name is freed of what turns the direction of text',
        file: 'src/handout/units.ts',
        was: 'clean(cell)',
        becomes: 'cell.trim()',
        specs: [UNITS],
      },
      {
        guard: 'no host that strangers may publish on is a source',
        file: 'src/handout/folder.ts',
        was: '...(isOwn ? [host] : [])',
        becomes: 'host',
        specs: [FOLDER],
      },
      {
        guard: 'a page of ours leads to the hosts of the definition alone',
        file: 'src/handout/folder.ts',
        was: 'hosts: hostsOf(definition),',
        becomes: 'hosts: published ? hostsOf(definition) : [],',
        specs: [FOLDER],
      },
      {
        guard: 'nothing leads in while it is suspended',
        file: 'src/handout/handout.ts',
        was: "definition.suspended ? '' : entryAddress(definition, undefined, unit.code)",
        becomes: 'entryAddress(definition, undefined, unit.code)',
        specs: [FOLDER],
      },
      {
        guard: 'a way in without encryption is warned of',
        file: 'src/handout/handout.ts',
        was: "/^http:/i.test(way) ? vi.insecure : ''",
        becomes: "''",
      },
      {
        guard: 'an address of a page of ours ends',
        file: 'src/handout/snippets.ts',
        was: '    until: untilOf(handout.definition),\n  });',
        becomes: '  });',
        specs: [SNIPPETS, FOLDER],
      },
      {
        guard: 'no unit has more than one line in the list',
        file: 'src/handout/archive.ts',
        was: 'oneLine(cell).replace(',
        becomes: 'cell.replace(',
        specs: [FOLDER],
      },
      {
        guard: 'no text in a message has lines of its own',
        file: 'src/handout/line.ts',
        was: "text.replace(/[\\s\\p{Cc}]+/gu, ' ').trim()",
        becomes: 'text.trim()',
      },
      {
        guard: 'a page of ours reads nothing but the definition that was meant',
        file: 'src/handout/folder.ts',
        was: ': [BESIDE]',
        becomes: ': []',
        specs: [FOLDER],
      },
      {
        guard: 'a page of ours ends, whatever its address says',
        file: 'src/handout/folder.ts',
        was: 'until: [untilOf(definition)],',
        becomes: '',
        specs: [FOLDER],
      },
      {
        guard: 'links of authors are held where the element runs',
        file: 'src/handout/snippets.ts',
        was: '${integrity(handout)} ${linkPins(handout)} defer',
        becomes: '${integrity(handout)} defer',
        specs: [SNIPPETS],
      },
      {
        guard: 'nothing that is written is a shortcode',
        file: 'src/handout/markup.ts',
        was: '.replace(/[[\\]]/g,',
        becomes: '.replace(/(?!)/g,',
        specs: [SNIPPETS],
      },
      {
        guard: 'the name of a host is text',
        file: 'src/handout/folder.ts',
        was: '() => markup`<meta name="${name}" content="${words.join(\' \')}"`.text',
        becomes: '`<meta name="${name}" content="${words.join(\' \')}"`',
        specs: [FOLDER],
      },
      {
        guard: 'no formula begins in the middle of a cell',
        file: 'src/handout/archive.ts',
        was: 'oneLine(cell).replace(/([;,\\t]\\s*"*)([=+\\-@])/g, "$1\'$2")',
        becomes: 'oneLine(cell)',
        specs: [FOLDER],
      },
    ],
  },
];
