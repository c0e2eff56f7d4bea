<?php
/**
 * Keeps the copies fresh: by WP-Cron, and on demand when someone asks for a contest.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** After a failure the next try comes after a minute, then two, four, … and at most two hours. */
const FIRST_PAUSE = 60 * 1000;
const LAST_PAUSE  = 2 * HOUR;

/** Where one source is read, others that are older than this are read with it, so that all is written once; ms. */
const NEARLY_DUE = 5 * 60 * 1000;

/**
 * Which sources are to be read now.
 *
 * @param array<int, array<string, mixed>> $entries Registered contests.
 * @param int                              $now     Epoch ms.
 * @return int[] Their keys, the longest unread first; none where none is due.
 */
function due( array $entries, int $now ): array {
	$ages = array();
	foreach ( $entries as $key => $entry ) {
		if ( '' !== $entry['source'] && state_of( $key )['next'] <= $now ) {
			$age          = $now - $entry['asked_at'];
			$ages[ $key ] = $age < 0 ? INF : $age;
		}
	}
	if ( ! $ages || max( $ages ) < FRESH ) {
		return array();
	}
	arsort( $ages );
	return array_keys( array_filter( $ages, static fn( $age ) => $age >= NEARLY_DUE ) );
}

/**
 * Reads the sources that are due, where nobody else is reading: one at a time, all within five
 * seconds, and what came of it is written once.
 *
 * @param int[]|null $keys Reads these whether due or not.
 * @return bool False where another process is reading.
 */
function refresh( ?array $keys = null ): bool {
	// The cheap question first: most of the time nothing is due.
	if ( null === $keys && ! due( settings()['contests'], now() ) ) {
		return true;
	}
	$lock = take_lock( 30 );
	if ( null === $lock ) {
		return false;
	}
	try {
		// Another may have read them while this one waited for the lock.
		wp_cache_delete( 'alloptions', 'options' );
		wp_cache_delete( STATE_OPTION, 'options' );
		$entries = settings()['contests'];
		$until   = microtime( true ) + MAX_TIME;
		$read    = array();
		foreach ( $keys ?? due( $entries, now() ) as $key ) {
			$left = $until - microtime( true );
			if ( $left > 0.5 && isset( $entries[ $key ] ) && '' !== $entries[ $key ]['source'] ) {
				$read[ $key ] = read_source( $key, $entries[ $key ], $left );
			}
		}
		$read = array_filter( $read );
		if ( $read ) {
			change_settings(
				static function ( array $settings ) use ( $read, $entries ): array {
					foreach ( $read as $key => $changes ) {
						// An administrator may have replaced or removed it meanwhile.
						if ( isset( $settings['contests'][ $key ] ) && $settings['contests'][ $key ]['source'] === $entries[ $key ]['source'] ) {
							$settings['contests'][ $key ] = array_merge( $settings['contests'][ $key ], $changes );
						}
					}
					return $settings;
				}
			);
		}
	} finally {
		release_lock( $lock );
	}
	return true;
}

/**
 * Reads the source of one contest.
 *
 * @param int                  $key   Of the contest.
 * @param array<string, mixed> $entry As registered.
 * @param float                $time  Seconds.
 * @return array<string, mixed>|null What changes in the entry; null where reading failed.
 */
function read_source( int $key, array $entry, float $time = MAX_TIME ): ?array {
	$until   = microtime( true ) + $time;
	$state   = state_of( $key );
	$headers = array( 'Accept' => 'application/json' );
	if ( '' !== $state['etag'] ) {
		$headers['If-None-Match'] = $state['etag'];
	}
	if ( '' !== $state['modified'] ) {
		$headers['If-Modified-Since'] = $state['modified'];
	}
	// Should drawing a picture end this process, the next one is not to follow at once.
	change_state( $key, array( 'next' => now() + FIRST_PAUSE ) );
	$answer = fetch( $entry['source'], pinned_hosts( settings(), $entry ), MAX_DEFINITION, $headers, $time );
	if ( is_wp_error( $answer ) ) {
		return read_failed( $key, $state, $answer );
	}
	$is_new  = 304 !== $answer['status'];
	$changes = array( 'asked_at' => now() );
	$learned = array(
		'failures' => 0,
		'next'     => 0,
		'failure'  => '',
		'moved'    => $answer['moved'],
	);
	if ( $is_new || $state['pending'] ) {
		// What waits is judged again: its host may have been pinned meanwhile.
		$judged = judge( $is_new ? $answer['body'] : (string) $state['pending']['text'], $answer['date'], $entry );
		if ( is_wp_error( $judged ) ) {
			return read_failed( $key, $state, $judged );
		}
		$learned['faults']  = $judged['faults'];
		$learned['pending'] = $judged['pending'];
		$changes            = array_merge( $changes, $judged['changes'] );
	} else {
		$changes['read_at'] = $answer['date'];
	}
	if ( $is_new ) {
		$learned['etag']     = $answer['etag'];
		$learned['modified'] = $answer['modified'];
	}
	change_state( $key, $learned );
	$changes['picture'] = keep_picture( array_merge( $entry, $changes ), $until - microtime( true ) );
	return $changes;
}

/**
 * Remembers a failure; the copy that is held stays.
 *
 * @param int                  $key   Of the contest.
 * @param array<string, mixed> $state Before it.
 * @param \WP_Error            $error What went wrong.
 * @return null
 */
function read_failed( int $key, array $state, \WP_Error $error ) {
	$failures = $state['failures'] + 1;
	change_state(
		$key,
		array(
			'failures' => $failures,
			'next'     => now() + (int) min( LAST_PAUSE, FIRST_PAUSE * 2 ** min( $failures - 1, 10 ) ),
			'failure'  => $error->get_error_message(),
		)
	);
	return null;
}

/**
 * Holds what a source has published against the copy that is there.
 *
 * @param string               $text  The answer.
 * @param int                  $date  Of the answer, epoch ms.
 * @param array<string, mixed> $entry As registered.
 * @return array{changes: array<string, mixed>, pending: array<string, mixed>|null, faults: string}|\WP_Error
 *         An error where it is refused as a whole.
 */
function judge( string $text, int $date, array $entry ) {
	$parsed = parse_text( $text, is_local_site() );
	$faults = implode( "\n", array_column( $parsed['faults'], 'message' ) );
	$result = array(
		'changes' => array(),
		'pending' => null,
		'faults'  => $faults,
	);
	if ( ! $parsed['contest'] ) {
		return new \WP_Error( 'invalid', $faults );
	}
	$contest = $parsed['contest'];
	$held    = contest_of( $entry );
	if ( $held && $text !== $entry['text'] && ! wins( $contest, $date, $held, $entry['read_at'] ) ) {
		$result['faults'] = fault(
			'revision',
			/* translators: %d: a number. */
			sprintf( __( '%d or later, or the number of the later one in replaces; the source holds an older copy', 'contest-banner' ), $held['revision'] ),
			'stale'
		)['message'];
		return $result;
	}
	if ( ! is_agreed( $contest, $entry ) ) {
		$result['pending'] = array(
			'text'    => $text,
			'read_at' => $date,
		);
		return $result;
	}
	$result['changes'] = array(
		'text'    => $text,
		'read_at' => $date,
		'former'  => former_ids( $entry['former'], $held ? $held['id'] : '', $contest['id'] ),
	);
	return $result;
}

/**
 * Whether an administrator has agreed to where a contest leads.
 *
 * @param array<string, mixed> $contest Checked.
 * @param array<string, mixed> $entry   As registered.
 */
function is_agreed( array $contest, array $entry ): bool {
	// Hosts that were agreed to for documents are none for a way in.
	return null !== pin( $contest, way_hosts( settings(), $entry ), array() ) && ( $entry['http'] || ! leads_to_http( $contest ) );
}

/**
 * Whether a way in is not encrypted. On the machine itself that does not matter.
 *
 * @param array<string, mixed> $contest Checked.
 */
function leads_to_http( array $contest ): bool {
	foreach ( ways_in( $contest ) as $address ) {
		if ( 0 === strpos( $address, 'http:' ) && ! is_local_host( host_of( $address ) ) ) {
			return true;
		}
	}
	return false;
}

/**
 * The ids that a source has given up: pages out there still ask for them.
 *
 * @param string[] $former Until now.
 * @param string   $held   Until now the id.
 * @param string   $id     From now on.
 * @return string[]
 */
function former_ids( array $former, string $held, string $id ): array {
	if ( '' !== $held && $held !== $id ) {
		$former[] = $held;
	}
	return array_slice( array_values( array_unique( array_diff( $former, array( $id ) ) ) ), -20 );
}
