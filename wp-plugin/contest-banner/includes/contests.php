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
 * @return array{text: string, read_at: int, asked_at: int, source: string, former: string[], hosts: string[], links: string[], http: bool, takes_back: int, picture: array{file: string, width: int, height: int}|null, network: bool}
 *         `text`: JSON as published. `read_at`: when the source held it, by its own clock; `asked_at`: when it was
 *         last asked, by this server's; both epoch ms. `source`: empty for a pasted contest. `former`: ids
 *         that the source has given up. `hosts`: where the way in may lead; `links`: where other links may.
 *         `http`: an unencrypted way in was agreed to. `takes_back`: a higher revision that an administrator has
 *         gone back from, 0 for none. `network`: registered for the whole network.
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
			$contest = contest_of( $entry );
			$contest = $contest && ( $entry['http'] || ! leads_to_http( $contest ) ) ? pin( $contest, way_hosts( $settings, $entry ), $hosts ) : null;
			if ( $contest ) {
				$shown[ $blog ][ $key ] = compact( 'entry', 'contest', 'hosts' );
			}
		}
	}
	return $shown[ $blog ];
}

/**
 * The contest of an entry, checked.
 *
 * @param array<string, mixed> $entry Registered contest.
 * @return array<string, mixed>|null Null where it cannot be read.
 */
function contest_of( array $entry ): ?array {
	$contest = parse_text( $entry['text'], is_local_site() )['contest'];
	if ( $contest && takes_back( $entry, $contest['revision'] ) ) {
		$contest['replaces'] = $entry['takes_back'];
	}
	return $contest;
}

/**
 * Whether visitors are to be told that a higher revision is taken back.
 *
 * @param array<string, mixed> $entry    Registered contest.
 * @param int                  $revision That it holds.
 */
function takes_back( array $entry, int $revision ): bool {
	return $entry['takes_back'] > $revision;
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
 * Every host that this site's contests may lead to.
 *
 * @param bool $ways Only those of ways in.
 * @return string[]
 */
function all_hosts( bool $ways = false ): array {
	$settings = settings();
	$hosts    = within_limits( $settings, $settings['hosts'] );
	foreach ( shown_contests() as $one ) {
		$hosts = array_merge( $hosts, $ways ? way_hosts( $settings, $one['entry'] ) : $one['hosts'] );
	}
	return array_values( array_unique( $hosts ) );
}

/**
 * Finds a registered contest.
 *
 * @param string $id Its id, one that its source has given up since, or `current`.
 * @return int|null Its key among `shown_contests()`.
 */
function find_contest( string $id ): ?int {
	$shown = shown_contests();
	if ( 'current' === $id ) {
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
	$takes_back = takes_back( $entry, (int) ( $definition->revision ?? 0 ) );
	if ( ! isset( $definition->banner ) && ! $is_page && ! $takes_back ) {
		return $entry['text'];
	}
	if ( $takes_back ) {
		$definition->replaces = $entry['takes_back'];
	}
	$name = isset( $definition->banner->src ) ? picture_name( (string) $definition->banner->src, (string) $definition->id, (int) $definition->revision ) : '';
	if ( $entry['picture'] && '' !== $name && 0 === strpos( $entry['picture']['file'], $name ) ) {
		$address = picture_folder()['url'] . '/' . $entry['picture']['file'];
		// Behind a proxy that ends https, PHP may not know that the page is read by https.
		$definition->banner->src    = is_ssl() ? set_url_scheme( $address, 'https' ) : $address;
		$definition->banner->width  = $entry['picture']['width'];
		$definition->banner->height = $entry['picture']['height'];
	} else {
		unset( $definition->banner );
	}
	if ( $is_page ) {
		unset( $definition->report );
	}
	return (string) wp_json_encode( $definition, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PARTIAL_OUTPUT_ON_ERROR );
}

/**
 * The name of a copy of a picture, without extension: each revision has its own, as the picture may have changed.
 *
 * @param string $src      Where the picture lies.
 * @param string $id       Of the contest.
 * @param int    $revision Of the definition.
 */
function picture_name( string $src, string $id, int $revision ): string {
	return md5( "$src\n$id@$revision" );
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
 * @return array{etag: string, modified: string, failures: int, next: int, failure: string, faults: string, moved: string, pending: array<string, mixed>|null, previous: array<string, mixed>|null}
 *         `next`: no earlier try, epoch ms. `failure`: why the source could not be read the last time; `faults`: what
 *         is wrong in what it holds. `moved`: the address to which the source says it has moved for good. `pending`: a
 *         copy that waits for an administrator's yes. `previous`: the entry before the last replacement.
 */
function state_of( int $key ): array {
	$all   = get_option( STATE_OPTION );
	$state = is_array( $all ) && is_array( $all[ $key ] ?? null ) ? $all[ $key ] : array();
	return array(
		'etag'     => (string) ( $state['etag'] ?? '' ),
		'modified' => (string) ( $state['modified'] ?? '' ),
		'failures' => (int) ( $state['failures'] ?? 0 ),
		'next'     => (int) ( $state['next'] ?? 0 ),
		'failure'  => (string) ( $state['failure'] ?? '' ),
		'faults'   => (string) ( $state['faults'] ?? '' ),
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
