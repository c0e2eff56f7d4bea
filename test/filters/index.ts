/** What portals do to the HTML that a webmaster pastes into an article. */

import { nukeviet } from './nukeviet.ts';
import { rules, whitelist } from './whitelists.ts';

export interface Filter {
  name: string;
  apply(html: string): string;
}

export const filters: readonly Filter[] = [
  { name: 'NukeViet 4.5', apply: nukeviet },
  ...rules.map((one) => ({ name: one.name, apply: whitelist(one) })),
];
