<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ check_hop, is_in_network, is_public_ip };

/** Where the server may be led when it reads an address (the site runs as a production site here). */
final class FetchTest extends TestCase {

	public function private_addresses(): array {
		$ips = array( '0.0.0.0', '10.0.0.1', '10.255.255.255', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.19.255.255', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'ff02::1', '2001::1', '2001:db8::1', '2002:7f00:1::', '3fff::1', 'fec0::1' );
		return array_combine( $ips, array_map( static fn( $ip ) => array( $ip ), $ips ) );
	}

	/** @dataProvider private_addresses */
	public function test_an_address_of_a_special_network_is_not_public( string $ip ): void {
		$this->assertFalse( is_public_ip( $ip ) );
	}

	/** @dataProvider private_addresses */
	public function test_a_name_that_leads_into_a_special_network_is_refused( string $ip ): void {
		$checked = check_hop( 'https://cuocthi.example.vn/contest.json', false, static fn() => array( '203.162.0.1', $ip ) );
		$this->assertInstanceOf( \WP_Error::class, $checked );
		self::assert_error( 'host', $checked );
	}

	public function public_addresses(): array {
		return array( array( '8.8.8.8' ), array( '9.255.255.255' ), array( '11.0.0.0' ), array( '172.15.255.255' ), array( '172.32.0.0' ), array( '100.128.0.0' ), array( '203.162.0.1' ), array( '223.255.255.255' ), array( '2001:200::1' ), array( '2405:4800::1' ), array( '2606:4700:4700::1111' ) );
	}

	/** @dataProvider public_addresses */
	public function test_an_address_of_the_internet_is_public( string $ip ): void {
		$this->assertTrue( is_public_ip( $ip ) );
	}

	public function test_what_is_no_ip_address_is_not_public(): void {
		$this->assertFalse( is_public_ip( 'example.vn' ) );
	}

	public function test_a_network_ends_within_a_byte(): void {
		$this->assertTrue( is_in_network( '172.31.255.255', '172.16.0.0/12' ) );
		$this->assertFalse( is_in_network( '172.32.0.0', '172.16.0.0/12' ) );
	}

	public function test_a_public_name_is_connected_to_at_the_addresses_that_were_checked(): void {
		$this->assertSame(
			array(
				'host' => 'cuocthi.example.vn',
				'port' => 443,
				'ips'  => array( '203.162.0.1' ),
			),
			check_hop( 'https://CuocThi.example.vn/contest.json', false, static fn() => array( '203.162.0.1' ) )
		);
	}

	public function refused(): array {
		return array(
			'http'                    => array( 'http://cuocthi.example.vn/' ),
			'another scheme'          => array( 'ftp://cuocthi.example.vn/' ),
			'a file'                  => array( 'file:///etc/passwd' ),
			'credentials'             => array( 'https://a:b@cuocthi.example.vn/' ),
			'localhost'               => array( 'https://localhost/' ),
			'localhost by http'       => array( 'http://127.0.0.1/' ),
			'a name of one label'     => array( 'https://intranet/' ),
			'a name of a local net'   => array( 'https://nas.local/' ),
			'an internal name'        => array( 'https://api.internal/' ),
			'a name below localhost'  => array( 'https://a.localhost/' ),
			'a private address'       => array( 'https://192.168.1.1/' ),
			'IPv6 of the machine'     => array( 'https://[::1]/' ),
			'IPv4 inside IPv6'        => array( 'https://[::ffff:127.0.0.1]/' ),
			'a number as an address'  => array( 'https://2130706433/' ),
			'hexadecimal'             => array( 'https://0x7f.0.0.1/' ),
			'octal'                   => array( 'https://0177.0.0.1/' ),
			'a dot behind'            => array( 'https://localhost./' ),
			'a public name with a dot'  => array( 'https://8.8.8.8.' ),
			'a percent in the name'   => array( 'https://%6c%6f%63%61%6c%68%6f%73%74/' ),
			'full-width digits'       => array( 'https://１２７.0.0.1/' ),
		);
	}

	/** @dataProvider refused */
	public function test_refuses( string $address ): void {
		$this->assertInstanceOf( \WP_Error::class, check_hop( $address, false, static fn( $host ) => array( trim( $host, '[]' ) ) ) );
	}

	public function test_a_name_that_only_a_local_network_knows_is_refused_wherever_it_leads(): void {
		foreach ( array( 'nas.local', 'a.localhost', 'api.internal', 'nas.lan', 'nas.home', 'intranet.corp', 'a.onion', 'intranet' ) as $host ) {
			$this->assertInstanceOf( \WP_Error::class, check_hop( "https://$host/", false, static fn() => array( '203.162.0.1' ) ), $host );
			$this->assertInstanceOf( \WP_Error::class, check_hop( "https://$host/", true ), $host );
		}
	}

	public function odd_names(): array {
		return array( array( 'https://cuocthi.example.vn./' ), array( 'https://-a.example.vn/' ), array( 'https://+a.example.vn/' ), array( 'https://a..example.vn/' ), array( 'https://a*.example.vn/' ) );
	}

	/** @dataProvider odd_names */
	public function test_a_name_that_curl_might_not_know_again_is_refused( string $address ): void {
		$this->assertInstanceOf( \WP_Error::class, check_hop( $address, false, static fn() => array( '203.162.0.1' ) ) );
	}

	public function test_a_vietnamese_name_is_connected_to_in_ascii(): void {
		$this->assertSame( 'xn--cucthi-4n8b.example.vn', check_hop( 'https://cuộcthi.example.vn/', false, static fn() => array( '203.162.0.1' ) )['host'] );
	}

	public function test_http_is_refused_though_the_server_is_public(): void {
		self::assert_error( 'insecure', check_hop( 'http://cuocthi.example.vn/', false, static fn() => array( '203.162.0.1' ) ) );
	}

	public function test_behind_a_proxy_the_name_alone_is_judged(): void {
		$this->assertSame( array(), check_hop( 'https://cuocthi.example.vn/', true )['ips'] );
		$this->assertInstanceOf( \WP_Error::class, check_hop( 'https://8.8.8.8/', true ) );
		$this->assertInstanceOf( \WP_Error::class, check_hop( 'https://proxy/', true ) );
	}

	public function test_a_name_without_a_server_is_told(): void {
		self::assert_error( 'network', check_hop( 'https://cuocthi.example.vn/', false, static fn() => array() ) );
	}
}
