/** Reads `test/vectors/injection.json`; for Node and for pages alike. */

/** One string of the list; see its `about`. */
function expand(one) {
  if (typeof one === 'string') return one;
  const { text = '', then = text, repeat, half, bytes } = one;
  if (bytes) return String.fromCharCode(...bytes.match(/../g).map((byte) => parseInt(byte, 16)));
  if (half) return text.replace('\ue000', String.fromCharCode(parseInt(half, 16)));
  return (then === text ? '' : text) + then.repeat(repeat);
}

/** All strings; the canary tells by its number which of them has run. */
export const stringsOf = ({ groups }) =>
  Object.values(groups)
    .flat()
    .map((one, index) => expand(one).replaceAll('__ran()', `__ran(${index})`));
