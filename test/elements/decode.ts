/** Reads a drawn QR code with an independent decoder. */

import jsQR from 'jsqr';

/** What a phone reads from the drawn modules. */
export function decode(svg: SVGElement): string | undefined {
  const side = Number(svg.getAttribute('viewBox')!.split(' ')[2]);
  const scale = 3;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * scale;
  const pen = canvas.getContext('2d')!;
  pen.scale(scale, scale);
  for (const path of svg.querySelectorAll('path')) {
    pen.fillStyle = getComputedStyle(path).fill;
    pen.fill(new Path2D(path.getAttribute('d')!));
  }
  const { data, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data;
}
