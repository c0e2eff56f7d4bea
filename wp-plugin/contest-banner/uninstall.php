<?php
/**
 * Leaves nothing behind, on any site.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

require_once __DIR__ . '/contest-banner.php';

for_each_site( __NAMESPACE__ . '\remove_site', true );
delete_site_option( NETWORK_OPTION );
