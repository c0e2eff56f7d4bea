/** Whether a banner is whole: what a visitor would complain about, in words. */

/**
 * Looks at the one banner of a document that is on screen. It is put into pages as text, so that it
 * runs in every browser: nothing from outside may be used in it.
 */
function complaints(view: Window & typeof globalThis, needed: readonly string[]): string[] {
  const page = view.document;
  /** The banner, in whatever shadow root of the page it stands. */
  const search = (within: ParentNode): Element | undefined =>
    within.querySelector('contest-banner') ??
    [...within.querySelectorAll('*')]
      .map(({ shadowRoot }) => shadowRoot && search(shadowRoot))
      .find((found) => !!found) ??
    undefined;
  const host = search(page);
  const root = host?.shadowRoot?.querySelector('.root');
  if (!host || !root) return ['nothing is drawn'];
  const found = new Set<string>();

  /** The element around it, out of any shadow root. */
  const around = (element: Element): Element | null =>
    element.assignedSlot ??
    element.parentElement ??
    ((element.getRootNode() as ShadowRoot).host as Element | undefined) ??
    null;

  const rgb = (color: string) => (/[\d.]+/g[Symbol.match](color) ?? []).map(Number);
  const luminance = (color: string): number => {
    const [r, g, b] = rgb(color).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const ground = (element: Element): string => {
    for (let at: Element | null = element; at; at = around(at)) {
      const color = view.getComputedStyle(at).backgroundColor;
      if ((rgb(color)[3] ?? 1) > 0.99) return color;
    }
    return 'rgb(255, 255, 255)';
  };
  const contrast = (element: Element): number => {
    const style = view.getComputedStyle(element);
    const color = style.getPropertyValue('-webkit-text-fill-color') || style.color;
    const [light, dark] = [luminance(color), luminance(ground(element))].sort((a, b) => b - a);
    return (rgb(color)[3] ?? 1) < 0.99 ? 0 : (light! + 0.05) / (dark! + 0.05);
  };

  const edge = page.documentElement.clientWidth;
  const bounds = root.getBoundingClientRect();
  if (bounds.left < -1 || bounds.right > edge + 1)
    found.add(`it sticks out of the page: ${bounds.left} to ${bounds.right} of ${edge} px`);

  const lines: { rect: DOMRect; text: string }[] = [];
  const read = (shadow: ShadowRoot): void => {
    const texts = page.createTreeWalker(shadow, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement;
      // What is for paper or for screen readers only, and what is there in case of no script.
      if (!text || !parent || parent.closest('.spoken, .printed, style')) continue;
      const said = text.slice(0, 30);
      const { fontSize, lineHeight } = view.getComputedStyle(parent);
      if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        found.add(`not to be seen: ${said}`);
      if (parseFloat(fontSize) < 11) found.add(`${fontSize} small: ${said}`);
      if (parseFloat(lineHeight) < parseFloat(fontSize) * 1.19)
        found.add(`lines of ${lineHeight} for letters of ${fontSize}: ${said}`);
      if (contrast(parent) < 4.5)
        found.add(`a contrast of ${contrast(parent).toFixed(1)}: ${said}`);
      const range = page.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 1) continue;
        const out = Math.max(
          bounds.left - rect.left,
          rect.right - bounds.right,
          bounds.top - rect.top,
          rect.bottom - bounds.bottom,
        );
        if (out > 1) found.add(`cut off by ${out.toFixed(0)} px: ${said}`);
        // The middle of a line is what is seen of it; boxes of letters may well touch.
        const { x, y, width, height } = rect;
        lines.push({ rect: new DOMRect(x, y + height * 0.3, width, height * 0.4), text: said });
      }
    }
    for (const inner of shadow.querySelectorAll('*')) if (inner.shadowRoot) read(inner.shadowRoot);
  };
  read(host.shadowRoot!);
  for (let index = 0; index < lines.length; index++)
    for (const b of lines.slice(index + 1)) {
      const a = lines[index]!;
      const wide = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
      const high = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top);
      if (wide > 1 && high > 1) found.add(`one over the other: ${a.text}, ${b.text}`);
    }

  for (const name of needed) {
    const part = root.querySelector(`[part~="${name}"]`);
    const { width = 0, height = 0 } = part?.getBoundingClientRect() ?? {};
    if (width < 20 || height < 15) found.add(`no ${name}`);
  }

  const code = root.querySelector('[part~=qr]')?.getBoundingClientRect();
  if (code && (code.left < bounds.left || code.right > bounds.right))
    found.add('the QR code is cut off');

  const way = root.querySelector('[part=enter]');
  if (way) {
    way.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, width, height } = way.getBoundingClientRect();
    const hit = host.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
    if (!hit || !way.contains(hit)) found.add('something lies over the way in');
    if (height < 44) found.add(`the way in is ${height} px high`);
  }
  return [...found];
}

/** What an open contest's banner must show. */
const PARTS = ['title', 'dates', 'countdown', 'enter', 'documents'];

/** The expression that lists what is wrong with the banner of a window: `window`, `frames[1]`. */
export const complaintsIn = (view = 'window', needed: readonly string[] = PARTS): string =>
  `(${complaints})(${view}, ${JSON.stringify(needed)})`;
