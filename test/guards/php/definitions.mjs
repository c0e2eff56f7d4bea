/** What PHP decides as TypeScript does: addresses, definitions, copies, the way in. */

const FOLDER = 'wp-plugin/contest-banner/includes/definition/';
const ADDRESS = `${FOLDER}address.php`;
const PARSE = `${FOLDER}parse.php`;
const ENTRY = `${FOLDER}entry.php`;
const COPIES = `${FOLDER}copies.php`;
const spec = (name) => `test/wordpress/php/${name}Test.php`;

export const groups = [
  {
    kind: 'scheme',
    file: ADDRESS,
    specs: [spec('Address')],
    guards: [
      {
        guard: 'an http address is refused where nobody allows it',
        was: "'https' === $parts[1] || $http || ( $local && is_local_host( $host ) );",
        becomes: 'true;',
      },
      {
        guard: 'http to another machine is refused on the own machine',
        was: '( $local && is_local_host( $host ) );',
        becomes: '$local;',
      },
      {
        guard: 'http to the own machine is refused elsewhere',
        was: '( $local && is_local_host( $host ) );',
        becomes: 'is_local_host( $host );',
      },
      {
        guard: 'an address of another scheme is refused',
        was: '~^(https?)://',
        becomes: '~^(\\w+)://',
      },
      {
        guard: 'a name below localhost is not the own machine',
        was: "'localhost' === $host ||",
        becomes: "'localhost' === substr( $host, -9 ) ||",
      },
      {
        guard: 'a definition allows http by true alone',
        file: PARSE,
        was: 'true === ( $input->allowHttp ?? null )',
        becomes: '! empty( $input->allowHttp )',
        specs: [spec('Vectors')],
      },
      {
        guard: 'http that is allowed is allowed for no picture',
        file: PARSE,
        was: "$allowed['http'] && ! empty( $schema['x-http'] )",
        becomes: "$allowed['http']",
        specs: [spec('Vectors')],
      },
    ],
  },
  {
    kind: 'credentials',
    file: ADDRESS,
    specs: [spec('Address')],
    guards: [
      {
        guard: 'an address with a name or password is refused',
        was: '|[^\\s\\\\\\\\/?#@:]+)(?::',
        becomes: '|(?:[^\\s\\\\\\\\/?#@]*@)?[^\\s\\\\\\\\/?#@:]+)(?::',
        doubledBy: [{ was: '[#%\\/:<>?@\\[', becomes: '[#%\\/:<>?\\[' }],
      },
    ],
  },
  {
    kind: 'characters',
    file: ADDRESS,
    specs: [spec('Address')],
    guards: [
      {
        guard: 'a control character in an address is refused',
        was: '\\p{Cc}\\p{Cf}]/u',
        becomes: '\\p{Cf}]/u',
      },
      {
        guard: 'a format character in an address is refused',
        was: '\\p{Cc}\\p{Cf}]/u',
        becomes: '\\p{Cc}]/u',
      },
      {
        guard: 'white space in an address is refused',
        was: '/[\\s\\\\\\\\\\p{Cc}',
        becomes: '/[\\\\\\\\\\p{Cc}',
        doubledBy: [{ was: '[/?#][^\\s\\\\\\\\]*', becomes: '[/?#][^\\\\\\\\]*' }],
      },
      {
        guard: 'a backslash in an address is refused',
        was: '/[\\s\\\\\\\\\\p{Cc}',
        becomes: '/[\\s\\p{Cc}',
        doubledBy: [{ was: '[/?#][^\\s\\\\\\\\]*', becomes: '[/?#][^\\s]*' }],
      },
      {
        guard: 'what is not UTF-8 is no address',
        was: "*)?$~uD', $text, $parts )",
        becomes: "*)?$~D', $text, $parts )",
        doubledBy: [{ was: "\\p{Cf}]/u', $text )", becomes: "\\p{Cf}]/', $text )" }],
      },
      {
        guard: 'bidirectional controls are taken out of every text',
        file: PARSE,
        was: "(string) preg_replace( '/[\\x{061c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]/u', '', $text )",
        becomes: '$text',
        specs: [spec('Vectors')],
      },
      {
        guard: 'every text is composed',
        file: PARSE,
        was: '(string) \\Normalizer::normalize( $text )',
        becomes: '$text',
        specs: [spec('Vectors')],
      },
    ],
  },
  {
    kind: 'hosts',
    file: ADDRESS,
    specs: [spec('Address')],
    guards: [
      {
        guard: 'a port that does not exist is refused',
        was: ' || (int) $port > 65535',
        becomes: '',
      },
      {
        guard: 'an IPv4 address in an odd spelling is no host',
        was: "preg_match( '/(^|\\.)(\\d+|0x[\\da-f]*)\\.?$/', $host ) &&",
        becomes: 'false &&',
      },
      {
        guard: 'what stands in brackets is an IPv6 address',
        was: "filter_var( substr( $host, 1, -1 ), FILTER_VALIDATE_IP, FILTER_FLAG_IPV6 ) && ']'",
        becomes: "']'",
      },
      {
        guard: 'a sign that means something in an address is no part of a host',
        was: "preg_match( '/[^\\x21-\\x7e]|[#%\\/:<>?@\\[\\\\\\\\\\]^|]/', $host )",
        becomes: 'false',
      },
      {
        guard: 'a single label pins nothing',
        was: '(\\.[^\\\\\\\\/?#@:.*,]+)+$~uD',
        becomes: '(\\.[^\\\\\\\\/?#@:.*,]+)*$~uD',
      },
      {
        guard: 'a star, a comma and the parts of an address pin nothing',
        was: "'~^[^\\\\\\\\/?#@:.*,]+(\\.[^\\\\\\\\/?#@:.*,]+)+$~uD'",
        becomes: "'~^[^.]+(\\.[^.]+)+$~uD'",
      },
      {
        guard: 'a host that only ends like a pinned one is another',
        was: 'substr( $host, -strlen( $name ) - 1 ) === ".$name"',
        becomes: 'substr( $host, -strlen( $name ) ) === $name',
        specs: [spec('Vectors')],
      },
      {
        guard: 'a single label cannot be pinned by a definition either',
        was: "false !== strpos( $name, '.' ) && ",
        becomes: '',
      },
      {
        guard: 'a name under which anybody registers names cannot be pinned',
        was: "! preg_match( '/^(ac|ai|biz|com|edu|gov|health|id|info|int|io|name|net|org|pro)\\.vn$/', $name )",
        becomes: 'true',
      },
      {
        guard: 'a dot behind such a name changes nothing',
        was: "rtrim( $host, '.' )",
        becomes: '$host',
      },
    ],
  },
  {
    kind: 'values',
    file: PARSE,
    specs: [spec('Vectors')],
    guards: [
      {
        guard: 'a text that does not fit its pattern is refused',
        was: "if ( isset( $schema['pattern'] ) && ! preg_match(",
        becomes: 'if ( false && ! preg_match(',
      },
      {
        guard: 'a line break behind a pattern is refused',
        was: "$schema['pattern'] ) . '~uD'",
        becomes: "$schema['pattern'] ) . '~u'",
      },
      {
        guard: 'a text that is too long is refused',
        was: "isset( $schema['maxLength'] ) && mb_strlen( $text, 'UTF-8' ) > $schema['maxLength']",
        becomes: 'false',
      },
      {
        guard: 'an empty text is refused',
        was: "! empty( $schema['minLength'] ) && '' === $text",
        becomes: 'false',
      },
      {
        guard: 'a word that is none of the few is refused',
        was: "isset( $schema['enum'] ) && ! in_array( $text, $schema['enum'], true )",
        becomes: 'false',
      },
      {
        guard: 'an address is read before it is believed',
        was: 'return null !== read_address( $text, $http, $local );',
        becomes: 'return true;',
      },
      {
        guard: 'a day that does not exist is refused',
        was: 'return is_real_date( $text );',
        becomes: 'return true;',
      },
      {
        guard: 'what is no list is refused as one',
        was: 'if ( ! is_array( $value ) ) {\n\t\t\treturn $wrong();',
        becomes: 'if ( ! is_array( $value ) ) {\n\t\t\treturn array();',
      },
      {
        guard: 'of a list that is too long no more is read',
        was: "array_slice( $value, 0, $schema['maxItems'] )",
        becomes: '$value',
      },
      {
        guard: 'what is no object is refused as one',
        was: 'if ( ! $value instanceof \\stdClass ) {\n\t\t\treturn $wrong();',
        becomes: 'if ( ! $value instanceof \\stdClass ) {\n\t\t\t$value = (object) array();',
      },
      {
        guard: 'a wrong part that decides refuses the whole definition',
        was: "} elseif ( $required || ! empty( $property['x-refuses'] ) ) {",
        becomes: '} elseif ( $required ) {',
      },
      {
        guard: 'a list of which a part is wrong and that decides refuses the whole definition',
        was: "return ! empty( $schema['x-refuses'] ) && count( $faults ) > $before",
        becomes: 'return false',
      },
      {
        guard: 'a number beyond its bounds is refused',
        was: "&& $value >= $schema['minimum'] && $value <= $schema['maximum'] ?",
        becomes: '?',
      },
      {
        guard: 'half a number is refused',
        was: '&& floor( $value ) === (float) $value',
        becomes: '',
      },
      {
        guard: 'what is no text is refused as one',
        was: 'if ( ! is_string( $value ) ) {\n\t\treturn $wrong();',
        becomes: 'if ( ! is_string( $value ) ) {\n\t\t$value = (string) wp_json_encode( $value );',
      },
      {
        guard: 'a closing before the opening is refused',
        was: "$refuse( ! $before( $opens, $closes ), 'closes'",
        becomes: "$refuse( false, 'closes'",
      },
    ],
  },
  {
    kind: 'the way in',
    file: ENTRY,
    specs: [spec('Vectors')],
    guards: [
      {
        guard: 'a unit is escaped in an address',
        was: "'=' . encode_parameter( $unit )",
        becomes: "'=' . $unit",
      },
      {
        guard: 'no unit is sent where the contest takes none',
        was: "'' === $parameter || '' === $unit",
        becomes: "'' === $unit",
      },
      {
        guard: 'a contest with its way in elsewhere is refused',
        was: 'if ( ! is_on_host( host_of( $address ), $hosts ) ) {',
        becomes: 'if ( false ) {',
        specs: [spec('Contests')],
      },
      {
        guard: 'the ways into rounds are ways in',
        was: "if ( isset( $round['url'] ) ) {",
        becomes: 'if ( false ) {',
        specs: [spec('Source')],
      },
      {
        guard: 'results and calendar elsewhere are left out',
        was: 'if ( isset( $contest[ $field ] ) && ! is_on_host( host_of( $contest[ $field ] ), $links ) ) {',
        becomes: 'if ( false ) {',
        specs: [spec('Contests')],
      },
      {
        guard: 'the address of a document elsewhere is left out',
        was: "if ( isset( $document['url'] ) && ! is_on_host( host_of( $document['url'] ), $links ) ) {",
        becomes: 'if ( false ) {',
        specs: [spec('Contests')],
      },
      {
        guard: 'a way in without encryption is known',
        was: "0 === strpos( $address, 'http:' ) && ! is_local_host( host_of( $address ) )",
        becomes: 'false',
        specs: [spec('Source')],
      },
    ],
  },
  {
    kind: 'which copy wins',
    file: COPIES,
    specs: [spec('Vectors')],
    guards: [
      {
        guard: 'a lower revision does not win',
        was: "return $mine['revision'] > $other['revision']",
        becomes: "return $mine['revision'] !== $other['revision']",
      },
      {
        guard: 'a higher revision that is taken back does not win',
        was: "? ( $other['replaces'] ?? null ) !== $mine['revision']",
        becomes: '? true',
      },
      {
        guard: 'a lower revision takes back only the one that it names',
        was: ": ( $mine['replaces'] ?? null ) === $other['revision'];",
        becomes: ": isset( $mine['replaces'] );",
      },
      {
        guard: 'a copy read earlier does not win over one of the same revision',
        was: 'return $my_time > $its_time;',
        becomes: 'return true;',
      },
      {
        guard: 'a revision takes back none below it',
        file: PARSE,
        was: "if ( isset( $contest['replaces'] ) && $contest['replaces'] <= $contest['revision'] ) {",
        becomes: 'if ( false ) {',
      },
    ],
  },
];
