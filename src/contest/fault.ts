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
  const found = JSON.stringify(got);
  return { code, path, message: `${path}: expected ${expected}, got ${found?.slice(0, 99)}` };
}
