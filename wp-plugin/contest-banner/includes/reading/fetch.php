<?php
/**
 * Reads an address on another server, for a site that must not be led into its own network.
 *
 * Every hop is checked here: https, no address of a private or special network, and redirects only
 * within the pinned hosts. The addresses that were checked are the ones that are connected to.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Size of a definition, bytes. */
const MAX_DEFINITION = 65536;

/** Time for all hops together, seconds. */
const MAX_TIME = 5.0;

const MAX_HOPS = 4;

/** Networks that are no public place (IANA's special-purpose registries). */
const SPECIAL_NETWORKS = array(
	'0.0.0.0/8',
	'10.0.0.0/8',
	'100.64.0.0/10',
	'127.0.0.0/8',
	'169.254.0.0/16',
	'172.16.0.0/12',
	'192.0.0.0/24',
	'192.0.2.0/24',
	'192.88.99.0/24',
	'192.168.0.0/16',
	'198.18.0.0/15',
	'198.51.100.0/24',
	'203.0.113.0/24',
	'224.0.0.0/3',
	// Of IPv6 only 2000::/3 is public, and of that not Teredo and its like, examples, 6to4, documentation.
	'2001::/23',
	'2001:db8::/32',
	'2002::/16',
	'3fff::/20',
);

/**
 * Whether an IP address is in a network.
 *
 * @param string $ip      Of either version.
 * @param string $network Like `10.0.0.0/8`.
 */
function is_in_network( string $ip, string $network ): bool {
	list( $base, $bits ) = explode( '/', $network );
	$ip                  = (string) inet_pton( $ip );
	$base                = (string) inet_pton( $base );
	if ( strlen( $ip ) !== strlen( $base ) ) {
		return false;
	}
	$whole = intdiv( (int) $bits, 8 );
	$rest  = (int) $bits % 8;
	return substr( $ip, 0, $whole ) === substr( $base, 0, $whole )
		&& ( 0 === $rest || ord( $ip[ $whole ] ) >> ( 8 - $rest ) === ord( $base[ $whole ] ) >> ( 8 - $rest ) );
}

/**
 * Whether an IP address belongs to the public internet.
 *
 * @param string $ip Of either version.
 */
function is_public_ip( string $ip ): bool {
	$is_six = (bool) filter_var( $ip, FILTER_VALIDATE_IP, FILTER_FLAG_IPV6 );
	if ( ! filter_var( $ip, FILTER_VALIDATE_IP ) || ( $is_six && ! is_in_network( $ip, '2000::/3' ) ) ) {
		return false;
	}
	foreach ( SPECIAL_NETWORKS as $network ) {
		if ( is_in_network( $ip, $network ) ) {
			return false;
		}
	}
	return true;
}

/**
 * The IP addresses of a host. Of version 4 alone, as WordPress itself wants one of these.
 *
 * @param string $host Lower-case ASCII; an address in brackets or not is its own.
 * @return string[]
 */
function addresses_of( string $host ): array {
	$literal = trim( $host, '[]' );
	if ( filter_var( $literal, FILTER_VALIDATE_IP ) ) {
		return array( $literal );
	}
	$found = gethostbynamel( $host );
	return is_array( $found ) ? $found : array();
}

/**
 * Decides whether an address may be connected to.
 *
 * @param string        $address Absolute.
 * @param bool          $proxied A proxy looks up the name: only the name can be judged.
 * @param callable|null $lookup  Host to IP addresses; `addresses_of` where not given.
 * @return array{host: string, port: int, ips: string[]}|\WP_Error No `ips` where a proxy looks them up.
 */
function check_hop( string $address, bool $proxied = false, ?callable $lookup = null ) {
	$url = read_address( $address, false, is_local_site() );
	if ( ! $url ) {
		/* translators: %s: an address. */
		return new \WP_Error( 'insecure', sprintf( __( 'The address must begin with https:// and hold no name or password: %s', 'contest-banner' ), $address ) );
	}
	$host = $url['host'];
	$port = $url['port'] ?? ( 'https' === $url['scheme'] ? 443 : 80 );
	if ( is_local_host( $host ) && is_local_site() ) {
		return array(
			'host' => $host,
			'port' => $port,
			'ips'  => array( '127.0.0.1' ),
		);
	}
	/* translators: %s: a host name. */
	$private = new \WP_Error( 'host', sprintf( __( '%s is no server on the internet. Is the name spelled right? What lies in a private network cannot be read.', 'contest-banner' ), $host ) );
	$literal = filter_var( trim( $host, '[]' ), FILTER_VALIDATE_IP );
	// Spelled so that nobody along the way can take it for another: curl knows the checked addresses by this name.
	if ( ! $literal && ! preg_match( '/^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)+(?!(local|localhost|internal|lan|home|corp|test|invalid|example|onion|arpa)$)[a-z][a-z0-9-]*$/D', $host ) ) {
		return $private;
	}
	if ( $proxied ) {
		return $literal ? $private : array(
			'host' => $host,
			'port' => $port,
			'ips'  => array(),
		);
	}
	$ips = $lookup ? $lookup( $host ) : addresses_of( $host );
	if ( ! $ips ) {
		/* translators: %s: a host name. */
		return new \WP_Error( 'network', sprintf( __( 'No server of the name %s was found. Is it spelled right?', 'contest-banner' ), $host ) );
	}
	// One private address among public ones is a trick all the same.
	foreach ( $ips as $ip ) {
		if ( ! is_public_ip( $ip ) ) {
			return $private;
		}
	}
	return compact( 'host', 'port', 'ips' );
}

/**
 * Reads an address.
 *
 * @param string                $address   Absolute https.
 * @param string[]              $hosts     Hosts besides its own to which it may redirect.
 * @param int                   $max_bytes Size of the answer.
 * @param array<string, string> $headers   Sent along, by name.
 * @param float                 $time      Seconds for all hops together.
 * @return array{status: int, body: string, etag: string, modified: string, date: int, moved: string}|\WP_Error
 *         `moved`: where it was found, where every redirect on the way was for good, else empty; `date`: of the answer, epoch ms, never later than now.
 */
function fetch( string $address, array $hosts, int $max_bytes, array $headers = array(), float $time = MAX_TIME ) {
	if ( ! function_exists( 'curl_init' ) || ! function_exists( 'curl_exec' ) ) {
		return new \WP_Error( 'network', __( 'PHP’s curl extension is missing on this server: without it no source can be read safely.', 'contest-banner' ) );
	}
	$proxy     = new \WP_HTTP_Proxy();
	$hosts[]   = host_of( $address );
	$until     = microtime( true ) + $time;
	$permanent = true;
	$start     = $address;

	for ( $hop = 0; $hop < MAX_HOPS; $hop++ ) {
		if ( microtime( true ) >= $until ) {
			break;
		}
		$proxied = $proxy->is_enabled() && $proxy->send_through_proxy( $address );
		$checked = check_hop( $address, $proxied );
		if ( is_wp_error( $checked ) ) {
			return $checked;
		}
		$left = $until - microtime( true );
		if ( $left <= 0 ) {
			break;
		}
		$requested = now();
		$response  = connect_to( $checked, $address, $headers, $max_bytes, $left );
		if ( is_wp_error( $response ) ) {
			$is_timeout = false !== stripos( $response->get_error_message(), 'timed out' );
			return new \WP_Error(
				$is_timeout ? 'timeout' : 'network',
				$is_timeout
					/* translators: 1: a host name; 2: a number of seconds. */
					? sprintf( __( '%1$s did not answer within %2$d seconds.', 'contest-banner' ), $checked['host'], (int) $time )
					/* translators: 1: a host name; 2: the connection's error. */
					: sprintf( __( '%1$s could not be reached: %2$s', 'contest-banner' ), $checked['host'], $response->get_error_message() )
			);
		}
		$status   = (int) wp_remote_retrieve_response_code( $response );
		$location = header_of( $response, 'location' );
		if ( in_array( $status, array( 301, 302, 303, 307, 308 ), true ) && '' !== $location ) {
			$address   = \WP_Http::make_absolute_url( $location, $address );
			$permanent = $permanent && in_array( $status, array( 301, 308 ), true );
			if ( ! is_on_host( host_of( $address ), $hosts ) ) {
				/* translators: %s: an address. */
				return new \WP_Error( 'host', sprintf( __( 'The source leads on to %s, which is on none of the pinned hosts.', 'contest-banner' ), $address ) );
			}
			continue;
		}
		if ( 304 !== $status && ( $status < 200 || $status >= 300 ) ) {
			/* translators: 1: a host name; 2: an HTTP status. */
			return new \WP_Error( 'network', sprintf( __( '%1$s answered with status %2$d. Is the address spelled right?', 'contest-banner' ), $checked['host'], $status ) );
		}
		$body = $response['body'];
		if ( strlen( $body ) > $max_bytes ) {
			/* translators: %s: a size, such as 64 KB. */
			return new \WP_Error( 'too-large', sprintf( __( 'The answer is larger than %s: is it a web page rather than a contest.json?', 'contest-banner' ), size_format( $max_bytes ) ) );
		}
		$date = strtotime( header_of( $response, 'date' ) );
		return array(
			'status'   => $status,
			'body'     => $body,
			'etag'     => header_of( $response, 'etag' ),
			'modified' => header_of( $response, 'last-modified' ),
			'date'     => min( $date ? $date * 1000 : $requested, now() ),
			'moved'    => $permanent && $address !== $start ? $address : '',
		);
	}
	return $hop < MAX_HOPS
		/* translators: 1: a host name; 2: a number of seconds. */
		? new \WP_Error( 'timeout', sprintf( __( '%1$s did not answer within %2$d seconds.', 'contest-banner' ), host_of( $address ), (int) $time ) )
		: new \WP_Error( 'network', __( 'The source leads on and on.', 'contest-banner' ) );
}

/**
 * One request, to the IP addresses that were checked: a name looked up again might lead elsewhere by then.
 *
 * @param array{host: string, port: int, ips: string[]} $checked   Of `check_hop()`.
 * @param string                                        $address   Absolute.
 * @param array<string, string>                         $headers   Sent along.
 * @param int                                           $max_bytes Size of the answer; one byte more is read.
 * @param float                                         $time      Seconds.
 * @return array<string, mixed>|\WP_Error Of `wp_safe_remote_get()`.
 */
function connect_to( array $checked, string $address, array $headers, int $max_bytes, float $time ) {
	$prepare = static function ( $handle ) use ( $checked ) {
		// phpcs:disable WordPress.WP.AlternativeFunctions.curl_curl_setopt -- WordPress's own handle.
		if ( $checked['ips'] ) {
			curl_setopt( $handle, CURLOPT_RESOLVE, array( "{$checked['host']}:{$checked['port']}:" . implode( ',', $checked['ips'] ) ) );
			// Nor by a proxy that only the environment knows of.
			curl_setopt( $handle, CURLOPT_PROXY, '' );
		}
		curl_setopt( $handle, CURLOPT_NOSIGNAL, true );
		// phpcs:enable
	};
	// Into a file: what WordPress keeps in memory it unpacks once more, without any limit.
	$file = (string) tempnam( get_temp_dir(), 'contest-banner' );
	add_action( 'http_api_curl', $prepare );
	$response = wp_safe_remote_get(
		(string) preg_replace( '~^(https?://)[^/?#:\[]+~', '${1}' . $checked['host'], $address ),
		array(
			'timeout'             => $time,
			'redirection'         => 0,
			'limit_response_size' => $max_bytes + 1,
			'stream'              => true,
			'filename'            => $file,
			'user-agent'          => 'contest-banner/' . VERSION,
			'headers'             => $headers,
		)
	);
	remove_action( 'http_api_curl', $prepare );
	if ( ! is_wp_error( $response ) ) {
		$response['body'] = (string) file_get_contents( $file ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A temporary file.
	}
	wp_delete_file( $file );
	return $response;
}

/**
 * A header of an answer; of several of a name the first. One that is very long, or of more than ASCII, is none.
 *
 * @param array<string, mixed> $response Of `wp_safe_remote_get()`.
 * @param string               $name     In lower case.
 */
function header_of( array $response, string $name ): string {
	$value = (string) current( (array) wp_remote_retrieve_header( $response, $name ) );
	return preg_match( '/^[\x20-\x7e]{0,2000}$/D', $value ) ? $value : '';
}
