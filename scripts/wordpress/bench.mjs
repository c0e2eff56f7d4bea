/**
 * What the plugin costs a page of a real WordPress: `npm run bench -- wordpress`.
 */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median } from '../bench/statistics.mjs';
import { requirements, startWordPress } from './server.mjs';

const PLUGIN = fileURLToPath(new URL('../../wp-plugin/contest-banner', import.meta.url));
const FILE = 'contest-banner/contest-banner.php';
const VIEWS = 25;

/** Says at the end of each page what it took. */
const COUNTER = `<?php
add_action( 'wp_footer', static function () {
  printf( '<!-- cost %d %.2f -->', get_num_queries(), 1000 * ( microtime( true ) - $_SERVER['REQUEST_TIME_FLOAT'] ) );
}, 9999 );
`;

const PREPARE = `
  Contest_Banner\\load_reading();
  Contest_Banner\\register_contest( Contest_Banner\\candidate( '', $input ) );
  $pages = array();
  foreach ( array( '<p>Trang</p>', '<p>Trang</p>[contest_banner]' ) as $content ) {
    $pages[] = get_permalink( wp_insert_post( array( 'post_type' => 'page', 'post_status' => 'publish', 'post_title' => 'Trang', 'post_content' => $content ) ) );
  }
  return $pages;
`;

const DEFINITION = {
  id: 'bench',
  revision: 1,
  title: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính năm 2024',
  url: 'https://cuocthi.example.vn/',
  opens: '2024-11-18T07:30:00+07:00',
  closes: '2099-12-13T16:30:00+07:00',
  documents: [{ kind: 'rules', title: 'Thể lệ', url: 'https://cuocthi.example.vn/the-le' }],
};

async function view(address) {
  // The first views fill WordPress's own caches and PHP's.
  for (let i = 0; i < VIEWS; i++) await fetch(address);
  const times = [];
  let html;
  for (let i = 0; i < VIEWS; i++) {
    html = await (await fetch(address)).text();
    times.push(Number(/<!-- cost \d+ ([\d.]+)/.exec(html)[1]));
  }
  return {
    queries: Number(/<!-- cost (\d+)/.exec(html)[1]),
    scripts: html.match(/<script[^>]+src=/g)?.length ?? 0,
    'style sheets': html.match(/<link[^>]+rel=.stylesheet/g)?.length ?? 0,
    'HTML, bytes': Buffer.byteLength(html),
    'PHP, ms': median(times),
  };
}

/** Prints a table a theme: a page with the plugin off, one without the banner, and one with it. */
export async function benchWordPress() {
  const lacking = requirements();
  if (lacking.length || !existsSync(`${PLUGIN}/build`)) {
    console.log(
      `\nWordPress is left out: ${lacking.join(' ') || 'npm run build:wordpress comes first.'}`,
    );
    return;
  }
  for (const theme of ['twentytwentyfive', 'twentytwentyone']) {
    const site = await startWordPress({ plugin: PLUGIN, theme, muPlugins: { counter: COUNTER } });
    try {
      const [plain, banner] = await site.php(PREPARE, { input: JSON.stringify(DEFINITION) });
      const on = await view(plain);
      const shown = await view(banner);
      await site.php(
        `require_once ABSPATH . 'wp-admin/includes/plugin.php'; deactivate_plugins( '${FILE}' );`,
      );
      const off = await view(plain);
      console.log(`\nWordPress ${site.version}, ${site.theme}, median of ${VIEWS} views:`);
      console.log(`  ${''.padEnd(14)}${['plugin off', 'no banner', 'banner'].map(right).join('')}`);
      for (const name of Object.keys(on))
        console.log(
          `  ${name.padEnd(14)}${[off, on, shown].map((one) => right(one[name])).join('')}`,
        );
    } finally {
      await site.stop();
    }
  }
}

const right = (value) => String(value).padStart(12);
