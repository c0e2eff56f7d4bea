import { expect } from 'chai';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browsers.mjs';
import { ROOT } from './support/server.ts';

/** The guide's own lines for a server. */
async function fromGuide(guide: string, language: string): Promise<string> {
  const text = await readFile(join(ROOT, guide), 'utf8');
  return new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(text)![1]!;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

const MODULES = '/usr/lib/apache2/modules';

const SERVERS = {
  nginx: {
    language: 'nginx',
    configuration: (folder: string, port: number, lines: string) => `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
pid ${folder}/pid;
error_log ${folder}/error.log;
events {}
http {
  types { text/html html; application/json json; }
  access_log off;
  client_body_temp_path ${folder}/a; proxy_temp_path ${folder}/b; fastcgi_temp_path ${folder}/c;
  uwsgi_temp_path ${folder}/d; scgi_temp_path ${folder}/e;
  server { listen 127.0.0.1:${port}; root ${folder}/site; ${lines} }
}`,
    start: (program: string, file: string) => [program, ['-c', file]] as const,
    prepare: () => Promise.resolve(),
  },
  apache: {
    language: 'apache',
    configuration: (folder: string, port: number) => `
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
${['mpm_event', 'authz_core', 'mime', 'headers']
  .map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`)
  .join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${folder}/site
<Directory ${folder}/site>
  AllowOverride FileInfo
</Directory>`,
    start: (program: string, file: string) => [program, ['-f', file, '-DFOREGROUND']] as const,
    prepare: (folder: string, lines: string) =>
      writeFile(join(folder, 'site/cuoc-thi/.htaccess'), lines),
  },
};

for (const guide of ['docs/guides/publishing.md', 'docs/guides/publishing.vi.md'])
  for (const [name, { language, configuration, start, prepare }] of Object.entries(SERVERS))
    describe(`contest.json from ${name}, set up as ${guide} says`, function () {
      this.timeout(20_000);
      let folder: string;
      let server: ChildProcess;
      let address: string;

      before(async function () {
        const program = findBrowser(name);
        if (!program) return this.skip();
        folder = await mkdtemp(join(tmpdir(), 'contest-banner-'));
        await mkdir(join(folder, 'site/cuoc-thi'), { recursive: true });
        await cp(
          join(ROOT, 'demo/contests/cchc-2024.json'),
          join(folder, 'site/cuoc-thi/contest.json'),
        );
        // A server that gives up its rights has to get there.
        await chmod(folder, 0o755);
        const lines = await fromGuide(guide, language);
        const port = await freePort();
        await prepare(folder, lines);
        await writeFile(join(folder, 'server.conf'), configuration(folder, port, lines));
        const [command, values] = start(program, join(folder, 'server.conf'));
        server = spawn(command, values, { stdio: 'ignore' });
        address = `http://127.0.0.1:${port}/cuoc-thi/contest.json`;
        for (;;) {
          if (server.exitCode !== null)
            throw new Error(await readFile(join(folder, 'error.log'), 'utf8'));
          const answer = await fetch(address).catch(() => undefined);
          if (answer) break;
          await new Promise((go) => setTimeout(go, 50));
        }
      });
      after(async () => {
        if (server?.exitCode === null) {
          server.kill();
          await once(server, 'exit');
        }
        if (folder) await rm(folder, { recursive: true, force: true });
      });

      it('has every header that the banner needs', async () => {
        const { status, headers } = await fetch(address);
        expect(status).to.equal(200);
        expect(headers.get('content-type')).to.match(/^application\/json; ?charset=utf-8$/i);
        expect(headers.get('cache-control')).to.equal('no-cache');
        expect(headers.get('access-control-allow-origin')).to.equal('*');
        expect(headers.get('access-control-expose-headers')).to.equal('Date, Age');
        expect(headers.get('etag')).to.be.a('string');
        expect(headers.get('date')).to.be.a('string');
      });

      it('costs nothing but an answer where it has not changed', async () => {
        const { headers } = await fetch(address);
        const again = await fetch(address, {
          headers: { 'If-None-Match': headers.get('etag')! },
        });
        expect(again.status).to.equal(304);
        expect(again.headers.get('access-control-allow-origin')).to.equal('*');
      });
    });
