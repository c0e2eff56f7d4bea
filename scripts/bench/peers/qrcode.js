export { toCanvas } from 'qrcode';
