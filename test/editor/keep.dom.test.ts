import axe from 'axe-core';
import { expect } from 'chai';
import type { ContestEditor } from '../../src/editor/contest-editor.ts';
import { DRAFT } from '../../src/editor/draft.ts';
import { ISSUED } from '../../src/editor/issued.ts';
import { cchc2024, full } from '../contest/samples.ts';
import {
  byId,
  changes,
  editor,
  field,
  fill,
  focused,
  freshForm,
  opened,
  openFile,
  press,
  text,
  tick,
  type,
} from './fixture.ts';

/** The page, loaded once more. */
async function again(): Promise<ContestEditor> {
  document.body.replaceChildren();
  return editor();
}

describe('the draft', () => {
  freshForm();

  it('survives a reload, half-typed fields included', async () => {
    const element = await editor();
    await type(element, 'title', 'Cuộc thi');
    await type(element, 'opens', '7h30 ngày 18');
    const { definition } = element;
    const next = await again();
    expect(field(next, 'opens').value).to.equal('7h30 ngày 18');
    expect(next.definition).to.deep.equal(definition);
    expect(text(next, '.draft p')).to.contain('Đã khôi phục bản nháp');
  });

  it('remembers what was published, so that the numbers go on', async () => {
    const element = await editor(cchc2024);
    await type(element, 'title', 'Tên mới');
    const next = await again();
    expect(next.definition.revision).to.equal(4);
  });

  it('is the only thing that is stored', async () => {
    const element = await editor();
    await type(element, 'title', 'Cuộc thi');
    expect(Object.keys(localStorage)).to.deep.equal([DRAFT]);
  });

  it('is not stored before anything is filled in', async () => {
    await editor();
    expect(localStorage.length).to.equal(0);
  });

  it('gives way to a definition that the page sets', async () => {
    const element = await editor();
    await type(element, 'title', 'Bản nháp');
    document.body.replaceChildren();
    expect((await editor(cchc2024)).definition).to.deep.equal(cchc2024);
  });

  it('is discarded by a second press', async () => {
    const element = await editor(full);
    await type(element, 'title', 'Cuộc thi');
    await press(element, 'discard');
    expect(text(element, '#discard')).to.equal('Bấm lần nữa để xoá hết');
    expect(element.definition.title).to.equal('Cuộc thi');
    await press(element, 'discard');
    expect(text(element, '#discard')).to.equal('Xoá bản nháp');
    expect(element.definition).to.deep.equal({ revision: 1 });
    expect(field(element, 'title').value).to.equal('');
    expect(localStorage.length).to.equal(0);
    expect((await again()).definition).to.deep.equal({ revision: 1 });
  });

  it('is not discarded by a second press that comes after something else', async () => {
    const element = await editor(cchc2024);
    await press(element, 'discard');
    byId(element, 'discard').dispatchEvent(new FocusEvent('blur'));
    await element.updateComplete;
    await press(element, 'discard');
    expect(element.definition).to.deep.equal(cchc2024);
  });

  for (const kept of ['{', 'null', '{"typed": {"inner": {"title": 1}, "rest": {}}}'])
    it(`that is something else is as none: ${kept}`, async () => {
      localStorage.setItem(DRAFT, kept);
      expect((await editor()).definition).to.deep.equal({ revision: 1 });
    });

  describe('where storage is disabled', () => {
    const real = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    beforeEach(() =>
      Object.defineProperty(window, 'localStorage', {
        configurable: true,
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      }),
    );
    afterEach(() => Object.defineProperty(window, 'localStorage', real));

    it('is missing, and the form says so and works', async () => {
      const element = await editor();
      await type(element, 'title', 'Cuộc thi');
      expect(element.definition.title).to.equal('Cuộc thi');
      expect(text(element, '.draft p')).to.contain('không cho lưu bản nháp');
      await press(element, 'discard');
      await press(element, 'discard');
      expect(element.definition).to.deep.equal({ revision: 1 });
    });
  });
});

describe('a file that is opened', () => {
  freshForm();

  it('fills the form', async () => {
    const element = await editor();
    await openFile(element, JSON.stringify(full));
    expect(element.definition).to.deep.equal(full);
    expect(text(element, '#file-told')).to.equal('Đã mở contest.json.');
  });

  for (const [name, content, told] of [
    ['too large', ' '.repeat(64 * 1024 + 1), 'Tệp lớn 65 KB, quá 64 KB'],
    ['no JSON', '{\n  "id": “a”\n}', 'lỗi ở dòng 2, cột 9'],
    ['no definition', '{"name": "x"}', 'không phải định nghĩa cuộc thi'],
    ['of another shape', '{"id": "a", "documents": "x"}', '“documents” không đúng dạng'],
  ] as const)
    it(`and is ${name} says so, and nothing is lost`, async () => {
      const element = await editor(cchc2024);
      await type(element, 'title', 'Đang sửa');
      const { definition } = element;
      await openFile(element, content);
      expect(text(element, '#file-told')).to.contain(told).and.contain('vẫn giữ nguyên');
      expect(element.definition).to.deep.equal(definition);
    });

  it('can be taken back', async () => {
    const element = await editor();
    await type(element, 'title', 'Đang sửa');
    await openFile(element, JSON.stringify(cchc2024));
    expect(element.definition).to.deep.equal(cchc2024);
    [...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('.file button')][0]!.click();
    await element.updateComplete;
    expect(element.definition.title).to.equal('Đang sửa');
    expect(focused(element)).to.equal('file');
  });

  it('shows what is wrong with it', async () => {
    const element = await editor();
    await openFile(element, JSON.stringify({ ...cchc2024, results: 'x', closes: 'mai' }));
    expect(text(element, '#summary h2')).to.equal('Còn 2 chỗ cần sửa');
    expect(byId(element, 'summary').hasAttribute('role')).to.equal(false);
    expect(field(element, 'results').closest('details')!.open).to.equal(true);
  });

  it('may be dropped on the form', async () => {
    const element = await editor();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([JSON.stringify(cchc2024)], 'a.json'));
    const over = new DragEvent('dragover', { dataTransfer, cancelable: true });
    element.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    await opened(element);
    expect(element.definition).to.deep.equal(cchc2024);
  });
});

describe('publishing', () => {
  freshForm();

  const listen = (element: ContestEditor) => {
    const heard: Record<string, unknown>[] = [];
    element.addEventListener('contest-publish', ({ detail }) => heard.push(detail.definition));
    return heard;
  };

  it('raises the revision by one, and shows it', async () => {
    const element = await editor(cchc2024);
    const heard = listen(element);
    await type(element, 'title', 'Tên mới');
    expect(text(element, '.numbers')).to.equal(
      'Đã phát hành: bản số 3. Thay đổi này sẽ là bản số 4.',
    );
    expect(text(element, '#publish')).to.equal('Phát hành bản số 4');
    await press(element, 'publish');
    expect(heard).to.deep.equal([{ ...cchc2024, revision: 4, title: 'Tên mới' }]);
    expect(field(element, 'revision').value).to.equal('4');
    expect(text(element, '.end [role=status]')).to.equal('Bản số 4 đã sẵn sàng.');
    await type(element, 'title', 'Tên khác');
    expect(element.definition.revision).to.equal(5);
  });

  it('without a change leaves it as it is', async () => {
    const element = await editor(cchc2024);
    expect(element.publish()).to.deep.equal(cchc2024);
    expect(element.publish()).to.deep.equal(cchc2024);
  });

  it('is refused while anything is wrong', async () => {
    const element = await editor({ ...cchc2024, results: 'x' });
    const heard = listen(element);
    expect(element.publish()).to.equal(undefined);
    await element.updateComplete;
    expect(heard).to.deep.equal([]);
  });

  it('leaves a revision alone while it is typed', async () => {
    const element = await editor(cchc2024);
    await type(element, 'revision', '');
    expect(field(element, 'revision').value).to.equal('');
    await type(element, 'revision', '12');
    expect(element.definition.revision).to.equal(12);
    await fill(element, 'revision', '');
    expect(field(element, 'revision').value).to.equal('3');
  });

  it('takes back a revision that was published wrong', async () => {
    const element = await editor({ ...cchc2024, revision: 30 });
    await type(element, 'back-wrong', '30');
    await type(element, 'back-right', '3');
    await press(element, 'take-back');
    expect(text(element, '#back-told')).to.contain('Bản số 4 sẽ thay bản nhầm số 30');
    expect(element.publish()).to.deep.equal({ ...cchc2024, revision: 4, replaces: 30 });
    await tick(element, 'suspended');
    expect(changes.at(-1)!.definition).to.include({ revision: 5, replaces: 30 });
  });

  it('says where it need not be taken back by name', async () => {
    const element = await editor(cchc2024);
    await type(element, 'back-wrong', '4');
    await press(element, 'take-back');
    expect(text(element, '#back-told')).to.contain('Không cần thu hồi đích danh: bản số 5');
    expect(element.definition).to.include({ revision: 5 }).and.not.have.property('replaces');
  });

  it('takes back one that names the number of its correction', async () => {
    const element = await editor({ ...cchc2024, revision: 6 });
    await type(element, 'back-wrong', '5');
    await type(element, 'back-named', '6');
    await type(element, 'back-right', '4');
    await press(element, 'take-back');
    expect(element.definition).to.include({ revision: 7 }).and.not.have.property('replaces');
  });

  it('reads of the wrong one itself, where that is open, what it takes back', async () => {
    const element = await editor({ ...cchc2024, revision: 5, replaces: 6 });
    await type(element, 'back-wrong', '5');
    await type(element, 'back-right', '4');
    await press(element, 'take-back');
    expect(element.definition).to.include({ revision: 7 });
    expect(element.publish()).to.include({ revision: 7 });
  });

  it('says where a later one is published already, and changes nothing', async () => {
    const element = await editor(cchc2024);
    await type(element, 'back-wrong', '2');
    await type(element, 'back-right', '1');
    await press(element, 'take-back');
    expect(text(element, '#back-told')).to.contain('Bản số 3 đã phát hành và cao hơn');
    expect(element.definition).to.deep.equal(cchc2024);
  });

  it('asks for the numbers', async () => {
    const element = await editor(cchc2024);
    await press(element, 'take-back');
    expect(text(element, '#back-told')).to.contain('bằng chữ số');
    expect(element.definition).to.deep.equal(cchc2024);
  });
});

describe('what is handed out', () => {
  freshForm();

  it('leaves the number as it is, and gives the next change a new one', async () => {
    const element = await editor(cchc2024);
    await type(element, 'title', 'Tên mới');
    element.issue(element.definition);
    await element.updateComplete;
    expect(element.definition.revision).to.equal(4);
    await type(element, 'title', 'Tên khác');
    expect(element.definition.revision).to.equal(5);
  });

  it('raises the number at once where it is of before the last change', async () => {
    const element = await editor(cchc2024);
    await type(element, 'title', 'Tên mới');
    const { definition } = element;
    await type(element, 'title', 'Tên khác');
    expect(element.definition.revision).to.equal(4);
    element.issue(definition);
    await element.updateComplete;
    expect(changes.at(-1)!.definition).to.include({ revision: 5, title: 'Tên khác' });
  });

  it('is remembered when the draft is discarded, and when the page is loaded anew', async () => {
    const element = await editor();
    const start = async (form: ContestEditor, title: string) => {
      await type(form, 'id', 'cchc-2024');
      await type(form, 'title', title);
    };
    await start(element, 'Một');
    element.issue(element.definition);
    await press(element, 'discard');
    await press(element, 'discard');
    const next = await again();
    await start(next, 'Hai');
    expect(next.definition.revision).to.equal(2);
    expect(text(next, '.numbers')).to.contain('Đã phát hành: bản số 1.');
    // The same is the same.
    await type(next, 'title', 'Một');
    expect(next.definition.revision).to.equal(1);
  });

  it('counts where it was handed out in another tab', async () => {
    const element = await editor(cchc2024);
    await type(element, 'title', 'Tên mới');
    const other = await editor({ ...cchc2024, revision: 4, title: 'Tên khác' });
    other.issue(other.definition);
    window.dispatchEvent(new StorageEvent('storage', { key: ISSUED }));
    await element.updateComplete;
    expect(element.definition).to.include({ revision: 5, title: 'Tên mới' });
  });

  it('does not lose what another tab has handed out meanwhile', async () => {
    const other = await editor({ ...cchc2024, id: 'khac' });
    const element = await editor({ ...cchc2024, revision: 9 });
    element.issue(element.definition);
    other.issue(other.definition);
    const older = await editor(cchc2024);
    await type(older, 'title', 'Tên mới');
    expect(older.definition.revision).to.equal(10);
  });

  it('includes what is published', async () => {
    const element = await editor({ ...cchc2024, revision: 30 });
    element.publish();
    document.body.replaceChildren();
    const older = await editor(cchc2024);
    expect(older.definition).to.deep.equal(cchc2024);
    await type(older, 'title', 'Tên mới');
    expect(older.definition.revision).to.equal(31);
  });

  it('counts no more where it was taken back', async () => {
    const element = await editor({ ...cchc2024, revision: 30 });
    element.publish();
    await type(element, 'back-wrong', '30');
    await type(element, 'back-right', '3');
    await press(element, 'take-back');
    expect(element.publish()).to.include({ revision: 4, replaces: 30 });
    await type(element, 'title', 'Tên mới');
    expect(element.definition).to.include({ revision: 5, replaces: 30 });
  });

  for (const kept of ['{', 'null', '[1]', '{"cchc-2024": {"revision": "9", "text": ""}}'])
    it(`that was kept as something else is as nothing: ${kept}`, async () => {
      localStorage.setItem(ISSUED, kept);
      const element = await editor(cchc2024);
      await type(element, 'title', 'Tên mới');
      expect(element.definition.revision).to.equal(4);
    });
});

describe('axe finds nothing wrong with the form', () => {
  freshForm();

  const violations = async (element: Element) => {
    const { violations: found, passes } = await axe.run(element, { resultTypes: ['violations'] });
    expect(passes.length).to.be.above(5);
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  };

  for (const lang of ['vi', 'en'])
    it(`filled in and wrong, ${lang}`, async () => {
      document.documentElement.lang = lang;
      const element = await editor(full, { lang });
      for (const fold of element.shadowRoot!.querySelectorAll('details')) fold.open = true;
      expect(await violations(element)).to.deep.equal([]);
      await fill(element, 'opens', 'x');
      await press(element, 'add-howTo');
      element.publish();
      await element.updateComplete;
      expect(await violations(element)).to.deep.equal([]);
    });

  it('and would find an input without a name', async () => {
    const element = await editor();
    element.shadowRoot!.querySelector('form')!.append(document.createElement('input'));
    expect((await violations(element)).join()).to.contain('label');
  });
});

describe('the form on a narrow screen', () => {
  freshForm();

  it('fits 320 px, with targets of 44 px', async () => {
    document.body.style.width = '296px';
    const element = await editor(full);
    for (const fold of element.shadowRoot!.querySelectorAll('details')) fold.open = true;
    element.publish();
    await element.updateComplete;
    const box = element.getBoundingClientRect();
    for (const control of element.shadowRoot!.querySelectorAll(
      'input, textarea, select, button, summary',
    )) {
      const { right, height } = control.getBoundingClientRect();
      expect(right, control.id).to.be.at.most(box.right + 1);
      const target = control.matches('[type=checkbox]') ? control.closest('label')! : control;
      expect(target.getBoundingClientRect().height, control.id).to.be.at.least(44);
      expect(height).to.be.above(0);
    }
    document.body.style.width = '';
  });
});
