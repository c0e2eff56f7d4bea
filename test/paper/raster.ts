/**
 * Grey pictures. A reader of QR codes sees no colour: both decoders weigh red, green and blue to one
 * grey before anything else.
 */

export interface Raster {
  width: number;
  height: number;
  /** One byte a pixel, row by row; 0 is black. */
  data: Uint8ClampedArray;
}

export const blank = (width: number, height: number, grey = 255): Raster => ({
  width,
  height,
  data: new Uint8ClampedArray(width * height).fill(grey),
});

/** Every pixel by itself. */
export const mapped = (
  { width, height, data }: Raster,
  change: (grey: number) => number,
): Raster => {
  const changed = Uint8ClampedArray.from({ length: 256 }, (_, grey) => change(grey));
  const result = new Uint8ClampedArray(data.length);
  for (let at = 0; at < data.length; at++) result[at] = changed[data[at]!]!;
  return { width, height, data: result };
};

/** So many times smaller, each pixel the mean of a square. */
export function shrunk({ width, height, data }: Raster, times: number): Raster {
  const small = blank(Math.floor(width / times), Math.floor(height / times));
  const area = times * times;
  for (let y = 0, to = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++, to++) {
      let sum = area / 2;
      for (let row = y * times; row < (y + 1) * times; row++)
        for (let at = row * width + x * times, end = at + times; at < end; at++) sum += data[at]!;
      small.data[to] = Math.floor(sum / area);
    }
  return small;
}

export function fromRgba(rgba: ArrayLike<number>, width: number, height: number): Raster {
  const grey = blank(width, height);
  for (let at = 0, from = 0; at < grey.data.length; at++, from += 4)
    grey.data[at] = 0.299 * rgba[from]! + 0.587 * rgba[from + 1]! + 0.114 * rgba[from + 2]!;
  return grey;
}

export function toRgba({ data }: Raster): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(4 * data.length);
  const words = new Uint32Array(rgba.buffer);
  for (let at = 0; at < data.length; at++) words[at] = data[at]! * 0x010101 + 0xff000000;
  return rgba;
}

/** As a binary PGM file. */
export const toPgm = ({ width, height, data }: Raster): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), new Uint8Array(data)]);

/** @throws where it is not a binary PGM file of one byte a pixel */
export function fromPgm(file: Buffer): Raster {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64));
  if (!head) throw new Error('expected a binary PGM file');
  const [all, width, height] = [head[0], Number(head[1]), Number(head[2])];
  return { width, height, data: new Uint8ClampedArray(file.subarray(all.length)) };
}
