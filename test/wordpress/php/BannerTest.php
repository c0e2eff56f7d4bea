<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ json_in_script, room, text };

/** What the shortcode and the block print. */
final class BannerTest extends TestCase {

	private static function page( string $shortcode ): \DOMXPath {
		$document = new \DOMDocument();
		@$document->loadHTML( '<?xml encoding="utf-8"?><body>' . do_shortcode( $shortcode ) . '</body>' );
		return new \DOMXPath( $document );
	}

	private static function attribute( string $shortcode, string $name ): string {
		return self::page( $shortcode )->evaluate( "string(//contest-banner/@$name)" );
	}

	public function test_without_attributes_the_current_contest_is_shown(): void {
		self::register( array( 'id' => 'to-come', 'opens' => '2098-01-01T00:00Z' ) );
		self::register();
		$this->assertSame( 'cchc-2024@3', self::attribute( '[contest_banner]', 'data-contest' ) );
		$this->assertStringEndsWith( '/contests/current', self::attribute( '[contest_banner]', 'src' ) );
	}

	public function test_a_contest_may_be_named(): void {
		self::register( array( 'id' => 'other' ) );
		self::register();
		$this->assertSame( 'other@3', self::attribute( '[contest_banner contest=other]', 'data-contest' ) );
		$this->assertStringEndsWith( '/contests/other', self::attribute( '[contest_banner contest=other]', 'src' ) );
	}

	public function test_current_names_no_contest(): void {
		self::register();
		$this->assertStringEndsWith( '/contests/current', self::attribute( '[contest_banner contest=current]', 'src' ) );
	}

	public function test_the_copy_stands_inside_with_its_age_and_without_the_report(): void {
		self::register( array( 'report' => array( 'due' => '2100-01-01T00:00Z', 'recipient' => 'Văn phòng Sở' ), 'prize' => 'unknown fields stay' ) );
		$script = self::page( '[contest_banner]' )->query( '//contest-banner/script[@type="application/json"]' )->item( 0 );
		$copy   = json_decode( $script->textContent, true );
		$this->assertSame( array_merge( self::DEFINITION, array( 'prize' => 'unknown fields stay' ) ), $copy );
		$this->assertEqualsWithDelta( time(), strtotime( $script->getAttribute( 'data-as-of' ) ), 5 );
	}

	public function test_the_room_is_kept_by_an_attribute(): void {
		self::register();
		$this->assertMatchesRegularExpression( '/^display:flow-root;min-height:max\(\d+\*clamp/', self::attribute( '[contest_banner]', 'style' ) );
	}

	public function test_a_card_is_high_wherever_it_stands(): void {
		self::register();
		$this->assertMatchesRegularExpression( '/^display:flow-root;min-height:calc\(\d+\*clamp\(15px,1em,20px\)\)$/', self::attribute( '[contest_banner layout=card]', 'style' ) );
	}

	public function test_more_to_read_takes_more_room(): void {
		$bare = room( self::DEFINITION, true );
		$rich = room( self::DEFINITION + array( 'howTo' => array( 'Một', 'Hai' ) ), true );
		$this->assertGreaterThan( sscanf( $bare, 'display:flow-root;min-height:calc(%d' ), sscanf( $rich, 'display:flow-root;min-height:calc(%d' ) );
	}

	public function test_hosts_are_pinned(): void {
		self::register( array( 'documents' => array( array( 'kind' => 'rules', 'title' => 'Thể lệ', 'url' => 'https://sovhttdl.example.vn/the-le' ) ) ) );
		$this->assertSame( 'cuocthi.example.vn sovhttdl.example.vn', self::attribute( '[contest_banner contest=cchc-2024]', 'hosts' ) );
	}

	public function test_nothing_is_shown_180_days_after_the_end(): void {
		self::register();
		$this->assertSame( '2100-06-11', self::attribute( '[contest_banner]', 'until' ) );
	}

	public function test_link_dates_and_rules_are_ordinary_html(): void {
		self::register( array( 'unitParameter' => 'don-vi', 'documents' => array( array( 'kind' => 'rules', 'title' => 'Thể lệ', 'url' => 'https://cuocthi.example.vn/the-le' ) ) ) );
		$page = self::page( '[contest_banner unit="bảo tàng" lang=vi]' );
		$this->assertSame( 'https://cuocthi.example.vn/?don-vi=b%E1%BA%A3o%20t%C3%A0ng', $page->evaluate( 'string(//a[@data-contest-enter]/@href)' ) );
		$this->assertSame( 'Vào thi', $page->evaluate( 'string(//a[@data-contest-enter])' ) );
		$this->assertSame( 'https://cuocthi.example.vn/the-le', $page->evaluate( 'string(//a[.="Thể lệ"]/@href)' ) );
		$this->assertStringContainsString( 'Đến 16h30 ngày 13/12/2099 (Chủ nhật), giờ Việt Nam', $page->evaluate( 'string(//contest-banner)' ) );
	}

	public function test_a_closed_contest_has_no_way_in(): void {
		self::register( array( 'closes' => gmdate( 'Y-m-d\TH:i:s\Z', time() - 60 ), 'results' => 'https://cuocthi.example.vn/kq' ) );
		$page = self::page( '[contest_banner]' );
		$this->assertSame( 0.0, $page->evaluate( 'count(//a[@data-contest-enter])' ) );
		$this->assertSame( 'https://cuocthi.example.vn/kq', $page->evaluate( 'string(//a/@href)' ) );
	}

	public function test_a_suspended_contest_has_no_way_in(): void {
		self::register( array( 'suspended' => true, 'notice' => 'Bảo trì' ) );
		$page = self::page( '[contest_banner]' );
		$this->assertSame( 0.0, $page->evaluate( 'count(//a)' ) );
		$this->assertStringContainsString( 'Bảo trì', $page->evaluate( 'string(//contest-banner)' ) );
	}

	public function test_a_retired_contest_takes_no_room(): void {
		self::register( array( 'closes' => '2024-12-13T16:30:00+07:00' ) );
		$page = self::page( '[contest_banner]' );
		$this->assertSame( '', $page->evaluate( 'string(//contest-banner/@style)' ) );
		$this->assertSame( 0.0, $page->evaluate( 'count(//contest-banner/strong)' ) );
	}

	public function test_an_unencrypted_way_in_says_so(): void {
		self::register( array( 'allowHttp' => true, 'url' => 'http://cuocthi-hp.example.vn/' ) );
		$this->assertStringContainsString( 'Trang này không mã hoá kết nối', do_shortcode( '[contest_banner lang=vi]' ) );
	}

	public function test_in_a_feed_it_is_ordinary_html_alone(): void {
		self::register();
		$GLOBALS['wp_query']->is_feed = true;
		$html                         = do_shortcode( '[contest_banner]' );
		$GLOBALS['wp_query']->is_feed = false;
		$this->assertStringNotContainsString( '<contest-banner', $html );
		$this->assertStringNotContainsString( '<script', $html );
		$this->assertStringContainsString( 'href="https://cuocthi.example.vn/"', $html );
	}

	public function test_a_visitor_sees_nothing_of_an_unknown_contest(): void {
		$this->assertSame( '', do_shortcode( '[contest_banner contest=nope]' ) );
	}

	public function test_an_editor_sees_why(): void {
		self::log_in_as( 'contributor' );
		$this->assertStringContainsString( '“nope”', do_shortcode( '[contest_banner contest=nope]' ) );
	}

	// The small case.

	public function test_a_small_case_that_is_long_over_takes_no_room(): void {
		self::register();
		$this->assertSame( '', self::attribute( "[contest_banner heading=A href='https://cuocthi.example.vn/' closes='2024-01-01T00:00Z']", 'style' ) );
	}

	public function test_the_small_case_may_not_lead_in_where_only_documents_lie(): void {
		self::register( array( 'documents' => array( array( 'kind' => 'rules', 'title' => 'A', 'url' => 'https://docs.example/the-le' ) ) ) );
		$this->assertStringNotContainsString( 'docs.example', do_shortcode( "[contest_banner heading=A href='https://docs.example/' closes='2099-12-13T16:30:00+07:00']" ) );
		$this->assertStringContainsString( 'docs.example', do_shortcode( "[contest_banner heading=A href='https://cuocthi.example.vn/' rules='https://docs.example/' closes='2099-12-13T16:30:00+07:00']" ) );
	}

	public function test_the_small_case_may_lead_to_the_site_itself(): void {
		$own  = 'https://' . wp_parse_url( home_url(), PHP_URL_HOST ) . '/thi';
		$html = do_shortcode( "[contest_banner heading='Cuộc thi ảnh' href='$own' closes='2099-12-13T16:30:00+07:00']" );
		$this->assertStringContainsString( "href=\"$own\"", $html );
		$this->assertStringContainsString( '<contest-banner heading="Cuộc thi ảnh"', $html );
	}

	public function test_the_small_case_may_lead_where_a_registered_contest_leads(): void {
		self::register();
		$this->assertStringContainsString( '<contest-banner', do_shortcode( "[contest_banner heading='A' href='https://cuocthi.example.vn/x' closes='2099-12-13T16:30:00+07:00']" ) );
	}

	public function test_the_small_case_leads_nowhere_else_and_its_text_stands(): void {
		$html = do_shortcode( "[contest_banner heading='Cuộc thi ảnh' href='https://evil.example/' closes='2099-12-13T16:30:00+07:00']" );
		$this->assertStringNotContainsString( 'evil.example', $html );
		$this->assertStringNotContainsString( '<contest-banner', $html );
		$this->assertStringContainsString( 'Cuộc thi ảnh', $html );
	}

	public function test_an_editor_sees_why_the_small_case_leads_nowhere(): void {
		self::log_in_as( 'contributor' );
		$this->assertStringContainsString( 'href:', do_shortcode( "[contest_banner heading='A' href='https://evil.example/' closes='2099-12-13T16:30:00+07:00']" ) );
	}

	public function test_rules_elsewhere_are_left_out(): void {
		self::register();
		$html = do_shortcode( "[contest_banner heading='A' href='https://cuocthi.example.vn/' rules='https://evil.example/' closes='2099-12-13T16:30:00+07:00']" );
		$this->assertStringContainsString( '<contest-banner', $html );
		$this->assertStringNotContainsString( 'evil.example', $html );
	}

	public function test_a_date_without_offset_is_named(): void {
		self::log_in_as( 'contributor' );
		$this->assertStringContainsString( 'closes:', do_shortcode( "[contest_banner heading='A' href='https://cuocthi.example.vn/' closes='2099-12-13']" ) );
	}

	public function test_an_attribute_of_a_few_words_takes_no_other(): void {
		self::register();
		foreach ( array( 'layout', 'precision', 'qr' ) as $name ) {
			$this->assertSame( '', self::attribute( "[contest_banner $name=other]", $name ), $name );
		}
		$this->assertSame( 'strip', self::attribute( '[contest_banner layout=strip]', 'layout' ) );
	}

	// Hostile authors and definitions.

	public function test_a_shortcode_names_no_address_to_read(): void {
		self::register();
		$html = do_shortcode( '[contest_banner src="https://evil.example/contest.json" hosts="evil.example" until="2999-01-01"]' );
		$this->assertStringNotContainsString( 'evil.example', $html );
		$this->assertStringNotContainsString( '2999', $html );
	}

	public function injections(): array {
		$texts = array( '"><script>alert(1)</script>', "'><img src=x onerror=alert(1)>", '" onmouseover="alert(1)', "' onfocus='alert(1)' autofocus='", '&quot; onload=&quot;alert(1)', 'javascript:alert(1)', '</script><script>alert(1)</script>', '<!--<script>', '</contest-banner><svg onload=alert(1)>', '[gallery]', '[contest_banner]', "\x00<b>", '&#34; onclick=&#34;alert(1)' );
		return array_map( static fn( $text ) => array( $text ), $texts );
	}

	/** @dataProvider injections */
	public function test_no_attribute_of_a_shortcode_injects( string $text ): void {
		self::register();
		foreach ( array_keys( \Contest_Banner\ATTRIBUTES ) as $name ) {
			$this->assert_harmless( \Contest_Banner\shortcode( array( $name => $text ) ), $text );
			$this->assert_harmless(
				\Contest_Banner\shortcode(
					array_merge(
						array(
							'heading' => 'A',
							'href'    => 'https://cuocthi.example.vn/',
							'closes'  => '2099-12-13T16:30:00+07:00',
						),
						array( $name => $text )
					)
				),
				$text
			);
		}
	}

	/** @dataProvider injections */
	public function test_no_text_of_a_definition_injects( string $text ): void {
		self::register(
			array(
				'title'     => "A$text",
				'organizer' => "A$text",
				'notice'    => "A$text",
				'summary'   => "A$text",
				'howTo'     => array( "A$text" ),
				'documents' => array( array( 'kind' => 'rules', 'title' => "A$text", 'url' => 'https://cuocthi.example.vn/?x=%22"\'&amp;[gallery]' ) ),
				"x$text"   => $text,
			)
		);
		$html = do_shortcode( '[contest_banner]' );
		$this->assert_harmless( $html, $text );
		// What a block prints goes through shortcodes once more.
		$this->assertSame( $html, do_shortcode( $html ) );
	}

	private function assert_harmless( string $html, string $text ): void {
		$document = new \DOMDocument();
		@$document->loadHTML( '<?xml encoding="utf-8"?><body>' . $html . '</body>' );
		$path = new \DOMXPath( $document );
		foreach ( $path->query( '//body//*' ) as $element ) {
			// Nothing that would end a paragraph.
			$this->assertContains( $element->nodeName, array( 'contest-banner', 'strong', 'br', 'a', 'script' ), $text );
			foreach ( $element->attributes as $attribute ) {
				$this->assertStringStartsNotWith( 'on', $attribute->name, $text );
				if ( in_array( $attribute->name, array( 'href', 'src' ), true ) ) {
					$this->assertMatchesRegularExpression( '~^(https://cuocthi\.example\.vn/|http://127\.0\.0\.1:)~', $attribute->value, $text );
				}
			}
			if ( 'script' === $element->nodeName ) {
				$this->assertSame( 'application/json', $element->getAttribute( 'type' ) );
				$this->assertNotNull( json_decode( $element->textContent ), $text );
			}
		}
	}

	public function test_an_address_stands_in_its_attribute_character_for_character(): void {
		foreach ( array( '"onmouseover="alert(1)', "'onfocus='alert(1)", '"><script>alert(1)</script>', '&quot;onload=&quot;alert(1)', '&amp;#91;[gallery]' ) as $text ) {
			$address = "https://cuocthi.example.vn/?$text";
			self::register( array( 'url' => $address ) );
			$page = self::page( '[contest_banner]' );
			$this->assertSame( $address, $page->evaluate( 'string(//a[@data-contest-enter]/@href)' ) );
			$this->assertSame( 3.0, $page->evaluate( 'count(//a[@data-contest-enter]/@*)' ) );
		}
	}

	public function test_what_editors_are_told_injects_nothing(): void {
		self::log_in_as( 'contributor' );
		$this->assertStringContainsString( '&lt;img src=x&gt;', \Contest_Banner\shortcode( array( 'contest' => '<img src=x>' ) ) );
	}

	public function test_an_attribute_that_is_no_text_counts_as_none(): void {
		self::register();
		$this->assertStringContainsString( 'data-contest="cchc-2024@3"', \Contest_Banner\banner( array( 'contest' => array( 'a' ), 'heading' => new \stdClass(), 'layout' => array() ) ) );
	}

	public function test_the_unit_is_one_line(): void {
		$this->assertSame( 'a b', \Contest_Banner\clean_unit( " a\n b<br>" ) );
	}

	public function test_a_unit_of_more_than_100_characters_is_none_since_a_shortened_code_would_be_anothers(): void {
		self::register( array( 'unitParameter' => 'don-vi' ) );
		$this->assertSame( str_repeat( 'ở', 100 ), self::attribute( '[contest_banner unit="' . str_repeat( 'ở', 100 ) . '"]', 'unit' ) );
		$this->assertStringNotContainsString( 'ở', do_shortcode( '[contest_banner unit="' . str_repeat( 'ở', 101 ) . '"]' ) );
	}

	public function test_a_block_has_the_classes_that_the_editor_gives_it_and_no_others(): void {
		self::register();
		$html = do_blocks( '<!-- wp:contest-banner/banner {"class":"theirs","className":"ours"} /-->' );
		$this->assertStringContainsString( 'ours', $html );
		$this->assertStringNotContainsString( 'theirs', $html );
	}

	public function test_a_block_names_no_address_to_read(): void {
		self::register();
		$html = do_blocks( '<!-- wp:contest-banner/banner {"src":"https://evil.example/contest.json","hosts":"evil.example","until":"2999-01-01","onclick":"alert(1)","style":{"background":"url(https://evil.example/)"}} /-->' );
		$this->assertStringContainsString( '<contest-banner', $html );
		$this->assertDoesNotMatchRegularExpression( '/evil|2999|onclick/', $html );
	}

	public function test_the_small_case_hands_its_hosts_to_the_element(): void {
		self::register();
		$hosts = explode( ' ', self::attribute( "[contest_banner heading=A href='https://cuocthi.example.vn/' closes='2099-12-13T16:30:00+07:00']", 'hosts' ) );
		$this->assertContains( 'cuocthi.example.vn', $hosts );
	}

	public function test_text_that_is_no_utf_8_does_not_empty_what_stands_around_it(): void {
		$this->assertSame( "a\u{fffd}b", text( "a\xffb" ) );
	}

	public function test_json_in_a_script_says_the_same(): void {
		$value = array( 'a' => "</script>[gallery]&<!-- \u{2028}\\\"[", 'b' => array( array( 1.5, true, null ), new \stdClass() ) );
		$this->assertEquals( json_decode( json_encode( $value ) ), json_decode( json_in_script( json_encode( $value ) ) ) );
	}

	public function test_a_long_text_empties_nothing(): void {
		$value = array( 'x' => str_repeat( 'a"[b] ', 10000 ) );
		$this->assertEquals( (object) $value, json_decode( json_in_script( json_encode( $value ) ) ) );
	}

	public function test_a_number_that_is_none_empties_nothing(): void {
		self::register();
		$text = substr( self::text(), 0, -1 ) . ',"x":1e999}';
		$json = \Contest_Banner\published_text( \Contest_Banner\clean_entry( compact( 'text' ) ), true );
		$this->assertSame( 'cchc-2024', json_decode( json_in_script( $json ) )->id );
	}

	public function test_text_is_kept_character_for_character(): void {
		$this->assertSame( '&amp;amp; &lt;b&gt; &quot; &#039; &#x5B;a&#x5D;', text( '&amp; <b> " \' [a]' ) );
	}
}
