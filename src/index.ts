/** The classes and the pure decisions, without any side effect. `define.ts` registers the elements. */

export { ContestBanner } from './elements/contest-banner.ts';
export { ContestCountdown } from './elements/contest-countdown.ts';
export { ContestQr } from './elements/contest-qr.ts';
export { entryAddress, withUnit } from './contest/entry.ts';
export type { ErrorCode, Fault } from './contest/fault.ts';
export { parse, type Parsed } from './contest/parse.ts';
export { situation, type ContestPhase, type Phase, type Situation } from './contest/phase.ts';
export {
  schema,
  type Contest,
  type ContestDocument,
  type Definition,
  type Round,
} from './contest/schema.ts';
export type { From } from './source/copy.ts';
export type {
  ContestEnterEvent,
  ContestErrorEvent,
  ContestLoadEvent,
  ContestPhaseEvent,
} from './elements/events.ts';
