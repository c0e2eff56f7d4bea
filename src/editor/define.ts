/** Registers the editor. */
export {};
