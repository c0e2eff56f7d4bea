<?php

namespace Contest_Banner\Test;

use function Contest_Banner\settings;

/** The public addresses: who may ask them, and for what. */
final class RestTest extends TestCase {

	private static function ask( string $path, string $method = 'GET', array $query = array() ): \WP_REST_Response {
		$request = new \WP_REST_Request( $method, "/contest-banner/v1/$path" );
		$request->set_query_params( $query );
		return rest_do_request( $request );
	}

	public function test_anybody_may_ask_for_a_contest(): void {
		self::register();
		$this->assertSame( 200, self::ask( 'contests/cchc-2024' )->get_status() );
	}

	public function test_contests_are_listed_to_those_who_write_only(): void {
		self::register();
		$this->assertSame( 401, self::ask( 'contests' )->get_status() );
		self::log_in_as( 'subscriber' );
		$this->assertSame( 403, self::ask( 'contests' )->get_status() );
		self::log_in_as( 'contributor' );
		$this->assertSame( 'cchc-2024', self::ask( 'contests' )->get_data()['contests'][0]['id'] );
	}

	public function test_the_address_of_the_settings_is_told_to_administrators_only(): void {
		self::log_in_as( 'editor' );
		$this->assertSame( '', self::ask( 'contests' )->get_data()['settings'] );
		self::log_in_as( 'administrator' );
		$this->assertNotSame( '', self::ask( 'contests' )->get_data()['settings'] );
	}

	public function test_a_contest_that_is_not_registered_is_not_answered(): void {
		self::register();
		$this->assertSame( 404, self::ask( 'contests/other' )->get_status() );
	}

	public function test_the_id_comes_from_the_address(): void {
		self::register();
		self::register( array( 'id' => 'other' ) );
		$this->assertSame( 'other', self::ask( 'contests/other', 'GET', array( 'id' => 'cchc-2024' ) )->get_data()['id'] );
	}

	public function test_nobody_writes_there(): void {
		self::register();
		self::log_in_as( 'administrator' );
		foreach ( array( 'POST', 'PUT', 'PATCH', 'DELETE' ) as $method ) {
			$this->assertSame( 404, self::ask( 'contests/cchc-2024', $method )->get_status(), $method );
			$this->assertSame( 404, self::ask( 'contests', $method )->get_status(), $method );
		}
		$this->assertCount( 1, settings()['contests'] );
	}

	public function test_other_sites_read_a_contest_without_cookies(): void {
		self::register();
		$answer = wp_remote_get( rest_url( 'contest-banner/v1/contests/cchc-2024' ), array( 'headers' => array( 'Origin' => 'https://khac.example' ) ) );
		$this->assertSame( self::text(), wp_remote_retrieve_body( $answer ) );
		$this->assertSame( '*', wp_remote_retrieve_header( $answer, 'access-control-allow-origin' ) );
		$this->assertSame( '', wp_remote_retrieve_header( $answer, 'access-control-allow-credentials' ) );
		$this->assertSame( 'Date, Age', wp_remote_retrieve_header( $answer, 'access-control-expose-headers' ) );
	}
}
