<?php
/**
 * Runs the tests in a real WordPress, where the plugin is active: its folder is named by WORDPRESS_ROOT.
 */

$address = parse_url( getenv( 'WORDPRESS_URL' ) );

$_SERVER['HTTP_HOST']       = $address['host'] . ':' . $address['port'];
$_SERVER['SERVER_NAME']     = $address['host'];
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = '/';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';

// WordPress expects to be loaded from the outermost scope, where its variables are global.
global $shortcode_tags, $wp_filter, $wp_actions;
require getenv( 'WORDPRESS_ROOT' ) . '/wp-load.php';

Contest_Banner\load_reading();
require_once __DIR__ . '/TestCase.php';
require_once __DIR__ . '/FormTestCase.php';
