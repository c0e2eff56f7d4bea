<?php
/**
 * Dates in words, and the few words of the ordinary HTML. Pure; as `src/contest/wording.ts`.
 *
 * The banner speaks the language of its `lang`, whatever the site's: these are the element's own
 * words (`src/locales/`), not translations.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The element's words that PHP needs as well.
 *
 * @param string $lang `en`; anything else is Vietnamese.
 * @return array<string, string>
 */
function words( string $lang ): array {
	return 'en' === $lang
		? array(
			'from'      => 'Opens',
			'until'     => 'Until',
			'extended'  => 'Extended until',
			'formerly'  => 'Previously',
			'ended'     => 'Closed at',
			'enter'     => 'Enter the contest',
			'rules'     => 'Rules',
			'results'   => 'See the results',
			'insecure'  => 'This site does not encrypt the connection',
			'suspended' => 'The contest is suspended. The organizers will say when it opens again.',
		)
		: array(
			'from'      => 'Mở từ',
			'until'     => 'Đến',
			'extended'  => 'Gia hạn đến',
			'formerly'  => 'Trước đây',
			'ended'     => 'Kết thúc lúc',
			'enter'     => 'Vào thi',
			'rules'     => 'Thể lệ',
			'results'   => 'Xem kết quả',
			'insecure'  => 'Trang này không mã hoá kết nối',
			'suspended' => 'Cuộc thi đang tạm dừng. Ban Tổ chức sẽ thông báo khi mở lại.',
		);
}

/**
 * An instant as officials write it: `16h30 ngày 13/12/2024 (thứ Sáu)`.
 *
 * @param int    $instant Epoch ms.
 * @param string $lang    `en`; anything else is Vietnamese.
 * @param string $zone    IANA name.
 * @param bool   $ends    Something ends then: midnight is `24h00` of the day before.
 */
function moment( int $instant, string $lang, string $zone = DEFAULT_ZONE, bool $ends = false ): string {
	$at   = in_zone( $instant, $zone );
	$last = $ends && '00:00:00' === $at->format( 'H:i:s' );
	if ( $last ) {
		$at = in_zone( $instant - HOUR, $zone );
	}
	$hour    = $last ? 24 : (int) $at->format( 'G' );
	$minutes = ( $last ? '00' : $at->format( 'i' ) ) . ( '00' === $at->format( 's' ) ? '' : $at->format( ':s' ) );
	if ( 'en' === $lang ) {
		// Format characters of DateTime are English whatever the locale.
		return sprintf( '%02d:%s on %s', $hour, $minutes, $at->format( 'l, j F Y' ) );
	}
	$weekdays = array( 'Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy' );
	return sprintf( '%dh%s ngày %s (%s)', $hour, $minutes, $at->format( 'j/n/Y' ), $weekdays[ (int) $at->format( 'w' ) ] );
}

/**
 * The zone's name: `giờ Việt Nam`, elsewhere by its city.
 *
 * @param string $lang `en`; anything else is Vietnamese.
 * @param string $zone IANA name.
 */
function zone_name( string $lang, string $zone = DEFAULT_ZONE ): string {
	$parts = explode( '/', $zone );
	$city  = str_replace( array( '_', 'Saigon' ), array( ' ', 'Ho Chi Minh' ), (string) end( $parts ) );
	if ( 'Ho Chi Minh' === $city ) {
		$city = 'en' === $lang ? 'Vietnam' : 'Việt Nam';
	}
	return 'en' === $lang ? "$city time" : "giờ $city";
}

/**
 * The dates of a contest for a page that may be read much later: both ends, whatever the phase.
 *
 * @param array<string, mixed> $contest Checked.
 * @param string               $lang    `en`; anything else is Vietnamese.
 * @param int                  $now     Epoch ms.
 * @return string[] Lines of text.
 */
function date_lines( array $contest, string $lang, int $now ): array {
	$words  = words( $lang );
	$zone   = $contest['timeZone'] ?? DEFAULT_ZONE;
	$at     = situation( $contest, $now );
	$suffix = ', ' . zone_name( $lang, $zone );
	if ( 'closed' === $at['phase'] ) {
		return array( $words['ended'] . ' ' . moment( $at['end'], $lang, $zone, true ) . $suffix );
	}
	$lines = array();
	if ( is_finite( $at['begin'] ) ) {
		$lines[] = $words['from'] . ' ' . moment( (int) $at['begin'], $lang, $zone ) . $suffix;
	}
	// Rounds that end earlier extend nothing.
	$former  = isset( $contest['extendedFrom'] ) && instant( $contest['extendedFrom'] ) < $at['end'] ? instant( $contest['extendedFrom'] ) : null;
	$lines[] = $words[ $former ? 'extended' : 'until' ] . ' ' . moment( $at['end'], $lang, $zone, true ) . $suffix;
	if ( $former ) {
		$lines[] = $words['formerly'] . ' ' . moment( $former, $lang, $zone, true ) . $suffix;
	}
	return $lines;
}
