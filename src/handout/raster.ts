/** Drawings as PNG, and how wide texts are: what needs a browser. */

import { fontOf, paint, type Drawing } from './drawing.ts';
import type { Measure } from './fit.ts';

/** Throws where the browser has no canvas, as some locked-down ones. */
function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
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
export async function toPng(drawing: Drawing): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = drawing.width;
  canvas.height = drawing.height;
  paint(drawing, contextOf(canvas));
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/png');
  });
  if (!blob) throw new Error('canvas: expected a picture of it');
  return new Uint8Array(await blob.arrayBuffer());
}
