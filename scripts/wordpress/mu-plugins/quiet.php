<?php
/**
 * Keeps WordPress from asking its own site for updates, translations and news, and from sending
 * mail. A refusal would do too, but core complains about one in the log that the tests read.
 */

add_filter(
	'pre_http_request',
	static function ( $answer, $arguments, $url ) {
		$host = (string) parse_url( $url, PHP_URL_HOST );
		if ( ! preg_match( '/(^|\.)(wordpress\.(org|com|net)|w\.org)$/i', $host ) ) {
			return $answer;
		}
		return array(
			'headers'  => array(),
			'body'     => '',
			'response' => array(
				'code'    => 503,
				'message' => 'Service Unavailable',
			),
			'cookies'  => array(),
			'filename' => null,
		);
	},
	10,
	3
);

add_filter( 'pre_wp_mail', '__return_true' );

// Site Health tests the site in the background by visiting it.
add_action(
	'wp_loaded',
	static function () {
		remove_all_actions( 'wp_site_health_scheduled_check' );
	}
);

// The dashboard reads news from afar, and complains where it cannot.
$contest_banner_no_news = static function () {
	remove_meta_box( 'dashboard_primary', get_current_screen(), 'side' );
};
add_action( 'wp_dashboard_setup', $contest_banner_no_news, 99 );
add_action( 'wp_network_dashboard_setup', $contest_banner_no_news, 99 );
