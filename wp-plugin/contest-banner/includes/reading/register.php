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
 * @param string                    $source   Address of a definition, or empty.
 * @param string                    $text     JSON, where there is no address.
 * @param array<string, mixed>|null $settings What it is to stand beside; the site's where not given.
 * @return array{entry: array<string, mixed>, contest: array<string, mixed>, replaces: int|null, learned: array<string, string>}|\WP_Error
 *         The entry as it would be stored, with every host it leads to; the error's messages are one a fault.
 */
function candidate( string $source, string $text, ?array $settings = null ) {
	$settings = $settings ?? settings();
	$read_at  = now();
	$learned  = array();
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
	$text   = without_mark( $text );
	$parsed = parse_text( $text, is_local_site() );
	$errors = new \WP_Error();
	foreach ( $parsed['faults'] as $fault ) {
		$errors->add( $fault['code'], $fault['message'] );
	}
	if ( $errors->has_errors() ) {
		return $errors;
	}
	$contest = $parsed['contest'];
	if ( 'current' === $contest['id'] ) {
		return new \WP_Error( 'invalid', fault( 'id', __( 'another word than “current”, at which this site hands out its current contest', 'contest-banner' ) )['message'] );
	}
	$replaces = key_of_id( $settings, $contest['id'] );
	$held     = null === $replaces ? null : $settings['contests'][ $replaces ];
	if ( $held && $held['network'] ) {
		return new \WP_Error( 'network', __( 'id: this contest is registered for the whole network.', 'contest-banner' ) );
	}
	$known = $held ? contest_of( $held ) : null;
	if ( $known && $text !== $held['text'] && ! wins( $contest, INF, $known, 0 ) ) {
		return new \WP_Error(
			'stale',
			fault(
				'revision',
				sprintf(
					/* translators: 1, 2: numbers. */
					__( 'a number above %1$d, or %2$d in replaces; visitors who have seen that revision would not be shown an older one', 'contest-banner' ),
					max( $known['revision'], $known['replaces'] ?? 0 ),
					$known['revision']
				),
				'stale'
			)['message']
		);
	}
	$entry = clean_entry(
		array(
			'text'     => $text,
			'read_at'  => $read_at,
			'asked_at' => now(),
			'source'   => $source,
			'hosts'    => hosts_of( ways_in( $contest ) ),
			'links'    => hosts_of( other_links( $contest ) ),
			'http'     => leads_to_http( $contest ),
			'until'    => until( $contest ),
		)
	);
	foreach ( array_merge( $entry['hosts'], $entry['links'] ) as $host ) {
		if ( ! is_pinnable( $host, is_local_site() ) ) {
			/* translators: %s: a host name. */
			return new \WP_Error( 'host', sprintf( __( 'url: “%s” cannot be pinned: anyone may have a name below it.', 'contest-banner' ), $host ) );
		}
	}
	$refused = array_diff( $entry['hosts'], within_limits( $settings, $entry['hosts'] ) );
	if ( $refused ) {
		/* translators: 1: host names; 2: host names. */
		return new \WP_Error( 'host', sprintf( __( 'url: the contest leads to %1$s, but only %2$s is allowed.', 'contest-banner' ), implode( ', ', $refused ), implode( ', ', array_merge( (array) $settings['limits'], $settings['only'] ) ) ) );
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
		$contest = contest_of( $entry );
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
				$key = ++$settings['last_key'];
			} else {
				$previous        = $settings['contests'][ $key ];
				$entry['former'] = $previous['former'];
				// What an administrator has gone back from stays taken back, unless the definition itself takes back another.
				$entry['takes_back'] = isset( $candidate['contest']['replaces'] ) ? 0 : $previous['takes_back'];
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
 * The copy that waits for a yes, checked.
 *
 * @param int $key Of the contest.
 * @return array<string, mixed>|null Null where none waits.
 */
function pending_contest( int $key ): ?array {
	$pending = state_of( $key )['pending'];
	return $pending ? parse_text( (string) $pending['text'], is_local_site() )['contest'] : null;
}

/**
 * Hosts to which the copy that waits leads, though site or network allow no banner to.
 *
 * @param array<string, mixed> $contest Of `pending_contest()`.
 * @return string[]
 */
function forbidden_hosts( array $contest ): array {
	$hosts   = hosts_of( ways_in( $contest ) );
	$allowed = array_filter( within_limits( settings(), $hosts ), static fn( $host ) => is_pinnable( $host, is_local_site() ) );
	return array_values( array_diff( $hosts, $allowed ) );
}

/**
 * Agrees to the copy that waits: where it leads is pinned from now on.
 *
 * @param int    $key  Of the contest.
 * @param string $seen Hash of the copy that the administrator was shown.
 * @return bool False where nothing waits, where another copy does by now, or where it may not be agreed to.
 */
function accept_pending( int $key, string $seen ): bool {
	$pending = state_of( $key )['pending'];
	$contest = pending_contest( $key );
	$entry   = settings()['contests'][ $key ] ?? null;
	if ( ! $contest || ! $entry || ! hash_equals( hash( 'sha256', $pending['text'] ), $seen ) || forbidden_hosts( $contest ) || is_taken( $contest['id'], $key ) ) {
		return false;
	}
	// Before anything is changed, since it takes its time.
	$picture  = keep_picture( array_merge( $entry, array( 'text' => $pending['text'] ) ) );
	$previous = null;
	change_settings(
		static function ( array $settings ) use ( $key, $pending, $contest, $picture, &$previous ): array {
			if ( isset( $settings['contests'][ $key ] ) ) {
				$entry    = $settings['contests'][ $key ];
				$previous = $entry;
				$held     = contest_of( $entry );

				$entry['text']    = $pending['text'];
				$entry['read_at'] = (int) $pending['read_at'];
				$entry['former']  = former_ids( $entry['former'], $held ? $held['id'] : '', $contest['id'] );
				$entry['hosts']   = array_values( array_unique( array_merge( $entry['hosts'], hosts_of( ways_in( $contest ) ) ) ) );
				$entry['http']    = $entry['http'] || leads_to_http( $contest );
				$entry['until']   = until( $contest );
				$entry['picture'] = $picture;

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
 * Agrees to show the contest that is held for as long as it lasts.
 *
 * @param int    $key  Of the contest.
 * @param string $seen Hash of the copy that the administrator was shown.
 * @return bool False where another copy is held by now.
 */
function accept_longer( int $key, string $seen ): bool {
	$accepted = false;
	change_settings(
		static function ( array $settings ) use ( $key, $seen, &$accepted ): array {
			$entry    = $settings['contests'][ $key ] ?? null;
			$contest  = $entry ? contest_of( $entry ) : null;
			$accepted = $contest && hash_equals( hash( 'sha256', $entry['text'] ), $seen );
			if ( $accepted ) {
				$settings['contests'][ $key ]['until'] = until( $contest );
			}
			return $settings;
		}
	);
	return $accepted;
}

/**
 * Goes back to what was registered before the last replacement.
 *
 * Visitors who have seen the later revision keep it unless the earlier one takes it back: so that is
 * handed out with it from now on, until a still later one is published.
 *
 * @param int $key Of the contest.
 * @return bool False where there is nothing before.
 */
function go_back( int $key ): bool {
	$previous = state_of( $key )['previous'];
	$replaced = settings()['contests'][ $key ] ?? null;
	if ( ! $previous || ! $replaced ) {
		return false;
	}
	$previous = clean_entry( $previous );
	$later    = contest_of( $replaced );
	$earlier  = contest_of( $previous );
	if ( $later && $earlier ) {
		$previous['former'] = former_ids( $replaced['former'], $later['id'], $earlier['id'] );
		if ( $later['id'] === $earlier['id'] ) {
			$previous['takes_back'] = max( $later['revision'], $later['replaces'] ?? 0 );
		}
	}
	$previous['picture'] = keep_picture( $previous );
	change_settings(
		static function ( array $settings ) use ( $key, $previous ): array {
			$settings['contests'][ $key ] = $previous;
			return $settings;
		}
	);
	change_state( $key, null );
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
