/** Registers the poster and the board. */
export {};
