/** One picture of a sheet, as a case says. */

import { MOST, type Case } from './cases.ts';
import type { Code } from './code.ts';
import { blur, crease, dim, photocopy, photograph, type Sheet } from './degrade.ts';
import { recompressGrey } from './jpeg.ts';
import { between, seeded } from './random.ts';
import type { Raster } from './raster.ts';

/** A sheet with one code on it. */
export interface Poster extends Sheet {
  /** In mm. */
  code: Code;
}

/** What a phone's reader looks at: a frame of its preview, not the twelve megapixels it saves. */
const FRAME = { width: 720, height: 960 };

/** Nobody holds a phone quite straight; a good lens is never quite sharp to the pixel. */
const CARELESS = { tilt: 4, turn: 4, sharp: 0.45 };

export function picture(poster: Poster, { seed, distance, strengths }: Case): Raster {
  const random = seeded(seed);
  const { code, perMm } = poster;
  let sheet: Sheet = poster;
  if (strengths.photocopy)
    for (let copy = 0; copy < MOST.copies; copy++)
      sheet = photocopy(sheet, random, strengths.photocopy);
  if (strengths.crease) sheet = crease(sheet, random, strengths.crease, code);

  const far = Math.min(
    FRAME.width / (poster.width / perMm),
    FRAME.height / (poster.height / perMm),
  );
  const near = (0.62 * FRAME.width) / code.width;
  const scale = { sheet: far, closer: Math.sqrt(far * near), code: near }[distance];
  const away = between(random, -1, 1);
  const seen = photograph(sheet, {
    ...FRAME,
    aim: { x: code.x + between(random, -6, 6), y: code.y + between(random, -6, 6) },
    perMm: scale,
    tilt: strengths.tilt ? MOST.tilt * strengths.tilt : CARELESS.tilt,
    axis: between(random, 0, 360),
    turn: away * (strengths.tilt ? MOST.turn : CARELESS.turn),
  });
  const focus = (strengths.blur ?? 0) * MOST.blur * code.module * scale;
  const sharp = blur(seen, Math.hypot(focus, CARELESS.sharp));
  const lit = strengths.dim ? dim(sharp, random, strengths.dim) : sharp;
  return strengths.jpeg ? recompressGrey(lit, MOST.quality) : lit;
}
