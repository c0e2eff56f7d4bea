<?php
/**
 * The block, drawn by the same code as the shortcode.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Registers the block and the words of its editor. */
function register_block(): void {
	register_block_type(
		DIR . 'build/banner',
		array( 'render_callback' => __NAMESPACE__ . '\render_block' )
	);
	wp_set_script_translations( 'contest-banner-banner-editor-script', 'contest-banner', DIR . 'build/languages' );
}
add_action( 'init', __NAMESPACE__ . '\register_block' );

/**
 * The element in the editor's canvas. Not by `script` in block.json: in a classic theme, WordPress 6.6
 * prints that on every page.
 */
function enqueue_in_editor(): void {
	if ( is_admin() ) {
		wp_enqueue_script( 'contest-banner' );
	}
}
add_action( 'enqueue_block_assets', __NAMESPACE__ . '\enqueue_in_editor' );

/**
 * The block in a page.
 *
 * @param array<string, mixed> $attributes Of the block.
 * @return string HTML.
 */
function render_block( array $attributes ): string {
	unset( $attributes['class'] );
	$wrapper = array();
	foreach ( \WP_Block_Supports::get_instance()->apply_block_supports() as $name => $value ) {
		$wrapper[ $name ] = (string) $value;
	}
	return banner( $attributes, $wrapper );
}
