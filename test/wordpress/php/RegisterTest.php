<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ candidate, change_settings, change_state, find_contest, go_back, published_text, remove_contest, settings, shown_contests, state_of };

/** What an administrator registers, and how it is taken back. */
final class RegisterTest extends TestCase {

	public function test_each_fault_is_named_and_none_is_accepted(): void {
		$errors = self::errors( array( 'closes' => '2099-12-13', 'documents' => array( array( 'kind' => 'rules', 'title' => 'A', 'url' => '/the-le' ) ) ) );
		$this->assertCount( 2, $errors );
		$this->assertStringStartsWith( 'closes: ', $errors[0] );
		$this->assertStringStartsWith( 'documents[0].url: ', $errors[1] );
	}

	public function test_a_slip_in_a_document_is_not_accepted_either(): void {
		$this->assertCount( 1, self::errors( array( 'documents' => array( array( 'kind' => 'rules', 'title' => 'A', 'url' => '/the-le' ) ) ) ) );
	}

	public function test_what_is_not_json_is_told(): void {
		self::assert_error( 'not-json', candidate( '', '{"id":' ) );
	}

	public function test_a_definition_of_64_kib_is_read_and_one_byte_more_is_not(): void {
		$text = self::text();
		$fill = static fn( int $bytes ) => substr( $text, 0, -1 ) . ',"x":"' . str_repeat( 'x', $bytes - strlen( $text ) - 7 ) . '"}';
		$this->assertSame( 65536, strlen( $fill( 65536 ) ) );
		$this->assertIsArray( candidate( '', $fill( 65536 ) ) );
		self::assert_error( 'too-large', candidate( '', $fill( 65537 ) ) );
	}

	public function test_a_byte_order_mark_does_no_harm(): void {
		$this->assertIsArray( candidate( '', "\xEF\xBB\xBF" . self::text() ) );
	}

	public function test_the_hosts_of_the_way_in_and_of_the_rounds_are_pinned(): void {
		$key = self::register( array( 'rounds' => array( array( 'title' => '1', 'opens' => '2024-11-19T00:00Z', 'closes' => '2024-11-20T00:00Z', 'url' => 'https://khac.example.vn/' ) ) ) );
		$this->assertSame( array( 'cuocthi.example.vn', 'khac.example.vn' ), settings()['contests'][ $key ]['hosts'] );
	}

	public function test_the_same_id_takes_the_place_of_the_contest_before(): void {
		$key = self::register();
		$this->assertSame( $key, self::register( array( 'revision' => 4 ) ) );
		$this->assertSame( 4, self::revision( $key ) );
	}

	public function test_an_older_revision_does_not_take_its_place(): void {
		self::register();
		$this->assertStringStartsWith( 'revision: ', self::errors( array( 'revision' => 2 ) )[0] );
	}

	public function test_an_older_revision_takes_its_place_where_it_takes_it_back(): void {
		self::register();
		$this->assertSame( array(), self::errors( array( 'revision' => 2, 'replaces' => 3 ) ) );
	}

	public function test_a_definition_that_takes_back_the_one_that_is_held_is_shown_and_handed_out(): void {
		$key = self::register( array( 'revision' => 40 ) );
		$this->assertStringContainsString( 'above 40, or 40 in replaces', self::errors( array( 'revision' => 4, 'replaces' => 39 ) )[0] );
		$this->assertSame( $key, self::register( array( 'revision' => 4, 'replaces' => 40 ) ) );
		$this->assertSame( array( 4, 40 ), self::handed_out( $key ) );
	}

	public function test_after_going_back_one_that_takes_back_what_is_held_is_shown_and_handed_out(): void {
		$key = self::register( array( 'revision' => 5 ) );
		self::register( array( 'revision' => 40 ) );
		go_back( $key );
		$this->assertStringContainsString( 'above 40, or 5 in replaces', self::errors( array( 'revision' => 4, 'replaces' => 40 ) )[0] );
		self::register( array( 'revision' => 4, 'replaces' => 5 ) );
		$this->assertSame( array( 4, 5 ), self::handed_out( $key ) );
	}

	public function test_what_was_gone_back_from_stays_taken_back_when_another_is_registered(): void {
		$key = self::register( array( 'revision' => 5 ) );
		self::register( array( 'revision' => 40 ) );
		go_back( $key );
		self::register( array( 'revision' => 5, 'title' => 'Mới' ) );
		$this->assertSame( array( 5, 40 ), self::handed_out( $key ) );
		self::register( array( 'revision' => 6 ) );
		$this->assertSame( array( 6, 40 ), self::handed_out( $key ) );
		self::register( array( 'revision' => 41 ) );
		$this->assertSame( array( 41, null ), self::handed_out( $key ) );
	}

	/** The revision that visitors are given, and the one that it takes back. */
	private static function handed_out( int $key ): array {
		$definition = json_decode( published_text( settings()['contests'][ $key ] ) );
		self::assertSame( $definition->revision, self::revision( $key ) );
		return array( $definition->revision, $definition->replaces ?? null );
	}

	public function test_another_contest_stands_beside_it(): void {
		$this->assertNotSame( self::register(), self::register( array( 'id' => 'other' ) ) );
	}

	public function test_going_back_brings_the_one_before_and_visitors_take_it(): void {
		$key = self::register();
		self::register( array( 'revision' => 4, 'title' => 'Mới' ) );
		$this->assertTrue( go_back( $key ) );
		$shown = shown_contests()[ $key ]['contest'];
		$this->assertSame( self::DEFINITION['title'], $shown['title'] );
		$this->assertSame( array( 3, 4 ), array( $shown['revision'], $shown['replaces'] ) );
	}

	public function test_there_is_no_going_back_twice_since_visitors_would_not_follow(): void {
		$key = self::register();
		self::register( array( 'revision' => 4 ) );
		go_back( $key );
		$this->assertFalse( go_back( $key ) );
	}

	public function test_going_back_holds_though_the_source_knows_nothing_of_it(): void {
		$key = self::from_source();
		self::register( array( 'revision' => 4 ) );
		go_back( $key );
		$changes = self::judged( $key, array() )['changes'];
		change_settings(
			static function ( array $settings ) use ( $key, $changes ): array {
				$settings['contests'][ $key ] = array_merge( $settings['contests'][ $key ], $changes );
				return $settings;
			}
		);
		$this->assertSame( 4, shown_contests()[ $key ]['contest']['replaces'] );
		$this->assertSame( 4, json_decode( published_text( settings()['contests'][ $key ] ) )->replaces );
	}

	public function test_what_was_gone_back_from_must_be_exceeded(): void {
		$key = self::register();
		self::register( array( 'revision' => 4 ) );
		go_back( $key );
		$this->assertStringContainsString( 'above 4', self::errors( array( 'revision' => 4 ) )[0] );
		$this->assertSame( array(), self::errors( array( 'revision' => 5 ) ) );
	}

	public function test_an_id_that_means_the_current_contest_is_refused(): void {
		$this->assertStringStartsWith( 'id: ', self::errors( array( 'id' => 'current' ) )[0] );
	}

	public function test_there_is_nothing_to_go_back_to_at_first(): void {
		$this->assertFalse( go_back( self::register() ) );
	}

	public function test_a_removed_contest_leaves_nothing_of_itself(): void {
		$key = self::register();
		change_state( $key, array( 'failure' => 'x' ) );
		remove_contest( $key );
		$this->assertNull( find_contest( 'cchc-2024' ) );
		$this->assertSame( '', state_of( $key )['failure'] );
	}
}
