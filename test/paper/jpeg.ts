/** Real JPEG files, in and out again. */

import jpeg from 'jpeg-js';
import { fromRgba, toRgba, type Raster } from './raster.ts';

/** A picture in colour, four bytes a pixel. */
export interface Rgba {
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** @param quality from 1 to 100, as the Independent JPEG Group counts */
export const recompress = ({ width, height, data }: Rgba, quality: number): Rgba =>
  jpeg.decode(jpeg.encode({ width, height, data }, quality).data, { useTArray: true });

export function recompressGrey(raster: Raster, quality: number): Raster {
  const { width, height, data } = recompress({ ...raster, data: toRgba(raster) }, quality);
  return fromRgba(data, width, height);
}
