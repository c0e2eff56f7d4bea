import { expect } from 'chai';
import { readUnits } from '../../src/handout/units.ts';

const names = (text: string) => readUnits(text).units.map(({ name }) => name);

describe('the list of units', () => {
  it('is one name a line', () => {
    expect(names('Bảo tàng tỉnh\nThư viện tỉnh\n')).to.deep.equal([
      'Bảo tàng tỉnh',
      'Thư viện tỉnh',
    ]);
  });

  it('takes a name with a comma from a spreadsheet', () => {
    const text = 'Trung tâm Đào tạo, Huấn luyện thể dục thể thao\tTT-01\nThư viện tỉnh\tTV';
    expect(readUnits(text).units).to.deep.equal([
      {
        name: 'Trung tâm Đào tạo, Huấn luyện thể dục thể thao',
        code: 'TT-01',
        folder: '001-trung-tam-dao-tao-huan-luyen-the-duc-the-thao',
      },
      { name: 'Thư viện tỉnh', code: 'TV', folder: '002-thu-vien-tinh' },
    ]);
  });

  it('takes a comma for part of a name where nothing says that it is CSV', () => {
    expect(names('Trung tâm Đào tạo, Huấn luyện thể dục thể thao\nThư viện tỉnh')).to.deep.equal([
      'Trung tâm Đào tạo, Huấn luyện thể dục thể thao',
      'Thư viện tỉnh',
    ]);
  });

  it('takes a comma for an end of a cell below a line that names the columns', () => {
    const { units } = readUnits('Tên đơn vị,Mã\nBảo tàng tỉnh,BT');
    expect(units.map(({ name, code }) => [name, code])).to.deep.equal([['Bảo tàng tỉnh', 'BT']]);
  });

  it('takes a name in quotation marks from CSV', () => {
    expect(names('"Trung tâm Đào tạo, Huấn luyện",TT\n"Nhà hát ""Chèo""",NH')).to.deep.equal([
      'Trung tâm Đào tạo, Huấn luyện',
      'Nhà hát "Chèo"',
    ]);
  });

  it('finds the columns by the first line', () => {
    const { units } = readUnits('STT;Mã đơn vị;Tên đơn vị\n1;BT;Bảo tàng tỉnh\n2;TV;Thư viện tỉnh');
    expect(units.map(({ name, code }) => [name, code])).to.deep.equal([
      ['Bảo tàng tỉnh', 'BT'],
      ['Thư viện tỉnh', 'TV'],
    ]);
  });

  for (const [heads, what] of [
    ['STT;Tên đơn vị;Mã', 'as the Office writes it'],
    ['TT;Đơn vị;Mã số', 'shorter'],
    ['Số TT;Tên cơ quan, đơn vị;Mã đơn vị', 'longer'],
    ['Số thứ tự;TÊN ĐƠN VỊ;MÃ ĐỊNH DANH', 'in capitals'],
    ['STT;Phòng ban;Mã', 'by another name'],
    ['TT;Xã, phường;Ký hiệu', 'of communes'],
    ['No.;Name;Code', 'in English'],
  ] as const)
    it(`finds the columns below “${heads}”, ${what}`, () => {
      for (const sign of [';', '\t', ',']) {
        const head = sign === ',' ? heads.replace(/[^;]*, [^;]*/, '"$&"') : heads;
        const text = `${head}\n1;Bảo tàng tỉnh;BT\n2;Xã Hợp Tiến;HT`.replaceAll(';', sign);
        const { units, faults } = readUnits(text);
        expect(
          units.map(({ name, code }) => [name, code]),
          sign,
        ).to.deep.equal([
          ['Bảo tàng tỉnh', 'BT'],
          ['Xã Hợp Tiến', 'HT'],
        ]);
        expect(faults).to.deep.equal([]);
      }
    });

  it('finds them below a title and empty rows, and says what it passed over', () => {
    const text = 'SỞ VĂN HÓA\n\nDANH SÁCH ĐƠN VỊ\t\t\n\t\t\nSTT\tTên đơn vị\tMã\n1\tBảo tàng\tBT';
    const { units, faults } = readUnits(text);
    expect(units.map(({ name, code }) => [name, code])).to.deep.equal([['Bảo tàng', 'BT']]);
    expect(faults).to.deep.equal([
      { line: 1, problem: 'title', text: 'SỞ VĂN HÓA' },
      { line: 3, problem: 'title', text: 'DANH SÁCH ĐƠN VỊ' },
    ]);
  });

  it('passes over a title where nobody names the columns, and says so', () => {
    const { units, faults } = readUnits('Danh sách đơn vị trực thuộc\nBảo tàng\tBT');
    expect(units.map(({ name }) => name)).to.deep.equal(['Bảo tàng']);
    expect(faults.map(({ line, problem }) => [line, problem])).to.deep.equal([[1, 'title']]);
  });

  it('takes running numbers in the first column for what they are', () => {
    for (const list of [
      '1\tBảo tàng\tBT\n2\tThư viện\tTV\n3\tNhà hát\t',
      '1.;Bảo tàng;BT\n2.;Thư viện;TV\n3.;Nhà hát;',
    ])
      expect(readUnits(list).units.map(({ name, code }) => [name, code])).to.deep.equal([
        ['Bảo tàng', 'BT'],
        ['Thư viện', 'TV'],
        ['Nhà hát', 'nha-hat'],
      ]);
    expect(names('1. Bảo tàng\n2. Thư viện, Lưu trữ\n3) Nhà hát')).to.deep.equal([
      'Bảo tàng',
      'Thư viện, Lưu trữ',
      'Nhà hát',
    ]);
  });

  it('leaves numbers that run nowhere to the name', () => {
    expect(names('30\tX\n4\tY')).to.deep.equal(['30', '4']);
    expect(names('10. Phường\n12. Xã')).to.deep.equal(['10. Phường', '12. Xã']);
  });

  it('takes no head of a group and no sum for a unit, and says so', () => {
    const text =
      'STT\tTên đơn vị\nI\tKhối sở\n1\tBảo tàng\nII\tKhối xã\n2\tXã Hợp Tiến\n\tTổng cộng: 2';
    const { units, faults } = readUnits(text);
    expect(units.map(({ name }) => name)).to.deep.equal(['Bảo tàng', 'Xã Hợp Tiến']);
    expect(faults.map(({ line, problem }) => [line, problem])).to.deep.equal([
      [2, 'no-unit'],
      [4, 'no-unit'],
      [6, 'no-unit'],
    ]);
  });

  it('says once which other cells it does not use', () => {
    const { units, faults } = readUnits(
      'Tên đơn vị\tĐịa chỉ\tMã\nBảo tàng\tSố 1\tBT\nThư viện\tSố 2\tTV',
    );
    expect(units.map(({ code }) => code)).to.deep.equal(['BT', 'TV']);
    expect(faults).to.deep.equal([{ line: 1, problem: 'other-cells', text: 'Địa chỉ' }]);
    expect(readUnits('Bảo tàng\tBT\nThư viện\tTV\tx').faults).to.deep.equal([
      { line: 2, problem: 'other-cells', text: 'x' },
    ]);
  });

  it('takes quotation marks inside a name, and around its beginning, for part of it', () => {
    const list = (lines: [string, string][], sign: string) =>
      lines.map((cells) => cells.join(sign)).join('\n');
    const lines: [string, string][] = [
      ['Nhà hát "Chèo"', 'A'],
      ['"Chèo" tỉnh', 'B'],
      ['Cung "Việt" Xô', 'C'],
      ['Xã 5"', 'D'],
    ];
    const open: [string, string][] = [['"Kín', 'E'], ...lines];
    for (const [given, sign] of [
      [lines, ';'],
      [open, '\t'],
    ] as const)
      expect(
        readUnits(list(given, sign)).units.map(({ name, code }) => [name, code]),
      ).to.deep.equal(given);
    expect(names('Nhà hát "Chèo", Tuồng\nThư viện')).to.deep.equal([
      'Nhà hát "Chèo", Tuồng',
      'Thư viện',
    ]);
  });

  it('takes a semicolon for part of a name where commas stand between cells, or lines have none', () => {
    expect(
      readUnits('Tên đơn vị,Mã\nTrung tâm A; B,TT\nThư viện,TV').units.map(({ name }) => name),
    ).to.deep.equal(['Trung tâm A; B', 'Thư viện']);
    expect(names('Trung tâm A; B\nThư viện\nBảo tàng')).to.deep.equal([
      'Trung tâm A; B',
      'Thư viện',
      'Bảo tàng',
    ]);
  });

  it('refuses a code with a line break, by its line', () => {
    for (const sign of ['\n', '\r\n', '\u2028', '\u0007'])
      expect(
        readUnits(`Bảo tàng\t"B${sign}T"\nThư viện\tTV`).faults.map(({ line, problem }) => [
          line,
          problem,
        ]),
      ).to.deep.equal([[1, 'broken-code']]);
  });

  it('puts a name with a line break on one line', () => {
    expect(names('"Trung tâm\r\nVăn hóa"\tTT')).to.deep.equal(['Trung tâm Văn hóa']);
  });

  it('makes a code of the name where none is given', () => {
    expect(readUnits('Ban Quản lý di tích tỉnh').units[0]!.code).to.equal(
      'ban-quan-ly-di-tich-tinh',
    );
  });

  it('keeps two units of one name apart', () => {
    const { units, faults } = readUnits('UBND xã Hợp Tiến\nUBND xã Hợp Tiến');
    expect(units.map(({ code }) => code)).to.deep.equal(['ubnd-xa-hop-tien', 'ubnd-xa-hop-tien-2']);
    expect(new Set(units.map(({ folder }) => folder)).size).to.equal(2);
    expect(faults).to.deep.equal([]);
  });

  it('keeps a made code apart from a given one', () => {
    const { units } = readUnits('Thư viện\tbao-tang\nBảo tàng\t');
    expect(units.map(({ code }) => code)).to.deep.equal(['bao-tang', 'bao-tang-2']);
  });

  it('refuses a code that stands there already, by its line, and keeps the rest', () => {
    const { units, faults } = readUnits('Bảo tàng\tX\nThư viện\tX\nNhà hát\tY');
    expect(units.map(({ name }) => name)).to.deep.equal(['Bảo tàng', 'Nhà hát']);
    expect(faults).to.deep.equal([{ line: 2, problem: 'same-code', text: 'Thư viện · X' }]);
  });

  it('refuses a line without a name', () => {
    expect(readUnits('Bảo tàng\tX\n\tY').faults).to.deep.equal([
      { line: 2, problem: 'no-name', text: 'Y' },
    ]);
  });

  it('passes over empty lines, and counts them', () => {
    expect(readUnits('\n\nBảo tàng\tX\n\n\tY').faults[0]!.line).to.equal(5);
  });

  it('counts the lines inside quotation marks', () => {
    expect(readUnits('"Bảo\ntàng",X\n,Y').faults[0]!.line).to.equal(3);
  });

  it('takes a name of 200 characters and refuses one of 201', () => {
    const { units, faults } = readUnits(`${'ô'.repeat(200)}\n${'ô'.repeat(201)}`);
    expect(units.length).to.equal(1);
    expect(faults.map(({ line, problem }) => [line, problem])).to.deep.equal([[2, 'long-name']]);
  });

  it('takes a code of 100 characters and refuses one of 101', () => {
    const { units, faults } = readUnits(`A\t${'x'.repeat(100)}\nB\t${'y'.repeat(101)}`);
    expect(units.length).to.equal(1);
    expect(faults.map(({ line, problem }) => [line, problem])).to.deep.equal([[2, 'long-code']]);
  });

  it('is read at once where all units bear one name', () => {
    const start = performance.now();
    const { units } = readUnits('Xã Hợp Tiến\n'.repeat(5000));
    expect(new Set(units.map(({ code }) => code)).size).to.equal(5000);
    // It took 2 s when each went through all numbers again.
    expect(performance.now() - start).to.be.below(1000);
  });

  it('takes 5,000 units and tells the first one too many', () => {
    const text = Array.from({ length: 5003 }, (_, index) => `Đơn vị ${index}`).join('\n');
    const { units, faults } = readUnits(text);
    expect(units.length).to.equal(5000);
    expect(faults).to.deep.equal([{ line: 5001, problem: 'too-many', text: 'Đơn vị 5000' }]);
  });

  it('numbers folders so that they sort', () => {
    const text = Array.from({ length: 12 }, () => 'Xã').join('\n');
    const folders = readUnits(text).units.map(({ folder }) => folder);
    expect(folders[11]).to.equal('012-xa');
    expect([...folders].sort()).to.deep.equal(folders);
  });

  it('names a folder in ASCII whatever the unit is called', () => {
    for (const name of ['Đội Ô–Ư/..\\', '../../etc', 'Отдел', 'CON', '"=1+1"'])
      expect(readUnits(name).units[0]!.folder).to.match(/^001-[a-z0-9]([a-z0-9-]*[a-z0-9])?$/);
  });

  it('reads composed and decomposed accents alike', () => {
    expect(readUnits('Bảo tàng'.normalize('NFD')).units).to.deep.equal(readUnits('Bảo tàng').units);
  });

  it('frees names of what turns the direction of text', () => {
    expect(names('Bảo\u202e tàng')).to.deep.equal(['Bảo tàng']);
  });

  it('is empty without a line', () => {
    for (const text of ['', '\n', '\ufeff', ' \t \n'])
      expect(readUnits(text)).to.deep.equal({ units: [], faults: [] });
  });
});
