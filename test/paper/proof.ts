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
  /** By the one that reads more of them; what one misses and the other reads is missed. */
  better: number;
}

export function count(readings: readonly Reading[], expected: string): Count {
  const of = (read: (reading: Reading) => boolean) => readings.filter(read).length;
  const jsqr = of((reading) => reading.jsqr === expected);
  const zbar = of((reading) => reading.zbar === expected);
  return { pictures: readings.length, jsqr, zbar, better: Math.max(jsqr, zbar) };
}

/** What was read that does not stand there: worse than nothing. */
export const misread = (readings: readonly Reading[], expected: string): string[] =>
  readings.flatMap(({ name, jsqr, zbar }) =>
    [jsqr, zbar]
      .filter((text) => text !== undefined && text !== expected)
      .map((text) => `${name}: ${text}`),
  );

/** Line by line, by group; then what each of the two could not read. */
export function table(title: string, readings: readonly Reading[], expected: string): string {
  const line = (name: string, { pictures, jsqr, zbar }: Count) =>
    name.padEnd(24) + [pictures, jsqr, zbar].map((sum) => String(sum).padStart(9)).join('');
  const groups = [...new Set(readings.map(({ group }) => group))];
  const unread = (['jsqr', 'zbar'] as const).flatMap((decoder) => {
    const names = readings.filter((one) => one[decoder] !== expected).map(({ name }) => name);
    return names.length ? [`not by ${decoder}: ${names.join(', ')}`] : [];
  });
  return [
    `\n${title.padEnd(24)} pictures     jsQR     zbar`,
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
    ...unread,
  ].join('\n');
}
