/** What is stored and registered, where it may lead, and who may see it gone. */

const FOLDER = 'wp-plugin/contest-banner/includes/';
const JUDGE = `${FOLDER}reading/judge.php`;
const REGISTER = `${FOLDER}reading/register.php`;
const PINS = `${FOLDER}pins.php`;
const CONTESTS = `${FOLDER}contests.php`;
const SETTINGS = `${FOLDER}settings.php`;
const LIFECYCLE = `${FOLDER}lifecycle.php`;
const spec = (name) => `test/wordpress/php/${name}Test.php`;

export const groups = [
  {
    kind: 'what a source publishes later',
    file: JUDGE,
    specs: [spec('Source')],
    guards: [
      {
        guard: 'an older copy takes the place of nothing',
        was: "if ( $held && $text !== $entry['text'] && ! wins( $contest, $date, $held, $entry['read_at'] ) ) {",
        becomes: 'if ( false ) {',
      },
      {
        guard: 'a definition that is refused takes the place of nothing',
        was: "if ( ! $parsed['contest'] ) {",
        becomes:
          "if ( ! $parsed['contest'] ) {\n\t\t$result['changes'] = array( 'text' => $text );\n\t\treturn $result;",
      },
      {
        guard: 'no contest takes the id of another',
        was: "if ( is_taken( $contest['id'], $key ) ) {",
        becomes: 'if ( false ) {',
      },
      {
        guard: 'nor an id that another has given up',
        was: "in_array( $id, $entry['former'], true ) || ",
        becomes: '',
      },
      {
        guard: 'a way in on another host waits for a yes',
        was: 'if ( ! is_agreed( $contest, $entry ) ) {',
        becomes: 'if ( false ) {',
      },
      {
        guard: 'a host of documents is none for a way in',
        was: 'pin( $contest, way_hosts( settings(), $entry ), array() )',
        becomes: 'pin( $contest, pinned_hosts( settings(), $entry ), array() )',
      },
      {
        guard: 'http where it was https waits for a yes',
        was: " && ( $entry['http'] || ! leads_to_http( $contest ) );",
        becomes: ';',
      },
      {
        guard: 'of the ids that a source has given up twenty are kept',
        was: ', -20 );',
        becomes: ', 0 );',
      },
    ],
  },
  {
    kind: 'until when a contest is shown',
    file: 'wp-plugin/contest-banner/includes/until.php',
    specs: [spec('Until')],
    guards: [
      {
        guard: 'what a source says after the closing moves nothing',
        was: '$now < $kept - SHOWN_AFTER_END ? until( $contest ) : $kept',
        becomes: 'until( $contest )',
      },
      {
        guard: 'a closing published after the end does not count as the end',
        file: 'wp-plugin/contest-banner/includes/reading/judge.php',
        was: "moved_until( $entry['until'], $contest, now() )",
        becomes: 'moved_until( $held ? until( $held ) : 0, $contest, now() )',
      },
      {
        guard: 'a day begins where the contests are held',
        was: "'T00:00:00+07:00'",
        becomes: "'T00:00:00-12:00'",
      },
      {
        guard: 'nobody agrees to show what was not seen',
        file: 'wp-plugin/contest-banner/includes/reading/register.php',
        was: "hash_equals( hash( 'sha256', $entry['text'] ), $seen );",
        becomes: 'true;',
      },
    ],
  },
  {
    kind: 'registering',
    file: REGISTER,
    specs: [spec('Register')],
    guards: [
      {
        guard: 'a definition with a fault is not registered',
        was: 'if ( $errors->has_errors() ) {',
        becomes: "if ( ! $parsed['contest'] ) {",
      },
      {
        guard: 'the address of this site itself is no source',
        was: 'if ( 0 === strpos( $source, rest_url( REST_NAMESPACE ) ) ) {',
        becomes: 'if ( false ) {',
        specs: [spec('Reading')],
      },
      {
        guard: 'what was gone back from stays taken back when another is registered',
        was: "isset( $candidate['contest']['replaces'] ) ? 0 : $previous['takes_back'];",
        becomes: '0;',
      },
      {
        guard: 'a definition that takes back what is held is handed out with its own word for it',
        was: "isset( $candidate['contest']['replaces'] ) ? 0 : $previous['takes_back'];",
        becomes: "$previous['takes_back'];",
      },
      {
        guard: 'a contest of the id “current” is refused',
        was: "if ( 'current' === $contest['id'] ) {",
        becomes: 'if ( false ) {',
      },
      {
        guard: 'an older revision takes the place of nothing',
        was: "if ( $known && $text !== $held['text'] && ! wins( $contest, INF, $known, 0 ) ) {",
        becomes: 'if ( false ) {',
      },
      {
        guard: 'a contest of the network is not replaced by one of a site',
        was: "if ( $held && $held['network'] ) {",
        becomes: 'if ( false ) {',
        specs: [spec('Network')],
      },
      {
        guard: 'a host that would pin next to nothing is not registered',
        was: 'if ( ! is_pinnable( $host, is_local_site() ) ) {',
        becomes: 'if ( false ) {',
        specs: [spec('Source')],
      },
      {
        guard: 'a way in that the network does not allow is not registered',
        was: 'if ( $refused ) {',
        becomes: 'if ( false ) {',
        specs: [spec('Network')],
      },
      {
        guard: 'nobody agrees to what was not seen',
        was: "! hash_equals( hash( 'sha256', $pending['text'] ), $seen ) || ",
        becomes: '',
        specs: [spec('Source')],
      },
      {
        guard: 'nobody agrees to what site or network do not allow',
        was: 'forbidden_hosts( $contest ) || ',
        becomes: '',
        specs: [spec('Source')],
      },
      {
        guard: 'nobody agrees to the id of another contest',
        was: " || is_taken( $contest['id'], $key ) ) {\n\t\treturn false;",
        becomes: ' ) {\n\t\treturn false;',
        specs: [spec('Source')],
      },
      {
        guard: 'nobody agrees to a host that would pin next to nothing',
        was: ', static fn( $host ) => is_pinnable( $host, is_local_site() ) );',
        becomes: ' );',
        specs: [spec('Source')],
      },
      {
        guard: 'a site does not remove what its network has registered',
        was: "isset( $settings['contests'][ $key ] ) && ! $settings['contests'][ $key ]['network']",
        becomes: "isset( $settings['contests'][ $key ] )",
        specs: [spec('Network')],
      },
      {
        guard: 'who goes back takes the later revision back',
        was: "$previous['takes_back'] = max(",
        becomes: '$unused = max(',
      },
    ],
  },
  {
    kind: 'where banners may lead',
    file: PINS,
    specs: [spec('Network')],
    guards: [
      {
        guard: 'a site leads nowhere but where its network allows',
        was: '( null === $limits || is_on_host( $host, $limits ) ) && ',
        becomes: '',
      },
      {
        guard: 'a site that narrows it leads nowhere else',
        was: ' && ( null === $only || is_on_host( $host, $only ) )',
        becomes: '',
      },
      {
        guard: 'a host of documents is none for a way in',
        was: "return within_limits( $settings, array_merge( $entry['hosts'], $settings['hosts'] ) );",
        becomes: 'return pinned_hosts( $settings, $entry );',
        specs: [spec('Contests')],
      },
      {
        guard: 'the hosts of a site itself lie within what its network allows',
        was: "$hosts    = within_limits( $settings, $settings['hosts'] );",
        becomes: "$hosts    = $settings['hosts'];",
      },
      {
        guard: 'what was stored is held against the pinned hosts whenever it is shown',
        file: CONTESTS,
        was: 'pin( $contest, way_hosts( $settings, $entry ), $hosts ) : null;',
        becomes: '$contest : null;',
        specs: [spec('Contests')],
      },
      {
        guard: 'http that nobody agreed to is not shown',
        file: CONTESTS,
        was: "$contest && ( $entry['http'] || ! leads_to_http( $contest ) )",
        becomes: '$contest',
        specs: [spec('Source')],
      },
    ],
  },
  {
    kind: 'what is stored',
    file: SETTINGS,
    specs: [spec('Contests')],
    guards: [
      {
        guard: 'the copy of a picture is a file of its own kind, in its own folder',
        was: "preg_match( '/^[0-9a-f]{32}\\.(png|jpg|webp)$/D', (string) ( $picture['file'] ?? '' ) )",
        becomes: 'true',
      },
      {
        guard: 'a contest that is stored is a text',
        was: "is_array( $entry ) && is_string( $entry['text'] ?? null )",
        becomes: 'is_array( $entry )',
      },
      {
        guard: 'http was agreed to by true alone',
        was: "true === ( $entry['http'] ?? false )",
        becomes: "(bool) ( $entry['http'] ?? false )",
      },
      {
        guard: 'a list of hosts holds texts and nothing else',
        was: "array_filter( is_array( $value ) ? $value : array(), 'is_string' )",
        becomes: '(array) $value',
      },
      {
        guard: 'no key is given twice',
        was: "(int) ( $stored['last_key'] ?? 0 ), ",
        becomes: '0, ',
        specs: [spec('Network')],
      },
      {
        guard: 'a unit is one line',
        was: '$line = sanitize_text_field( $unit );',
        becomes: '$line = $unit;',
        specs: [spec('Banner')],
      },
      {
        guard: 'a unit is no shortened one',
        was: "mb_strlen( $line, 'UTF-8' ) > LONGEST_UNIT ? '' : $line",
        becomes: "mb_substr( $line, 0, LONGEST_UNIT, 'UTF-8' )",
        specs: [spec('Banner')],
      },
    ],
  },
  {
    kind: 'networks of sites, and leaving',
    file: LIFECYCLE,
    specs: [spec('Lifecycle')],
    guards: [
      {
        guard: 'a contest that a site has registered itself stands',
        was: 'if ( in_array( $id( $entry ), $ids, true ) ) {',
        becomes: 'if ( false ) {',
        specs: [spec('Network')],
      },
      {
        guard: 'what the network allows holds on every site',
        was: "empty( $network['hosts'] ) ? null : names( $network['hosts'] );",
        becomes: 'null;',
        specs: [spec('Network')],
      },
      {
        guard: 'what is stored goes with the plugin',
        was: 'delete_option( OPTION );',
        becomes: '',
      },
      {
        guard: 'what was remembered goes with the plugin',
        was: 'delete_option( STATE_OPTION );',
        becomes: '',
      },
      {
        guard: 'the lock goes with the plugin',
        was: "delete_option( 'contest_banner_lock' );",
        becomes: '',
      },
      {
        guard: 'the schedule goes with the plugin',
        was: "\tdelete_option( 'contest_banner_lock' );\n\twp_clear_scheduled_hook( CRON_HOOK );",
        becomes: "\tdelete_option( 'contest_banner_lock' );",
      },
      {
        guard: 'the pictures go with the plugin',
        was: '\t\twp_delete_file( (string) $file );',
        becomes: '',
      },
      {
        guard: 'what is hidden among the pictures goes too',
        was: ', (array) glob( "$folder/.[!.]*" )',
        becomes: '',
      },
      {
        guard: 'what is registered for the network goes with the plugin',
        file: 'wp-plugin/contest-banner/uninstall.php',
        was: 'delete_network_option( $contest_banner_network, NETWORK_OPTION );',
        becomes: '',
        specs: ['test/wordpress/network.spec.ts'],
      },
      {
        guard: 'every site is left, not the first one',
        file: 'wp-plugin/contest-banner/uninstall.php',
        was: "for_each_site( __NAMESPACE__ . '\\remove_site', true, $contest_banner_network );",
        becomes: 'remove_site();',
        specs: ['test/wordpress/network.spec.ts'],
      },
    ],
  },
];
