import { expect } from 'chai';
import { png, type Pixels } from '../../src/handout/png.ts';

/** A picture whose pixels a function colours. */
function pixels(
  width: number,
  height: number,
  colour: (x: number, y: number) => [number, number, number],
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set([...colour(x, y), 255], (y * width + x) * 4);
  return { width, height, data };
}

/** As the browser reads it, or a decoder of its own where there is none. */
async function read(bytes: Uint8Array): Promise<Pixels> {
  if (typeof createImageBitmap !== 'function') {
    const { PNG } = await import('pngjs');
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
    return { width, height, data: new Uint8ClampedArray(data) };
  }
  const bitmap = await createImageBitmap(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  const { width, height } = bitmap;
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext(
    '2d',
  )!;
  context.drawImage(bitmap, 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

describe('a PNG of few colours', () => {
  it('keeps every pixel of a picture of two colours', async () => {
    const picture = pixels(37, 21, (x, y) => ((x * y) % 3 ? [255, 255, 255] : [0, 0, 0]));
    const { width, height, data } = await read(png(picture));
    expect([width, height]).to.deep.equal([37, 21]);
    expect([...data]).to.deep.equal([...picture.data]);
  });

  it('keeps plain grounds as they are, whatever is beside them', async () => {
    const picture = pixels(64, 64, (x, y) => (y < 48 ? [189, 21, 28] : [x * 4, 255 - x * 3, y]));
    const { data } = await read(png(picture));
    for (let at = 0; at < 64 * 48 * 4; at += 4)
      expect([data[at], data[at + 1], data[at + 2]]).to.deep.equal([189, 21, 28]);
  });

  it('is near every pixel of a picture of very many colours', async () => {
    const picture = pixels(128, 128, (x, y) => [x * 2, y * 2, ((x ^ y) * 2) % 256]);
    const { data } = await read(png(picture));
    data.forEach((value, at) => {
      expect(Math.abs(value - picture.data[at]!)).to.be.below(64);
    });
  });

  it('is taken by a reader that checks its sums', () => {
    const bytes = png(pixels(1, 1, () => [1, 2, 3]));
    // "IEND" and its sum, which every PNG ends with.
    expect([...bytes.slice(-8)]).to.deep.equal([73, 69, 78, 68, 174, 66, 96, 130]);
  });
});
