<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ candidate, change_settings, change_state, form, render_network_page, render_page };

/** What the pages of settings print, whatever was published, read or typed. */
final class AdminPageTest extends FormTestCase {

	const HOSTILE = '"\'></textarea></script><img src=x onerror=alert(1)>';

	protected function setUp(): void {
		parent::setUp();
		self::log_in_as( 'administrator' );
		$_SERVER['REQUEST_METHOD'] = 'GET';
	}

	private function assert_harmless( string $html ): void {
		$this->assertStringContainsString( 'onerror', $html, 'it is shown' );
		$document = new \DOMDocument();
		@$document->loadHTML( '<?xml encoding="utf-8"?><body>' . $html . '</body>' );
		$path = new \DOMXPath( $document );
		$this->assertSame( 0, $path->query( '//img' )->length );
		foreach ( $path->query( '//@*' ) as $attribute ) {
			$this->assertStringStartsNotWith( 'on', $attribute->name );
		}
	}

	private static function page(): string {
		return self::printed( 'Contest_Banner\render_page' );
	}

	private static function hostile(): array {
		return array( 'title' => 'A' . self::HOSTILE, 'organizer' => self::HOSTILE, 'notice' => self::HOSTILE );
	}

	public function test_a_registered_contest_injects_nothing(): void {
		self::register( self::hostile() );
		$this->assert_harmless( self::page() );
	}

	public function test_a_contest_that_is_about_to_be_registered_injects_nothing(): void {
		$text = self::text( self::hostile() );
		form( array( 'text' => $text, 'candidate' => candidate( '', $text ) ) );
		$this->assert_harmless( self::page() );
	}

	public function test_a_contest_that_waits_for_a_yes_injects_nothing(): void {
		$text = self::text( array( 'title' => 'A' . self::HOSTILE, 'revision' => 4, 'url' => 'https://khac.example/' ) );
		change_state( self::from_source(), array( 'pending' => array( 'text' => $text, 'read_at' => 1 ) ) );
		$this->assert_harmless( self::page() );
	}

	public function states(): array {
		return array( array( 'moved' ), array( 'failure' ), array( 'faults' ) );
	}

	/** @dataProvider states */
	public function test_what_was_read_of_a_source_injects_nothing( string $name ): void {
		change_state( self::from_source(), array( $name => self::HOSTILE ) );
		$this->assert_harmless( self::page() );
	}

	public function fields(): array {
		return array( array( 'source' ), array( 'text' ) );
	}

	/** @dataProvider fields */
	public function test_what_was_typed_injects_nothing( string $name ): void {
		form( array( $name => self::HOSTILE ) );
		$this->assert_harmless( self::page() );
		$this->assert_harmless( self::printed( 'Contest_Banner\render_network_page' ) );
	}

	public function test_what_is_wrong_injects_nothing(): void {
		form( array( 'errors' => array( self::HOSTILE ) ) );
		$this->assert_harmless( self::page() );
		$this->assert_harmless( self::printed( 'Contest_Banner\render_network_page' ) );
	}

	public function unit_fields(): array {
		return array( array( 'unit' ), array( 'unit_name' ), array( 'hosts' ) );
	}

	/** @dataProvider unit_fields */
	public function test_what_was_typed_of_the_unit_injects_nothing( string $name ): void {
		form( array( 'unit' => array_merge( array( 'unit' => '', 'unit_name' => '', 'hosts' => '', 'only' => '' ), array( $name => self::HOSTILE ) ) ) );
		$this->assert_harmless( self::page() );
	}

	public function test_a_source_that_was_stored_injects_nothing(): void {
		$key = self::from_source();
		change_settings(
			static function ( array $settings ) use ( $key ): array {
				$settings['contests'][ $key ]['source'] = 'https://cuocthi.example.vn/' . self::HOSTILE;
				return $settings;
			}
		);
		$this->assert_harmless( self::page() );
	}
}
