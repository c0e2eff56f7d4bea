<?php
/**
 * The pages that show a contest of this site by themselves: poster, lobby board, and the page for a
 * frame. Each is printed as it was built, with what this site pins written into it: anyone can write
 * an address, and authors may upload files to name in it. The copies in the plugin's folder, which
 * know of no site, draw nothing.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** The pages, by name. */
const SHEETS = array( 'poster', 'board', 'frame' );

/** Registers their routes. */
function register_sheets(): void {
	foreach ( SHEETS as $page ) {
		register_rest_route(
			REST_NAMESPACE,
			"/pages/$page\\.html",
			array(
				'methods'             => 'GET',
				'callback'            => __NAMESPACE__ . '\answer_sheet',
				// They show what every page shows.
				'permission_callback' => '__return_true',
			)
		);
	}
}
add_action( 'rest_api_init', __NAMESPACE__ . '\register_sheets' );

/**
 * The address of a page.
 *
 * @param string                $page  `poster`, `board` or `frame`.
 * @param array<string, string> $query What its address says.
 */
function sheet_url( string $page, array $query ): string {
	$address = rest_url( REST_NAMESPACE . "/pages/$page.html" );
	return $address . ( false === strpos( $address, '?' ) ? '?' : '&' ) . http_build_query( $query, '', '&', PHP_QUERY_RFC3986 );
}

/**
 * A page, with what this site pins.
 *
 * @param string $page `poster`, `board` or `frame`.
 * @return array{html: string, policy: string} `policy`: its Content-Security-Policy.
 */
function sheet( string $page ): array {
	$filled = array(
		'contest-hosts'   => with_own_host( all_hosts() ),
		'contest-sources' => implode( ' ', own_sources() ),
	);
	// Without its scheme: behind a proxy that ends https, PHP may not know it.
	$folder = (string) preg_replace( '/^https?:/', '', plugins_url( 'build/', FILE ) );
	$policy = '';
	$tags   = new \WP_HTML_Tag_Processor( (string) file_get_contents( DIR . "build/$page.html" ) ); // phpcs:ignore WordPress.WP.AlternativeFunctions -- A file of the plugin's own.
	while ( $tags->next_tag() ) {
		$name = (string) $tags->get_attribute( 'name' );
		if ( 'META' === $tags->get_tag() && isset( $filled[ $name ] ) ) {
			$tags->set_attribute( 'content', $filled[ $name ] );
		} elseif ( 'Content-Security-Policy' === $tags->get_attribute( 'http-equiv' ) ) {
			// In a network the plugin's files may lie on another host than the site.
			$policy = str_replace( "script-src 'self'", 'script-src ' . ltrim( $folder, '/' ), (string) $tags->get_attribute( 'content' ) );
			$tags->set_attribute( 'content', $policy );
		} elseif ( 'SCRIPT' === $tags->get_tag() && null !== $tags->get_attribute( 'src' ) ) {
			$tags->set_attribute( 'src', $folder . $tags->get_attribute( 'src' ) . '?ver=' . VERSION );
		}
	}
	return array(
		'html'   => $tags->get_updated_html(),
		'policy' => $policy,
	);
}

/** A page is answered by `serve_sheet()`. */
function answer_sheet(): \WP_REST_Response {
	keep_out_of_caches();
	return new \WP_REST_Response();
}

/**
 * Answers a page, where WordPress would write JSON.
 *
 * @param bool              $served  Whether it has been answered.
 * @param \WP_HTTP_Response $result  To be answered.
 * @param \WP_REST_Request  $request Of the route.
 * @return bool
 */
function serve_sheet( $served, $result, $request ) {
	$page = basename( $request->get_route(), '.html' );
	if ( $served || 200 !== $result->get_status() || '/' . REST_NAMESPACE . "/pages/$page.html" !== $request->get_route() || ! in_array( $page, SHEETS, true ) ) {
		return $served;
	}
	$sheet = sheet( $page );
	header( 'Content-Type: text/html; charset=UTF-8' );
	// In a header as well, where another plugin may have put a weaker one. A frame is for any portal.
	header( "Content-Security-Policy: {$sheet['policy']}" . ( 'frame' === $page ? '' : "; frame-ancestors 'self'" ) );
	header( 'Referrer-Policy: no-referrer' );
	// What is pinned changes with the contests of the site.
	header( 'Cache-Control: no-cache' );
	header_remove( 'Access-Control-Allow-Origin' );
	header_remove( 'Access-Control-Allow-Credentials' );
	if ( 'GET' === $request->get_method() ) {
		echo $sheet['html']; // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- As it was built, but for attributes that are escaped.
	}
	return true;
}
// After WordPress has set its own headers.
add_filter( 'rest_pre_serve_request', __NAMESPACE__ . '\serve_sheet', 20, 3 );
