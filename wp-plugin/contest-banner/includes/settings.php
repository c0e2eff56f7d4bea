<?php
/**
 * What is stored of a site, and how it is changed.
 *
 * One autoloaded option holds all that a page needs, so that a page costs no query. It is checked
 * again whenever it is read: anything may have written it.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Autoloaded: see `settings()`. */
const OPTION = 'contest_banner';

/**
 * What is stored, in the form that the rest may rely on.
 *
 * @return array{version: string, unit: string, unit_name: string, hosts: string[], only: string[], limits: string[]|null, last_key: int, contests: array<int, array<string, mixed>>}
 *         `hosts` are pinned by the site's administrator, and `only`, where there are any, are all that banners may
 *         lead to; `limits` are the network's, null where it sets none. `last_key`: no key is given twice.
 */
function settings(): array {
	$stored   = get_option( OPTION );
	$stored   = is_array( $stored ) ? $stored : array();
	$contests = array();
	foreach ( is_array( $stored['contests'] ?? null ) ? $stored['contests'] : array() as $key => $entry ) {
		if ( is_array( $entry ) && is_string( $entry['text'] ?? null ) ) {
			$contests[ (int) $key ] = clean_entry( $entry );
		}
	}
	return array(
		'version'   => (string) ( $stored['version'] ?? VERSION ),
		'unit'      => is_string( $stored['unit'] ?? null ) ? clean_unit( $stored['unit'] ) : '',
		'unit_name' => is_string( $stored['unit_name'] ?? null ) ? $stored['unit_name'] : '',
		'hosts'     => names( $stored['hosts'] ?? array() ),
		'only'      => names( $stored['only'] ?? array() ),
		'limits'    => isset( $stored['limits'] ) ? names( $stored['limits'] ) : null,
		'last_key'  => max( array( (int) ( $stored['last_key'] ?? 0 ), ...array_keys( $contests ) ) ),
		'contests'  => $contests,
	);
}

/**
 * One registered contest, in the form that the rest may rely on.
 *
 * @param array<string, mixed> $entry As stored.
 * @return array{text: string, read_at: int, asked_at: int, source: string, former: string[], hosts: string[], links: string[], http: bool, takes_back: int, until: int, picture: array{file: string, width: int, height: int}|null, network: bool}
 *         `text`: JSON as published. `read_at`: when the source held it, by its own clock; `asked_at`: when it was
 *         last asked, by this server's; both epoch ms. `source`: empty for a pasted contest. `former`: ids
 *         that the source has given up. `hosts`: where the way in may lead; `links`: where other links may.
 *         `http`: an unencrypted way in was agreed to. `takes_back`: a higher revision that an administrator has
 *         gone back from, 0 for none. `until`: when it is shown no more, epoch ms; see `until.php`. `network`:
 *         registered for the whole network.
 */
function clean_entry( array $entry ): array {
	$picture = $entry['picture'] ?? null;
	return array(
		'text'       => (string) $entry['text'],
		'read_at'    => (int) ( $entry['read_at'] ?? 0 ),
		'asked_at'   => (int) ( $entry['asked_at'] ?? 0 ),
		'source'     => is_string( $entry['source'] ?? null ) ? $entry['source'] : '',
		'former'     => names( $entry['former'] ?? array() ),
		'hosts'      => names( $entry['hosts'] ?? array() ),
		'links'      => names( $entry['links'] ?? array() ),
		'http'       => true === ( $entry['http'] ?? false ),
		'takes_back' => (int) ( $entry['takes_back'] ?? 0 ),
		'until'      => (int) ( $entry['until'] ?? 0 ),
		'picture'    => is_array( $picture ) && preg_match( '/^[0-9a-f]{32}\.(png|jpg|webp)$/D', (string) ( $picture['file'] ?? '' ) ) ? $picture : null,
		'network'    => true === ( $entry['network'] ?? false ),
	);
}

/**
 * A list of texts and nothing else.
 *
 * @param mixed $value As stored.
 * @return string[]
 */
function names( $value ): array {
	return array_values( array_filter( is_array( $value ) ? $value : array(), 'is_string' ) );
}

/** Of a unit's code, in characters; as in the element. */
const LONGEST_UNIT = 100;

/**
 * A unit's code: one line. One that is too long counts as none, since a shortened code would be another unit's.
 *
 * @param string $unit As given.
 */
function clean_unit( string $unit ): string {
	$line = sanitize_text_field( $unit );
	return mb_strlen( $line, 'UTF-8' ) > LONGEST_UNIT ? '' : $line;
}

/**
 * Changes what is stored, on what holds at this moment: a request that took seconds must not undo
 * what another has written meanwhile.
 *
 * @param callable $change Takes and returns `settings()`.
 */
function change_settings( callable $change ): void {
	wp_cache_delete( 'alloptions', 'options' );
	wp_cache_delete( OPTION, 'options' );
	$settings            = $change( settings() );
	$settings['version'] = VERSION;
	update_option( OPTION, $settings, true );
	shown_contests( true );
}

/**
 * Whether http to the machine itself will do: on a developer's own site alone.
 */
function is_local_site(): bool {
	return 'local' === wp_get_environment_type();
}
