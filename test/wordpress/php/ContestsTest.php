<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ change_settings, change_state, migrate, picture_name, published_text, shown_contests };
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
		$this->assertSame( $text, published_text( \Contest_Banner\clean_entry( array( 'text' => $text ) ) ) );
	}

	public function test_the_picture_of_another_site_is_not_handed_out(): void {
		$entry = \Contest_Banner\clean_entry( array( 'text' => self::text( array( 'banner' => array( 'src' => 'https://cuocthi.example.vn/b.png', 'alt' => 'A', 'width' => 3, 'height' => 1 ) ) ) ) );
		$this->assertStringNotContainsString( 'b.png', published_text( $entry ) );
		$file             = picture_name( 'https://cuocthi.example.vn/b.png', 'cchc-2024', 3 ) . '.png';
		$entry['picture'] = array( 'file' => $file, 'width' => 30, 'height' => 10 );
		$this->assertSame(
			array( 'src' => content_url( "uploads/contest-banner/$file" ), 'alt' => 'A', 'width' => 30, 'height' => 10 ),
			json_decode( published_text( $entry ), true )['banner']
		);
	}

	public function test_the_picture_of_an_earlier_revision_is_not_handed_out(): void {
		$entry = \Contest_Banner\clean_entry(
			array(
				'text'    => self::text( array( 'banner' => array( 'src' => 'https://cuocthi.example.vn/b.png', 'alt' => 'A', 'width' => 3, 'height' => 1 ) ) ),
				'picture' => array( 'file' => picture_name( 'https://cuocthi.example.vn/b.png', 'cchc-2024', 2 ) . '.png', 'width' => 30, 'height' => 10 ),
			)
		);
		$this->assertArrayNotHasKey( 'banner', json_decode( published_text( $entry ), true ) );
	}

	public function test_a_picture_by_another_name_is_none(): void {
		$this->assertNull( \Contest_Banner\clean_entry( array( 'text' => '', 'picture' => array( 'file' => '../../wp-config.php' ) ) )['picture'] );
	}
}
