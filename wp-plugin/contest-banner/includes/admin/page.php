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
 * The shortcode that shows a contest.
 *
 * @param int $key Of the contest.
 */
function shortcode_of( int $key ): string {
	$settings = settings();
	$contest  = isset( $settings['contests'][ $key ] ) ? contest_of( $settings['contests'][ $key ] ) : null;
	return $contest && count( $settings['contests'] ) > 1 ? "[contest_banner contest=\"{$contest['id']}\"]" : '[contest_banner]';
}

/**
 * Rows of a table of facts.
 *
 * @param array<string, string> $rows Term to text; empty ones are left out.
 */
function render_facts( array $rows ): void {
	echo '<table class="contest-banner-facts">';
	foreach ( array_filter( $rows, static fn( string $text ): bool => '' !== $text ) as $term => $text ) {
		printf( '<tr><th scope="row">%s</th><td>%s</td></tr>', esc_html( $term ), nl2br( esc_html( $text ) ) );
	}
	echo '</table>';
}

/**
 * A phase in words.
 *
 * @param string $phase Of `situation()`.
 */
function phase_name( string $phase ): string {
	$names = array(
		'upcoming'       => __( 'Upcoming', 'contest-banner' ),
		'open'           => __( 'Open', 'contest-banner' ),
		'between-rounds' => __( 'Between rounds', 'contest-banner' ),
		'suspended'      => __( 'Suspended', 'contest-banner' ),
		'closed'         => __( 'Closed', 'contest-banner' ),
	);
	return $names[ $phase ];
}

/** The language of the banner's words for whoever reads this page. */
function reader_language(): string {
	return 0 === strpos( get_user_locale(), 'vi' ) ? 'vi' : 'en';
}

/**
 * An instant in the administrator's language, in the contest's zone.
 *
 * @param int    $instant Epoch ms.
 * @param string $zone    IANA name.
 */
function time_text( int $instant, string $zone = DEFAULT_ZONE ): string {
	return moment( $instant, reader_language(), $zone ) . ', ' . zone_name( reader_language(), $zone );
}

/**
 * The facts of a definition.
 *
 * @param array<string, mixed> $contest Checked.
 * @return array<string, string>
 */
function facts_of( array $contest ): array {
	$report = $contest['report'] ?? null;
	$ways   = array_map(
		static fn( string $address ): string => with_unit( $address, $contest['unitParameter'] ?? '', settings()['unit'] ),
		array_unique( ways_in( $contest ) )
	);
	return array(
		__( 'Now', 'contest-banner' )             => phase_name( situation( $contest, now() )['phase'] ),
		__( 'Dates', 'contest-banner' )           => implode( "\n", date_lines( $contest, reader_language(), now() ) ),
		__( 'Leads to', 'contest-banner' )        => implode( "\n", $ways ),
		__( 'Units report', 'contest-banner' )    => $report
			/* translators: %s: a date and time. */
			? sprintf( __( 'by %s', 'contest-banner' ), time_text( instant( $report['due'] ), $contest['timeZone'] ?? DEFAULT_ZONE ) )
				/* translators: %s: an office. */
				. ( isset( $report['recipient'] ) ? "\n" . sprintf( __( 'to: %s', 'contest-banner' ), $report['recipient'] ) : '' )
				. ( isset( $report['url'] ) ? "\n" . $report['url'] : '' )
			: '',
		__( 'Id and revision', 'contest-banner' ) => "{$contest['id']} @ {$contest['revision']}",
	);
}

/**
 * One registered contest.
 *
 * @param int                  $key   Of the contest.
 * @param array<string, mixed> $entry As stored.
 */
function render_contest( int $key, array $entry ): void {
	$state   = state_of( $key );
	$contest = contest_of( $entry );
	$shown   = shown_contests()[ $key ] ?? null;
	echo '<section class="card contest-banner-card">';
	printf( '<h2>%s</h2>', esc_html( $contest['title'] ?? __( 'A contest that cannot be read', 'contest-banner' ) ) );

	if ( $contest && ! $shown ) {
		wp_admin_notice(
			esc_html__( 'This contest is not shown: it leads to a host that is not pinned (any more).', 'contest-banner' ),
			array(
				'type'               => 'error',
				'additional_classes' => array( 'inline' ),
			)
		);
	}
	if ( $state['pending'] ) {
		render_pending( $key, $state['pending'], $entry );
	}
	if ( '' !== $state['moved'] ) {
		echo '<div class="notice notice-warning inline"><p>';
		/* translators: %s: an address. */
		echo esc_html( sprintf( __( 'The source says it has moved for good, to %s.', 'contest-banner' ), $state['moved'] ) );
		echo '</p>';
		render_button( 'follow', $key, __( 'Read it there from now on', 'contest-banner' ) );
		echo '</div>';
	}

	$source = array( __( 'Source', 'contest-banner' ) => '' === $entry['source'] ? __( 'pasted on this site', 'contest-banner' ) : $entry['source'] );
	if ( '' !== $entry['source'] ) {
		/* translators: %s: a length of time, such as "5 mins". */
		$source[ __( 'Last read', 'contest-banner' ) ]    = sprintf( __( '%s ago', 'contest-banner' ), human_time_diff( intdiv( $entry['asked_at'], 1000 ) ) );
		$source[ __( 'Last trouble', 'contest-banner' ) ] = trim( $state['failure'] . "\n" . $state['faults'] );
	}
	if ( isset( $contest['banner'] ) && ! $entry['picture'] ) {
		$source[ __( 'Picture', 'contest-banner' ) ] = __( 'could not be copied to this site; a banner is drawn in its place', 'contest-banner' );
	}
	render_facts( array_merge( $contest ? facts_of( $contest ) : array(), array( __( 'Pinned hosts', 'contest-banner' ) => implode( ', ', pinned_hosts( settings(), $entry ) ) ), $source ) );

	if ( $contest ) {
		printf(
			'<p><label>%s <input type="text" readonly class="regular-text code" value="%s"></label></p>',
			esc_html__( 'To show it, type into a page, post or widget:', 'contest-banner' ),
			esc_attr( shortcode_of( $key ) )
		);
	}
	echo '<div class="contest-banner-buttons">';
	if ( '' !== $entry['source'] ) {
		render_button( 'refresh', $key, __( 'Check now', 'contest-banner' ) );
	}
	if ( $state['previous'] ) {
		render_button( 'back', $key, __( 'Back to the one before', 'contest-banner' ) );
	}
	if ( ! $entry['network'] ) {
		render_button( 'remove', $key, __( 'Take it off this site', 'contest-banner' ), 'button-link button-link-delete', __( 'Take this contest off the site? Pages with its shortcode or block will show nothing there.', 'contest-banner' ) );
	}
	echo '</div>';
	if ( $shown ) {
		printf(
			'<details%s><summary>%s</summary><contest-banner lang="%s" src="%s" unit="%s" hosts="%s"></contest-banner></details>',
			count( settings()['contests'] ) > 1 ? '' : ' open',
			esc_html__( 'As visitors see it now', 'contest-banner' ),
			esc_attr( reader_language() ),
			esc_url( contest_url( $shown['contest']['id'] ) ),
			esc_attr( settings()['unit'] ),
			esc_attr( implode( ' ', $shown['hosts'] ) )
		);
	}
	echo '</section>';
}

/**
 * A copy that waits for a yes.
 *
 * @param int                  $key     Of the contest.
 * @param array<string, mixed> $pending Of `state_of()`.
 * @param array<string, mixed> $entry   That visitors see.
 */
function render_pending( int $key, array $pending, array $entry ): void {
	$contest = pending_contest( $key );
	$held    = contest_of( $entry );
	if ( ! $contest ) {
		return;
	}
	echo '<div class="notice notice-warning inline contest-banner-pending"><p><strong>';
	esc_html_e( 'The organizer has published a change that leads to another address. Visitors still see the last copy you agreed to.', 'contest-banner' );
	echo '</strong></p>';
	render_facts(
		array(
			__( 'Leads now to', 'contest-banner' )    => $held ? implode( "\n", array_unique( ways_in( $held ) ) ) : '',
			__( 'Would lead to', 'contest-banner' )   => implode( "\n", array_unique( ways_in( $contest ) ) ),
			__( 'Title', 'contest-banner' )           => $contest['title'],
			__( 'Dates', 'contest-banner' )           => implode( "\n", date_lines( $contest, reader_language(), now() ) ),
			__( 'Id and revision', 'contest-banner' ) => "{$contest['id']} @ {$contest['revision']}",
		)
	);
	if ( leads_to_http( $contest ) ) {
		echo '<p>' . esc_html__( 'Its way in is not encrypted (http): anyone on the way can read and change what people enter there.', 'contest-banner' ) . '</p>';
	}
	echo '<p>' . esc_html__( 'Ask the organizer by telephone or in person if you did not expect this. Contest sites have been hacked before. If you do not agree, there is nothing to do: visitors go on seeing what they see now.', 'contest-banner' ) . '</p>';
	$forbidden = forbidden_hosts( $contest );
	if ( $forbidden ) {
		/* translators: %s: host names. */
		echo '<p>' . esc_html( sprintf( __( 'You cannot agree to it here: banners of this site may not lead to %s.', 'contest-banner' ), implode( ', ', $forbidden ) ) ) . '</p></div>';
		return;
	}
	open_form( 'accept', $key );
	printf(
		'<input type="hidden" name="seen" value="%s"><button class="button button-primary">%s</button></form></div>',
		esc_attr( hash( 'sha256', (string) $pending['text'] ) ),
		/* translators: %s: host names. */
		esc_html( sprintf( __( 'Yes, lead to %s', 'contest-banner' ), implode( ', ', hosts_of( ways_in( $contest ) ) ) ) )
	);
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
 * What is about to be registered, and where it leads.
 *
 * @param array<string, mixed> $form With a candidate.
 */
function render_candidate( array $form ): void {
	list( 'entry' => $entry, 'contest' => $contest, 'replaces' => $replaces ) = $form['candidate'];
	$more = array_diff( $entry['links'], $entry['hosts'] );
	echo '<section class="card contest-banner-card">';
	printf( '<h2>%s</h2>', esc_html( $contest['title'] ) );
	if ( null !== $replaces ) {
		echo '<p>' . esc_html__( 'It takes the place of the contest of the same id on this site. The one before is kept.', 'contest-banner' ) . '</p>';
	}
	render_facts( facts_of( $contest ) );
	/* translators: %s: host names. */
	echo '<p><strong>' . esc_html( sprintf( __( 'People will be led to: %s', 'contest-banner' ), implode( ', ', $entry['hosts'] ) ) ) . '</strong><br>';
	esc_html_e( 'If this is not the contest’s own site, stop here. It is pinned: should the definition lead elsewhere later, you will be asked first.', 'contest-banner' );
	echo '</p>';
	if ( $entry['http'] ) {
		echo '<div class="notice notice-warning inline"><p>' . esc_html__( 'Its way in is not encrypted (http): anyone on the way can read and change what people enter there.', 'contest-banner' ) . '</p></div>';
	}
	open_form( 'register' );
	printf( '<textarea name="text" hidden>%s</textarea>', esc_textarea( $form['text'] ) );
	printf( '<input type="hidden" name="source" value="%s">', esc_attr( $form['source'] ) );
	printf( '<input type="hidden" name="seen" value="%s">', esc_attr( seen_hash( $form['candidate'] ) ) );
	if ( $more ) {
		printf(
			'<p><label><input type="checkbox" name="links" value="1" checked> %s</label></p>',
			/* translators: %s: host names. */
			esc_html( sprintf( __( 'Let its documents and results lead to %s as well', 'contest-banner' ), implode( ', ', $more ) ) )
		);
	} else {
		echo '<input type="hidden" name="links" value="1">';
	}
	printf(
		'<p><button class="button button-primary">%s</button> <a class="button" href="%s">%s</a></p></form>',
		esc_html__( 'Show this contest on this site', 'contest-banner' ),
		esc_url( page_url() ),
		esc_html__( 'Cancel', 'contest-banner' )
	);
	printf(
		'<details open><summary>%s</summary><contest-banner lang="%s" hosts="%s"><script type="application/json">%s</script></contest-banner></details></section>',
		esc_html__( 'As visitors will see it', 'contest-banner' ),
		esc_attr( reader_language() ),
		esc_attr( implode( ' ', array_merge( $entry['hosts'], $entry['links'] ) ) ),
		json_in_script( published_text( $entry, true ) ) // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- Escaped for a script.
	);
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
