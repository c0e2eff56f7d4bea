<?php

namespace Contest_Banner\Test;

use function Contest_Banner\form;
use const Contest_Banner\DIR;

require_once DIR . 'includes/admin/admin.php';

/** Sends forms as a browser does, and says what came of it. */
abstract class FormTestCase extends TestCase {

	protected function setUp(): void {
		parent::setUp();
		$_SERVER['REQUEST_METHOD'] = 'POST';
		form( array( 'source' => '', 'text' => '', 'errors' => array(), 'candidate' => null, 'unit' => null ) );
		add_filter( 'wp_die_handler', array( $this, 'handler' ) );
		add_filter( 'wp_redirect', array( $this, 'redirected' ) );
	}

	protected function tearDown(): void {
		$_SERVER['REQUEST_METHOD'] = 'GET';
		$_POST                     = array();
		$_REQUEST                  = array();
		$_FILES                    = array();
		remove_filter( 'wp_die_handler', array( $this, 'handler' ) );
		remove_filter( 'wp_redirect', array( $this, 'redirected' ) );
	}

	public function handler(): callable {
		return static function (): void {
			throw new \DomainException( 'died' );
		};
	}

	public function redirected( string $location ): void {
		throw new \OverflowException( $location );
	}

	/**
	 * Sends a form.
	 *
	 * @param callable              $page   That takes it.
	 * @param array<string, mixed>  $fields Of the form.
	 * @param string|null           $nonce  Of this action; none where not given.
	 * @return string what came of it: `shown`, `died`, or `done=…`
	 */
	protected static function send_to( callable $page, array $fields, ?string $nonce ): string {
		$_POST    = wp_slash( null === $nonce ? $fields : array_merge( array( '_wpnonce' => wp_create_nonce( $nonce ) ), $fields ) );
		$_REQUEST = $_POST;
		try {
			$page();
			return 'shown';
		} catch ( \DomainException $error ) {
			return 'died';
		} catch ( \OverflowException $error ) {
			return strtok( substr( $error->getMessage(), strpos( $error->getMessage(), 'done=' ) ), '&' );
		}
	}
}
