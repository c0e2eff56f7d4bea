/** Vietnamese: the default, and the shape that every other language has to fill. */

import type { ContestPhase } from '../contest/phase.ts';
import type { Unit } from '../contest/wording.ts';

const status: Record<ContestPhase, string> = {
  upcoming: 'Sắp diễn ra',
  open: 'Đang diễn ra',
  'between-rounds': 'Chờ đợt thi tiếp theo',
  suspended: 'Tạm dừng',
  closed: 'Đã kết thúc',
};

const units: Record<Unit, string> = { day: 'ngày', hour: 'giờ', minute: 'phút', second: 'giây' };

export const vi = {
  code: 'vi',
  status,

  weekdays: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  /** `15h`, `24h00`: as officials write it. */
  time: (hour: number, minute: string) => `${hour}h${minute}`,
  moment: (time: string, day: number, month: number, year: number, weekday: string) =>
    `${time} ngày ${day}/${month}/${year} (${weekday})`,
  date: (day: number, month: number, year: number) => `${day}/${month}/${year}`,
  zone: (city: string) => `giờ ${city === 'Ho Chi Minh' ? 'Việt Nam' : city}`,

  opensAt: 'mở lúc',
  closesAt: 'đến',
  from: 'Mở từ',
  until: 'Đến',
  extended: 'Gia hạn đến',
  formerly: 'Trước đây',
  ended: 'Kết thúc lúc',

  contest: 'Cuộc thi',
  startsIn: (what: string) => `${what} sẽ bắt đầu sau`,
  endsIn: (what: string) => `${what} sẽ kết thúc trong`,
  hasEnded: (what: string) => `${what} đã kết thúc`,
  /** A unit's name, in the number that goes with a value. */
  unit: ((unit) => units[unit]) as (unit: Unit, value: number) => string,
  underMinute: 'Dưới 1 phút',
  left: (time: string) => `Còn ${time}`,
  hideSeconds: 'Ẩn giây',
  showSeconds: 'Hiện giây',

  lastDay: 'Ngày cuối cùng',
  resultsOut: 'Đã có kết quả',
  suspendedNote: 'Cuộc thi đang tạm dừng. Ban Tổ chức sẽ thông báo khi mở lại.',
  enter: 'Vào thi',
  enterRound: (round: string) => `Vào thi: ${round}`,
  insecure: 'Trang này không mã hoá kết nối',
  scan: 'Quét mã để mở',
  qr: (address: string) => `Mã QR dẫn tới ${address}`,
  address: 'Địa chỉ dự thi',
  alsoOpen: 'Cũng đang mở',
  howTo: 'Cách tham gia',
  documents: 'Tài liệu',
  rules: 'Thể lệ',
  number: (text: string) => `số ${text}`,
  issued: (date: string) => `ngày ${date}`,
  results: 'Xem kết quả',
  calendar: 'Thêm vào lịch',
  loading: 'Đang tải thông tin cuộc thi…',
  failed: 'Chưa tải được thông tin cuộc thi. Vui lòng quay lại sau.',
};

export type Messages = typeof vi;
