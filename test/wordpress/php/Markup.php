<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ is_on_host, read_address };

/** Reads printed HTML as browsers do, and says what is in it that is not allowed there. */
final class Markup {

	/** What visitors are given: nothing that a paragraph cannot hold. */
	const PAGE = array(
		'CONTEST-BANNER' => 'data-contest src unit hosts until style lang layout precision qr class heading href opens closes rules',
		'STRONG'         => '',
		'BR'             => '',
		'A'              => 'data-contest data-contest-enter href',
		'SCRIPT'         => 'type data-as-of data-hosts data-sources',
	);

	/** What an administrator is given. */
	const ADMIN = array(
		'CONTEST-BANNER' => 'lang src unit hosts until',
		'A'              => 'class href',
		'BR'             => '',
		'BUTTON'         => 'class data-sure',
		'DETAILS'        => 'open',
		'DIV'            => 'class id role',
		'FORM'           => 'method action enctype class',
		'H1'             => '',
		'H2'             => '',
		'INPUT'          => 'type name id class value placeholder maxlength readonly checked accept aria-describedby',
		'LABEL'          => 'for',
		'P'              => 'class role data-address data-good data-closed data-broken data-away',
		'SCRIPT'         => 'type',
		'SECTION'        => 'class',
		'SPAN'           => 'class id',
		'STRONG'         => '',
		'SUMMARY'        => '',
		'TABLE'          => 'class',
		'TBODY'          => '',
		'TD'             => '',
		'TEXTAREA'       => 'id name rows class spellcheck aria-describedby hidden',
		'TH'             => 'scope',
		'TR'             => '',
	);

	/** Attributes that lead somewhere, or make the browser ask. */
	const ADDRESSES = array( 'href', 'src', 'rules', 'action', 'data-address' );

	/** What the others may be, where it is not any text. */
	const VALUES = array(
		'until'      => '/^\d{4}-\d\d-\d\d$/D',
		'lang'       => '/^(vi|en)$/D',
		'layout'     => '/^(auto|card|strip)$/D',
		'precision'  => '/^(second|minute)$/D',
		'qr'         => '/^(auto|always|never)$/D',
		'data-as-of' => '/^[\dT:.-]+Z$/D',
		'style'      => '/^display:flow-root;min-height:[a-z0-9(),.*+ -]+$/D',
		'role'       => '/^(alert|status)$/D',
		'type'       => '~^(application/json|url|text|file|hidden|checkbox)$~D',
		'id'         => '/^(contest-banner-[a-z-]+|_wpnonce)$/D',
		'method'     => '/^post$/D',
	);

	/**
	 * What is not allowed.
	 *
	 * @param string                $html    As printed.
	 * @param array<string, string> $allowed Attributes by element.
	 * @param string[]|null         $hosts   Besides this site's own that may be led to; null where an administrator is asked.
	 * @param bool                  $around  Others' HTML stands around: only what runs or leads from inside is looked for.
	 * @return string[]
	 */
	public static function faults( string $html, array $allowed, ?array $hosts, bool $around = false ): array {
		$faults = array();
		$tags   = new \WP_HTML_Tag_Processor( $html );
		$inside = false;
		while ( $tags->next_token() ) {
			$kind = $tags->get_token_type();
			if ( '#text' === $kind ) {
				continue;
			}
			$name = $tags->get_tag() ?? '';
			if ( 'CONTEST-BANNER' === $name ) {
				$inside = ! $tags->is_tag_closer();
			}
			if ( '#tag' !== $kind ) {
				if ( ! $around || $inside ) {
					$faults[] = "$kind " . $tags->get_modifiable_text();
				}
				continue;
			}
			if ( $tags->is_tag_closer() ) {
				continue;
			}
			$ours = ! $around || $inside || 'CONTEST-BANNER' === $name;
			if ( $ours && ! isset( $allowed[ $name ] ) ) {
				$faults[] = "element $name";
			}
			$attributes = explode( ' ', $allowed[ $name ] ?? '' );
			foreach ( $tags->get_attribute_names_with_prefix( '' ) ?? array() as $attribute ) {
				$value = $tags->get_attribute( $attribute );
				$value = true === $value ? '' : (string) $value;
				if ( 0 === strpos( $attribute, 'on' ) || preg_match( '/^\s*(javascript|data|vbscript):/i', (string) preg_replace( '/[\x00-\x20]+/', '', in_array( $attribute, self::ADDRESSES, true ) ? $value : '' ) ) ) {
					$faults[] = "runs: $name $attribute=$value";
				} elseif ( $ours && ! in_array( $attribute, $attributes, true ) ) {
					$faults[] = "attribute $name $attribute=$value";
				} elseif ( $ours && in_array( $attribute, self::ADDRESSES, true ) && ! self::may_lead_to( $value, $hosts ) ) {
					$faults[] = "leads to: $name $attribute=$value";
				} elseif ( $ours && 'hosts' === $attribute && ! self::may_pin( $value, $hosts ) ) {
					$faults[] = "pins $value";
				} elseif ( $ours && isset( self::VALUES[ $attribute ] ) && '' !== $value && ! preg_match( self::VALUES[ $attribute ], $value ) ) {
					$faults[] = "value $name $attribute=$value";
				}
			}
			if ( 'SCRIPT' === $name && ( 'application/json' !== $tags->get_attribute( 'type' ) || null === json_decode( $tags->get_modifiable_text() ) ) ) {
				$faults[] = 'script ' . $tags->get_modifiable_text();
			}
			if ( 'STYLE' === $name ) {
				$faults[] = 'style';
			}
		}
		// What an author leaves open is closed by nobody.
		if ( $tags->paused_at_incomplete_token() && ( ! $around || $inside ) ) {
			$faults[] = 'does not end';
		}
		if ( ! mb_check_encoding( $html, 'UTF-8' ) ) {
			$faults[] = 'is no UTF-8';
		}
		return $faults;
	}

	/** Names of this site. */
	private static function own(): array {
		return array( (string) wp_parse_url( home_url(), PHP_URL_HOST ) );
	}

	/** Names of the hosts, and of no other; whatever an administrator is asked about is a name all the same. */
	private static function may_pin( string $names, ?array $hosts ): bool {
		return null === $hosts
			? 1 === preg_match( '/^[a-z0-9_.*;:[\] -]+$/D', $names )
			: array() === array_diff( explode( ' ', $names ), self::own(), $hosts );
	}

	/** To this site, or by https to one of the hosts. */
	private static function may_lead_to( string $address, ?array $hosts ): bool {
		if ( 0 === strpos( $address, home_url( '/' ) ) ) {
			return ! preg_match( '/[\s"\'<>\\\\]/', $address );
		}
		$url = read_address( $address );
		// What browsers make of it is seen in one: see injection.spec.ts.
		return $url && is_on_host( $url['host'], array_merge( self::own(), (array) $hosts ) );
	}
}
