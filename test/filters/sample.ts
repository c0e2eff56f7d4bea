/** A plain snippet as it is handed out. */
export const PLAIN = [
  '<p><a data-contest="cchc-2024@3" href="https://cuocthi.example.vn/?don-vi=bao-tang-tinh">',
  '<img data-contest="cchc-2024@3" src="/images/banner-cchc-2024-3-600x315.png" ',
  'alt="Cuộc thi trực tuyến về cải cách hành chính, đến 16h30 ngày 13-12-2024" ',
  'width="600" height="315"></a></p>',
  '<p>Mở từ 7h30 ngày 18/11/2024 đến 16h30 ngày 13/12/2024 (giờ Việt Nam). ',
  '<a href="https://cuocthi.example.vn/the-le">Thể lệ Cuộc thi</a></p>',
].join('');
