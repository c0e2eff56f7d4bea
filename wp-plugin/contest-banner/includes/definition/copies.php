<?php
/**
 * Which of two copies of a definition wins. Pure; as `src/source/copy.ts`.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Whether one copy wins over another: the higher revision, unless the lower one takes exactly that
 * one back; of equal ones the one read later. A copy of another id is another contest, and of these
 * the one read later wins whatever its revision.
 *
 * @param array{id: string, revision: int, replaces?: int}  $mine     Checked contest.
 * @param float                                             $my_time  When it was read, epoch ms; -INF where nobody knows.
 * @param array{id: string, revision: int, replaces?: int}  $other    Checked contest.
 * @param float                                             $its_time When that was read.
 */
function wins( array $mine, float $my_time, array $other, float $its_time ): bool {
	if ( $mine['id'] === $other['id'] && $mine['revision'] !== $other['revision'] ) {
		return $mine['revision'] > $other['revision']
			? ( $other['replaces'] ?? null ) !== $mine['revision']
			: ( $mine['replaces'] ?? null ) === $other['revision'];
	}
	return $my_time > $its_time;
}
