<?php
/**
 * Where a contest stands at an instant. Pure; as `src/contest/phase.ts`.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** A contest without a retiring instant takes no room from 90 days after its closing on. */
const RETIRES_AFTER = 90 * DAY;

/**
 * When a contest or a round opens. The small case may say nothing: since ever.
 *
 * @param array<string, mixed> $part Contest or round.
 * @return float Epoch ms.
 */
function opens_at( array $part ): float {
	return isset( $part['opens'] ) ? instant( $part['opens'] ) : -INF;
}

/**
 * Decides what holds at an instant; each interval includes its opening and excludes its closing.
 *
 * @param array<string, mixed> $contest Checked.
 * @param int                  $now     Epoch ms.
 * @return array{phase: string, stage: array<string, mixed>, round: array<string, mixed>|null, begin: float, end: int, retired: bool}
 *         `stage` is the contest or the round that is counted to and, while open, led into.
 */
function situation( array $contest, int $now ): array {
	$rounds  = $contest['rounds'] ?? array();
	$closes  = instant( $contest['closes'] );
	$retires = isset( $contest['retires'] ) ? instant( $contest['retires'] ) : $closes + RETIRES_AFTER;
	$end     = $closes;
	$begin   = opens_at( $contest );
	$open    = null;
	$next    = null;
	if ( $rounds ) {
		$end   = max( array_map( static fn( $round ) => instant( $round['closes'] ), $rounds ) );
		$begin = min( array_map( __NAMESPACE__ . '\opens_at', $rounds ) );
	}
	// Of two that close (or open) together, the one listed first stands first.
	foreach ( $rounds as $round ) {
		if ( opens_at( $round ) <= $now && $now < instant( $round['closes'] ) ) {
			$open = $open && instant( $open['closes'] ) <= instant( $round['closes'] ) ? $open : $round;
		} elseif ( $now < opens_at( $round ) ) {
			$next = $next && opens_at( $next ) <= opens_at( $round ) ? $next : $round;
		}
	}

	if ( $now >= $end ) {
		$phase = 'closed';
	} elseif ( ! empty( $contest['suspended'] ) ) {
		$phase = 'suspended';
	} elseif ( $now < $begin ) {
		$phase = 'upcoming';
	} else {
		$phase = $rounds && ! $open ? 'between-rounds' : 'open';
	}
	$round = $open ?? $next;
	return array(
		'phase'   => $phase,
		'stage'   => $round ?? $contest,
		'round'   => $round,
		'begin'   => $begin,
		'end'     => $end,
		'retired' => $now >= $retires,
	);
}

/**
 * Which of several contests a site shows where nobody says: the open one, else the next to open,
 * else the last to close. Of several that are open, the one that closes first.
 *
 * @param array<int, array<string, mixed>> $contests Checked.
 * @param int                              $now      Epoch ms.
 * @return int|null Its key.
 */
function current_of( array $contests, int $now ): ?int {
	$best = null;
	foreach ( $contests as $key => $contest ) {
		$at   = situation( $contest, $now );
		$rank = array( 2, -$at['end'] );
		if ( 'upcoming' === $at['phase'] ) {
			$rank = array( 1, $at['begin'] );
		} elseif ( 'closed' !== $at['phase'] ) {
			$rank = array( 0, $at['end'] );
		}
		if ( null === $best || $rank < $best[0] ) {
			$best = array( $rank, $key );
		}
	}
	return $best ? $best[1] : null;
}
