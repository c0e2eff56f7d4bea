/**
 * The pictures for portals that take nothing but a picture: what the contest is, until when, its
 * domain and its QR code, in the sizes portals use. Pure; how wide a text is comes from outside.
 */

import { encode } from '../contest/qr.ts';
import { epoch } from '../contest/instant.ts';
import { moment } from '../contest/wording.ts';
import { vi } from '../locales/vi.ts';
import type { Drawing, Shape } from './drawing.ts';
import { fit, type Measure } from './fit.ts';
import { beginOf, endOf, markOf, noticeOf, wayOf, type Handout } from './handout.ts';

export interface Size {
  width: number;
  height: number;
  /** Without a code, which could not be read as narrow as this, and without weekdays. */
  bare?: true;
}

/** For a side column. */
export const NARROW_SIZE: Size = { width: 400, height: 640 };

/** For a column of 160 px, where it has two px for one: what it says must be read at half its size. */
export const NARROWEST_SIZE: Size = { width: 320, height: 640, bare: true };

/** A strip, a square, a side column, the narrowest one. */
export const BANNER_SIZES: readonly Size[] = [
  { width: 1200, height: 480 },
  { width: 800, height: 800 },
  NARROW_SIZE,
  NARROWEST_SIZE,
];

/** Px that a code needs on screen: a module, and overall with its quiet zone. */
const LEAST = { module: 4, code: 150 };

/** Under the code. */
const SCAN = 'Quét mã để vào thi';

/** What messengers and social networks show beside a link. */
export const SHARE_SIZE: Size = { width: 1200, height: 630 };

export const sizeName = ({ width, height }: Size): string => `${width}x${height}`;

const GROUND = '#bd151c';
const SHADE = '#a81118';
/** Of the pattern: near the ground, so that text may stand on it. */
const PATTERN = '#cc3a37';
const GOLD = '#f7cf6b';
const DARK = '#6d0a0f';
const WHITE = '#fff';
const BLACK = '#000';

/** The face of a bronze drum, cut by the corner. */
function drum(x: number, y: number, radius: number): Shape[] {
  const ring = (part: number, width: number, dash?: [number, number]): Shape => ({
    kind: 'ring',
    x,
    y,
    radius: radius * part,
    width: radius * width,
    stroke: PATTERN,
    ...(dash && { dash: [radius * dash[0], radius * dash[1]] as [number, number] }),
  });
  return [
    { kind: 'ring', x, y, radius: radius / 2, width: radius, stroke: SHADE },
    ring(0.16, 0.14, [0.03, 0.055]),
    ring(0.3, 0.008),
    ring(0.33, 0.008),
    ring(0.42, 0.09, [0.02, 0.03]),
    ring(0.5, 0.008),
    ring(0.53, 0.014),
    ring(0.64, 0.1, [0.012, 0.05]),
    ring(0.74, 0.008),
    ring(0.77, 0.014),
    ring(0.88, 0.12, [0.03, 0.02]),
    ring(0.97, 0.008),
    ring(0.995, 0.014),
  ];
}

/** Whole px a module, as many as a side has room for. */
const scaleOf = (side: number, modules: number): number => Math.max(1, Math.floor(side / modules));

/** The code on white with its quiet zone, and what it is under it. */
function panel(way: string, x: number, y: number, side: number, measure: Measure): Shape[] {
  const symbol = encode(way);
  if (!symbol) return [];
  const scale = scaleOf(side, symbol.size);
  const code = scale * symbol.size;
  const caption = fit(
    SCAN,
    { width: code, height: side },
    [Math.round(side * 0.085), 12],
    600,
    measure,
  );
  const foot = caption.lines.length * caption.lineHeight;
  const left = x + Math.floor((side - code) / 2);
  const height = code + foot + caption.size * 0.6;
  return [
    { kind: 'box', x: left, y, width: code, height, radius: side * 0.04, fill: WHITE },
    { kind: 'path', path: symbol.path, x: left, y, scale, fill: BLACK },
    ...caption.lines.map<Shape>((line, index) => ({
      kind: 'text',
      x: left + code / 2,
      y: y + code + caption.lineHeight * index + caption.size * 0.95,
      text: line.text,
      width: line.width,
      size: caption.size,
      weight: 600,
      middle: true,
      fill: BLACK,
    })),
  ];
}

/** How high the panel of a code is, for a side. */
const PANEL = 1.17;

const isWide = ({ width, height }: Size): boolean => width > height * 1.3;

const padOf = ({ width, height }: Size): number => Math.round(Math.min(width, height) * 0.08);

/** Beside the code a strip has its edges, the others leave room for the text above it. */
function sideOf(size: Size): number {
  const { width, height, bare } = size;
  if (bare) return 0;
  if (isWide(size)) return Math.floor((height - padOf(size)) / PANEL);
  return Math.floor(Math.min(width - 2 * padOf(size), height * (width < height ? 0.43 : 0.42)));
}

/** How wide a picture must be shown for its code to be read on screen, px. */
export function leastWidth(handout: Handout, size: Size): number {
  const symbol = size.bare ? undefined : encode(wayOf(handout));
  if (!symbol) return shownSize(size).width;
  const scale = scaleOf(sideOf(size), symbol.size);
  const share = Math.max(LEAST.module / scale, LEAST.code / (scale * symbol.size));
  return Math.ceil(size.width * share);
}

/** The size at which it stands on a page: the narrowest has two px for one. */
export const shownSize = ({ width, height, bare }: Size): Size =>
  bare ? { width: width / 2, height: height / 2 } : { width, height };

/** Beside each other where it is wide, below each other where it is high. */
export function picture(handout: Handout, size: Size, measure: Measure): Drawing {
  const { definition } = handout;
  const { width, height, bare } = size;
  const wide = isWide(size);
  const pad = padOf(size);
  const way = wayOf(handout);

  // While it is suspended there is no code, and its room goes to the text.
  const side = way ? sideOf(size) : 0;
  const codeX = wide ? width - pad - side : Math.floor((width - side) / 2);
  const codeY = wide ? Math.floor(pad / 2) : height - pad - Math.floor(side * PANEL);
  const room = {
    width: wide ? codeX - 2 * pad : width - 2 * pad,
    height: (wide ? height - pad : codeY) - 1.5 * pad,
  };

  const zone = definition.timeZone;
  const extended = definition.extendedFrom && epoch(definition.extendedFrom) < endOf(definition);
  const dates = [
    `Từ ${moment(beginOf(definition), vi, { zone })}`,
    `${extended ? vi.extended : vi.until} ${moment(endOf(definition), vi, { zone, ends: true })}`,
  ].map((text) => (bare ? text.replace(/ \([^)]*\)$/, '') : text));
  const base = Math.sqrt(room.width * room.height) / 10;
  const small = Math.max(14, Math.round(base * (bare ? 0.6 : 0.46)));
  const label = fit(
    (definition.organizer ?? vi.contest).toLocaleUpperCase('vi'),
    { width: room.width, height: room.height * 0.2 },
    [small, 11],
    600,
    measure,
  );
  // At the size of the longer one, so that neither stands out by chance.
  const dateRoom = { width: room.width - small * 2, height: small * (bare ? 4 : 3) };
  const dateSizes = [Math.round(base * (bare ? 0.7 : 0.5)), bare ? 24 : 12] as const;
  const dateSize = Math.min(
    ...dates.map((text) => fit(text, dateRoom, dateSizes, 700, measure).size),
  );
  const date = dates
    .map((text) => fit(text, dateRoom, [dateSize, dateSizes[1]], 700, measure))
    .reduce((one, other) => ({ ...one, lines: [...one.lines, ...other.lines] }));
  const dateHeight = date.lines.length * date.lineHeight + small * 0.7;
  const domain = fit(
    way ? new URL(way).host : noticeOf(definition),
    { width: room.width, height: small * (way ? 3 : 6) },
    [Math.round(base * (bare ? 0.75 : 0.56)), bare ? 24 : 12],
    600,
    measure,
  );
  const taken =
    label.lines.length * label.lineHeight +
    dateHeight +
    domain.lines.length * domain.lineHeight +
    small * 2;
  const title = fit(
    definition.title,
    { width: room.width, height: room.height - taken },
    [Math.round(base * 2), 13],
    700,
    measure,
  );

  const shapes: Shape[] = [
    { kind: 'box', x: 0, y: 0, width, height, fill: GROUND },
    ...(wide
      ? drum(codeX + side / 2, height / 2, height * 0.62)
      : drum(width / 2, codeY + side / 2, width * 0.62)),
  ];
  // Beside the code the text stands in the middle, above it at the top.
  const left = room.height - taken - title.lines.length * title.lineHeight;
  let y = pad + Math.max(0, left / (wide ? 2 : 3));
  const write = (
    { lines, size: textSize, lineHeight }: ReturnType<typeof fit>,
    weight: number,
    fill: string,
    x = pad,
  ) => {
    for (const line of lines) {
      shapes.push({
        kind: 'text',
        x,
        y: y + textSize,
        text: line.text,
        width: line.width,
        size: textSize,
        weight,
        fill,
      });
      y += lineHeight;
    }
  };
  write(label, 600, GOLD);
  y += small * 0.4;
  write(title, 700, WHITE);
  y += small * 0.6;
  shapes.push({
    kind: 'box',
    x: pad,
    y,
    width: Math.max(...date.lines.map((line) => line.width)) + small * 1.6,
    height: dateHeight,
    radius: small * 0.5,
    fill: GOLD,
  });
  y += small * 0.3;
  write(date, 700, DARK, pad + small * 0.8);
  y += small * 0.9;
  write(domain, 600, WHITE);
  if (side) shapes.push(...panel(way, codeX, codeY, side, measure));

  return {
    width,
    height,
    title: `${definition.title}. ${dates.join('. ')}. ${way || noticeOf(definition)}`,
    mark: markOf(definition),
    shapes,
  };
}

/** The code alone, on white with its quiet zone. @param module px a module */
export function codePicture(handout: Handout, module: number): Drawing {
  const way = wayOf(handout);
  const symbol = encode(way);
  if (!symbol)
    throw new RangeError(
      `url: expected an address that a QR code holds, got ${way.length} characters`,
    );
  const side = symbol.size * module;
  return {
    width: side,
    height: side,
    title: vi.qr(way),
    mark: markOf(handout.definition),
    shapes: [
      { kind: 'box', x: 0, y: 0, width: side, height: side, fill: WHITE },
      { kind: 'path', path: symbol.path, x: 0, y: 0, scale: module, fill: BLACK },
    ],
  };
}
