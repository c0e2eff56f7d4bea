/** Where the code stands in a picture; all in px. */

import { findCode } from './decoders.ts';
import type { Raster } from './raster.ts';

export interface Code {
  /** Its middle. */
  x: number;
  y: number;
  /** A side, without the quiet zone. */
  width: number;
  /** A side of one module. */
  module: number;
}

/** @throws where there is no code that can be read, or it is another one */
export function codeIn(raster: Raster, expected: string): Code {
  const found = findCode(raster);
  if (found?.data !== expected)
    throw new Error(`before any damage: expected ${expected}, read ${found?.data || 'nothing'}`);
  const { topLeftCorner: start, topRightCorner: right, bottomRightCorner: end } = found.location;
  const width = Math.hypot(right.x - start.x, right.y - start.y);
  return {
    x: (start.x + end.x) / 2,
    y: (start.y + end.y) / 2,
    width,
    module: width / (17 + 4 * found.version),
  };
}
