/**
 * What only paper and screen say. Apart from `src/locales/`, so that the banner's one file does not
 * carry it.
 */

import type { Messages } from '../locales/index.ts';

const vi = {
  opens: 'Mở',
  closes: 'Đóng',
  /** Beside the opening and the closing of a round. */
  fromTo: (from: string, to: string) => `Từ ${from} đến ${to}`,
  rounds: 'Các đợt thi',
  moreRounds: (count: number) => `và ${count} đợt khác`,
  enter: 'Quét mã để vào thi',
  enterFrom: 'Quét mã để vào thi, từ lúc mở',
  seeResults: 'Quét mã để xem kết quả',
  checkDomain: 'Kiểm tra tên miền trước khi quét',
  resultsAt: 'Kết quả',
  unit: (name: string) => `Đơn vị: ${name}`,
  thanks: 'Cảm ơn quý vị đã tham gia. Ban\u00a0Tổ\u00a0chức sẽ công bố kết quả sau.',
  print: 'In trang này',
  paper: 'Khổ giấy',
  orientation: 'Hướng giấy',
  portrait: 'Dọc',
  landscape: 'Ngang',
};

export type Words = typeof vi;

const en: Words = {
  opens: 'Opens',
  closes: 'Closes',
  fromTo: (from, to) => `From ${from} until ${to}`,
  rounds: 'Rounds',
  moreRounds: (count) => `and ${count} more`,
  enter: 'Scan to enter the contest',
  enterFrom: 'Scan to enter once it is open',
  seeResults: 'Scan to see the results',
  checkDomain: 'Check the domain before you scan',
  resultsAt: 'Results',
  unit: (name) => `Unit: ${name}`,
  thanks: 'Thank you for taking part. The organizers will publish the results.',
  print: 'Print this page',
  paper: 'Paper',
  orientation: 'Orientation',
  portrait: 'Portrait',
  landscape: 'Landscape',
};

/** The words that go with the wording of a language. */
export const wordsFor = ({ code }: Messages): Words => (code === 'en' ? en : vi);
