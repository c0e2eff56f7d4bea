<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ change_settings, change_state, clean_entry, migrate, names, picture_name, published_text, settings, shown_contests };
use const Contest_Banner\OPTION;

/** What is stored of a site, and what it hands out. */
final class ContestsTest extends TestCase {

	public function test_one_option_is_loaded_with_every_page_and_the_rest_is_not(): void {
		$key = self::register();
		change_state( $key, array( 'failure' => 'x' ) );
		wp_cache_flush();
		$all = wp_load_alloptions();
		$this->assertSame( array( OPTION ), array_values( preg_grep( '/contest_banner/', array_keys( $all ) ) ) );
	}

	public function test_a_page_with_the_banner_costs_no_query(): void {
		self::register();
		wp_cache_flush();
		wp_load_alloptions();
		shown_contests( true );
		$before = $GLOBALS['wpdb']->num_queries;
		$this->assertStringContainsString( '<contest-banner', do_shortcode( '[contest_banner] [contest_banner contest=cchc-2024]' ) );
		$this->assertSame( $before, $GLOBALS['wpdb']->num_queries );
	}

	public function rubbish(): array {
		return array( array( false ), array( 'x' ), array( array( 'contests' => 'x' ) ), array( array( 'contests' => array( 'x', array(), array( 'text' => 7 ), array( 'text' => '{' ), array( 'text' => '[]' ) ), 'hosts' => array( array() ), 'unit' => array() ) ) );
	}

	/** @dataProvider rubbish */
	public function test_whatever_stands_in_the_option_a_page_stands( $value ): void {
		update_option( OPTION, $value );
		shown_contests( true );
		$this->assertSame( '', do_shortcode( '[contest_banner]' ) );
	}

	public function test_what_was_stored_with_hosts_that_are_not_pinned_is_not_shown(): void {
		$key = self::register();
		change_settings(
			static function ( array $settings ) use ( $key ): array {
				$settings['contests'][ $key ]['text'] = self::text( array( 'url' => 'https://evil.example/' ) );
				return $settings;
			}
		);
		$this->assertSame( array(), shown_contests() );
	}

	public function test_what_was_stored_with_a_way_in_where_only_documents_may_lead_is_not_shown(): void {
		$key = self::register( array( 'results' => 'https://docs.example/kq' ) );
		change_settings(
			static function ( array $settings ) use ( $key ): array {
				$settings['contests'][ $key ]['text'] = self::text( array( 'url' => 'https://docs.example/' ) );
				return $settings;
			}
		);
		$this->assertSame( array(), shown_contests() );
	}

	public function test_results_calendar_and_documents_elsewhere_are_left_out_of_what_is_shown(): void {
		$key  = self::register();
		$text = self::text(
			array(
				'results'   => 'https://evil.example/kq',
				'calendar'  => 'https://evil.example/lich.ics',
				'documents' => array( array( 'kind' => 'rules', 'title' => 'Thể lệ', 'url' => 'https://evil.example/the-le' ) ),
			)
		);
		change_settings(
			static function ( array $settings ) use ( $key, $text ): array {
				$settings['contests'][ $key ]['text'] = $text;
				return $settings;
			}
		);
		$shown = shown_contests()[ $key ]['contest'];
		$this->assertArrayNotHasKey( 'results', $shown );
		$this->assertArrayNotHasKey( 'calendar', $shown );
		$this->assertSame( array( array( 'kind' => 'rules', 'title' => 'Thể lệ' ) ), $shown['documents'] );
	}

	public function test_an_entry_that_says_anything_else_has_not_agreed_to_http(): void {
		foreach ( array( 1, 'yes', array( true ) ) as $http ) {
			$this->assertFalse( clean_entry( array( 'text' => '', 'http' => $http ) )['http'] );
		}
	}

	public function test_a_list_of_hosts_holds_texts_and_nothing_else(): void {
		$this->assertSame( array( 'a.vn', 'b.vn' ), names( array( 'a.vn', 7, array(), null, 'x' => 'b.vn' ) ) );
		$this->assertSame( array(), names( 'a.vn' ) );
	}

	public function test_a_contest_that_is_stored_is_a_text(): void {
		update_option( OPTION, array( 'contests' => array( 1 => array( 'text' => 7 ), 2 => 'x', 3 => array( 'text' => '{}' ) ) ) );
		$this->assertSame( array( 3 ), array_keys( settings()['contests'] ) );
	}

	public function test_an_older_form_is_brought_up_to_date(): void {
		self::register();
		$stored            = get_option( OPTION );
		$stored['version'] = '0.0.1';
		unset( $stored['hosts'], $stored['limits'] );
		update_option( OPTION, $stored );
		migrate();
		$this->assertSame( \Contest_Banner\VERSION, get_option( OPTION )['version'] );
		$this->assertSame( array(), get_option( OPTION )['hosts'] );
		$this->assertCount( 1, get_option( OPTION )['contests'] );
	}

	public function test_a_definition_without_picture_is_handed_out_byte_for_byte(): void {
		$text = "{\n" . substr( self::text( array( 'x' => 1.0 ) ), 1 );
		$this->assertSame( $text, published_text( clean_entry( array( 'text' => $text ) ) ) );
	}

	public function test_the_picture_of_another_site_is_not_handed_out(): void {
		$entry = clean_entry( array( 'text' => self::text( array( 'banner' => array( 'src' => 'https://cuocthi.example.vn/b.png', 'alt' => 'A', 'width' => 3, 'height' => 1 ) ) ) ) );
		$this->assertStringNotContainsString( 'b.png', published_text( $entry ) );
		$file             = picture_name( 'https://cuocthi.example.vn/b.png', 'cchc-2024', 3 ) . '.png';
		$entry['picture'] = array( 'file' => $file, 'width' => 30, 'height' => 10 );
		$this->assertSame(
			array( 'src' => content_url( "uploads/contest-banner/$file" ), 'alt' => 'A', 'width' => 30, 'height' => 10 ),
			json_decode( published_text( $entry ), true )['banner']
		);
	}

	public function test_the_picture_of_an_earlier_revision_is_not_handed_out(): void {
		$entry = clean_entry(
			array(
				'text'    => self::text( array( 'banner' => array( 'src' => 'https://cuocthi.example.vn/b.png', 'alt' => 'A', 'width' => 3, 'height' => 1 ) ) ),
				'picture' => array( 'file' => picture_name( 'https://cuocthi.example.vn/b.png', 'cchc-2024', 2 ) . '.png', 'width' => 30, 'height' => 10 ),
			)
		);
		$this->assertArrayNotHasKey( 'banner', json_decode( published_text( $entry ), true ) );
	}

	public function test_a_picture_by_another_name_is_none(): void {
		$this->assertNull( clean_entry( array( 'text' => '', 'picture' => array( 'file' => '../../wp-config.php' ) ) )['picture'] );
	}
}
