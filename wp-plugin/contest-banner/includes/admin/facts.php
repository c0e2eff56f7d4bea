<?php
/**
 * A contest in words, for an administrator.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
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
 * The day from which a contest is not shown, as the site writes dates.
 *
 * @param int $until Epoch ms.
 */
function day_text( int $until ): string {
	return ( new \DateTimeImmutable( until_day( $until ) ) )->format( (string) get_option( 'date_format' ) );
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
 * The shortcode that shows a contest.
 *
 * @param int $key Of the contest.
 */
function shortcode_of( int $key ): string {
	$settings = settings();
	$contest  = isset( $settings['contests'][ $key ] ) ? contest_of( $settings['contests'][ $key ] ) : null;
	return $contest && count( $settings['contests'] ) > 1 ? "[contest_banner contest=\"{$contest['id']}\"]" : '[contest_banner]';
}
