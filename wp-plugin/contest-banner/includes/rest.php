<?php
/**
 * The public addresses of this site's contests: what the element on a page asks, and what other
 * sites may read.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const REST_NAMESPACE = 'contest-banner/v1';

/** Registers the routes. */
function register_routes(): void {
	register_rest_route(
		REST_NAMESPACE,
		'/contests/(?P<id>[a-z0-9-]+)',
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\answer_contest',
			// A definition is public: every page shows it.
			'permission_callback' => '__return_true',
			'args'                => array(
				'id' => array(
					'description' => __( 'Id of a contest, or “current”.', 'contest-banner' ),
					'type'        => 'string',
				),
			),
		)
	);
	register_rest_route(
		REST_NAMESPACE,
		'/contests',
		array(
			'methods'             => 'GET',
			'callback'            => __NAMESPACE__ . '\answer_list',
			'permission_callback' => static fn(): bool => current_user_can( 'edit_posts' ),
		)
	);
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_routes' );

/**
 * The address at which a contest of this site is read.
 *
 * @param string $id Of the contest, or `current`.
 */
function contest_url( string $id ): string {
	return rest_url( REST_NAMESPACE . "/contests/$id" );
}

/** Page caches that keep answers of REST as well would freeze the contest. */
function keep_out_of_caches(): void {
	if ( ! defined( 'DONOTCACHEPAGE' ) ) {
		define( 'DONOTCACHEPAGE', true ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- Their name for it.
	}
}

/**
 * One contest: the copy that is held, read anew before where it is too old.
 *
 * @param \WP_REST_Request $request Of the route.
 * @return \WP_REST_Response|\WP_Error
 */
function answer_contest( \WP_REST_Request $request ) {
	keep_out_of_caches();
	load_reading();
	refresh();
	$key = find_contest( asked_id( $request ) );
	if ( null === $key ) {
		return new \WP_Error( 'contest_banner_unknown', __( 'No such contest is registered on this site.', 'contest-banner' ), array( 'status' => 404 ) );
	}
	$text     = published_text( shown_contests()[ $key ]['entry'] );
	$etag     = '"' . md5( $text ) . '"';
	$response = new \WP_REST_Response( json_decode( $text, true ) );
	$response->header( 'ETag', $etag );
	$response->header( 'Cache-Control', 'no-cache' );
	// A cache on the way may have turned it into a weak one.
	if ( in_array( $etag, preg_split( '/\s*,\s*|W\//', (string) $request->get_header( 'if_none_match' ) ), true ) ) {
		$response->set_status( 304 );
		$response->set_data( null );
	}
	return $response;
}

/**
 * The id in the address: a parameter of that name in the query is not it.
 *
 * @param \WP_REST_Request $request Of the route.
 */
function asked_id( \WP_REST_Request $request ): string {
	return (string) ( $request->get_url_params()['id'] ?? '' );
}

/**
 * What the editor needs to offer the site's contests.
 */
function answer_list(): \WP_REST_Response {
	$contests = array();
	foreach ( shown_contests() as $one ) {
		$contests[] = array(
			'id'     => $one['contest']['id'],
			'former' => $one['entry']['former'],
			'title'  => $one['contest']['title'],
			'phase'  => situation( $one['contest'], now() )['phase'],
		);
	}
	return new \WP_REST_Response(
		array(
			'root'     => contest_url( '' ),
			'unit'     => settings()['unit'],
			'lang'     => default_language(),
			'ways'     => implode( ' ', all_hosts( true ) ),
			'hosts'    => implode( ' ', all_hosts() ),
			'contests' => $contests,
			'settings' => current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=contest-banner' ) : '',
		)
	);
}

/**
 * Answers a contest to any site, in the very text that is handed out: WordPress itself would write
 * the JSON anew and let answers be read only together with cookies.
 *
 * @param bool              $served  Whether it has been answered.
 * @param \WP_HTTP_Response $result  To be answered.
 * @param \WP_REST_Request  $request Of the route.
 * @return bool
 */
function serve_contest( $served, $result, $request ) {
	if ( 0 !== strpos( $request->get_route(), '/' . REST_NAMESPACE . '/contests/' ) || $served ) {
		return $served;
	}
	header( 'Access-Control-Allow-Origin: *' );
	header( 'Access-Control-Expose-Headers: Date, Age' );
	header_remove( 'Access-Control-Allow-Credentials' );
	header_remove( 'Vary' );
	header( 'Cache-Control: no-cache' );
	// In an envelope or a call, WordPress writes the answer itself.
	if ( 200 !== $result->get_status() || isset( $_GET['_envelope'] ) || isset( $_GET['_jsonp'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification -- Read only.
		return $served;
	}
	$key = find_contest( asked_id( $request ) );
	if ( 'GET' === $request->get_method() && null !== $key ) {
		echo published_text( shown_contests()[ $key ]['entry'] ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- JSON, sent as JSON.
	}
	return true;
}
// After WordPress has set its own headers.
add_filter( 'rest_pre_serve_request', __NAMESPACE__ . '\serve_contest', 20, 3 );
