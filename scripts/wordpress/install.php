<?php
/**
 * Installs WordPress in a configured folder: php install.php FOLDER, with the settings as JSON on
 * standard input. What the installer's page would do, without the page and without a server.
 */

$settings = json_decode( stream_get_contents( STDIN ), true );
$address  = parse_url( $settings['url'] );

$_SERVER['HTTP_HOST']       = $address['host'] . ':' . $address['port'];
$_SERVER['SERVER_NAME']     = $address['host'];
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';

define( 'WP_INSTALLING', true );
// Otherwise the address is guessed from the name of this script.
define( 'WP_SITEURL', $settings['url'] );

/** Stands in for the function that would send the administrator a mail. */
function wp_new_blog_notification() {}

require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// A structure that is there already spares the installer from asking a server that is not up yet
// which one works.
$keep_structure = static function () {
	return '/%postname%/';
};
add_filter( 'pre_option_permalink_structure', $keep_structure );
wp_install(
	$settings['title'],
	$settings['user'],
	$settings['email'],
	true,
	'',
	wp_slash( $settings['password'] ),
	$settings['language']
);

if ( $settings['multisite'] ) {
	require_once ABSPATH . 'wp-admin/includes/network.php';
	// The tables of a network have no names yet, since this is none yet.
	foreach ( $wpdb->tables( 'ms_global' ) as $contest_banner_name => $contest_banner_table ) {
		$wpdb->$contest_banner_name = $contest_banner_table;
	}
	install_network();
	$result = populate_network( 1, $_SERVER['HTTP_HOST'], $settings['email'], $settings['title'], '/', false );
	if ( is_wp_error( $result ) ) {
		fwrite( STDERR, $result->get_error_message() );
		exit( 1 );
	}
}

remove_filter( 'pre_option_permalink_structure', $keep_structure );
// A network brings a structure of its own. The rules follow at the first request, from whatever is
// active by then.
update_option( 'permalink_structure', '/%postname%/' );
delete_option( 'rewrite_rules' );
// Pictures of people would come from another host.
update_option( 'show_avatars', 0 );

echo 'installed';
