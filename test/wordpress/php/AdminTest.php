<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ form, release_lock, settings, take_action, take_lock };
use const Contest_Banner\DIR;

require_once DIR . 'includes/admin/admin.php';

/** Every write asks for capability and nonce; two never write at once. */
final class AdminTest extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		$_SERVER['REQUEST_METHOD'] = 'POST';
		add_filter( 'wp_die_handler', array( $this, 'handler' ) );
		add_filter( 'wp_redirect', array( $this, 'redirected' ) );
	}

	protected function tearDown(): void {
		$_SERVER['REQUEST_METHOD'] = 'GET';
		$_POST                     = array();
		$_REQUEST                  = array();
		remove_filter( 'wp_die_handler', array( $this, 'handler' ) );
		remove_filter( 'wp_redirect', array( $this, 'redirected' ) );
	}

	public function handler(): callable {
		return static function (): void {
			throw new \DomainException( 'died' );
		};
	}

	public function redirected( string $location ): void {
		throw new \OverflowException( $location );
	}

	/** Sends a form. @return string what came of it */
	private static function send( array $fields, bool $with_nonce = true ): string {
		$_POST    = wp_slash( $with_nonce ? array_merge( array( '_wpnonce' => wp_create_nonce( 'contest_banner' ) ), $fields ) : $fields );
		$_REQUEST = $_POST;
		try {
			take_action();
			return 'shown';
		} catch ( \DomainException $error ) {
			return 'died';
		} catch ( \OverflowException $error ) {
			return strtok( substr( $error->getMessage(), strpos( $error->getMessage(), 'done=' ) ), '&' );
		}
	}

	public function actions(): array {
		return array_map( static fn( $action ) => array( $action ), array( 'check', 'register', 'refresh', 'accept', 'follow', 'back', 'remove', 'unit' ) );
	}

	/** @dataProvider actions */
	public function test_an_author_may_not( string $action ): void {
		self::log_in_as( 'author' );
		$this->assertSame( 'died', self::send( array( 'do' => $action ) ) );
	}

	/** @dataProvider actions */
	public function test_an_administrator_may_not_without_a_nonce( string $action ): void {
		self::log_in_as( 'administrator' );
		$this->assertSame( 'died', self::send( array( 'do' => $action ), false ) );
	}

	public function test_a_nonce_of_another_user_does_not_do(): void {
		self::log_in_as( 'editor' );
		$nonce = wp_create_nonce( 'contest_banner' );
		self::log_in_as( 'administrator' );
		$this->assertSame( 'died', self::send( array( 'do' => 'unit', 'unit' => 'x', '_wpnonce' => $nonce ) ) );
	}

	public function test_what_is_checked_is_not_registered_yet(): void {
		self::log_in_as( 'administrator' );
		$this->assertSame( 'shown', self::send( array( 'do' => 'check', 'text' => self::text() ) ) );
		$this->assertSame( 'cchc-2024', form()['candidate']['contest']['id'] );
		$this->assertSame( array(), settings()['contests'] );
	}

	public function test_what_was_seen_is_registered(): void {
		self::log_in_as( 'administrator' );
		$this->assertSame( 'done=registered', self::send( array( 'do' => 'register', 'text' => self::text(), 'seen' => hash( 'sha256', self::text() ), 'links' => '1' ) ) );
		$this->assertCount( 1, settings()['contests'] );
	}

	public function test_what_was_not_seen_is_not(): void {
		self::log_in_as( 'administrator' );
		$this->assertSame( 'shown', self::send( array( 'do' => 'register', 'text' => self::text(), 'seen' => hash( 'sha256', 'other' ) ) ) );
		$this->assertSame( array(), settings()['contests'] );
	}

	public function test_a_wrong_input_is_kept(): void {
		self::log_in_as( 'administrator' );
		self::send( array( 'do' => 'check', 'text' => '{"title": "Cuộc thi \"A\""' ) );
		$this->assertSame( '{"title": "Cuộc thi \"A\""', form()['text'] );
		$this->assertNotSame( array(), form()['errors'] );
	}

	public function test_the_unit_and_hosts_are_saved(): void {
		self::log_in_as( 'administrator' );
		$this->assertSame( 'done=saved', self::send( array( 'do' => 'unit', 'unit' => 'bao-tang', 'unit_name' => 'Bảo tàng tỉnh', 'hosts' => "Cuocthi.example.vn\nkhac.example" ) ) );
		$this->assertSame( array( 'bao-tang', 'Bảo tàng tỉnh', array( 'cuocthi.example.vn', 'khac.example' ) ), array( settings()['unit'], settings()['unit_name'], settings()['hosts'] ) );
	}

	public function test_a_wrong_host_is_named_and_nothing_is_lost(): void {
		self::log_in_as( 'administrator' );
		$this->assertSame( 'shown', self::send( array( 'do' => 'unit', 'unit' => 'bao-tang', 'hosts' => 'https://khac.example/' ) ) );
		$this->assertStringContainsString( 'https://khac.example/', form()['errors'][0] );
		$this->assertSame( 'bao-tang', form()['unit']['unit'] );
	}

	// The lock.

	public function test_only_one_holds_the_lock(): void {
		$mine = take_lock( 30 );
		$this->assertNotNull( $mine );
		$this->assertNull( take_lock( 30 ) );
		release_lock( $mine );
		$this->assertNotNull( take_lock( 30 ) );
	}

	public function test_the_lock_of_a_process_that_died_is_taken_over(): void {
		take_lock( -1 );
		$this->assertNotNull( take_lock( 30 ) );
	}

	public function test_a_lock_of_a_clock_that_was_far_ahead_is_taken_over(): void {
		take_lock( 4000 );
		$this->assertNotNull( take_lock( 30 ) );
	}

	public function test_a_lock_that_was_taken_over_is_not_released_by_the_former_holder(): void {
		$former = take_lock( -1 );
		take_lock( 30 );
		release_lock( $former );
		$this->assertNull( take_lock( 30 ) );
	}
}
