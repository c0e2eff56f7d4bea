import { expect } from 'chai';
import { inPhase, shadowText } from '../pages/support/browser.ts';
import { DEFINITION } from './support/source.ts';
import { register, useAdmin, useBrowser, useWordPress } from './support/site.ts';

const UNIT = 'UBND xã Hợp Tiến – huyện "Nam Sách" & khác';

describe('the pages that the plugin carries', function () {
  this.timeout(60_000);
  const setting = useWordPress();
  const browser = useBrowser();
  const admin = useAdmin(setting, browser);

  before(async () => {
    await register(setting.site, {
      text: JSON.stringify({ ...DEFINITION, unitParameter: 'don-vi' }),
    });
    await setting.site.php(
      `Contest_Banner\\change_settings( static fn( $settings ) => array_merge( $settings, $input ) );`,
      { input: { unit: 'hop-tien', unit_name: UNIT } },
    );
  });

  /** The links of the settings page to them, by what they say. */
  async function links(): Promise<Record<string, string>> {
    await admin.page.goto(`${setting.site.url}/wp-admin/options-general.php?page=contest-banner`);
    return admin.page.$$eval('.contest-banner-card a[href*="/build/"]', (all) =>
      Object.fromEntries(
        all.map((link) => [link.textContent!, (link as HTMLAnchorElement).href] as const),
      ),
    );
  }

  it('are linked from the settings page, with the unit and its name', async () => {
    const found = await links();
    expect(Object.keys(found)).to.deep.equal(['Áp phích A4', 'Áp phích A3', 'Bảng sảnh']);
    for (const address of Object.values(found)) {
      const { origin, searchParams } = new URL(address);
      expect(origin).to.equal(new URL(setting.site.url).origin);
      expect(searchParams.get('unit')).to.equal('hop-tien');
      expect(searchParams.get('unit-name')).to.equal(UNIT);
      expect((await fetch(address)).status).to.equal(200);
      const source = await fetch(searchParams.get('src')!);
      expect(((await source.json()) as { id: string }).id).to.equal(DEFINITION.id);
    }
  });

  it('draw the contest of the site in a frame, from the plugin’s own folder', async () => {
    const found = await links();
    const address = Object.values(found).at(-1)!.replace('board.html', 'frame.html');
    const page = await browser.newPage();
    await page.goto(address);
    await inPhase(page, 'open');
    expect(await shadowText(page)).to.contain(DEFINITION.title);
    const way = await page.$eval('contest-banner', (banner) =>
      banner.shadowRoot!.querySelector('[part=enter]')!.getAttribute('href'),
    );
    expect(way).to.contain('don-vi=hop-tien');
  });
});
