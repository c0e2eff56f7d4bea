/** Figures of many runs, made one. */

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** The median of each field. @param {Record<string, number>[]} runs */
export const medians = (runs) =>
  Object.fromEntries(
    Object.keys(runs[0]).map((name) => [name, median(runs.map((run) => run[name]))]),
  );

export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
