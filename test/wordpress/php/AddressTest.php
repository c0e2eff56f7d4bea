<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ host_of, is_local_host, is_pinnable, read_address, read_hosts };

/** Which addresses may be led to at all; as `test/contest/address.test.ts`. */
final class AddressTest extends TestCase {

	public function test_an_https_address_is_read(): void {
		$this->assertSame( array( 'scheme' => 'https', 'host' => 'cuocthi.example.vn', 'port' => 8443 ), read_address( 'https://CuocThi.example.vn:8443/thi?a=1' ) );
	}

	public function test_an_http_address_is_not_unless_http_will_do(): void {
		$this->assertNull( read_address( 'http://cuocthi-hp.example.vn/' ) );
		$this->assertSame( 'http', read_address( 'http://cuocthi-hp.example.vn/', true )['scheme'] );
	}

	public function test_an_http_address_of_the_machine_itself_is_read_on_that_machine_alone(): void {
		foreach ( array( 'http://localhost/', 'http://127.0.0.1:8080/' ) as $address ) {
			$this->assertNull( read_address( $address ), $address );
			$this->assertNotNull( read_address( $address, false, true ), $address );
		}
		foreach ( array( 'localhost.example.vn', 'notlocalhost', '127.0.0.2', '0.0.0.0', '[::1]' ) as $host ) {
			$this->assertNull( read_address( "http://$host/", false, true ), $host );
		}
	}

	public function test_an_address_of_another_scheme_is_never_read(): void {
		foreach ( array( 'javascript', 'data', 'ftp', 'file', 'blob', 'ws', 'php', 'phar', 'HTTPS' ) as $scheme ) {
			$this->assertNull( read_address( "$scheme://cuocthi.example.vn/", true, true ), $scheme );
		}
	}

	public function test_credentials_are_never_taken(): void {
		foreach ( array( 'a', 'a:b', ':b', '%61', '' ) as $who ) {
			$this->assertNull( read_address( "https://$who@cuocthi.example.vn/", true, true ), $who );
		}
	}

	public function test_no_control_or_format_character_is_ever_taken_wherever_it_stands(): void {
		foreach ( array( 0, 9, 10, 13, 0x1f, 0x7f, 0x85, 0xad, 0x61c, 0x200b, 0x202e, 0x2060, 0x2069, 0xfeff ) as $code ) {
			$character = mb_chr( $code, 'UTF-8' );
			foreach ( array( "{$character}https://a.vn/", "https://a.vn/{$character}x", "https://a.vn/$character" ) as $address ) {
				$this->assertNull( read_address( $address, true, true ), dechex( $code ) );
			}
		}
	}

	public function test_no_white_space_and_no_backslash_is_ever_taken(): void {
		foreach ( array( ' ', "\u{a0}", "\u{2003}", "\u{3000}", '\\' ) as $character ) {
			$this->assertNull( read_address( "https://a.vn/{$character}x", true, true ), $character );
			$this->assertNull( read_address( "https://a.vn{$character}@b.vn/", true, true ), $character );
		}
	}

	public function test_what_is_not_utf_8_is_no_address(): void {
		$this->assertNull( read_address( "https://a.vn/\xff" ) );
	}

	public function test_a_port_that_does_not_exist_is_refused(): void {
		$this->assertNull( read_address( 'https://a.vn:65536/' ) );
		$this->assertSame( 65535, read_address( 'https://a.vn:65535/' )['port'] );
	}

	public function odd_hosts(): array {
		return array( array( 'a%2fb.vn' ), array( 'a%00.vn' ), array( 'a%40b.vn' ), array( 'a%5cb.vn' ), array( 'a<b.vn' ), array( '0x7f.0.0.1' ), array( '0177.0.0.1' ), array( '2130706433' ), array( '127.1' ), array( '[::1%25eth0]' ), array( '[1.2.3.4]' ), array( '' ) );
	}

	/** @dataProvider odd_hosts */
	public function test_what_is_no_host_is_refused( string $host ): void {
		$this->assertSame( '', host_of( "https://$host/" ) );
	}

	public function wrong_names(): array {
		return array_map( static fn( $name ) => array( $name ), array( 'vn', 'localhost', 'https://a.vn', 'a.vn/', 'a.vn:443', 'a.vn?b', 'a.vn#b', 'x@a.vn', 'a\\b.vn', '.vn', 'a..vn', 'a.vn.', '*.a.vn', 'a.vn,b.vn' ) );
	}

	/** @dataProvider wrong_names */
	public function test_what_is_no_host_name_pins_nothing_and_is_told( string $name ): void {
		$this->assertSame( array( 'hosts' => array(), 'wrong' => array( $name ) ), read_hosts( $name ) );
	}

	public function test_a_name_under_which_anybody_registers_names_cannot_be_pinned(): void {
		foreach ( array( 'vn', 'vn.', 'com.vn', 'gov.vn', 'gov.vn.', 'localhost' ) as $host ) {
			$this->assertFalse( is_pinnable( $host, false ), $host );
		}
		$this->assertTrue( is_pinnable( 'haiduong.gov.vn', false ) );
		$this->assertTrue( is_pinnable( 'localhost', true ) );
	}

	public function test_the_two_names_of_the_machine_itself_are_local_and_no_other(): void {
		$this->assertSame( array( true, true, false, false, false ), array_map( 'Contest_Banner\is_local_host', array( 'localhost', '127.0.0.1', 'a.localhost', 'localhost.', '127.0.0.2' ) ) );
	}
}
