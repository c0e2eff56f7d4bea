<?php
/**
 * Lets wp_safe_remote_get() reach servers that tests start on this machine, on any port. It refuses
 * both, and rightly so: only the environment of tests may open them, never the plugin.
 */

add_filter(
	'http_request_host_is_external',
	static function ( $is_external, $host ) {
		return $is_external || in_array( $host, array( '127.0.0.1', 'localhost' ), true );
	},
	10,
	2
);

add_filter(
	'http_allowed_safe_ports',
	static function ( $ports, $host, $url ) {
		if ( in_array( $host, array( '127.0.0.1', 'localhost' ), true ) ) {
			$ports[] = parse_url( $url, PHP_URL_PORT );
		}
		return $ports;
	},
	10,
	3
);
