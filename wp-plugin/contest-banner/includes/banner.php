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

/**
 * Pins on the script's tag what links in articles may become.
 *
 * @param string $tag    HTML.
 * @param string $handle Of the script.
 * @return string
 */
function pin_links( $tag, $handle ) {
	if ( 'contest-banner' !== $handle ) {
		return $tag;
	}
	$tags = new \WP_HTML_Tag_Processor( $tag );
	while ( $tags->next_tag( array( 'tag_name' => 'script' ) ) ) {
		foreach ( link_pins() as $name => $value ) {
			$tags->set_attribute( $name, $value );
		}
	}
	return $tags->get_updated_html();
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\pin_links', 10, 2 );

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
	if ( is_over( $entry['until'], now() ) ) {
		/* translators: %s: title of a contest. */
		return note_for_editors( sprintf( __( '“%s” is not shown any more. What to do: Settings → Contests.', 'contest-banner' ), $contest['title'] ) );
	}
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
			'until'        => until_day( $entry['until'] ),
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
 * Attributes of HTML; empty ones are left out.
 *
 * @param array<string, string> $values By name.
 */
function attributes( array $values ): string {
	$html = '';
	foreach ( array_filter( $values, static fn( string $value ): bool => '' !== $value ) as $name => $value ) {
		$html .= ' ' . $name . '="' . text( $value ) . '"';
	}
	return $html;
}

/**
 * The element, and the script that it needs. The pins of links stand beside it once more: optimisers
 * rewrite a tag that loads a script, and leave alone one that holds data.
 *
 * @param array<string, string> $own        Attributes of this contest; empty ones are left out.
 * @param array<string, string> $attributes Those that every banner may have.
 * @param string[]              $block      Attributes of the block's wrapper, by name.
 * @param string                $inside     HTML.
 */
function element( array $own, array $attributes, array $block, string $inside ): string {
	wp_enqueue_script( 'contest-banner' );
	$all = array_merge(
		$own,
		array_intersect_key( $attributes, array_flip( array( 'lang', 'layout', 'precision', 'qr' ) ) ),
		$block,
		array(
			'class' => trim( $attributes['class'] . ' ' . ( $block['class'] ?? '' ) ),
			'style' => trim( $own['style'] . ';' . ( $block['style'] ?? '' ), ';' ),
		)
	);
	return '<contest-banner' . attributes( $all ) . ">$inside</contest-banner>"
		. '<script type="application/json"' . attributes( link_pins() ) . '>{}</script>';
}
