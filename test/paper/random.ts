/** Numbers that look random and are the same at every run. */

export interface Random {
  /** From 0 up to, not including, 1. */
  (): number;
}

/** Mulberry32: 32 bits of state are plenty for a few million grains of noise. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const between = (random: Random, least: number, most: number): number =>
  least + (most - least) * random();

/**
 * Normally distributed numbers with mean 0 and deviation 1, out of a table: a picture takes close to
 * a million, and logarithms would take longer than all the rest.
 */
export const grain =
  (random: Random): (() => number) =>
  () =>
    table[(random() * GRAINS) | 0]!;

const GRAINS = 1 << 14;

const table = ((random) =>
  Float32Array.from(
    { length: GRAINS },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  ))(seeded(1));
