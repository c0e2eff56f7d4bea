<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ change_settings, contest_url, host_of, serve_sheet, settings, sheet, sheet_url, sheets, until_day };

/** The poster and the board: the links of the settings page to them, and what they pin. */
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

	/** The addresses of pages that the page of settings links to, by label. */
	private static function links(): array {
		$document = new \DOMDocument();
		@$document->loadHTML( '<?xml encoding="utf-8"?><body>' . self::printed( 'Contest_Banner\render_page' ) . '</body>' );
		$links = array();
		foreach ( ( new \DOMXPath( $document ) )->query( '//a[contains(@href, "/pages/")]' ) as $link ) {
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
		$given = array( 'src' => contest_url( 'cchc-2024' ), 'unit' => 'bao-tang-tinh', 'unit-name' => 'Bảo tàng tỉnh', 'until' => '2100-06-11' );
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
		$sources = array_map( static fn( string $address ): string => self::read( $address )[1]['src'], sheets( 'khac', 0 ) );
		$this->assertSame( array( contest_url( 'khac' ) ), array_values( array_unique( $sources ) ) );
		$this->assertSame( 6, substr_count( self::printed( 'Contest_Banner\render_page' ), '/pages/' ) );
	}

	public function test_a_site_that_names_no_unit_tells_none(): void {
		self::register();
		$this->assertSame( array( 'src', 'until' ), array_keys( self::read( self::links()[ __( 'Lobby board', 'contest-banner' ) ] )[1] ) );
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

	public function test_a_contest_that_is_over_has_none(): void {
		$key = self::register();
		change_settings(
			static function ( array $settings ) use ( $key ): array {
				$settings['contests'][ $key ]['until'] = 1;
				return $settings;
			}
		);
		$this->assertSame( array(), self::links() );
	}

	public function pages(): array {
		return array( array( 'poster' ), array( 'board' ), array( 'frame' ) );
	}

	/** @dataProvider pages */
	public function test_a_page_pins_where_contests_of_this_site_lead_and_come_from( string $page ): void {
		self::register( array( 'results' => 'https://kho.example.com/kq' ) );
		$tags = new \WP_HTML_Tag_Processor( sheet( $page )['html'] );
		$said = array();
		while ( $tags->next_tag( array( 'tag_name' => 'meta' ) ) ) {
			$said[ $tags->get_attribute( 'name' ) ] = $tags->get_attribute( 'content' );
		}
		$this->assertSame( host_of( home_url() ) . ' cuocthi.example.vn kho.example.com', $said['contest-hosts'] );
		$this->assertSame( contest_url( 'current' ) . ' ' . contest_url( 'cchc-2024' ), $said['contest-sources'] );
	}

	/** @dataProvider pages */
	public function test_a_page_runs_nothing_but_its_own_and_what_lies_in_the_folder_of_the_plugin( string $page ): void {
		list( 'html' => $html, 'policy' => $policy ) = sheet( $page );
		$folder                                      = preg_replace( '#^https?://#', '', plugins_url( 'build/', \Contest_Banner\FILE ) );
		$this->assertMatchesRegularExpression( '#^default-src \'none\'; script-src ' . preg_quote( $folder, '#' ) . ' \'sha256-[^\']+\'; #', $policy );
		$this->assertStringContainsString( "content=\"$policy\"", html_entity_decode( $html, ENT_QUOTES | ENT_HTML5 ) );
		preg_match_all( '#<script>(.*?)</script>#s', $html, $inside );
		$this->assertStringContainsString( base64_encode( hash( 'sha256', $inside[1][0], true ) ), $policy );
		preg_match_all( '#<script src="([^"]*)"#', $html, $files );
		$this->assertCount( 1, $files[1] );
		$this->assertStringStartsWith( "//$folder", $files[1][0] );
	}

	private static function ask( string $path ): array {
		$answer = wp_remote_get( rest_url( "contest-banner/v1/pages/$path" ), array( 'headers' => array( 'Origin' => 'https://khac.example' ) ) );
		return array( wp_remote_retrieve_response_code( $answer ), wp_remote_retrieve_body( $answer ), static fn( string $name ): string => (string) wp_remote_retrieve_header( $answer, $name ) );
	}

	/** @dataProvider pages */
	public function test_a_page_is_answered_as_html_that_is_not_kept( string $page ): void {
		self::register();
		foreach ( array( '', '?_envelope=1', '?_jsonp=x' ) as $query ) {
			list( $status, $html, $header ) = self::ask( "$page.html$query" );
			$this->assertSame( array( 200, sheet( $page )['html'] ), array( $status, $html ) );
			$this->assertSame( 'text/html; charset=UTF-8', $header( 'content-type' ) );
			$this->assertSame( 'no-cache', $header( 'cache-control' ) );
			$this->assertSame( 'nosniff', $header( 'x-content-type-options' ) );
			$this->assertSame( '', $header( 'access-control-allow-origin' ) . $header( 'access-control-allow-credentials' ) );
			$this->assertSame( sheet( $page )['policy'] . ( 'frame' === $page ? '' : "; frame-ancestors 'self'" ), $header( 'content-security-policy' ) );
		}
	}

	public function test_there_are_no_other_pages(): void {
		foreach ( array( 'other.html', 'POSTER.html', 'poster', 'poster.html/x' ) as $path ) {
			list( , $body, $header ) = self::ask( $path );
			$this->assertStringNotContainsString( '<html', $body, $path );
			$this->assertStringStartsWith( 'application/json', $header( 'content-type' ), $path );
		}
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
