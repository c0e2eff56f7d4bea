export { encode } from '../../../src/contest/qr.ts';
