<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ accept_pending, change_settings, change_state, due, find_contest, former_ids, go_back, merge_changes, settings, shown_contests, state_of };
use const Contest_Banner\FRESH;

/** What a source publishes later, and when it is read. */
final class SourceTest extends TestCase {

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

	public function test_no_contest_takes_an_id_that_another_has_given_up(): void {
		$key = self::register();
		change_settings(
			static function ( array $settings ) use ( $key ): array {
				$settings['contests'][ $key ]['former'] = array( 'given-up' );
				return $settings;
			}
		);
		$judged = self::judged( self::from_source( array( 'id' => 'b' ) ), array( 'id' => 'given-up', 'revision' => 9 ) );
		$this->assertSame( array(), $judged['changes'] );
		$this->assertStringStartsWith( 'id: ', $judged['faults'] );
	}

	public function test_nobody_agrees_to_the_id_of_another_contest(): void {
		self::register();
		$key  = self::from_source( array( 'id' => 'b' ) );
		$text = self::text( array( 'revision' => 9, 'url' => 'https://moi.example.vn/' ) );
		change_state( $key, array( 'pending' => array( 'text' => $text, 'read_at' => 2000 ) ) );
		$this->assertFalse( accept_pending( $key, hash( 'sha256', $text ) ) );
	}

	public function test_of_the_ids_that_were_given_up_the_last_twenty_are_kept(): void {
		$this->assertSame( array_map( 'strval', range( 11, 30 ) ), former_ids( array_map( 'strval', range( 1, 29 ) ), '30', 'x' ) );
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
}
