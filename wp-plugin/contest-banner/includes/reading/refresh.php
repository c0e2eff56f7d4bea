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
	$lock = take_lock( 60 );
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
			merge_changes( $read, $entries );
			forget_unstored( $read );
		}
		// Only now, since drawing a picture may end this process.
		foreach ( array_keys( $read ) as $key ) {
			refresh_picture( $key, $until - microtime( true ) );
		}
	} finally {
		release_lock( $lock );
	}
	return true;
}

/**
 * Stores what was read, unless an administrator has meanwhile done something with the contest.
 *
 * @param array<int, array<string, mixed>> $changes By key.
 * @param array<int, array<string, mixed>> $before  The entries as they were when reading began.
 */
function merge_changes( array $changes, array $before ): void {
	$same = array_flip( array( 'source', 'text', 'hosts', 'links', 'http', 'takes_back', 'until' ) );
	change_settings(
		static function ( array $settings ) use ( $changes, $before, $same ): array {
			foreach ( $changes as $key => $change ) {
				$entry = $settings['contests'][ $key ] ?? null;
				if ( $entry && array_intersect_key( $entry, $same ) === array_intersect_key( $before[ $key ], $same ) ) {
					$settings['contests'][ $key ] = array_merge( $entry, $change );
				}
			}
			return $settings;
		}
	);
}

/**
 * Asks anew, and not only for what is newer, where something that was read has not been stored.
 *
 * @param array<int, array<string, mixed>> $changes By key.
 */
function forget_unstored( array $changes ): void {
	foreach ( $changes as $key => $change ) {
		if ( isset( $change['text'] ) && ( settings()['contests'][ $key ]['text'] ?? $change['text'] ) !== $change['text'] ) {
			change_state(
				$key,
				array(
					'etag'     => '',
					'modified' => '',
				)
			);
		}
	}
}

/**
 * Copies the picture of a contest where there is a new one.
 *
 * @param int   $key  Of the contest.
 * @param float $time Seconds.
 */
function refresh_picture( int $key, float $time ): void {
	$entry = settings()['contests'][ $key ] ?? null;
	if ( ! $entry || ( ! $entry['picture'] && ! isset( contest_of( $entry )['banner'] ) ) ) {
		return;
	}
	// Should this process end on the way, the next one is not to follow at once.
	change_state( $key, array( 'next' => now() + FIRST_PAUSE ) );
	$picture = keep_picture( $entry, $time );
	if ( $picture !== $entry['picture'] ) {
		merge_changes( array( $key => compact( 'picture' ) ), array( $key => $entry ) );
	}
	change_state( $key, array( 'next' => 0 ) );
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
	$state   = state_of( $key );
	$headers = array( 'Accept' => 'application/json' );
	if ( '' !== $state['etag'] ) {
		$headers['If-None-Match'] = $state['etag'];
	}
	if ( '' !== $state['modified'] ) {
		$headers['If-Modified-Since'] = $state['modified'];
	}
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
		$judged = judge( $key, $is_new ? without_mark( $answer['body'] ) : (string) $state['pending']['text'], $answer['date'], $entry );
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
