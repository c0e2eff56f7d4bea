<?php
/**
 * The banner of a contest that the attributes themselves describe, without a definition.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The banner of a contest that the attributes describe.
 *
 * @param array<string, string> $attributes Cleaned.
 * @param string[]              $block      Attributes of the block's wrapper.
 */
function small_case( array $attributes, array $block ): string {
	$own   = array_filter( array( host_of( home_url() ) ) );
	$ways  = array_values( array_unique( array_merge( $own, all_hosts( true ) ) ) );
	$hosts = array_values( array_unique( array_merge( $own, all_hosts() ) ) );
	$input = array(
		'id'       => 'attributes',
		'revision' => 0,
		'title'    => $attributes['heading'],
		'url'      => $attributes['href'],
		'opens'    => '' === $attributes['opens'] ? '2000-01-01T00:00:00Z' : $attributes['opens'],
		'closes'   => $attributes['closes'],
	);
	if ( '' !== $attributes['rules'] ) {
		$input['documents'] = array(
			(object) array(
				'kind'  => 'rules',
				'title' => words( $attributes['lang'] )['rules'],
				'url'   => $attributes['rules'],
			),
		);
	}
	$parsed = parse( (object) $input, is_local_site() );
	$names  = array(
		'title'            => 'heading',
		'url'              => 'href',
		'documents[0].url' => 'rules',
	);
	$faults = array();
	foreach ( $parsed['faults'] as $fault ) {
		$faults[] = ( $names[ $fault['path'] ] ?? $fault['path'] ) . substr( $fault['message'], strlen( $fault['path'] ) );
	}
	$contest = $parsed['contest'];
	if ( $contest && '' === $attributes['opens'] ) {
		unset( $contest['opens'] );
	}
	$pinned = $contest ? pin( $contest, $ways, $hosts ) : null;
	if ( $contest && $pinned !== $contest ) {
		$field    = $pinned ? 'rules' : 'href';
		$faults[] = fault(
			$field,
			/* translators: %s: host names. */
			sprintf( __( 'an address on this site or on a host that an administrator has pinned (%s)', 'contest-banner' ), implode( ', ', $pinned ? $hosts : $ways ) )
		)['message'];
	}
	$note = $faults ? note_for_editors( implode( "\n", $faults ) ) : '';
	if ( ! $contest ) {
		return text( $attributes['heading'] ) . $note;
	}
	$retired = situation( $contest, now() )['retired'];
	$inside  = $retired ? '' : ordinary_html( $pinned ?? $contest, $attributes['lang'], '', null !== $pinned );
	if ( ! $pinned || is_feed() ) {
		return $inside . $note;
	}
	return element(
		array(
			'heading' => $attributes['heading'],
			'href'    => $attributes['href'],
			'opens'   => $attributes['opens'],
			'closes'  => $attributes['closes'],
			'rules'   => isset( $pinned['documents'][0]['url'] ) ? $attributes['rules'] : '',
			'hosts'   => implode( ' ', $hosts ),
			'until'   => until_day( until( $contest ) ),
			'style'   => $retired ? '' : room( $contest, 'card' === $attributes['layout'] ),
		),
		$attributes,
		$block,
		$inside
	) . $note;
}
