<?php
/**
 * The way into a contest, and what a site's pinned hosts let through. Pure; as `src/contest/entry.ts`.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Percent-encoded as `URLSearchParams` does it, but `%20` for a space: `+` would not be read everywhere.
 *
 * @param string $text In UTF-8.
 */
function encode_parameter( string $text ): string {
	return strtr(
		rawurlencode( $text ),
		array(
			'%2A' => '*',
			'~'   => '%7E',
		)
	);
}

/**
 * Adds a unit's code to an address. A parameter of the same name is replaced where it stands, the
 * rest stays byte for byte, and what stands behind `#` stays behind.
 *
 * @param string $address   Absolute.
 * @param string $parameter Empty: none is sent.
 * @param string $unit      Empty adds nothing.
 */
function with_unit( string $address, string $parameter, string $unit ): string {
	if ( '' === $parameter || '' === $unit ) {
		return $address;
	}
	$pair = encode_parameter( $parameter ) . '=' . encode_parameter( $unit );
	preg_match( '/^([^?#]*)\??([^#]*)(.*)$/sD', $address, $parts );
	list( , $path, $query, $fragment ) = $parts;

	$placed = false;
	$pairs  = array();
	foreach ( '' === $query ? array() : explode( '&', $query ) as $old ) {
		if ( urldecode( explode( '=', $old, 2 )[0] ) !== $parameter ) {
			$pairs[] = $old;
		} elseif ( ! $placed ) {
			$placed  = true;
			$pairs[] = $pair;
		}
	}
	if ( ! $placed ) {
		$pairs[] = $pair;
	}
	return "$path?" . implode( '&', $pairs ) . $fragment;
}

/**
 * The way into the contest or one of its rounds, for one unit.
 *
 * @param array<string, mixed>      $contest Checked.
 * @param array<string, mixed>|null $round   Null for the contest itself.
 * @param string                    $unit    Code.
 */
function entry_address( array $contest, ?array $round, string $unit ): string {
	return with_unit( $round['url'] ?? $contest['url'], $contest['unitParameter'] ?? '', $unit );
}

/**
 * Every way in: the contest's and those of its rounds, by path.
 *
 * @param array<string, mixed> $contest Checked.
 * @return array<string, string>
 */
function ways_in( array $contest ): array {
	$ways = array( 'url' => $contest['url'] );
	foreach ( $contest['rounds'] ?? array() as $index => $round ) {
		if ( isset( $round['url'] ) ) {
			$ways[ "rounds[$index].url" ] = $round['url'];
		}
	}
	return $ways;
}

/**
 * Whether a way in is not encrypted. On the machine itself that does not matter.
 *
 * @param array<string, mixed> $contest Checked.
 */
function leads_to_http( array $contest ): bool {
	foreach ( ways_in( $contest ) as $address ) {
		if ( 0 === strpos( $address, 'http:' ) && ! is_local_host( host_of( $address ) ) ) {
			return true;
		}
	}
	return false;
}

/**
 * Every other link of a contest that visitors are shown, by path.
 *
 * @param array<string, mixed> $contest Checked.
 * @return array<string, string>
 */
function other_links( array $contest ): array {
	$links = array_intersect_key( $contest, array_flip( array( 'results', 'calendar' ) ) );
	foreach ( $contest['documents'] ?? array() as $index => $document ) {
		if ( isset( $document['url'] ) ) {
			$links[ "documents[$index].url" ] = $document['url'];
		}
	}
	return $links;
}

/**
 * The hosts of some addresses, each once.
 *
 * @param array<string, string> $addresses Checked.
 * @return string[] Lower-case ASCII.
 */
function hosts_of( array $addresses ): array {
	return array_values( array_unique( array_map( __NAMESPACE__ . '\host_of', $addresses ) ) );
}

/**
 * Holds a contest against pinned hosts.
 *
 * @param array<string, mixed> $contest Checked.
 * @param string[]             $hosts   Where a way in may lead, lower-case ASCII.
 * @param string[]             $links   Where other links may lead.
 * @return array<string, mixed>|null Without what leads elsewhere; null where a way in does.
 */
function pin( array $contest, array $hosts, array $links ): ?array {
	foreach ( ways_in( $contest ) as $address ) {
		if ( ! is_on_host( host_of( $address ), $hosts ) ) {
			return null;
		}
	}
	foreach ( array( 'results', 'calendar' ) as $field ) {
		if ( isset( $contest[ $field ] ) && ! is_on_host( host_of( $contest[ $field ] ), $links ) ) {
			unset( $contest[ $field ] );
		}
	}
	foreach ( $contest['documents'] ?? array() as $index => $document ) {
		if ( isset( $document['url'] ) && ! is_on_host( host_of( $document['url'] ), $links ) ) {
			unset( $contest['documents'][ $index ]['url'] );
		}
	}
	return $contest;
}
