<?php
/**
 * From anything at all to a checked contest, or to the reasons why not.
 *
 * Decides as `src/contest/parse.ts` does, from the same schema: `test/vectors/definitions.json` runs
 * in both. Only the words are WordPress's.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The schema of the definition, as the build wrote it.
 *
 * @return array<string, mixed>
 */
function schema(): array {
	static $schema = null;
	if ( null === $schema ) {
		$schema = json_decode( (string) file_get_contents( DIR . 'build/contest.schema.json' ), true ); // phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- A file of the plugin's own.
	}
	return $schema;
}

/**
 * A fault that names the field and what was expected there.
 *
 * @param string $path     Like `documents[0].url`.
 * @param string $expected In words, translated.
 * @param string $code     One of the element's error codes.
 * @return array{code: string, path: string, message: string}
 */
function fault( string $path, string $expected, string $code = 'invalid' ): array {
	return array(
		'code'    => $code,
		'path'    => $path,
		'message' => '' === $path
			/* translators: %s: what was expected, such as "a list". */
			? sprintf( __( 'expected %s', 'contest-banner' ), $expected )
			/* translators: 1: name of a field, such as documents[0].url; 2: what was expected there. */
			: sprintf( __( '%1$s: expected %2$s', 'contest-banner' ), $path, $expected ),
	);
}

/**
 * In words, what a value has to be.
 *
 * @param array<string, mixed> $schema Of the value.
 * @param bool                 $http   Whether http will do.
 */
function expectation( array $schema, bool $http ): string {
	$format = $schema['format'] ?? '';
	if ( isset( $schema['enum'] ) ) {
		/* translators: %s: a list of words. */
		return sprintf( __( 'one of %s', 'contest-banner' ), implode( ', ', $schema['enum'] ) );
	}
	if ( 'date-time' === $format ) {
		return __( 'an instant with an offset, such as 2024-12-13T16:30:00+07:00, on a day that exists', 'contest-banner' );
	}
	if ( 'date' === $format ) {
		return __( 'a date, such as 2024-11-14', 'contest-banner' );
	}
	if ( 'uri' === $format ) {
		return $http
			? __( 'an absolute http or https address without credentials', 'contest-banner' )
			: __( 'an absolute https address without credentials', 'contest-banner' );
	}
	if ( 'integer' === $schema['type'] ) {
		/* translators: 1: the least number, 2: the greatest. */
		return sprintf( __( 'a whole number from %1$s to %2$s', 'contest-banner' ), $schema['minimum'], number_format_i18n( $schema['maximum'] ) );
	}
	if ( isset( $schema['pattern'] ) ) {
		/* translators: %s: a regular expression. */
		return sprintf( __( 'text like %s', 'contest-banner' ), $schema['pattern'] );
	}
	switch ( $schema['type'] ) {
		case 'string':
			/* translators: 1: the least number of characters, 2: the greatest. */
			return sprintf( __( 'text of %1$d to %2$d characters', 'contest-banner' ), $schema['minLength'] ?? 0, $schema['maxLength'] );
		case 'array':
			/* translators: %d: the greatest number of entries. */
			return sprintf( __( 'a list of at most %d', 'contest-banner' ), $schema['maxItems'] );
		case 'boolean':
			return __( 'true or false', 'contest-banner' );
		default:
			return __( 'an object in braces', 'contest-banner' );
	}
}

/**
 * NFC where PHP can, and no characters that turn the direction of the text around them.
 *
 * @param string $text In UTF-8.
 */
function clean( string $text ): string {
	$text = (string) preg_replace( '/[\x{061c}\x{200e}\x{200f}\x{202a}-\x{202e}\x{2066}-\x{2069}]/u', '', $text );
	if ( class_exists( 'Normalizer' ) ) {
		$text = (string) \Normalizer::normalize( $text );
	}
	// What JavaScript takes for white space.
	$space = '[\t\n\x0B\f\r\x{FEFF}\x{2028}\x{2029}\p{Zs}]+';
	return (string) preg_replace( "/^$space|$space$/uD", '', $text );
}

/**
 * Whether a text fits its schema.
 *
 * @param array<string, mixed> $schema Of the text.
 * @param string               $text   Cleaned where it is prose.
 * @param bool                 $http   Whether http will do.
 * @param bool                 $local  Whether http to the machine itself will do.
 */
function fits( array $schema, string $text, bool $http, bool $local ): bool {
	if ( ! empty( $schema['minLength'] ) && '' === $text ) {
		return false;
	}
	if ( isset( $schema['maxLength'] ) && mb_strlen( $text, 'UTF-8' ) > $schema['maxLength'] ) {
		return false;
	}
	// PHP's `\d` knows other digits too, and its `$` a line break.
	if ( isset( $schema['pattern'] ) && ! preg_match( '~' . str_replace( '\\d', '[0-9]', $schema['pattern'] ) . '~uD', $text ) ) {
		return false;
	}
	if ( isset( $schema['enum'] ) && ! in_array( $text, $schema['enum'], true ) ) {
		return false;
	}
	switch ( $schema['format'] ?? '' ) {
		case 'uri':
			return null !== read_address( $text, $http, $local );
		case 'date':
		case 'date-time':
			return is_real_date( $text );
		default:
			return true;
	}
}

/**
 * The value where it is right; null, and a fault, where it is not.
 *
 * @param array<string, mixed>                        $schema  Of the value.
 * @param mixed                                       $value   Decoded JSON, objects as objects.
 * @param string                                      $path    Like `documents[0].url`.
 * @param array{http: bool, local: bool}              $allowed Which http will do.
 * @param array<int, array<string, string>>           $faults  Grows.
 * @return mixed
 */
function read_value( array $schema, $value, string $path, array $allowed, array &$faults ) {
	$http  = $allowed['http'] && ! empty( $schema['x-http'] );
	$wrong = static function () use ( $schema, $path, $http, &$faults ) {
		$faults[] = fault( $path, expectation( $schema, $http ) );
		return null;
	};

	if ( isset( $schema['items'] ) ) {
		if ( ! is_array( $value ) ) {
			return $wrong();
		}
		$before = count( $faults );
		if ( count( $value ) > $schema['maxItems'] ) {
			$wrong();
		}
		$items = array();
		foreach ( array_slice( $value, 0, $schema['maxItems'] ) as $index => $item ) {
			$items[] = read_value( $schema['items'], $item, "{$path}[$index]", $allowed, $faults );
		}
		return ! empty( $schema['x-refuses'] ) && count( $faults ) > $before
			? null
			: array_values( array_filter( $items, static fn( $item ) => null !== $item ) );
	}

	if ( isset( $schema['properties'] ) ) {
		if ( ! $value instanceof \stdClass ) {
			return $wrong();
		}
		$result  = array();
		$refused = false;
		foreach ( $schema['properties'] as $key => $property ) {
			$required = in_array( $key, $schema['required'], true );
			if ( ! property_exists( $value, $key ) && ! $required ) {
				continue;
			}
			$kept = read_value( $property, $value->$key ?? null, '' === $path ? $key : "$path.$key", $allowed, $faults );
			if ( null !== $kept ) {
				$result[ $key ] = $kept;
			} elseif ( $required || ! empty( $property['x-refuses'] ) ) {
				$refused = true;
			}
		}
		return $refused ? null : $result;
	}

	if ( 'integer' === $schema['type'] ) {
		// JSON knows one kind of number: 3.0 is whole.
		return ( is_int( $value ) || is_float( $value ) ) && floor( $value ) === (float) $value
			&& $value >= $schema['minimum'] && $value <= $schema['maximum'] ? (int) $value : $wrong();
	}
	if ( 'boolean' === $schema['type'] ) {
		return is_bool( $value ) ? $value : $wrong();
	}
	if ( ! is_string( $value ) ) {
		return $wrong();
	}
	// An address stays as it is, character for character: the QR code and the link must agree.
	$text = isset( $schema['pattern'] ) ? $value : clean( $value );
	return fits( $schema, $text, $http, $allowed['local'] ) ? $text : $wrong();
}

/**
 * Checks a definition and keeps what is right in it.
 *
 * @param mixed $input Decoded JSON, objects as objects.
 * @param bool  $local Whether http to the machine itself will do.
 * @return array{contest: array<string, mixed>|null, faults: array<int, array{code: string, path: string, message: string}>}
 *         The contest is null where the definition is refused; the faults are everything that is wrong.
 */
function parse( $input, bool $local = false ): array {
	$faults  = array();
	$allowed = array(
		'http'  => $input instanceof \stdClass && true === ( $input->allowHttp ?? null ), // phpcs:ignore WordPress.NamingConventions.ValidVariableName.UsedPropertyNotSnakeCase -- The definition's name.
		'local' => $local,
	);
	$contest = read_value( schema(), $input, '', $allowed, $faults );
	$fits    = null !== $contest && check_times( $contest, $faults );
	return array(
		'contest' => $fits ? $contest : null,
		'faults'  => $faults,
	);
}

/**
 * Without the mark that editors on Windows put in front, and that JSON does not know.
 *
 * @param string $text As it came.
 */
function without_mark( string $text ): string {
	return (string) preg_replace( '/^\xEF\xBB\xBF/', '', trim( $text ) );
}

/**
 * Decodes and checks a definition.
 *
 * @param string $text  JSON.
 * @param bool   $local Whether http to the machine itself will do.
 * @return array{contest: array<string, mixed>|null, faults: array<int, array{code: string, path: string, message: string}>}
 */
function parse_text( string $text, bool $local = false ): array {
	$input = json_decode( $text );
	if ( null === $input && 'null' !== trim( $text ) ) {
		/* translators: %s: PHP's own words on what is wrong. */
		$message = sprintf( __( 'This is not a complete contest.json (%s). Copy all of it, or choose the file.', 'contest-banner' ), json_last_error_msg() );
		return array(
			'contest' => null,
			'faults'  => array(
				array(
					'code'    => 'not-json',
					'path'    => '',
					'message' => $message,
				),
			),
		);
	}
	return parse( $input, $local );
}

/**
 * What no schema can say: how the parts stand to each other. Removes what may be left out.
 *
 * @param array<string, mixed>              $contest Loses what is left out.
 * @param array<int, array<string, string>> $faults  Grows.
 * @return bool False where the definition is refused.
 */
function check_times( array &$contest, array &$faults ): bool {
	$before   = static fn( string $a, string $b ): bool => instant( $a ) < instant( $b );
	$accepted = true;
	$refuse   = static function ( bool $is_wrong, string $path, string $expected ) use ( &$accepted, &$faults ) {
		if ( $is_wrong ) {
			$faults[] = fault( $path, $expected );
			$accepted = false;
		}
	};
	$opens    = $contest['opens'];
	$closes   = $contest['closes'];

	$refuse( isset( $contest['timeZone'] ) && ! is_time_zone( $contest['timeZone'] ), 'timeZone', __( 'an IANA time zone', 'contest-banner' ) );
	$refuse( ! $before( $opens, $closes ), 'closes', __( 'an instant after opens', 'contest-banner' ) );
	foreach ( $contest['rounds'] ?? array() as $index => $round ) {
		$path = "rounds[$index].";
		$refuse( $before( $round['opens'], $opens ), "{$path}opens", __( 'an instant not before opens', 'contest-banner' ) );
		$refuse( $before( $closes, $round['closes'] ), "{$path}closes", __( 'an instant not after closes', 'contest-banner' ) );
		$refuse( ! $before( $round['opens'], $round['closes'] ), "{$path}closes", __( 'an instant after opens of the round', 'contest-banner' ) );
	}
	if ( isset( $contest['extendedFrom'] ) && ! $before( $contest['extendedFrom'], $closes ) ) {
		$faults[] = fault( 'extendedFrom', __( 'an instant before closes', 'contest-banner' ) );
		unset( $contest['extendedFrom'] );
	}
	if ( isset( $contest['retires'] ) && $before( $contest['retires'], $closes ) ) {
		$faults[] = fault( 'retires', __( 'an instant not before closes', 'contest-banner' ) );
		unset( $contest['retires'] );
	}
	if ( isset( $contest['replaces'] ) && $contest['replaces'] <= $contest['revision'] ) {
		$faults[] = fault( 'replaces', __( 'a number above revision', 'contest-banner' ) );
		unset( $contest['replaces'] );
	}
	return $accepted;
}
