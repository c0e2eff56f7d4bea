/** The block's settings in the sidebar. */

import { InspectorControls } from '@wordpress/block-editor';
import { PanelBody, SelectControl, TextControl } from '@wordpress/components';
import { __, _x, sprintf } from '@wordpress/i18n';
import type { Attribute, BlockProps } from './attributes.ts';
import { isOf, type Site } from './site.ts';
import { EXAMPLE_INSTANT, labels, problemsOf, type Field } from './small-case.ts';

const LONGEST_UNIT = 100;

/** The size and margin that WordPress is moving to; without them older ones log a deprecation. */
const LOOK = { __next40pxDefaultSize: true, __nextHasNoMarginBottom: true };

const phases = (): Record<string, string> => ({
  upcoming: _x('Upcoming', 'phase of a contest', 'contest-banner'),
  open: _x('Open', 'phase of a contest', 'contest-banner'),
  'between-rounds': _x('Between rounds', 'phase of a contest', 'contest-banner'),
  suspended: _x('Suspended', 'phase of a contest', 'contest-banner'),
  closed: _x('Closed', 'phase of a contest', 'contest-banner'),
});

export function Controls({
  attributes,
  setAttributes,
  site,
}: BlockProps & { site: Site | undefined }) {
  const control = (name: Attribute) => ({
    ...LOOK,
    value: attributes[name],
    onChange: (value: string) => setAttributes({ [name]: value }),
  });
  const label = labels();
  const problems = site ? problemsOf(attributes, site) : {};
  const field = (name: Field, help?: string) => (
    <TextControl
      {...control(name)}
      label={label[name]}
      help={problems[name] ? <Problem>{problems[name]}</Problem> : help}
      aria-invalid={!!problems[name]}
    />
  );

  return (
    <InspectorControls>
      <PanelBody title={__('Contest', 'contest-banner')}>
        <SelectControl
          {...control('contest')}
          label={__('Contest', 'contest-banner')}
          options={contestOptions(attributes.contest, site)}
        />
        <TextControl
          {...control('unit')}
          label={__('Unit code', 'contest-banner')}
          help={__(
            'Sent to the contest site where the contest asks for it. Empty: the code of this site.',
            'contest-banner',
          )}
          placeholder={site?.unit}
          maxLength={LONGEST_UNIT}
        />
        <SelectControl
          {...control('layout')}
          label={__('Layout', 'contest-banner')}
          options={[
            { value: '', label: __('By the room there is', 'contest-banner') },
            { value: 'card', label: __('Card', 'contest-banner') },
            { value: 'strip', label: __('Strip', 'contest-banner') },
          ]}
        />
        <SelectControl
          {...control('precision')}
          label={__('Countdown', 'contest-banner')}
          options={[
            { value: '', label: __('To the second', 'contest-banner') },
            { value: 'minute', label: __('To the minute', 'contest-banner') },
          ]}
        />
        <SelectControl
          {...control('qr')}
          label={__('QR code', 'contest-banner')}
          options={[
            { value: '', label: __('Where a phone can scan it', 'contest-banner') },
            { value: 'always', label: __('Always', 'contest-banner') },
            { value: 'never', label: __('Never', 'contest-banner') },
          ]}
        />
        <SelectControl
          {...control('lang')}
          label={__('Language', 'contest-banner')}
          options={[
            { value: '', label: __('The page’s language', 'contest-banner') },
            { value: 'vi', label: 'Tiếng Việt' },
            { value: 'en', label: 'English' },
          ]}
        />
      </PanelBody>
      <PanelBody title={__('Without a definition', 'contest-banner')} initialOpen={false}>
        <p>
          {sprintf(
            /* translators: %s: an example of a date */
            __(
              'For a contest that is not registered, while none is chosen above. Title, link and closing are needed. Dates need an offset, such as %s.',
              'contest-banner',
            ),
            EXAMPLE_INSTANT,
          )}
        </p>
        {field('heading')}
        {field(
          'href',
          __(
            'Must lead to this site or to a host that an administrator has pinned; otherwise ordinary text stands in place of the banner.',
            'contest-banner',
          ),
        )}
        {field('opens')}
        {field('closes')}
        {field('rules', __('Address of the rules.', 'contest-banner'))}
      </PanelBody>
    </InspectorControls>
  );
}

/** The site's contests, and the block's own where the site has it no longer. */
function contestOptions(chosen: string, site: Site | undefined) {
  const words = phases();
  const options = [
    { value: '', label: __('The site’s current contest', 'contest-banner') },
    ...(site?.contests ?? []).map((one) => ({
      value: isOf(chosen, one) ? chosen : one.id,
      label: words[one.phase] ? `${one.title} (${words[one.phase]})` : one.title,
    })),
  ];
  if (!options.some(({ value }) => value === chosen))
    options.push({ value: chosen, label: chosen });
  return options;
}

/** WordPress's own red for what is wrong. */
function Problem({ children }: { children: string | undefined }) {
  return <span style={{ color: '#cc1818' }}>{children}</span>;
}
