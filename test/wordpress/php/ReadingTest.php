<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ candidate, change_settings, change_state, fetch, now, read_source, refresh, release_lock, settings, state_of, take_lock };
use const Contest_Banner\MAX_DEFINITION;

/** How a source is read: what is asked, for how long, how much, and how often. Nothing leaves this machine. */
final class ReadingTest extends TestCase {

	/** An address of the internet that needs no looking up. */
	const SOURCE = 'https://203.162.0.1/contest.json';

	/** @var array<int, array{url: string, args: array<string, mixed>}> */
	private array $asked = array();

	/** @var callable|null */
	private $answer = null;

	protected function tearDown(): void {
		remove_filter( 'pre_http_request', $this->answer );
		$this->asked = array();
	}

	/** Answers each request by the next of some answers, and the last one for good. */
	private function answers( array ...$answers ): void {
		$this->answer = function ( $no, array $args, string $url ) use ( &$answers ) {
			$this->asked[] = compact( 'url', 'args' );
			$answer        = array_merge( array( 'status' => 200, 'headers' => array(), 'body' => '', 'wait' => 0, 'error' => '' ), count( $answers ) > 1 ? array_shift( $answers ) : $answers[0] );
			usleep( $answer['wait'] );
			if ( '' !== $answer['error'] ) {
				return new \WP_Error( 'http_request_failed', $answer['error'] );
			}
			file_put_contents( $args['filename'], $answer['body'] );
			return array( 'headers' => $answer['headers'], 'response' => array( 'code' => $answer['status'] ), 'body' => '', 'cookies' => array() );
		};
		add_filter( 'pre_http_request', $this->answer, 10, 3 );
	}

	private static function redirect( string $to, int $status = 302 ): array {
		return array( 'status' => $status, 'headers' => array( 'location' => $to ) );
	}

	/** A contest that is read from `SOURCE`, and is due. */
	private static function due(): int {
		$key = self::from_source();
		change_settings(
			static function ( array $settings ) use ( $key ): array {
				$settings['contests'][ $key ]['source']   = self::SOURCE;
				$settings['contests'][ $key ]['asked_at'] = 0;
				return $settings;
			}
		);
		return $key;
	}

	// One answer.

	public function test_what_is_read_is_read(): void {
		$this->answers( array( 'body' => 'x', 'headers' => array( 'etag' => '"1"' ) ) );
		$answer = fetch( self::SOURCE, array(), 10 );
		$this->assertSame( array( 200, 'x', '"1"', '' ), array( $answer['status'], $answer['body'], $answer['etag'], $answer['moved'] ) );
	}

	public function test_wordpress_itself_follows_no_redirect_and_refuses_what_is_unsafe(): void {
		$this->answers( array() );
		fetch( self::SOURCE, array(), 10 );
		$this->assertSame( 0, $this->asked[0]['args']['redirection'] );
		$this->assertTrue( $this->asked[0]['args']['reject_unsafe_urls'] );
		$this->assertTrue( $this->asked[0]['args']['sslverify'] );
	}

	public function test_an_answer_that_is_too_large_is_refused(): void {
		$this->answers( array( 'body' => str_repeat( 'x', 11 ) ) );
		self::assert_error( 'too-large', fetch( self::SOURCE, array(), 10 ) );
		$this->assertSame( 11, $this->asked[0]['args']['limit_response_size'] );
	}

	public function test_a_definition_is_read_to_64_kib(): void {
		$this->answers( array() );
		candidate( self::SOURCE, '' );
		$this->assertSame( 65537, $this->asked[0]['args']['limit_response_size'] );
		read_source( self::due(), settings()['contests'][1] );
		$this->assertSame( 65537, $this->asked[1]['args']['limit_response_size'] );
	}

	public function test_a_picture_is_read_to_2_mib(): void {
		$this->answers( array( 'body' => 'no picture' ) );
		self::register( array( 'banner' => array( 'src' => 'https://203.162.0.1/b.png', 'alt' => 'A', 'width' => 3, 'height' => 1 ) ) );
		$this->assertSame( 2097153, $this->asked[0]['args']['limit_response_size'] );
	}

	public function test_an_error_page_is_no_definition(): void {
		foreach ( array( 199, 300, 404, 500 ) as $status ) {
			$this->answers( array( 'status' => $status, 'body' => self::text() ) );
			self::assert_error( 'network', fetch( self::SOURCE, array(), MAX_DEFINITION ), (string) $status );
			remove_filter( 'pre_http_request', $this->answer );
		}
	}

	public function test_an_answer_from_the_future_is_of_now(): void {
		$this->answers( array( 'headers' => array( 'date' => 'Fri, 01 Jan 2100 00:00:00 GMT' ) ) );
		$this->assertEqualsWithDelta( time() * 1000, fetch( self::SOURCE, array(), 10 )['date'], 5000 );
	}

	public function test_a_header_that_is_no_plain_text_is_none(): void {
		foreach ( array( "\"1\"\r\nX: y", '"é"', str_repeat( 'x', 2001 ) ) as $etag ) {
			$this->answers( array( 'headers' => compact( 'etag' ) ) );
			$this->assertSame( '', fetch( self::SOURCE, array(), 10 )['etag'] );
			remove_filter( 'pre_http_request', $this->answer );
		}
	}

	// From hop to hop.

	public function test_a_redirect_on_its_own_host_is_followed(): void {
		$this->answers( self::redirect( '/b.json', 301 ), array( 'body' => 'x' ) );
		$this->assertSame( 'https://203.162.0.1/b.json', fetch( self::SOURCE, array(), 10 )['moved'] );
	}

	public function test_a_redirect_to_another_host_is_refused_and_not_asked(): void {
		$this->answers( self::redirect( 'https://203.162.0.2/' ), array( 'body' => 'x' ) );
		self::assert_error( 'host', fetch( self::SOURCE, array(), 10 ) );
		$this->assertCount( 1, $this->asked );
	}

	public function test_a_redirect_to_a_pinned_host_is_followed(): void {
		$this->answers( self::redirect( 'https://203.162.0.2/' ), array( 'body' => 'x' ) );
		$this->assertSame( 'x', fetch( self::SOURCE, array( '203.162.0.2' ), 10 )['body'] );
	}

	public function inner_places(): array {
		return array( array( 'https://10.0.0.1/' ), array( 'https://[::1]/' ), array( 'https://169.254.169.254/latest' ), array( 'http://203.162.0.1/' ), array( 'https://a:b@203.162.0.1/' ), array( 'file:///etc/passwd' ) );
	}

	/** @dataProvider inner_places */
	public function test_a_redirect_into_the_own_network_is_refused_and_not_asked_though_it_is_pinned( string $to ): void {
		$this->answers( self::redirect( $to ), array( 'body' => 'x' ) );
		$this->assertInstanceOf( \WP_Error::class, fetch( self::SOURCE, array( '10.0.0.1', '[::1]', '169.254.169.254' ), 10 ) );
		$this->assertCount( 1, $this->asked );
	}

	public function test_who_leads_on_and_on_is_asked_four_times(): void {
		$this->answers( self::redirect( '/on' ) );
		self::assert_error( 'network', fetch( self::SOURCE, array(), 10 ) );
		$this->assertCount( 4, $this->asked );
	}

	public function test_all_hops_together_have_five_seconds(): void {
		$this->answers( self::redirect( '/on' ) + array( 'wait' => 100000 ), array() );
		fetch( self::SOURCE, array(), 10 );
		$this->assertEqualsWithDelta( 5, $this->asked[0]['args']['timeout'], 0.05 );
		$this->assertLessThan( 4.95, $this->asked[1]['args']['timeout'] );
	}

	public function test_no_hop_begins_when_the_time_is_over(): void {
		$this->answers( self::redirect( '/on' ) + array( 'wait' => 20000 ) );
		self::assert_error( 'timeout', fetch( self::SOURCE, array(), 10, array(), 0.01 ) );
		$this->assertCount( 1, $this->asked );
	}

	// Registering.

	public function test_the_address_of_this_site_itself_is_no_source(): void {
		$this->answers( array( 'body' => self::text() ) );
		$public = static fn( string $address, string $path ): string => 'https://203.162.0.1/wp-json/' . ltrim( $path, '/' );
		add_filter( 'rest_url', $public, 10, 2 );
		$candidate = candidate( rest_url( 'contest-banner/v1/contests/current' ), '' );
		remove_filter( 'rest_url', $public );
		self::assert_error( 'source', $candidate );
		$this->assertSame( array(), $this->asked );
	}

	public function test_a_source_that_redirects_elsewhere_is_not_registered(): void {
		$this->answers( self::redirect( 'https://203.162.0.2/' ), array( 'body' => self::text() ) );
		self::assert_error( 'source', candidate( self::SOURCE, '' ) );
	}

	// How often.

	public function test_while_another_reads_nobody_else_does(): void {
		$key = self::due();
		$this->answers( array( 'body' => self::text( array( 'revision' => 4 ) ) ) );
		$lock = take_lock( 60 );
		$this->assertFalse( refresh() );
		$this->assertFalse( refresh( array( $key ) ) );
		$this->assertSame( array(), $this->asked );
		release_lock( $lock );
		$this->assertTrue( refresh() );
		$this->assertSame( 4, self::revision( $key ) );
	}

	public function test_who_has_read_lets_the_next_one_read(): void {
		self::due();
		$this->answers( array( 'error' => 'Connection refused' ) );
		refresh();
		$this->assertNotNull( take_lock( 60 ) );
	}

	public function test_a_source_is_read_and_written_once_a_quarter_of_an_hour(): void {
		self::due();
		$this->answers( array( 'status' => 304 ) );
		$writes = 0;
		$count  = static function () use ( &$writes ): void {
			++$writes;
		};
		add_action( 'update_option_contest_banner', $count );
		refresh();
		refresh();
		remove_action( 'update_option_contest_banner', $count );
		$this->assertCount( 1, $this->asked );
		$this->assertSame( 1, $writes );
	}

	public function test_within_a_quarter_of_an_hour_nothing_is_asked(): void {
		self::due();
		$this->answers( array( 'status' => 304 ) );
		foreach ( array( 14 => 0, 15 => 1 ) as $minutes => $requests ) {
			change_settings(
				static function ( array $settings ) use ( $minutes ): array {
					$settings['contests'][1]['asked_at'] = now() - $minutes * 60000;
					return $settings;
				}
			);
			refresh();
			$this->assertCount( $requests, $this->asked );
		}
	}

	public function test_after_each_failure_the_next_try_waits_twice_as_long_and_two_hours_at_most(): void {
		$key = self::due();
		$this->answers( array( 'error' => 'Connection refused' ) );
		foreach ( array( 0 => 60, 1 => 120, 5 => 1920, 9 => 7200, 99 => 7200 ) as $failures => $seconds ) {
			change_state( $key, compact( 'failures' ) );
			read_source( $key, settings()['contests'][ $key ] );
			$this->assertEqualsWithDelta( ( time() + $seconds ) * 1000, state_of( $key )['next'], 2000, "after $failures" );
		}
		$this->assertSame( 3, self::revision( $key ) );
	}

	public function test_a_definition_that_is_refused_is_a_failure_too(): void {
		$key = self::due();
		$this->answers( array( 'body' => '<html>' ) );
		refresh();
		$this->assertSame( 1, state_of( $key )['failures'] );
		$this->assertSame( 3, self::revision( $key ) );
	}

	public function test_what_is_known_already_is_not_sent_again(): void {
		$key = self::due();
		change_state( $key, array( 'etag' => '"1"', 'modified' => 'Fri, 13 Dec 2024 00:00:00 GMT' ) );
		$this->answers( array( 'status' => 304 ) );
		refresh();
		$this->assertSame( '"1"', $this->asked[0]['args']['headers']['If-None-Match'] );
	}
}
