import { expect } from 'chai';
import { cchc2024, full, haiPhong2025, hue2025 } from '../contest/samples.ts';
import {
  AFTER,
  banner,
  BEFORE,
  CLOSES,
  clock,
  drawn,
  DURING,
  expectPhase,
  freshPage,
  HOUR,
  links,
  part,
  parts,
  partsOf,
  read,
  showing,
} from './fixture.ts';

const INSECURE = 'Trang này không mã hoá kết nối';
const NOTICE = 'Hệ thống bảo trì đến 14h00';

describe('the notice', () => {
  freshPage();

  for (const [phase, now] of [
    ['upcoming', BEFORE],
    ['open', DURING],
    ['closed', AFTER],
  ] as const)
    it(`stands above everything else while ${phase}`, async () => {
      const element = await showing({ notice: NOTICE }, now, {}, { width: 600 });
      const note = part(element, 'note');
      expect(read(note)).to.equal(NOTICE);
      for (const name of ['banner', 'title', 'dates'])
        expect(part(element, name)!.getBoundingClientRect().top, name).to.be.at.least(
          note!.getBoundingClientRect().bottom,
        );
    });

  it('is not there without one', async () => {
    expect(part(await showing(), 'note')).to.equal(undefined);
  });
});

describe('an extension', () => {
  freshPage();

  it('is named, beside the date that it replaces', async () => {
    const element = await showing({ extendedFrom: full.extendedFrom! });
    expect(read(part(element, 'dates')))
      .to.match(/Gia hạn đến 16h30 ngày 13\/12\/2024/)
      .and.match(/Trước đây 16h30 ngày 6\/12\/2024/);
  });

  it('is not named where there is none', async () => {
    expect(read(part(await showing(), 'dates'))).not.to.contain('Gia hạn');
  });
});

describe('the documents', () => {
  freshPage();

  it('begin at the edge where nothing stands beside them', async () => {
    const contest = { documents: [{ kind: 'rules' as const, title: 'Thể lệ' }] };
    const element = await showing(contest, DURING, {}, { width: 1000 });
    const documents = part(element, 'documents')!.getBoundingClientRect();
    expect(documents.left - element.getBoundingClientRect().left).to.be.below(30);
  });
});

describe('the last day', () => {
  freshPage();

  it('is said on the calendar day of the closing, not the day before', async () => {
    const midnight = Date.parse('2024-12-13T00:00:00+07:00');
    expect(drawn(await showing({}, midnight - 1))).not.to.contain('Ngày cuối cùng');
    expect(drawn(await showing({}, midnight))).to.contain('Ngày cuối cùng');
    expect(drawn(await showing({}, CLOSES))).not.to.contain('Ngày cuối cùng');
  });

  it('of a contest that closes at midnight is the day before, and its end 24h00', async () => {
    const closes = '2024-12-14T00:00:00+07:00';
    const element = await showing({ closes }, Date.parse(closes) - HOUR);
    expect(drawn(element)).to.contain('Ngày cuối cùng').and.contain('24h00 ngày 13/12/2024');
  });
});

describe('a way in without encryption', () => {
  freshPage();
  const http = { url: 'http://thi.example.vn/vao', allowHttp: true };

  it('shows its domain and says so plainly', async () => {
    const element = await showing(http);
    expect(part(element, 'enter')!.getAttribute('href')).to.equal(http.url);
    expect(drawn(element)).to.contain('thi.example.vn');
    expect(parts(element, 'note').map(read)).to.eql([INSECURE]);
  });

  it('is refused where the organizer does not allow it', async () => {
    const element = await showing({ url: http.url });
    expectPhase(element, 'error');
  });

  it('says nothing of the kind with https', async () => {
    expect(drawn(await showing({ allowHttp: true }))).not.to.contain(INSECURE);
  });

  it('is said of another round as well', async () => {
    const [slogan, week] = haiPhong2025.rounds!;
    const element = await showing(
      { ...haiPhong2025, url: cchc2024.url, rounds: [slogan!, week!] },
      Date.parse('2025-11-04T12:00:00+07:00'),
    );
    expect(part(element, 'enter')!.getAttribute('href')).to.equal(cchc2024.url);
    expect(links(element)[slogan!.title]).to.equal(slogan!.url);
    expect(drawn(element)).to.contain('cuocthi-hp.example.vn').and.contain(INSECURE);
  });
});

describe('several rounds', () => {
  freshPage();
  const NOW = Date.parse('2025-11-05T12:00:00+07:00');

  it('open together: the one that closes first is counted and led into', async () => {
    const element = await showing({ ...haiPhong2025 }, NOW);
    expect(read(part(element, 'enter'))).to.equal('Vào thi: Tuần 1');
    expect(part(element, 'enter')!.getAttribute('href')).to.equal(haiPhong2025.url);
    expect(read(part(element, 'countdown')!.shadowRoot)).to.contain('Tuần 1 sẽ kết thúc trong');
  });

  it('open together: the others stand below with title, deadline, domain and their own way in', async () => {
    const element = await showing({ ...haiPhong2025 }, NOW);
    const link = [...element.shadowRoot!.querySelectorAll('a')].find(
      ({ href }) => href === haiPhong2025.rounds![0]!.url,
    )!;
    expect(read(link.closest('li')))
      .to.contain('Sáng tác khẩu hiệu')
      .and.contain('24h00 ngày 10/11/2025')
      .and.contain('cuocthi-hp.example.vn');
    expect(link.getBoundingClientRect().top).to.be.above(
      part(element, 'enter')!.getBoundingClientRect().bottom,
    );
  });

  it('that close together: the one listed first goes first', async () => {
    const rounds = ['B', 'A'].map((title) => ({ ...hue2025.rounds![0]!, title }));
    const element = await showing({ ...hue2025, rounds }, Date.parse('2025-10-01T00:00:00Z'));
    expect(read(part(element, 'enter'))).to.equal('Vào thi: B');
  });

  it('of which the last is over close the contest', async () => {
    const closes = '2025-11-30T00:00:00+07:00';
    const element = await showing({ ...hue2025, closes }, Date.parse(hue2025.closes));
    expectPhase(element, 'closed');
  });
});

describe('the small case', () => {
  freshPage();
  const SMALL = {
    heading: 'Cuộc thi nhỏ',
    href: 'https://nho.example.vn/',
    closes: '2024-12-13T16:30:00+07:00',
  };

  it('draws from attributes, open since ever without an opening', async () => {
    clock.now = Date.parse('2001-01-01T00:00:00Z');
    const element = await banner(SMALL);
    expectPhase(element, 'open');
    expect(read(part(element, 'title'))).to.equal(SMALL.heading);
    expect(part(element, 'enter')!.getAttribute('href')).to.equal(SMALL.href);
    expect(read(part(element, 'dates'))).to.match(/^Đến 16h30 ngày 13\/12\/2024/);
    expect(element.shadowRoot!.textContent).not.to.match(/NaN|Invalid|undefined/);
  });

  it('waits for its opening where there is one', async () => {
    const element = await banner({ ...SMALL, opens: '2024-12-02T00:00:00+07:00' });
    expectPhase(element, 'upcoming');
    expect(partsOf(element)).to.eql(['banner', 'countdown', 'dates', 'title']);
  });

  it('names the rules, and shows the picture with what it says', async () => {
    const element = await banner({
      ...SMALL,
      rules: 'https://nho.example.vn/the-le',
      banner: `${location.origin}/favicon.png`,
      'banner-alt': 'Banner nhỏ',
    });
    expect(links(element)['Thể lệ']).to.equal('https://nho.example.vn/the-le');
    expect(element.shadowRoot!.querySelector('img')!.alt).to.equal('Banner nhỏ');
  });

  for (const missing of ['heading', 'href', 'closes'] as const)
    it(`is no definition without ${missing}`, async () => {
      expectPhase(await banner({ ...SMALL, [missing]: '' }), 'error');
    });
});
