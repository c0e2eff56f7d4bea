<?php
/**
 * What an administrator does with the contests of a site: registers, agrees, goes back, removes.
 *
 * Whoever calls has checked capability and nonce.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Reads and checks what is to be registered. No fault at all is accepted here.
 *
 * @param string $source Address of a definition, or empty.
 * @param string $text   JSON, where there is no address.
 * @return array{entry: array<string, mixed>, contest: array<string, mixed>, replaces: int|null, learned: array<string, string>}|\WP_Error
 *         The entry as it would be stored, with every host it leads to; the error's messages are one a fault.
 */
function candidate( string $source, string $text ) {
	$read_at = now();
	$learned = array();
	if ( '' !== $source ) {
		if ( 0 === strpos( $source, rest_url( REST_NAMESPACE ) ) ) {
			return new \WP_Error( 'source', __( 'Source address: this is the address of this site itself.', 'contest-banner' ) );
		}
		$answer = fetch( $source, array(), MAX_DEFINITION, array( 'Accept' => 'application/json' ) );
		if ( is_wp_error( $answer ) ) {
			return new \WP_Error( 'source', __( 'Source address:', 'contest-banner' ) . ' ' . $answer->get_error_message() );
		}
		$text    = $answer['body'];
		$read_at = $answer['date'];
		$learned = array(
			'etag'     => $answer['etag'],
			'modified' => $answer['modified'],
			'moved'    => $answer['moved'],
		);
	}
	if ( strlen( $text ) > MAX_DEFINITION ) {
		/* translators: %s: a size, such as 64 KB. */
		return new \WP_Error( 'too-large', sprintf( __( 'The definition is larger than %s.', 'contest-banner' ), size_format( MAX_DEFINITION ) ) );
	}
	// Editors on Windows put a mark in front that JSON does not know.
	$text   = (string) preg_replace( '/^\xEF\xBB\xBF/', '', trim( $text ) );
	$parsed = parse_text( $text, is_local_site() );
	$errors = new \WP_Error();
	foreach ( $parsed['faults'] as $fault ) {
		$errors->add( $fault['code'], $fault['message'] );
	}
	if ( $errors->has_errors() ) {
		return $errors;
	}
	$contest  = $parsed['contest'];
	$settings = settings();
	$replaces = key_of_id( $settings, $contest['id'] );
	$held     = null === $replaces ? null : $settings['contests'][ $replaces ];
	if ( $held && $held['network'] ) {
		return new \WP_Error( 'network', __( 'id: this contest is registered for the whole network.', 'contest-banner' ) );
	}
	$known = $held ? parse_text( $held['text'], is_local_site() )['contest'] : null;
	if ( $known && $text !== $held['text'] && ! wins( $contest, INF, $known, 0 ) ) {
		return new \WP_Error(
			'stale',
			fault(
				'revision',
				/* translators: %d: a number. */
				sprintf( __( 'a number above %1$d, or replaces: %1$d to take that one back; visitors who have seen it would not be shown an older one', 'contest-banner' ), $known['revision'] ),
				'stale'
			)['message']
		);
	}
	$entry   = clean_entry(
		array(
			'text'     => $text,
			'read_at'  => $read_at,
			'asked_at' => now(),
			'source'   => $source,
			'hosts'    => hosts_of( ways_in( $contest ) ),
			'links'    => hosts_of( other_links( $contest ) ),
			'http'     => leads_to_http( $contest ),
		)
	);
	$refused = array_diff( $entry['hosts'], within_limits( $settings, $entry['hosts'] ) );
	if ( $refused ) {
		/* translators: 1: host names; 2: host names. */
		return new \WP_Error( 'host', sprintf( __( 'url: the contest leads to %1$s, but the network allows only %2$s.', 'contest-banner' ), implode( ', ', $refused ), implode( ', ', $settings['limits'] ) ) );
	}
	return compact( 'entry', 'contest', 'replaces', 'learned' );
}

/**
 * The contest of an id, shown or not.
 *
 * @param array<string, mixed> $settings Of the site.
 * @param string               $id       Of a contest.
 * @return int|null Its key.
 */
function key_of_id( array $settings, string $id ): ?int {
	foreach ( $settings['contests'] as $key => $entry ) {
		$contest = parse_text( $entry['text'], is_local_site() )['contest'];
		if ( $contest && $contest['id'] === $id ) {
			return $key;
		}
	}
	return null;
}

/**
 * Registers a contest, or puts it in the place of the one of the same id.
 *
 * @param array<string, mixed> $candidate Of `candidate()`.
 * @return int Its key.
 */
function register_contest( array $candidate ): int {
	$entry            = $candidate['entry'];
	$entry['picture'] = keep_picture( $entry );
	$key              = 0;
	$previous         = null;
	change_settings(
		static function ( array $settings ) use ( $entry, $candidate, &$key, &$previous ): array {
			$key = key_of_id( $settings, $candidate['contest']['id'] );
			if ( null === $key ) {
				$key = $settings['contests'] ? max( array_keys( $settings['contests'] ) ) + 1 : 1;
			} else {
				$previous        = $settings['contests'][ $key ];
				$entry['former'] = $previous['former'];
			}
			$settings['contests'][ $key ] = $entry;
			return $settings;
		}
	);
	change_state( $key, null );
	change_state( $key, array_merge( $candidate['learned'], array( 'previous' => $previous ) ) );
	return $key;
}

/**
 * Agrees to the copy that waits: where it leads is pinned from now on.
 *
 * @param int    $key  Of the contest.
 * @param string $seen Hash of the copy that the administrator was shown.
 * @return bool False where nothing waits, or another copy by now.
 */
function accept_pending( int $key, string $seen ): bool {
	$pending = state_of( $key )['pending'];
	$contest = $pending ? parse_text( (string) $pending['text'], is_local_site() )['contest'] : null;
	if ( ! $contest || ! hash_equals( hash( 'sha256', $pending['text'] ), $seen ) ) {
		return false;
	}
	$previous = null;
	change_settings(
		static function ( array $settings ) use ( $key, $pending, $contest, &$previous ): array {
			if ( isset( $settings['contests'][ $key ] ) ) {
				$entry    = $settings['contests'][ $key ];
				$previous = $entry;
				$held     = parse_text( $entry['text'], is_local_site() )['contest'];

				$entry['text']    = $pending['text'];
				$entry['read_at'] = (int) $pending['read_at'];
				$entry['former']  = former_ids( $entry['former'], $held ? $held['id'] : '', $contest['id'] );
				$entry['hosts']   = array_values( array_unique( array_merge( $entry['hosts'], hosts_of( ways_in( $contest ) ) ) ) );
				$entry['http']    = $entry['http'] || leads_to_http( $contest );
				$entry['picture'] = keep_picture( $entry );

				$settings['contests'][ $key ] = $entry;
			}
			return $settings;
		}
	);
	change_state(
		$key,
		array(
			'pending'  => null,
			'previous' => $previous,
		)
	);
	return null !== $previous;
}

/**
 * Goes back to what was registered before the last replacement; going back again undoes it.
 *
 * Visitors who have seen the later revision keep it unless the earlier one takes it back: so that
 * is written into it.
 *
 * @param int $key Of the contest.
 * @return bool False where there is nothing before.
 */
function go_back( int $key ): bool {
	$previous = state_of( $key )['previous'];
	if ( ! $previous || ! isset( settings()['contests'][ $key ] ) ) {
		return false;
	}
	$previous = clean_entry( $previous );
	$replaced = null;
	change_settings(
		static function ( array $settings ) use ( $key, $previous, &$replaced ): array {
			$replaced   = $settings['contests'][ $key ];
			$later      = json_decode( $replaced['text'] );
			$definition = json_decode( $previous['text'] );
			if ( $later->id === $definition->id && $later->revision > $definition->revision ) {
				$definition->replaces = $later->revision;
				$previous['text']     = (string) wp_json_encode( $definition, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE );
			}
			$previous['former']           = former_ids( $replaced['former'], $later->id, $definition->id );
			$settings['contests'][ $key ] = $previous;
			return $settings;
		}
	);
	change_state( $key, null );
	change_state( $key, array( 'previous' => $replaced ) );
	return true;
}

/**
 * Takes a contest off this site.
 *
 * @param int $key Of the contest.
 */
function remove_contest( int $key ): void {
	change_settings(
		static function ( array $settings ) use ( $key ): array {
			if ( isset( $settings['contests'][ $key ] ) && ! $settings['contests'][ $key ]['network'] ) {
				unset( $settings['contests'][ $key ] );
			}
			return $settings;
		}
	);
	change_state( $key, null );
	remove_pictures();
}

/**
 * Reads a source from now on at the address to which it says it has moved for good.
 *
 * @param int $key Of the contest.
 */
function follow_move( int $key ): void {
	$moved = state_of( $key )['moved'];
	if ( '' === $moved ) {
		return;
	}
	change_settings(
		static function ( array $settings ) use ( $key, $moved ): array {
			if ( isset( $settings['contests'][ $key ] ) ) {
				$settings['contests'][ $key ]['source'] = $moved;
			}
			return $settings;
		}
	);
	change_state( $key, array( 'moved' => '' ) );
}
