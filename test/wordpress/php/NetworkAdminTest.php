<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ add_network_page, form, network_settings };
use const Contest_Banner\NETWORK_OPTION;

/** What a network's administrator sends; here the one site is the network. */
final class NetworkAdminTest extends FormTestCase {

	protected function setUp(): void {
		parent::setUp();
		delete_site_option( NETWORK_OPTION );
	}

	protected function tearDown(): void {
		parent::tearDown();
		remove_filter( 'user_has_cap', array( $this, 'of_the_network' ) );
		delete_site_option( NETWORK_OPTION );
	}

	/** Makes an administrator one of the network. */
	public function of_the_network( array $has ): array {
		return array_merge( $has, array( 'manage_network_options' => true ) );
	}

	private function log_in_to_the_network(): void {
		self::log_in_as( 'administrator' );
		add_filter( 'user_has_cap', array( $this, 'of_the_network' ) );
	}

	private static function send( array $fields, bool $with_nonce = true ): string {
		return self::send_to( 'Contest_Banner\load_network_page', $fields, $with_nonce ? 'contest_banner_network' : null );
	}

	public function test_the_administrator_of_one_site_may_not(): void {
		self::log_in_as( 'administrator' );
		$this->assertSame( 'died', self::send( array( 'hosts' => 'example.vn' ) ) );
		$this->assertSame( array(), network_settings()['hosts'] );
	}

	public function test_the_networks_may_not_without_a_nonce(): void {
		$this->log_in_to_the_network();
		$this->assertSame( 'died', self::send( array( 'hosts' => 'example.vn' ), false ) );
		$this->assertSame( array(), network_settings()['hosts'] );
	}

	public function test_the_networks_may(): void {
		$this->log_in_to_the_network();
		$this->assertSame( 'done=saved', self::send( array( 'hosts' => 'example.vn', 'text' => self::text() ) ) );
		$this->assertSame( array( 'example.vn' ), network_settings()['hosts'] );
		$this->assertCount( 1, network_settings()['contests'] );
	}

	public function test_the_page_is_for_the_networks(): void {
		self::log_in_as( 'administrator' );
		$this->assertFalse( $this->has_page() );
		$this->log_in_to_the_network();
		$this->assertTrue( $this->has_page() );
	}

	private function has_page(): bool {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		$GLOBALS['submenu'] = array();
		add_network_page();
		return in_array( 'contest-banner', array_column( $GLOBALS['submenu']['settings.php'] ?? array(), 2 ), true );
	}

	public function test_what_is_no_host_is_named_and_nothing_is_saved(): void {
		$this->log_in_to_the_network();
		$this->assertSame( 'shown', self::send( array( 'hosts' => 'https://khac.example/', 'text' => self::text() ) ) );
		$this->assertStringContainsString( 'https://khac.example/', form()['errors'][0] );
		$this->assertSame( array(), network_settings()['contests'] );
	}

	public function test_a_contest_leads_nowhere_but_where_the_network_allows(): void {
		$this->log_in_to_the_network();
		$this->assertSame( 'shown', self::send( array( 'hosts' => 'khac.example', 'text' => self::text() ) ) );
		$this->assertStringContainsString( 'khac.example', form()['errors'][0] );
	}

	public function test_a_contest_is_registered_once(): void {
		$this->log_in_to_the_network();
		self::send( array( 'text' => self::text() ) );
		$this->assertSame( 'shown', self::send( array( 'text' => self::text( array( 'revision' => 4 ) ) ) ) );
		$this->assertCount( 1, network_settings()['contests'] );
	}
}
