/** From the shortcode to the block: when it is pasted, in classic content, and in a Shortcode block. */

import { createBlock } from '@wordpress/blocks';
import { next } from '@wordpress/shortcode';
import metadata from './block.json';

const SHORTCODE = 'contest_banner';

type Named = Record<string, string | undefined>;

/** The block's attributes and the names that the shortcode has for them. */
const names = new Map(Object.keys(metadata.attributes).map((name) => [name, name]));
names.set('className', 'class');

export const transforms = {
  from: [
    {
      type: 'shortcode',
      tag: SHORTCODE,
      attributes: Object.fromEntries(
        [...names].map(([attribute, name]) => [
          attribute,
          { type: 'string', shortcode: ({ named }: { named: Named }) => named[name] },
        ]),
      ),
    },
    {
      type: 'block',
      blocks: ['core/shortcode'],
      isMatch: ({ text = '' }) => next(SHORTCODE, text)?.content === text.trim(),
      transform: ({ text = '' }) => {
        const named: Named = next(SHORTCODE, text)?.shortcode.attrs.named ?? {};
        return createBlock(
          metadata.name,
          Object.fromEntries([...names].map(([attribute, name]) => [attribute, named[name]])),
        );
      },
    },
  ],
};
