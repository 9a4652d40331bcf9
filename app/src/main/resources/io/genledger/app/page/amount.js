// Amounts in US dollars as text. They are decimal strings from the API to the DOM, and are cut, rounded, padded and added here as strings
// and BigInt. Only forDrawing() makes a binary number, for the heights and widths of bars.

const MINUS = '\u2212';
const DECIMALS = 30;

/** @typedef {string | null | undefined} Amount a decimal string such as "-12.5"; null if unknown */

/**
 * @param {string} amount
 * @returns {{ neg: boolean, int: string, frac: string }} its sign and digits
 */
export function parts(amount) {
  const neg = amount.startsWith('-');
  const [int, frac = ''] = (neg ? amount.slice(1) : amount).split('.');
  return { neg, int, frac };
}

/** @param {string} digits */
export const group = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * Rounds half-even, for derived figures such as a price; a sum of the ledger is cut.
 * @param {string} amount
 * @param {number} decimals
 */
export function round(amount, decimals) {
  const { neg, int, frac } = parts(amount);
  if (frac.length <= decimals) return (neg ? '-' : '') + int + (decimals ? '.' + frac.padEnd(decimals, '0') : '');
  let n = BigInt(int + frac.slice(0, decimals));
  const rest = frac.slice(decimals);
  const half = '5'.padEnd(rest.length, '0');
  if (rest > half || (rest === half && n % 2n === 1n)) n += 1n;
  const text = n.toString().padStart(decimals + 1, '0');
  const out = decimals ? text.slice(0, -decimals) + '.' + text.slice(-decimals) : text;
  return (neg && n !== 0n ? '-' : '') + out;
}

/**
 * Shortened: "$1,284.03", cut toward zero, so that it is the beginning of the exact amount. An amount other than zero that would read
 * $0.00 is "<$0.01".
 * @param {Amount} amount
 */
export function usd(amount, decimals = 2) {
  if (amount == null) return 'unknown';
  const { neg, int, frac } = parts(amount);
  const shown = frac.padEnd(decimals, '0').slice(0, decimals);
  const sign = neg ? MINUS : '';
  if (isZero(int + shown) && !isZero(amount)) return neg ? `>${MINUS}$0.${'1'.padStart(decimals, '0')}` : `<$0.${'1'.padStart(decimals, '0')}`;
  return sign + '$' + group(int) + (shown ? '.' + shown : '');
}

/**
 * Every digit, padded with zeros to `decimals`, so that a column lines up.
 * @param {Amount} amount
 */
export function exact(amount, decimals = 2) {
  if (amount == null) return 'unknown';
  const { head, tail } = headTail(amount, 2, decimals);
  return head + tail;
}

/**
 * An exact amount as the part that is read first and the faint rest.
 * @param {string} amount
 * @returns {{ head: string, tail: string }}
 */
export function headTail(amount, headDecimals = 2, padTo = 0) {
  const { neg, int, frac } = parts(amount);
  const digits = frac.padEnd(Math.max(headDecimals, padTo), '0');
  return { head: (neg && !isZero(amount) ? MINUS : '') + '$' + group(int) + '.' + digits.slice(0, headDecimals), tail: digits.slice(headDecimals) };
}

/**
 * The most decimals that one of them has, at least two.
 * @param {Amount[]} amounts
 */
export const decimalsOf = (amounts) => Math.max(2, ...amounts.map((one) => (one == null ? 0 : parts(one).frac.length)));

/** @param {Amount} amount */
export const isZero = (amount) => amount != null && !/[1-9]/.test(amount);

/** @param {string} amount */
function toUnits(amount) {
  const { neg, int, frac } = parts(amount);
  const units = BigInt(int + frac.padEnd(DECIMALS, '0').slice(0, DECIMALS));
  return neg ? -units : units;
}

/** @param {bigint} units */
function fromUnits(units) {
  const neg = units < 0n;
  const text = (neg ? -units : units).toString().padStart(DECIMALS + 1, '0');
  const frac = text.slice(-DECIMALS).replace(/0+$/, '');
  return (neg ? '-' : '') + text.slice(0, -DECIMALS) + (frac ? '.' + frac : '');
}

/**
 * The sum of the known ones.
 * @param {Amount[]} amounts
 */
export const add = (...amounts) => fromUnits(amounts.reduce((sum, one) => (one == null ? sum : sum + toUnits(one)), 0n));

/**
 * @param {string} a
 * @param {string} b
 */
export const sub = (a, b) => fromUnits(toUnits(a) - toUnits(b));

/**
 * @param {string} a
 * @param {string} b
 */
export function compare(a, b) {
  const difference = toUnits(a) - toUnits(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * a/b in tenths of a per cent, rounded half up: 0.367 is 367. Null if b is zero.
 * @param {string} a
 * @param {string} b
 */
export function perMille(a, b) {
  const whole = toUnits(b);
  if (whole === 0n) return null;
  const twice = (toUnits(a) * 2000n) / whole;
  return Number((twice < 0n ? twice - 1n : twice + 1n) / 2n);
}

/**
 * The change from `before` to `now` in per cent without its sign; null if there is nothing to compare with.
 * @param {Amount} now
 * @param {Amount} before
 * @returns {{ up: boolean, text: string } | null}
 */
export function change(now, before) {
  if (now == null || before == null) return null;
  const tenths = perMille(sub(now, before), before.startsWith('-') ? before.slice(1) : before);
  if (tenths === null) return null;
  const size = Math.abs(tenths);
  return { up: tenths >= 0, text: `${group(String(Math.floor(size / 10)))}.${size % 10}\u202f%` };
}

/**
 * A derived price with three decimals: "$0.987".
 * @param {Amount} amount
 */
export function price(amount, decimals = 3) {
  if (amount == null) return '\u2013';
  const { neg, int, frac } = parts(round(amount, decimals));
  return (neg ? MINUS : '') + '$' + group(int) + '.' + frac;
}

/**
 * The amount as a binary number, for the size of a mark and nothing else; 0 if unknown.
 * @param {Amount} amount
 */
export const forDrawing = (amount) => (amount == null ? 0 : Number(amount));
