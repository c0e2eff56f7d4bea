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

/** Time between two readings of a source, ms. */
const FRESH = 15 * 60 * 1000;

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
		// Some ask before translations may be loaded.
		'display'  => did_action( 'init' ) ? __( 'Every quarter of an hour (contests)', 'contest-banner' ) : 'Every quarter of an hour (contests)',
	);
	return $schedules;
}
add_filter( 'cron_schedules', __NAMESPACE__ . '\add_schedule' ); // phpcs:ignore WordPress.WP.CronInterval -- Conditional requests of a few hundred bytes.

/** Reads what is due. */
function scheduled_refresh(): void {
	load_reading();
	refresh();
	keep_missing_pictures();
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
 * @param bool|null $network_wide On all sites.
 */
function activate( $network_wide ): void {
	for_each_site( __NAMESPACE__ . '\set_up_site', (bool) $network_wide );
}
register_activation_hook( FILE, __NAMESPACE__ . '\activate' );

/**
 * Deactivation: what is stored stays.
 *
 * @param bool|null $network_wide On all sites.
 */
function deactivate( $network_wide ): void {
	for_each_site( static fn() => wp_clear_scheduled_hook( CRON_HOOK ), (bool) $network_wide );
}
register_deactivation_hook( FILE, __NAMESPACE__ . '\deactivate' );

/** After an update no activation runs, and schedules get lost: a look at the admin sets the site up again. */
function set_up_again(): void {
	$stored = get_option( OPTION );
	if ( ! is_array( $stored ) || ( $stored['version'] ?? '' ) !== VERSION || ! wp_next_scheduled( CRON_HOOK ) ) {
		set_up_site();
	}
}
add_action( 'admin_init', __NAMESPACE__ . '\set_up_again' );

/**
 * Runs something on this site, or on every site of a network.
 *
 * @param callable $run     Without arguments.
 * @param bool     $whole   The network.
 * @param int|null $network Its id; this one where not given.
 */
function for_each_site( callable $run, bool $whole, ?int $network = null ): void {
	if ( ! $whole || ! is_multisite() ) {
		$run();
		return;
	}
	$sites = get_sites(
		array(
			'fields'                 => 'ids',
			'network_id'             => $network ?? get_current_network_id(),
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
	if ( ! is_array( $network ) || ! is_array( get_option( OPTION ) ) ) {
		return;
	}
	$before = settings()['contests'];
	change_settings( static fn( array $settings ): array => with_network( $settings, $network ) );
	// What was remembered of a contest is not for the next one.
	foreach ( array_keys( array_diff_key( $before, settings()['contests'] ) ) as $key ) {
		change_state( $key, null );
	}
}

/**
 * The settings of a site with what is registered for its network.
 *
 * @param array<string, mixed> $settings Of the site.
 * @param array<string, mixed> $network  Stored.
 * @return array<string, mixed>
 */
function with_network( array $settings, array $network ): array {
	$id   = static fn( array $entry ): string => contest_of( $entry )['id'] ?? '';
	$own  = array_filter( $settings['contests'], static fn( $entry ) => ! $entry['network'] );
	$held = array_diff_key( $settings['contests'], $own );
	$ids  = array_map( $id, $own );
	foreach ( (array) ( $network['contests'] ?? array() ) as $entry ) {
		$entry            = clean_entry( $entry );
		$entry['network'] = true;
		// The network's is the default: a contest that the site has registered itself stands.
		if ( in_array( $id( $entry ), $ids, true ) ) {
			continue;
		}
		$key = null;
		foreach ( $held as $candidate => $known ) {
			if ( $known['source'] === $entry['source'] && ( '' !== $entry['source'] || $id( $known ) === $id( $entry ) ) ) {
				$key = $candidate;
			}
		}
		// A copy that this site has read since, and where it has agreed to be led, stays.
		if ( null !== $key && $held[ $key ]['asked_at'] > $entry['asked_at'] ) {
			$entry = $held[ $key ];
		}
		$own[ $key ?? ++$settings['last_key'] ] = $entry;
	}
	$settings['contests'] = $own;
	$settings['limits']   = empty( $network['hosts'] ) ? null : names( $network['hosts'] );
	return $settings;
}

/** Leaves nothing of one site behind. */
function remove_site(): void {
	delete_option( OPTION );
	delete_option( STATE_OPTION );
	delete_option( 'contest_banner_lock' );
	wp_clear_scheduled_hook( CRON_HOOK );
	$folder = picture_folder()['dir'];
	// What a security plugin may have put in as well.
	foreach ( array_merge( (array) glob( "$folder/*" ), (array) glob( "$folder/.[!.]*" ) ) as $file ) {
		wp_delete_file( (string) $file );
	}
	if ( is_dir( $folder ) ) {
		rmdir( $folder ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- The plugin's own folder, empty by now.
	}
}
