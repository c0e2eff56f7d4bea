/** Registers the block. Its metadata come from PHP, which has read block.json; PHP draws it too. */

import { registerBlockType } from '@wordpress/blocks';
import { __ } from '@wordpress/i18n';
import metadata from './block.json';
import { Edit } from './edit.tsx';
import { transforms } from './transforms.ts';

const DAY = 24 * 60 * 60 * 1000;

registerBlockType(metadata.name, {
  edit: Edit,
  save: () => null,
  transforms,
  // The inserter's preview shows a contest that is open, whatever this site has registered.
  example: {
    attributes: {
      heading: __('An online contest', 'contest-banner'),
      href: `https://${location.hostname}/`,
      closes: `${new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10)}T16:30:00+07:00`,
      precision: 'minute',
    },
  },
});
