/** Texts in files that are read line by line. Pure. */

/** A text on one line, whatever it was pasted from. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
