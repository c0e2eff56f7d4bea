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
 * The pages that show a contest of this site for this unit.
 *
 * @param string $id    Of the contest.
 * @param int    $until When it is shown no more, epoch ms.
 * @return array<string, string> Labels to addresses, not escaped.
 */
function sheets( string $id, int $until ): array {
	$settings = settings();
	$given    = array_filter(
		array(
			'src'       => contest_url( $id ),
			'unit'      => $settings['unit'],
			'unit-name' => $settings['unit_name'],
			'until'     => until_day( $until ),
		),
		static fn( string $value ): bool => '' !== $value
	);
	return array(
		__( 'Poster A4', 'contest-banner' )   => sheet_url( 'poster', $given + array( 'paper' => 'a4' ) ),
		__( 'Poster A3', 'contest-banner' )   => sheet_url( 'poster', $given + array( 'paper' => 'a3' ) ),
		__( 'Lobby board', 'contest-banner' ) => sheet_url( 'board', $given ),
	);
}

/**
 * The links to them.
 *
 * @param string $id    Of the contest.
 * @param int    $until When it is shown no more, epoch ms.
 */
function render_sheets( string $id, int $until ): void {
	$links = array();
	foreach ( sheets( $id, $until ) as $label => $address ) {
		$links[] = sprintf( '<a href="%s">%s</a>', esc_url( $address ), esc_html( $label ) );
	}
	// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Each is escaped.
	echo '<p>' . esc_html__( 'For notice boards and lobbies:', 'contest-banner' ) . ' ' . implode( ' · ', $links ) . '</p>';
}
