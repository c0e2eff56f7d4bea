/**
 * What the gallery shows, as data: each sample is a definition (or attributes) at an instant. The
 * definitions are whole and right as they stand, so that specs can use them.
 */

const WAY = 'https://cuocthi.example.vn/';
const HTTP_WAY = 'http://cuocthi-hp.example.vn/';

export const WIDTHS = [160, 320, 480, 768, 1280];
export const LANGUAGES = ['vi', 'en'];

const cchc = {
  id: 'cchc-2024',
  revision: 3,
  title: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024',
  organizer: 'Ban Tổ chức Cuộc thi (Kế hoạch của UBND tỉnh Hải Dương)',
  summary:
    'Thi trực tuyến về công tác cải cách hành chính. Dành cho 100% cán bộ, công chức, viên chức; kết quả tham gia gắn với bình xét thi đua, khen thưởng của đơn vị.',
  url: WAY,
  opens: '2024-11-18T07:30:00+07:00',
  closes: '2024-12-13T16:30:00+07:00',
  unitParameter: 'don-vi',
  howTo: [
    'Đường link thi mở 24/24 giờ trong suốt thời gian diễn ra Cuộc thi.',
    'Đăng ký, đăng nhập và làm bài theo Hướng dẫn số 1588/HD-BTC.',
  ],
  documents: [
    { kind: 'rules', title: 'Thể lệ Cuộc thi', url: `${WAY}the-le` },
    {
      kind: 'plan',
      title: 'Kế hoạch tổ chức Cuộc thi',
      number: '3985/KH-UBND',
      issued: '2024-10-29',
      url: `${WAY}ke-hoach`,
    },
    {
      kind: 'guide',
      title: 'Hướng dẫn đăng ký, đăng nhập và thời gian thi',
      number: '1588/HD-BTC',
      issued: '2024-11-14',
    },
  ],
};

const rounds = {
  id: 'cchc-hai-phong-2025',
  revision: 1,
  title: 'Cuộc thi tìm hiểu cải cách hành chính thành phố Hải Phòng năm 2025',
  organizer: 'Ban Tổ chức Cuộc thi',
  url: HTTP_WAY,
  allowHttp: true,
  opens: '2025-11-03T08:00:00+07:00',
  closes: '2025-11-28T17:00:00+07:00',
  rounds: [
    {
      title: 'Sáng tác khẩu hiệu',
      opens: '2025-11-03T08:00:00+07:00',
      closes: '2025-11-11T00:00:00+07:00',
      url: `${HTTP_WAY}khau-hieu`,
    },
    ...['03/07', '10/14', '17/21', '24/28'].map((days, index) => ({
      title: `Tuần ${index + 1}`,
      opens: `2025-11-${days.slice(0, 2)}T08:00:00+07:00`,
      closes: `2025-11-${days.slice(3)}T17:00:00+07:00`,
    })),
  ],
  howTo: ['Mỗi người dự thi một lần trong mỗi đợt.', 'Chọn đơn vị công tác ngay trên trang thi.'],
  documents: [{ kind: 'rules', title: 'Thể lệ Cuộc thi', url: `${HTTP_WAY}the-le` }],
};

/** The day before the last week, in the morning. */
const MIDWAY = '2024-12-05T09:15:30+07:00';

/**
 * @typedef {object} Sample
 * @property {string} name
 * @property {string} phase what the element's `phase` has to be
 * @property {string} now the instant at which it is shown
 * @property {object} [definition] for the `contest` property
 * @property {Record<string, string>} [attributes]
 * @property {string} vi what is to be seen, in Vietnamese
 * @property {string} en and in English
 */

/** @type {Sample[]} */
export const samples = [
  {
    name: 'loading',
    phase: 'loading',
    now: MIDWAY,
    attributes: { src: '/hang' },
    vi: 'Đang tải',
    en: 'Loading',
  },
  {
    name: 'upcoming',
    phase: 'upcoming',
    now: '2024-11-16T09:15:30+07:00',
    definition: cchc,
    vi: 'Chưa mở',
    en: 'Not open yet',
  },
  {
    name: 'open',
    phase: 'open',
    now: MIDWAY,
    definition: cchc,
    attributes: { unit: 'bao-tang-tinh' },
    vi: 'Đang mở, không có ảnh riêng',
    en: 'Open, without a picture of its own',
  },
  {
    name: 'picture',
    phase: 'open',
    now: MIDWAY,
    definition: {
      ...cchc,
      banner: {
        src: `${WAY}banner-cchc-2024-3.png`,
        alt: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024, đến 16h30 ngày 13/12/2024',
        width: 1200,
        height: 400,
      },
    },
    vi: 'Đang mở, có ảnh riêng',
    en: 'Open, with a picture',
  },
  {
    name: 'last-day',
    phase: 'open',
    now: '2024-12-13T14:05:09+07:00',
    definition: cchc,
    vi: 'Ngày cuối cùng',
    en: 'Last day',
  },
  {
    name: 'notice',
    phase: 'open',
    now: MIDWAY,
    definition: { ...cchc, notice: 'Hệ thống bảo trì đến 14h00' },
    vi: 'Có thông báo',
    en: 'With a notice',
  },
  {
    name: 'suspended',
    phase: 'suspended',
    now: MIDWAY,
    definition: {
      ...cchc,
      suspended: true,
      notice: 'Cuộc thi tạm dừng do sự cố hệ thống. Ban Tổ chức sẽ thông báo thời gian thi tiếp.',
    },
    vi: 'Tạm dừng, có thông báo',
    en: 'Suspended, with a notice',
  },
  {
    name: 'extended',
    phase: 'open',
    now: '2024-12-14T09:15:30+07:00',
    definition: { ...cchc, closes: '2024-12-20T16:30:00+07:00', extendedFrom: cchc.closes },
    vi: 'Được gia hạn',
    en: 'Extended',
  },
  {
    name: 'several-rounds',
    phase: 'open',
    now: '2025-11-05T09:15:30+07:00',
    definition: rounds,
    vi: 'Hai đợt cùng mở',
    en: 'Two rounds open',
  },
  {
    name: 'http',
    phase: 'open',
    now: '2025-11-19T09:15:30+07:00',
    definition: rounds,
    vi: 'Một đợt đang mở, trang thi chỉ có http',
    en: 'One round open, on a site without https',
  },
  {
    name: 'between-rounds',
    phase: 'between-rounds',
    now: '2025-11-15T09:15:30+07:00',
    definition: rounds,
    vi: 'Giữa hai đợt',
    en: 'Between rounds',
  },
  {
    name: 'midnight',
    phase: 'open',
    now: '2025-07-14T09:15:30+07:00',
    definition: {
      id: 'phap-luat-2025',
      revision: 1,
      title: 'Cuộc thi trực tuyến tìm hiểu pháp luật năm 2025',
      url: WAY,
      opens: '2025-06-02T09:00:00+07:00',
      closes: '2025-07-16T00:00:00+07:00',
    },
    vi: 'Đóng lúc 24h00; chỉ có những điều bắt buộc',
    en: 'Closes at 24:00; nothing but what is needed',
  },
  {
    name: 'closed',
    phase: 'closed',
    now: '2024-12-14T09:15:30+07:00',
    definition: cchc,
    vi: 'Đã kết thúc',
    en: 'Closed',
  },
  {
    name: 'results',
    phase: 'closed',
    now: '2024-12-20T09:15:30+07:00',
    definition: { ...cchc, results: `${WAY}ket-qua` },
    vi: 'Đã có kết quả',
    en: 'Results out',
  },
  {
    name: 'long-title',
    phase: 'open',
    now: MIDWAY,
    definition: {
      ...cchc,
      title:
        'Cuộc thi trực tuyến tìm hiểu công tác cải cách hành chính, chuyển đổi số và Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc gia trong đội ngũ cán bộ, công chức, viên chức, người lao động các cơ quan, đơn vị trên địa bàn tỉnh Hải Dương năm 2024',
    },
    vi: 'Tên rất dài',
    en: 'A very long title',
  },
  {
    name: 'small-case',
    phase: 'open',
    now: MIDWAY,
    attributes: {
      heading: 'Cuộc thi ảnh đẹp quê hương',
      href: WAY,
      opens: '2024-11-18T07:30:00+07:00',
      closes: '2024-12-13T16:30:00+07:00',
      rules: `${WAY}the-le`,
    },
    vi: 'Chỉ bằng thuộc tính, không có JSON',
    en: 'By attributes alone, without JSON',
  },
  {
    name: 'error',
    phase: 'error',
    now: MIDWAY,
    // There, but no JSON: a file that is missing would be an error on the console as well.
    attributes: { src: 'icon.svg' },
    vi: 'Không tải được',
    en: 'Not to be had',
  },
];
