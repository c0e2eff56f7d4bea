/** The small case: a definition written in attributes, without JSON. Pure. */

import type { Fault } from '../contest/fault.ts';
import { parse, type Parsed } from '../contest/parse.ts';

export interface SmallCase {
  heading?: string | null | undefined;
  href?: string | null | undefined;
  opens?: string | null | undefined;
  closes?: string | null | undefined;
  rules?: string | null | undefined;
  banner?: string | null | undefined;
  bannerAlt?: string | null | undefined;
}

/** Which attribute a field of the definition came from. */
const ATTRIBUTES: Record<string, string> = {
  title: 'heading',
  url: 'href',
  'documents[0].url': 'rules',
  'banner.src': 'banner',
  'banner.alt': 'banner-alt',
};

/** Any year that is past will do: parse wants an opening, and the small case may have none. */
const LONG_AGO = '2000-01-01T00:00:00Z';

/** Whether the attributes are meant as a definition at all. */
export const isSmallCase = ({ heading, closes }: SmallCase): boolean => !!(heading || closes);

/**
 * Checks the attributes as a definition; faults name the attributes.
 */
export function parseSmallCase(given: SmallCase, local: boolean): Parsed {
  const { heading, href, opens, closes, rules, banner, bannerAlt } = given;
  const { contest, faults } = parse(
    {
      id: 'attributes',
      revision: 0,
      title: heading,
      url: href,
      opens: opens || LONG_AGO,
      closes,
      ...(rules && { documents: [{ kind: 'rules', title: 'rules', url: rules }] }),
      // The true proportions come with the picture; these hold its place until then.
      ...(banner && { banner: { src: banner, alt: bannerAlt || heading, width: 3, height: 1 } }),
    },
    local,
  );
  if (contest) {
    contest.id = '';
    if (!opens) delete (contest as { opens?: string }).opens;
    // Without a title of its own the document goes by its kind, in the reader's language.
    for (const document of contest.documents ?? []) document.title = '';
  }
  return { contest, faults: faults.map(inAttributes) };
}

function inAttributes(fault: Fault): Fault {
  const name = ATTRIBUTES[fault.path!] ?? fault.path!;
  return { ...fault, path: name, message: name + fault.message.slice(fault.path!.length) };
}
