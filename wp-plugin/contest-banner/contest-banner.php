<?php
/**
 * Plugin Name:       Contest Banner
 * Description:       Shows a public contest's banner, countdown, QR code and rules from one definition that its organizer keeps.
 * Version:           0.1.0
 * Requires at least: 6.6
 * Requires PHP:      7.4
 * Author:            The contest-banner authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       contest-banner
 * Domain Path:       /build/languages
 * Update URI:        false
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const VERSION = '0.1.0';
const FILE    = __FILE__;
const DIR     = __DIR__ . '/';

// Decisions that the element takes too: proven equal by the same cases.
require_once DIR . 'includes/definition/address.php';
require_once DIR . 'includes/definition/instant.php';
require_once DIR . 'includes/definition/parse.php';
require_once DIR . 'includes/definition/phase.php';
require_once DIR . 'includes/definition/entry.php';
require_once DIR . 'includes/definition/copies.php';
require_once DIR . 'includes/definition/wording.php';

require_once DIR . 'includes/until.php';
require_once DIR . 'includes/settings.php';
require_once DIR . 'includes/state.php';
require_once DIR . 'includes/pins.php';
require_once DIR . 'includes/contests.php';
require_once DIR . 'includes/html.php';
require_once DIR . 'includes/room.php';
require_once DIR . 'includes/banner.php';
require_once DIR . 'includes/small-case.php';
require_once DIR . 'includes/block.php';
require_once DIR . 'includes/rest.php';
require_once DIR . 'includes/sheets.php';
require_once DIR . 'includes/lifecycle.php';

/**
 * What only some requests need: reading sources and registering contests.
 */
function load_reading(): void {
	require_once DIR . 'includes/reading/fetch.php';
	require_once DIR . 'includes/reading/picture.php';
	require_once DIR . 'includes/reading/lock.php';
	require_once DIR . 'includes/reading/judge.php';
	require_once DIR . 'includes/reading/refresh.php';
	require_once DIR . 'includes/reading/register.php';
}

if ( is_admin() ) {
	require_once DIR . 'includes/admin/admin.php';
}
