<?php
/**
 * Which addresses a definition may name, and which hosts are pinned. Pure; as `src/contest/address.ts`.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The two names that mean the machine itself.
 *
 * @param string $host Host in lower case.
 */
function is_local_host( string $host ): bool {
	return 'localhost' === $host || '127.0.0.1' === $host;
}

/**
 * A host name in lower-case ASCII, as browsers compare it.
 *
 * @param string $host As written, percent-encoding and Vietnamese letters included.
 * @return string|null Null where it is no host, or cannot be told without PHP's intl.
 */
function ascii_host( string $host ): ?string {
	if ( '' !== $host && '[' === $host[0] ) {
		return filter_var( substr( $host, 1, -1 ), FILTER_VALIDATE_IP, FILTER_FLAG_IPV6 ) && ']' === substr( $host, -1 )
			? strtolower( $host )
			: null;
	}
	$host = rawurldecode( $host );
	if ( preg_match( '/[^\x21-\x7e]|xn--/i', $host ) ) {
		$ascii = function_exists( 'idn_to_ascii' ) ? idn_to_ascii( $host, IDNA_NONTRANSITIONAL_TO_ASCII, INTL_IDNA_VARIANT_UTS46 ) : false;
		$host  = false === $ascii ? '' : $ascii;
	}
	$host = strtolower( $host );
	if ( '' === $host || preg_match( '/[^\x21-\x7e]|[#%\/:<>?@\[\\\\\]^|]/', $host ) ) {
		return null;
	}
	// What ends in a number is an IPv4 address: of its many spellings only the usual one is taken.
	if ( preg_match( '/(^|\.)(\d+|0x[\da-f]*)\.?$/', $host ) && ! filter_var( $host, FILTER_VALIDATE_IP, FILTER_FLAG_IPV4 ) ) {
		return null;
	}
	return $host;
}

/**
 * Reads an absolute address.
 *
 * @param string $text  As in the definition.
 * @param bool   $http  Whether http will do for any host.
 * @param bool   $local Whether http will do for the machine itself.
 * @return array{scheme: string, host: string, port: int|null}|null Null where it is not one we may lead to.
 */
function read_address( string $text, bool $http = false, bool $local = false ): ?array {
	// Control and format characters (bidirectional ones among them) make it read as another.
	if (
		! preg_match( '~^(https?)://(\[[^\]]*\]|[^\s\\\\/?#@:]+)(?::(\d*))?(?:[/?#][^\s\\\\]*)?$~uD', $text, $parts )
		|| preg_match( '/[\s\\\\\p{Cc}\p{Cf}]/u', $text )
	) {
		return null;
	}
	$host = ascii_host( $parts[2] );
	$port = isset( $parts[3] ) && '' !== $parts[3] ? $parts[3] : null;
	if ( null === $host || ( null !== $port && ( ! preg_match( '/^[0-9]+$/D', $port ) || (int) $port > 65535 ) ) ) {
		return null;
	}
	$safe = 'https' === $parts[1] || $http || ( $local && is_local_host( $host ) );
	return $safe
		? array(
			'scheme' => $parts[1],
			'host'   => $host,
			'port'   => null === $port ? null : (int) $port,
		)
		: null;
}

/**
 * The host of an address that may be http.
 *
 * @param string $address Absolute.
 * @return string Lower-case ASCII, empty where there is none.
 */
function host_of( string $address ): string {
	$url = read_address( $address, true );
	return $url ? $url['host'] : '';
}

/**
 * Reads a list of host names.
 *
 * @param string $text Names separated by white space.
 * @return array{hosts: string[], wrong: string[]} Lower-case ASCII names, and what could not be taken for one.
 */
function read_hosts( string $text ): array {
	$result = array(
		'hosts' => array(),
		'wrong' => array(),
	);
	foreach ( (array) preg_split( '/\s+/u', $text, -1, PREG_SPLIT_NO_EMPTY ) as $name ) {
		// A single label (`vn`, `localhost`) would pin next to nothing.
		$url = preg_match( '~^[^\\\\/?#@:.*,]+(\.[^\\\\/?#@:.*,]+)+$~uD', $name ) ? read_address( "https://$name" ) : null;
		if ( $url ) {
			$result['hosts'][] = $url['host'];
		} else {
			$result['wrong'][] = $name;
		}
	}
	$result['hosts'] = array_values( array_unique( $result['hosts'] ) );
	return $result;
}

/**
 * Whether a name may be pinned. A single label (`vn`), or one under which anybody registers a name
 * (`com.vn`), would pin next to nothing.
 *
 * @param string $host  Lower-case ASCII.
 * @param bool   $local Whether the machine itself may be.
 */
function is_pinnable( string $host, bool $local ): bool {
	$name = rtrim( $host, '.' );
	return ( $local && is_local_host( $name ) )
		|| ( false !== strpos( $name, '.' ) && ! preg_match( '/^(ac|ai|biz|com|edu|gov|health|id|info|int|io|name|net|org|pro)\.vn$/', $name ) );
}

/**
 * Whether a host is one of the names or below one of them. The port plays no part.
 *
 * @param string   $host  Lower-case ASCII.
 * @param string[] $hosts Lower-case ASCII names.
 */
function is_on_host( string $host, array $hosts ): bool {
	foreach ( $hosts as $name ) {
		if ( $host === $name || substr( $host, -strlen( $name ) - 1 ) === ".$name" ) {
			return true;
		}
	}
	return false;
}
