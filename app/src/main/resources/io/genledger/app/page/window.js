// Which items of a long list are drawn: those near the visible part, in blocks, so that a small movement draws nothing anew.

export const BLOCK = 10;
const AROUND = 360;   // pixels above and below what is seen

/**
 * @param {number[]} tops where each item begins, and at last where the list ends
 * @param {number} from first visible pixel of the list
 * @param {number} to last visible pixel of the list
 * @returns {{ first: number, last: number, above: number, below: number }} the drawn items, `last` excluded, and the heights before and after them
 */
export function windowOf(tops, from, to) {
  const n = tops.length - 1;
  const first = Math.floor(itemAt(tops, from - AROUND) / BLOCK) * BLOCK;
  const last = Math.min(n, Math.ceil((itemAt(tops, to + AROUND) + 1) / BLOCK) * BLOCK);
  return { first, last, above: tops[first], below: tops[n] - tops[last] };
}

/**
 * The item at a pixel, by halving; the first or the last one for a pixel outside.
 * @param {number[]} tops
 * @param {number} pixel
 */
function itemAt(tops, pixel) {
  let low = 0, high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle] <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}
