/** All cases of one sheet, read by both decoders. */

import { cases, type Case } from './cases.ts';
import { readByZbar, SIZES } from './decoders.ts';
import type { Poster } from './picture.ts';
import { fileOf, type Message } from './task.ts';
import { inThreads } from './threads.ts';

/** What was read in a picture; undefined where nothing was. */
export interface Reading {
  group: string;
  name: string;
  jsqr: string | undefined;
  zbar: string | undefined;
}

/** Takes the pictures of some cases and reads them. */
export async function readAll(
  poster: Poster,
  folder: string,
  some: readonly Case[] = cases,
): Promise<Reading[]> {
  const numbers = some.map((one) => cases.indexOf(one));
  const jsqr = await inThreads<Message, string | undefined>(
    '/test/paper/task.ts',
    { poster, folder },
    numbers.map((number) => ({ number })),
  );
  const zbar = await readByZbar(
    folder,
    numbers.map((number) => SIZES.map((size) => fileOf(number, size))),
  );
  return some.map(({ group, name }, at) => ({ group, name, jsqr: jsqr[at], zbar: zbar[at] }));
}

/** How many pictures there are, and how many of them were read. */
export interface Count {
  pictures: number;
  jsqr: number;
  zbar: number;
  /** By one of the two, at least. */
  better: number;
}

export function count(readings: readonly Reading[], expected: string): Count {
  const of = (read: (reading: Reading) => boolean) => readings.filter(read).length;
  return {
    pictures: readings.length,
    jsqr: of(({ jsqr }) => jsqr === expected),
    zbar: of(({ zbar }) => zbar === expected),
    better: of(({ jsqr, zbar }) => [jsqr, zbar].includes(expected)),
  };
}

/** What was read that does not stand there: worse than nothing. */
export const misread = (readings: readonly Reading[], expected: string): string[] =>
  readings.flatMap(({ name, jsqr, zbar }) =>
    [jsqr, zbar]
      .filter((text) => text !== undefined && text !== expected)
      .map((text) => `${name}: ${text}`),
  );

/** Line by line, by kind of damage; then those that nobody could read. */
export function table(title: string, readings: readonly Reading[], expected: string): string {
  const line = (name: string, { pictures, jsqr, zbar, better }: Count) =>
    name.padEnd(24) + [pictures, jsqr, zbar, better].map((sum) => String(sum).padStart(9)).join('');
  const groups = [...new Set(readings.map(({ group }) => group))];
  const unread = readings.filter(({ jsqr, zbar }) => ![jsqr, zbar].includes(expected));
  return [
    `\n${title.padEnd(24)} pictures     jsQR     zbar   better`,
    ...groups.map((group) =>
      line(
        group,
        count(
          readings.filter((reading) => reading.group === group),
          expected,
        ),
      ),
    ),
    line('all', count(readings, expected)),
    ...(unread.length ? [`unread: ${unread.map(({ name }) => name).join(', ')}`] : []),
  ].join('\n');
}
