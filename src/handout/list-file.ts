/**
 * The text of a file with a list, whatever spreadsheet it comes from: UTF-8, UTF-16 (Excel's “Unicode
 * Text”) or Windows-1258. TCVN3 (ABC) and VNI say other letters with the same bytes, and no browser
 * reads them: they are told from a list by signs that no Vietnamese text has. Pure.
 */

export type ListFile =
  | { text: string }
  /** A workbook is no text; letters that are none are of an encoding that nobody reads here. */
  | { fault: 'workbook' | 'encoding' };

/** Vietnamese letters, their marks apart, and what stands between them. */
const VIETNAMESE =
  /^[\t\n\r\x20-\x7eđĐ\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u00a0«»°§–—‘’“”…·]*$/;

const begins = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return;
  }
};

/** Of UTF-16 without a mark: every other byte of ASCII is zero. */
function wide(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.subarray(0, 2000).entries()) if (!byte) zeros[index % 2]!++;
  if (!zeros[0] && !zeros[1]) return;
  return zeros[1]! >= zeros[0]! ? 'utf-16le' : 'utf-16be';
}

export function readListFile(bytes: Uint8Array): ListFile {
  // A zip (.xlsx, .ods), and the container of .xls and .doc.
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { fault: 'workbook' };
  const utf16 = begins(bytes, 0xff, 0xfe)
    ? 'utf-16le'
    : begins(bytes, 0xfe, 0xff)
      ? 'utf-16be'
      : wide(bytes);
  const unicode = decoded(bytes, utf16 ?? 'utf-8');
  if (unicode !== undefined) return { text: unicode };
  const legacy = decoded(bytes, 'windows-1258')?.normalize('NFD');
  return legacy !== undefined && VIETNAMESE.test(legacy)
    ? { text: legacy.normalize() }
    : { fault: 'encoding' };
}
