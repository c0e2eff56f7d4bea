<?php

namespace Contest_Banner\Test;

use function Contest_Banner\{ host_of, instant, is_on_host, moment, parse, read_hosts, situation, current_of, until, until_day, wins, with_unit, zone_name };
use const Contest_Banner\DEFAULT_ZONE;

/** Decisions that TypeScript and PHP take alike. */
final class VectorsTest extends TestCase {

	public function definitions(): array {
		return self::vectors( 'definitions' );
	}

	/** @dataProvider definitions */
	public function test_definitions( object $case, object $vectors ): void {
		$input  = property_exists( $case, 'input' ) ? $case->input : (object) array_merge( (array) $vectors->base, (array) ( $case->set ?? array() ) );
		$parsed = parse( $input, $case->local ?? false );
		$faults = array_map( static fn( $fault ) => "{$fault['path']}: {$fault['code']}", $parsed['faults'] );
		$wanted = array();
		foreach ( $case->faults as $path => $code ) {
			$wanted[] = "$path: $code";
		}
		$this->assertSame( $case->accepted, null !== $parsed['contest'] );
		$this->assertEqualsCanonicalizing( $wanted, $faults );
		foreach ( $case->contest ?? array() as $field => $value ) {
			$this->assertSame( json_decode( json_encode( $value ), true ), $parsed['contest'][ $field ] ?? null, $field );
		}
	}

	public function entries(): array {
		return self::vectors( 'entry' );
	}

	/** @dataProvider entries */
	public function test_ways_in( object $case ): void {
		$this->assertSame( $case->result, with_unit( $case->address, (string) $case->parameter, $case->unit ) );
	}

	public function hosts(): array {
		return self::vectors( 'hosts' );
	}

	/** @dataProvider hosts */
	public function test_hosts( object $case ): void {
		$this->assertSame( $case->on, is_on_host( host_of( $case->address ), read_hosts( $case->hosts )['hosts'] ) );
	}

	public function dates(): array {
		return self::vectors( 'dates' );
	}

	/** @dataProvider dates */
	public function test_dates( object $case ): void {
		$zone = $case->zone ?? DEFAULT_ZONE;
		$this->assertSame( $case->words, moment( instant( $case->instant ), $case->language, $zone, $case->ends ) );
		$this->assertSame( $case->zoneName, zone_name( $case->language, $zone ) );
	}

	public function copies(): array {
		return self::vectors( 'copies' );
	}

	/** @dataProvider copies */
	public function test_copies( object $case ): void {
		$orders = array( array_keys( $case->copies ) );
		if ( empty( $case->ordered ) ) {
			$orders[] = array_reverse( $orders[0] );
		}
		foreach ( $orders as $order ) {
			$held = null;
			foreach ( $order as $index ) {
				$copy = (array) $case->copies[ $index ];
				$copy['at'] = null === $copy['readAt'] ? -INF : instant( $copy['readAt'] );
				if ( null === $held || wins( $copy, $copy['at'], $held[0], $held[0]['at'] ) ) {
					$held = array( $copy, $index );
				}
			}
			$this->assertSame( $case->wins, $held[1] );
		}
	}

	public function phases(): array {
		return self::vectors( 'phases' );
	}

	/** @dataProvider phases */
	public function test_phases( object $case, object $vectors ): void {
		$contest   = array_merge( (array) $vectors->base, json_decode( json_encode( $case->set ?? new \stdClass() ), true ) );
		$situation = situation( $contest, instant( $case->now ) );
		$this->assertSame( $case->phase, $situation['phase'] );
		$this->assertSame( $case->round, $situation['round']['title'] ?? null );
		$this->assertSame( $case->retired ?? false, $situation['retired'] );
	}

	public function untils(): array {
		return self::vectors( 'until' );
	}

	/** @dataProvider untils */
	public function test_untils( object $case, object $vectors ): void {
		$contest = array_merge( (array) $vectors->base, json_decode( json_encode( $case->set ), true ) );
		$this->assertSame( $case->until, until_day( until( $contest ) ) );
	}

	public function currents(): array {
		return self::vectors( 'current' );
	}

	/** @dataProvider currents */
	public function test_current( object $case, object $vectors ): void {
		$contests = array_map( static fn( $set ) => array_merge( (array) $vectors->base, (array) $set ), $case->contests );
		$this->assertSame( $case->current, current_of( $contests, instant( $vectors->now ) ) );
	}
}
