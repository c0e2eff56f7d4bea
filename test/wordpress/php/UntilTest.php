<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ accept_longer, accept_pending, all_hosts, change_settings, change_state, find_contest, go_back, is_over, merge_changes, moved_until, now, settings, shown_contests, until, until_day, write_instant };
use const Contest_Banner\DAY;

/** Until when a contest is shown, and who moves that. */
final class UntilTest extends TestCase {

	const CLOSES = '2026-03-01T16:30:00+07:00';
	const LATER  = '2031-01-01T00:00:00+07:00';

	private static function ms( string $instant ): int {
		return strtotime( $instant ) * 1000;
	}

	/** The day until which a contest is shown that was agreed to, after its source has published another closing. */
	private static function day( string $published, string $now ): string {
		return until_day( moved_until( until( array( 'closes' => self::CLOSES ) ), array( 'closes' => $published ), self::ms( $now ) ) );
	}

	/** A contest from a source that closed so many days ago, by what was agreed to. */
	private static function closed_for( int $days ): int {
		return self::from_source( array( 'closes' => self::ago( $days ) ) );
	}

	private static function ago( int $days ): string {
		return write_instant( now() - $days * DAY );
	}

	/** Stores what a source publishes, as a reading of it does. */
	private static function publish( int $key, array $set ): void {
		merge_changes( array( $key => self::judged( $key, $set, now() )['changes'] ), settings()['contests'] );
	}

	private static function until_of( int $key ): string {
		return until_day( settings()['contests'][ $key ]['until'] );
	}

	public function test_it_is_180_days_after_the_closing_that_was_agreed_to(): void {
		$this->assertSame( '2026-08-28', until_day( until( array( 'closes' => self::CLOSES ) ) ) );
	}

	public function test_an_extension_before_the_closing_moves_it(): void {
		$this->assertSame( '2026-09-28', self::day( '2026-04-01T16:30:00+07:00', '2026-03-01T16:29:59+07:00' ) );
	}

	public function test_an_earlier_closing_moves_it_back(): void {
		$this->assertSame( '2026-08-18', self::day( '2026-02-19T16:30:00+07:00', '2026-02-01T00:00:00+07:00' ) );
	}

	public function test_from_the_closing_on_the_source_moves_it_no_more(): void {
		foreach ( array( '2026-03-01T16:30:00+07:00', '2026-08-27T00:00:00+07:00', '2030-01-01T00:00:00+07:00' ) as $now ) {
			$this->assertSame( '2026-08-28', self::day( self::LATER, $now ), $now );
			$this->assertSame( '2026-08-28', self::day( '2026-01-01T00:00:00+07:00', $now ), $now );
		}
	}

	public function test_nothing_is_shown_from_the_beginning_of_that_day_on(): void {
		$until = until( array( 'closes' => self::CLOSES ) );
		$this->assertFalse( is_over( $until, self::ms( '2026-08-27T23:59:59+07:00' ) ) );
		$this->assertTrue( is_over( $until, self::ms( '2026-08-28T00:00:00+07:00' ) ) );
	}

	public function test_a_closing_that_is_published_twice_after_the_end_does_not_move_it_either(): void {
		$key = self::closed_for( 10 );
		self::publish( $key, array( 'revision' => 4, 'closes' => self::LATER ) );
		self::publish( $key, array( 'revision' => 5, 'closes' => '2099-01-01T00:00:00Z' ) );
		$this->assertSame( 5, self::revision( $key ) );
		$this->assertSame( until_day( now() + 170 * DAY ), self::until_of( $key ) );
		$this->assertStringContainsString( 'until="' . until_day( now() + 170 * DAY ) . '"', do_shortcode( '[contest_banner]' ) );
	}

	public function test_an_extension_before_the_end_is_shown_for_as_long_as_it_lasts(): void {
		$key = self::from_source( array( 'closes' => self::ago( -1 ) ) );
		self::publish( $key, array( 'revision' => 4, 'closes' => self::ago( -400 ), 'extendedFrom' => self::ago( -1 ) ) );
		$this->assertSame( until_day( now() + 580 * DAY ), self::until_of( $key ) );
	}

	public function test_an_extension_that_comes_late_is_shown(): void {
		$key = self::closed_for( 1 );
		self::publish( $key, array( 'revision' => 4, 'closes' => self::ago( -20 ) ) );
		$this->assertStringContainsString( 'data-contest-enter', do_shortcode( '[contest_banner]' ) );
	}

	public function test_what_the_buyer_of_a_lapsed_domain_publishes_is_not_shown(): void {
		$key = self::closed_for( 181 );
		self::publish( $key, array( 'id' => 'casino', 'revision' => 9, 'title' => 'Casino', 'closes' => self::LATER ) );
		$this->assertSame( 'Casino', shown_contests()[ $key ]['contest']['title'] );
		foreach ( array( '[contest_banner]', '[contest_banner contest=cchc-2024]', '[contest_banner contest=casino]' ) as $shortcode ) {
			$this->assertSame( '', do_shortcode( $shortcode ) );
		}
		$GLOBALS['wp_query']->is_feed = true;
		$this->assertSame( '', do_shortcode( '[contest_banner]' ) );
		$GLOBALS['wp_query']->is_feed = false;
	}

	public function test_editors_are_told_that_it_is_not_shown(): void {
		self::closed_for( 181 );
		self::log_in_as( 'editor' );
		$this->assertStringContainsString( '“' . self::DEFINITION['title'] . '”', do_shortcode( '[contest_banner]' ) );
	}

	public function test_another_contest_is_the_current_one_then(): void {
		$over = self::closed_for( 181 );
		$live = self::register( array( 'id' => 'khac', 'closes' => self::ago( 30 ) ) );
		self::publish( $over, array( 'revision' => 4, 'closes' => self::LATER ) );
		$this->assertSame( $live, find_contest( 'current' ) );
	}

	public function test_nothing_leads_to_its_hosts_any_more(): void {
		$key = self::closed_for( 179 );
		$this->assertSame( array( 'cuocthi.example.vn' ), all_hosts() );
		change_settings(
			static function ( array $settings ) use ( $key ): array {
				$settings['contests'][ $key ]['until'] -= 2 * DAY;
				return $settings;
			}
		);
		$this->assertSame( array(), all_hosts() );
		$this->assertSame( array(), all_hosts( true ) );
	}

	public function test_an_administrator_who_agrees_has_it_shown_for_as_long_as_it_lasts(): void {
		$key = self::closed_for( 181 );
		self::publish( $key, array( 'id' => 'cchc-2031', 'closes' => self::LATER ) );
		$text = settings()['contests'][ $key ]['text'];
		$this->assertFalse( accept_longer( $key, hash( 'sha256', "$text " ) ) );
		$this->assertSame( '', do_shortcode( '[contest_banner]' ) );
		$this->assertTrue( accept_longer( $key, hash( 'sha256', $text ) ) );
		$this->assertSame( '2031-06-30', self::until_of( $key ) );
		$this->assertStringContainsString( '<contest-banner', do_shortcode( '[contest_banner]' ) );
	}

	public function test_registering_anew_has_it_shown_for_as_long_as_it_lasts(): void {
		$key = self::closed_for( 181 );
		$this->assertSame( $key, self::register( array( 'revision' => 4, 'closes' => self::LATER ) ) );
		$this->assertSame( '2031-06-30', self::until_of( $key ) );
	}

	public function test_agreeing_to_another_address_has_it_shown_for_as_long_as_it_lasts(): void {
		$key  = self::closed_for( 181 );
		$text = self::text( array( 'revision' => 4, 'closes' => self::LATER, 'url' => 'https://moi.example.vn/' ) );
		change_state( $key, array( 'pending' => array( 'text' => $text, 'read_at' => 2000 ) ) );
		$this->assertTrue( accept_pending( $key, hash( 'sha256', $text ) ) );
		$this->assertSame( '2031-06-30', self::until_of( $key ) );
	}

	public function test_going_back_goes_back_to_the_day_that_was_agreed_to_then(): void {
		$key  = self::closed_for( 10 );
		$then = self::until_of( $key );
		self::register( array( 'revision' => 4, 'closes' => self::LATER ) );
		$this->assertTrue( go_back( $key ) );
		$this->assertSame( $then, self::until_of( $key ) );
	}

	public function test_what_was_read_does_not_undo_that_an_administrator_has_agreed(): void {
		$key     = self::closed_for( 181 );
		self::publish( $key, array( 'revision' => 4, 'closes' => self::LATER ) );
		$before  = settings()['contests'];
		$changes = self::judged( $key, array( 'revision' => 5, 'closes' => self::LATER ), now() )['changes'];
		accept_longer( $key, hash( 'sha256', $before[ $key ]['text'] ) );
		merge_changes( array( $key => $changes ), $before );
		$this->assertSame( '2031-06-30', self::until_of( $key ) );
	}
}
