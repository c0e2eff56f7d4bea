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

/**
 * Which sources are to be read now.
 *
 * @param array<int, array<string, mixed>> $entries Registered contests.
 * @param int                              $now     Epoch ms.
 * @return int[] Their keys, the longest unread first.
 */
function due( array $entries, int $now ): array {
	$due = array();
	foreach ( $entries as $key => $entry ) {
		$age = $now - $entry['asked_at'];
		if ( '' !== $entry['source'] && ( $age >= FRESH || $age < 0 ) && state_of( $key )['next'] <= $now ) {
			$due[ $key ] = $entry['asked_at'];
		}
	}
	asort( $due );
	return array_keys( $due );
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
	$hosts  = pinned_hosts( settings(), $entry );
	$answer = fetch( $entry['source'], $hosts, MAX_DEFINITION, $headers, $time );
	if ( is_wp_error( $answer ) ) {
		return read_failed( $key, $state, $answer );
	}
	$changes = array( 'asked_at' => now() );
	$learned = array(
		'tried_at' => now(),
		'failures' => 0,
		'next'     => 0,
		'fault'    => '',
		'moved'    => $answer['moved'],
	);
	$text    = $answer['body'];
	if ( 304 === $answer['status'] ) {
		// What waits is judged again: its host may have been pinned meanwhile.
		$text               = (string) ( $state['pending']['text'] ?? $entry['text'] );
		$changes['read_at'] = $answer['date'];
		$learned['fault']   = $state['fault'];
	}
	if ( 304 !== $answer['status'] || $state['pending'] ) {
		$judged = judge( $text, $answer['date'], $entry, $hosts );
		if ( is_wp_error( $judged ) ) {
			return read_failed( $key, $state, $judged );
		}
		$learned['fault']   = $judged['fault'];
		$learned['pending'] = $judged['pending'];
		$changes            = array_merge( $changes, $judged['changes'] );
	}
	if ( 304 !== $answer['status'] ) {
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
			'tried_at' => now(),
			'failures' => $failures,
			'next'     => now() + (int) min( LAST_PAUSE, FIRST_PAUSE * 2 ** min( $failures - 1, 10 ) ),
			'fault'    => $error->get_error_message(),
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
 * @param string[]             $hosts Pinned.
 * @return array{changes: array<string, mixed>, pending: array<string, mixed>|null, fault: string}|\WP_Error
 *         An error where it is refused as a whole.
 */
function judge( string $text, int $date, array $entry, array $hosts ) {
	$local  = is_local_site();
	$parsed = parse_text( $text, $local );
	$faults = implode( "\n", array_column( $parsed['faults'], 'message' ) );
	$result = array(
		'changes' => array(),
		'pending' => null,
		'fault'   => $faults,
	);
	if ( ! $parsed['contest'] ) {
		return new \WP_Error( 'invalid', $faults );
	}
	$contest = $parsed['contest'];
	$held    = parse_text( $entry['text'], $local )['contest'];
	if ( $held && $text !== $entry['text'] && ! wins( $contest, $date, $held, $entry['read_at'] ) ) {
		$result['fault'] = fault(
			'revision',
			/* translators: %d: a number. */
			sprintf( __( '%d or later, or the number of the later one in replaces; the source holds an older copy', 'contest-banner' ), $held['revision'] ),
			'stale'
		)['message'];
		return $result;
	}
	if ( ! is_agreed( $contest, $entry, $hosts ) ) {
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
 * @param string[]             $hosts   Pinned.
 */
function is_agreed( array $contest, array $entry, array $hosts ): bool {
	return null !== pin( $contest, $hosts ) && ( $entry['http'] || ! leads_to_http( $contest ) );
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
