import { expect } from 'chai';
import {
  letPass,
  press,
  publish,
  register,
  useAdmin,
  useBrowser,
  useWordPress,
} from './support/site.ts';

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

describe('a contest that is published where an earlier one has ended', function () {
  this.timeout(90_000);
  const setting = useWordPress();
  const browser = useBrowser();
  const admin = useAdmin(setting, browser);
  const next = { id: 'cchc-2099', title: 'Cuộc thi tiếp theo', revision: 1, closes: inDays(900) };

  it('waits for an administrator, who is told so and what to do', async () => {
    const { site, source } = setting;
    source.publish({ closes: inDays(-200) });
    await register(site, { source: source.url });
    const address = await publish(site, '[contest_banner]');
    source.publish(next);
    await letPass(site, 20);

    await admin.page.goto(`${site.url}/wp-admin/options-general.php?page=contest-banner`);
    await press(admin.page, 'Đọc lại nguồn ngay');
    const visitor = await browser.newPage();
    await visitor.goto(address);
    expect(await visitor.content()).not.to.contain('<contest-banner');

    await admin.page.goto(`${site.url}/wp-admin/index.php`);
    expect(await admin.page.$eval('#wpbody', (body) => body.textContent)).to.contain(
      'Sau khi cuộc thi kết thúc, nguồn đã công bố cuộc thi tiếp theo',
    );
    await admin.page.goto(`${site.url}/wp-admin/options-general.php?page=contest-banner`);
    const told = await admin.page.$eval('.contest-banner-until', (notice) => notice.textContent);
    expect(told).to.contain('Người xem trang chưa thấy nội dung này.').and.contain('Việc cần làm');

    const label = await admin.page.$eval('.contest-banner-until button', (b) => b.textContent);
    expect(label).to.match(/^Đồng ý, hiển thị đến ngày /);
    await press(admin.page, label!);
    expect(await admin.page.$('.contest-banner-until')).to.equal(null);
    await visitor.goto(address);
    await visitor.waitForSelector('contest-banner[phase=open]');
    expect(await visitor.$eval('contest-banner', (banner) => banner.dataset.contest)).to.equal(
      `${next.id}@1`,
    );
  });
});
