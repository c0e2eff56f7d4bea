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
 * The addresses at which this site hands out the contests that are shown.
 *
 * @return string[]
 */
function own_sources(): array {
	$ids = array( 'current' );
	foreach ( live_contests() as $one ) {
		array_push( $ids, $one['contest']['id'], ...$one['entry']['former'] );
	}
	return array_map( __NAMESPACE__ . '\contest_url', array_values( array_unique( $ids ) ) );
}

/**
 * This site's host and others, as an attribute has them.
 *
 * @param string[] $hosts Others.
 */
function with_own_host( array $hosts ): string {
	return implode( ' ', array_unique( array_merge( array( host_of( home_url() ) ), $hosts ) ) );
}

/**
 * What holds a link that an author has written, once the script turns it into a banner: `data-hosts`,
 * where all of them may lead, and `data-sources`, where their definitions may come from. Without a
 * contest that is the site itself, and none.
 *
 * Of this site, whose authors may upload files, these are the addresses at which the plugin hands out
 * contests, and sources that an administrator has registered; none with a query, which may be a secret.
 * A snippet of the organizer's mostly names a file beside the contest: hosts of ways in will do as
 * well. Those of documents do for neither, since others may publish on them, and a link whose
 * definition cannot be read leads where the link says.
 *
 * @return array{data-hosts: string, data-sources: string}
 */
function link_pins(): array {
	$settings = settings();
	$own      = host_of( home_url() );
	$sources  = own_sources();
	foreach ( live_contests() as $one ) {
		if ( false === strpos( $one['entry']['source'], '?' ) ) {
			$sources[] = $one['entry']['source'];
		}
		foreach ( within_limits( $settings, $one['entry']['hosts'] ) as $host ) {
			if ( ! is_on_host( $own, array( $host ) ) ) {
				$sources[] = $host;
			}
		}
	}
	return array(
		'data-hosts'   => with_own_host( all_hosts( true ) ),
		'data-sources' => implode( ' ', array_unique( array_filter( $sources ) ) ),
	);
}
