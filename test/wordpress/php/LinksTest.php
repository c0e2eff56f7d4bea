<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ change_settings, contest_url, host_of, link_pins, register_script };

/** Where links of authors may lead that the script turns into banners. */
final class LinksTest extends TestCase {

	private static function own(): string {
		return host_of( home_url() );
	}

	/** The words of one pin. */
	private static function pinned( string $name ): array {
		return explode( ' ', link_pins()[ "data-$name" ] );
	}

	/** Changes what is stored of a contest. */
	private static function change( int $key, array $set ): void {
		change_settings(
			static function ( array $settings ) use ( $key, $set ): array {
				$settings['contests'][ $key ] = array_merge( $settings['contests'][ $key ], $set );
				return $settings;
			}
		);
	}

	public function test_without_a_contest_they_lead_to_the_site_itself_alone(): void {
		$this->assertSame( array( self::own() ), self::pinned( 'hosts' ) );
		$this->assertSame( array( contest_url( 'current' ) ), self::pinned( 'sources' ) );
	}

	public function test_they_lead_where_ways_into_contests_of_this_site_lead_and_to_no_host_of_documents(): void {
		self::register( array( 'results' => 'https://kho.example.com/kq' ) );
		$this->assertSame( array( self::own(), 'cuocthi.example.vn' ), self::pinned( 'hosts' ) );
	}

	public function test_hosts_that_the_site_pins_besides_are_no_sources(): void {
		change_settings( static fn( array $settings ): array => array_merge( $settings, array( 'hosts' => array( 'cu.example.vn' ) ) ) );
		$this->assertContains( 'cu.example.vn', self::pinned( 'hosts' ) );
		$this->assertSame( array( contest_url( 'current' ) ), self::pinned( 'sources' ) );
	}

	public function test_a_source_with_a_query_is_not_told_since_it_may_be_a_secret(): void {
		self::change( self::register(), array( 'source' => 'https://nguon.example.com/contest.json?token=x' ) );
		$this->assertStringNotContainsString( 'token', link_pins()['data-sources'] );
	}

	public function test_of_this_site_they_name_nothing_but_addresses_of_contests_and_registered_sources(): void {
		$key = self::register();
		self::change( $key, array( 'former' => array( 'truoc' ), 'source' => home_url( '/contest.json' ) ) );
		$this->assertSame(
			array( contest_url( 'current' ), contest_url( 'cchc-2024' ), contest_url( 'truoc' ), home_url( '/contest.json' ), 'cuocthi.example.vn' ),
			self::pinned( 'sources' )
		);
	}

	public function test_a_source_elsewhere_is_named_as_a_whole(): void {
		self::change( self::register(), array( 'source' => 'https://nguon.example.com/contest.json' ) );
		$this->assertContains( 'https://nguon.example.com/contest.json', self::pinned( 'sources' ) );
		$this->assertNotContains( 'nguon.example.com', self::pinned( 'sources' ) );
	}

	public function test_hosts_of_documents_are_no_sources(): void {
		self::register( array( 'results' => 'https://kho.example.com/kq' ) );
		$this->assertNotContains( 'kho.example.com', self::pinned( 'sources' ) );
	}

	public function own_hosts(): array {
		return array( array( 'unit.example.vn' ), array( 'example.vn' ) );
	}

	/** @dataProvider own_hosts */
	public function test_a_contest_on_the_site_itself_opens_none_of_its_files( string $host ): void {
		$home = static fn(): string => 'https://unit.example.vn';
		add_filter( 'home_url', $home );
		self::register( array( 'url' => "https://$host/thi" ) );
		$sources = self::pinned( 'sources' );
		$hosts   = self::pinned( 'hosts' );
		remove_filter( 'home_url', $home );
		$this->assertContains( $host, $hosts );
		$this->assertNotContains( $host, $sources );
	}

	public function test_the_script_says_so_itself(): void {
		self::register();
		register_script();
		$html = self::printed( static fn() => wp_scripts()->do_item( 'contest-banner' ) );
		$tags = new \WP_HTML_Tag_Processor( $html );
		$this->assertTrue( $tags->next_tag( 'script' ) );
		$this->assertStringContainsString( 'contest-banner.js', $tags->get_attribute( 'src' ) );
		foreach ( link_pins() as $name => $value ) {
			$this->assertSame( $value, $tags->get_attribute( $name ) );
		}
	}

	public function test_the_scripts_of_others_are_left_alone(): void {
		$tag = "<script src='/x.js'></script>\n";
		$this->assertSame( $tag, apply_filters( 'script_loader_tag', $tag, 'other', '/x.js' ) );
	}

	public function test_it_stands_beside_each_banner_too(): void {
		self::register();
		foreach ( array( '[contest_banner]', '[contest_banner heading=Thi href="https://cuocthi.example.vn/" closes=2099-01-01T00:00Z]' ) as $shortcode ) {
			$html = do_shortcode( $shortcode );
			$tags = new \WP_HTML_Tag_Processor( substr( $html, strpos( $html, '</contest-banner>' ) ) );
			$this->assertTrue( $tags->next_tag( 'script' ), $shortcode );
			$this->assertSame( 'application/json', $tags->get_attribute( 'type' ) );
			foreach ( link_pins() as $name => $value ) {
				$this->assertSame( $value, $tags->get_attribute( $name ) );
			}
		}
	}
}
