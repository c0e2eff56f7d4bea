<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ change_state, picture_folder, remove_site, set_up_site, take_lock };
use const Contest_Banner\CRON_HOOK;

/** Leaving without a trace. */
final class LifecycleTest extends TestCase {

	protected function tearDown(): void {
		set_up_site();
	}

	public function test_nothing_of_a_site_is_left_behind(): void {
		global $wpdb;
		set_up_site();
		change_state( self::register(), array( 'failure' => 'x' ) );
		take_lock( 60 );
		wp_mkdir_p( picture_folder()['dir'] );
		touch( picture_folder()['dir'] . '/' . md5( 'a' ) . '.png' );
		touch( picture_folder()['dir'] . '/.htaccess' );
		$this->assertNotFalse( wp_next_scheduled( CRON_HOOK ) );

		remove_site();
		$this->assertSame( array(), $wpdb->get_col( "SELECT option_name FROM $wpdb->options WHERE option_name LIKE 'contest\_banner%'" ) );
		$this->assertFalse( wp_next_scheduled( CRON_HOOK ) );
		$this->assertDirectoryDoesNotExist( picture_folder()['dir'] );
	}
}
