/**
 * What a sheet has room for. It is tried from the first to the last until everything stands on the
 * sheet: first the type gets smaller, as far as it can be read in passing; then what can be read
 * elsewhere is left out, the last line first; and for the longest texts that a definition may hold
 * the rest gets smaller still. Title, dates, QR code and address are never left out. Pure.
 */

export interface PosterRoom {
  /** Of the type, 1 for the size it is meant to have. */
  scale: number;
  summary: boolean;
  /** Lines on taking part. */
  howTo: number;
  rounds: number;
  /** The rules: 2 with number and address, 1 by name, 0 not at all. */
  rules: number;
  organizer: boolean;
}

export interface PosterLength {
  howTo: number;
  rounds: number;
}

const READABLE = [1, 0.93, 0.86, 0.8];
const SMALLER = [0.72, 0.64, 0.57, 0.5, 0.44, 0.38, 0.33];

/** All there is to try, in order. */
export function posterRooms({ howTo, rounds }: PosterLength): PosterRoom[] {
  let room: PosterRoom = { scale: 1, summary: true, howTo, rounds, rules: 2, organizer: true };
  const rooms: PosterRoom[] = [];
  const without = (less: Partial<PosterRoom>) => rooms.push((room = { ...room, ...less }));

  for (const scale of READABLE) without({ scale });
  without({ summary: false });
  for (let lines = howTo - 1; lines >= 0; lines--) without({ howTo: lines });
  for (let some = Math.ceil(rounds / 2); some < room.rounds; some = Math.ceil(some / 2))
    without({ rounds: some });
  if (rounds) without({ rounds: 0 });
  for (const rules of [1, 0]) without({ rules });
  for (const scale of SMALLER) {
    without({ scale });
    if (scale === SMALLER[1]) without({ organizer: false });
  }
  return rooms;
}

/**
 * How large a title stands, in hundredths of the sheet's shorter side (2.1 mm on A4): the longer,
 * the smaller, so that a title of 300 characters takes little more room than one of 80.
 * @param length characters
 */
export const titleSize = (length: number): number =>
  Math.max(2, Math.min(7.4, 32 / Math.max(1, length) ** 0.42));

/** How large a domain stands so that it takes one line of `width`, in the unit of `width`. */
export const domainSize = (length: number, width: number, most: number): number =>
  Math.max(most / 4, Math.min(most, width / (0.6 * Math.max(1, length))));
