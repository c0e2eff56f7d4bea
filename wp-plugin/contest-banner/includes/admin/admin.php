<?php
/**
 * Settings → Contests: what an administrator sees and does.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

require_once DIR . 'includes/admin/actions.php';
require_once DIR . 'includes/admin/facts.php';
require_once DIR . 'includes/admin/contest.php';
require_once DIR . 'includes/admin/sheets.php';
require_once DIR . 'includes/admin/page.php';
require_once DIR . 'includes/admin/network.php';

const PAGE = 'contest-banner';

/** Adds the page to the menu. */
function add_page(): void {
	$hook = add_options_page(
		__( 'Contests', 'contest-banner' ),
		__( 'Contests', 'contest-banner' ),
		'manage_options',
		PAGE,
		__NAMESPACE__ . '\render_page'
	);
	add_action( "load-$hook", __NAMESPACE__ . '\load_page' );
}
add_action( 'admin_menu', __NAMESPACE__ . '\add_page' );

/** What the page needs, and what was sent to it. */
function load_page(): void {
	load_reading();
	take_action();
	wp_enqueue_script( 'contest-banner' );
	wp_enqueue_script( 'contest-banner-admin', plugins_url( 'includes/admin/admin.js', FILE ), array(), VERSION, true );
	wp_enqueue_style( 'contest-banner-admin', plugins_url( 'includes/admin/admin.css', FILE ), array(), VERSION );
}

/**
 * The address of the page.
 *
 * @param array<string, string> $query Parameters.
 */
function page_url( array $query = array() ): string {
	return add_query_arg( array_merge( array( 'page' => PAGE ), $query ), admin_url( 'options-general.php' ) );
}

/**
 * A link to the page in the list of plugins.
 *
 * @param string[] $links Of the plugin.
 * @return string[]
 */
function add_settings_link( $links ): array {
	$link = sprintf( '<a href="%s">%s</a>', esc_url( page_url() ), esc_html__( 'Settings', 'contest-banner' ) );
	return array_merge( array( 'settings' => $link ), (array) $links );
}
add_filter( 'plugin_action_links_' . plugin_basename( FILE ), __NAMESPACE__ . '\add_settings_link' );

/** Says on the dashboard that a contest waits for a yes: to where it leads, or to how long it is shown. */
function notice_pending(): void {
	$screen = get_current_screen();
	if ( ! $screen || ! in_array( $screen->id, array( 'dashboard', 'plugins' ), true ) || ! current_user_can( 'manage_options' ) ) {
		return;
	}
	foreach ( settings()['contests'] as $key => $entry ) {
		$contest = contest_of( $entry );
		$waits   = (bool) state_of( $key )['pending'];
		if ( $waits || ( $contest && outlasts( $entry['until'], $contest ) ) ) {
			wp_admin_notice(
				sprintf(
					'%s <a href="%s">%s</a>',
					$waits
						? esc_html__( 'A contest wants to lead to another address and waits for your yes.', 'contest-banner' )
						: esc_html__( 'A source has published a next contest or a later end after the end of the contest, and waits for your yes.', 'contest-banner' ),
					esc_url( page_url() ),
					esc_html__( 'Look at it', 'contest-banner' )
				),
				array( 'type' => 'warning' )
			);
			return;
		}
	}
}
add_action( 'admin_notices', __NAMESPACE__ . '\notice_pending' );
