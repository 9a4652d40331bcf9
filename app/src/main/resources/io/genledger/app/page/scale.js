// The axes of a chart.
import { bucketLong, bucketShort, PRESENT } from './bucket.js';
import { weekday, dayShort } from './time.js';

/** @typedef {import('./bucket.js').Per} Per */
/** @typedef {{ low: number, high: number, ticks: number[], decimals: number }} Scale */

/**
 * A step of 1, 2, 2.5 or 5 times a power of ten, and an axis with zero that holds `min` and `max`.
 * @param {number} min
 * @param {number} max
 * @param {number} lines about how many gridlines
 * @returns {Scale}
 */
export function scale(min, max, lines) {
  const low = Math.min(0, min), high = Math.max(0, max);
  const raw = (high - low || 1) / lines, power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= raw * 0.9999) ?? 10;
  const step = factor * power;
  const first = Math.floor(low / step + 1e-9), last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const decimals = Math.max(0, -Math.floor(Math.log10(power)) + (factor === 2.5 ? 1 : 0) - (factor === 10 ? 1 : 0));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { low: first * step, high: last * step, ticks, decimals };
}

/**
 * The text of a gridline of amounts.
 * @param {number} value
 * @param {number} decimals
 */
export const tickText = (value, decimals) => (value < 0 ? '\u2212' : '') + '$' + Math.abs(value).toLocaleString('en', { minimumFractionDigits: value ? decimals : 0, maximumFractionDigits: decimals });

/**
 * The labels under the bars: Mondays, midnights or months where there is room, and the unfinished bucket.
 * @param {string[]} names of the buckets
 * @param {Per} per
 * @param {number} slot width of a bucket in pixels
 * @param {boolean} compact
 * @param {number} open index of the unfinished bucket; -1 without one
 * @returns {{ i: number, text: string, isPresent: boolean }[]}
 */
export function axisLabels(names, per, slot, compact, open) {
  const room = compact ? 44 : 72;
  const isFirst = (/** @type {string} */ name, /** @type {number} */ i) => i === 0 || name.slice(0, 7) !== names[i - 1].slice(0, 7);
  /** @type {((name: string, i: number) => boolean)[]} */
  const choices = {
    hour: [1, 3, 6, 12, 24, 48].map((hours) => (/** @type {string} */ name) => Number(name.slice(11, 13)) % Math.min(hours, 24) === 0 && (hours < 48 || weekday(name.slice(0, 10)) % 2 === 1)),
    day: [() => true, (/** @type {string} */ name) => weekday(name) === 1, (/** @type {string} */ name, /** @type {number} */ i) => weekday(name) === 1 && Math.floor(i / 7) % 2 === 0, isFirst],
    week: [() => true, isFirst, (/** @type {string} */ name, /** @type {number} */ i) => isFirst(name, i) && Number(name.slice(5, 7)) % 3 === 1],
    month: [() => true, (/** @type {string} */ name) => Number(name.slice(5)) % 3 === 1, (/** @type {string} */ name) => name.endsWith('-01')],
  }[per];
  const fits = (/** @type {number[]} */ places) => places.every((i, k) => k === 0 || (i - places[k - 1]) * slot >= room);
  const chosen = choices.map((choose) => names.map((name, i) => (choose(name, i) ? i : -1)).filter((i) => i >= 0)).find(fits) ?? [0];
  const labels = chosen.filter((i) => i !== open && (open < 0 || (open - i) * slot >= room)).map((i) => ({ i, text: text(names[i], per, compact, chosen.length === names.length), isPresent: false }));
  return open < 0 ? labels : [...labels, { i: open, text: PRESENT[per], isPresent: true }];
}

/**
 * @param {string} name
 * @param {Per} per
 * @param {boolean} compact
 * @param {boolean} isEach whether every bucket has a label
 */
function text(name, per, compact, isEach) {
  if (per === 'hour') return name.slice(11, 13) === '00' ? dayShort(name.slice(0, 10)) : name.slice(11, 16);
  if (per === 'day' && !compact && (isEach || weekday(name) === 1)) return bucketLong(name, per, '').slice(0, -5);
  return per === 'month' && isEach && compact ? bucketShort(name, per, '').slice(0, 3) : bucketShort(name, per, '');
}

/**
 * The path of a line, with a gap at each null.
 * @type {(values: (number | null)[], x: (i: number) => number, y: (value: number) => number) => string}
 */
export const path = (values, x, y) => values.map((value, i) => (value === null ? '' : `${i > 0 && values[i - 1] !== null ? 'L' : 'M'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`)).join('');
