import { html, LitElement, nothing, unsafeCSS } from 'lit';
import { encode, modulePixels } from '../contest/qr.ts';
import { messagesFor } from '../locales/index.ts';
import styles from './contest-qr.css?inline';
import { languageOf } from './language.ts';

/**
 * A QR code that stays readable: dark on white with its quiet zone, whole pixels a module, whatever
 * theme, dark mode, forced colours or printer do.
 *
 * @summary A QR code drawn as one SVG path.
 * @tagname contest-qr
 */
export class ContestQr extends LitElement {
  static override styles = unsafeCSS(styles);

  static override properties = {
    value: {},
    label: {},
    size: {},
    language: { attribute: 'lang' },
  };

  /** What the code says, character for character. Nothing is drawn without it. */
  declare value: string | undefined;

  /** Name for assistive technology. Default: that the code leads to its value. */
  declare label: string | undefined;

  /** Side of the picture in px at most; the code takes what whole pixels a module allow. @type {number} */
  declare size: number | string | undefined;

  /** `vi` or `en`; where it is not set, the nearest `lang` up the page. */
  declare protected language: string | null | undefined;

  override render() {
    const symbol = encode(this.value ?? '');
    if (!symbol) return nothing;
    const { size, path } = symbol;
    // No screen is larger, and no picture has a side without end.
    const most = Math.min(this.size as number, 9999) || 0;
    const side = size * modulePixels(size, most || Infinity, most, 1);
    const name = this.label || messagesFor(languageOf(this)).qr(this.value!);
    return html`<svg
      role="img"
      aria-label=${name}
      width=${side}
      height=${side}
      viewBox=${`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d=${`M0 0h${size}v${size}H0z`} />
      <path d=${path} />
    </svg>`;
  }
}
