/** What a builder needs to hand a contest out: `dist/handout.js`, an ES module. */

export { archive, UNITS_A_FILE, type Progress } from './archive.ts';
export { contestJson, folderMaker, type Files, type Shipped } from './folder.ts';
export { atItsTallest, type Handout, type Place, type Room } from './handout.ts';
export { readListFile, type ListFile } from './list-file.ts';
export { measurer } from './raster.ts';
export {
  LONGEST_CODE,
  LONGEST_NAME,
  MOST_UNITS,
  readUnits,
  type LineFault,
  type LineProblem,
  type Unit,
} from './units.ts';
