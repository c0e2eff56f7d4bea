<?php
/**
 * Activation, upgrades, the schedule, networks of sites, and leaving without a trace.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const CRON_HOOK = 'contest_banner_refresh';

/** What the network's administrator registered for all sites: `contests` as a site's, and `hosts`. */
const NETWORK_OPTION = 'contest_banner_network';

/**
 * Adds the interval of the schedule.
 *
 * @param array<string, array<string, mixed>> $schedules Of WordPress.
 * @return array<string, array<string, mixed>>
 */
function add_schedule( $schedules ): array {
	$schedules                   = (array) $schedules;
	$schedules['contest_banner'] = array(
		'interval' => FRESH / 1000,
		'display'  => __( 'Every quarter of an hour (contests)', 'contest-banner' ),
	);
	return $schedules;
}
add_filter( 'cron_schedules', __NAMESPACE__ . '\add_schedule' ); // phpcs:ignore WordPress.WP.CronInterval -- Conditional requests of a few hundred bytes.

/** Reads what is due. */
function scheduled_refresh(): void {
	load_reading();
	refresh();
	remove_pictures();
}
add_action( CRON_HOOK, __NAMESPACE__ . '\scheduled_refresh' );

/** The words of the plugin, as it brings them. */
function load_words(): void {
	load_plugin_textdomain( 'contest-banner', false, dirname( plugin_basename( FILE ) ) . '/build/languages' );
}
add_action( 'init', __NAMESPACE__ . '\load_words', 1 );

/**
 * Sets up one site: at activation, when it joins the network, and after an upgrade.
 */
function set_up_site(): void {
	if ( ! wp_next_scheduled( CRON_HOOK ) ) {
		wp_schedule_event( time(), 'contest_banner', CRON_HOOK );
	}
	if ( ! is_array( get_option( OPTION ) ) ) {
		// Options that are not there cost a query each time they are asked for.
		add_option( OPTION, settings(), '', true );
	}
	migrate();
	take_over_network();
}

/**
 * Brings what an older version stored into today's form. `settings()` reads all that ever was.
 */
function migrate(): void {
	$stored = get_option( OPTION );
	if ( is_array( $stored ) && ( $stored['version'] ?? '' ) !== VERSION ) {
		change_settings( static fn( array $settings ): array => $settings );
	}
}

/**
 * Activation.
 *
 * @param bool $network_wide On all sites.
 */
function activate( bool $network_wide ): void {
	for_each_site( __NAMESPACE__ . '\set_up_site', $network_wide );
}
register_activation_hook( FILE, __NAMESPACE__ . '\activate' );

/**
 * Deactivation: what is stored stays.
 *
 * @param bool $network_wide On all sites.
 */
function deactivate( bool $network_wide ): void {
	for_each_site( static fn() => wp_clear_scheduled_hook( CRON_HOOK ), $network_wide );
}
register_deactivation_hook( FILE, __NAMESPACE__ . '\deactivate' );

/** After an update no activation runs: the first look at the admin sets it up. */
add_action( 'admin_init', __NAMESPACE__ . '\migrate' );

/**
 * Runs something on this site, or on every site of the network.
 *
 * @param callable $run   Without arguments.
 * @param bool     $whole The network.
 */
function for_each_site( callable $run, bool $whole ): void {
	if ( ! $whole || ! is_multisite() ) {
		$run();
		return;
	}
	$sites = get_sites(
		array(
			'fields'                 => 'ids',
			'number'                 => 0,
			'update_site_cache'      => false,
			'update_site_meta_cache' => false,
		)
	);
	foreach ( $sites as $site ) {
		switch_to_blog( $site );
		$run();
		restore_current_blog();
	}
}

/**
 * A new site of the network.
 *
 * @param \WP_Site $site The site.
 */
function set_up_new_site( \WP_Site $site ): void {
	if ( ! function_exists( 'is_plugin_active_for_network' ) ) {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
	}
	if ( is_plugin_active_for_network( plugin_basename( FILE ) ) ) {
		switch_to_blog( (int) $site->blog_id );
		set_up_site();
		restore_current_blog();
	}
}
add_action( 'wp_initialize_site', __NAMESPACE__ . '\set_up_new_site', 100 );

/**
 * Copies what is registered for the network into this site, so that its pages need no query for it.
 */
function take_over_network(): void {
	$network = is_multisite() ? get_site_option( NETWORK_OPTION ) : null;
	if ( ! is_array( $network ) ) {
		return;
	}
	change_settings(
		static function ( array $settings ) use ( $network ): array {
			$own  = array_filter( $settings['contests'], static fn( $entry ) => ! $entry['network'] );
			$held = array_diff_key( $settings['contests'], $own );
			$last = $settings['contests'] ? max( array_keys( $settings['contests'] ) ) : 0;
			foreach ( (array) ( $network['contests'] ?? array() ) as $entry ) {
				$entry            = clean_entry( $entry );
				$entry['network'] = true;
				$key              = '' === $entry['source'] ? false : array_search( $entry['source'], array_column( $held, 'source' ), true );
				$key              = false === $key ? ++$last : array_keys( $held )[ $key ];
				// A copy that this site has read since stays; where it may lead is the network's to say.
				$own[ $key ] = isset( $held[ $key ] ) && $held[ $key ]['asked_at'] > $entry['asked_at']
					? array_merge( $held[ $key ], array_intersect_key( $entry, array_flip( array( 'hosts', 'links', 'http' ) ) ) )
					: $entry;
			}
			$settings['contests'] = $own;
			$settings['limits']   = empty( $network['hosts'] ) ? null : names( $network['hosts'] );
			return $settings;
		}
	);
}

/** Leaves nothing of one site behind. */
function remove_site(): void {
	delete_option( OPTION );
	delete_option( STATE_OPTION );
	delete_option( 'contest_banner_lock' );
	wp_clear_scheduled_hook( CRON_HOOK );
	$folder = picture_folder()['dir'];
	foreach ( (array) glob( "$folder/*" ) as $file ) {
		wp_delete_file( (string) $file );
	}
	if ( is_dir( $folder ) ) {
		rmdir( $folder ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- The plugin's own folder, empty by now.
	}
}
