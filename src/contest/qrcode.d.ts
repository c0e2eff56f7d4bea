/** The encoder inside the `qrcode` package; its published types know only the renderers. */
declare module 'qrcode/lib/core/qrcode' {
  /** Encodes with error correction M. Throws where no symbol holds the text. */
  export function create(text: string): {
    version: number;
    modules: { size: number; data: Uint8Array };
  };
}
