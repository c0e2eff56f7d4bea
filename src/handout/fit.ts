/** Breaks a text into lines and finds the largest size at which they fit. Pure. */

/** @returns width in px of a text at a size and weight */
export type Measure = (text: string, size: number, weight: number) => number;

export interface Fitted {
  size: number;
  lineHeight: number;
  lines: { text: string; width: number }[];
}

/** Vietnamese stacks its accents (Ể, Ẫ, Ộ), and lines must not touch. */
const LINE_HEIGHT = 1.32;

/** Words that are wider than the room are broken between characters. */
function breakLines(text: string, room: number, width: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (width(longer) <= room) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const character of word) {
      if (line && width(line + character) > room) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  if (line) lines.push(line);
  return lines;
}

/** Lines of nearly one length: the narrowest room in which there are no more of them. */
function balance(text: string, room: number, width: (text: string) => number): string[] {
  const best = breakLines(text, room, width);
  let [low, high] = [room / 2, room];
  while (high - low > room / 50) {
    const middle = (low + high) / 2;
    if (breakLines(text, middle, width).length > best.length) low = middle;
    else high = middle;
  }
  return breakLines(text, high, width);
}

/**
 * @param sizes font size in px: the largest, and the one below which it does not go
 * @returns at the least size it may be higher than the room; nothing is ever left out
 */
export function fit(
  text: string,
  room: { width: number; height: number },
  [most, least]: readonly [number, number],
  weight: number,
  measure: Measure,
): Fitted {
  for (let size = most; ; size = Math.max(least, Math.floor(size * 0.94))) {
    const width = (part: string) => measure(part, size, weight);
    const lines = breakLines(text, room.width, width);
    const lineHeight = size * LINE_HEIGHT;
    if (size <= least || lines.length * lineHeight <= room.height)
      return {
        size,
        lineHeight,
        lines: balance(text, room.width, width).map((line) => ({ text: line, width: width(line) })),
      };
  }
}
