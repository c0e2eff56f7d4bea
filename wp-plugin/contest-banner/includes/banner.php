<?php
/**
 * The banner in a page: the shortcode, and what it shares with the block.
 *
 * Whoever writes a post may be hostile: a shortcode names a contest, never an address to read, and
 * the small case may lead only where this site's contests lead, or to the site itself.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Registers the one script; it is printed only on a page that asks for it. */
function register_script(): void {
	wp_register_script(
		'contest-banner',
		plugins_url( 'build/contest-banner.js', FILE ),
		array(),
		VERSION,
		array(
			'strategy'  => 'defer',
			'in_footer' => true,
		)
	);
}
add_action( 'init', __NAMESPACE__ . '\register_script' );

/** The attributes that shortcode and block share, with their defaults. */
const ATTRIBUTES = array(
	'contest'   => '',
	'unit'      => '',
	'layout'    => '',
	'precision' => '',
	'qr'        => '',
	'lang'      => '',
	'class'     => '',
	'heading'   => '',
	'href'      => '',
	'opens'     => '',
	'closes'    => '',
	'rules'     => '',
);

/** What an attribute may be, where it is one of a few words. */
const CHOICES = array(
	'layout'    => array( 'auto', 'card', 'strip' ),
	'precision' => array( 'second', 'minute' ),
	'qr'        => array( 'auto', 'always', 'never' ),
	'lang'      => array( 'vi', 'en' ),
);

/**
 * `[contest_banner]`.
 *
 * @param array<string, string>|string $given Attributes.
 * @return string HTML.
 */
function shortcode( $given ): string {
	return banner( shortcode_atts( ATTRIBUTES, is_array( $given ) ? $given : array(), 'contest_banner' ) );
}
add_shortcode( 'contest_banner', __NAMESPACE__ . '\shortcode' );

/**
 * The banner, or what stands in its place.
 *
 * @param array<string, mixed> $given Of `ATTRIBUTES`; anything at all.
 * @param string[]             $block Attributes that the block editor gives its wrapper.
 * @return string HTML.
 */
function banner( array $given, array $block = array() ): string {
	$attributes = array();
	foreach ( ATTRIBUTES as $name => $default ) {
		$value               = is_scalar( $given[ $name ] ?? null ) ? trim( (string) $given[ $name ] ) : $default;
		$attributes[ $name ] = isset( CHOICES[ $name ] ) && ! in_array( $value, CHOICES[ $name ], true ) ? '' : $value;
	}
	if ( 'current' === $attributes['contest'] ) {
		$attributes['contest'] = '';
	}
	$attributes['unit'] = clean_unit( '' === $attributes['unit'] ? settings()['unit'] : $attributes['unit'] );
	if ( '' === $attributes['lang'] ) {
		$attributes['lang'] = default_language();
	}
	return '' === $attributes['contest'] && '' !== $attributes['heading'] . $attributes['closes']
		? small_case( $attributes, $block )
		: registered( $attributes, $block );
}

/** What a banner speaks where nobody says: the site's language, as far as the banner speaks it. */
function default_language(): string {
	return 0 === strpos( get_locale(), 'en' ) ? 'en' : 'vi';
}

/**
 * The banner of a contest of this site.
 *
 * @param array<string, string> $attributes Cleaned.
 * @param string[]              $block      Attributes of the block's wrapper.
 */
function registered( array $attributes, array $block ): string {
	$id  = $attributes['contest'];
	$key = find_contest( '' === $id ? 'current' : $id );
	if ( null === $key ) {
		return note_for_editors(
			'' === $id
				? __( 'No contest is registered on this site yet: Settings → Contests.', 'contest-banner' )
				/* translators: %s: id of a contest. */
				: sprintf( __( 'contest: no contest “%s” is registered on this site.', 'contest-banner' ), $id )
		);
	}
	list( 'entry' => $entry, 'contest' => $contest, 'hosts' => $hosts ) = shown_contests()[ $key ];
	// Of a retired contest nothing is shown; the element still asks whether another has taken its place.
	$retired = situation( $contest, now() )['retired'];
	$inside  = $retired ? '' : ordinary_html( $contest, $attributes['lang'], $attributes['unit'] );
	if ( is_feed() ) {
		return $inside;
	}
	return element(
		array(
			'data-contest' => "{$contest['id']}@{$contest['revision']}",
			'src'          => contest_url( '' === $id ? 'current' : $contest['id'] ),
			'unit'         => $attributes['unit'],
			'hosts'        => implode( ' ', '' === $id ? all_hosts() : $hosts ),
			'until'        => until( $contest ),
			'style'        => $retired ? '' : room( $contest, 'card' === $attributes['layout'] ),
		),
		$attributes,
		$block,
		$inside . sprintf(
			'<script type="application/json" data-as-of="%s">%s</script>',
			// A pasted contest is as it should be whenever the page is made.
			esc_attr( write_instant( '' === $entry['source'] ? now() : $entry['asked_at'] ) ),
			json_in_script( published_text( $entry, true ) )
		)
	);
}

/**
 * The banner of a contest that the attributes describe.
 *
 * @param array<string, string> $attributes Cleaned.
 * @param string[]              $block      Attributes of the block's wrapper.
 */
function small_case( array $attributes, array $block ): string {
	$own   = array_filter( array( host_of( home_url() ) ) );
	$ways  = array_values( array_unique( array_merge( $own, all_hosts( true ) ) ) );
	$hosts = array_values( array_unique( array_merge( $own, all_hosts() ) ) );
	$input = array(
		'id'       => 'attributes',
		'revision' => 0,
		'title'    => $attributes['heading'],
		'url'      => $attributes['href'],
		'opens'    => '' === $attributes['opens'] ? '2000-01-01T00:00:00Z' : $attributes['opens'],
		'closes'   => $attributes['closes'],
	);
	if ( '' !== $attributes['rules'] ) {
		$input['documents'] = array(
			(object) array(
				'kind'  => 'rules',
				'title' => words( $attributes['lang'] )['rules'],
				'url'   => $attributes['rules'],
			),
		);
	}
	$parsed = parse( (object) $input, is_local_site() );
	$names  = array(
		'title'            => 'heading',
		'url'              => 'href',
		'documents[0].url' => 'rules',
	);
	$faults = array();
	foreach ( $parsed['faults'] as $fault ) {
		$faults[] = ( $names[ $fault['path'] ] ?? $fault['path'] ) . substr( $fault['message'], strlen( $fault['path'] ) );
	}
	$contest = $parsed['contest'];
	if ( $contest && '' === $attributes['opens'] ) {
		unset( $contest['opens'] );
	}
	$pinned = $contest ? pin( $contest, $ways, $hosts ) : null;
	if ( $contest && $pinned !== $contest ) {
		$field    = $pinned ? 'rules' : 'href';
		$faults[] = fault(
			$field,
			/* translators: %s: host names. */
			sprintf( __( 'an address on this site or on a host that an administrator has pinned (%s)', 'contest-banner' ), implode( ', ', $pinned ? $hosts : $ways ) )
		)['message'];
	}
	$note = $faults ? note_for_editors( implode( "\n", $faults ) ) : '';
	if ( ! $contest ) {
		return text( $attributes['heading'] ) . $note;
	}
	$retired = situation( $contest, now() )['retired'];
	$inside  = $retired ? '' : ordinary_html( $pinned ?? $contest, $attributes['lang'], '', null !== $pinned );
	if ( ! $pinned || is_feed() ) {
		return $inside . $note;
	}
	return element(
		array(
			'heading' => $attributes['heading'],
			'href'    => $attributes['href'],
			'opens'   => $attributes['opens'],
			'closes'  => $attributes['closes'],
			'rules'   => isset( $pinned['documents'][0]['url'] ) ? $attributes['rules'] : '',
			'hosts'   => implode( ' ', $hosts ),
			'until'   => until( $contest ),
			'style'   => $retired ? '' : room( $contest, 'card' === $attributes['layout'] ),
		),
		$attributes,
		$block,
		$inside
	) . $note;
}

/**
 * The day from which the element shows nothing, whatever anyone publishes: contest domains lapse and are bought.
 *
 * @param array<string, mixed> $contest Checked.
 * @return string `YYYY-MM-DD`.
 */
function until( array $contest ): string {
	return substr( write_instant( instant( $contest['closes'] ) + SHOWN_AFTER_END ), 0, 10 );
}

/**
 * The element, and the script that it needs.
 *
 * @param array<string, string> $own        Attributes of this contest; empty ones are left out.
 * @param array<string, string> $attributes Those that every banner may have.
 * @param string[]              $block      Attributes of the block's wrapper, by name.
 * @param string                $inside     HTML.
 */
function element( array $own, array $attributes, array $block, string $inside ): string {
	wp_enqueue_script( 'contest-banner' );
	$all  = array_merge(
		$own,
		array_intersect_key( $attributes, array_flip( array( 'lang', 'layout', 'precision', 'qr' ) ) ),
		$block,
		array(
			'class' => trim( $attributes['class'] . ' ' . ( $block['class'] ?? '' ) ),
			'style' => trim( $own['style'] . ';' . ( $block['style'] ?? '' ), ';' ),
		)
	);
	$html = '';
	foreach ( array_filter( $all, static fn( string $value ): bool => '' !== $value ) as $name => $value ) {
		$html .= ' ' . $name . '="' . text( (string) $value ) . '"';
	}
	return "<contest-banner$html>$inside</contest-banner>";
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
 * which also turns `&#91;` back into a bracket.
 *
 * @param string $text Plain.
 */
function text( string $text ): string {
	return strtr(
		htmlspecialchars( $text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8' ),
		array(
			'[' => '&#x5B;',
			']' => '&#x5D;',
		)
	);
}

/**
 * Escapes JSON for a script element: no text in it can end the element, or be taken for a shortcode.
 *
 * @param string $json Valid.
 */
function json_in_script( string $json ): string {
	$json = (string) wp_json_encode( json_decode( $json ), JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PARTIAL_OUTPUT_ON_ERROR );
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
