<?php
/**
 * The room that is kept for a banner, so that nothing below it moves when it is drawn.
 *
 * Estimated, since only a browser can lay text out: the figures were measured on the element and lean
 * towards too much room. All lengths are in em, as the banner is drawn in the size of the text around.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Widths from which on a banner is drawn another way, em: a card, a wider card, and the way in beside
 * the dates. Each with the characters that a line of text and one of the title hold, and the height of
 * a further line of the title and of a document without number.
 */
const WIDTHS = array(
	array( 0, 30, 18, 1.6, 3.4 ),
	array( 25, 50, 22, 2.6, 2.2 ),
	array( 37, 42, 32, 2.7, 2.7 ),
);

/** Height of a banner with a short title and nothing more in each of the widths, em. */
const BARE_HEIGHTS = array(
	'upcoming'       => array( 31, 30, 30 ),
	'open'           => array( 53, 51, 33 ),
	'between-rounds' => array( 33, 32, 32 ),
	'suspended'      => array( 29, 27, 25 ),
	'closed'         => array( 22, 21, 21 ),
);

/** The size of the text inside a banner: that around it, within bounds. */
const EM = 'clamp(15px,1em,20px)';

/**
 * The style of a banner's element.
 *
 * @param array<string, mixed> $contest Checked.
 * @param bool                 $narrow  It is a card wherever it stands.
 * @return string CSS declarations.
 */
function room( array $contest, bool $narrow = false ): string {
	list( $card, $wider, $strip ) = heights( $contest );
	$style                        = 'display:flow-root;min-height:';
	if ( $narrow ) {
		return $style . sprintf( 'calc(%d*%s)', $card, EM );
	}
	$width = content_width();
	$place = 0 === $width ? '100vw - 3em' : "min({$width}px,100vw - 3em)";
	// Far above or far below zero: whether the place is narrower.
	$below = static fn( int $em ): string => sprintf( '(%d*%s - %s)*999', $em, EM, $place );
	return $style . sprintf( 'max(%d*%s,min(%d*%s,%s),min(%d*%s,%s))', $strip, EM, $wider, EM, $below( WIDTHS[2][0] ), $card, EM, $below( WIDTHS[1][0] ) );
}

/**
 * The heights of a banner in each of the widths, em.
 *
 * @param array<string, mixed> $contest Checked.
 * @return int[]
 */
function heights( array $contest ): array {
	$phase   = situation( $contest, now() )['phase'];
	$heights = array();
	foreach ( WIDTHS as $index => list( , $line, $title_line, $title_height, $document_height ) ) {
		$lines = static fn( string $text, int $length ): int => (int) ceil( mb_strlen( $text, 'UTF-8' ) / $length );
		$head  = $title_height * max( 0, $lines( $contest['title'], $title_line ) - 3 )
			+ ( isset( $contest['organizer'] ) ? 1.6 * $lines( $contest['organizer'], $line ) : 0 )
			+ ( isset( $contest['notice'] ) ? 2.5 + 1.6 * $lines( $contest['notice'], $line ) : 0 );
		$text  = isset( $contest['summary'] ) ? 1.2 + 1.6 * $lines( $contest['summary'], $line ) : 0;
		if ( ! empty( $contest['howTo'] ) ) {
			$text += 3.5;
			foreach ( $contest['howTo'] as $step ) {
				$text += 0.6 + 1.6 * $lines( $step, $line );
			}
		}
		$documents = empty( $contest['documents'] ) ? 0 : 5;
		foreach ( $contest['documents'] ?? array() as $document ) {
			$documents += $document_height + ( isset( $document['number'] ) || isset( $document['issued'] ) ? 1.5 : 0 );
		}
		// Where there is room, text and documents stand side by side.
		$more      = 2 === $index && $text && $documents ? 3 + max( $text, $documents ) : $text + $documents;
		$heights[] = (int) ceil( BARE_HEIGHTS[ $phase ][ $index ] + $head + $more );
	}
	return $heights;
}

/**
 * How wide the theme sets what is written.
 *
 * @return int px; 0 where nobody knows.
 */
function content_width(): int {
	// What a user has changed of it would cost a query.
	$size = (string) ( wp_get_global_settings( array( 'layout' ), array( 'origin' => 'base' ) )['contentSize'] ?? '' );
	if ( preg_match( '/^(\d+)px$/', $size, $found ) ) {
		return (int) $found[1];
	}
	// Classic themes name the widest there is; text is set somewhat narrower, as a rule.
	return (int) ( 0.85 * (int) ( $GLOBALS['content_width'] ?? 0 ) );
}
