import { expect } from 'chai';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import packageJson from '../../package.json';
import { ROOT } from '../pages/support/server.ts';
import { ZIP } from './support/site.ts';

/** The plugin's own tools bring the library that packs it. */
const { unzipSync } = createRequire(`${ROOT}wp-plugin/package.json`)('fflate') as {
  unzipSync(zip: Uint8Array): Record<string, Uint8Array>;
};

describe('the zip of the plugin', () => {
  let files: Record<string, string>;
  before(async () => {
    const zipped = unzipSync(await readFile(ZIP));
    files = Object.fromEntries(
      Object.entries(zipped).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
    );
  });

  const names = () => Object.keys(files);
  const header = (file: string, field: string) =>
    new RegExp(`^[ \\t*]*${field}: *(.*)$`, 'm').exec(files[`contest-banner/${file}`]!)?.[1];

  it('lies in a folder of the name by which WordPress knows it', () => {
    expect(names().filter((name) => !name.startsWith('contest-banner/'))).to.deep.equal([]);
  });

  it('has all that it needs', () => {
    expect(names()).to.include.members(
      [
        'contest-banner.php',
        'uninstall.php',
        'readme.txt',
        'LICENSE',
        'build/contest-banner.js',
        'build/contest-display.js',
        'build/frame.html',
        'build/poster.html',
        'build/board.html',
        'build/contest.schema.json',
        'build/LICENCES.txt',
        'build/banner/block.json',
        'build/banner/index.js',
        'build/languages/contest-banner-vi.mo',
        'build/languages/contest-banner-vi.l10n.php',
      ].map((name) => `contest-banner/${name}`),
    );
  });

  it('has nothing hidden, packed once more, or of its tools', () => {
    const others = names().filter(
      (name) =>
        /\/\./.test(name) ||
        /\.(zip|gz|tar|phar|map|tsx?|mjs|po)$/.test(name) ||
        /node_modules|vendor|\/test/.test(name),
    );
    expect(others).to.deep.equal([]);
  });

  it('names the same version everywhere', () => {
    const { version } = packageJson;
    expect(header('contest-banner.php', 'Version')).to.equal(version);
    expect(header('readme.txt', 'Stable tag')).to.equal(version);
    expect(files['contest-banner/contest-banner.php']).to.contain(`const VERSION = '${version}';`);
  });

  it('names the same needs and licence in both places', () => {
    for (const field of ['Requires at least', 'Requires PHP', 'License'])
      expect(header('readme.txt', field), field).to.equal(header('contest-banner.php', field));
  });

  it('cannot be replaced by a plugin of the same name', () => {
    expect(header('contest-banner.php', 'Update URI')).to.equal('false');
  });

  it('goes by its folder’s name in translations', () => {
    expect(header('contest-banner.php', 'Text Domain')).to.equal('contest-banner');
  });

  for (const name of ['contest-banner.js', 'contest-display.js'])
    it(`holds ${name} as it was built`, async () => {
      const built = await readFile(`${ROOT}dist/${name}`, 'utf8');
      expect(files[`contest-banner/build/${name}`]).to.equal(built);
    });

  for (const name of ['frame.html', 'poster.html', 'board.html'])
    it(`holds ${name} as it was built, but for what it may draw by itself`, async () => {
      const built = await readFile(`${ROOT}dist/${name}`, 'utf8');
      const [open, nothing] = ['""', '"./"'].map(
        (sources) => `<meta name="contest-sources" content=${sources} />`,
      );
      expect(files[`contest-banner/build/${name}`]).to.equal(built.replace(open!, nothing!));
      expect(files[`contest-banner/build/${name}`]).to.include(nothing);
    });

  it('loads nothing from another host', () => {
    for (const [name, text] of Object.entries(files))
      if (/\.(php|css)$/.test(name))
        expect(text, name).not.to.match(/(src|url|enqueue_(script|style))\b[^\n]{0,40}https?:\/\//);
  });

  it('stops PHP files that are asked for by themselves', () => {
    for (const [name, text] of Object.entries(files))
      if (name.endsWith('.php') && !name.includes('/build/'))
        expect(text, name).to.match(/defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \)/);
  });
});
