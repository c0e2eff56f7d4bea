/** Pages and snippets as webmasters write them. */

import type { Definition } from '../../../src/index.ts';

/** The 2024 contest, still open for as long as these specs will run. */
export const DEFINITION: Definition = {
  id: 'cchc-2024',
  revision: 3,
  title: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024',
  organizer: 'Ban Tổ chức Cuộc thi',
  summary: 'Thi trực tuyến về công tác cải cách hành chính, dành cho cán bộ, công chức, viên chức.',
  url: 'https://cuocthi.example.vn/',
  opens: '2024-11-18T07:30:00+07:00',
  closes: '2999-12-13T16:30:00+07:00',
  unitParameter: 'don-vi',
  howTo: ['Đường link thi mở 24/24 giờ trong suốt thời gian diễn ra Cuộc thi.'],
  documents: [
    { kind: 'rules', title: 'Thể lệ Cuộc thi', url: 'https://cuocthi.example.vn/the-le' },
    {
      kind: 'plan',
      title: 'Kế hoạch tổ chức Cuộc thi',
      number: '3985/KH-UBND',
      issued: '2024-10-29',
      url: 'https://cuocthi.example.vn/ke-hoach',
    },
    {
      kind: 'notice',
      title: 'Công văn phát động Cuộc thi',
      number: '1587/CV-BTC',
      issued: '2024-11-14',
    },
  ],
};

/** The ordinary HTML inside, which works without any script. */
export const ORDINARY = `
  <p elementtiming="ordinary"><b>Cuộc thi trực tuyến về cải cách hành chính</b></p>
  <p>Mở từ 7h30 ngày 18/11/2024 đến 16h30 ngày 13/12/2999 (giờ Việt Nam)</p>
  <p><a data-contest="cchc-2024@3" data-contest-enter href="/vao-thi">Vào thi</a></p>`;

export const inline = (definition: object = DEFINITION, attributes = ''): string =>
  `<script type="application/json" ${attributes}>${JSON.stringify(definition)}</script>`;

/** The element with ordinary HTML inside; the definition too, unless something else is given. */
export const banner = (attributes = '', inside = ORDINARY + inline()): string =>
  `<contest-banner lang="vi" ${attributes}>${inside}\n</contest-banner>`;

/** The script tag as handed out. */
export const SCRIPT = '<script src="/contest-banner.js" defer></script>';

/** A whole page; what happens on it is recorded from its beginning. */
export const page = (body: string, head = SCRIPT): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trang thông tin điện tử</title>
<script src="/recorder.js"></script>
${head}
</head>
<body>
${body}
</body>
</html>`;

/** What `recorder.js` leaves in `window.recorded`. */
export interface Recorded {
  /** Uncaught errors. */
  errors: string[];
  /** Those of them that tell of a ResizeObserver. */
  resize: string[];
  /** `contest-error`, by code, path and message. */
  faults: string[];
  /** `contest-load`, by where the definition came from. */
  loads: string[];
  /** Content-Security-Policy violations, by directive and what was blocked. */
  violations: string[];
}

/**
 * Begins a page with empty storage and records what happens on it. Served as a file, so that a page
 * with a strict policy can have it as well. What Chromium says of a ResizeObserver has its own spec.
 */
export const RECORDER = `{
  try { localStorage.clear(); } catch { /* There is none to be emptied. */ }
  const recorded = (window.recorded = { errors: [], faults: [], loads: [], violations: [], resize: [] });
  addEventListener('error', ({ message = '' }) => {
    if (/^ResizeObserver/.test(message)) recorded.resize.push(message);
    else if (message) recorded.errors.push(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => recorded.errors.push(String(reason)));
  addEventListener('contest-error', ({ detail }) =>
    recorded.faults.push([detail.code, detail.path, detail.message].join(' ')));
  addEventListener('contest-load', ({ detail }) => recorded.loads.push(detail.from));
  document.addEventListener('securitypolicyviolation', (event) =>
    recorded.violations.push([event.effectiveDirective, event.blockedURI, event.sample].join(' ')));
}`;
