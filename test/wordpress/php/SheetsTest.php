<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ change_settings, contest_url, sheets };

/** The links of the settings page to the poster and the board. */
final class SheetsTest extends FormTestCase {

	protected function setUp(): void {
		parent::setUp();
		self::log_in_as( 'administrator' );
		$_SERVER['REQUEST_METHOD'] = 'GET';
	}

	protected function tearDown(): void {
		remove_all_filters( 'plugins_url' );
		parent::tearDown();
	}

	private static function unit( string $unit, string $name ): void {
		change_settings( static fn( array $settings ): array => array_merge( $settings, array( 'unit' => $unit, 'unit_name' => $name ) ) );
	}

	/** The addresses that the page of settings links to in the plugin's folder, by label. */
	private static function links(): array {
		$document = new \DOMDocument();
		@$document->loadHTML( '<?xml encoding="utf-8"?><body>' . self::printed( 'Contest_Banner\render_page' ) . '</body>' );
		$links = array();
		foreach ( ( new \DOMXPath( $document ) )->query( '//a[contains(@href, "/build/")]' ) as $link ) {
			$links[ $link->textContent ] = $link->getAttribute( 'href' );
		}
		return $links;
	}

	/** The page that an address asks for, and what it tells it. */
	private static function read( string $address ): array {
		parse_str( (string) wp_parse_url( $address, PHP_URL_QUERY ), $query );
		return array( basename( (string) wp_parse_url( $address, PHP_URL_PATH ) ), $query );
	}

	private function move_files_to( string $origin ): void {
		add_filter( 'plugins_url', static fn( string $url ): string => preg_replace( '#^https?://[^/]+#', $origin, $url ) );
	}

	public function test_each_contest_has_a_poster_and_a_board(): void {
		self::register();
		self::unit( 'bao-tang-tinh', 'Bảo tàng tỉnh' );
		$given = array( 'src' => contest_url( 'cchc-2024' ), 'unit' => 'bao-tang-tinh', 'unit-name' => 'Bảo tàng tỉnh' );
		$links = self::links();
		$this->assertCount( 3, $links );
		list( $a4, $a3, $board ) = array_map( array( self::class, 'read' ), array_values( $links ) );
		$this->assertSame( array( 'poster.html', $given + array( 'paper' => 'a4' ) ), $a4 );
		$this->assertSame( array( 'poster.html', $given + array( 'paper' => 'a3' ) ), $a3 );
		$this->assertSame( array( 'board.html', $given ), $board );
	}

	public function test_two_contests_have_their_own(): void {
		self::register();
		self::register( array( 'id' => 'khac' ) );
		$sources = array_map( static fn( string $address ): string => self::read( $address )[1]['src'], sheets( 'khac' ) );
		$this->assertSame( array( contest_url( 'khac' ) ), array_values( array_unique( $sources ) ) );
		$this->assertSame( 6, substr_count( self::printed( 'Contest_Banner\render_page' ), '/build/' ) );
	}

	public function test_a_site_that_names_no_unit_tells_none(): void {
		self::register();
		$this->assertSame( array( 'src' ), array_keys( self::read( self::links()[ __( 'Lobby board', 'contest-banner' ) ] )[1] ) );
	}

	public function names(): array {
		return array(
			array( 'UBND xã Hợp Tiến – huyện Nam Sách' ),
			array( 'A & B = 100% #1?x=y+z' ),
			array( '"\'><img src=x onerror=alert(1)>' ),
			array( '&amp;hosts=xau.vn&src=https://xau.vn/' ),
			array( "javascript:alert(1)\u{202e}" ),
		);
	}

	/** @dataProvider names */
	public function test_a_unit_and_its_name_arrive_as_they_are( string $name ): void {
		self::register();
		self::unit( 'x', $name );
		foreach ( self::links() as $address ) {
			$this->assertSame( $name, self::read( $address )[1]['unit-name'] );
			$this->assertSame( contest_url( 'cchc-2024' ), self::read( $address )[1]['src'] );
			$this->assertArrayNotHasKey( 'hosts', self::read( $address )[1] );
		}
	}

	public function test_a_name_injects_nothing(): void {
		self::register();
		self::unit( 'x', '"\'></a><img src=x onerror=alert(1)>' );
		$html = self::printed( 'Contest_Banner\render_page' );
		$this->assertStringContainsString( 'unit-name', $html );
		$this->assertStringNotContainsString( '<img', $html );
	}

	public function test_a_contest_that_is_not_shown_has_none(): void {
		$key = self::register();
		change_settings(
			static function ( array $settings ) use ( $key ): array {
				$settings['contests'][ $key ]['hosts'] = array();
				return $settings;
			}
		);
		$this->assertSame( array(), self::links() );
	}

	public function elsewhere(): array {
		return array( array( 'https://khac.example.vn' ), array( 'http://khac.example.vn' ), array( 'http://localhost:1' ), array( 'https://localhost' ) );
	}

	/** @dataProvider elsewhere */
	public function test_files_on_another_origin_have_none( string $origin ): void {
		self::register();
		$this->assertCount( 3, self::links() );
		$this->move_files_to( $origin );
		$this->assertSame( array(), self::links() );
	}

	public function test_an_origin_is_compared_as_browsers_do(): void {
		self::register();
		$parts = wp_parse_url( contest_url( 'x' ) );
		$this->move_files_to( strtoupper( $parts['scheme'] . '://' . $parts['host'] ) . ':' . ( $parts['port'] ?? 80 ) );
		$this->assertCount( 3, self::links() );
	}

	public function test_plain_permalinks_do_as_well(): void {
		self::register();
		$structure = get_option( 'permalink_structure' );
		update_option( 'permalink_structure', '' );
		$GLOBALS['wp_rewrite']->init();
		try {
			foreach ( self::links() as $address ) {
				$this->assertSame( contest_url( 'cchc-2024' ), self::read( $address )[1]['src'] );
				$this->assertStringContainsString( 'rest_route=', self::read( $address )[1]['src'] );
			}
		} finally {
			update_option( 'permalink_structure', $structure );
			$GLOBALS['wp_rewrite']->init();
		}
	}
}
