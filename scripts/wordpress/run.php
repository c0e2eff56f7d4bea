<?php
/**
 * Runs a file in WordPress as if for a visit of an address: php run.php FOLDER FILE URL, with JSON
 * on standard input as $input. What the file returns goes as JSON to file descriptor 3, so that it
 * may print what it likes.
 */

$address = parse_url( $argv[3] );

$_SERVER['HTTP_HOST']       = $address['host'] . ':' . $address['port'];
$_SERVER['SERVER_NAME']     = $address['host'];
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD']  = 'GET';
$_SERVER['REQUEST_URI']     = isset( $address['path'] ) ? $address['path'] : '/';
$_SERVER['REMOTE_ADDR']     = '127.0.0.1';
unset( $address );

require $argv[1] . '/wp-load.php';

// A scope of its own, where nothing but the input has a name.
$contest_banner_run = static function ( $input ) {
	return require $GLOBALS['argv'][2];
};

try {
	$contest_banner_result = $contest_banner_run( json_decode( stream_get_contents( STDIN ), true ) );
	if ( is_wp_error( $contest_banner_result ) ) {
		throw new RuntimeException( $contest_banner_result->get_error_code() . ': ' . $contest_banner_result->get_error_message() );
	}
	file_put_contents(
		'php://fd/3',
		json_encode( array( 'result' => $contest_banner_result ), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR )
	);
} catch ( Throwable $error ) {
	fwrite( STDERR, $error );
	exit( 1 );
}
