/** What poster and board draw alike. */

import { html, nothing, type TemplateResult } from 'lit';
import { isLocalHost } from '../contest/address.ts';
import { encode } from '../contest/qr.ts';
import type { Messages } from '../locales/index.ts';

/** The organizer writes in Vietnamese, as a rule, whatever the page around speaks. */
export const languageOfText = (text: string, t: Messages): string =>
  /[đơưạ-ỹ]/i.test(text) ? 'vi' : t.code;

/** A QR code as one path, as large as the style sheet says: dark on white with its quiet zone. */
export function codeView(address: string, t: Messages) {
  const symbol = encode(address);
  if (!symbol) return nothing;
  const { size, path } = symbol;
  return html`<svg
    role="img"
    aria-label=${t.qr(address)}
    viewBox=${`0 0 ${size} ${size}`}
    shape-rendering="crispEdges"
  >
    <path fill="#fff" d=${`M0 0h${size}v${size}H0z`} />
    <path fill="#000" d=${path} />
  </svg>`;
}

/** An address that is broken behind its dots and slashes where it is too long for a line. */
export const breakable = (text: string): TemplateResult[] =>
  text.split(/(?<=[./?&=])(?![./])/).map((piece) => html`<span class="piece">${piece}</span>`);

/** True where anyone on the way can listen in. */
export function isInsecure(address: string): boolean {
  const { hostname, protocol } = new URL(address);
  return protocol === 'http:' && !isLocalHost(hostname);
}

/** The domain as the browser writes it in its bar: ASCII, with the port where there is one. */
export const domainOf = (address: string): string => new URL(address).host;
