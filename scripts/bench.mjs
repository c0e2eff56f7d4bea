/**
 * What the element costs, beside what a webmaster would use instead, all in one run on one machine.
 * It judges nothing but that each figure in which others are ahead has its reason: times differ from
 * machine to machine, so compare those of one run.
 *
 *   npm run bench                       prints the tables
 *   npm run bench -- --write            writes them into docs/performance.md
 *   npm run bench -- --pictures FOLDER  keeps a picture of each page, to see that it works
 *   npm run bench -- --quick            measures next to nothing, to see that all of it runs
 *   npm run bench -- wordpress          what the plugin costs a page of a real WordPress
 */

import { parseArgs } from 'node:util';
import { writeDocument } from './bench/document.mjs';
import { measure } from './bench/measure.mjs';
import { report } from './bench/report.mjs';
import { benchWordPress } from './wordpress/bench.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean' },
    quick: { type: 'boolean' },
    pictures: { type: 'string' },
  },
});

if (positionals.includes('wordpress')) await benchWordPress();
else {
  const markdown = report(await measure(values));
  if (values.write) await writeDocument(markdown);
  else console.log(`\n${markdown}`);
}
