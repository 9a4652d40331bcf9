// The buckets of a chart: hours, days, weeks or months of a zone, named as the API names them.
import * as t from './time.js';

/** @typedef {'hour' | 'day' | 'week' | 'month'} Per */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The unit for a range that leaves a readable number of bars.
 * @param {number} ms length of the range
 * @returns {Per}
 */
export const perOf = (ms) => (ms <= 3 * DAY ? 'hour' : ms <= 100 * DAY ? 'day' : ms <= 2 * 366 * DAY ? 'week' : 'month');

/**
 * The units that a range may be divided into, at most 400 bars.
 * @param {number} ms length of the range
 * @returns {Per[]}
 */
export const unitsOf = (ms) => /** @type {Per[]} */ ([['hour', HOUR], ['day', DAY], ['week', 7 * DAY], ['month', 30 * DAY]].filter(([, size]) => ms / Number(size) <= 400).map(([unit]) => unit));

/**
 * The name of the bucket of a moment.
 * @param {number} moment
 * @param {Per} per
 * @param {string} zone
 */
export function bucketOf(moment, per, zone) {
  const day = t.day(moment, zone);
  if (per === 'hour') return `${day}T${t.minute(moment, zone).slice(0, 2)}:00${t.offset(moment, zone)}`;
  if (per === 'week') return t.plusDays(day, -((t.weekday(day) + 6) % 7));
  return per === 'month' ? day.slice(0, 7) : day;
}

/**
 * All buckets of a range, those without a generation too.
 * @param {string} since first moment
 * @param {string} until first moment after it
 * @param {Per} per
 * @param {string} zone
 */
export function buckets(since, until, per, zone) {
  const end = new Date(until).getTime() - 1, first = new Date(since).getTime();
  /** @type {string[]} */
  const names = [];
  if (per === 'hour') {
    for (let at = first; at < end + HOUR && names.length < 1000; at += HOUR) add(names, bucketOf(Math.min(at, end), per, zone));
    return names;
  }
  const last = t.day(end, zone);
  for (let day = bucketOf(first, per, zone).padEnd(10, '-01'); day <= last; day = next(day, per)) add(names, per === 'month' ? day.slice(0, 7) : day);
  return names;
}

/**
 * @param {string[]} names
 * @param {string} name
 */
function add(names, name) {
  if (names.at(-1) !== name) names.push(name);
}

/**
 * @param {string} day
 * @param {Per} per
 */
function next(day, per) {
  if (per !== 'month') return t.plusDays(day, per === 'week' ? 7 : 1);
  const [y, m] = day.split('-').map(Number);
  return `${m === 12 ? y + 1 : y}-${String((m % 12) + 1).padStart(2, '0')}-01`;
}

/**
 * The range of a bucket as the page's addresses name it: days, or moments for an hour.
 * @param {string} first name of the first bucket
 * @param {Per} per
 * @param {string} last name of the last bucket
 * @returns {{ from: string, to: string }}
 */
export function rangeOf(first, per, last = first) {
  if (per === 'hour') return { from: iso(new Date(first).getTime()), to: iso(new Date(last).getTime() + HOUR) };
  return { from: first.padEnd(10, '-01'), to: t.plusDays(next(last.padEnd(10, '-01'), per), -1) };
}

/** @param {number} moment */
const iso = (moment) => new Date(moment).toISOString().replace('.000Z', 'Z');

/** The local time of an hour or a day as if it were UTC. @param {string} name */
const local = (name) => Date.parse(name.slice(0, 16) + (name.length > 10 ? 'Z' : ''));

/**
 * For each bucket of a range those at its place in the range before: an hour or a day by its local time, so that the two hours of a clock
 * that is set back there are one place, and one that the clock leaves out here is with the next; a week or a month by its number. A year
 * before, an hour or a day has the same date. Null where the range before has ended, and empty where it has no such hour or day.
 * @param {string[]} names
 * @param {string[]} before
 * @param {Per} per
 * @param {boolean} isYear whether the range before has the same dates a year earlier
 * @returns {(string[] | null)[]}
 */
export function pairs(names, before, per, isYear) {
  const own = names.map(local);
  const placeOf = (/** @type {string} */ name, /** @type {number} */ i) => {
    if (per === 'week' || per === 'month') return i;
    if (isYear && name.slice(5, 10) === '02-29') return -1;
    const at = isYear ? local(Number(name.slice(0, 4)) + 1 + name.slice(4)) : own[0] + local(name) - local(before[0]);
    return at < own[0] ? -1 : own.findIndex((one) => one >= at);
  };
  const places = before.map(placeOf), last = Math.max(...places);
  return names.map((_, i) => (i > last ? null : before.filter((_, k) => places[k] === i)));
}

/** @type {Map<string, string>} */
const offsets = new Map();

/**
 * The offset of an hour that occurs twice on its day; empty for others, and for a name without an offset, which means both.
 * @param {string} name
 * @param {string} zone
 */
function offsetOf(name, zone) {
  if (name.length <= 16) return '';
  const known = offsets.get(zone + name);
  if (known !== undefined) return known;
  const words = t.offsetWords(name, zone);
  offsets.set(zone + name, words);
  return words;
}

/**
 * "Tue 17 Nov 2026", "Tue 17 Nov 2026, 11:00", "Week from Mon 16 Nov 2026", "Nov 2026".
 * @param {string} name
 * @param {Per} per
 * @param {string} zone
 */
export function bucketLong(name, per, zone) {
  if (per === 'month') return t.dayYear(name + '-01').replace(/^\S+ /, '');
  if (per === 'week') return `Week from ${t.dayLong(name)}`;
  return per === 'hour' ? `${t.dayLong(name.slice(0, 10))}, ${name.slice(11, 16)}${offsetOf(name, zone)}` : t.dayLong(name);
}

/**
 * "17 Nov", "11:00", "Nov".
 * @param {string} name
 * @param {Per} per
 * @param {string} zone
 */
export function bucketShort(name, per, zone) {
  if (per === 'month') return bucketLong(name, per, zone);
  return per === 'hour' ? name.slice(11, 16) + offsetOf(name, zone) : t.dayShort(name);
}

/**
 * How the unfinished bucket is called on the axis.
 * @type {Record<Per, string>}
 */
export const PRESENT = { hour: 'now', day: 'today', week: 'this week', month: 'this month' };
