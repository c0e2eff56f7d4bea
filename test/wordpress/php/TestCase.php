<?php

namespace Contest_Banner\Test;

use PHPUnit\Framework\TestCase as Base;
use function Contest_Banner\{ candidate, change_settings, judge, register_contest, settings, shown_contests };
use const Contest_Banner\{ LOCK_OPTION, OPTION, STATE_OPTION };

/** Begins each test with a site on which nothing is registered, and a visitor who is not logged in. */
abstract class TestCase extends Base {

	const DEFINITION = array(
		'id'       => 'cchc-2024',
		'revision' => 3,
		'title'    => 'Cuộc thi cải cách hành chính tỉnh Hải Dương năm 2024',
		'url'      => 'https://cuocthi.example.vn/',
		'opens'    => '2024-11-18T07:30:00+07:00',
		'closes'   => '2099-12-13T16:30:00+07:00',
	);

	protected function setUp(): void {
		foreach ( array( OPTION, STATE_OPTION, LOCK_OPTION ) as $option ) {
			delete_option( $option );
		}
		shown_contests( true );
		wp_set_current_user( 0 );
	}

	/** JSON of the usual definition with some fields set. */
	protected static function text( array $set = array() ): string {
		return wp_json_encode( array_merge( self::DEFINITION, $set ), JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES );
	}

	/** Registers a pasted contest as an administrator would. */
	protected static function register( array $set = array() ): int {
		$candidate = candidate( '', self::text( $set ) );
		self::assertNotInstanceOf( \WP_Error::class, $candidate, is_wp_error( $candidate ) ? implode( "\n", $candidate->get_error_messages() ) : '' );
		return register_contest( $candidate );
	}

	/** A user of a role, logged in. */
	protected static function log_in_as( string $role ): int {
		$user = get_user_by( 'login', "test-$role" );
		$id   = $user ? $user->ID : wp_insert_user(
			array(
				'user_login' => "test-$role",
				'user_pass'  => 'password',
				'role'       => $role,
			)
		);
		wp_set_current_user( $id );
		return $id;
	}

	/** Cases that TypeScript runs as well, by name. */
	protected static function vectors( string $name ): array {
		$vectors = json_decode( file_get_contents( dirname( __DIR__, 2 ) . "/vectors/$name.json" ) );
		$cases   = array();
		foreach ( $vectors->cases as $case ) {
			$cases[ $case->name ] = array( $case, $vectors );
		}
		return $cases;
	}

	/** What something prints. */
	protected static function printed( callable $print ): string {
		ob_start();
		try {
			$print();
		} finally {
			$html = ob_get_clean();
		}
		return $html;
	}

	/** Holds where something has failed, and for this reason. */
	protected static function assert_error( string $code, $value, string $message = '' ): void {
		self::assertInstanceOf( \WP_Error::class, $value, $message );
		self::assertSame( $code, $value->get_error_code(), $message );
	}

	protected static function revision( int $key ): int {
		return shown_contests()[ $key ]['contest']['revision'];
	}

	protected static function errors( array $set ): array {
		$candidate = candidate( '', self::text( $set ) );
		return is_wp_error( $candidate ) ? $candidate->get_error_messages() : array();
	}

	/** A contest that was read from a source, at a time. */
	protected static function from_source( array $set = array(), int $read_at = 1000 ): int {
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

	protected static function judged( int $key, array $set, int $date = 2000 ) {
		$entry = settings()['contests'][ $key ];
		return judge( $key, self::text( $set ), $date, $entry );
	}
}
