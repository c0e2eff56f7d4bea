/** A page like the poster, with the code alone being ours, for as long as there is no poster. */

import { encode } from '../../src/contest/qr.ts';

export function standIn(way: string, paper: 'a4' | 'a3'): string {
  const { size, path } = encode(way)!;
  const scale = paper === 'a4' ? 1 : Math.SQRT2;
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>Áp phích</title>
<style>
  @page { size: ${paper}; margin: 0 }
  body { margin: 0; zoom: ${scale}; font: 14pt/1.4 sans-serif; text-align: center }
  h1 { margin: 0; padding: 18mm 15mm; background: #b01117; color: #fff; font-size: 26pt }
  svg { width: 65mm; height: 65mm; background: #fff; margin: 4mm 0 }
  p { margin: 6mm 18mm }
</style>
<h1>Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024</h1>
<p>Thi trực tuyến về công tác cải cách hành chính, dành cho cán bộ, công chức, viên chức.</p>
<p><b>Mở từ 7h30 ngày 18/11/2024 đến 16h30 ngày 13/12/2999</b></p>
<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>
<p>Quét mã hoặc vào <b>cuocthi.example.vn</b></p>
<p>Thể lệ Cuộc thi. Kế hoạch số 3985/KH-UBND ngày 29/10/2024. Công văn số 1587/CV-BTC ngày 14/11/2024.
Đường link thi mở 24/24 giờ trong suốt thời gian diễn ra Cuộc thi.</p>
</html>`;
}
