<?php
/**
 * The contests of this site: as pages show them, and as they are handed out.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The registered contests of this site, checked, with the copy that pages show.
 *
 * @param bool $forget Reads them anew.
 * @return array<int, array{entry: array<string, mixed>, contest: array<string, mixed>, hosts: string[]}> By key.
 */
function shown_contests( bool $forget = false ): array {
	static $shown = array();
	$blog         = get_current_blog_id();
	if ( $forget ) {
		unset( $shown[ $blog ] );
		return array();
	}
	if ( ! isset( $shown[ $blog ] ) ) {
		$shown[ $blog ] = array();
		$settings       = settings();
		foreach ( $settings['contests'] as $key => $entry ) {
			$hosts   = pinned_hosts( $settings, $entry );
			$contest = contest_of( $entry );
			$contest = $contest && ( $entry['http'] || ! leads_to_http( $contest ) ) ? pin( $contest, way_hosts( $settings, $entry ), $hosts ) : null;
			if ( $contest ) {
				$shown[ $blog ][ $key ] = compact( 'entry', 'contest', 'hosts' );
			}
		}
	}
	return $shown[ $blog ];
}

/**
 * Those that are not over yet.
 *
 * @return array<int, array{entry: array<string, mixed>, contest: array<string, mixed>, hosts: string[]}> By key.
 */
function live_contests(): array {
	return array_filter( shown_contests(), static fn( array $one ): bool => ! is_over( $one['entry']['until'], now() ) );
}

/**
 * The contest of an entry, checked.
 *
 * @param array<string, mixed> $entry Registered contest.
 * @return array<string, mixed>|null Null where it cannot be read.
 */
function contest_of( array $entry ): ?array {
	$contest = parse_text( $entry['text'], is_local_site() )['contest'];
	if ( $contest && takes_back( $entry, $contest['revision'] ) ) {
		$contest['replaces'] = $entry['takes_back'];
	}
	return $contest;
}

/**
 * Whether visitors are to be told that a higher revision is taken back.
 *
 * @param array<string, mixed> $entry    Registered contest.
 * @param int                  $revision That it holds.
 */
function takes_back( array $entry, int $revision ): bool {
	return $entry['takes_back'] > $revision;
}

/**
 * Finds a registered contest.
 *
 * @param string $id Its id, one that its source has given up since, or `current`.
 * @return int|null Its key among `shown_contests()`.
 */
function find_contest( string $id ): ?int {
	$shown = shown_contests();
	if ( 'current' === $id ) {
		$live = live_contests();
		return current_of( array_map( static fn( $one ) => $one['contest'], $live ? $live : $shown ), now() );
	}
	foreach ( $shown as $key => $one ) {
		if ( $one['contest']['id'] === $id ) {
			return $key;
		}
	}
	foreach ( $shown as $key => $one ) {
		if ( in_array( $id, $one['entry']['former'], true ) ) {
			return $key;
		}
	}
	return null;
}

/**
 * The definition that this site hands out: as published, unknown fields and all, but with the
 * picture that this site serves.
 *
 * @param array<string, mixed> $entry   Registered contest.
 * @param bool                 $is_page Leaves out what visitors are never shown.
 * @return string JSON.
 */
function published_text( array $entry, bool $is_page = false ): string {
	$definition = json_decode( $entry['text'] );
	$takes_back = takes_back( $entry, (int) ( $definition->revision ?? 0 ) );
	if ( ! isset( $definition->banner ) && ! $is_page && ! $takes_back ) {
		return $entry['text'];
	}
	if ( $takes_back ) {
		$definition->replaces = $entry['takes_back'];
	}
	$name = isset( $definition->banner->src ) ? picture_name( (string) $definition->banner->src, (string) $definition->id, (int) $definition->revision ) : '';
	if ( $entry['picture'] && '' !== $name && 0 === strpos( $entry['picture']['file'], $name ) ) {
		$address = picture_folder()['url'] . '/' . $entry['picture']['file'];
		// Behind a proxy that ends https, PHP may not know that the page is read by https.
		$definition->banner->src    = is_ssl() ? set_url_scheme( $address, 'https' ) : $address;
		$definition->banner->width  = $entry['picture']['width'];
		$definition->banner->height = $entry['picture']['height'];
	} else {
		unset( $definition->banner );
	}
	if ( $is_page ) {
		unset( $definition->report );
	}
	return (string) wp_json_encode( $definition, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_PARTIAL_OUTPUT_ON_ERROR );
}

/**
 * The name of a copy of a picture, without extension: each revision has its own, as the picture may have changed.
 *
 * @param string $src      Where the picture lies.
 * @param string $id       Of the contest.
 * @param int    $revision Of the definition.
 */
function picture_name( string $src, string $id, int $revision ): string {
	return md5( "$src\n$id@$revision" );
}

/**
 * Where the copies of pictures lie.
 *
 * @return array{dir: string, url: string}
 */
function picture_folder(): array {
	$uploads = wp_get_upload_dir();
	return array(
		'dir' => $uploads['basedir'] . '/contest-banner',
		'url' => $uploads['baseurl'] . '/contest-banner',
	);
}
