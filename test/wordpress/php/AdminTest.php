<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ add_page, change_settings, change_state, form, release_lock, settings, take_lock };

/** Every write asks for capability and nonce; two never write at once. */
final class AdminTest extends FormTestCase {

	private static function send( array $fields, bool $with_nonce = true ): string {
		return self::send_to( 'Contest_Banner\take_action', $fields, $with_nonce ? 'contest_banner' : null );
	}

	public function actions(): array {
		return array_map( static fn( $action ) => array( $action ), array( 'check', 'register', 'refresh', 'accept', 'longer', 'follow', 'back', 'remove', 'unit' ) );
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

	public function test_an_address_alone_does_nothing(): void {
		$key                       = self::register();
		$_SERVER['REQUEST_METHOD'] = 'GET';
		self::log_in_as( 'administrator' );
		$this->assertSame( 'shown', self::send( array( 'do' => 'remove', 'key' => (string) $key ) ) );
		$this->assertCount( 1, settings()['contests'] );
	}

	public function test_the_page_is_for_administrators(): void {
		self::log_in_as( 'editor' );
		$this->assertFalse( $this->has_page() );
		self::log_in_as( 'administrator' );
		$this->assertTrue( $this->has_page() );
	}

	private function has_page(): bool {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		$GLOBALS['submenu'] = array();
		add_page();
		return in_array( 'contest-banner', array_column( $GLOBALS['submenu']['options-general.php'] ?? array(), 2 ), true );
	}

	public function test_what_waits_for_a_yes_is_told_to_administrators_only(): void {
		require_once ABSPATH . 'wp-admin/includes/class-wp-screen.php';
		require_once ABSPATH . 'wp-admin/includes/screen.php';
		require_once ABSPATH . 'wp-admin/includes/template.php';
		set_current_screen( 'dashboard' );
		$told = static function ( string $role ): bool {
			self::log_in_as( $role );
			return '' !== self::printed( 'Contest_Banner\notice_pending' );
		};
		$key = self::register();
		$this->assertFalse( $told( 'administrator' ) );
		change_state( $key, array( 'pending' => array( 'text' => self::text(), 'read_at' => 1 ) ) );
		$this->assertTrue( $told( 'administrator' ) );
		change_state( $key, array( 'pending' => null ) );
		self::agreed_to_less( $key );
		$this->assertFalse( $told( 'editor' ) );
		$this->assertTrue( $told( 'administrator' ) );
		$GLOBALS['current_screen'] = null;
	}

	/** Has a contest last longer than an administrator has agreed to. */
	private static function agreed_to_less( int $key ): void {
		change_settings(
			static function ( array $settings ) use ( $key ): array {
				$settings['contests'][ $key ]['until'] = 1;
				return $settings;
			}
		);
	}

	public function test_what_was_seen_is_shown_for_as_long_as_it_lasts(): void {
		self::log_in_as( 'administrator' );
		$key = self::register();
		self::agreed_to_less( $key );
		$this->assertSame( 'done=changed', self::send( array( 'do' => 'longer', 'key' => (string) $key, 'seen' => hash( 'sha256', 'x' ) ) ) );
		$this->assertSame( 1, settings()['contests'][ $key ]['until'] );
		$this->assertSame( 'done=longer', self::send( array( 'do' => 'longer', 'key' => (string) $key, 'seen' => hash( 'sha256', self::text() ) ) ) );
		$this->assertGreaterThan( 1, settings()['contests'][ $key ]['until'] );
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

	public function test_a_host_outside_of_what_the_network_allows_is_named(): void {
		change_settings( static fn( array $settings ): array => array_merge( $settings, array( 'limits' => array( 'example.vn' ) ) ) );
		self::log_in_as( 'administrator' );
		$this->assertSame( 'shown', self::send( array( 'do' => 'unit', 'hosts' => 'khac.example' ) ) );
		$this->assertStringContainsString( 'khac.example', form()['errors'][0] );
	}

	public function test_a_unit_of_100_characters_is_saved_and_a_longer_one_is_not(): void {
		self::log_in_as( 'administrator' );
		$this->assertSame( 'done=odd-unit', self::send( array( 'do' => 'unit', 'unit' => str_repeat( 'ở', 100 ) ) ) );
		$this->assertSame( 'shown', self::send( array( 'do' => 'unit', 'unit' => str_repeat( 'ở', 101 ) ) ) );
		$this->assertSame( str_repeat( 'ở', 100 ), settings()['unit'] );
	}

	public function test_the_name_of_a_unit_is_one_line_without_markup(): void {
		self::log_in_as( 'administrator' );
		self::send( array( 'do' => 'unit', 'unit_name' => "Bảo <b>tàng\n tỉnh" ) );
		$this->assertSame( 'Bảo tàng tỉnh', settings()['unit_name'] );
	}

	public function test_a_text_that_is_no_utf_8_is_none(): void {
		self::log_in_as( 'administrator' );
		self::send( array( 'do' => 'check', 'text' => self::text( array( 'x' => 'y' ) ) . "\xff" ) );
		$this->assertSame( '', form()['text'] );
	}

	public function test_a_file_that_was_not_sent_is_not_read(): void {
		$file = tempnam( get_temp_dir(), 'contest' );
		file_put_contents( $file, self::text() );
		$_FILES['file'] = array( 'error' => UPLOAD_ERR_OK, 'tmp_name' => $file );
		self::log_in_as( 'administrator' );
		$this->assertSame( 'shown', self::send( array( 'do' => 'check' ) ) );
		unlink( $file );
		$this->assertNull( form()['candidate'] );
		$this->assertStringContainsString( 'File contest.json', form()['errors'][0] );
	}

	public function test_other_links_are_pinned_only_where_that_was_agreed_to(): void {
		$text = self::text( array( 'results' => 'https://docs.example/kq' ) );
		$seen = hash( 'sha256', $text );
		self::log_in_as( 'administrator' );
		self::send( array( 'do' => 'register', 'text' => $text, 'seen' => $seen ) );
		$this->assertSame( array(), settings()['contests'][1]['links'] );
		self::send( array( 'do' => 'register', 'text' => $text, 'seen' => $seen, 'links' => '1' ) );
		$this->assertSame( array( 'docs.example' ), settings()['contests'][1]['links'] );
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
