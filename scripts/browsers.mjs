/**
 * Finds the browsers that the tests need, and on Debian as root installs what is missing.
 *
 *   node scripts/browsers.mjs chromium firefox webkit zbar
 */

import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages, isDebianRoot } from './debian.mjs';

/** Where each is looked for: a variable, names on the PATH, usual places; and what brings it. */
const TOOLS = {
  chromium: {
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    packages: ['chromium', 'fonts-noto-core'],
    download: 'chrome',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    places: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    packages: ['firefox-esr', 'fonts-noto-core'],
    download: 'firefox',
  },
  webkit: {
    variable: 'WEBKIT_DRIVER_PATH',
    names: ['WebKitWebDriver'],
    places: [],
    packages: ['webkit2gtk-driver', 'xvfb', 'fonts-noto-core'],
  },
  xvfb: { variable: 'XVFB_PATH', names: ['Xvfb'], places: [], packages: ['xvfb'] },
  zbar: { variable: 'ZBARIMG_PATH', names: ['zbarimg'], places: [], packages: ['zbar-tools'] },
  poppler: {
    variable: 'PDFTOTEXT_PATH',
    names: ['pdftotext'],
    places: [],
    packages: ['poppler-utils'],
  },
  nginx: {
    variable: 'NGINX_PATH',
    names: ['nginx'],
    places: ['/usr/sbin/nginx'],
    packages: ['nginx-light'],
  },
  apache: {
    variable: 'APACHE_PATH',
    names: ['apache2', 'httpd'],
    places: ['/usr/sbin/apache2'],
    packages: ['apache2'],
  },
};

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @returns {string | undefined} the path of an installed tool */
export function findBrowser(name) {
  const { variable, names, places } = TOOLS[name];
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((file) => join(folder, file)));
  return [process.env[variable], ...onPath, ...places].find((path) => path && isExecutable(path));
}

/** Lets Puppeteer fetch a browser into its own cache. @returns {string | undefined} its path */
function download(product) {
  console.log(`Downloading ${product} …`);
  const { stdout, status } = spawnSync('npx', ['puppeteer', 'browsers', 'install', product], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return status === 0 ? stdout.trim().split(/\s+/).pop() : undefined;
}

/**
 * Makes sure that the tools are there.
 * @param {string[]} names of TOOLS
 * @returns {string[]} those that are; WebKit may be missing outside Debian
 * @throws where another one cannot be had, with what to do about it
 */
export function ensureBrowsers(names) {
  const missing = names.filter((name) => !findBrowser(name));
  if (missing.length && isDebianRoot())
    installPackages([...new Set(missing.flatMap((name) => TOOLS[name].packages))]);

  return names.filter((name) => {
    if (findBrowser(name)) return true;
    const { variable, packages, download: product } = TOOLS[name];
    if (product) process.env[variable] = download(product) ?? '';
    if (findBrowser(name)) return true;
    const advice = `install ${packages[0]} or name its program in ${variable}`;
    if (name !== 'webkit' || process.env.CI || isDebianRoot())
      throw new Error(`${name} was not found: ${advice}`);
    console.log(`WebKit was not found and is left out: ${advice}`);
    return false;
  });
}

if (import.meta.url === `file://${process.argv[1]}`) ensureBrowsers(process.argv.slice(2));
