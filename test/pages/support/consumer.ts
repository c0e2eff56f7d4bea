/** A project that uses the package. */

/** What a TypeScript project may write; what it may not is marked. */
export const CONSUMER = `
import { ContestBanner, entryAddress, parse, situation } from 'contest-banner';
import type { Contest, ContestEnterEvent, Definition, Fault, Phase, Round } from 'contest-banner';
import 'contest-banner/define';

const { contest, faults } = parse(JSON.parse('{}'));
const told: Fault[] = faults;
if (contest) {
  const known: Contest = contest;
  const { phase, next } = situation(known, Date.now());
  const rounds: Round[] = known.rounds ?? [];
  console.log(phase satisfies Phase, next.toFixed(), entryAddress(known, rounds[0], ''), told);
}

const banner = document.createElement('contest-banner');
const same: ContestBanner = banner;
const named: HTMLElementTagNameMap['contest-banner'] = same;
const definition: Definition | null = null;
named.contest = definition;
named.clock = () => 0;
document.createElement('contest-qr').value = 'https://cuocthi.example.vn/';
document.createElement('contest-countdown').closes = '2024-12-13T16:30:00+07:00';

banner.addEventListener('contest-load', ({ detail }) => console.log(detail.contest.title, detail.from));
banner.addEventListener('contest-error', ({ detail }) => console.log(detail.code, detail.path, detail.message));
banner.addEventListener('contest-phase', ({ detail }) => console.log(detail.phase, detail.previous satisfies Phase));
banner.addEventListener('contest-enter', (event: ContestEnterEvent) => {
  if (event.detail.via === 'button') event.preventDefault();
});

// @ts-expect-error it is read-only
banner.phase = 'open';
// @ts-expect-error there is no such event detail
banner.addEventListener('contest-load', ({ detail }) => detail.nothing);
// @ts-expect-error a definition needs more than that
named.contest = { id: 'x' };
`;

/** Its settings, as strict as they come. */
export const tsconfig = (module: string, moduleResolution: string) =>
  JSON.stringify({
    compilerOptions: {
      module,
      moduleResolution,
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noUncheckedSideEffectImports: true,
      skipLibCheck: false,
      noEmit: true,
    },
    files: ['consumer.ts'],
  });
