/** What gets into a page: escaping, what authors may say, what visitors never see. */

const FOLDER = 'wp-plugin/contest-banner/includes/';
const BANNER = `${FOLDER}banner.php`;
const SMALL = `${FOLDER}small-case.php`;
const HTML = `${FOLDER}html.php`;
const CONTESTS = `${FOLDER}contests.php`;
const REST = `${FOLDER}rest.php`;
const spec = (name) => `test/wordpress/php/${name}Test.php`;

export const groups = [
  {
    kind: 'escaping',
    file: HTML,
    specs: [spec('Banner')],
    guards: [
      {
        guard: 'text is escaped for HTML',
        was: "htmlspecialchars( $text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_DISALLOWED, 'UTF-8' ),",
        becomes: '$text,',
      },
      {
        guard: 'text is escaped for a quoted attribute, quotes of both kinds',
        was: 'ENT_QUOTES | ENT_SUBSTITUTE',
        becomes: 'ENT_NOQUOTES | ENT_SUBSTITUTE',
      },
      {
        guard: 'text that is no UTF-8 does not empty what stands around it',
        was: ' | ENT_SUBSTITUTE',
        becomes: '',
      },
      {
        guard: 'text is no shortcode',
        was: "'['        => '&#x5B;',\n\t\t\t']'        => '&#x5D;',",
        becomes: '',
      },
      {
        guard: 'JSON does not end the script that it stands in',
        was: 'JSON_HEX_TAG | ',
        becomes: '',
      },
      {
        guard: 'JSON in a script is no shortcode',
        was: "array(\n\t\t\t\t'[' => '\\u005b',\n\t\t\t\t']' => '\\u005d',\n\t\t\t)",
        becomes: 'array()',
      },
      {
        guard: 'an address is escaped in its attribute',
        was: '"<a$more href=\\"" . text( $address ) . \'">\'',
        becomes: '"<a$more href=\\"" . $address . \'">\'',
      },
      {
        guard: 'the title of a link is escaped',
        was: "text( $text ) . '</a>'",
        becomes: "$text . '</a>'",
      },
      {
        guard: 'the title is escaped',
        was: "text( $contest['title'] )",
        becomes: "$contest['title']",
      },
      {
        guard: 'the notice is escaped',
        was: 'array_unshift( $lines, text( $note ) );',
        becomes: 'array_unshift( $lines, $note );',
      },
      {
        guard: 'what editors are told is escaped',
        was: 'nl2br( text( $message ) )',
        becomes: 'nl2br( $message )',
      },
      {
        guard: 'an attribute of the element is escaped',
        file: BANNER,
        was: 'text( $value )',
        becomes: '(string) $value',
      },
      {
        guard: 'the title of the small case is escaped where it stands alone',
        file: SMALL,
        was: "return text( $attributes['heading'] ) . $note;",
        becomes: "return $attributes['heading'] . $note;",
      },
    ],
  },
  {
    kind: 'authors',
    file: BANNER,
    specs: [spec('Banner')],
    guards: [
      {
        guard: 'a shortcode names no address to read',
        was: "shortcode_atts( ATTRIBUTES, is_array( $given ) ? $given : array(), 'contest_banner' )",
        becomes: '(array) $given',
        doubledBy: [
          {
            was: "\t\tarray_intersect_key( $attributes, array_flip( array( 'lang', 'layout', 'precision', 'qr' ) ) ),",
            becomes: '\t\t$attributes,',
          },
          {
            was: '$attributes = array();\n\tforeach ( ATTRIBUTES',
            becomes: '$attributes = $given;\n\tforeach ( ATTRIBUTES',
          },
        ],
      },
      {
        guard: 'an attribute of a few words takes no other',
        was: "isset( CHOICES[ $name ] ) && ! in_array( $value, CHOICES[ $name ], true ) ? '' : $value",
        becomes: '$value',
      },
      {
        guard: 'an attribute that is no text counts as none',
        was: 'is_scalar( $given[ $name ] ?? null ) ? trim( (string) $given[ $name ] ) : $default',
        becomes: 'trim( (string) ( $given[ $name ] ?? $default ) )',
      },
      {
        guard: 'the unit of a shortcode is one line of 100 characters at most',
        was: "clean_unit( '' === $attributes['unit'] ? settings()['unit'] : $attributes['unit'] )",
        becomes: "'' === $attributes['unit'] ? settings()['unit'] : $attributes['unit']",
      },
      {
        guard: 'a block has the classes that the editor gives it, and no others',
        file: `${FOLDER}block.php`,
        was: "unset( $attributes['class'] );",
        becomes: '',
      },
      {
        guard: 'the small case leads nowhere but where contests of this site lead',
        file: SMALL,
        was: '$pinned = $contest ? pin( $contest, $ways, $hosts ) : null;',
        becomes: '$pinned = $contest;',
      },
      {
        guard: 'the small case leads in nowhere where only documents lie',
        file: SMALL,
        was: 'pin( $contest, $ways, $hosts ) : null;',
        becomes: 'pin( $contest, $hosts, $hosts ) : null;',
      },
      {
        guard: 'the rules of the small case that lie elsewhere are left out of the element too',
        file: SMALL,
        was: "isset( $pinned['documents'][0]['url'] ) ? $attributes['rules'] : ''",
        becomes: "$attributes['rules']",
      },
      {
        guard: 'the small case hands its hosts to the element',
        file: SMALL,
        was: "'hosts'   => implode( ' ', $hosts ),",
        becomes: '',
      },
      {
        guard: 'a contest hands its hosts to the element',
        was: "'hosts'        => implode( ' ', '' === $id ? all_hosts() : $hosts ),",
        becomes: '',
      },
      {
        guard: 'nothing is shown half a year after the end',
        was: "'until'        => until_day( $entry['until'] ),",
        becomes: '',
      },
      {
        guard: 'nothing is printed either from that day on',
        was: "if ( is_over( $entry['until'], now() ) ) {",
        becomes: 'if ( false ) {',
        specs: [spec('Until')],
      },
      {
        guard: 'nothing leads to the hosts of a contest that is over',
        file: CONTESTS,
        was: "array_filter( shown_contests(), static fn( array $one ): bool => ! is_over( $one['entry']['until'], now() ) );",
        becomes: 'shown_contests();',
        specs: [spec('Until')],
      },
    ],
  },
  {
    kind: 'links of authors',
    file: `${FOLDER}pins.php`,
    specs: [spec('Links')],
    guards: [
      {
        guard: 'the script says where links may lead, and what they may name',
        file: BANNER,
        was: '$tags->set_attribute( $name, $value );',
        becomes: '',
      },
      {
        guard: 'it stands beside each banner as well, for where the tag of the script is rewritten',
        file: BANNER,
        was: "attributes( link_pins() ) . '>{}</script>'",
        becomes: "'>{}</script>'",
      },
      {
        guard: 'a link names nothing of this site but contests and registered sources',
        was: '$sources  = own_sources();',
        becomes: '$sources  = array();',
      },
      {
        guard: 'a link names nothing on a host of documents',
        was: "$one['entry']['hosts'] ) as $host",
        becomes: "$one['hosts'] ) as $host",
      },
      {
        guard: 'a link leads to no host of documents',
        was: 'all_hosts( true ) ),',
        becomes: 'all_hosts() ),',
      },
      {
        guard: 'a secret in the address of a source is not told',
        was: "false === strpos( $one['entry']['source'], '?' )",
        becomes: 'true',
      },
      {
        guard: 'a contest on the site itself opens none of its files',
        was: '! is_on_host( $own, array( $host ) )',
        becomes: 'true',
      },
    ],
  },
  {
    kind: 'visitors',
    specs: [spec('Banner')],
    guards: [
      {
        guard: 'the report is left out of pages',
        file: CONTESTS,
        was: 'unset( $definition->report );',
        becomes: '',
      },
      {
        guard: 'the picture of another site is not handed out',
        file: CONTESTS,
        was: 'unset( $definition->banner );',
        becomes: '',
        specs: [spec('Contests')],
      },
      {
        guard: 'the picture of an earlier revision is not handed out',
        file: CONTESTS,
        was: " && 0 === strpos( $entry['picture']['file'], $name ) ) {",
        becomes: ' ) {',
        specs: [spec('Contests')],
      },
      {
        guard: 'a visitor does not see what is wrong',
        file: HTML,
        was: "return current_user_can( 'edit_posts' )",
        becomes: 'return true',
      },
      {
        guard: 'a contest that is over or suspended has no way in',
        file: HTML,
        was: "if ( 'closed' !== $at['phase'] && 'suspended' !== $at['phase'] ) {",
        becomes: 'if ( true ) {',
      },
      {
        guard: 'a way in without encryption says so',
        file: HTML,
        was: "0 === strpos( $way, 'http:' ) && ! is_local_host( host_of( $way ) )",
        becomes: 'false',
      },
      {
        guard: 'a retired contest takes no room',
        file: BANNER,
        was: "$retired ? '' : ordinary_html( $contest, $attributes['lang'], $attributes['unit'] )",
        becomes: "ordinary_html( $contest, $attributes['lang'], $attributes['unit'] )",
      },
    ],
  },
  {
    kind: 'REST',
    file: REST,
    specs: [spec('Rest')],
    guards: [
      {
        guard: 'contests are listed to those who write only',
        was: "static fn(): bool => current_user_can( 'edit_posts' ),",
        becomes: "'__return_true',",
      },
      {
        guard: 'the address of the settings is told to administrators only',
        was: "current_user_can( 'manage_options' ) ? admin_url",
        becomes: 'true ? admin_url',
      },
      {
        guard: 'the id comes from the address, not from the query',
        was: "$request->get_url_params()['id']",
        becomes: "$request->get_param( 'id' )",
      },
      {
        guard: 'a contest that is not registered is not answered',
        was: 'if ( null === $key ) {',
        becomes: "if ( null === $key && ! settings()['contests'] ) {",
      },
      {
        guard: 'an address is for reading alone',
        was: "'methods'             => 'GET',\n\t\t\t'callback'            => __NAMESPACE__ . '\\answer_contest',",
        becomes:
          "'methods'             => 'GET, POST',\n\t\t\t'callback'            => __NAMESPACE__ . '\\answer_contest',",
      },
      {
        guard: 'other sites read it without cookies',
        was: "header_remove( 'Access-Control-Allow-Credentials' );",
        becomes: '',
      },
    ],
  },
];
