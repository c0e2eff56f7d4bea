/**
 * Names of properties that the minifier may shorten in the one file: ours, and those inside
 * `qrcode`. No page, definition, event, stored entry or browser knows any of them, which the specs
 * hold against what is public.
 */
export const INTERNAL_NAMES = `
  addController alsoOpen answer asked ccBits closesAt cost degree drawn ends endsIn enter
  enterRound extended failed fault faults formerly getBitsLength getLength getLengthInBits hasEnded
  hideSeconds hostConnected hostDisconnected insecure instant isReserved lastDay main modules moment
  opensAt others parts pictureFailed pictures pieces places poll property putBit received
  reservedBit resultsOut retired scan sent showSeconds shown side situation slotted stage startsIn
  strings styles suspendedNote term underMinute wakeIn weekdays willUpdate wrong zone
`
  .trim()
  .split(/\s+/);
