import { expect } from 'chai';
import { readListFile } from '../../src/handout/list-file.ts';

const LIST = 'Tên đơn vị\tMã\r\nỦy ban nhân dân phường Đồng Ẫm\tUB\r\n';
const bytes = (text: string, size: 1 | 2 = 1, big = false): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = sign.charCodeAt(0);
      const pair = [code & 255, code >> 8];
      return size === 1 ? [code] : big ? pair.reverse() : pair;
    }),
  );

describe('the file with the list', () => {
  it('is read in UTF-8, with and without its mark', () => {
    const utf8 = new TextEncoder().encode(LIST);
    for (const file of [utf8, Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8)])
      expect(readListFile(file)).to.deep.equal({ text: LIST });
  });

  it('is read in UTF-16, as Excel saves Unicode text, with and without its mark', () => {
    for (const big of [false, true])
      for (const mark of ['', '\ufeff'])
        expect(readListFile(bytes(mark + LIST, 2, big))).to.deep.equal({ text: LIST });
  });

  it('is read in Windows-1258, with its marks put together', () => {
    // `Bảo tàng tỉnh, Đội Ẫm`: a letter, then its mark.
    const file = Uint8Array.of(
      ...[0x42, 0x61, 0xd2, 0x6f, 0x20, 0x74, 0xe0, 0x6e, 0x67, 0x20, 0x74, 0x69, 0xd2, 0x6e],
      ...[0x68, 0x2c, 0x20, 0xd0, 0xf4, 0xf2, 0x69, 0x20, 0xc2, 0xde, 0x6d],
    );
    expect(readListFile(file)).to.deep.equal({ text: 'Bảo tàng tỉnh, Đội Ẫm' });
  });

  for (const [name, text] of [
    ['TCVN3 (ABC)', 'B¶o tµng tØnh\nNhµ h¸t ChÌo'],
    ['VNI', 'Baûo taøng tænh\nThö vieän'],
    ['bytes of no text', '\x00\xff\x81\xfe\xc3'],
  ] as const)
    it(`is refused in ${name}`, () => {
      expect(readListFile(bytes(text))).to.deep.equal({ fault: 'encoding' });
    });

  it('is refused where it is a workbook', () => {
    for (const start of ['PK\x03\x04\x14', '\xd0\xcf\x11\xe0\xa1\xb1'])
      expect(readListFile(bytes(start))).to.deep.equal({ fault: 'workbook' });
  });

  it('is empty where nothing is in it', () => {
    expect(readListFile(new Uint8Array())).to.deep.equal({ text: '' });
  });
});
