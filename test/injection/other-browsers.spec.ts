import { expect } from 'chai';
import { DRIVERS, until, type Driver } from '../pages/support/drivers.ts';
import { serve, type Site } from '../pages/support/server.ts';
import { PLACES } from './places.ts';
import { call, readReport, routes, told } from './support.ts';

/** Each place gets some of the strings, and each string comes into some of the places. */
const EVERY = 16;

for (const [browser, start] of Object.entries(DRIVERS))
  describe(`a string from outside, in ${browser}`, function () {
    this.timeout(180_000);
    let site: Site;
    let driver: Driver;

    before(async () => {
      site = await serve(await routes(PLACES));
      driver = await start();
    });
    after(async () => {
      await driver?.close();
      await site?.close();
    });

    it('does nothing in any place', async () => {
      const found: string[] = [];
      let cases = 0;
      for (const [number, place] of PLACES.entries()) {
        await driver.goto(`${site.origin}/`);
        await until(driver, 'window.ready');
        await driver.evaluate(call(place, number, [EVERY, number % EVERY]));
        await until(driver, 'window.report');
        const report = readReport(await driver.evaluate<string>('window.report'));
        cases += report.cases;
        if (report.findings.length) found.push(told(place, report));
        if (place.shows && report.arrived !== report.fits)
          found.push(`${place.name}: ${report.arrived} of ${report.fits} were drawn`);
      }
      expect(found.join('\n')).to.equal('');
      expect(cases).to.be.at.least(3000);
    });
  });
