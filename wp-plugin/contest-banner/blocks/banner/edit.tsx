/** The block in the editor: the banner as visitors will see it, or why there is none. */

import { useBlockProps } from '@wordpress/block-editor';
import { Button, Notice, Placeholder, Spinner } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import type { Attributes, BlockProps } from './attributes.ts';
import { Controls } from './controls.tsx';
import { Preview } from './preview.tsx';
import { isOf, useSite, type Site } from './site.ts';
import { isSmallCase, problemsOf } from './small-case.ts';

export function Edit({ attributes, setAttributes }: BlockProps) {
  const [{ site, error }, askAgain] = useSite();
  return (
    <>
      <Controls attributes={attributes} setAttributes={setAttributes} site={site} />
      <div {...useBlockProps()}>
        {site ? (
          <Banner attributes={attributes} site={site} />
        ) : error === undefined ? (
          <Spinner />
        ) : (
          <Notice
            status="error"
            isDismissible={false}
            actions={[{ label: __('Try again', 'contest-banner'), onClick: askAgain }]}
          >
            {sprintf(
              /* translators: %s: what went wrong */
              __('The list of contests could not be read. %s', 'contest-banner'),
              error,
            )}
          </Notice>
        )}
      </div>
    </>
  );
}

function Banner({ attributes, site }: { attributes: Attributes; site: Site }) {
  const { contest, unit, layout, precision, qr, lang } = attributes;
  const { heading, href, opens, closes, rules } = attributes;
  const common = {
    unit: unit || site.unit,
    layout,
    precision,
    qr,
    lang: lang || site.lang,
  };

  if (isSmallCase(attributes)) {
    // Wrong rules are only left out.
    const problems = Object.entries(problemsOf(attributes, site))
      .filter(([field]) => field !== 'rules')
      .map(([, problem]) => problem);
    if (problems.length) return <Warning>{problems.join(' ')}</Warning>;
    const hosts = `${location.hostname} ${site.hosts}`;
    return (
      <Preview attributes={{ ...common, hosts, src: '', heading, href, opens, closes, rules }} />
    );
  }

  if (!site.contests.length) return <NoContest settings={site.settings} />;
  if (contest && !site.contests.some((one) => isOf(contest, one)))
    return (
      <Warning>
        {sprintf(
          /* translators: %s: id of a contest */
          __(
            'This site has no contest “%s”. Choose another in the block’s settings.',
            'contest-banner',
          ),
          contest,
        )}
      </Warning>
    );
  const src = site.root + encodeURIComponent(contest || 'current');
  const none = { heading: '', href: '', opens: '', closes: '', rules: '' };
  return <Preview attributes={{ ...common, hosts: site.hosts, src, ...none }} />;
}

function Warning({ children }: { children: string }) {
  return (
    <Notice status="warning" isDismissible={false}>
      {children}
    </Notice>
  );
}

function NoContest({ settings }: { settings: string }) {
  return (
    <Placeholder
      label={__('Contest banner', 'contest-banner')}
      instructions={
        settings
          ? __('No contest is registered on this site yet.', 'contest-banner')
          : __(
              'No contest is registered on this site yet. An administrator can register one.',
              'contest-banner',
            )
      }
    >
      {settings && (
        <Button variant="primary" href={settings} target="_blank" __next40pxDefaultSize>
          {__('Register a contest', 'contest-banner')}
        </Button>
      )}
    </Placeholder>
  );
}
