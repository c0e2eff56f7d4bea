<?php
/**
 * Until when a contest is shown. Pure.
 *
 * Domains of contests lapse and are bought, and who buys one publishes at the source. The day from
 * which on nothing is shown is therefore kept with the contest, and moved by this rule:
 *
 * - An administrator who registers a contest, registers it anew or agrees to what its source holds,
 *   has it shown until 180 days after the end (with rounds: of the last one) that he was shown.
 * - What the source says of the end later moves that day only while the end from which it was reckoned
 *   is still to come. Until then the organizer is at work: an extension shows for as long as it
 *   lasts, and what an intruder publishes is noticed and taken back.
 * - After that end the source moves it no more. What it publishes is shown all the same, such as an
 *   extension that comes late, but no longer than the day that is kept. A contest of the next year, or
 *   what a buyer calls one, thus waits for an administrator.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Nothing is shown from so long after the end on, as in the snippets we make. */
const SHOWN_AFTER_END = 180 * DAY;

/** A day begins so long before that of UTC where the contests are held. */
const AHEAD = 7 * HOUR;

/** The last day that is written with four digits, epoch ms. */
const LAST_DAY = 253402214400000;

/**
 * Until when a contest is shown where an administrator agrees to it as it is.
 *
 * @param array<string, mixed> $contest Checked.
 * @return int Epoch ms.
 */
function until( array $contest ): int {
	return situation( $contest, 0 )['end'] + SHOWN_AFTER_END;
}

/**
 * Until when a contest is shown after its source has published something.
 *
 * @param int                  $kept    Until now, epoch ms.
 * @param array<string, mixed> $contest As published, checked.
 * @param int                  $now     By this server's clock: the source may say what it likes.
 * @return int Epoch ms.
 */
function moved_until( int $kept, array $contest, int $now ): int {
	return $now < $kept - SHOWN_AFTER_END ? until( $contest ) : $kept;
}

/**
 * Whether a contest that its source has published would be shown for longer, were an administrator asked.
 *
 * @param int                  $kept    Until when it is shown, epoch ms.
 * @param array<string, mixed> $contest As published, checked.
 */
function outlasts( int $kept, array $contest ): bool {
	return until( $contest ) > $kept;
}

/**
 * The day from which the element shows nothing, whatever anyone publishes; where the contests are held,
 * as the element reads it.
 *
 * @param int $until Epoch ms.
 * @return string `YYYY-MM-DD`.
 */
function until_day( int $until ): string {
	return substr( write_instant( min( $until + AHEAD, LAST_DAY ) ), 0, 10 );
}

/**
 * Whether nothing of a contest is shown any more: from the beginning of that day where the contests
 * are held, as the element reads it.
 *
 * @param int $until Epoch ms.
 * @param int $now   Epoch ms.
 */
function is_over( int $until, int $now ): bool {
	return $now >= instant( until_day( $until ) . 'T00:00:00+07:00' );
}
