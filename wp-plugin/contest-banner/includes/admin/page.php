<?php
/**
 * The settings page.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The whole page. */
function render_page(): void {
	$form     = form();
	$settings = settings();
	// phpcs:disable WordPress.Security.NonceVerification -- Only chooses a sentence.
	$done    = isset( $_GET['done'] ) ? sanitize_key( $_GET['done'] ) : '';
	$results = results( isset( $_GET['key'] ) ? absint( $_GET['key'] ) : 0 );
	// phpcs:enable
	echo '<div class="wrap contest-banner-admin"><h1>' . esc_html__( 'Contests', 'contest-banner' ) . '</h1>';
	if ( isset( $results[ $done ] ) && ! $form['errors'] ) {
		list( $type, $text ) = $results[ $done ];
		wp_admin_notice( nl2br( esc_html( $text ) ), compact( 'type' ) );
	}
	if ( $form['errors'] ) {
		wp_admin_notice(
			implode( '<br>', array_map( 'esc_html', $form['errors'] ) ),
			array(
				'type'       => 'error',
				'attributes' => array( 'role' => 'alert' ),
			)
		);
	}
	if ( $form['candidate'] ) {
		render_candidate( $form );
	} else {
		$unit_sent = isset( $form['unit'] );
		// What has to be mended stands first.
		if ( $unit_sent ) {
			render_unit( $form['unit'], $settings['limits'] );
		} elseif ( $form['errors'] ) {
			render_add( $form, (bool) $settings['contests'] );
		}
		foreach ( $settings['contests'] as $key => $entry ) {
			render_contest( $key, $entry );
		}
		render_self_test( $settings );
		$has_any = (bool) $settings['contests'];
		// First what is needed next.
		if ( ! $unit_sent && $has_any ) {
			render_unit( $settings, $settings['limits'] );
		}
		if ( $unit_sent || ! $form['errors'] ) {
			render_add( $form, $has_any );
		}
		if ( ! $unit_sent && ! $has_any ) {
			render_unit( $settings, $settings['limits'] );
		}
	}
	echo '</div>';
}

/**
 * Opens a form.
 *
 * @param string   $action What it does.
 * @param int|null $key    Of the contest, if of one.
 */
function open_form( string $action, ?int $key = null ): void {
	printf( '<form method="post" action="%s" enctype="multipart/form-data">', esc_url( page_url() ) );
	wp_nonce_field( 'contest_banner', '_wpnonce', false );
	printf( '<input type="hidden" name="do" value="%s">', esc_attr( $action ) );
	if ( null !== $key ) {
		printf( '<input type="hidden" name="key" value="%d">', (int) $key );
	}
}

/**
 * A form of one button.
 *
 * @param string $action What it does.
 * @param int    $key    Of the contest.
 * @param string $label  Of the button.
 * @param string $css    Its classes.
 * @param string $sure   Asked before, if not empty.
 */
function render_button( string $action, int $key, string $label, string $css = 'button', string $sure = '' ): void {
	open_form( $action, $key );
	printf( '<button class="%s" data-sure="%s">%s</button></form>', esc_attr( $css ), esc_attr( $sure ), esc_html( $label ) );
}

/**
 * Says whether visitors can read the public address: their browser asks as they would.
 *
 * @param array<string, mixed> $settings Of the site.
 */
function render_self_test( array $settings ): void {
	if ( ! $settings['contests'] ) {
		return;
	}
	printf(
		'<p class="contest-banner-self-test" role="status" data-address="%s" data-good="%s" data-closed="%s" data-broken="%s" data-away="%s">%s</p>',
		esc_url( contest_url( 'current' ) ),
		esc_attr__( 'Self-test: visitors can read the contest’s public address on this site.', 'contest-banner' ),
		esc_attr__( 'Self-test: visitors cannot read the contest’s public address: another plugin (a security plugin, as a rule) has closed the REST API to them. Banners still show, but a changed date reaches a page only when it is made anew. Let contest-banner/v1 through there.', 'contest-banner' ),
		esc_attr__( 'Self-test: the contest’s public address does not answer with the definition; another plugin or the server changes the answer.', 'contest-banner' ),
		esc_attr__( 'Self-test: the contest’s public address could not be reached from this browser.', 'contest-banner' ),
		esc_html__( 'Self-test: asking the contest’s public address …', 'contest-banner' )
	);
}

/**
 * The form for another contest.
 *
 * @param array<string, mixed> $form What was sent.
 * @param bool                 $more There is one already.
 */
function render_add( array $form, bool $more ): void {
	echo '<section class="card"><h2>' . esc_html( $more ? __( 'Another contest, or a new version of one', 'contest-banner' ) : __( 'Register a contest', 'contest-banner' ) ) . '</h2>';
	open_form( 'check' );
	?>
	<p>
		<label for="contest-banner-source"><strong><?php esc_html_e( 'Source address', 'contest-banner' ); ?></strong></label><br>
		<input type="url" id="contest-banner-source" name="source" class="large-text code" placeholder="https://cuocthi.example.vn/contest.json" value="<?php echo esc_attr( $form['source'] ); ?>" aria-describedby="contest-banner-source-help">
		<span class="description" id="contest-banner-source-help"><?php esc_html_e( 'The organizer tells it to you. A date moved there reaches this site by itself within a quarter of an hour.', 'contest-banner' ); ?></span>
	</p>
	<p><?php esc_html_e( 'Or, where the organizer publishes none:', 'contest-banner' ); ?></p>
	<p>
		<label for="contest-banner-file"><strong><?php esc_html_e( 'File contest.json', 'contest-banner' ); ?></strong></label><br>
		<input type="file" id="contest-banner-file" name="file" accept=".json,application/json">
	</p>
	<p>
		<label for="contest-banner-text"><strong><?php esc_html_e( 'Or its content', 'contest-banner' ); ?></strong></label><br>
		<textarea id="contest-banner-text" name="text" rows="6" class="large-text code" spellcheck="false"><?php echo esc_textarea( $form['text'] ); ?></textarea>
	</p>
	<p><button class="button button-primary"><?php esc_html_e( 'Check', 'contest-banner' ); ?></button></p>
	</form></section>
	<?php
}

/**
 * The unit, and hosts that are pinned besides.
 *
 * @param array<string, mixed> $values What was sent, or what is stored.
 * @param string[]|null        $limits The network's.
 */
function render_unit( array $values, ?array $limits ): void {
	$hosts = is_array( $values['hosts'] ) ? implode( "\n", $values['hosts'] ) : $values['hosts'];
	$only  = is_array( $values['only'] ) ? implode( "\n", $values['only'] ) : $values['only'];
	echo '<section class="card"><h2>' . esc_html__( 'This unit', 'contest-banner' ) . '</h2>';
	open_form( 'unit' );
	?>
	<p>
		<label for="contest-banner-unit"><strong><?php esc_html_e( 'Code of the unit', 'contest-banner' ); ?></strong></label><br>
		<input type="text" id="contest-banner-unit" name="unit" class="regular-text" maxlength="100" value="<?php echo esc_attr( $values['unit'] ); ?>" aria-describedby="contest-banner-unit-help">
		<span class="description" id="contest-banner-unit-help"><?php esc_html_e( 'As the organizer’s list has it, such as bao-tang-tinh. It is added to the way in only where the contest’s site takes one.', 'contest-banner' ); ?></span>
	</p>
	<p>
		<label for="contest-banner-unit-name"><strong><?php esc_html_e( 'Name of the unit', 'contest-banner' ); ?></strong></label><br>
		<input type="text" id="contest-banner-unit-name" name="unit_name" class="regular-text" value="<?php echo esc_attr( $values['unit_name'] ); ?>">
	</p>
	<p>
		<label for="contest-banner-hosts"><strong><?php esc_html_e( 'Pinned hosts besides', 'contest-banner' ); ?></strong></label><br>
		<textarea id="contest-banner-hosts" name="hosts" rows="3" class="regular-text code" spellcheck="false" aria-describedby="contest-banner-hosts-help"><?php echo esc_textarea( $hosts ); ?></textarea>
		<span class="description" id="contest-banner-hosts-help"><?php esc_html_e( 'Banners may lead to these hosts as well, one a line. Needed only for banners without a definition.', 'contest-banner' ); ?></span>
	</p>
	<?php if ( is_multisite() ) : ?>
		<p>
			<label for="contest-banner-only"><strong><?php esc_html_e( 'Only these hosts', 'contest-banner' ); ?></strong></label><br>
			<textarea id="contest-banner-only" name="only" rows="2" class="regular-text code" spellcheck="false" aria-describedby="contest-banner-only-help"><?php echo esc_textarea( $only ); ?></textarea>
			<span class="description" id="contest-banner-only-help">
				<?php
				esc_html_e( 'Narrows what banners of this site may lead to, those of the network included. Empty: no narrower than the network.', 'contest-banner' );
				if ( null !== $limits ) {
					/* translators: %s: host names. */
					echo ' ' . esc_html( sprintf( __( 'The network allows: %s', 'contest-banner' ), implode( ', ', $limits ) ) );
				}
				?>
			</span>
		</p>
	<?php endif; ?>
	<p><button class="button"><?php esc_html_e( 'Save', 'contest-banner' ); ?></button></p>
	</form></section>
	<?php
}
