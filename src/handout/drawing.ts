/** A picture as a list of shapes, drawn alike as SVG and on a canvas. Pure. */

import { markup } from './markup.ts';

export type Shape =
  | {
      kind: 'box';
      x: number;
      y: number;
      width: number;
      height: number;
      radius?: number;
      fill: string;
    }
  | { kind: 'path'; path: string; x: number; y: number; scale: number; fill: string }
  /** Rings around a point: radius, width, and lengths of dash and gap. */
  | {
      kind: 'ring';
      x: number;
      y: number;
      radius: number;
      width: number;
      dash?: [number, number];
      stroke: string;
    }
  /** `y` is the base line; `width` what the text measured, so that other fonts keep to it. */
  | {
      kind: 'text';
      x: number;
      y: number;
      text: string;
      size: number;
      weight: number;
      width: number;
      middle?: boolean;
      fill: string;
    };

export interface Drawing {
  width: number;
  height: number;
  /** For those who do not see it. */
  title: string;
  /** `ID@REVISION`. */
  mark: string;
  shapes: Shape[];
}

/** Fonts that carry Vietnamese with its stacked accents. */
const FONT = "'Noto Sans', 'Segoe UI', Roboto, Arial, sans-serif";

/** @returns a whole SVG document */
export function toSvg({ width, height, title, mark, shapes }: Drawing): string {
  const drawn = shapes.map((shape) => {
    switch (shape.kind) {
      case 'box':
        return markup`<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" rx="${shape.radius ?? 0}" fill="${shape.fill}"/>\n`;
      case 'path':
        return markup`<path transform="translate(${shape.x} ${shape.y}) scale(${shape.scale})" shape-rendering="crispEdges" fill="${shape.fill}" d="${shape.path}"/>\n`;
      case 'ring':
        return markup`<circle cx="${shape.x}" cy="${shape.y}" r="${shape.radius}" fill="none" stroke="${shape.stroke}" stroke-width="${shape.width}"${shape.dash ? markup` stroke-dasharray="${shape.dash.join(' ')}"` : ''}/>\n`;
      case 'text':
        return markup`<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" font-weight="${shape.weight}" textLength="${shape.width}" lengthAdjust="spacingAndGlyphs"${shape.middle ? markup` text-anchor="middle"` : ''} fill="${shape.fill}">${shape.text}</text>\n`;
    }
  });
  return markup`<svg xmlns="http://www.w3.org/2000/svg" data-contest="${mark}" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">
<title>${title}</title>
${drawn}</svg>
`.text;
}

/** What of a canvas is needed. */
type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export const fontOf = (size: number, weight: number): string => `${weight} ${size}px ${FONT}`;

/** Draws at the size that the drawing has, from the corner on. */
export function paint({ shapes }: Drawing, context: Context): void {
  for (const shape of shapes) {
    context.save();
    context.beginPath();
    switch (shape.kind) {
      case 'box':
        context.fillStyle = shape.fill;
        context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius ?? 0);
        context.fill();
        break;
      case 'path':
        context.fillStyle = shape.fill;
        context.translate(shape.x, shape.y);
        context.scale(shape.scale, shape.scale);
        context.fill(new Path2D(shape.path));
        break;
      case 'ring':
        context.strokeStyle = shape.stroke;
        context.lineWidth = shape.width;
        context.setLineDash(shape.dash ?? []);
        context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
        context.stroke();
        break;
      case 'text':
        context.fillStyle = shape.fill;
        context.font = fontOf(shape.size, shape.weight);
        context.textAlign = shape.middle ? 'center' : 'left';
        context.fillText(shape.text, shape.x, shape.y);
    }
    context.restore();
  }
}
