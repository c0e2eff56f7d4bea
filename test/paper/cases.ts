/**
 * The pictures: every kind of damage alone, every two together, and all six at once. Strengths are
 * those of `degrade.ts`, seeds are fixed: the same sheet gives the same pictures at every run.
 */

import { between, seeded, type Random } from './random.ts';

export const KINDS = ['photocopy', 'crease', 'tilt', 'blur', 'dim', 'jpeg'] as const;

export type Kind = (typeof KINDS)[number];

/** From how far away: where the whole sheet would fit, closer, where the code fills the picture. */
export const DISTANCES = ['sheet', 'closer', 'code'] as const;

export interface Case {
  name: string;
  group: string;
  seed: number;
  distance: (typeof DISTANCES)[number];
  /** From 0 to 1, of what is done to it. */
  strengths: Partial<Record<Kind, number>>;
}

/** The worst of each, where the strength is 1. */
export const MOST = {
  /** Times through the photocopier: the unit copies what the Office had copied. */
  copies: 2,
  /** Degrees, about any line on the sheet. */
  tilt: 30,
  /** Degrees that the phone is turned, besides. */
  turn: 20,
  /**
   * Deviation in modules. On the poster, where a module is 2 mm, that is 0.7 mm: only the largest
   * text beside the code can still be read.
   */
  blur: 0.35,
  /** JPEG quality; the same for every strength. */
  quality: 40,
};

/** FNV-1a: a seed that comes of the name alone, so that a case added changes no other. */
const hash = (text: string): number =>
  [...text].reduce((sum, sign) => Math.imul(sum ^ sign.charCodeAt(0), 16777619), 2166136261) >>> 0;

/** So many cases of one group; the strengths as its rule says. */
const series = (
  group: string,
  count: number,
  strengths: (step: number, random: Random) => Case['strengths'],
): Case[] =>
  Array.from({ length: count }, (_, index) => {
    const name = `${group} ${index + 1}`;
    const seed = hash(name);
    return {
      name,
      group,
      seed,
      distance: DISTANCES[index % DISTANCES.length]!,
      strengths: strengths((index + 1) / count, seeded(seed ^ 1)),
    };
  });

/** From a third of the worst to the worst. */
const growing = (step: number): number => 0.3 + 0.7 * step;

const alone = KINDS.map((kind) => series(kind, 24, (step) => ({ [kind]: growing(step) })));

const pairs = KINDS.flatMap((first, index) =>
  KINDS.slice(index + 1).map((second) =>
    series(`${first} + ${second}`, 8, (step) => ({
      [first]: growing(step),
      [second]: growing(step),
    })),
  ),
);

/** Each by chance: no sheet has met the worst of everything. */
const together = series('all six', 60, (_, random) =>
  Object.fromEntries(KINDS.map((kind) => [kind, between(random, 0.1, 1)])),
);

const groups: readonly Case[][] = [...alone, ...pairs, together];

export const cases: readonly Case[] = groups.flat();

/**
 * One of several equal parts: as many of each group, from each distance. The worst of the groups, their
 * last ones, go to each part in turn.
 */
export const share = (part: number, parts: number): Case[] =>
  groups.flatMap((group, turn) => group.filter((_, at) => (at + turn) % parts === part));
