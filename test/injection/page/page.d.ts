/** What specs use of the pages' own files, which are JavaScript. */

declare module '*/page/build.js' {
  import type { Place } from '../places.ts';
  export const definitionWith: (place: Place, text: string) => object;
}

declare module '*/page/strings.js' {
  export const stringsOf: (vectors: unknown) => string[];
}
