import { expect } from 'chai';
import { isOnHost, readHosts } from '../../src/contest/address.ts';
import vectors from '../vectors/hosts.json';

describe('hosts that TypeScript and PHP compare alike', () => {
  for (const { name, hosts, address, on } of vectors.cases)
    it(name, () => {
      expect(isOnHost(new URL(address).hostname, readHosts(hosts).hosts)).to.equal(on);
    });
});
