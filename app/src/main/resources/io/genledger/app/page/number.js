// Counts, tokens, ratios and durations as text. Counts are whole numbers, ratios decimal strings of the API.
import { group, parts, round } from './amount.js';

const THIN = '\u202f';
const DASH = '\u2013';

/** @param {number | null | undefined} n */
export const int = (n) => (n == null ? 'unknown' : group(String(n)));

/**
 * "701.9 M" from 100,000 on, cut to one decimal.
 * @param {number | null | undefined} n
 */
export function short(n) {
  if (n == null) return 'unknown';
  if (n < 100_000) return int(n);
  const [size, unit] = n >= 1e9 ? [1e9, 'G'] : n >= 1e6 ? [1e6, 'M'] : [1e3, 'k'];
  const tenths = Math.floor((n / size) * 10);
  return `${int(Math.floor(tenths / 10))}.${tenths % 10}${THIN}${unit}`;
}

/**
 * Tenths of a per cent: 367 is "36.7 %".
 * @param {number | null} perMille
 */
export const percent = (perMille) => (perMille === null ? DASH : `${(perMille / 10).toFixed(1)}${THIN}%`);

/**
 * A ratio of the API: "0.663" is "66.3 %".
 * @param {string | null | undefined} ratio
 */
export function ratio(ratio) {
  if (ratio == null) return DASH;
  const { neg, int: whole, frac } = parts(ratio);
  const digits = frac.padEnd(2, '0');
  const shifted = BigInt(whole + digits.slice(0, 2)) + (digits.length > 2 ? '.' + digits.slice(2) : '');
  return (neg ? '\u2212' : '') + round(shifted, 1) + THIN + '%';
}

/**
 * A rate of the API with one decimal.
 * @param {string | null | undefined} rate
 */
export const rate = (rate) => (rate == null ? DASH : round(rate, 1));

/**
 * Milliseconds, a whole number, in a column of seconds, rounded half up: "1.48".
 * @param {number | null | undefined} ms
 */
export function seconds(ms) {
  if (ms == null) return DASH;
  const hundredths = Math.floor((ms + 5) / 10);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/**
 * "412 ms", "9.8 s", "1 min 44 s", "18 min", "2 d 3 h".
 * @param {number | null | undefined} ms
 */
export function duration(ms) {
  if (ms == null) return DASH;
  if (ms < 1000) return `${Math.round(ms)}${THIN}ms`;
  if (ms < 60_000) return `${(Math.floor(ms / 100) / 10).toFixed(1)}${THIN}s`;
  const s = Math.floor(ms / 1000), min = Math.floor(s / 60), h = Math.floor(min / 60), d = Math.floor(h / 24);
  if (min < 10) return `${min}${THIN}min ${s % 60}${THIN}s`;
  if (h < 1) return `${min}${THIN}min`;
  if (d < 1) return `${h}${THIN}h ${min % 60}${THIN}min`;
  return `${d}${THIN}d ${h % 24}${THIN}h`;
}

/**
 * "1 generation", "2 generations".
 * @param {number} n
 * @param {string} one
 */
export const count = (n, one, many = one + 's') => `${int(n)}\u00a0${n === 1 ? one : many}`;
