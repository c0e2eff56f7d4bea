/**
 * What happens to a poster between the printer and a phone's reader: on paper first (photocopier,
 * folding), then in the air (angle, focus, light), then in the file. Pure: the same seed gives the
 * same picture. Every strength runs from 0 to 1, where 1 is the worst that still looks like an
 * office, and is said in what can be measured on a sheet.
 */

import { between, grain, type Random } from './random.ts';
import { blank, mapped, shrunk, type Raster } from './raster.ts';

/** A sheet of paper as a scanner sees it. */
export interface Sheet extends Raster {
  /** Pixels a millimetre. */
  perMm: number;
}

/** Gaussian blur of a deviation in px. */
export function blur(raster: Raster, sigma: number): Raster {
  if (sigma < 0.05) return raster;
  const { width, height, data } = raster;
  const reach = Math.ceil(3 * sigma);
  const weights = Float32Array.from({ length: reach + 1 }, (_, away) =>
    Math.exp(-(away * away) / (2 * sigma * sigma)),
  );
  const total = weights.reduce((sum, weight, away) => sum + (away ? 2 : 1) * weight, 0);
  weights.forEach((weight, away) => (weights[away] = weight / total));

  const across = new Float32Array(data.length);
  const line = new Float32Array(Math.max(width, height) + 2 * reach);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = -reach; x < width + reach; x++)
      line[x + reach] = data[row + Math.min(width - 1, Math.max(0, x))]!;
    for (let x = 0; x < width; x++) {
      const at = x + reach;
      let sum = weights[0]! * line[at]!;
      for (let away = 1; away <= reach; away++)
        sum += weights[away]! * (line[at - away]! + line[at + away]!);
      across[row + x] = sum;
    }
  }
  // Row by row down the picture too: columns would miss the processor's cache at every pixel.
  const result = blank(width, height);
  const sums = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    for (let x = 0, row = y * width; x < width; x++) sums[x] = weights[0]! * across[row + x]!;
    for (let away = 1; away <= reach; away++) {
      const above = Math.max(0, y - away) * width;
      const below = Math.min(height - 1, y + away) * width;
      const weight = weights[away]!;
      for (let x = 0; x < width; x++)
        sums[x] = sums[x]! + weight * (across[above + x]! + across[below + x]!);
    }
    result.data.set(sums, y * width);
  }
  return result;
}

/** Dots of a radius in px, mixed into what is there. */
function dots(
  { width, height, data }: Raster,
  random: Random,
  count: number,
  [least, most]: readonly [number, number],
  paint: (grey: number) => number,
): void {
  for (let dot = 0; dot < count; dot++) {
    const [x, y] = [random() * width, random() * height];
    // Small ones are the many.
    const radius = least + (most - least) * random() ** 3;
    for (let row = Math.max(0, Math.ceil(y - radius)); row <= y + radius && row < height; row++) {
      const half = Math.sqrt(radius * radius - (row - y) ** 2);
      for (
        let column = Math.max(0, Math.ceil(x - half));
        column <= x + half && column < width;
        column++
      )
        data[row * width + column] = paint(data[row * width + column]!);
    }
  }
}

/**
 * One pass through an office photocopier. At 1: a drum that should have been replaced, on "darker".
 * - Lens and toner spread the edges by 0.14 mm; the copy's curve throws greys to black or white.
 * - Black comes out as 55, in waves down the sheet up to 115 where the toner runs low.
 * - Every cm² has 6 specks on the paper and 14 holes in the toner, most of 0.1, few of 0.5 mm.
 * - Three lines down the sheet, up to 1 mm wide, where the drum is scratched or dirty.
 */
export function photocopy(sheet: Sheet, random: Random, strength: number): Sheet {
  const { width, height, perMm } = sheet;
  const middle = 128 + 24 * strength;
  const slope = 1.6 + 1.6 * strength;
  const black = 20 + 35 * strength;
  const white = 253 - 10 * strength;
  const copy = mapped(blur(sheet, (0.05 + 0.09 * strength) * perMm), (grey) =>
    Math.min(white, Math.max(black, 128 + (grey - middle) * slope)),
  );

  const wave = between(random, 25, 60) * perMm;
  const phase = between(random, 0, 2 * Math.PI);
  const faint = Float32Array.from(
    { length: height },
    (_, y) => (0.5 + 0.5 * Math.sin((2 * Math.PI * y) / wave + phase)) ** 2 * 0.3 * strength,
  );
  const scratched = new Float32Array(width);
  for (let line = 0; line < 3; line++) {
    const left = random() * width;
    const right = left + between(random, 0.2, 1) * perMm;
    const amount = between(random, -70, 70) * strength;
    for (let x = Math.floor(left); x < right && x < width; x++) scratched[x] = amount;
  }
  const { data } = copy;
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      data[at] = data[at]! + (255 - data[at]!) * faint[y]! + scratched[x]!;

  const area = (width * height) / (10 * perMm) ** 2;
  const sizes = [0.08 * perMm, (0.15 + 0.2 * strength) * perMm] as const;
  dots(copy, random, (1 + 5 * strength) * area, sizes, (grey) => Math.min(grey, 80));
  dots(copy, random, (2 + 12 * strength) * area, sizes, (grey) => (grey < 128 ? 215 : grey));
  return { ...copy, perMm };
}

/**
 * A sheet that was folded and opened again. At 1:
 * - four folds cross it, more or less along its edges, the first through a given place or near it;
 * - along each the toner has cracked off in a line up to 0.7 mm wide, a shadow as wide on both sides;
 * - one side of a fold is up to 35% darker than the other, less and less over 10 cm;
 * - the fold stands up to 3 mm out of the sheet's plane: from 20° aside, what lies there is seen up
 *   to 1 mm from where it was printed.
 */
export function crease(
  sheet: Sheet,
  random: Random,
  strength: number,
  through: { x: number; y: number },
): Sheet {
  const { width, height, perMm } = sheet;
  const bend = 8 * perMm;
  const fading = 100 * perMm;
  const folds = Array.from({ length: 1 + Math.round(3 * strength) }, (_, fold) => {
    const angle = (fold % 2) * (Math.PI / 2) + between(random, -0.15, 0.15);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const x = fold ? random() * width : (through.x + between(random, -20, 20)) * perMm;
    const y = fold ? random() * height : (through.y + between(random, -20, 20)) * perMm;
    const sign = random() < 0.5 ? 1 : -1;
    return {
      cos: cos * sign,
      sin: sin * sign,
      offset: (cos * x + sin * y) * sign,
      shade: between(random, 0.1, 0.35) * strength,
      shift: between(random, -1, 1) * strength * perMm,
      crack: between(random, 0.15, 0.35) * (0.5 + 0.5 * strength) * perMm,
    };
  });
  const grains = grain(random);
  const result = blank(width, height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      let fromX = x;
      let fromY = y;
      let light = 1;
      let bare = 0;
      for (const { cos, sin, offset, shade, shift, crack } of folds) {
        const away = cos * x + sin * y - offset;
        if (away > 0 && away < fading) light *= 1 - shade * (1 - away / fading);
        if (away > bend || away < -bend) continue;
        const near = Math.abs(away);
        const moved = shift * (1 - near / bend) ** 2;
        fromX += cos * moved;
        fromY += sin * moved;
        if (near < crack) bare = Math.max(bare, 0.7 + 0.3 * grains());
        else if (near < 3 * crack) light *= 1 - 0.3 * strength;
      }
      const grey = sample(sheet, fromX, fromY, 235);
      result.data[at] = (grey + Math.max(0, 235 - grey) * bare) * light;
    }
  return { ...result, perMm };
}

/** Between the four pixels around a place. */
function sample({ width, height, data }: Raster, x: number, y: number, outside: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return outside;
  const at = top * width + left;
  const [right, below] = [x - left, y - top];
  const upper = data[at]! + (data[at + 1]! - data[at]!) * right;
  const lower = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * right;
  return upper + (lower - upper) * below;
}

export interface View {
  width: number;
  height: number;
  /** The place on the sheet in the middle of the picture, in mm. */
  aim: { x: number; y: number };
  /** Pixels a millimetre at that place. */
  perMm: number;
  /** How far the sheet is tilted out of the picture's plane, in degrees. */
  tilt: number;
  /** The direction of the line on the sheet about which it is tilted, in degrees. */
  axis: number;
  /** How far the phone is turned, in degrees. */
  turn: number;
}

/** A phone's main camera: 26 mm where a picture's long side is 36. */
const FOCAL = 26 / 36;

/** The wall behind the sheet. */
const WALL = 110;

/** A picture of a sheet, by a pinhole camera: lines stay straight, what is further away is smaller. */
export function photograph(sheet: Sheet, view: View): Raster {
  const { width, height, aim, perMm } = view;
  const focal = FOCAL * Math.max(width, height);
  const distance = focal / perMm;
  const [tilt, axis, turn] = [view.tilt, view.axis, view.turn].map((deg) => (deg * Math.PI) / 180);
  const [cosTilt, sinTilt] = [Math.cos(tilt!), Math.sin(tilt!)];
  const [ax, ay] = [Math.cos(axis!), Math.sin(axis!)];
  const [cosTurn, sinTurn] = [Math.cos(turn!), Math.sin(turn!)];

  // Where the sheet's two directions point, seen from the camera: Rodrigues' formula about an axis
  // in the sheet, then the turn.
  const seen = (x: number, y: number): [number, number, number] => {
    const along = (ax * x + ay * y) * (1 - cosTilt);
    const [tx, ty] = [x * cosTilt + ax * along, y * cosTilt + ay * along];
    const tz = (ax * y - ay * x) * sinTilt;
    return [cosTurn * tx - sinTurn * ty, sinTurn * tx + cosTurn * ty, tz];
  };
  const [ux, uy, uz] = seen(1, 0);
  const [vx, vy, vz] = seen(0, 1);

  // A pixel's ray (px, py, focal) meets aim + x·u + y·v, at (0, 0, distance): two equations.
  const source = perMm * 1.5 < sheet.perMm ? shrunk(sheet, 2) : sheet;
  const scale = source === sheet ? sheet.perMm : sheet.perMm / 2;
  const result = blank(width, height);
  for (let row = 0, at = 0; row < height; row++) {
    const py = row + 0.5 - height / 2;
    for (let column = 0; column < width; column++, at++) {
      const px = column + 0.5 - width / 2;
      const a = ux * focal - uz * px;
      const b = vx * focal - vz * px;
      const c = uy * focal - uz * py;
      const d = vy * focal - vz * py;
      const whole = a * d - b * c;
      const x = ((px * d - py * b) * distance) / whole;
      const y = ((py * a - px * c) * distance) / whole;
      result.data[at] = sample(source, (aim.x + x) * scale - 0.5, (aim.y + y) * scale - 0.5, WALL);
    }
  }
  return result;
}

/**
 * Too little light. At 1, a stairwell in the evening: white paper comes out as 73 of 255 in the
 * middle and as 56 in the far corner, black as 14; a hand's soft shadow takes another 35% on one
 * side; the sensor's noise has a deviation of 6, a tenth of what is between black and white in the
 * middle and a quarter of it where the shadow falls on the far corner.
 */
export function dim(raster: Raster, random: Random, strength: number): Raster {
  const { width, height, data } = raster;
  const white = 230 - 140 * strength;
  const black = 8 + 6 * strength;
  const noise = 1 + 5 * strength;
  const gamma = 1 + 0.25 * strength;
  const curve = Float32Array.from(
    { length: 256 },
    (_, grey) => (white - black) * (grey / 255) ** gamma,
  );
  const [light, hand] = [between(random, 0, 2 * Math.PI), between(random, 0, 2 * Math.PI)];
  const reach = Math.hypot(width, height) / 2;
  const edge = between(random, -0.25, 0.25);
  const grains = grain(random);
  const result = blank(width, height);
  for (let row = 0, at = 0; row < height; row++)
    for (let column = 0; column < width; column++, at++) {
      const [x, y] = [(column - width / 2) / reach, (row - height / 2) / reach];
      const far = (x * Math.cos(light) + y * Math.sin(light) + 1) / 2;
      const shadow = (x * Math.cos(hand) + y * Math.sin(hand) - edge) / 0.12;
      const covered = shadow <= 0 ? 0 : shadow >= 1 ? 1 : shadow;
      const lit = (1 - 0.45 * strength * far) * (1 - 0.35 * strength * covered);
      result.data[at] = black + curve[data[at]!]! * lit + noise * grains();
    }
  return result;
}
