import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usePortal } from './support/browser.ts';
import { run } from './support/qr.ts';
import { ROOT } from './support/server.ts';

const SITE = join(ROOT, 'build/site');
const TYPES: Record<string, string> = { '.svg': 'image/svg+xml' };

describe('the builder as a static site', function () {
  this.timeout(30_000);
  const portal = usePortal();

  before(() => run('node', ['scripts/site.mjs'], { cwd: ROOT }));

  it('works in any folder of any server, and asks for nothing that is not there', async () => {
    const files = readdirSync(SITE, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const routes = files.map((file) => {
      const type = TYPES[/\.\w+$/.exec(file)![0]];
      return [
        `/tao-ma-nhung${file.slice(SITE.length)}`,
        { body: readFileSync(file), ...(type && { headers: { 'content-type': type } }) },
      ] as const;
    });
    portal.site.add(Object.fromEntries(routes));
    const { page, problems } = await portal.open('/tao-ma-nhung/index.html');
    const input = (await page.waitForSelector('>>> input[type=file]'))!;
    await (input as Awaited<ReturnType<typeof page.waitForSelector<'input'>>>)!.uploadFile(
      join(ROOT, 'demo/contests/cchc-2024.json'),
    );
    await page.waitForSelector('#handouts details');
    const known = new Set<string>(routes.map(([path]) => path));
    expect(portal.site.requests.filter((path) => !known.has(path))).to.deep.equal([]);
    expect(problems).to.deep.equal([]);
  });
});
