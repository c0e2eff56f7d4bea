import { expect } from 'chai';
import { schema, type Schema } from '../../src/contest/schema.ts';
import { nameOf } from '../../src/editor/fields.ts';
import cchc from '../../demo/contests/cchc-2024.json' with { type: 'json' };
import haiPhong from '../../demo/contests/cchc-hai-phong-2025.json' with { type: 'json' };
import { cchc2024, full } from '../contest/samples.ts';
import {
  byId,
  changes,
  description,
  editor,
  faultAt,
  field,
  fill,
  focused,
  freshForm,
  press,
  text,
  tick,
  type,
} from './fixture.ts';

/** The paths of all inputs that a definition has something for. */
function pathsIn(s: Schema, value: unknown, path = ''): string[] {
  if (s.items)
    return (value as unknown[]).flatMap((item, at) => pathsIn(s.items!, item, `${path}[${at}]`));
  if (!s.properties) return [path];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    pathsIn(s.properties![key]!, inner, path ? `${path}.${key}` : key),
  );
}

describe('the form', () => {
  freshForm();

  it('has an input for every field of the schema, with a name that is seen', async () => {
    const element = await editor(full);
    const paths = pathsIn(schema, full);
    expect(new Set(paths.map((path) => nameOf(path).split('.')[0]))).to.deep.equal(
      new Set(Object.keys(schema.properties)),
    );
    for (const path of paths) {
      const input = field(element, path);
      expect(input.name, path).to.equal(path);
      expect(input.labels![0]!.textContent!.trim(), path).to.not.equal('');
    }
  });

  for (const [name, definition] of Object.entries({ cchc, haiPhong, full }))
    it(`gives a definition back as it was: ${name}`, async () => {
      const element = await editor(definition);
      expect(element.definition).to.deep.equal(definition);
      expect(element.faults).to.deep.equal([]);
    });

  it('gives it back when every field was left', async () => {
    const element = await editor(full);
    for (const path of pathsIn(schema, full))
      field(element, path).dispatchEvent(new Event('change', { bubbles: true }));
    await element.updateComplete;
    expect(element.definition).to.deep.equal(full);
  });

  it('gives back what is typed anew into every field', async () => {
    const element = await editor(full);
    for (const path of pathsIn(schema, full)) {
      const input = field(element, path);
      if (input.type === 'checkbox' || path === 'revision') continue;
      const { value } = input;
      await type(element, path, '');
      await fill(element, path, value);
    }
    expect(element.definition).to.deep.equal(full);
  });

  it('keeps unknown fields, and those of items that are moved', async () => {
    const documents = [
      { kind: 'plan', title: 'a', pages: 1 },
      { kind: 'plan', title: 'b', pages: 2 },
    ];
    const element = await editor({ ...cchc2024, sponsor: { name: 'x' }, documents });
    await press(element, 'up-documents[1]');
    expect(element.definition).to.deep.include({
      sponsor: { name: 'x' },
      documents: [documents[1], documents[0]],
    });
  });

  it('takes a definition that was set before the element was defined', async () => {
    const early = document.createElement('div');
    early.innerHTML = '<contest-early></contest-early>';
    document.body.append(early);
    const element = early.firstElementChild as HTMLElement & { definition: object };
    element.definition = { ...cchc2024 };
    const { ContestEditor } = await import('../../src/editor/contest-editor.ts');
    customElements.define('contest-early', class extends ContestEditor {});
    expect(element.definition).to.deep.equal(cchc2024);
  });

  it('tells what is filled in, once a change', async () => {
    const element = await editor();
    expect(changes).to.have.length(1);
    await type(element, 'title', 'Cuộc thi');
    expect(changes).to.have.length(2);
    expect(changes[1]!.definition).to.deep.equal({ revision: 1, title: 'Cuộc thi' });
    expect(changes[1]!.faults.map(({ path }) => path)).to.have.members([
      'id',
      'url',
      'opens',
      'closes',
    ]);
    element.requestUpdate();
    await element.updateComplete;
    expect(changes).to.have.length(2);
  });

  it('tells it beyond its own shadow', async () => {
    const element = await editor();
    const heard: Event[] = [];
    document.addEventListener('contest-change', (event) => heard.push(event), { once: true });
    await type(element, 'title', 'Cuộc thi');
    expect(heard[0]!.target).to.equal(element);
  });

  it('ticks and unticks', async () => {
    const element = await editor(cchc2024);
    await tick(element, 'suspended');
    expect(element.definition.suspended).to.equal(true);
    await tick(element, 'suspended');
    expect(element.definition).to.not.have.property('suspended');
  });

  it('proposes a code from the name, and leaves one that is there', async () => {
    const element = await editor();
    await fill(element, 'title', 'Cuộc thi ảnh đẹp 2025');
    expect(field(element, 'id').value).to.equal('cuoc-thi-anh-dep-2025');
    await fill(element, 'title', 'Cuộc thi khác');
    expect(element.definition.id).to.equal('cuoc-thi-anh-dep-2025');
  });

  it('puts a time into full words when the field is left, and says which year it took', async () => {
    const element = await editor();
    await type(element, 'closes', 'đến hết ngày 30/5');
    expect(field(element, 'closes').value).to.equal('đến hết ngày 30/5');
    expect(description(element, 'closes')).to.contain(
      'Hiểu là: 24h00 ngày 30/5/2025 (thứ Sáu), giờ Việt Nam',
    );
    await fill(element, 'closes', 'đến hết ngày 30/5');
    expect(field(element, 'closes').value).to.equal('24h00 ngày 30/5/2025 (thứ Sáu)');
    expect(description(element, 'closes')).to.contain(
      'Giờ Việt Nam. Không ghi năm nên hiểu là năm 2025.',
    );
    expect(element.definition.closes).to.equal('2025-05-31T00:00:00+07:00');
  });

  it('does not write into what an input method is composing', async () => {
    const element = await editor();
    const input = field(element, 'title');
    input.value = 'Cuô';
    input.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, isComposing: true }),
    );
    await element.updateComplete;
    expect(changes).to.have.length(1);
    input.value = 'Cuộ';
    input.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, isComposing: true }),
    );
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, composed: true }));
    await element.updateComplete;
    expect(changes.at(-1)!.definition.title).to.equal('Cuộ');
  });

  it('speaks the language of the page', async () => {
    const element = await editor(cchc2024, { lang: 'en' });
    expect(text(element, 'label[for=field-title]')).to.equal('Name of the contest (required)');
    expect(description(element, 'opens')).to.contain(
      '07:30 on Monday, 18 November 2024, Vietnam time',
    );
  });
});

describe('a list', () => {
  freshForm();
  const titles = (element: { definition: Record<string, unknown> }) =>
    ((element.definition.rounds ?? []) as { title?: string }[]).map(({ title }) => title);
  const three = {
    ...cchc2024,
    rounds: ['a', 'b', 'c'].map((title) => ({
      title,
      opens: cchc2024.opens,
      closes: cchc2024.closes,
    })),
  };

  it('gets an item, whose first field takes the focus', async () => {
    const element = await editor(cchc2024);
    await press(element, 'add-rounds');
    expect(focused(element)).to.equal('field-rounds[0].title');
    await fill(element, 'rounds[0].title', 'Tuần 1');
    await press(element, 'add-rounds');
    expect(titles(element)).to.deep.equal(['Tuần 1', undefined]);
    await press(element, 'add-howTo');
    expect(focused(element)).to.equal('field-howTo[0]');
  });

  it('loses an item, and what is near takes the focus', async () => {
    const element = await editor(three);
    await press(element, 'remove-rounds[1]');
    expect([titles(element), focused(element)]).to.deep.equal([['a', 'c'], 'remove-rounds[1]']);
    await press(element, 'remove-rounds[1]');
    expect([titles(element), focused(element)]).to.deep.equal([['a'], 'remove-rounds[0]']);
    await press(element, 'remove-rounds[0]');
    expect(focused(element)).to.equal('add-rounds');
    expect(element.definition).to.not.have.property('rounds');
  });

  it('moves an item, and the focus with it', async () => {
    const element = await editor(three);
    await press(element, 'down-rounds[0]');
    expect([titles(element), focused(element)]).to.deep.equal([['b', 'a', 'c'], 'down-rounds[1]']);
    expect(field(element, 'rounds[0].title').value).to.equal('b');
    await press(element, 'down-rounds[1]');
    expect([titles(element), focused(element)]).to.deep.equal([['b', 'c', 'a'], 'up-rounds[2]']);
    await press(element, 'up-rounds[2]');
    await press(element, 'up-rounds[1]');
    expect([titles(element), focused(element)]).to.deep.equal([['a', 'b', 'c'], 'down-rounds[0]']);
  });

  it('says what has happened', async () => {
    const element = await editor(three);
    await press(element, 'down-rounds[0]');
    expect(text(element, '[role=status].unseen')).to.equal('Đợt 1: nay ở vị trí 2 trên 3.');
    await press(element, 'remove-rounds[2]');
    expect(text(element, '[role=status].unseen')).to.equal('Đã xoá Đợt 3.');
  });

  it('does not move its first item up, nor its last down', async () => {
    const element = await editor(three);
    expect(byId<HTMLButtonElement>(element, 'up-rounds[0]').disabled).to.equal(true);
    expect(byId<HTMLButtonElement>(element, 'down-rounds[2]').disabled).to.equal(true);
    expect(byId<HTMLButtonElement>(element, 'up-rounds[1]').disabled).to.equal(false);
  });
});

describe('what is wrong', () => {
  freshForm();

  const wrong: Record<string, [path: string, text: string, told: string]> = {
    'a code': ['id', 'CCHC 2024', 'chữ thường không dấu'],
    'a revision': ['revision', '-1', 'số nguyên từ 0 đến 2.000.000.000'],
    'a number taken back': ['replaces', '2', 'phải lớn hơn số bản này'],
    'a missing name': ['title', '', 'Chưa điền'],
    'a summary': ['summary', 'a'.repeat(601), 'Tối đa 600 ký tự'],
    'an address': ['url', 'cuocthi', 'bắt đầu bằng https://'],
    'an address without encryption': ['url', 'http://cuocthi.example.vn/', 'Trang thi chỉ có http'],
    'an opening': ['opens', '7h30 ngày 18/11/2024 (thứ Ba)', 'Ngày 18/11/2024 là thứ Hai'],
    'a closing': ['closes', '16h30 31/11/2024', 'tháng 11/2024 có 30 ngày'],
    'a closing before the opening': ['closes', '16h30 ngày 1/11/2024', 'Giờ đóng phải sau giờ mở'],
    'a former closing': ['extendedFrom', '16h30 ngày 1/12/2025', 'trước giờ đóng mới'],
    'a time zone': ['timeZone', 'Nowhere/Else', 'Không có múi giờ này'],
    'a time zone that is no name': ['timeZone', 'Hà Nội', 'Ghi tên múi giờ'],
    'a round before the contest': [
      'rounds[0].opens',
      '7h00 ngày 1/1/2024',
      'trước khi cuộc thi mở',
    ],
    'a round after the contest': [
      'rounds[0].closes',
      '7h00 ngày 1/1/2025',
      'sau khi cuộc thi đóng',
    ],
    'a round that closes early': ['rounds[0].closes', '7h00 ngày 1/1/2024', 'sau giờ mở của đợt'],
    'a line': ['howTo[1]', 'a'.repeat(301), 'Tối đa 300 ký tự'],
    'a kind': ['documents[0].kind', '', 'Chưa điền'],
    'a date': ['documents[0].issued', 'hôm qua', 'Ghi ngày, tháng, năm'],
    'the address of a document': ['documents[1].url', 'the-le.pdf', 'bắt đầu bằng https://'],
    'a width': ['banner.width', 'rộng', 'số nguyên từ 1 đến 10.000'],
    'a retiring': ['retires', '7h00 ngày 1/12/2024', 'trước khi cuộc thi đóng'],
    'a date of report': ['report.due', 'sau khi thi', 'Không đọc được'],
    'a parameter': ['unitParameter', 'a'.repeat(101), 'Tối đa 100 ký tự'],
  };
  for (const [name, [path, typed, told]] of Object.entries(wrong))
    it(`is told at its field: ${name}`, async () => {
      const element = await editor(full);
      await fill(element, path, typed);
      expect(faultAt(element, path)).to.contain(told);
      expect(field(element, path).getAttribute('aria-invalid')).to.equal('true');
      expect(description(element, path)).to.contain(told);
      const about = element.faults.find((fault) => fault.path === path)!;
      expect(about.message).to.contain(told).and.not.contain('expected');
      await fill(element, path, '');
    });

  it('is told at a list and at the first missing part of a group', async () => {
    const lines = Array.from({ length: 9 }, (_, at) => `Dòng ${at}`);
    const element = await editor({ ...cchc2024, howTo: lines, banner: { alt: 'Ảnh' } });
    element.publish();
    await element.updateComplete;
    expect(faultAt(element, 'howTo')).to.equal('Tối đa 8 mục.');
    expect(field(element, 'howTo').getAttribute('aria-describedby')).to.equal('field-howTo-fault');
    expect(faultAt(element, 'banner.src')).to.equal('Chưa điền.');
    [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('#summary a')]
      .find((link) => link.textContent!.includes('Cách tham gia'))!
      .click();
    expect(focused(element)).to.equal('field-howTo');
  });

  it('is put right by typing the same anew where only its type was wrong', async () => {
    const banner = { ...full.banner!, width: '1200' };
    const element = await editor({ ...cchc2024, banner, suspended: 'true' });
    expect(element.faults.map(({ path }) => path)).to.have.members(['banner.width', 'suspended']);
    await type(element, 'banner.width', '');
    await fill(element, 'banner.width', '1200');
    await tick(element, 'suspended');
    await tick(element, 'suspended');
    expect(element.definition)
      .to.deep.include({ banner: full.banner })
      .and.not.have.property('suspended');
  });

  it('is told in English', async () => {
    const element = await editor(full, { lang: 'en' });
    await fill(element, 'opens', '7h30 ngày 18/11/2024 (thứ Ba)');
    expect(faultAt(element, 'opens')).to.equal('18/11/2024 is a Monday. Change one of the two.');
  });

  it('waits until the field is left', async () => {
    const element = await editor();
    await type(element, 'url', 'https:/');
    expect(faultAt(element, 'url')).to.equal('');
    await fill(element, 'url', 'https:/');
    expect(faultAt(element, 'url')).to.not.equal('');
    await type(element, 'url', 'https://cuocthi.example.vn/');
    expect(faultAt(element, 'url')).to.equal('');
    expect(field(element, 'url').hasAttribute('aria-invalid')).to.equal(false);
  });

  it('is summed up when it is to be published, as an alert that has the focus', async () => {
    const element = await editor();
    expect(text(element, '#summary')).to.equal('');
    expect(element.publish()).to.equal(undefined);
    await element.updateComplete;
    expect(text(element, '#summary h2')).to.equal('Còn 5 chỗ cần sửa');
    expect(byId(element, 'summary').getAttribute('role')).to.equal('alert');
    expect(focused(element)).to.equal('summary');
  });

  it('is in the order of the form', async () => {
    const element = await editor();
    expect(element.faults.map(({ path }) => path)).to.deep.equal([
      'title',
      'opens',
      'closes',
      'url',
      'id',
    ]);
  });

  it('is no alert while it is put right', async () => {
    const element = await editor();
    element.publish();
    await element.updateComplete;
    await type(element, 'title', 'Cuộc thi');
    expect(byId(element, 'summary').hasAttribute('role')).to.equal(false);
    expect(text(element, '#summary h2')).to.equal('Còn 4 chỗ cần sửa');
  });

  it('is reached from the sum, inside a folded part as well', async () => {
    const element = await editor(cchc2024);
    const fold = field(element, 'results').closest('details')!;
    expect(fold.open).to.equal(false);
    await fill(element, 'results', 'x');
    element.publish();
    await element.updateComplete;
    fold.open = false;
    const link = element.shadowRoot!.querySelector<HTMLAnchorElement>('#summary a')!;
    expect(link.textContent!.trim()).to.contain('Địa chỉ trang kết quả: Ghi địa chỉ đầy đủ');
    link.click();
    expect(fold.open).to.equal(true);
    expect(focused(element)).to.equal('field-results');
  });

  it('has a sentence in both languages for all that can be wrong with any field', async () => {
    for (const lang of ['vi', 'en']) {
      const element = await editor(full, { lang });
      for (const path of pathsIn(schema, full)) {
        if (field(element, path).type === 'checkbox') continue;
        await fill(element, path, 'a b'.repeat(900));
        const about = element.faults.filter((fault) => fault.path === path);
        for (const { message } of about)
          expect(message, path)
            .to.match(/: \S.*\.$/s)
            .and.not.contain('undefined');
      }
      element.remove();
    }
  });
});
