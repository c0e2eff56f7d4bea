/** Real JPEG files, in and out again. */

import jpeg from 'jpeg-js';
import { blank, toRgba, type Raster } from './raster.ts';

/** A picture in colour, four bytes a pixel. */
export interface Rgba {
  width: number;
  height: number;
  data: Uint8Array | Uint8ClampedArray;
}

/** @param quality from 1 to 100, as the Independent JPEG Group counts */
export const recompress = ({ width, height, data }: Rgba, quality: number): Rgba =>
  jpeg.decode(jpeg.encode({ width, height, data }, quality).data, { useTArray: true });

/** The same for a grey picture: its lightness is taken as the file has it. */
export function recompressGrey(raster: Raster, quality: number): Raster {
  const file = jpeg.encode({ ...raster, data: toRgba(raster) }, quality).data;
  const { width, height, data } = jpeg.decode(file, {
    useTArray: true,
    formatAsRGBA: false,
    colorTransform: false,
  });
  const grey = blank(width, height);
  for (let at = 0; at < grey.data.length; at++) grey.data[at] = data[3 * at]!;
  return grey;
}
