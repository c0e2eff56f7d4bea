/** What the editor has to know of the site: its contests, its unit and what it has pinned. */

import apiFetch from '@wordpress/api-fetch';
import { useEffect, useState } from '@wordpress/element';

export interface Site {
  /** Address of the contests' definitions; an id or `current` goes behind it. */
  root: string;
  /** The site's unit code. */
  unit: string;
  /** `vi` or `en`: what a banner speaks where none is chosen. */
  lang: string;
  /** Host names that a way in may lead to, separated by spaces. */
  ways: string;
  /** Host names that any link may lead to, separated by spaces. */
  hosts: string;
  contests: Registered[];
  /** Address of the settings page; empty for whoever may not open it. */
  settings: string;
}

export interface Registered {
  id: string;
  title: string;
  phase: string;
  /** Ids that its source has given up since; a block may still have one. */
  former?: string[];
}

export interface Answer {
  site?: Site;
  /** What went wrong, in words. */
  error?: string;
}

/** One request for all banners of a page. */
let asked: Promise<Site> | undefined;

const ask = (): Promise<Site> =>
  (asked ??= apiFetch<Site>({ path: '/contest-banner/v1/contests' }).catch((error: unknown) => {
    asked = undefined;
    throw error;
  }));

/** Whether an id is, or was, that of a contest. */
export const isOf = (chosen: string, { id, former = [] }: Registered): boolean =>
  id === chosen || former.includes(chosen);

/** The site, once it has answered, and a function to ask again. */
export function useSite(): [Answer, () => void] {
  const [answer, setAnswer] = useState<Answer>({});
  const read = () => {
    setAnswer({});
    ask().then(
      (site) => setAnswer({ site }),
      (error: Error) => setAnswer({ error: error.message }),
    );
  };
  useEffect(read, []);
  return [answer, read];
}
