<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ all_hosts, change_settings, remove_contest, settings, shown_contests, with_network };

/** What is registered for a network of sites. */
final class NetworkTest extends TestCase {

	private static function network_entry( array $set = array(), string $source = '' ): array {
		return array( 'text' => self::text( $set ), 'source' => $source, 'hosts' => array( 'cuocthi.example.vn' ) );
	}

	private static function with_network( array ...$entries ): array {
		return with_network( settings(), array( 'contests' => $entries ) );
	}

	public function test_a_contest_of_the_network_stands_beside_the_sites_own(): void {
		self::register( array( 'id' => 'own' ) );
		$this->assertCount( 2, self::with_network( self::network_entry() )['contests'] );
	}

	public function test_a_contest_that_the_site_has_registered_itself_stands(): void {
		$key = self::register();
		$this->assertSame( array( $key ), array_keys( self::with_network( self::network_entry() )['contests'] ) );
	}

	public function test_saving_the_network_again_changes_no_key(): void {
		change_settings( static fn(): array => self::with_network( self::network_entry(), self::network_entry( array( 'id' => 'b' ), 'https://a.example/' ) ) );
		$this->assertSame( array_keys( settings()['contests'] ), array_keys( self::with_network( self::network_entry(), self::network_entry( array( 'id' => 'b' ), 'https://a.example/' ) )['contests'] ) );
	}

	public function test_no_key_is_given_twice(): void {
		$key = self::register();
		remove_contest( $key );
		$this->assertNotSame( $key, self::register() );
	}

	public function test_a_site_may_narrow_what_its_network_registers(): void {
		$key = self::register();
		change_settings( static fn( array $settings ): array => array_merge( $settings, array( 'only' => array( 'khac.example.vn' ) ) ) );
		$this->assertSame( array(), shown_contests() );
		change_settings( static fn( array $settings ): array => array_merge( $settings, array( 'only' => array( 'example.vn' ) ) ) );
		$this->assertSame( array( $key ), array_keys( shown_contests() ) );
	}

	public function test_a_site_narrows_what_the_network_allows_and_never_widens_it(): void {
		$key = self::register();
		$set = static function ( ?array $limits ): void {
			change_settings( static fn( array $settings ): array => array_merge( $settings, array( 'limits' => $limits ) ) );
		};
		$set( array( 'example.vn' ) );
		$this->assertSame( array( 'cuocthi.example.vn' ), shown_contests()[ $key ]['hosts'] );
		$set( array( 'khac.example.vn' ) );
		$this->assertSame( array(), shown_contests() );
		$this->assertStringContainsString( 'khac.example.vn', self::errors( array( 'id' => 'b' ) )[0] );
	}

	public function test_what_the_network_allows_holds_on_every_site(): void {
		$this->assertSame( array( 'example.vn' ), with_network( settings(), array( 'hosts' => array( 'example.vn' ) ) )['limits'] );
		$this->assertNull( with_network( settings(), array( 'hosts' => array() ) )['limits'] );
	}

	public function test_the_hosts_of_a_site_itself_lie_within_what_its_network_allows(): void {
		change_settings(
			static fn( array $settings ): array => array_merge(
				$settings,
				array(
					'hosts'  => array( 'khac.example', 'thi.example.vn' ),
					'limits' => array( 'example.vn' ),
				)
			)
		);
		$this->assertSame( array( 'thi.example.vn' ), all_hosts( true ) );
	}

	public function test_a_site_neither_replaces_nor_removes_what_its_network_has_registered(): void {
		change_settings( static fn(): array => self::with_network( self::network_entry() ) );
		$key = array_key_first( settings()['contests'] );
		$this->assertStringStartsWith( 'id: ', self::errors( array( 'revision' => 4 ) )[0] );
		remove_contest( $key );
		$this->assertSame( array( $key ), array_keys( settings()['contests'] ) );
	}
}
