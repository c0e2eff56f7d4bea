/** How large the board's text stands; tried from the first to the last until all of it fits. Pure. */

export interface BoardRoom {
  /** Of the type, 1 for the size it is meant to have. */
  scale: number;
  /** Rounds that are open as well. */
  others: number;
  organizer: boolean;
}

const LARGE = [1.4, 1.25, 1.12, 1, 0.92, 0.84, 0.76, 0.68];
const SMALL = [0.6, 0.53, 0.47, 0.41, 0.36, 0.31, 0.27, 0.23];
/** More would be no help from five metres. */
const MOST_OTHERS = 3;

/**
 * All there is to try, in order.
 * @param others how many rounds are open besides the one that is counted
 */
export const boardRooms = (others: number): BoardRoom[] => [
  ...LARGE.map((scale) => ({
    scale,
    others: Math.min(others, MOST_OTHERS),
    organizer: true,
  })),
  ...LARGE.slice(-2).map((scale) => ({ scale, others: 0, organizer: true })),
  ...SMALL.map((scale) => ({ scale, others: 0, organizer: false })),
];

/** How large a title stands, in hundredths of the screen's shorter side. */
export const boardTitle = (length: number): number =>
  Math.max(3.4, Math.min(8.6, 62 / Math.sqrt(Math.max(1, length))));

/** px of a hundredth of the shorter side, in which contest-board.css measures: its `--b`. */
export const boardHundredth = (width: number, height: number): number =>
  Math.min(Math.min(width, height), 0.5625 * Math.max(width, height)) / 100;

/** Of the count at the size it is meant to have, in hundredths of the screen's shorter side, as in contest-board.css. */
const DIGIT = 14 * 0.6;
const GAP = 4;

/**
 * How large what is counted may stand to take one line: 1 for the size it is meant to have.
 * @param parts of it, as they are written
 * @param width of the line, in hundredths of the screen's shorter side
 */
export function boardCount(parts: readonly string[], width: number): number {
  const digits = parts.join('').length;
  return width / Math.max(1, digits * DIGIT + (parts.length - 1) * GAP);
}
