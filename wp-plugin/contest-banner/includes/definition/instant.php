<?php
/**
 * Instants and dates as the definition writes them. Pure; as `src/contest/instant.ts`.
 *
 * All instants are epoch milliseconds.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const DAY          = 86400000;
const HOUR         = 3600000;
const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh';

/**
 * True where the day exists.
 *
 * @param string $text Begins with `YYYY-MM-DD`.
 */
function is_real_date( string $text ): bool {
	return checkdate( (int) substr( $text, 5, 2 ), (int) substr( $text, 8, 2 ), (int) substr( $text, 0, 4 ) );
}

/**
 * Reads an instant that has been checked.
 *
 * @param string $text `YYYY-MM-DDThh:mm[:ss[.sss]]` with `Z` or `±hh:mm`.
 */
function instant( string $text ): int {
	$date = new \DateTimeImmutable( $text );
	return $date->getTimestamp() * 1000 + (int) $date->format( 'v' );
}

/**
 * An instant as the definition and `data-as-of` write it.
 *
 * @param int $instant Epoch ms.
 * @return string `YYYY-MM-DDThh:mm:ss.sssZ`.
 */
function write_instant( int $instant ): string {
	return gmdate( 'Y-m-d\TH:i:s', intdiv( $instant, 1000 ) ) . sprintf( '.%03dZ', $instant % 1000 );
}

/** Now, epoch ms. */
function now(): int {
	return (int) floor( microtime( true ) * 1000 );
}

/**
 * What calendar and clock say in a zone.
 *
 * @param int    $instant Epoch ms.
 * @param string $zone    IANA name.
 */
function in_zone( int $instant, string $zone ): \DateTimeImmutable {
	return ( new \DateTimeImmutable( '@' . (int) floor( $instant / 1000 ) ) )->setTimezone( new \DateTimeZone( $zone ) );
}

/**
 * True where PHP knows the zone. Abbreviations are none.
 *
 * @param string $zone IANA name.
 */
function is_time_zone( string $zone ): bool {
	$known = array_map( 'strtolower', \DateTimeZone::listIdentifiers( \DateTimeZone::ALL_WITH_BC ) );
	return DEFAULT_ZONE === $zone || in_array( strtolower( $zone ), $known, true );
}
