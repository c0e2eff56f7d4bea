import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { ROOT } from '../pages/support/server.ts';

describe('npm run wp', function () {
  this.timeout(120_000);

  it('starts a WordPress with a page that shows a contest, and says how to log in', async () => {
    const child = spawn(process.execPath, ['scripts/wordpress/start.mjs'], { cwd: ROOT });
    try {
      let said = '';
      child.stdout.setEncoding('utf8');
      for await (const text of child.stdout) if ((said += text as string).includes('Ctrl+C')) break;
      expect(said).to.match(/admin +http.*\(admin, password\)/);
      const page = await fetch(/page +(\S+)/.exec(said)![1]!);
      expect(await page.text()).to.contain('<contest-banner');
    } finally {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
  });
});
