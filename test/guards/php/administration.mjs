/** Who may change anything, and what an administrator is shown. */

const FOLDER = 'wp-plugin/contest-banner/includes/admin/';
const ACTIONS = `${FOLDER}actions.php`;
const NETWORK = `${FOLDER}network.php`;
const CONTEST = `${FOLDER}contest.php`;
const SHEETS = 'wp-plugin/contest-banner/includes/sheets.php';
const PAGE = `${FOLDER}page.php`;
const spec = (name) => `test/wordpress/php/${name}Test.php`;

export const groups = [
  {
    kind: 'capability and nonce',
    file: ACTIONS,
    specs: [spec('Admin')],
    guards: [
      {
        guard: 'only an administrator changes anything',
        was: "if ( ! current_user_can( 'manage_options' ) ) {",
        becomes: 'if ( false ) {',
      },
      {
        guard: 'an administrator changes nothing by another site’s form',
        was: "check_admin_referer( 'contest_banner' );",
        becomes: '',
      },
      {
        guard: 'an address alone changes nothing',
        was: 'if ( ! is_post() ) {\n\t\treturn;\n\t}\n\tif ( ! current_user_can',
        becomes: 'if ( ! current_user_can',
      },
      {
        guard: 'only a network’s administrator changes anything for a network',
        file: NETWORK,
        was: "if ( ! current_user_can( 'manage_network_options' ) ) {",
        becomes: 'if ( false ) {',
        specs: [spec('NetworkAdmin')],
      },
      {
        guard: 'a network’s administrator changes nothing by another site’s form',
        file: NETWORK,
        was: "check_admin_referer( 'contest_banner_network' );",
        becomes: '',
        specs: [spec('NetworkAdmin')],
      },
      {
        guard: 'the page is for administrators',
        file: `${FOLDER}admin.php`,
        was: "'manage_options',\n\t\tPAGE,",
        becomes: "'read',\n\t\tPAGE,",
      },
      {
        guard: 'the page of a network is for its administrators',
        file: NETWORK,
        was: "'manage_network_options',\n\t\tPAGE,",
        becomes: "'read',\n\t\tPAGE,",
        specs: [spec('NetworkAdmin')],
      },
      {
        guard: 'what waits for a yes is told to administrators only',
        file: `${FOLDER}admin.php`,
        was: " || ! current_user_can( 'manage_options' ) ) {\n\t\treturn;",
        becomes: ' ) {\n\t\treturn;',
      },
    ],
  },
  {
    kind: 'what is sent',
    file: ACTIONS,
    specs: [spec('Admin')],
    guards: [
      {
        guard: 'what was not seen is not registered',
        was: "if ( ! hash_equals( seen_hash( $candidate ), sent( 'seen' ) ) ) {",
        becomes: 'if ( false ) {',
      },
      {
        guard: 'a file is one that was sent',
        was: ' || ! is_uploaded_file( $path ) ) {',
        becomes: ' ) {',
      },
      {
        guard: 'other links are pinned only where that was agreed to',
        was: "$candidate['entry']['links'] = array();",
        becomes: '',
      },
      {
        guard: 'a text that is no UTF-8 is none',
        was: 'wp_check_invalid_utf8( wp_unslash( $_POST[ $name ] ) )',
        becomes: 'wp_unslash( $_POST[ $name ] )',
      },
      {
        guard: 'what is no host is not saved',
        was: 'if ( $wrong ) {',
        becomes: 'if ( false ) {',
      },
      {
        guard: 'a host outside of what the network allows is not saved',
        was: 'if ( $outside ) {',
        becomes: 'if ( false ) {',
      },
      {
        guard: 'a unit that is too long is not saved',
        was: "mb_strlen( trim( sent( 'unit' ) ), 'UTF-8' ) > LONGEST_UNIT",
        becomes: 'false',
      },
      {
        guard: 'the name of the unit is one line of text',
        was: "sanitize_text_field( sent( 'unit_name' ) )",
        becomes: "sent( 'unit_name' )",
      },
      {
        guard: 'what is no host is not saved for a network',
        file: NETWORK,
        was: "if ( $hosts['wrong'] ) {",
        becomes: 'if ( false ) {',
        specs: [spec('NetworkAdmin')],
      },
      {
        guard: 'a contest that the network does not allow is not registered for it',
        file: NETWORK,
        was: "'limits'   => $network['hosts'] ? $network['hosts'] : null,",
        becomes: "'limits'   => null,",
        specs: [spec('NetworkAdmin')],
      },
      {
        guard: 'a contest of the network is not replaced unasked',
        file: NETWORK,
        was: "if ( ! is_wp_error( $candidate ) && null !== $candidate['replaces'] ) {",
        becomes: 'if ( false ) {',
        specs: [spec('NetworkAdmin')],
      },
    ],
  },
  {
    kind: 'escaping',
    file: CONTEST,
    specs: [spec('AdminPage')],
    guards: [
      {
        guard: 'a title is escaped on the page of settings',
        was: "printf( '<h2>%s</h2>', esc_html( $contest['title'] ?? __( 'A contest that cannot be read', 'contest-banner' ) ) );",
        becomes: "printf( '<h2>%s</h2>', $contest['title'] ?? '' );",
      },
      {
        guard: 'a title that is about to be registered is escaped',
        was: "printf( '<h2>%s</h2>', esc_html( $contest['title'] ) );",
        becomes: "printf( '<h2>%s</h2>', $contest['title'] );",
      },
      {
        guard: 'the text that is about to be registered is escaped',
        was: "esc_textarea( $form['text'] )",
        becomes: "$form['text']",
      },
      {
        guard: 'the definition that is about to be registered ends no script',
        was: 'json_in_script( published_text( $entry, true ) )',
        becomes: 'published_text( $entry, true )',
      },
      {
        guard: 'where a source has moved is escaped',
        was: "echo esc_html( sprintf( __( 'The source says it has moved for good, to %s.', 'contest-banner' ), $state['moved'] ) );",
        becomes:
          "echo sprintf( __( 'The source says it has moved for good, to %s.', 'contest-banner' ), $state['moved'] );",
      },
      {
        guard: 'a fact is escaped, and a failure with it',
        file: `${FOLDER}facts.php`,
        was: 'nl2br( esc_html( $text ) )',
        becomes: 'nl2br( $text )',
      },
      {
        guard: 'a source that was typed is escaped',
        file: PAGE,
        was: "esc_attr( $form['source'] )",
        becomes: "$form['source']",
      },
      {
        guard: 'a text that was typed is escaped',
        file: PAGE,
        was: "esc_textarea( $form['text'] )",
        becomes: "$form['text']",
      },
      {
        guard: 'what is wrong is escaped',
        file: PAGE,
        was: "array_map( 'esc_html', $form['errors'] )",
        becomes: "$form['errors']",
      },
      {
        guard: 'the unit is escaped',
        file: PAGE,
        was: "esc_attr( $values['unit'] )",
        becomes: "$values['unit']",
      },
      {
        guard: 'the name of the unit is escaped',
        file: PAGE,
        was: "esc_attr( $values['unit_name'] )",
        becomes: "$values['unit_name']",
      },
      {
        guard: 'hosts that were typed are escaped',
        file: PAGE,
        was: 'esc_textarea( $hosts )',
        becomes: '$hosts',
      },
    ],
  },
  {
    kind: 'poster and board',
    specs: [spec('Sheets')],
    guards: [
      {
        guard: 'a contest that is not shown is not printed either',
        file: CONTEST,
        was: "if ( $shown && ! is_over( $entry['until'], now() ) ) {\n\t\trender_sheets( $shown['contest']['id'],",
        becomes:
          "if ( $contest && ! is_over( $entry['until'], now() ) ) {\n\t\trender_sheets( $contest['id'],",
      },
      {
        guard: 'a contest that is over is not printed',
        file: CONTEST,
        was: "$shown && ! is_over( $entry['until'], now() )",
        becomes: '$shown',
      },
      {
        guard: 'a unit’s name says nothing else to them',
        file: SHEETS,
        was: "http_build_query( $query, '', '&', PHP_QUERY_RFC3986 )",
        becomes: 'urldecode( http_build_query( $query ) )',
      },
      {
        guard: 'they pin where contests of the site lead, and what they may name',
        file: SHEETS,
        was: "$tags->set_attribute( 'content', $filled[ $name ] );",
        becomes: '',
      },
      {
        guard: 'they run no file but those of the plugin',
        file: SHEETS,
        was: "'script-src ' . ltrim( $folder, '/' )",
        becomes: '"script-src \'self\'"',
      },
      {
        guard: 'their policy is told in a header too, and who may frame them',
        file: SHEETS,
        was: `header( "Content-Security-Policy: {$sheet['policy']}" . ( 'frame' === $page ? '' : "; frame-ancestors 'self'" ) );`,
        becomes: '',
      },
      {
        guard: 'nobody keeps a page with what was pinned once',
        file: SHEETS,
        was: "header( 'Cache-Control: no-cache' );",
        becomes: '',
      },
      {
        guard: 'there are no pages but these',
        file: SHEETS,
        was: ' || ! in_array( $page, SHEETS, true )',
        becomes: '',
      },
    ],
  },
];
