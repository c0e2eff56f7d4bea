<?php
/**
 * A contest on the settings page: registered, waiting for a yes, or about to be registered.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
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
	if ( $contest ) {
		render_until( $key, $entry, $contest );
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
	render_facts( array_merge( $contest ? facts_of( $contest ) : array(), array( __( 'Shown until', 'contest-banner' ) => day_text( $entry['until'] ) ), array( __( 'Pinned hosts', 'contest-banner' ) => implode( ', ', pinned_hosts( settings(), $entry ) ) ), $source ) );

	if ( $contest ) {
		printf(
			'<p><label>%s <input type="text" readonly class="regular-text code" value="%s"></label></p>',
			esc_html__( 'To show it, type into a page, post or widget:', 'contest-banner' ),
			esc_attr( shortcode_of( $key ) )
		);
	}
	if ( $shown && ! is_over( $entry['until'], now() ) ) {
		render_sheets( $shown['contest']['id'], $entry['until'] );
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
			'<details%s><summary>%s</summary><contest-banner lang="%s" src="%s" unit="%s" hosts="%s" until="%s"></contest-banner></details>',
			count( settings()['contests'] ) > 1 ? '' : ' open',
			esc_html__( 'As visitors see it now', 'contest-banner' ),
			esc_attr( reader_language() ),
			esc_url( contest_url( $shown['contest']['id'] ) ),
			esc_attr( settings()['unit'] ),
			esc_attr( implode( ' ', $shown['hosts'] ) ),
			esc_attr( until_day( $entry['until'] ) )
		);
	}
	echo '</section>';
}

/**
 * What an administrator has to do where a contest is shown no more, or not for as long as it lasts.
 *
 * @param int                  $key     Of the contest.
 * @param array<string, mixed> $entry   As stored.
 * @param array<string, mixed> $contest That it holds.
 */
function render_until( int $key, array $entry, array $contest ): void {
	$is_over = is_over( $entry['until'], now() );
	$longer  = outlasts( $entry['until'], $contest );
	if ( ! $is_over && ! $longer ) {
		return;
	}
	echo '<div class="notice notice-warning inline contest-banner-until">';
	if ( ! $longer ) {
		echo '<p>' . esc_html__( 'This contest ended over half a year ago and is not shown any more. Take it off this site, or register the next one below.', 'contest-banner' ) . '</p></div>';
		return;
	}
	echo '<p><strong>' . esc_html__( 'After the end of the contest, its source has published a next contest or a later end.', 'contest-banner' ) . ' ';
	echo esc_html(
		$is_over
			? __( 'Visitors are not shown it.', 'contest-banner' )
			/* translators: %s: a date. */
			: sprintf( __( 'Visitors are shown it before %s only.', 'contest-banner' ), day_text( $entry['until'] ) )
	);
	echo '</strong></p><p>' . esc_html__( 'What to do: look at its title, its dates and where it leads. If that is what the organizer has announced, agree. If you did not expect it, ask the organizer by telephone or in person: the domains of past contests lapse, and others buy them.', 'contest-banner' ) . '</p>';
	open_form( 'longer', $key );
	printf(
		'<input type="hidden" name="seen" value="%s"><button class="button button-primary">%s</button></form></div>',
		esc_attr( hash( 'sha256', $entry['text'] ) ),
		/* translators: %s: a date. */
		esc_html( sprintf( __( 'Yes, show it until %s', 'contest-banner' ), day_text( until( $contest ) ) ) )
	);
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
