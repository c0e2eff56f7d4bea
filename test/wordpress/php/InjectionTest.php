<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ check_hop, form, read_address, render_network_page, render_page, shortcode, shown_contests, take_action };
use const Contest_Banner\{ ATTRIBUTES, DIR, OPTION, STATE_OPTION };

require_once DIR . 'includes/admin/admin.php';
require_once __DIR__ . '/Markup.php';

/** Strings from outside in every place where the plugin takes one, and prints. */
final class InjectionTest extends TestCase {

	/** Where banners of these tests may lead. */
	const HOSTS = array( 'cuocthi.example.vn' );

	/** Cases that have been tried, by place. */
	private static array $tried = array();

	/** All strings of the list, as `test/injection/page/strings.js` reads them; `bytes` as they are. */
	private static function strings(): array {
		static $strings = array();
		if ( ! $strings ) {
			$vectors = json_decode( file_get_contents( dirname( __DIR__, 2 ) . '/vectors/injection.json' ), true );
			foreach ( array_merge( ...array_values( $vectors['groups'] ) ) as $index => $one ) {
				$one     = is_array( $one ) ? $one : array( 'text' => $one );
				$text    = $one['text'] ?? hex2bin( $one['bytes'] ?? '' );
				$text    = isset( $one['half'] ) ? str_replace( "\u{e000}", self::half( $one['half'] ), $text ) : $text;
				$text    = isset( $one['repeat'] ) ? ( isset( $one['then'] ) ? $text . str_repeat( $one['then'], $one['repeat'] ) : str_repeat( $text, $one['repeat'] ) ) : $text;
				$strings[] = str_replace( '__ran()', "__ran($index)", $text );
			}
		}
		return $strings;
	}

	/** Half a surrogate pair in what would be UTF-8. */
	private static function half( string $hex ): string {
		$point = hexdec( $hex );
		return chr( 0xe0 | $point >> 12 ) . chr( 0x80 | $point >> 6 & 0x3f ) . chr( 0x80 | $point & 0x3f );
	}

	protected function tearDown(): void {
		$_POST = array();
		$_GET  = array();

		$_SERVER['REQUEST_METHOD'] = 'GET';
		form( array( 'source' => '', 'text' => '', 'errors' => array(), 'candidate' => null, 'unit' => null ) );
		remove_all_filters( 'pre_option_' . OPTION );
		remove_all_filters( 'pre_option_' . STATE_OPTION );
		shown_contests( true );
	}

	/** Prints all strings in a place, and fails with what was found. */
	private function try_all( string $place, callable $show, array $allowed = Markup::PAGE, bool $around = false, ?array $hosts = self::HOSTS ): void {
		$found = array();
		$shown = 0;
		foreach ( self::strings() as $index => $text ) {
			$html = $show( $text );
			// Refused before anything was printed.
			$shown += '' === $html ? 0 : 1;
			foreach ( Markup::faults( $html, $allowed, $hosts, $around ) as $fault ) {
				$found[] = "$place #$index: " . substr( (string) wp_json_encode( $fault, JSON_PARTIAL_OUTPUT_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE ), 0, 200 );
			}
		}
		$this->assertSame( array(), array_slice( $found, 0, 20 ) );
		$this->assertGreaterThan( 0, $shown, "$place printed nothing" );
		self::$tried[ $place ] = ( self::$tried[ $place ] ?? 0 ) + count( self::strings() );
	}

	/** What is stored is as given, without going through the database. */
	private static function stored( array $settings, array $state = array() ): void {
		remove_all_filters( 'pre_option_' . OPTION );
		remove_all_filters( 'pre_option_' . STATE_OPTION );
		add_filter( 'pre_option_' . OPTION, static fn() => $settings );
		add_filter( 'pre_option_' . STATE_OPTION, static fn() => array( 1 => $state ) );
		shown_contests( true );
	}

	/** A contest as it is stored, with some of its definition or entry set. */
	private static function entry( array $set = array(), array $entry = array() ): array {
		return array_merge( array( 'text' => self::json( $set ), 'hosts' => self::HOSTS, 'links' => array() ), $entry );
	}

	private static function json( array $set ): string {
		return (string) wp_json_encode( array_merge( self::DEFINITION, $set ), JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE );
	}

	// The shortcode and the block.

	/** Attributes, with a registered contest and with the small case beside. */
	public function attributes(): array {
		$small = array(
			'heading' => 'A',
			'href'    => 'https://cuocthi.example.vn/',
			'closes'  => '2099-12-13T16:30:00+07:00',
		);
		$cases = array();
		foreach ( array_keys( ATTRIBUTES ) as $name ) {
			$cases[ $name ]                    = array( $name, array() );
			$cases[ "$name of the small case" ] = array( $name, $small );
		}
		return $cases;
	}

	/** @dataProvider attributes */
	public function test_shortcode( string $name, array $beside ): void {
		self::register();
		$show = static fn( $text ) => shortcode( array_merge( $beside, array( $name => $text ) ) );
		// A visitor sees nothing of what names no contest.
		$this->try_all( 'shortcode', static fn( $text ) => $show( $text ) . ' ' );
		self::log_in_as( 'contributor' );
		$this->try_all( 'shortcode, seen by its author', $show );
		$GLOBALS['wp_query']->is_feed = true;
		try {
			$this->try_all(
				'shortcode in a feed',
				function ( $text ) use ( $show ) {
					$html = $show( $text ) . ' ';
					// One character that XML cannot hold, and nobody can read the feed.
					$this->assertNotFalse( simplexml_load_string( '<x><![CDATA[' . $html . ']]></x>' ), $text );
					return $html;
				}
			);
		} finally {
			$GLOBALS['wp_query']->is_feed = false;
		}
	}

	public function test_shortcode_with_other_names(): void {
		self::register();
		$this->try_all( 'shortcode, name', static fn( $text ) => shortcode( array( $text => $text, 0 => $text ) ) );
	}

	/** @dataProvider attributes */
	public function test_block( string $name, array $beside ): void {
		self::register();
		self::log_in_as( 'contributor' );
		$this->try_all(
			'block',
			static function ( $text ) use ( $name, $beside ) {
				$saved = serialize_block( array( 'blockName' => 'contest-banner/banner', 'attrs' => array_merge( $beside, array( $name => $text ) ), 'innerContent' => array(), 'innerBlocks' => array() ) );
				$html  = do_blocks( $saved );
				// A page is searched for shortcodes after its blocks.
				return do_shortcode( $html );
			}
		);
	}

	public function block_extras(): array {
		return array( array( 'className' ), array( 'align' ), array( 'style' ), array( 'anchor' ), array( 'lock' ), array( 'backgroundColor' ), array( 'metadata' ), array( 'src' ), array( 'hosts' ) );
	}

	/** @dataProvider block_extras */
	public function test_block_with_what_every_block_has( string $name ): void {
		self::register();
		$this->try_all(
			'block, what every block has',
			static fn( $text ) => do_blocks( serialize_block( array( 'blockName' => 'contest-banner/banner', 'attrs' => array( $name => 'style' === $name ? array( 'color' => array( 'background' => $text ) ) : $text ), 'innerContent' => array(), 'innerBlocks' => array() ) ) )
		);
	}

	/** Ways in which an author writes a shortcode. */
	public function written(): array {
		return array(
			'in double quotes' => array( '[contest_banner heading="%s" href="https://cuocthi.example.vn/" closes="2099-12-13T16:30:00+07:00"]' ),
			'in single quotes' => array( "[contest_banner unit='%s']" ),
			'without quotes'   => array( '[contest_banner class=%s]' ),
			'enclosed'         => array( '[contest_banner]%s[/contest_banner]' ),
			'in a paragraph'   => array( '<p>A [contest_banner contest="%s"] B</p>' ),
			'in an attribute'  => array( '<p title="[contest_banner unit=\'%s\']">A</p>' ),
			'in a block'       => array( '<!-- wp:contest-banner/banner {"class":"%s"} /-->' ),
			'as a name'        => array( '[contest_banner %s="1"]' ),
		);
	}

	/** @dataProvider written */
	public function test_what_a_contributor_writes( string $form ): void {
		self::register();
		self::log_in_as( 'contributor' );
		kses_init();
		$saved = array_map( static fn( $text ) => wp_unslash( apply_filters( 'content_save_pre', wp_slash( str_replace( '%s', $text, $form ) ) ) ), self::strings() );
		kses_remove_filters();
		$index = 0;
		$this->try_all(
			'post of a contributor',
			static function () use ( $saved, &$index ) {
				// A database takes no other text.
				return apply_filters( 'the_content', mb_scrub( $saved[ $index++ ], 'UTF-8' ) ) . ' ';
			},
			Markup::PAGE,
			true
		);
	}

	// What is stored: anything may have written it.

	/** Fields of a definition, each as a change of the usual one. */
	public function fields(): array {
		$round    = array( 'title' => 'A', 'opens' => '2024-11-18T07:30:00+07:00', 'closes' => '2099-12-13T16:30:00+07:00' );
		$document = array( 'kind' => 'rules', 'title' => 'A', 'url' => 'https://cuocthi.example.vn/' );
		$picture  = array( 'src' => 'https://cuocthi.example.vn/x.png', 'alt' => 'A', 'width' => 3, 'height' => 1 );
		$closed   = array( 'closes' => gmdate( 'Y-m-d\TH:i:s\Z', time() - 60 ) );
		$report   = array( 'due' => '2099-01-01T00:00Z' );
		$cases    = array();
		foreach ( array( 'id', 'revision', 'replaces', 'title', 'organizer', 'summary', 'url', 'opens', 'closes', 'extendedFrom', 'timeZone', 'rounds', 'howTo', 'documents', 'banner', 'results', 'retires', 'notice', 'suspended', 'calendar', 'unitParameter', 'allowHttp', 'report' ) as $name ) {
			$cases[ $name ] = static fn( $text ) => array( $name => $text );
		}
		foreach ( array( 'title', 'opens', 'closes', 'url' ) as $name ) {
			$cases[ "rounds[0].$name" ] = static fn( $text ) => array( 'rounds' => array( array_merge( $round, array( $name => $text ) ) ) );
		}
		foreach ( array( 'kind', 'title', 'number', 'issued', 'url' ) as $name ) {
			$cases[ "documents[0].$name" ] = static fn( $text ) => array( 'documents' => array( array_merge( $document, array( $name => $text ) ) ) );
		}
		foreach ( array( 'src', 'alt', 'width' ) as $name ) {
			$cases[ "banner.$name" ] = static fn( $text ) => array( 'banner' => array_merge( $picture, array( $name => $text ) ) );
		}
		foreach ( array( 'due', 'recipient', 'url' ) as $name ) {
			$cases[ "report.$name" ] = static fn( $text ) => array( 'report' => array_merge( $report, array( $name => $text ) ) );
		}
		$cases['howTo[0]']           = static fn( $text ) => array( 'howTo' => array( $text ) );
		$cases['results once over']  = static fn( $text ) => array( 'results' => $text ) + $closed;
		$cases['notice, suspended']  = static fn( $text ) => array( 'notice' => $text, 'suspended' => true );
		$cases['name of a field']    = static fn( $text ) => array( "$text " => $text, 'documents' => array( array( "$text " => $text ) + $document ) );
		return array_map( static fn( $set ) => array( $set ), $cases );
	}

	/** @dataProvider fields */
	public function test_stored_definition( callable $set ): void {
		self::log_in_as( 'administrator' );
		$state = static fn( $text ) => array( 'pending' => array( 'text' => self::json( $set( $text ) ), 'read_at' => 1 ) );
		$this->try_all(
			'stored definition, in a page',
			static function ( $text ) use ( $set ) {
				self::stored( array( 'contests' => array( 1 => self::entry( $set( $text ) ) ) ) );
				$html = shortcode( array( 'unit' => 'bao-tang' ) );
				return do_shortcode( $html );
			}
		);
		$this->try_all(
			'stored definition, in the settings',
			static function ( $text ) use ( $set, $state ) {
				self::stored( array( 'contests' => array( 1 => self::entry( $set( $text ) ) ) ), $state( $text ) );
				return self::printed( static fn() => render_page() );
			},
			Markup::ADMIN
		);
	}

	/** @dataProvider fields */
	public function test_definition_about_to_be_registered( callable $set ): void {
		self::log_in_as( 'administrator' );
		$this->try_all( 'pasted definition', fn( $text ) => $this->sent( array( 'do' => 'check', 'text' => self::json( $set( $text ) ) ) ), Markup::ADMIN, false, null );
	}

	public function stored_settings(): array {
		return array_map(
			static fn( $one ) => array( $one ),
			array(
				'unit'      => static fn( $text ) => array( array( 'unit' => $text ) ),
				'unit_name' => static fn( $text ) => array( array( 'unit_name' => $text ) ),
				'only'      => static fn( $text ) => array( array( 'only' => array( $text, 'cuocthi.example.vn' ) ) ),
				'version'   => static fn( $text ) => array( array( 'version' => $text ) ),
				'text'      => static fn( $text ) => array( array(), array( 'text' => $text ) ),
				'source'    => static fn( $text ) => array( array(), array( 'source' => $text ) ),
				'former'    => static fn( $text ) => array( array(), array( 'former' => array( $text ) ) ),
				'picture'   => static fn( $text ) => array( array(), array( 'picture' => array( 'file' => $text, 'width' => $text, 'height' => $text ) ) ),
				'failure'   => static fn( $text ) => array( array(), array( 'source' => 'https://cuocthi.example.vn/contest.json' ), array( 'failure' => $text ) ),
				'faults'    => static fn( $text ) => array( array(), array( 'source' => 'https://cuocthi.example.vn/contest.json' ), array( 'faults' => $text ) ),
				'moved'     => static fn( $text ) => array( array(), array(), array( 'moved' => $text ) ),
				'pending'   => static fn( $text ) => array( array(), array(), array( 'pending' => array( 'text' => $text ) ) ),
			)
		);
	}

	/** @dataProvider stored_settings */
	public function test_stored_settings( callable $set ): void {
		self::log_in_as( 'administrator' );
		$store = static function ( $text ) use ( $set ) {
			list( $settings, $entry, $state ) = $set( $text ) + array( array(), array(), array() );
			self::stored( array_merge( array( 'contests' => array( 1 => self::entry( array(), $entry ), 2 => self::entry( array( 'id' => 'other' ) ) ) ), $settings ), $state );
		};
		$this->try_all(
			'stored settings, in a page',
			static function ( $text ) use ( $store ) {
				$store( $text );
				return shortcode( array() );
			}
		);
		$this->try_all(
			'stored settings, in the settings',
			static function ( $text ) use ( $store ) {
				$store( $text );
				return self::printed( static fn() => render_page() );
			},
			Markup::ADMIN
		);
	}

	// The settings page, and what it says of what was sent.

	/** Sends a form and shows the page, or nothing where the browser is sent on. */
	private function sent( array $fields ): string {
		$redirected = static function (): void {
			throw new \OverflowException();
		};
		add_filter( 'wp_redirect', $redirected );
		form( array( 'source' => '', 'text' => '', 'errors' => array(), 'candidate' => null, 'unit' => null ) );
		$_SERVER['REQUEST_METHOD'] = 'POST';

		$_POST    = wp_slash( array( '_wpnonce' => wp_create_nonce( 'contest_banner' ) ) + $fields );
		$_REQUEST = $_POST;
		try {
			take_action();
			return self::printed( static fn() => render_page() );
		} catch ( \OverflowException $error ) {
			return '';
		} finally {
			remove_filter( 'wp_redirect', $redirected );
		}
	}

	public function unit_fields(): array {
		return array( array( 'unit' ), array( 'unit_name' ), array( 'hosts' ), array( 'only' ) );
	}

	/** @dataProvider unit_fields */
	public function test_settings_of_the_unit( string $name ): void {
		self::log_in_as( 'administrator' );
		// Something else is wrong, so that the page shows again what was sent.
		$this->try_all( 'settings, shown again', fn( $text ) => $this->sent( array_merge( array( 'do' => 'unit', 'hosts' => '*' ), array( $name => "$text *" ) ) ), Markup::ADMIN );
		$this->try_all(
			'settings, saved',
			function ( $text ) use ( $name ) {
				$this->sent( array( 'do' => 'unit', $name => $text ) );
				return self::printed( static fn() => render_page() );
			},
			Markup::ADMIN
		);
	}

	public function test_pasted_text(): void {
		self::log_in_as( 'administrator' );
		$this->try_all( 'pasted text', fn( $text ) => $this->sent( array( 'do' => 'check', 'text' => "$text " ) ), Markup::ADMIN, false, null );
	}

	public function test_source_address(): void {
		self::log_in_as( 'administrator' );
		$this->try_all(
			'source address',
			function ( $text ) {
				// No name is looked up here.
				if ( read_address( trim( $text ) ) ) {
					$refused = check_hop( trim( $text ), true );
					form( array( 'source' => $text, 'errors' => is_wp_error( $refused ) ? $refused->get_error_messages() : array( $text ) ) );
					return self::printed( static fn() => render_page() );
				}
				return $this->sent( array( 'do' => 'check', 'source' => $text ) );
			},
			Markup::ADMIN
		);
	}

	public function asked(): array {
		return array( array( 'done' ), array( 'key' ), array( 'page' ), array( '_wpnonce' ) );
	}

	/** @dataProvider asked */
	public function test_address_of_the_settings_page( string $name ): void {
		self::log_in_as( 'administrator' );
		self::register();
		$this->try_all(
			'address of the settings',
			static function ( $text ) use ( $name ) {
				$_GET = array_merge( array( 'done' => 'registered', 'key' => '1' ), array( $name => wp_slash( $text ) ) );
				return self::printed( static fn() => render_page() );
			},
			Markup::ADMIN
		);
	}

	public function network_fields(): array {
		return array( array( 'source' ), array( 'text' ), array( 'hosts' ) );
	}

	/** @dataProvider network_fields */
	public function test_page_of_the_network( string $name ): void {
		self::log_in_as( 'administrator' );
		$this->try_all(
			'page of the network',
			static function ( $text ) use ( $name ) {
				form( array_merge( array( 'errors' => array( $text ), 'source' => '', 'text' => '' ), 'hosts' === $name ? array( 'unit' => array( 'hosts' => $text ) ) : array( $name => $text ) ) );
				return self::printed( static fn() => render_network_page() );
			},
			Markup::ADMIN
		);
	}

	// REST: JSON, and nothing of what was asked in it.

	public function test_rest(): void {
		self::register();
		foreach ( self::strings() as $text ) {
			$request  = new \WP_REST_Request( 'GET', "/contest-banner/v1/contests/$text" );
			$response = rest_get_server()->dispatch( $request );
			$known    = in_array( $text, array( 'current', 'cchc-2024' ), true );
			$this->assertSame( $known ? 200 : 404, $response->get_status(), $text );
			$answer = (string) wp_json_encode( $response->get_data(), JSON_INVALID_UTF8_SUBSTITUTE );
			if ( ! $known && strlen( $text ) > 9 ) {
				$this->assertStringNotContainsString( $text, stripslashes( $answer ) );
			}
			$request = new \WP_REST_Request( 'GET', '/contest-banner/v1/contests/current' );
			$request->set_query_params( array( 'id' => $text, '_fields' => $text, 'context' => $text ) );
			$this->assertSame( 200, rest_get_server()->dispatch( $request )->get_status(), $text );
		}
		self::$tried['REST'] = 2 * count( self::strings() );
	}

	// What looks for it sees it.

	public function holes(): array {
		return array(
			'nothing escaped'            => array( static fn( $text ) => "<strong>$text</strong>", array( 'script __ran(0)', 'element IMG', 'runs: IMG onerror', '#comment', 'leads to: A href', 'does not end', 'is no UTF-8' ) ),
			'quotes not escaped'         => array( static fn( $text ) => '<contest-banner unit="' . htmlspecialchars( $text, ENT_NOQUOTES | ENT_SUBSTITUTE, 'UTF-8' ) . '"></contest-banner>', array( 'runs: CONTEST-BANNER onclick', 'runs: CONTEST-BANNER onmouseover' ) ),
			'single quotes not escaped'  => array( static fn( $text ) => "<contest-banner unit='" . htmlspecialchars( $text, ENT_COMPAT | ENT_SUBSTITUTE, 'UTF-8' ) . "'></contest-banner>", array( 'runs: CONTEST-BANNER onfocus' ) ),
			'no quotes'                  => array( static fn( $text ) => '<contest-banner unit=' . esc_attr( $text ) . '></contest-banner>', array( 'runs: CONTEST-BANNER onclick' ) ),
			'JSON not escaped'           => array( static fn( $text ) => '<script type="application/json">' . wp_json_encode( $text, JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE ) . '</script>', array( 'element IMG', 'script ', 'does not end' ) ),
			'addresses not checked'      => array( static fn( $text ) => '<a href="' . esc_attr( $text ) . '">A</a>', array( 'runs: A href=javascript:', 'leads to: A href=https://evil.example/', 'leads to: A href=//evil', 'leads to: A href=https://cuocthi.example.vn.evil', 'leads to: A href=file:' ) ),
			'addresses checked by esc_url' => array( static fn( $text ) => '<a href="' . esc_url( $text ) . '">A</a>', array( 'leads to: A href=https://evil.example/', 'leads to: A href=//evil' ) ),
			'any style'                  => array( static fn( $text ) => '<contest-banner style="' . esc_attr( $text ) . '"></contest-banner>', array( 'value CONTEST-BANNER style=position:fixed' ) ),
			'any host'                   => array( static fn( $text ) => '<contest-banner hosts="' . esc_attr( $text ) . '"></contest-banner>', array( 'pins ' ) ),
			'shortcodes run once more'   => array( static fn( $text ) => do_shortcode( '<strong>' . esc_html( $text ) . '</strong>' ), array( 'leads to: A href=', 'attribute A class=wp-embedded' ) ),
		);
	}

	/** @dataProvider holes */
	public function test_holes_are_seen( callable $show, array $kinds ): void {
		$found = array();
		foreach ( self::strings() as $text ) {
			array_push( $found, ...Markup::faults( $show( $text ), Markup::PAGE, self::HOSTS ) );
		}
		foreach ( $kinds as $kind ) {
			$seen = array_filter( $found, static fn( $fault ) => 0 === strpos( $fault, $kind ) );
			$this->assertNotEmpty( $seen, "$kind not among " . substr( implode( "\n", array_unique( $found ) ), 0, 2000 ) );
		}
	}

	public function test_text_is_no_hole(): void {
		foreach ( self::strings() as $text ) {
			$html = '<strong>' . \Contest_Banner\text( $text ) . '</strong>';
			$this->assertSame( array(), Markup::faults( $html, Markup::PAGE, self::HOSTS ), $text );
			$this->assertNotFalse( simplexml_load_string( $html ), $text );
		}
	}

	public function test_z_there_were_ten_thousand_cases(): void {
		$sum = array_sum( self::$tried );
		fwrite( STDERR, "$sum cases: " . wp_json_encode( self::$tried ) . "\n" );
		$this->assertGreaterThanOrEqual( 10000, $sum );
	}
}
