import { expect } from 'chai';
import { usePortal } from '../pages/support/browser.ts';
import { inFolder } from '../pages/support/qr.ts';
import { cases, KINDS } from './cases.ts';
import { readByJsqr, readByZbar, sizesOf } from './decoders.ts';
import { blur, photograph } from './degrade.ts';
import { picture, type Poster } from './picture.ts';
import { printPoster, WAY } from './print.ts';
import { count, misread, readAll, table, type Reading } from './proof.ts';
import { blank, toPgm, type Raster } from './raster.ts';
import { posterOf } from './sheet.ts';
import { writeFile } from 'node:fs/promises';

/** On A3 the code has the same share of the sheet, so a quarter of the pictures will do. */
const PAPERS = [
  { paper: 'a4', some: cases, best: 0.99 },
  // Of so few, two may be unread where of hundreds there would be three.
  { paper: 'a3', some: cases.filter((_, number) => number % 4 === 3), best: 0.97 },
] as const;

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

  for (const { paper, some, best } of PAPERS)
    describe(paper.toUpperCase(), () => {
      let poster: Poster;
      let readings: Reading[];
      before(() =>
        inFolder(async (folder) => {
          const pdf = await printPoster(portal.browser, portal.site, paper);
          poster = await posterOf(pdf, WAY, folder);
          readings = await readAll(poster, folder, some);
          console.warn(table(paper.toUpperCase(), readings, WAY));
        }),
      );

      it('is read by the better of two decoders', () => {
        const { pictures, better } = count(readings, WAY);
        expect(better / pictures).to.be.at.least(best);
      });

      it('is read by each of them', () => {
        const { pictures, jsqr, zbar } = count(readings, WAY);
        expect(jsqr / pictures, 'jsQR').to.be.at.least(0.9);
        expect(zbar / pictures, 'zbar').to.be.at.least(0.9);
      });

      it('is never read as anything else', () => {
        expect(misread(readings, WAY)).to.deep.equal([]);
      });

      it('gives the same picture of the same case', () => {
        const all = cases.at(-1)!;
        expect(picture(poster, all).data).to.deep.equal(picture(poster, all).data);
      });

      it('is not read where its modules have 3 px and a blur of one module', async () => {
        const view = { width: 720, height: 960, aim: poster.code, tilt: 0, axis: 0, turn: 0 };
        const far = photograph(poster, { ...view, perMm: 3 / poster.code.module });
        expect(await inBoth(far)).to.deep.equal({ jsqr: WAY, zbar: WAY });
        expect(await inBoth(blur(far, 3))).to.deep.equal({ jsqr: undefined, zbar: undefined });
      });
    });

  it('has at least 300 pictures, of every kind of damage up to the worst', () => {
    expect(cases).to.have.lengthOf.at.least(300);
    for (const kind of KINDS)
      expect(Math.max(...cases.map(({ strengths }) => strengths[kind] ?? 0)), kind).to.equal(1);
    expect(new Set(cases.map(({ name }) => name)).size).to.equal(cases.length);
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
