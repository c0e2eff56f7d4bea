<?php
/**
 * What a web server in front of WordPress does: hands out files, runs the script that an address
 * names and sends all else to index.php. Also the rules for a network in subfolders.
 *
 * Nothing here may leave a variable behind: WordPress's scripts run in the global scope, and some
 * of them read $path and the like.
 */

/**
 * @return string|null A script to run; null where the answer has been given.
 */
function contest_banner_route() {
	$types = array(
		'avif'  => 'image/avif',
		'css'   => 'text/css; charset=utf-8',
		'gif'   => 'image/gif',
		'htm'   => 'text/html; charset=utf-8',
		'html'  => 'text/html; charset=utf-8',
		'ico'   => 'image/x-icon',
		'jpeg'  => 'image/jpeg',
		'jpg'   => 'image/jpeg',
		'js'    => 'text/javascript; charset=utf-8',
		'json'  => 'application/json; charset=utf-8',
		'map'   => 'application/json; charset=utf-8',
		'mjs'   => 'text/javascript; charset=utf-8',
		'png'   => 'image/png',
		'svg'   => 'image/svg+xml',
		'ttf'   => 'font/ttf',
		'txt'   => 'text/plain; charset=utf-8',
		'webp'  => 'image/webp',
		'woff'  => 'font/woff',
		'woff2' => 'font/woff2',
		'xml'   => 'application/xml; charset=utf-8',
	);

	$root  = $_SERVER['DOCUMENT_ROOT'];
	$parts = explode( '?', $_SERVER['REQUEST_URI'], 2 );
	$path  = rawurldecode( $parts[0] );

	// No way up, no hidden file. Links are followed: the plugin is one.
	if ( preg_match( '#/\.|[\x00\\\\]#', $path ) || '/' !== substr( $path, 0, 1 ) ) {
		http_response_code( 404 );
		return null;
	}

	// Where the folder of a site stands before what all sites share.
	$shared = preg_replace( '#^/[\w-]+(?=/(?:wp-(?:admin|content|includes)(?:/|$)|[\w-]+\.php$))#', '', $path );
	if ( ! file_exists( $root . $path ) && file_exists( $root . $shared ) ) {
		$file = $shared;
	} else {
		$file = $path;
	}

	if ( is_dir( $root . $file ) ) {
		if ( '/' !== substr( $file, -1 ) ) {
			header( 'Location: ' . $parts[0] . '/' . ( isset( $parts[1] ) ? '?' . $parts[1] : '' ), true, 301 );
			return null;
		}
		$file .= 'index.php';
	}
	if ( ! is_file( $root . $file ) ) {
		$file = '/index.php';
	}

	$extension = strtolower( pathinfo( $file, PATHINFO_EXTENSION ) );
	if ( 'php' !== $extension ) {
		header( 'Content-Type: ' . ( isset( $types[ $extension ] ) ? $types[ $extension ] : 'application/octet-stream' ) );
		header( 'Content-Length: ' . filesize( $root . $file ) );
		readfile( $root . $file );
		return null;
	}

	// PHP's own server sets these by rules of its own, and WordPress tells by them where it is.
	$_SERVER['SCRIPT_NAME']     = $file;
	$_SERVER['PHP_SELF']        = $file;
	$_SERVER['SCRIPT_FILENAME'] = $root . $file;
	unset( $_SERVER['PATH_INFO'] );
	chdir( dirname( $root . $file ) );
	return $root . $file;
}

if ( null !== contest_banner_route() ) {
	require $_SERVER['SCRIPT_FILENAME'];
}
