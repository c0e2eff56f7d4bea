<?php
/**
 * The contests of this site, as they are stored.
 *
 * One autoloaded option holds all that a page needs, so that a page costs no query. It is checked
 * again whenever it is read: anything may have written it. What pages do not need (failures, what
 * waits for a yes, what was replaced) stands apart and is not autoloaded.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Autoloaded: see `settings()`. */
const OPTION = 'contest_banner';

/** Not autoloaded: see `state_of()`. */
const STATE_OPTION = 'contest_banner_state';

/** Time between two readings of a source, ms. */
const FRESH = 15 * 60 * 1000;

/** The snippets we make show nothing from so long after the end on. */
const SHOWN_AFTER_END = 180 * DAY;

/**
 * What is stored, in the form that the rest may rely on.
 *
 * @return array{version: string, unit: string, unit_name: string, hosts: string[], limits: string[]|null, contests: array<int, array<string, mixed>>}
 *         `hosts` are pinned by the site's administrator; `limits` are the network's, null where it sets none.
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
		'limits'    => isset( $stored['limits'] ) ? names( $stored['limits'] ) : null,
		'contests'  => $contests,
	);
}

/**
 * One registered contest, in the form that the rest may rely on.
 *
 * @param array<string, mixed> $entry As stored.
 * @return array{text: string, read_at: int, asked_at: int, source: string, former: string[], hosts: string[], links: string[], http: bool, picture: array{file: string, width: int, height: int}|null, network: bool}
 *         `text`: JSON as published. `read_at`: when the source held it, by its own clock; `asked_at`: when it was
 *         last asked, by this server's; both epoch ms. `source`: empty for a pasted contest. `former`: ids
 *         that the source has given up. `hosts`: where the way in may lead; `links`: where other links may.
 *         `http`: an unencrypted way in was agreed to. `network`: registered for the whole network.
 */
function clean_entry( array $entry ): array {
	$picture = $entry['picture'] ?? null;
	return array(
		'text'     => (string) $entry['text'],
		'read_at'  => (int) ( $entry['read_at'] ?? 0 ),
		'asked_at' => (int) ( $entry['asked_at'] ?? 0 ),
		'source'   => is_string( $entry['source'] ?? null ) ? $entry['source'] : '',
		'former'   => names( $entry['former'] ?? array() ),
		'hosts'    => names( $entry['hosts'] ?? array() ),
		'links'    => names( $entry['links'] ?? array() ),
		'http'     => true === ( $entry['http'] ?? false ),
		'picture'  => is_array( $picture ) && preg_match( '/^[0-9a-f]{32}\.(png|jpg|webp)$/D', (string) ( $picture['file'] ?? '' ) ) ? $picture : null,
		'network'  => true === ( $entry['network'] ?? false ),
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

/**
 * A unit's code: one line, at most 100 characters.
 *
 * @param string $unit As given.
 */
function clean_unit( string $unit ): string {
	return mb_substr( sanitize_text_field( $unit ), 0, 100, 'UTF-8' );
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
 * The registered contests of this site, checked, with the copy that pages show.
 *
 * @param bool $forget Reads them anew.
 * @return array<int, array{entry: array<string, mixed>, contest: array<string, mixed>, hosts: string[]}> By key.
 */
function shown_contests( bool $forget = false ): array {
	static $shown = array();
	$blog         = get_current_blog_id();
	if ( $forget ) {
		unset( $shown[ $blog ] );
		return array();
	}
	if ( ! isset( $shown[ $blog ] ) ) {
		$shown[ $blog ] = array();
		$settings       = settings();
		foreach ( $settings['contests'] as $key => $entry ) {
			$hosts   = pinned_hosts( $settings, $entry );
			$contest = parse_text( $entry['text'], is_local_site() )['contest'];
			$contest = $contest ? pin( $contest, $hosts ) : null;
			if ( $contest ) {
				$shown[ $blog ][ $key ] = compact( 'entry', 'contest', 'hosts' );
			}
		}
	}
	return $shown[ $blog ];
}

/**
 * Where a contest may lead: its own pins and the site's, as far as the network lets them.
 *
 * @param array<string, mixed> $settings Of the site.
 * @param array<string, mixed> $entry    The contest's.
 * @return string[]
 */
function pinned_hosts( array $settings, array $entry ): array {
	return within_limits( $settings, array_merge( $entry['hosts'], $entry['links'], $settings['hosts'] ) );
}

/**
 * The hosts that the network lets a site pin: a site may narrow them, never widen them.
 *
 * @param array<string, mixed> $settings Of the site.
 * @param string[]             $hosts    Pinned by the site.
 * @return string[]
 */
function within_limits( array $settings, array $hosts ): array {
	$limits = $settings['limits'];
	return array_values(
		array_unique(
			null === $limits ? $hosts : array_filter( $hosts, static fn( $host ) => is_on_host( $host, $limits ) )
		)
	);
}

/**
 * Every host that this site's contests may lead to.
 *
 * @return string[]
 */
function all_hosts(): array {
	return array_values( array_unique( array_merge( ...array_values( array_column( shown_contests(), 'hosts' ) ), ...array( within_limits( settings(), settings()['hosts'] ) ) ) ) );
}

/**
 * Finds a registered contest.
 *
 * @param string $id Its id, one that its source has given up since, or `current`.
 * @return int|null Its key among `shown_contests()`.
 */
function find_contest( string $id ): ?int {
	$shown = shown_contests();
	if ( 'current' === $id || '' === $id ) {
		return current_of( array_map( static fn( $one ) => $one['contest'], $shown ), now() );
	}
	foreach ( $shown as $key => $one ) {
		if ( $one['contest']['id'] === $id ) {
			return $key;
		}
	}
	foreach ( $shown as $key => $one ) {
		if ( in_array( $id, $one['entry']['former'], true ) ) {
			return $key;
		}
	}
	return null;
}

/**
 * The definition that this site hands out: as published, unknown fields and all, but with the
 * picture that this site serves.
 *
 * @param array<string, mixed> $entry   Registered contest.
 * @param bool                 $is_page Leaves out what visitors are never shown.
 * @return string JSON.
 */
function published_text( array $entry, bool $is_page = false ): string {
	$definition = json_decode( $entry['text'] );
	if ( ! isset( $definition->banner ) && ! $is_page ) {
		return $entry['text'];
	}
	if ( $entry['picture'] && isset( $definition->banner->src ) ) {
		$definition->banner->src    = set_url_scheme( picture_folder()['url'] . '/' . $entry['picture']['file'] );
		$definition->banner->width  = $entry['picture']['width'];
		$definition->banner->height = $entry['picture']['height'];
	} else {
		unset( $definition->banner );
	}
	if ( $is_page ) {
		unset( $definition->report );
	}
	return (string) wp_json_encode( $definition, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
}

/**
 * Where the copies of pictures lie.
 *
 * @return array{dir: string, url: string}
 */
function picture_folder(): array {
	$uploads = wp_get_upload_dir();
	return array(
		'dir' => $uploads['basedir'] . '/contest-banner',
		'url' => $uploads['baseurl'] . '/contest-banner',
	);
}

/**
 * Whether http to the machine itself will do: on a developer's own site alone.
 */
function is_local_site(): bool {
	return 'local' === wp_get_environment_type();
}

/**
 * What is remembered of the reading of a contest, by its key.
 *
 * @param int $key Of the contest.
 * @return array{etag: string, modified: string, tried_at: int, failures: int, next: int, fault: string, moved: string, pending: array<string, mixed>|null, previous: array<string, mixed>|null}
 *         Times in epoch ms. `next`: no earlier try after a failure. `moved`: the address to which the source
 *         says it has moved for good. `pending`: a copy that waits for an administrator's yes. `previous`: the
 *         entry before the last replacement.
 */
function state_of( int $key ): array {
	$all   = get_option( STATE_OPTION );
	$state = is_array( $all ) && is_array( $all[ $key ] ?? null ) ? $all[ $key ] : array();
	return array(
		'etag'     => (string) ( $state['etag'] ?? '' ),
		'modified' => (string) ( $state['modified'] ?? '' ),
		'tried_at' => (int) ( $state['tried_at'] ?? 0 ),
		'failures' => (int) ( $state['failures'] ?? 0 ),
		'next'     => (int) ( $state['next'] ?? 0 ),
		'fault'    => (string) ( $state['fault'] ?? '' ),
		'moved'    => (string) ( $state['moved'] ?? '' ),
		'pending'  => is_array( $state['pending'] ?? null ) ? $state['pending'] : null,
		'previous' => is_array( $state['previous'] ?? null ) ? $state['previous'] : null,
	);
}

/**
 * Remembers something about the reading of a contest.
 *
 * @param int                  $key     Of the contest.
 * @param array<string, mixed> $changes Null forgets all of it.
 */
function change_state( int $key, ?array $changes ): void {
	wp_cache_delete( STATE_OPTION, 'options' );
	$all = get_option( STATE_OPTION );
	$all = is_array( $all ) ? $all : array();
	if ( null === $changes ) {
		unset( $all[ $key ] );
	} else {
		$all[ $key ] = array_merge( state_of( $key ), $changes );
	}
	update_option( STATE_OPTION, $all, false );
}
