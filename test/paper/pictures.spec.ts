import { expect } from 'chai';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { inFolder } from '../pages/support/qr.ts';
import { codeIn } from './code.ts';
import { readByJsqr, readByZbar, SIZES, sizesOf } from './decoders.ts';
import { pictures, type Handed } from './pictures.ts';
import { scaled, treated, treatments } from './portal.ts';
import { count, misread, table, type Reading } from './proof.ts';
import { fromRgba, toPgm } from './raster.ts';
import type { Rgba } from './jpeg.ts';

const grey = ({ data, width, height }: Rgba) => fromRgba(data, width, height);

/** What both decoders read in some pictures of one group. */
const readEach = (group: string, some: readonly { name: string; picture: Rgba }[]) =>
  inFolder(async (folder): Promise<Reading[]> => {
    const jsqr: (string | undefined)[] = [];
    for (const [at, { picture }] of some.entries()) {
      const sizes = sizesOf(grey(picture));
      jsqr.push(readByJsqr(sizes));
      for (const [size, raster] of sizes.entries())
        await writeFile(join(folder, `${at}-${size}.pgm`), toPgm(raster));
    }
    const files = some.map((_, at) => SIZES.map((_, size) => `${at}-${size}.pgm`));
    const zbar = await readByZbar(folder, files);
    return some.map(({ name }, at) => ({ group, name, jsqr: jsqr[at], zbar: zbar[at] }));
  });

describe('the pictures of a plain snippet, as portals leave them', function () {
  this.timeout(120_000);
  let all: Handed[];
  let expected: string;
  const readings: Reading[] = [];

  before(async () => {
    all = await pictures();
    expected = all[0]!.expected;
    for (const { name, png, least } of all) {
      const original = PNG.sync.read(png);
      const { module } = codeIn(grey(original), expected);
      const some = treatments(module, least / original.width).map((treatment) => ({
        name: `${name} ${treatment.name}`,
        picture: treated(original, treatment),
      }));
      readings.push(...(await readEach(name, some)));
    }
    console.warn(table('pictures', readings, expected));
  });

  it('are read by the better of two decoders, and by each of them', () => {
    const { pictures: sum, jsqr, zbar, better } = count(readings, expected);
    expect(better / sum).to.be.at.least(0.99);
    expect(jsqr / sum, 'jsQR').to.be.at.least(0.9);
    expect(zbar / sum, 'zbar').to.be.at.least(0.9);
  });

  it('are read by one of them alone in every picture as wide as it must be, and wider', () => {
    for (const { name } of all) {
      const own = readings.filter(({ group }) => group === name);
      expect(count(own, expected).better, name).to.equal(own.length);
    }
  });

  it('are never read as anything else', () => {
    expect(misread(readings, expected)).to.deep.equal([]);
  });

  it('are each tried at their own size and at a smaller one at least', () => {
    for (const { name } of all) {
      const tried = readings.filter(({ group }) => group === name);
      expect(tried, name).to.have.lengthOf.above(3);
    }
  });

  it('are not read where a module has less than a pixel', async () => {
    const original = PNG.sync.read(all.at(-1)!.png);
    const { module } = codeIn(grey(original), expected);
    const [reading] = await readEach('', [{ name: '', picture: scaled(original, 0.7 / module) }]);
    expect(reading).to.deep.include({ jsqr: undefined, zbar: undefined });
  });
});
