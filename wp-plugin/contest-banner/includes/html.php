<?php
/**
 * HTML from plain text: what is printed goes through here.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The ordinary HTML: what stands where no script runs, in feeds, and until the element is drawn.
 *
 * Nothing that a paragraph cannot hold: authors write shortcodes into paragraphs, and a `<p>` inside
 * would end both the paragraph and the element.
 *
 * @param array<string, mixed> $contest Checked and pinned.
 * @param string               $lang    `vi` or `en`.
 * @param string               $unit    Code.
 * @param bool                 $linked  Whether it may lead anywhere.
 */
function ordinary_html( array $contest, string $lang, string $unit, bool $linked = true ): string {
	$now   = now();
	$words = words( $lang );
	$at    = situation( $contest, $now );
	$mark  = '' === $contest['id'] ? '' : ' data-contest="' . text( "{$contest['id']}@{$contest['revision']}" ) . '"';
	$note  = $contest['notice'] ?? ( 'suspended' === $at['phase'] ? $words['suspended'] : '' );
	$links = array();
	// The addresses have been checked: https or http and nothing else.
	$link = static fn( string $address, string $text, string $more = '' ): string =>
		"<a$more href=\"" . text( $address ) . '">' . text( $text ) . '</a>';

	if ( 'closed' === $at['phase'] && isset( $contest['results'] ) ) {
		$links[] = $link( $contest['results'], $words['results'] );
	}
	if ( 'closed' !== $at['phase'] && 'suspended' !== $at['phase'] ) {
		$way     = entry_address( $contest, 'open' === $at['phase'] ? $at['round'] : null, $unit );
		$links[] = $link( $way, $words['enter'], "$mark data-contest-enter" )
			. ( 0 === strpos( $way, 'http:' ) && ! is_local_host( host_of( $way ) ) ? ' (' . text( $words['insecure'] ) . ')' : '' );
	}
	foreach ( $contest['documents'] ?? array() as $document ) {
		if ( 'rules' === $document['kind'] && isset( $document['url'] ) ) {
			$links[] = $link( $document['url'], $document['title'] );
		}
	}
	$lines = array_map( __NAMESPACE__ . '\text', date_lines( $contest, $lang, $now ) );
	array_unshift( $lines, '<strong>' . text( $contest['title'] ) . '</strong>' );
	if ( '' !== $note ) {
		array_unshift( $lines, text( $note ) );
	}
	if ( $linked && $links ) {
		$lines[] = implode( ' · ', $links );
	}
	return implode( '<br>', $lines );
}

/**
 * What is wrong, for those who can mend it. Visitors see nothing.
 *
 * @param string $message Text.
 */
function note_for_editors( string $message ): string {
	return current_user_can( 'edit_posts' )
		? '<br><strong>' . esc_html__( 'Contest banner (only editors see this):', 'contest-banner' ) . '</strong> ' . nl2br( text( $message ) ) . '<br>'
		: '';
}

/**
 * Escapes text for HTML and for a quoted attribute, character for character: `esc_html()` would read
 * `&amp;` in an address as `&`. Brackets too: what a block prints is searched for shortcodes afterwards,
 * which also turns `&#91;` back into a bracket. What no document may hold, such as a control character
 * from a definition, becomes U+FFFD: a feed that holds one cannot be read at all.
 *
 * @param string $text Plain.
 */
function text( string $text ): string {
	return strtr(
		htmlspecialchars( $text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_DISALLOWED, 'UTF-8' ),
		array(
			'['        => '&#x5B;',
			']'        => '&#x5D;',
			"\u{fffe}" => "\u{fffd}",
			"\u{ffff}" => "\u{fffd}",
		)
	);
}

/**
 * Escapes JSON for a script element: no text in it can end the element, or be taken for a shortcode.
 *
 * @param string $json Valid.
 */
function json_in_script( string $json ): string {
	$json = (string) wp_json_encode( json_decode( $json ), JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
	return (string) preg_replace_callback(
		'/"(?:[^"\\\\]++|\\\\.)*+"/',
		static fn( array $found ): string => strtr(
			$found[0],
			array(
				'[' => '\u005b',
				']' => '\u005d',
			)
		),
		$json
	);
}
