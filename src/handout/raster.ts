/** Drawings as PNG, and how wide texts are: what needs a browser. */

import { fontOf, paint, type Drawing } from './drawing.ts';
import type { Measure } from './fit.ts';
import { png } from './png.ts';

/** Throws where the browser has no canvas, as some locked-down ones. */
function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  // What is read back is better not drawn by a graphics card.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('canvas: expected a browser that draws on it');
  return context;
}

/** Measures with the fonts of this machine. */
export function measurer(): Measure {
  const context = contextOf(document.createElement('canvas'));
  return (text, size, weight) => {
    context.font = fontOf(size, weight);
    return context.measureText(text).width;
  };
}

/** @returns the bytes of a PNG file */
export function toPng(drawing: Drawing): Uint8Array {
  const { width, height } = drawing;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = contextOf(canvas);
  paint(drawing, context);
  return png(context.getImageData(0, 0, width, height));
}
