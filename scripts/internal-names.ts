/**
 * Names of properties that the minifier may shorten in the one file: ours, and those inside
 * `qrcode`. No page, definition, event, stored entry or browser knows any of them, which the specs
 * hold against what is public.
 */
export const INTERNAL_NAMES = `
  addController alsoOpen answer asked ccBits closesAt configure cost degree draw drawn ends
  endsIn enter enterRound epochNow extended failed fault faults formerly getBitsLength getLength
  getLengthInBits hasEnded hideSeconds hostConnected hostDisconnected insecure instant
  isReserved lastDay main modules moment opensAt others parts pictureFailed pictures pieces
  places poll property putBit received redrawIn reservedBit resultsOut retired scan sent
  settings showSeconds showing shown side situation slotted stage startsIn strings styles
  suspendedNote tell term underMinute wakeIn weekdays willUpdate wrong zone
`
  .trim()
  .split(/\s+/);
