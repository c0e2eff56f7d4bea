/** What the server asks of others, and what it takes from them. */

const FOLDER = 'wp-plugin/contest-banner/includes/reading/';
const FETCH = `${FOLDER}fetch.php`;
const PICTURE = `${FOLDER}picture.php`;
const LOCK = `${FOLDER}lock.php`;
const REFRESH = `${FOLDER}refresh.php`;
const spec = (name) => `test/wordpress/php/${name}Test.php`;

/** A network that nobody is to be led into. */
const network = (name, range) => ({
  guard: `${name} is no public place`,
  was: `\t'${range}',\n`,
  becomes: '',
});

export const groups = [
  {
    kind: 'private networks',
    file: FETCH,
    specs: [spec('Fetch')],
    guards: [
      network('the machine itself', '127.0.0.0/8'),
      network('this network', '0.0.0.0/8'),
      network('a large private network', '10.0.0.0/8'),
      network('a middle private network', '172.16.0.0/12'),
      network('a small private network', '192.168.0.0/16'),
      network('a network behind a provider', '100.64.0.0/10'),
      network('a link and the metadata of a cloud', '169.254.0.0/16'),
      network('a network of benchmarks', '198.18.0.0/15'),
      network('a group and what is reserved', '224.0.0.0/3'),
      network('Teredo', '2001::/23'),
      network('IPv4 inside 6to4', '2002::/16'),
      network('a network of examples in IPv6', '2001:db8::/32'),
      {
        guard: 'of IPv6 only what is global is public, not ::1, links and private networks',
        was: "( $is_six && ! is_in_network( $ip, '2000::/3' ) )",
        becomes: 'false',
      },
      {
        guard: 'what is no IP address is not public',
        was: '! filter_var( $ip, FILTER_VALIDATE_IP ) || (',
        becomes: '(',
      },
      {
        guard: 'a network ends within a byte',
        was: '&& ( 0 === $rest || ord( $ip[ $whole ] ) >> ( 8 - $rest ) === ord( $base[ $whole ] ) >> ( 8 - $rest ) )',
        becomes: '',
      },
      {
        guard: 'every address of a name is judged, not the first one',
        was: 'foreach ( $ips as $ip ) {',
        becomes: 'foreach ( array_slice( $ips, 0, 1 ) as $ip ) {',
      },
      {
        guard: 'the own machine is asked on a developer’s site alone',
        was: 'if ( is_local_host( $host ) && is_local_site() ) {',
        becomes: 'if ( is_local_host( $host ) ) {',
      },
      {
        guard: 'a name that only a local network knows is refused',
        was: '(?!(local|localhost|internal|lan|home|corp|test|invalid|example|onion|arpa)$)',
        becomes: '',
      },
      {
        guard: 'a name in an odd spelling is refused',
        was: 'if ( ! $literal && ! preg_match(',
        becomes: 'if ( false && ! preg_match(',
      },
      {
        guard: 'behind a proxy an IP address is refused',
        was: 'return $literal ? $private : array(',
        becomes: 'return array(',
      },
      {
        guard: 'http is refused',
        was: 'read_address( $address, false, is_local_site() )',
        becomes: 'read_address( $address, true, is_local_site() )',
      },
    ],
  },
  {
    kind: 'connection',
    file: FETCH,
    specs: [spec('Connection')],
    guards: [
      {
        guard: 'what was checked is what is connected to',
        was: "curl_setopt( $handle, CURLOPT_RESOLVE, array( \"{$checked['host']}:{$checked['port']}:\" . implode( ',', $checked['ips'] ) ) );",
        becomes: '',
      },
      {
        guard: 'no proxy of the environment looks a name up again',
        was: "curl_setopt( $handle, CURLOPT_PROXY, '' );",
        becomes: '',
      },
      {
        guard: 'an answer is cut off a byte after what is allowed',
        was: "'limit_response_size' => $max_bytes + 1,",
        becomes: '',
      },
      {
        guard: 'what is packed twice is unpacked once',
        was: "'stream'              => true,",
        becomes: "'stream'              => false,",
      },
      {
        guard: 'WordPress follows no redirect by itself',
        was: "'redirection'         => 0,",
        becomes: '',
      },
      {
        guard: 'what is set for one request is set for no other',
        was: "remove_action( 'http_api_curl', $prepare );",
        becomes: '',
      },
      { guard: 'no temporary file stays', was: 'wp_delete_file( $file );', becomes: '' },
    ],
  },
  {
    kind: 'redirects',
    file: FETCH,
    specs: [spec('Reading')],
    guards: [
      {
        guard: 'a redirect to a host that is not pinned is refused',
        was: 'if ( ! is_on_host( host_of( $address ), $hosts ) ) {',
        becomes: 'if ( false ) {',
      },
      {
        guard: 'every hop is checked, not the first one',
        was: '$checked = check_hop( $address, $proxied );',
        becomes:
          "$checked = $hop ? array( 'host' => host_of( $address ), 'port' => 443, 'ips' => array() ) : check_hop( $address, $proxied );",
      },
      {
        guard: 'there are four hops at most',
        was: 'const MAX_HOPS = 4;',
        becomes: 'const MAX_HOPS = 40;',
      },
      {
        guard: 'WordPress refuses what is unsafe as well',
        was: '$response = wp_safe_remote_get(',
        becomes: '$response = wp_remote_get(',
      },
    ],
  },
  {
    kind: 'size and time',
    file: FETCH,
    specs: [spec('Reading')],
    guards: [
      {
        guard: 'a source has five seconds',
        was: 'const MAX_TIME = 5.0;',
        becomes: 'const MAX_TIME = 50.0;',
      },
      {
        guard: 'all hops together have the time of one',
        was: 'connect_to( $checked, $address, $headers, $max_bytes, $left )',
        becomes: 'connect_to( $checked, $address, $headers, $max_bytes, $time )',
      },
      {
        guard: 'no hop begins when the time is over',
        was: 'if ( microtime( true ) >= $until ) {',
        becomes: 'if ( false ) {',
        doubledBy: [{ was: 'if ( $left <= 0 ) {', becomes: 'if ( false ) {' }],
      },
      {
        guard: 'a definition has 64 KiB at most',
        was: 'const MAX_DEFINITION = 65536;',
        becomes: 'const MAX_DEFINITION = 6553600;',
      },
      {
        guard: 'an answer that is too large is refused',
        was: 'if ( strlen( $body ) > $max_bytes ) {',
        becomes: 'if ( false ) {',
      },
      {
        guard: 'a pasted definition that is too large is refused',
        file: `${FOLDER}register.php`,
        was: 'if ( strlen( $text ) > MAX_DEFINITION ) {',
        becomes: 'if ( false ) {',
        specs: [spec('Register')],
      },
      {
        guard: 'an error page is refused',
        was: 'if ( 304 !== $status && ( $status < 200 || $status >= 300 ) ) {',
        becomes: 'if ( false ) {',
      },
      {
        guard: 'an answer is never from the future',
        was: 'min( $date ? $date * 1000 : $requested, now() )',
        becomes: '$date ? $date * 1000 : $requested',
      },
      {
        guard: 'a header that is no plain text is none',
        was: "return preg_match( '/^[\\x20-\\x7e]{0,2000}$/D', $value ) ? $value : '';",
        becomes: 'return $value;',
      },
    ],
  },
  {
    kind: 'picture',
    file: PICTURE,
    specs: [spec('Picture')],
    guards: [
      {
        guard: 'a picture of another kind is none',
        was: '! isset( $types[ $size[2] ] )',
        becomes: 'false',
      },
      {
        guard: 'a side has 4,096 px at most',
        was: 'max( $size[0], $size[1] ) > MAX_SIDE',
        becomes: 'false',
      },
      {
        guard: 'a wide picture is made smaller',
        was: 'if ( $size[0] > COPY_WIDTH ) {',
        becomes: 'if ( false ) {',
      },
      {
        guard: 'a picture is drawn anew, and nothing else gets through',
        was: '$saved = $editor->save( "{$folder[\'dir\']}/$name.{$types[ $size[2] ]}", $mime );',
        becomes:
          "$saved = $editor->save( \"{$folder['dir']}/$name.{$types[ $size[2] ]}\", $mime );\n\t\tcopy( $temporary, $saved['path'] );",
      },
      {
        guard: 'a picture is drawn by what leaves out all that is no pixel',
        was: "add_filter( 'wp_image_editors', $only_gd, PHP_INT_MAX );",
        becomes: '',
      },
      {
        guard: 'the format stays what it is',
        was: "add_filter( 'image_editor_output_format', '__return_empty_array', PHP_INT_MAX );",
        becomes: '',
      },
      {
        guard: 'a copy has 2 MiB at most',
        was: "if ( filesize( $saved['path'] ) > MAX_PICTURE ) {",
        becomes: 'if ( false ) {',
      },
      {
        guard: 'a picture is read to 2 MiB',
        was: 'fetch( $src, array(), MAX_PICTURE, array(), $time )',
        becomes: 'fetch( $src, array(), 999 * MAX_PICTURE, array(), $time )',
        specs: [spec('Reading')],
      },
      {
        guard: 'a copy that is just being made is not removed',
        was: ' && filemtime( (string) $file ) < time() - HOUR / 1000',
        becomes: '',
      },
      {
        guard: 'a copy that no contest needs is removed',
        was: '! in_array( basename( (string) $file ), $needed, true ) && filemtime',
        becomes: 'false && filemtime',
      },
    ],
  },
  {
    kind: 'one at a time',
    file: LOCK,
    specs: [spec('Admin')],
    guards: [
      { guard: 'the lock is held by one', was: 'INSERT IGNORE INTO', becomes: 'REPLACE INTO' },
      {
        guard: 'the lock that another has taken over is not released',
        was: 'WHERE option_name = %s AND option_value = %s", LOCK_OPTION, $mine ) ); // phpcs',
        becomes: 'WHERE option_name = %s", LOCK_OPTION ) ); // phpcs',
      },
      {
        guard: 'the lock of a process that died is taken over',
        was: '(int) $held < time() || ',
        becomes: '',
      },
      {
        guard: 'the lock of a clock that was far ahead is taken over',
        was: ' || (int) $held > time() + $seconds',
        becomes: '',
      },
      {
        guard: 'a source is read by one at a time',
        file: REFRESH,
        was: 'if ( null === $lock ) {',
        becomes: 'if ( false ) {',
        specs: [spec('Reading')],
      },
      {
        guard: 'who has read gives the lock back',
        file: REFRESH,
        was: 'release_lock( $lock );',
        becomes: '',
        specs: [spec('Reading')],
      },
      {
        guard: 'what an administrator did meanwhile is not undone',
        file: REFRESH,
        was: 'array_intersect_key( $entry, $same ) === array_intersect_key( $before[ $key ], $same )',
        becomes: 'true',
        specs: [spec('Source')],
      },
    ],
  },
  {
    kind: 'how often',
    file: REFRESH,
    specs: [spec('Source')],
    guards: [
      {
        guard: 'a source is read once a quarter of an hour',
        was: '! $ages || max( $ages ) < FRESH',
        becomes: '! $ages',
      },
      {
        guard: 'a quarter of an hour is one',
        file: 'wp-plugin/contest-banner/includes/lifecycle.php',
        was: 'const FRESH = 15 * 60 * 1000;',
        becomes: 'const FRESH = 1000;',
        specs: [spec('Reading')],
      },
      {
        guard: 'after a failure the next try waits',
        was: "state_of( $key )['next'] <= $now",
        becomes: 'true',
      },
      {
        guard: 'it waits twice as long after each',
        was: 'FIRST_PAUSE * 2 ** min( $failures - 1, 10 )',
        becomes: 'FIRST_PAUSE',
        specs: [spec('Reading')],
      },
      {
        guard: 'and two hours at most',
        was: 'min( LAST_PAUSE, FIRST_PAUSE',
        becomes: 'max( 0, FIRST_PAUSE',
        specs: [spec('Reading')],
      },
      {
        guard: 'a source that was read in the future is read at once',
        was: '$age < 0 ? INF : $age',
        becomes: '$age',
      },
      {
        guard: 'a pasted contest is never read',
        was: "if ( '' !== $entry['source'] && state_of",
        becomes: 'if ( state_of',
      },
    ],
  },
];
