import { expect } from 'chai';
import type { Definition } from '../../src/contest/schema.ts';
import { cchc2024, election2026, hue2025, full } from '../contest/samples.ts';
import {
  AFTER,
  at,
  BEFORE,
  CLOSES,
  code,
  drawn,
  DURING,
  expectPhase,
  freshPage,
  links,
  OPENS,
  part,
  parts,
  partsOf,
  read,
  showing,
} from './fixture.ts';

const ALWAYS = { qr: 'always' };
const papers: Partial<Definition> = {
  documents: full.documents!,
  results: full.results!,
  calendar: full.calendar!,
  howTo: full.howTo!,
};
const apart: Partial<Definition> = {
  ...election2026,
  rounds: [
    { title: 'Tuần 1', opens: '2026-02-27T00:00:00+07:00', closes: '2026-03-05T00:00:00+07:00' },
    { title: 'Tuần 2', opens: '2026-03-09T00:00:00+07:00', closes: '2026-03-16T00:00:00+07:00' },
  ],
};
const BETWEEN = Date.parse('2026-03-06T12:00:00+07:00');

describe('each phase of the banner', () => {
  freshPage();

  it('upcoming: dates and a countdown to the opening, no way in', async () => {
    const element = await showing(papers, BEFORE, ALWAYS);
    expectPhase(element, 'upcoming');
    expect(partsOf(element)).to.eql(['banner', 'countdown', 'dates', 'documents', 'title']);
    expect(read(part(element, 'countdown')!.shadowRoot)).to.contain('sẽ bắt đầu sau');
    expect(drawn(element)).to.contain('Sắp diễn ra');
    expect(Object.values(links(element))).not.to.contain(cchc2024.url);
  });

  it('open: everything, the way in and its code included', async () => {
    const element = await showing(papers, DURING, ALWAYS);
    await code(element);
    expectPhase(element, 'open');
    expect(partsOf(element)).to.eql([
      'banner',
      'countdown',
      'dates',
      'documents',
      'enter',
      'qr',
      'title',
    ]);
    expect(part(element, 'enter')!.getAttribute('href')).to.equal(cchc2024.url);
    expect(read(part(element, 'countdown')!.shadowRoot)).to.contain('sẽ kết thúc trong');
    expect(drawn(element)).to.contain('Đang diễn ra').and.contain('cuocthi.example.vn');
  });

  it('open: the absolute dates in the time of the contest, whatever the zone of the visitor', async () => {
    const element = await showing();
    expect(read(part(element, 'dates')))
      .to.contain('7h30 ngày 18/11/2024')
      .and.contain('16h30 ngày 13/12/2024')
      .and.contain('giờ Việt Nam');
    const [from, to] = [...part(element, 'dates')!.querySelectorAll('time')];
    expect(Date.parse(from!.dateTime)).to.equal(OPENS);
    expect(Date.parse(to!.dateTime)).to.equal(CLOSES);
  });

  it('between rounds: a countdown to the next round, no way in', async () => {
    const element = await showing({ ...apart, ...papers }, BETWEEN, ALWAYS);
    expectPhase(element, 'between-rounds');
    expect(partsOf(element)).to.eql(['banner', 'countdown', 'dates', 'documents', 'title']);
    expect(read(part(element, 'countdown')!.shadowRoot)).to.match(
      /Tuần 2 sẽ bắt đầu sau .*2 ngày 12 giờ/,
    );
    expect(drawn(element)).to.contain('Chờ đợt thi tiếp theo');
    expect(Object.values(links(element))).not.to.contain(election2026.url);
  });

  it('suspended: the notice says why, and there is no way in and no countdown', async () => {
    const notice = 'Tạm dừng vì bão số 3';
    const element = await showing({ ...papers, suspended: true, notice }, DURING, ALWAYS);
    expectPhase(element, 'suspended');
    expect(partsOf(element)).to.eql(['banner', 'dates', 'documents', 'note', 'title']);
    expect(read(part(element, 'note'))).to.equal(notice);
    expect(drawn(element)).to.contain('Tạm dừng');
    expect(Object.values(links(element))).not.to.contain(cchc2024.url);
  });

  it('suspended: says so where no notice does', async () => {
    const element = await showing({ suspended: true });
    expect(read(part(element, 'note'))).to.contain('tạm dừng');
  });

  it('closed: the results and the documents stay, the way in is gone', async () => {
    const element = await showing(papers, AFTER, ALWAYS);
    expectPhase(element, 'closed');
    expect(partsOf(element)).to.eql(['banner', 'dates', 'documents', 'title']);
    expect(links(element)).to.eql({
      'Xem kết quả': full.results,
      'Kế hoạch tổ chức Cuộc thi': full.documents![0]!.url,
      'Thể lệ Cuộc thi': full.documents![1]!.url,
    });
    expect(drawn(element)).to.contain('Đã có kết quả').and.contain('16h30 ngày 13/12/2024');
  });

  it('closed: says so where there are no results', async () => {
    const element = await showing({}, AFTER);
    expect(drawn(element)).to.contain('Đã kết thúc').and.not.contain('kết quả');
    expect(links(element)).to.eql({});
  });

  it('closed wins over suspended', async () => {
    expectPhase(await showing({ suspended: true }, AFTER), 'closed');
  });

  it('results and calendar: the one not before the end, the other not after it', async () => {
    const element = await showing(papers, DURING);
    expect(Object.keys(links(element)))
      .to.contain('Thêm vào lịch')
      .and.not.contain('Xem kết quả');
    await at(element, AFTER);
    expect(Object.keys(links(element)))
      .to.contain('Xem kết quả')
      .and.not.contain('Thêm vào lịch');
  });

  it('the title stands in every phase, whole and as text', async () => {
    const title = `<b>Cuộc thi</b> & ${'rất dài '.repeat(40)}`.trim();
    for (const now of [BEFORE, DURING, AFTER]) {
      const element = await showing({ title }, now);
      expect(read(part(element, 'title'))).to.equal(title);
      const box = part(element, 'title')!;
      expect(box.scrollWidth, 'cut').to.be.at.most(box.clientWidth + 1);
      expect(box.querySelector('b')).to.equal(null);
    }
  });

  it('a document is a link with its number and date, or named where it has no address', async () => {
    const [plan] = full.documents!;
    const { url, ...named } = { ...plan!, title: 'Công văn' };
    expect(url).to.be.a('string');
    const element = await showing({ documents: [plan!, named] });
    expect(read(part(element, 'documents')))
      .to.contain('Kế hoạch tổ chức Cuộc thi số 3985/KH-UBND, ngày 29/10/2024')
      .and.contain('Công văn số 3985/KH-UBND');
    expect(part(element, 'documents')!.querySelectorAll('a').length).to.equal(1);
  });

  it('goes through all of them as time passes', async () => {
    const element = await showing({ ...hue2025 }, Date.parse(hue2025.opens) - 1);
    const phases = [];
    for (const now of [hue2025.opens, '2025-10-26T23:59:59.999+07:00', hue2025.closes]) {
      phases.push(element.phase);
      await at(element, Date.parse(now));
    }
    expect([...phases, element.phase]).to.eql(['upcoming', 'open', 'open', 'closed']);
    expect(parts(element, 'enter')).to.eql([]);
  });
});
