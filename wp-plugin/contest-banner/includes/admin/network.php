<?php
/**
 * Network Admin → Settings → Contests: a default for all sites of the network.
 *
 * @package contest-banner
 */

namespace Contest_Banner;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/** Adds the page to the network's menu. */
function add_network_page(): void {
	$hook = add_submenu_page(
		'settings.php',
		__( 'Contests', 'contest-banner' ),
		__( 'Contests', 'contest-banner' ),
		'manage_network_options',
		PAGE,
		__NAMESPACE__ . '\render_network_page'
	);
	add_action( "load-$hook", __NAMESPACE__ . '\load_network_page' );
}
add_action( 'network_admin_menu', __NAMESPACE__ . '\add_network_page' );

/**
 * What is registered for the network.
 *
 * @return array{contests: array<int, array<string, mixed>>, hosts: string[]}
 */
function network_settings(): array {
	$stored = get_site_option( NETWORK_OPTION );
	return array(
		'contests' => array_map( __NAMESPACE__ . '\clean_entry', is_array( $stored['contests'] ?? null ) ? $stored['contests'] : array() ),
		'hosts'    => names( $stored['hosts'] ?? array() ),
	);
}

/** What was sent to the page. */
function load_network_page(): void {
	load_reading();
	wp_enqueue_style( 'contest-banner-admin', plugins_url( 'includes/admin/admin.css', FILE ), array(), VERSION );
	if ( ! is_post() ) {
		return;
	}
	if ( ! current_user_can( 'manage_network_options' ) ) {
		wp_die( esc_html__( 'You may not change the contests of this network.', 'contest-banner' ), 403 );
	}
	check_admin_referer( 'contest_banner_network' );

	$network = network_settings();
	$hosts   = read_hosts( sent( 'hosts' ) );
	$source  = trim( sent( 'source' ) );
	$text    = sent( 'text' );
	$errors  = array();
	$remove  = array_map( 'intval', isset( $_POST['remove'] ) && is_array( $_POST['remove'] ) ? $_POST['remove'] : array() );
	if ( $hosts['wrong'] ) {
		/* translators: %s: what was typed. */
		$errors[] = sprintf( __( 'Allowed hosts: expected host names such as cuocthi.example.vn, got “%s”.', 'contest-banner' ), implode( '”, “', $hosts['wrong'] ) );
	}
	$network['contests'] = array_values( array_diff_key( $network['contests'], array_flip( $remove ) ) );
	$network['hosts']    = $hosts['hosts'];
	if ( ! $errors && '' !== $source . trim( $text ) ) {
		$entry = network_candidate( $source, $text, $network );
		if ( is_wp_error( $entry ) ) {
			$errors = $entry->get_error_messages();
		} else {
			$network['contests'][] = $entry;
		}
	}
	if ( $errors ) {
		form( compact( 'errors', 'source', 'text' ) + array( 'unit' => array( 'hosts' => sent( 'hosts' ) ) ) );
		return;
	}
	update_site_option( NETWORK_OPTION, $network );
	for_each_site( __NAMESPACE__ . '\take_over_network', true );
	wp_safe_redirect(
		add_query_arg(
			array(
				'page' => PAGE,
				'done' => 'saved',
			),
			network_admin_url( 'settings.php' )
		)
	);
	exit;
}

/**
 * A contest for the network, checked.
 *
 * @param string   $source Address, or empty.
 * @param string   $text   JSON, where there is no address.
 * @param array{contests: array<int, array<string, mixed>>, hosts: string[]} $network What it is to stand beside.
 * @return array<string, mixed>|\WP_Error The entry.
 */
function network_candidate( string $source, string $text, array $network ) {
	$beside    = array_merge(
		settings(),
		array(
			'contests' => $network['contests'],
			'only'     => array(),
			'limits'   => $network['hosts'] ? $network['hosts'] : null,
		)
	);
	$candidate = candidate( $source, $text, $beside );
	if ( ! is_wp_error( $candidate ) && null !== $candidate['replaces'] ) {
		return new \WP_Error( 'network', __( 'id: this contest is registered already. Remove it first.', 'contest-banner' ) );
	}
	return is_wp_error( $candidate ) ? $candidate : $candidate['entry'];
}

/** The page. */
function render_network_page(): void {
	$form    = form();
	$network = network_settings();
	$hosts   = $form['unit']['hosts'] ?? implode( "\n", $network['hosts'] );
	echo '<div class="wrap contest-banner-admin"><h1>' . esc_html__( 'Contests of all sites', 'contest-banner' ) . '</h1>';
	if ( $form['errors'] ) {
		wp_admin_notice( implode( '<br>', array_map( 'esc_html', $form['errors'] ) ), array( 'type' => 'error' ) );
	} elseif ( isset( $_GET['done'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification -- Only chooses a sentence.
		wp_admin_notice( esc_html__( 'Saved.', 'contest-banner' ), array( 'type' => 'success' ) );
	}
	?>
	<form method="post" class="card">
		<?php wp_nonce_field( 'contest_banner_network' ); ?>
		<p><?php esc_html_e( 'Every site shows these contests besides its own. Each site keeps its own unit.', 'contest-banner' ); ?></p>
		<?php foreach ( $network['contests'] as $index => $entry ) : ?>
			<p><label>
				<input type="checkbox" name="remove[]" value="<?php echo (int) $index; ?>">
				<?php
				$contest = contest_of( $entry );
				/* translators: 1: title of a contest; 2: its source. */
				echo esc_html( sprintf( __( 'Remove “%1$s” (%2$s)', 'contest-banner' ), $contest['title'] ?? '?', '' === $entry['source'] ? __( 'pasted', 'contest-banner' ) : $entry['source'] ) );
				?>
			</label></p>
		<?php endforeach; ?>
		<p>
			<label for="contest-banner-source"><strong><?php esc_html_e( 'Add: source address', 'contest-banner' ); ?></strong></label><br>
			<input type="url" id="contest-banner-source" name="source" class="large-text code" value="<?php echo esc_attr( $form['source'] ); ?>">
		</p>
		<p>
			<label for="contest-banner-text"><strong><?php esc_html_e( 'Or the content of a contest.json', 'contest-banner' ); ?></strong></label><br>
			<textarea id="contest-banner-text" name="text" rows="5" class="large-text code" spellcheck="false"><?php echo esc_textarea( $form['text'] ); ?></textarea>
		</p>
		<p>
			<label for="contest-banner-hosts"><strong><?php esc_html_e( 'Allowed hosts', 'contest-banner' ); ?></strong></label><br>
			<textarea id="contest-banner-hosts" name="hosts" rows="3" class="regular-text code" spellcheck="false" aria-describedby="contest-banner-hosts-help"><?php echo esc_textarea( $hosts ); ?></textarea>
			<span class="description" id="contest-banner-hosts-help"><?php esc_html_e( 'Banners of all sites may lead to these hosts only, one a line. Empty: each site’s administrator decides.', 'contest-banner' ); ?></span>
		</p>
		<p><button class="button button-primary"><?php esc_html_e( 'Save', 'contest-banner' ); ?></button></p>
	</form>
	</div>
	<?php
}
