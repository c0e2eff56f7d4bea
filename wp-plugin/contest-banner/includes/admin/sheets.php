<?php
/**
 * What is shown of a contest away from pages: the poster to print, and the board for a lobby's screen.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The pages of the plugin's folder that show a contest of this site for this unit.
 *
 * They take a definition from their own site alone. Where the network gives a site a domain of its own
 * and the plugin's files stay on another, there are none.
 *
 * @param string $id Of the contest.
 * @return array<string, string> Labels to addresses, not escaped.
 */
function sheets( string $id ): array {
	$source = contest_url( $id );
	if ( origin( $source ) !== origin( plugins_url( 'build/', FILE ) ) ) {
		return array();
	}
	$settings = settings();
	$given    = array_filter(
		array(
			'src'       => $source,
			'unit'      => $settings['unit'],
			'unit-name' => $settings['unit_name'],
		),
		static fn( string $value ): bool => '' !== $value
	);
	$sheet    = static fn( string $file, array $more = array() ): string =>
		plugins_url( "build/$file", FILE ) . '?' . http_build_query( $given + $more, '', '&', PHP_QUERY_RFC3986 );
	return array(
		__( 'Poster A4', 'contest-banner' )   => $sheet( 'poster.html', array( 'paper' => 'a4' ) ),
		__( 'Poster A3', 'contest-banner' )   => $sheet( 'poster.html', array( 'paper' => 'a3' ) ),
		__( 'Lobby board', 'contest-banner' ) => $sheet( 'board.html' ),
	);
}

/**
 * Scheme, host and port of an address, as browsers compare them.
 *
 * @param string $address Absolute.
 */
function origin( string $address ): string {
	$parts  = wp_parse_url( strtolower( $address ) );
	$scheme = $parts['scheme'] ?? '';
	$port   = $parts['port'] ?? ( 'https' === $scheme ? 443 : 80 );
	return "$scheme://" . ( $parts['host'] ?? '' ) . ":$port";
}

/**
 * The links to them.
 *
 * @param string $id Of the contest.
 */
function render_sheets( string $id ): void {
	$links = array();
	foreach ( sheets( $id ) as $label => $address ) {
		$links[] = sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html( $label ) );
	}
	if ( $links ) {
		// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Each is escaped.
		echo '<p>' . esc_html__( 'For notice boards and lobbies:', 'contest-banner' ) . ' ' . implode( ' · ', $links ) . '</p>';
	}
}
