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
 * Every host that this site's contests may lead to, as long as they are shown: later it may be another's.
 *
 * @param bool $ways Only those of ways in.
 * @return string[]
 */
function all_hosts( bool $ways = false ): array {
	$settings = settings();
	$hosts    = within_limits( $settings, $settings['hosts'] );
	foreach ( live_contests() as $one ) {
		$hosts = array_merge( $hosts, $ways ? way_hosts( $settings, $one['entry'] ) : $one['hosts'] );
	}
	return array_values( array_unique( $hosts ) );
}

/**
 * What holds a link that an author has written, once the script turns it into a banner: `data-hosts`,
 * where all of them may lead, and `data-sources`, where their definitions may come from. Without a
 * contest that is the site itself, and none.
 *
 * Of this site, whose authors may upload files, these are the addresses at which the plugin hands out
 * contests, and sources that an administrator has registered. A snippet of the organizer's mostly
 * names a file beside the contest: hosts of ways in will do as well, those of documents will not,
 * since others may publish on them.
 *
 * @return array{data-hosts: string, data-sources: string}
 */
function link_pins(): array {
	$own     = host_of( home_url() );
	$sources = array( contest_url( 'current' ) );
	foreach ( live_contests() as $one ) {
		array_push( $sources, ...array_map( __NAMESPACE__ . '\contest_url', array_merge( array( $one['contest']['id'] ), $one['entry']['former'] ) ) );
		$sources[] = $one['entry']['source'];
	}
	$elsewhere = array_filter( all_hosts( true ), static fn( string $host ): bool => ! is_on_host( $own, array( $host ) ) );
	return array(
		'data-hosts'   => implode( ' ', array_unique( array_merge( array( $own ), all_hosts() ) ) ),
		'data-sources' => implode( ' ', array_unique( array_filter( array_merge( $sources, $elsewhere ) ) ) ),
	);
}
