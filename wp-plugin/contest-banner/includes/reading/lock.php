<?php
/**
 * One at a time, across all processes of a site.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const LOCK_OPTION = 'contest_banner_lock';

/**
 * Takes the lock where nobody holds it. The database decides between two who ask at once.
 *
 * @param int $seconds After which a process that died no longer keeps it.
 * @return string|null What `release_lock()` wants; null where another holds it.
 */
function take_lock( int $seconds ): ?string {
	global $wpdb;
	$mine = ( time() + $seconds ) . ':' . wp_generate_password( 12, false );
	// phpcs:disable WordPress.DB.DirectDatabaseQuery -- The options API can neither insert nor replace only if.
	$taken = $wpdb->query( $wpdb->prepare( "INSERT IGNORE INTO $wpdb->options ( option_name, option_value, autoload ) VALUES ( %s, %s, 'no' )", LOCK_OPTION, $mine ) );
	if ( ! $taken ) {
		$held = (string) $wpdb->get_var( $wpdb->prepare( "SELECT option_value FROM $wpdb->options WHERE option_name = %s", LOCK_OPTION ) );
		// Of a process that died; or of a clock that was far ahead.
		$taken = ( (int) $held < time() || (int) $held > time() + $seconds )
			&& $wpdb->query( $wpdb->prepare( "UPDATE $wpdb->options SET option_value = %s WHERE option_name = %s AND option_value = %s", $mine, LOCK_OPTION, $held ) );
	}
	// phpcs:enable
	return $taken ? $mine : null;
}

/**
 * Gives the lock back, unless another has it by now.
 *
 * @param string $mine Of `take_lock()`.
 */
function release_lock( string $mine ): void {
	global $wpdb;
	$wpdb->query( $wpdb->prepare( "DELETE FROM $wpdb->options WHERE option_name = %s AND option_value = %s", LOCK_OPTION, $mine ) ); // phpcs:ignore WordPress.DB.DirectDatabaseQuery -- As above.
}
