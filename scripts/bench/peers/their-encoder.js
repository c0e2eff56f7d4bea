export { create as encode } from 'qrcode/lib/core/qrcode';
