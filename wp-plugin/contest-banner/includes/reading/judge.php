<?php
/**
 * What comes of what a source has published: taken, refused, or kept waiting for a yes.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Holds what a source has published against the copy that is there.
 *
 * @param int                  $key   Of the contest.
 * @param string               $text  The answer.
 * @param int                  $date  Of the answer, epoch ms.
 * @param array<string, mixed> $entry As registered.
 * @return array{changes: array<string, mixed>, pending: array<string, mixed>|null, faults: string}|\WP_Error
 *         An error where it is refused as a whole.
 */
function judge( int $key, string $text, int $date, array $entry ) {
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
	if ( is_taken( $contest['id'], $key ) ) {
		$result['faults'] = fault( 'id', __( 'one that no other contest of this site has', 'contest-banner' ) )['message'];
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
		'until'   => moved_until( $entry['until'], $contest, now() ),
	);
	return $result;
}

/**
 * Whether another contest of this site has an id, or had it: none takes the place of another by its name.
 *
 * @param string $id  Of a definition.
 * @param int    $key Of its contest.
 */
function is_taken( string $id, int $key ): bool {
	foreach ( settings()['contests'] as $other => $entry ) {
		if ( $other !== $key && ( in_array( $id, $entry['former'], true ) || ( contest_of( $entry )['id'] ?? '' ) === $id ) ) {
			return true;
		}
	}
	return false;
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
