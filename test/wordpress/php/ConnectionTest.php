<?php

namespace Contest_Banner\Test;

use function Contest_Banner\connect_to;

/** What goes over the wire: to this site's own server, and to sockets of the test. */
final class ConnectionTest extends TestCase {

	/** @var string[] */
	private array $files = array();

	protected function tearDown(): void {
		array_map( 'unlink', $this->files );
		$this->files = array();
		putenv( 'http_proxy' );
		remove_filter( 'http_request_host_is_external', '__return_true' );
		remove_filter( 'http_allowed_safe_ports', array( $this, 'ports' ) );
	}

	/** Asks a script on this site's own server. */
	private function ask( string $php, int $max_bytes ) {
		$name          = 'contest-banner-' . bin2hex( random_bytes( 4 ) ) . '.php';
		$this->files[] = WP_CONTENT_DIR . "/$name";
		file_put_contents( WP_CONTENT_DIR . "/$name", "<?php $php" );
		$address = wp_parse_url( home_url() );
		return connect_to( array( 'host' => $address['host'], 'port' => $address['port'], 'ips' => array( '127.0.0.1' ) ), content_url( $name ), array(), $max_bytes, 5 );
	}

	public function test_an_answer_without_end_is_cut_off_a_byte_after_what_is_allowed(): void {
		$answer = $this->ask( 'for ( $n = 0; $n < 999; $n++ ) { echo str_repeat( "x", 9999 ); flush(); }', 1000 );
		$this->assertSame( 1001, strlen( $answer['body'] ) );
	}

	public function test_what_is_packed_is_unpacked_no_further_than_is_allowed(): void {
		$answer = $this->ask( 'header( "Content-Encoding: gzip" ); echo gzencode( str_repeat( "x", 9999999 ), 9 );', 1000 );
		$this->assertSame( 1001, strlen( $answer['body'] ) );
	}

	public function test_what_is_packed_twice_is_unpacked_once(): void {
		$answer = $this->ask( 'header( "Content-Encoding: gzip" ); echo gzencode( gzencode( str_repeat( "x", 9999 ), 9 ), 9 );', 1000 );
		$this->assertSame( "\x1f\x8b", substr( $answer['body'], 0, 2 ) );
	}

	public function test_a_redirect_is_not_followed_but_told(): void {
		$answer = $this->ask( 'header( "Location: /wp-includes/js/jquery/jquery.js", true, 302 );', 1000 );
		$this->assertSame( 302, wp_remote_retrieve_response_code( $answer ) );
	}

	public function test_nothing_is_left_behind(): void {
		$files = static fn(): array => (array) glob( get_temp_dir() . 'contest-banner*.tmp' ) + (array) glob( get_temp_dir() . 'contest-banner??????' );
		$before = $files();
		$this->ask( 'echo 1;', 10 );
		$this->assertSame( array(), array_filter( array_diff( $files(), $before ), 'is_file' ) );
		$this->assertFalse( has_action( 'http_api_curl' ) );
	}

	/** Lets a socket of the test be connected to. @return int[] */
	public function ports(): array {
		return range( 1, 65535 );
	}

	/** A socket that takes connections and never answers. @return array{0: resource, 1: int} */
	private static function socket( string $ip ): array {
		$socket = stream_socket_server( "tcp://$ip:0" );
		return array( $socket, (int) substr( strrchr( stream_socket_get_name( $socket, false ), ':' ), 1 ) );
	}

	private static function was_connected_to( $socket ): bool {
		return false !== @stream_socket_accept( $socket, 0 );
	}

	private function connect( int $port, string $ip ): void {
		add_filter( 'http_request_host_is_external', '__return_true' );
		add_filter( 'http_allowed_safe_ports', array( $this, 'ports' ) );
		connect_to( array( 'host' => 'localhost', 'port' => $port, 'ips' => array( $ip ) ), "http://localhost:$port/", array(), 10, 0.3 );
	}

	public function test_the_address_that_was_checked_is_connected_to_whatever_the_name_leads_to_by_now(): void {
		list( $socket, $port ) = self::socket( '127.0.0.2' );
		$this->connect( $port, '127.0.0.2' );
		$this->assertTrue( self::was_connected_to( $socket ) );
	}

	public function test_no_proxy_that_only_the_environment_knows_of_is_asked(): void {
		list( $socket, $port )      = self::socket( '127.0.0.2' );
		list( $proxy, $proxy_port ) = self::socket( '127.0.0.3' );
		putenv( "http_proxy=http://127.0.0.3:$proxy_port" );
		putenv( 'no_proxy' );
		putenv( 'NO_PROXY' );
		$this->connect( $port, '127.0.0.2' );
		$this->assertFalse( self::was_connected_to( $proxy ) );
		$this->assertTrue( self::was_connected_to( $socket ) );
	}
}
