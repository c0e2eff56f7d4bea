/**
 * The small case: a contest written into the block without a definition. Says what is wrong with it
 * by the element's own rules.
 */

import { __, sprintf } from '@wordpress/i18n';
import { isLocalHost, isOnHost, readAddress, readHosts } from '../../../../src/contest/address.ts';
import { readInstant } from '../../../../src/contest/instant.ts';
import type { Attributes } from './attributes.ts';
import type { Site } from './site.ts';

const FIELDS = ['heading', 'href', 'opens', 'closes', 'rules'] as const;
const NEEDED = ['heading', 'href', 'closes'] as const;

export type Field = (typeof FIELDS)[number];

export const EXAMPLE_INSTANT = '2024-12-13T16:30:00+07:00';

export const labels = (): Record<Field, string> => ({
  heading: __('Title', 'contest-banner'),
  href: __('Link', 'contest-banner'),
  opens: __('Opens', 'contest-banner'),
  closes: __('Closes', 'contest-banner'),
  rules: __('Rules', 'contest-banner'),
});

/** Whether the block means a contest of its own; as in PHP, a registered one that is chosen wins. */
export const isSmallCase = ({ contest, heading, closes }: Attributes): boolean =>
  !contest && !!(heading || closes);

/**
 * What is wrong, by field; each message names its field.
 * @param site where the administrator lets the way in (`ways`) and other links (`hosts`) lead
 */
export function problemsOf(
  attributes: Attributes,
  site: Pick<Site, 'ways' | 'hosts'>,
): Partial<Record<Field, string>> {
  const problems: Partial<Record<Field, string>> = {};
  if (!FIELDS.some((field) => attributes[field])) return problems;
  const label = labels();

  for (const field of NEEDED)
    if (!attributes[field])
      problems[field] = sprintf(
        /* translators: %s: name of a field */
        __('%s: must be filled in as well.', 'contest-banner'),
        label[field],
      );

  for (const field of ['opens', 'closes'] as const)
    if (attributes[field] && readInstant(attributes[field]) === undefined)
      problems[field] = sprintf(
        /* translators: 1: name of a field, 2: an example */
        __('%1$s: write date, time and offset, such as %2$s.', 'contest-banner'),
        label[field],
        EXAMPLE_INSTANT,
      );
  // Nothing is later than what is missing or wrong.
  if (readInstant(attributes.opens)! >= readInstant(attributes.closes)!)
    problems.closes = sprintf(
      /* translators: 1: name of the field that is wrong, 2: name of the field with the opening */
      __('%1$s: must be later than “%2$s”.', 'contest-banner'),
      label.closes,
      label.opens,
    );

  const ownHost = location.hostname;
  for (const field of ['href', 'rules'] as const) {
    if (!attributes[field]) continue;
    const pinned = readHosts(field === 'href' ? site.ways : site.hosts).hosts;
    const url = readAddress(attributes[field], false, isLocalHost(ownHost));
    if (!url)
      problems[field] = sprintf(
        /* translators: %s: name of a field */
        __('%s: write the whole address, beginning with https://.', 'contest-banner'),
        label[field],
      );
    else if (!isOnHost(url.hostname, [ownHost, ...pinned]))
      problems[field] = sprintf(
        /* translators: 1: name of a field, 2: a host name */
        __(
          '%1$s: %2$s is neither this site nor a host that an administrator has pinned.',
          'contest-banner',
        ),
        label[field],
        url.hostname,
      );
  }
  return problems;
}
