<?php
/**
 * The contest's picture, as this site serves it: visitors ask nobody else.
 *
 * A copy is drawn anew from the pixels, so that nothing else which the file may hold gets through.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Size of a picture, bytes, as published and as served. */
const MAX_PICTURE = 2 * 1024 * 1024;

/** Its greatest side, px: more would only fill the memory while it is drawn. */
const MAX_SIDE = 4096;

/** Width of the copy, px: twice the widest place a banner has. */
const COPY_WIDTH = 2560;

/**
 * Makes the copy of a contest's picture where it is not there yet.
 *
 * @param array<string, mixed> $entry Registered contest.
 * @param float                $time  Seconds.
 * @return array{file: string, width: int, height: int}|null Null where the banner is drawn instead: there is no
 *         picture, or it cannot be had now and is tried again at the next reading.
 */
function keep_picture( array $entry, float $time = MAX_TIME ): ?array {
	$contest = contest_of( $entry );
	$src     = $contest['banner']['src'] ?? '';
	if ( '' === $src ) {
		return null;
	}
	$name = picture_name( $src, $contest['id'], $contest['revision'] );
	if ( $entry['picture'] && 0 === strpos( $entry['picture']['file'], $name ) && file_exists( picture_folder()['dir'] . '/' . $entry['picture']['file'] ) ) {
		return $entry['picture'];
	}
	// A picture may lie anywhere public: nothing but what it shows gets through.
	$answer = fetch( $src, array(), MAX_PICTURE, array(), $time );
	return is_wp_error( $answer ) ? null : draw_copy( $answer['body'], $name );
}

/**
 * Draws a picture anew.
 *
 * @param string $bytes Of a PNG, JPEG, WebP or GIF file.
 * @param string $name  Of the copy, without extension.
 * @return array{file: string, width: int, height: int}|null Null where it is no such picture.
 */
function draw_copy( string $bytes, string $name ): ?array {
	$size  = @getimagesizefromstring( $bytes ); // phpcs:ignore WordPress.PHP.NoSilencedErrors.Discouraged -- Warns where it is no picture.
	$types = array(
		IMAGETYPE_PNG  => 'png',
		IMAGETYPE_JPEG => 'jpg',
		IMAGETYPE_WEBP => 'webp',
		IMAGETYPE_GIF  => 'png',
	);
	if ( ! $size || ! isset( $types[ $size[2] ] ) || $size[0] < 1 || $size[1] < 1 || max( $size[0], $size[1] ) > MAX_SIDE ) {
		return null;
	}
	$folder = picture_folder();
	if ( ! wp_mkdir_p( $folder['dir'] ) ) {
		return null;
	}
	require_once ABSPATH . 'wp-admin/includes/file.php';
	$temporary = wp_tempnam( $name );
	file_put_contents( $temporary, $bytes ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_system_operations_file_put_contents, WordPress.WP.AlternativeFunctions.file_system_read_file_put_contents -- A temporary file.
	// Of the two that WordPress has, only GD leaves out all that is no pixel; and the format stays.
	$only_gd = static fn(): array => array( 'WP_Image_Editor_GD' );
	$saved   = null;
	add_filter( 'wp_image_editors', $only_gd, PHP_INT_MAX );
	add_filter( 'image_editor_output_format', '__return_empty_array', PHP_INT_MAX );
	$editor = wp_get_image_editor( $temporary );
	if ( ! is_wp_error( $editor ) ) {
		if ( $size[0] > COPY_WIDTH ) {
			$editor->resize( COPY_WIDTH, null );
		}
		$mime  = array(
			'png'  => 'image/png',
			'jpg'  => 'image/jpeg',
			'webp' => 'image/webp',
		)[ $types[ $size[2] ] ];
		$saved = $editor->save( "{$folder['dir']}/$name.{$types[ $size[2] ]}", $mime );
	}
	remove_filter( 'wp_image_editors', $only_gd, PHP_INT_MAX );
	remove_filter( 'image_editor_output_format', '__return_empty_array', PHP_INT_MAX );
	wp_delete_file( $temporary );
	if ( ! is_array( $saved ) ) {
		return null;
	}
	if ( filesize( $saved['path'] ) > MAX_PICTURE ) {
		wp_delete_file( $saved['path'] );
		return null;
	}
	return array(
		'file'   => (string) $saved['file'],
		'width'  => (int) $saved['width'],
		'height' => (int) $saved['height'],
	);
}

/**
 * Removes the copies that no contest needs any more. Another process may just be drawing one: what
 * is younger than an hour stays.
 */
function remove_pictures(): void {
	$entries = settings()['contests'];
	foreach ( array_keys( $entries ) as $key ) {
		// Going back brings it back.
		$entries[] = clean_entry( (array) state_of( $key )['previous'] + array( 'text' => '' ) );
	}
	$needed = array_column( array_filter( array_column( $entries, 'picture' ) ), 'file' );
	foreach ( (array) glob( picture_folder()['dir'] . '/*' ) as $file ) {
		if ( ! in_array( basename( (string) $file ), $needed, true ) && filemtime( (string) $file ) < time() - HOUR / 1000 ) {
			wp_delete_file( (string) $file );
		}
	}
}

/**
 * Tries once more to copy the pictures of pasted contests: no reading of a source does.
 */
function keep_missing_pictures(): void {
	foreach ( settings()['contests'] as $key => $entry ) {
		$picture = '' === $entry['source'] && ! $entry['picture'] ? keep_picture( $entry ) : null;
		if ( $picture ) {
			change_settings(
				static function ( array $settings ) use ( $key, $entry, $picture ): array {
					if ( ( $settings['contests'][ $key ]['text'] ?? '' ) === $entry['text'] ) {
						$settings['contests'][ $key ]['picture'] = $picture;
					}
					return $settings;
				}
			);
		}
	}
}
