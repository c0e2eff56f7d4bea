import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inPhase, openBody, usePortal } from './support/browser.ts';
import { ROOT } from './support/server.ts';

const NAMES = ['nukeviet', 'portals', 'publishing', 'security', 'wordpress'];
const FOLDER = join(ROOT, 'docs/guides');

const read = (file: string) => readFile(join(FOLDER, file), 'utf8');
const blocks = (text: string, language = '\\w*') =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, code]) => code!);

/** As the sites that show these pages make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** The contest of the examples, while it is open, whatever the year. */
const DEFINITION = JSON.stringify({
  id: 'cchc-2027',
  revision: 1,
  title: 'Cuộc thi trực tuyến tìm hiểu về cải cách hành chính',
  url: 'https://cuocthi.example.vn/',
  opens: '2020-11-02T07:30:00+07:00',
  closes: '2099-12-10T16:30:00+07:00',
});
const during = (html: string) =>
  html.replace(/ (data-)?until="[^"]*"/, '').replace(/&amp;until=[^"]*/, '');
const page = (html: string) =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><title>x</title><body>${during(html)}</html>`;

for (const name of NAMES)
  describe(`the guide ${name}`, () => {
    it('says the same in both languages, as far as code goes', async () => {
      const plain = (text: string) =>
        blocks(text).map((code) => code.replaceAll('MA-DON-VI', 'YOUR-UNIT'));
      expect(plain(await read(`${name}.vi.md`))).to.deep.equal(plain(await read(`${name}.md`)));
    });

    for (const file of [`${name}.md`, `${name}.vi.md`])
      it(`leads to places that exist: ${file}`, async () => {
        const text = await read(file);
        const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
        expect(links.length).to.be.at.least(1);
        for (const [, path, anchor] of links) {
          const target = join(FOLDER, path || file);
          expect(existsSync(target), path).to.equal(true);
          if (!anchor) continue;
          const headings = [...(await readFile(target, 'utf8')).matchAll(/^#+ (.*)$/gm)];
          expect(headings.map(([, heading]) => anchorOf(heading!))).to.include(anchor);
        }
      });
  });

describe('the snippets of the guides', () => {
  const portal = usePortal();
  const files = { '/contest.json': DEFINITION, '/cuoc-thi/contest.json': DEFINITION };
  const snippets = async (name: string) => blocks(await read(`${name}.md`), 'html');
  /** The files of a folder of its own, as the guide has them put there. */
  const inFolder = async () => ({
    '/cuoc-thi/frame.html': await readFile(join(ROOT, 'dist/frame.html'), 'utf8'),
    '/cuoc-thi/contest-banner.js': {
      body: await readFile(join(ROOT, 'dist/contest-banner.js')),
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    },
  });

  it('the element draws the contest without a fault', async () => {
    const [element] = await snippets('portals');
    const { page: tab, problems, warnings } = await openBody(portal, page(element!), files);
    await inPhase(tab, 'open');
    expect({ problems, warnings }).to.deep.equal({ problems: [], warnings: [] });
  });

  it('the script tag alone draws the contest without a fault', async () => {
    const [, tag] = await snippets('portals');
    const { page: tab, problems, warnings } = await openBody(portal, page(tag!), files);
    await inPhase(tab, 'open');
    expect({ problems, warnings }).to.deep.equal({ problems: [], warnings: [] });
  });

  for (const [name, index] of [
    ['portals', 2],
    ['nukeviet', 0],
  ] as const)
    it(`the frame shows the contest: ${name}`, async () => {
      const frame = (await snippets(name))[index]!;
      const routes = { ...files, ...(await inFolder()) };
      const { page: tab, problems } = await openBody(portal, page(frame), routes);
      const inside = await (await tab.waitForSelector('iframe'))!.contentFrame();
      await inside.waitForSelector('contest-banner[phase=open]');
      expect(problems).to.deep.equal([]);
    });

  for (const [name, index] of [
    ['portals', 3],
    ['nukeviet', 1],
  ] as const)
    it(`picture and link say what it is, until when, where to enter and where the rules are: ${name}`, async () => {
      const { page: tab } = await openBody(portal, page((await snippets(name))[index]!));
      const { text, alt, links } = await tab.evaluate(() => ({
        text: document.body.innerText,
        alt: document.images[0]!.alt,
        links: [...document.links].map(({ href }) => href),
      }));
      expect(text).to.include('7h30 ngày 2/11/2026').and.include('16h30 ngày 10/12/2027');
      expect(alt).to.include('cải cách hành chính').and.include('16h30 ngày 10 tháng 12 năm 2027');
      expect(links).to.deep.equal([
        'https://cuocthi.example.vn/',
        'https://cuocthi.example.vn/',
        'https://cuocthi.example.vn/the-le',
      ]);
    });

  it('a script in the layout makes a link of an article the banner', async () => {
    const [, link, script] = await snippets('nukeviet');
    const upgraded = link!.replace('href=', 'data-contest-src="/cuoc-thi/contest.json" href=');
    const routes = { ...files, ...(await inFolder()) };
    const { page: tab, warnings } = await openBody(portal, page(upgraded + script!), routes);
    await inPhase(tab, 'open');
    expect(warnings).to.deep.equal([]);
  });

  it('the policy is enough for the element and the frame', async () => {
    const [policy] = /^script-src .*frame-src.*$/m.exec(await read('security.md'))!;
    const [element, , frame] = await snippets('portals');
    const { page: tab, problems } = await openBody(portal, '', {
      ...files,
      '/': {
        body: page(element!.replace(/style="[^"]*"/, '') + frame!.replace(/style="[^"]*"/, '')),
        headers: { 'content-security-policy': `default-src 'none'; ${policy}` },
      },
    });
    await inPhase(tab, 'open');
    const inside = await (await tab.waitForSelector('iframe'))!.contentFrame();
    await inside.waitForSelector('contest-banner[phase=open]');
    expect(problems).to.deep.equal([]);
  });
});
