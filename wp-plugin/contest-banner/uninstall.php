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

foreach ( is_multisite() ? get_networks( array( 'fields' => 'ids' ) ) : array( null ) as $contest_banner_network ) {
	for_each_site( __NAMESPACE__ . '\remove_site', true, $contest_banner_network );
	if ( null !== $contest_banner_network ) {
		delete_network_option( $contest_banner_network, NETWORK_OPTION );
	}
}
