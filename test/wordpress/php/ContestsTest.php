<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ accept_pending, candidate, change_settings, change_state, due, find_contest, former_ids, go_back, judge, merge_changes, migrate, picture_name, published_text, register_contest, remove_contest, settings, shown_contests, state_of, with_network };
use const Contest_Banner\{ FRESH, OPTION };

/** The contests of a site, and what an administrator does with them. */
final class ContestsTest extends TestCase {

	private static function revision( int $key ): int {
		return shown_contests()[ $key ]['contest']['revision'];
	}

	private static function errors( array $set ): array {
		$candidate = candidate( '', self::text( $set ) );
		return is_wp_error( $candidate ) ? $candidate->get_error_messages() : array();
	}

	/** A contest that was read from a source, at a time. */
	private static function from_source( array $set = array(), int $read_at = 1000 ): int {
		$key = self::register( $set );
		change_settings(
			static function ( array $settings ) use ( $key, $read_at ): array {
				$settings['contests'][ $key ]['source']  = 'https://cuocthi.example.vn/contest.json';
				$settings['contests'][ $key ]['read_at'] = $read_at;
				return $settings;
			}
		);
		return $key;
	}

	private static function judged( int $key, array $set, int $date = 2000 ) {
		$entry = settings()['contests'][ $key ];
		return judge( $key, self::text( $set ), $date, $entry );
	}

	// Registering.

	public function test_each_fault_is_named_and_none_is_accepted(): void {
		$errors = self::errors( array( 'closes' => '2099-12-13', 'documents' => array( array( 'kind' => 'rules', 'title' => 'A', 'url' => '/the-le' ) ) ) );
		$this->assertCount( 2, $errors );
		$this->assertStringStartsWith( 'closes: ', $errors[0] );
		$this->assertStringStartsWith( 'documents[0].url: ', $errors[1] );
	}

	public function test_what_is_not_json_is_told(): void {
		$this->assertSame( 'not-json', candidate( '', '{"id":' )->get_error_code() );
	}

	public function test_a_definition_of_64_kib_is_read_and_one_byte_more_is_not(): void {
		$text = self::text();
		$fill = static fn( int $bytes ) => substr( $text, 0, -1 ) . ',"x":"' . str_repeat( 'x', $bytes - strlen( $text ) - 7 ) . '"}';
		$this->assertSame( 65536, strlen( $fill( 65536 ) ) );
		$this->assertIsArray( candidate( '', $fill( 65536 ) ) );
		$this->assertSame( 'too-large', candidate( '', $fill( 65537 ) )->get_error_code() );
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

	// What a source publishes later.

	public function test_a_later_revision_is_taken(): void {
		$key = self::from_source();
		$this->assertSame( self::text( array( 'revision' => 4 ) ), self::judged( $key, array( 'revision' => 4 ) )['changes']['text'] );
	}

	public function test_an_older_revision_is_not_taken_and_told(): void {
		$judged = self::judged( self::from_source(), array( 'revision' => 2 ) );
		$this->assertSame( array(), $judged['changes'] );
		$this->assertStringStartsWith( 'revision: ', $judged['faults'] );
	}

	public function test_an_older_revision_that_takes_the_held_one_back_is_taken(): void {
		$this->assertNotSame( array(), self::judged( self::from_source(), array( 'revision' => 2, 'replaces' => 3 ) )['changes'] );
	}

	public function test_an_equal_revision_read_later_is_taken(): void {
		$this->assertNotSame( array(), self::judged( self::from_source(), array( 'title' => 'Khác' ), 1001 )['changes'] );
	}

	public function test_an_equal_revision_read_at_the_same_time_is_not(): void {
		$this->assertSame( array(), self::judged( self::from_source(), array( 'title' => 'Khác' ), 1000 )['changes'] );
	}

	public function test_a_refused_definition_is_an_error(): void {
		$this->assertInstanceOf( \WP_Error::class, self::judged( self::from_source(), array( 'revision' => 4, 'closes' => 'soon' ) ) );
	}

	public function test_a_slip_in_a_document_holds_no_extension_back(): void {
		$judged = self::judged( self::from_source(), array( 'revision' => 4, 'documents' => array( array( 'kind' => 'rules', 'title' => 'A', 'url' => '/x' ) ) ) );
		$this->assertNotSame( array(), $judged['changes'] );
		$this->assertStringStartsWith( 'documents[0].url: ', $judged['faults'] );
	}

	public function test_a_way_in_on_another_host_waits_for_a_yes(): void {
		$judged = self::judged( self::from_source(), array( 'revision' => 4, 'url' => 'https://evil.example/' ) );
		$this->assertSame( array(), $judged['changes'] );
		$this->assertNotNull( $judged['pending'] );
	}

	public function test_a_way_into_a_round_on_another_host_waits_for_a_yes(): void {
		$judged = self::judged( self::from_source(), array( 'revision' => 4, 'rounds' => array( array( 'title' => '1', 'opens' => '2024-11-19T00:00Z', 'closes' => '2024-11-20T00:00Z', 'url' => 'https://evil.example/' ) ) ) );
		$this->assertNotNull( $judged['pending'] );
	}

	public function test_a_way_in_on_a_host_of_documents_waits_for_a_yes(): void {
		$documents = array( array( 'kind' => 'rules', 'title' => 'A', 'url' => 'https://docs.example/the-le' ) );
		$key       = self::from_source( array( 'documents' => $documents ) );
		$this->assertNotNull( self::judged( $key, array( 'revision' => 4, 'url' => 'https://docs.example/forms', 'documents' => $documents ) )['pending'] );
	}

	public function test_a_way_in_below_a_pinned_host_needs_no_yes(): void {
		$this->assertNull( self::judged( self::from_source(), array( 'revision' => 4, 'url' => 'https://thi.cuocthi.example.vn/' ) )['pending'] );
	}

	public function test_http_where_it_was_https_waits_for_a_yes(): void {
		$judged = self::judged( self::from_source(), array( 'revision' => 4, 'allowHttp' => true, 'url' => 'http://cuocthi.example.vn/' ) );
		$this->assertSame( array(), $judged['changes'] );
		$this->assertNotNull( $judged['pending'] );
	}

	public function test_https_where_it_was_http_needs_no_yes(): void {
		$key = self::from_source( array( 'allowHttp' => true, 'url' => 'http://cuocthi.example.vn/' ) );
		$this->assertNotSame( array(), self::judged( $key, array( 'revision' => 4 ) )['changes'] );
	}

	public function test_agreeing_pins_the_new_host_and_keeps_the_one_before(): void {
		$key  = self::from_source();
		$text = self::text( array( 'revision' => 4, 'url' => 'https://moi.example.vn/' ) );
		change_state( $key, array( 'pending' => array( 'text' => $text, 'read_at' => 2000 ) ) );
		$this->assertTrue( accept_pending( $key, hash( 'sha256', $text ) ) );
		$this->assertSame( 'https://moi.example.vn/', shown_contests()[ $key ]['contest']['url'] );
		$this->assertNull( state_of( $key )['pending'] );
		$this->assertTrue( go_back( $key ) );
		$this->assertSame( 'https://cuocthi.example.vn/', shown_contests()[ $key ]['contest']['url'] );
	}

	public function test_nobody_agrees_to_what_was_not_seen(): void {
		$key = self::from_source();
		change_state( $key, array( 'pending' => array( 'text' => self::text( array( 'revision' => 5, 'url' => 'https://evil.example/' ) ), 'read_at' => 2000 ) ) );
		$this->assertFalse( accept_pending( $key, hash( 'sha256', self::text( array( 'revision' => 4, 'url' => 'https://moi.example.vn/' ) ) ) ) );
		$this->assertSame( 3, self::revision( $key ) );
	}

	public function test_an_id_given_up_is_answered_with_what_the_source_holds_now(): void {
		$key = self::from_source();
		$new = self::judged( $key, array( 'id' => 'cchc-2025' ) )['changes'];
		change_settings(
			static function ( array $settings ) use ( $key, $new ): array {
				$settings['contests'][ $key ] = array_merge( $settings['contests'][ $key ], $new );
				return $settings;
			}
		);
		$this->assertSame( $key, find_contest( 'cchc-2024' ) );
		$this->assertSame( $key, find_contest( 'cchc-2025' ) );
	}

	public function test_an_id_taken_up_again_is_no_former_one(): void {
		$this->assertSame( array( 'b' ), former_ids( array( 'a' ), 'b', 'a' ) );
	}

	public function test_nobody_agrees_to_what_the_network_does_not_allow(): void {
		$key  = self::from_source();
		$text = self::text( array( 'revision' => 4, 'url' => 'https://evil.example/' ) );
		change_state( $key, array( 'pending' => array( 'text' => $text, 'read_at' => 2000 ) ) );
		change_settings( static fn( array $settings ): array => array_merge( $settings, array( 'limits' => array( 'example.vn' ) ) ) );
		$this->assertFalse( accept_pending( $key, hash( 'sha256', $text ) ) );
		$this->assertSame( 3, self::revision( $key ) );
	}

	public function test_no_contest_takes_the_id_of_another(): void {
		self::register();
		$key    = self::from_source( array( 'id' => 'b' ) );
		$judged = self::judged( $key, array( 'revision' => 9 ) );
		$this->assertSame( array(), $judged['changes'] );
		$this->assertStringStartsWith( 'id: ', $judged['faults'] );
	}

	public function test_what_was_read_is_not_stored_over_what_an_administrator_did_meanwhile(): void {
		$key    = self::from_source();
		$before = settings()['contests'];
		self::register( array( 'revision' => 5 ) );
		merge_changes( array( $key => array( 'text' => self::text( array( 'revision' => 4 ) ) ) ), $before );
		$this->assertSame( 5, self::revision( $key ) );
	}

	public function test_what_was_read_is_stored_where_nothing_has_changed(): void {
		$key = self::from_source();
		merge_changes( array( $key => array( 'text' => self::text( array( 'revision' => 4 ) ) ) ), settings()['contests'] );
		$this->assertSame( 4, self::revision( $key ) );
	}

	public function test_http_that_nobody_agreed_to_is_not_shown(): void {
		$key = self::register();
		change_settings(
			static function ( array $settings ) use ( $key ): array {
				$settings['contests'][ $key ]['text'] = self::text( array( 'allowHttp' => true, 'url' => 'http://cuocthi.example.vn/' ) );
				return $settings;
			}
		);
		$this->assertSame( array(), shown_contests() );
	}

	public function unpinnable(): array {
		return array( array( 'https://vn/' ), array( 'https://vn./' ), array( 'https://com.vn/' ), array( 'https://GOV.vn:443/x' ), array( 'https://localhost/' ), array( 'https://[2405:4800::1]/' ) );
	}

	/** @dataProvider unpinnable */
	public function test_a_host_that_would_pin_next_to_nothing_is_refused( string $address ): void {
		$this->assertNotSame( array(), self::errors( array( 'url' => $address ) ) );
		$this->assertNotSame( array(), self::errors( array( 'results' => $address ) ) );
		$key  = self::from_source();
		$text = self::text( array( 'revision' => 4, 'url' => $address ) );
		change_state( $key, array( 'pending' => array( 'text' => $text, 'read_at' => 2000 ) ) );
		$this->assertFalse( accept_pending( $key, hash( 'sha256', $text ) ) );
	}

	// When to read.

	public function test_a_source_is_read_again_after_a_quarter_of_an_hour(): void {
		$entries = array( 1 => array( 'source' => 'https://a.example/', 'asked_at' => 1000 ) );
		$this->assertSame( array(), due( $entries, 1000 + FRESH - 1 ) );
		$this->assertSame( array( 1 ), due( $entries, 1000 + FRESH ) );
	}

	public function test_what_is_nearly_due_is_read_along_so_that_all_is_written_once(): void {
		$entry = static fn( int $asked_at ) => array( 'source' => 'https://a.example/', 'asked_at' => $asked_at );
		$now   = FRESH * 2;
		$this->assertSame( array( 1, 2 ), due( array( 1 => $entry( $now - FRESH ), 2 => $entry( $now - 300000 ), 3 => $entry( $now - 299999 ) ), $now ) );
		$this->assertSame( array(), due( array( 2 => $entry( $now - 300000 ) ), $now ) );
	}

	public function test_a_source_read_in_the_future_is_read_at_once(): void {
		$this->assertSame( array( 1 ), due( array( 1 => array( 'source' => 'https://a.example/', 'asked_at' => 2000 ) ), 1000 ) );
	}

	public function test_a_pasted_contest_is_never_read(): void {
		$this->assertSame( array(), due( array( 1 => array( 'source' => '', 'asked_at' => 0 ) ), FRESH * 9 ) );
	}

	public function test_after_a_failure_the_next_try_waits(): void {
		$entries = array( 1 => array( 'source' => 'https://a.example/', 'asked_at' => 0 ) );
		change_state( 1, array( 'next' => FRESH + 60000 ) );
		$this->assertSame( array(), due( $entries, FRESH + 59999 ) );
		$this->assertSame( array( 1 ), due( $entries, FRESH + 60000 ) );
	}

	public function test_the_longest_unread_comes_first(): void {
		$entry = static fn( int $asked_at ) => array( 'source' => 'https://a.example/', 'asked_at' => $asked_at );
		$this->assertSame( array( 2, 3, 1 ), due( array( 1 => $entry( 30 ), 2 => $entry( 10 ), 3 => $entry( 20 ) ), FRESH * 2 ) );
	}

	// Storage.

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

	// A network of sites.

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
}
