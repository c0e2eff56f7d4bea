import { expect } from 'chai';
import { usePortal } from '../pages/support/browser.ts';
import { inFolder } from '../pages/support/qr.ts';
import { cases, share } from './cases.ts';
import { readByJsqr, readByZbar, sizesOf } from './decoders.ts';
import { blur, photograph } from './degrade.ts';
import { picture, type Poster } from './picture.ts';
import { FORMATS, printPoster, WAY } from './print.ts';
import { count, misread, readAll, table, type Reading } from './proof.ts';
import { blank, toPgm, type Raster } from './raster.ts';
import { posterOf } from './sheet.ts';
import { writeFile } from 'node:fs/promises';

describe('the poster, printed and photographed', function () {
  this.timeout(600_000);
  const portal = usePortal();

  const inBoth = (raster: Raster) =>
    inFolder(async (folder) => {
      const sizes = sizesOf(raster);
      const files = sizes.map((_, at) => `${at}.pgm`);
      for (const [at, size] of sizes.entries()) await writeFile(`${folder}/${at}.pgm`, toPgm(size));
      return { jsqr: readByJsqr(sizes), zbar: (await readByZbar(folder, [files]))[0] };
    });

  const proven: Reading[] = [];

  for (const [part, format] of FORMATS.entries()) {
    const name = `${format.paper.toUpperCase()} ${format.orientation}`;
    describe(name, () => {
      let poster: Poster;
      let readings: Reading[];
      before(() =>
        inFolder(async (folder) => {
          const pdf = await printPoster(portal.browser, portal.site, format);
          poster = await posterOf(pdf, WAY, folder);
          readings = await readAll(poster, folder, share(part, FORMATS.length));
          proven.push(...readings);
          console.warn(table(name, readings, WAY));
        }),
      );

      it('is the sheet that was asked for', () => {
        expect(poster.width > poster.height).to.equal(format.orientation === 'landscape');
        const short = Math.min(poster.width, poster.height) / poster.perMm;
        expect(short).to.be.closeTo(format.paper === 'a4' ? 210 : 297, 1);
      });

      it('is read by each of two decoders', () => {
        const { pictures, jsqr, zbar } = count(readings, WAY);
        expect(pictures).to.be.at.least(75);
        expect(jsqr / pictures, 'jsQR').to.be.at.least(0.9);
        expect(zbar / pictures, 'zbar').to.be.at.least(0.9);
      });

      it('is never read as anything else', () => {
        expect(misread(readings, WAY)).to.deep.equal([]);
      });

      it('is not read where its modules have 3 px and a blur of one module', async () => {
        const view = { width: 720, height: 960, aim: poster.code, tilt: 0, axis: 0, turn: 0 };
        const far = photograph(poster, { ...view, perMm: 3 / poster.code.module });
        expect(await inBoth(far)).to.deep.equal({ jsqr: WAY, zbar: WAY });
        expect(await inBoth(blur(far, 3))).to.deep.equal({ jsqr: undefined, zbar: undefined });
      });

      it('gives the same picture of the same case', () => {
        const all = cases.at(-1)!;
        expect(picture(poster, all).data).to.deep.equal(picture(poster, all).data);
      });
    });
  }

  describe('on all sheets together', () => {
    it('is read in 99 of 100 pictures by the better of two decoders', () => {
      const { pictures, better } = count(proven, WAY);
      expect(pictures).to.be.at.least(300);
      expect(better / pictures).to.be.at.least(0.99);
    });
  });

  it('is not read on an empty sheet', async () => {
    const sheet = { ...blank(1240, 1754), perMm: 150 / 25.4 };
    const code = { x: 105, y: 148, width: 52, module: 1.58 };
    const readings = await inFolder((folder) =>
      readAll(
        { ...sheet, code },
        folder,
        cases.filter((_, number) => number % 20 === 0),
      ),
    );
    expect(count(readings, WAY)).to.deep.include({ jsqr: 0, zbar: 0, better: 0 });
    expect(misread(readings, WAY)).to.deep.equal([]);
  });
});
