import { expect } from 'chai';
import { MOST } from './cases.ts';
import { codeIn } from './code.ts';
import { blur, crease, dim, photocopy, photograph, type Sheet } from './degrade.ts';
import { recompressGrey } from './jpeg.ts';
import { seeded } from './random.ts';
import { blank, type Raster } from './raster.ts';

const MM = 6;

/** A sheet of 100 × 100 mm, its left half black. */
function halves(): Sheet {
  const sheet = { ...blank(100 * MM, 100 * MM), perMm: MM };
  for (let row = 0; row < sheet.height; row++)
    sheet.data.fill(0, row * sheet.width, row * sheet.width + sheet.width / 2);
  return sheet;
}

/** The greys of a field around a place, as a share of the picture's sides. */
function field({ width, height, data }: Raster, x: number, y: number, side = 40): number[] {
  const greys: number[] = [];
  const [left, top] = [Math.round(x * width - side / 2), Math.round(y * height - side / 2)];
  for (let row = top; row < top + side; row++)
    greys.push(...data.subarray(row * width + left, row * width + left + side));
  return greys;
}

const mean = (greys: readonly number[]) =>
  greys.reduce((sum, grey) => sum + grey, 0) / greys.length;
const median = (greys: readonly number[]) => [...greys].sort((a, b) => a - b)[greys.length >> 1]!;
const deviation = (greys: readonly number[]) => {
  const middle = mean(greys);
  return Math.sqrt(mean(greys.map((grey) => (grey - middle) ** 2)));
};
const share = (greys: readonly number[], has: (grey: number) => boolean) =>
  greys.filter(has).length / greys.length;

const isHole = (grey: number) => grey > 180;
const isSpeck = (grey: number) => grey < 120;

/** Px from 10% to 90% of the way between black and white, along the middle row. */
function edge({ width, height, data }: Raster): number {
  const row = [...data.subarray((height >> 1) * width, ((height >> 1) + 1) * width)];
  const [black, white] = [mean(row.slice(20, 60)), mean(row.slice(-60, -20))];
  const at = (share: number) => row.findIndex((grey) => grey > black + share * (white - black));
  return at(0.9) - at(0.1);
}

describe('what is done to a poster', () => {
  const view = { width: 600, height: 600, aim: { x: 50, y: 50 }, axis: 0, turn: 0 };

  it('a photocopy has grey for black, specks on its paper and holes in its toner', () => {
    const copy = photocopy(halves(), seeded(1), 1);
    const [toner, paper] = [field(copy, 0.25, 0.5, 250), field(copy, 0.75, 0.5, 250)];
    expect(median(toner)).to.be.within(45, 130);
    expect(median(paper)).to.be.within(225, 250);
    expect(share(toner, isHole), 'holes').to.be.within(0.002, 0.05);
    expect(share(paper, isSpeck), 'specks').to.be.within(0.001, 0.05);
  });

  it('a second photocopy has the specks of both', () => {
    const random = seeded(2);
    const once = photocopy(halves(), random, 0.5);
    const twice = photocopy(once, random, 0.5);
    const specks = (copy: Raster) => share(field(copy, 0.75, 0.5, 250), isSpeck);
    expect(specks(twice)).to.be.above(1.3 * specks(once));
  });

  it('a fold has lost its toner in a line, and lies between a lighter and a darker side', () => {
    const black = { ...blank(100 * MM, 100 * MM, 0), perMm: MM };
    const folded = crease(black, seeded(3), 1, { x: 50, y: 50 });
    const bare = folded.data.filter((grey) => grey > 120).length / folded.data.length;
    expect(bare).to.be.within(0.005, 0.05);
    const paper = crease({ ...blank(100 * MM, 100 * MM), perMm: MM }, seeded(3), 1, {
      x: 50,
      y: 50,
    });
    const greys = [...paper.data];
    expect(Math.max(...greys.slice(0, 9e4)) - Math.min(...greys.slice(0, 9e4))).to.be.above(40);
  });

  it('what is tilted by 30° is foreshortened to its cosine, and smaller where it is further away', () => {
    const sheet = halves();
    // A black square of 20 mm in the middle.
    sheet.data.fill(255);
    for (let row = 40 * MM; row < 60 * MM; row++)
      sheet.data.fill(0, row * sheet.width + 40 * MM, row * sheet.width + 60 * MM);
    const seen = photograph(sheet, { ...view, perMm: MM, tilt: MOST.tilt });
    const dark = (row: number) =>
      seen.data.subarray(row * 600, (row + 1) * 600).filter((grey) => grey < 60).length;
    const rows = Array.from({ length: 600 }, (_, row) => dark(row)).filter((length) => length > 20);
    expect(rows.length / (20 * MM)).to.be.closeTo(Math.cos(Math.PI / 6), 0.03);
    const [far, near] = [rows[1]!, rows.at(-2)!].sort((a, b) => a - b);
    expect(near! / far!).to.be.within(1.1, 1.5);
  });

  it('what is turned by 90° lies on its side', () => {
    const seen = photograph(halves(), { ...view, perMm: MM, tilt: 0, turn: 90 });
    expect(Math.abs(mean(field(seen, 0.5, 0.2)) - mean(field(seen, 0.5, 0.8)))).to.be.above(200);
    expect(Math.abs(mean(field(seen, 0.2, 0.2)) - mean(field(seen, 0.8, 0.2)))).to.be.below(5);
  });

  it('a blur widens an edge to 2.56 times its deviation', () => {
    expect(edge(halves())).to.be.at.most(1);
    for (const sigma of [2, 5])
      expect(edge(blur(halves(), sigma))).to.be.closeTo(2.56 * sigma, 1.5);
  });

  it('little light leaves little between black and white, and noise in it', () => {
    const dark = dim(halves(), seeded(4), 1);
    const [black, white] = [field(dark, 0.3, 0.5), field(dark, 0.7, 0.5)];
    expect(mean(black)).to.be.within(10, 20);
    expect(mean(white)).to.be.within(30, 90);
    expect(deviation(white)).to.be.within(5, 8);
  });

  it('JPEG of quality 40 leaves its ringing beside an edge', () => {
    const sheet = halves();
    // Off the blocks' own borders.
    sheet.data.copyWithin(0, 3);
    const beside = field(recompressGrey(sheet, MOST.quality), 0.5, 0.5, 16);
    expect(new Set(beside).size).to.be.above(4);
  });

  it('a picture without a code that can be read is refused, with what was expected', () => {
    expect(() => codeIn(blank(100, 100), 'https://cuocthi.example.vn/')).to.throw(
      'before any damage: expected https://cuocthi.example.vn/, read nothing',
    );
  });
});
