export const groups = [];
