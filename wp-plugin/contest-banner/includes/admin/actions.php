<?php
/**
 * What can be done on the settings page. Every write asks for capability and nonce here, once.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What was sent and could not be done, for the page to show again.
 *
 * @param array<string, mixed>|null $set Kept for this request.
 * @return array{source: string, text: string, errors: string[], candidate: array<string, mixed>|null, unit?: array<string, string>}
 */
function form( ?array $set = null ): array {
	static $form = array(
		'source'    => '',
		'text'      => '',
		'errors'    => array(),
		'candidate' => null,
	);
	if ( null !== $set ) {
		$form = array_merge( $form, $set );
	}
	return $form;
}

/**
 * A text that was sent.
 *
 * @param string $name Of the field.
 */
function sent( string $name ): string {
	// phpcs:ignore WordPress.Security -- Asked only after take_action() has checked the nonce; whoever uses a text checks it: JSON must stay as it is.
	return isset( $_POST[ $name ] ) && is_string( $_POST[ $name ] ) ? wp_check_invalid_utf8( wp_unslash( $_POST[ $name ] ) ) : '';
}

/** Whether a form was sent. */
function is_post(): bool {
	return isset( $_SERVER['REQUEST_METHOD'] ) && 'POST' === $_SERVER['REQUEST_METHOD'];
}

/** Does what was sent to the page, if anything, and goes on to a page that says so. */
function take_action(): void {
	if ( ! is_post() ) {
		return;
	}
	if ( ! current_user_can( 'manage_options' ) ) {
		wp_die( esc_html__( 'You may not change the contests of this site.', 'contest-banner' ), 403 );
	}
	check_admin_referer( 'contest_banner' );

	$key = (int) sent( 'key' );
	switch ( sent( 'do' ) ) {
		case 'check':
			check_candidate();
			break;
		case 'register':
			$key = confirm_candidate();
			if ( null !== $key ) {
				done( 'registered', $key );
			}
			break;
		case 'refresh':
			$read  = refresh( array( $key ) );
			$state = state_of( $key );
			if ( $read && '' !== $state['failure'] . $state['faults'] ) {
				done( 'failed', $key );
			}
			done( $read ? ( $state['pending'] ? 'waiting' : 'refreshed' ) : 'busy' );
			// No way on from here: done() ends the request.
		case 'accept':
			done( accept_pending( $key, sent( 'seen' ) ) ? 'accepted' : 'changed' );
			// As above.
		case 'longer':
			done( accept_longer( $key, sent( 'seen' ) ) ? 'longer' : 'changed' );
			// As above.
		case 'follow':
			follow_move( $key );
			done( 'followed' );
			// As above.
		case 'back':
			done( go_back( $key ) ? 'restored' : 'changed' );
			// As above.
		case 'remove':
			remove_contest( $key );
			done( 'removed' );
			// As above.
		case 'unit':
			save_unit();
	}
}

/**
 * Goes on to the page, so that reloading it sends nothing again.
 *
 * @param string $what One of `results()`.
 * @param int    $key  Of the contest that it is about.
 * @return never
 */
function done( string $what, int $key = 0 ): void {
	wp_safe_redirect(
		page_url(
			array(
				'done' => $what,
				'key'  => (string) $key,
			)
		)
	);
	exit;
}

/**
 * What is said after an action.
 *
 * @param int $key Of the contest that it is about.
 * @return array<string, array{0: string, 1: string}> Kind of notice and text.
 */
function results( int $key ): array {
	$state   = state_of( $key );
	$trouble = trim( $state['failure'] . "\n" . $state['faults'] );
	return array(
		/* translators: %s: a shortcode. */
		'registered' => array( 'success', sprintf( __( 'The contest is registered. Type %s where it is to be shown.', 'contest-banner' ), shortcode_of( $key ) ) ),
		'refreshed'  => array( 'success', __( 'The source has been read.', 'contest-banner' ) ),
		'waiting'    => array( 'warning', __( 'The source has been read. It holds a change that waits for your yes; see below.', 'contest-banner' ) ),
		/* translators: %s: what is wrong. */
		'failed'     => array( 'error', sprintf( __( 'The source could not be read, or something in it is wrong: %s', 'contest-banner' ), $trouble ) ),
		'busy'       => array( 'warning', __( 'The sources are being read just now. Try again in half a minute.', 'contest-banner' ) ),
		'accepted'   => array( 'success', __( 'Agreed. The contest leads to the new address from now on.', 'contest-banner' ) ),
		'longer'     => array( 'success', __( 'Agreed. The contest is shown for as long as it lasts now.', 'contest-banner' ) ),
		'changed'    => array( 'warning', __( 'Nothing was changed: what you saw is not what is there any more. Look again.', 'contest-banner' ) ),
		'followed'   => array( 'success', __( 'The source is read at its new address from now on.', 'contest-banner' ) ),
		'restored'   => array( 'success', __( 'What was there before is back. Visitors who have seen the later revision go back with it.', 'contest-banner' ) ),
		'removed'    => array( 'success', __( 'The contest was taken off this site. Shortcodes and blocks that name it stay in your pages and show nothing.', 'contest-banner' ) ),
		'odd-unit'   => array( 'warning', __( 'Saved. But a unit’s code has no spaces or accents as a rule: have you entered the unit’s name?', 'contest-banner' ) ),
		'saved'      => array( 'success', __( 'Saved.', 'contest-banner' ) ),
	);
}

/** Reads and checks what is to be registered; the page shows it, or what is wrong, with the input kept. */
function check_candidate(): void {
	$source = trim( sent( 'source' ) );
	$text   = sent( 'text' );
	$file   = sent_file();
	if ( is_wp_error( $file ) ) {
		form( compact( 'source', 'text' ) + array( 'errors' => $file->get_error_messages() ) );
		return;
	}
	if ( null !== $file ) {
		$text   = $file;
		$source = '';
	}
	form( compact( 'source', 'text' ) );
	if ( '' === $source && '' === trim( $text ) ) {
		form( array( 'errors' => array( __( 'Source address: expected an address, or a contest.json below.', 'contest-banner' ) ) ) );
		return;
	}
	if ( '' !== $source && '' !== trim( $text ) ) {
		form( array( 'errors' => array( __( 'Source address: expected either an address or a contest.json, not both.', 'contest-banner' ) ) ) );
		return;
	}
	$candidate = candidate( $source, $text );
	form( is_wp_error( $candidate ) ? array( 'errors' => $candidate->get_error_messages() ) : array( 'candidate' => $candidate ) );
}

/**
 * The text of the file that was sent.
 *
 * @return string|\WP_Error|null Null where none was sent.
 */
function sent_file() {
	// phpcs:disable WordPress.Security -- Asked only after take_action() has checked the nonce; the text is checked like any other.
	$error = isset( $_FILES['file']['error'] ) && is_int( $_FILES['file']['error'] ) ? $_FILES['file']['error'] : UPLOAD_ERR_NO_FILE;
	$path  = isset( $_FILES['file']['tmp_name'] ) && is_string( $_FILES['file']['tmp_name'] ) ? $_FILES['file']['tmp_name'] : '';
	// phpcs:enable
	if ( UPLOAD_ERR_NO_FILE === $error ) {
		return null;
	}
	if ( UPLOAD_ERR_OK !== $error || ! is_uploaded_file( $path ) ) {
		return new \WP_Error( 'file', __( 'File contest.json: the file could not be received. Is it the right one? A definition has at most 64 KB.', 'contest-banner' ) );
	}
	if ( filesize( $path ) > MAX_DEFINITION ) {
		return new \WP_Error( 'file', __( 'File contest.json: expected at most 64 KB.', 'contest-banner' ) );
	}
	$text = (string) file_get_contents( $path ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- An uploaded file, read once and not kept.
	// Notepad calls UTF-16 “Unicode”.
	if ( preg_match( '/^(\xFF\xFE|\xFE\xFF)/', $text ) ) {
		$text = (string) mb_convert_encoding( $text, 'UTF-8', 'UTF-16' );
	}
	return '' === wp_check_invalid_utf8( $text )
		? new \WP_Error( 'file', __( 'File contest.json: expected text in UTF-8.', 'contest-banner' ) )
		: $text;
}

/**
 * Registers what the administrator has seen: if the source holds something else by now, it is shown again.
 *
 * @return int|null The key of the contest, null where it was not registered.
 */
function confirm_candidate(): ?int {
	check_candidate();
	$candidate = form()['candidate'];
	if ( ! $candidate ) {
		return null;
	}
	if ( ! hash_equals( seen_hash( $candidate ), sent( 'seen' ) ) ) {
		form( array( 'errors' => array( __( 'The source has changed since you looked. Please look again.', 'contest-banner' ) ) ) );
		return null;
	}
	if ( '' === sent( 'links' ) ) {
		$candidate['entry']['links'] = array();
	}
	return register_contest( $candidate );
}

/**
 * What the administrator has agreed to.
 *
 * @param array<string, mixed> $candidate Of `candidate()`.
 */
function seen_hash( array $candidate ): string {
	return hash( 'sha256', $candidate['entry']['text'] );
}

/** Saves the unit and the hosts that are pinned besides. */
function save_unit(): void {
	$hosts    = read_hosts( sent( 'hosts' ) );
	$only     = read_hosts( sent( 'only' ) );
	$settings = array_merge( settings(), array( 'only' => array() ) );
	$outside  = array_diff( $hosts['hosts'], within_limits( $settings, $hosts['hosts'] ) );
	$errors   = array();
	$wrong    = array_merge( $hosts['wrong'], $only['wrong'] );
	if ( $wrong ) {
		/* translators: %s: what was typed. */
		$errors[] = sprintf( __( 'Pinned hosts: expected host names such as cuocthi.example.vn, got “%s”.', 'contest-banner' ), implode( '”, “', $wrong ) );
	}
	if ( $outside ) {
		/* translators: 1, 2: host names. */
		$errors[] = sprintf( __( 'Pinned hosts: %1$s lies outside of what the network allows (%2$s).', 'contest-banner' ), implode( ', ', $outside ), implode( ', ', $settings['limits'] ) );
	}
	if ( mb_strlen( trim( sent( 'unit' ) ), 'UTF-8' ) > LONGEST_UNIT ) {
		$errors[] = __( 'Code of the unit: expected at most 100 characters.', 'contest-banner' );
	}
	if ( $errors ) {
		form(
			array(
				'errors' => $errors,
				'unit'   => array(
					'unit'      => sent( 'unit' ),
					'unit_name' => sent( 'unit_name' ),
					'hosts'     => sent( 'hosts' ),
					'only'      => sent( 'only' ),
				),
			)
		);
		return;
	}
	change_settings(
		static function ( array $settings ) use ( $hosts, $only ): array {
			$settings['unit']      = clean_unit( sent( 'unit' ) );
			$settings['unit_name'] = sanitize_text_field( sent( 'unit_name' ) );
			$settings['hosts']     = $hosts['hosts'];
			$settings['only']      = $only['hosts'];
			return $settings;
		}
	);
	done( preg_match( '/^[A-Za-z0-9._-]*$/D', settings()['unit'] ) ? 'saved' : 'odd-unit' );
}
