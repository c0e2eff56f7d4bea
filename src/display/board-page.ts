/** The script of `board.html`. */

export {};
