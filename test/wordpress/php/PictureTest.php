<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ change_state, draw_copy, picture_folder, remove_pictures };

/** The picture is drawn anew from its pixels. */
final class PictureTest extends TestCase {

	private static function png( int $width, int $height ): string {
		$image = imagecreatetruecolor( $width, $height );
		ob_start();
		imagepng( $image );
		return ob_get_clean();
	}

	private static function bmp(): string {
		ob_start();
		imagebmp( imagecreatetruecolor( 30, 10 ) );
		return ob_get_clean();
	}

	protected function tearDown(): void {
		self::age();
		remove_pictures();
	}

	/** Makes all copies older than an hour. */
	private static function age(): void {
		foreach ( (array) glob( picture_folder()['dir'] . '/*' ) as $file ) {
			touch( $file, time() - 3601 );
		}
		clearstatcache();
	}

	public function test_a_png_is_copied_with_its_size(): void {
		$copy = draw_copy( self::png( 30, 10 ), md5( 'a' ) );
		$this->assertSame( array( 'file' => md5( 'a' ) . '.png', 'width' => 30, 'height' => 10 ), $copy );
		$this->assertFileExists( picture_folder()['dir'] . '/' . $copy['file'] );
	}

	public function test_a_wide_one_is_made_smaller(): void {
		$copy = draw_copy( self::png( 4096, 8 ), md5( 'a' ) );
		$this->assertSame( array( 2560, 5 ), array( $copy['width'], $copy['height'] ) );
	}

	public function test_one_wider_than_4096_is_none(): void {
		$this->assertNull( draw_copy( self::png( 4097, 1 ), md5( 'a' ) ) );
	}

	public function test_what_is_hidden_behind_the_pixels_does_not_get_through(): void {
		$copy = draw_copy( self::png( 30, 10 ) . '<?php echo 1; ?><script>alert(1)</script>', md5( 'a' ) );
		$this->assertStringNotContainsString( '<?php', file_get_contents( picture_folder()['dir'] . '/' . $copy['file'] ) );
	}

	public function test_a_copy_that_going_back_needs_stays(): void {
		$copy = draw_copy( self::png( 3, 1 ), md5( 'a' ) );
		$key  = self::register();
		change_state( $key, array( 'previous' => array( 'text' => self::text(), 'picture' => $copy ) ) );
		self::age();
		remove_pictures();
		$this->assertCount( 1, glob( picture_folder()['dir'] . '/*' ) );
	}

	public function test_what_other_plugins_make_of_pictures_is_not_made_of_this_one(): void {
		$avif = static fn() => array( 'image/png' => 'image/webp' );
		add_filter( 'image_editor_output_format', $avif );
		$copy = draw_copy( self::png( 30, 10 ), md5( 'a' ) );
		remove_filter( 'image_editor_output_format', $avif );
		$this->assertSame( md5( 'a' ) . '.png', $copy['file'] );
	}

	public function test_a_picture_is_drawn_by_no_editor_that_might_keep_more_than_pixels(): void {
		require_once ABSPATH . WPINC . '/class-wp-image-editor.php';
		require_once ABSPATH . WPINC . '/class-wp-image-editor-gd.php';
		$other   = get_class(
			new class( '' ) extends \WP_Image_Editor_GD {
				public static int $used = 0;

				public function load() {
					++self::$used;
					return parent::load();
				}
			}
		);
		$editors = static fn(): array => array( $other );
		add_filter( 'wp_image_editors', $editors );
		draw_copy( self::png( 3, 1 ), md5( 'a' ) );
		remove_filter( 'wp_image_editors', $editors );
		$this->assertSame( 0, $other::$used );
	}

	public function test_a_copy_of_more_than_2_mib_is_none(): void {
		$image = imagecreatetruecolor( 900, 900 );
		for ( $pixel = 0; $pixel < 900 * 900; $pixel++ ) {
			imagesetpixel( $image, $pixel % 900, intdiv( $pixel, 900 ), random_int( 0, 0xffffff ) );
		}
		ob_start();
		imagepng( $image );
		$this->assertNull( draw_copy( ob_get_clean(), md5( 'a' ) ) );
		$this->assertSame( array(), glob( picture_folder()['dir'] . '/*' ) );
	}

	public function rubbish(): array {
		return array(
			'SVG'                      => array( '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' ),
			'HTML'                     => array( '<html><script>alert(1)</script>' ),
			'nothing'                  => array( '' ),
			'a header and no picture'  => array( "\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR\0\0\0\x0A\0\0\0\x0A\x08\x02\0\0\0" ),
			'PHP'                      => array( '<?php phpinfo();' ),
			'a picture of another kind' => array( self::bmp() ),
		);
	}

	/** @dataProvider rubbish */
	public function test_what_is_no_picture_is_none( string $bytes ): void {
		$this->assertNull( @draw_copy( $bytes, md5( 'a' ) ) );
		$this->assertSame( array(), (array) glob( picture_folder()['dir'] . '/*' ) );
	}

	public function test_copies_that_no_contest_needs_are_removed(): void {
		draw_copy( self::png( 3, 1 ), md5( 'a' ) );
		remove_pictures();
		$this->assertCount( 1, glob( picture_folder()['dir'] . '/*' ), 'it may be in the making' );
		self::age();
		remove_pictures();
		$this->assertSame( array(), glob( picture_folder()['dir'] . '/*' ) );
	}
}
