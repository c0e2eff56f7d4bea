/** The script of `poster.html`. */

export {};
