/** What is wrong with a definition, an attribute or an answer, in words for the page's makers. Pure. */

export type ErrorCode =
  'network' | 'timeout' | 'too-large' | 'not-json' | 'invalid' | 'host' | 'insecure' | 'stale';

export interface Fault {
  code: ErrorCode;
  /** The field or attribute: `documents[0].url`, `unit`. */
  path?: string;
  message: string;
}

/** A fault that names the field, what was expected there and what was found. */
export function fault(
  path: string,
  expected: string,
  got?: unknown,
  code: ErrorCode = 'invalid',
): Fault {
  // Objects are not written out: they may be nested deeper than can be written.
  const found =
    typeof got === 'object' && got
      ? 'an object or a list'
      : (JSON.stringify(got)?.slice(0, 99) ?? 'nothing');
  return { code, path, message: `${path}: expected ${expected}, got ${found}` };
}
