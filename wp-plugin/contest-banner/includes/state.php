<?php
/**
 * What pages do not need of a contest: failures, what waits for a yes, what was replaced. Not autoloaded.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Not autoloaded: see `state_of()`. */
const STATE_OPTION = 'contest_banner_state';

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
