import { expect } from 'chai';
import { cchc2024, full } from '../contest/samples.ts';
import {
  AFTER,
  answer,
  BEFORE,
  clock,
  CLOSES,
  DAY,
  drawn,
  DURING,
  freshPage,
  listen,
  MINUTE,
  network,
  newSource,
  OPENS,
  until,
} from '../elements/fixture.ts';
import { display, ELEMENTS, fitted, make, showing } from './fixture.ts';

for (const name of ELEMENTS)
  describe(name, () => {
    freshPage();

    for (const [phase, now, changes] of [
      ['upcoming', BEFORE, {}],
      ['upcoming', OPENS - 1, {}],
      ['open', OPENS, {}],
      ['open', CLOSES - 1, {}],
      ['closed', CLOSES, {}],
      ['suspended', DURING, { suspended: true }],
      [
        'between-rounds',
        DURING,
        {
          rounds: [
            { title: 'Tuần 1', opens: cchc2024.opens, closes: '2024-11-25T00:00:00+07:00' },
            { title: 'Tuần 2', opens: '2024-12-09T00:00:00+07:00', closes: cchc2024.closes },
          ],
        },
      ],
    ] as const)
      it(`reflects the phase ${phase} at ${new Date(now).toISOString()}`, async () => {
        const element = await showing(name, changes as object, now);
        expect(element.phase).to.equal(phase);
        expect(element.getAttribute('phase')).to.equal(phase);
      });

    it('says what was loaded, and that the phase has left loading', async () => {
      const heard = listen('contest-load', 'contest-phase', 'contest-error');
      const element = await showing(name);
      expect(heard.map(({ type }) => type)).to.eql(['contest-load', 'contest-phase']);
      expect(heard[0]!.target).to.equal(element);
      expect(heard[0]!.detail.from).to.equal('property');
      expect(heard[1]!.detail).to.eql({ phase: 'open', previous: 'loading' });
    });

    it('changes its face when the clock passes the closing', async () => {
      const element = await showing(name, {}, CLOSES - 1);
      expect(element.shadowRoot!.querySelector('svg')).to.exist;
      clock.now = CLOSES;
      element.requestUpdate();
      await fitted(element);
      expect(element.phase).to.equal('closed');
      expect(element.shadowRoot!.querySelector('svg')).to.equal(null);
      expect(drawn(element)).not.to.include('cuocthi.example.vn');
    });

    it('shows no way in while the contest is suspended, and says why', async () => {
      const element = await showing(name, { suspended: true, notice: 'Lỗi hệ thống' });
      expect(element.shadowRoot!.querySelector('svg')).to.equal(null);
      expect(drawn(element)).to.include('Tạm dừng');
      expect(drawn(element)).to.include('Lỗi hệ thống');
      expect(drawn(element)).not.to.include('cuocthi.example.vn');
    });

    it('shows the notice above all that is to be done', async () => {
      expect(drawn(await showing(name, { notice: 'Bảo trì đến 14h00' }))).to.include(
        'Bảo trì đến 14h00',
      );
    });

    it('shows the name of the unit as plain text', async () => {
      const element = await showing(name, {}, DURING, { 'unit-name': '<b>Bảo tàng</b> tỉnh' });
      expect(drawn(element)).to.include('Đơn vị: <b>Bảo tàng</b> tỉnh');
      expect(element.shadowRoot!.querySelector('b b')).to.equal(null);
    });

    it('takes a name of 200 characters, and none of 201', async () => {
      const heard = listen('contest-error');
      const long = 'ệ'.repeat(200);
      expect(drawn(await showing(name, {}, DURING, { 'unit-name': long }))).to.include(long);
      expect(heard).to.eql([]);
      const element = await showing(name, {}, DURING, { 'unit-name': `${long}ệ` });
      expect(drawn(element)).not.to.include('ệệ');
      expect(heard.map(({ detail }) => detail.path)).to.eql(['unit-name']);
    });

    it('speaks English where the page does', async () => {
      const element = await showing(name, {}, DURING, { lang: 'en', 'unit-name': 'Museum' });
      expect(drawn(element)).to.include('Unit: Museum');
      expect(drawn(element)).to.include('Check the domain before you scan');
      expect(drawn(element)).to.include('Friday, 13 December 2024');
      expect(drawn(element)).not.to.match(/Đơn vị|ngày|Kiểm tra/);
    });

    it('shows its children until there is something better', async () => {
      const heard = listen('contest-error');
      const element = await display(name, {}, { inside: '<p>Cuộc thi ảnh</p>' });
      expect(element.phase).to.equal('error');
      expect(heard[0]!.detail.path).to.equal('src');
      expect(element.querySelector('p')!.checkVisibility()).to.equal(true);
      element.contest = cchc2024;
      await fitted(element);
      expect(element.querySelector('p')!.checkVisibility()).to.equal(false);
    });

    it('draws the definition among its children', async () => {
      const inside = `<script type="application/json">${JSON.stringify(cchc2024)}</script>`;
      const element = await display(name, {}, { inside });
      expect(element.phase).to.equal('open');
      expect(drawn(element)).to.include(cchc2024.title);
    });

    it('takes a way in that is not on a pinned host for an error', async () => {
      const heard = listen('contest-error');
      const element = await showing(name, {}, DURING, { hosts: 'khac.example.vn' });
      expect(element.phase).to.equal('error');
      expect(heard[0]!.detail).to.include({ code: 'host', path: 'url' });
      expect(drawn(element)).not.to.include('cuocthi');
    });

    it('reports a wrong attribute once, and takes it for absent', async () => {
      const heard = listen('contest-error');
      const element = await showing(name, {}, DURING, { refresh: 'often' });
      element.requestUpdate();
      element.setAttribute('unit', 'x');
      await fitted(element);
      expect(heard.map(({ detail }) => detail.path)).to.eql(['refresh']);
      expect(element.phase).to.equal('open');
    });

    it('draws nothing from its last day on, and once the contest retires', async () => {
      const past = await showing(name, {}, DURING, { until: '2024-12-01' });
      expect(past.hidden).to.equal(true);
      expect(drawn(past)).to.equal('');
      const retired = await showing(name, {}, AFTER + 100 * DAY);
      expect(retired.hidden).to.equal(true);
      expect(drawn(retired)).to.equal('');
    });

    it('asks src again when the time has come, and keeps the last good copy without it', async () => {
      let online = true;
      const requests = network(() => {
        if (!online) throw new TypeError('no network');
        return answer(cchc2024);
      });
      const element = await display(name, { src: newSource() });
      await until(() => element.phase === 'open');
      clock.now += 14 * MINUTE;
      element.requestUpdate();
      await fitted(element);
      expect(requests).to.have.length(1);

      const heard = listen('contest-error');
      online = false;
      clock.now += MINUTE;
      element.requestUpdate();
      await until(() => heard.length);
      await fitted(element);
      expect(requests).to.have.length(2);
      expect(heard[0]!.detail.code).to.equal('network');
      expect(element.phase).to.equal('open');
      expect(drawn(element)).to.include(cchc2024.title);
    });

    it('shows a changed date after the next check', async () => {
      let definition = cchc2024;
      network(() => answer(definition));
      const element = await display(name, { src: newSource() });
      await until(() => element.phase === 'open');
      definition = {
        ...cchc2024,
        revision: 4,
        closes: '2024-12-20T16:30:00+07:00',
        extendedFrom: cchc2024.closes,
      };
      clock.now += 15 * MINUTE;
      element.requestUpdate();
      await until(() => drawn(element).includes('20/12/2024'));
      expect(drawn(element)).to.include('Gia hạn đến');
    });

    it('is the same when it was filled before it was defined', async () => {
      const element = make(name, {}, { contest: { ...full, rounds: [] } });
      document.body.append(element);
      await fitted(element);
      expect(drawn(element)).to.include(full.organizer!);
    });
  });
