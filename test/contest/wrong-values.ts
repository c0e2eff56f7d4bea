/** Values that a field may not have, by what is wrong with them. */

export type Wrong = Record<string, unknown>;

/** What no text may be. */
export const NO_TEXT = {
  null: null,
  'a boolean': true,
  'a number': 7,
  'a list': ['x'],
  'an object': {},
  empty: '',
  blank: ' \t',
  invisible: '\u200f\u202e',
};

export const NO_ADDRESS = {
  ...NO_TEXT,
  relative: '/thi',
  'without scheme': 'cuocthi.example.vn',
  'protocol-relative': '//cuocthi.example.vn/',
  http: 'http://cuocthi.example.vn/',
  ftp: 'ftp://cuocthi.example.vn/',
  'a script': 'javascript:alert(1)',
  'a script with a comment that looks like https': 'javascript://cuocthi.example.vn/%0Aalert(1)',
  'a data address': 'data:text/html,x',
  'a blob': 'blob:https://cuocthi.example.vn/1',
  'a file': 'file:///etc/passwd',
  'with a name': 'https://a@cuocthi.example.vn/',
  'with a password': 'https://a:b@cuocthi.example.vn/',
  'with an empty name': 'https://@cuocthi.example.vn/',
  'with backslashes': 'https:\\\\cuocthi.example.vn\\',
  'with a backslash in its path': 'https://cuocthi.example.vn/a\\b',
  'with a space': 'https://cuocthi.example.vn/a b',
  'with a no-break space': 'https://cuocthi.example.vn/a\u00a0b',
  'with a tab in its scheme': 'ht\ttps://cuocthi.example.vn/',
  'with a line break': 'https://cuocthi.example.vn/a\nb',
  'with white space before': ' https://cuocthi.example.vn/',
  'with a control character': 'https://cuocthi.example.vn/\u0001',
  'with a delete character': 'https://cuocthi.example.vn/\u007f',
  'with a direction override': 'https://cuocthi.example.vn/\u202e',
  'with a direction isolate': 'https://cuocthi.example.vn/\u2066',
  'with a zero-width space': 'https://cuocthi.example.vn/\u200b',
  'with one slash': 'https:/cuocthi.example.vn/',
  'with no host': 'https://',
  'with a wrong port': 'https://cuocthi.example.vn:x/',
};

export const NO_INSTANT = {
  ...NO_TEXT,
  'a date': '2024-12-01',
  'without offset': '2024-12-01T16:30:00',
  'with an offset without colon': '2024-12-01T16:30:00+0700',
  'with an offset of hours': '2024-12-01T16:30:00+07',
  'with an offset of a day': '2024-12-01T16:30:00+24:00',
  'on 30 February': '2024-02-30T16:30:00+07:00',
  'on 31 November': '2024-11-31T16:30:00+07:00',
  'on day 0': '2024-12-00T16:30:00+07:00',
  'in month 13': '2024-13-01T16:30:00+07:00',
  'at 24:00': '2024-12-01T24:00:00+07:00',
  'at 16:60': '2024-12-01T16:60:00+07:00',
  'at second 60': '2024-12-01T16:30:60+07:00',
  'with a tenth of a second': '2024-12-01T16:30:00.1+07:00',
  'with a space for T': '2024-12-01 16:30:00+07:00',
  'in small letters': '2024-12-01t16:30:00z',
  'with white space behind': '2024-12-01T16:30:00Z ',
  'of five digits a year': '12024-12-01T16:30:00Z',
  'in words': '16h30 ngày 13/12/2024',
};

export const NO_FLAG = {
  null: null,
  '1': 1,
  '0': 0,
  'a text': 'true',
  'an empty text': '',
  'a list': [],
  'an object': {},
};

export const NO_REVISION = {
  null: null,
  'a text': '3',
  'a boolean': true,
  negative: -1,
  'a fraction': 3.5,
  'too high': 2e9 + 1,
  'far too high': 1e300,
  'a list': [3],
};

export const NO_LIST = {
  null: null,
  'a text': 'x',
  'a boolean': true,
  'a number': 1,
  'an object': { 0: 'x', length: 1 },
};

export const NO_OBJECT = {
  null: null,
  'a text': 'x',
  'a boolean': true,
  'a number': 1,
  'a list': [],
};

export const NO_ZONE = {
  ...NO_TEXT,
  'an offset': '+07:00',
  unknown: 'Asia/Hai_Duong',
  'a path': '../Asia/Tokyo',
  'in words': 'giờ Việt Nam',
};
