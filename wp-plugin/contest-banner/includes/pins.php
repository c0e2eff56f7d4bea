<?php
/**
 * Where banners may lead.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Where the ways into a contest may lead: to its own pins and the site's, as far as site and network let them.
 *
 * @param array<string, mixed> $settings Of the site.
 * @param array<string, mixed> $entry    The contest's.
 * @return string[]
 */
function way_hosts( array $settings, array $entry ): array {
	return within_limits( $settings, array_merge( $entry['hosts'], $settings['hosts'] ) );
}

/**
 * Where any link of a contest may lead.
 *
 * @param array<string, mixed> $settings Of the site.
 * @param array<string, mixed> $entry    The contest's.
 * @return string[]
 */
function pinned_hosts( array $settings, array $entry ): array {
	return within_limits( $settings, array_merge( $entry['hosts'], $entry['links'], $settings['hosts'] ) );
}

/**
 * The hosts that site and network let be pinned: a site may narrow what its network allows, never widen it.
 *
 * @param array<string, mixed> $settings Of the site.
 * @param string[]             $hosts    To be pinned.
 * @return string[]
 */
function within_limits( array $settings, array $hosts ): array {
	$limits = $settings['limits'];
	$only   = $settings['only'] ? $settings['only'] : null;
	return array_values(
		array_unique(
			array_filter(
				$hosts,
				static fn( $host ) => ( null === $limits || is_on_host( $host, $limits ) ) && ( null === $only || is_on_host( $host, $only ) )
			)
		)
	);
}

/**
 * Every host that this site's contests may lead to.
 *
 * @param bool $ways Only those of ways in.
 * @return string[]
 */
function all_hosts( bool $ways = false ): array {
	$settings = settings();
	$hosts    = within_limits( $settings, $settings['hosts'] );
	foreach ( shown_contests() as $one ) {
		$hosts = array_merge( $hosts, $ways ? way_hosts( $settings, $one['entry'] ) : $one['hosts'] );
	}
	return array_values( array_unique( $hosts ) );
}
