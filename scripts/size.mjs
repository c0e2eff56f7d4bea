/**
 * Bytes of each shipped file, and the budget of the one that every visitor loads.
 * Fails where it is over. The bound follows the best size reached, plus 1%.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const BUDGET = { 'contest-banner.js': { gzip: 19183, brotli: 17208 } };

/** What a server would send that compresses as well as it can. */
export const gzip = (bytes) => gzipSync(bytes, { level: 9 });
export const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** @returns {{file: string, raw: number, gzip: number, brotli: number}[]} bytes; gzip -9, brotli -11 */
export function sizes(folder = 'dist') {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.js') && !/\d/.test(file))
    .map((file) => {
      const bytes = readFileSync(`${folder}/${file}`);
      return {
        file,
        raw: bytes.length,
        gzip: gzip(bytes).length,
        brotli: brotli(bytes).length,
      };
    });
}

/** @returns {string[]} a sentence for each bound that is broken */
function overBudget(measured) {
  return measured.flatMap(({ file, ...size }) =>
    Object.entries(BUDGET[file] ?? {})
      .filter(([kind, most]) => size[kind] > most)
      .map(([kind, most]) => `${file}: ${size[kind]} bytes ${kind}, expected at most ${most}`),
  );
}

function printSizes(measured) {
  console.log('file                      raw     gzip   brotli   budget (brotli)');
  for (const { file, raw, gzip, brotli } of measured)
    console.log(
      file.padEnd(20),
      ...[raw, gzip, brotli].map((n) => String(n).padStart(8)),
      String(BUDGET[file]?.brotli ?? '').padStart(8),
    );
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const measured = sizes();
  printSizes(measured);
  const over = overBudget(measured);
  for (const sentence of over) console.error(sentence);
  process.exitCode = over.length ? 1 : 0;
}
