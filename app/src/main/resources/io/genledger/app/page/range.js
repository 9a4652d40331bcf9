// The range as people see and move it.
import { RANGES } from './address.js';
import { day, daysBetween, plusDays, rangeText } from './time.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {{ since: string, until: string }} Range first moment, and first moment after it */

/** Lengths of ranges in words. @type {Record<string, string>} */
export const SPANS = { '1h': '1 hour', '24h': '24 hours', '7d': '7 days', '28d': '28 days', '90d': '90 days', '1y': '1 year' };

const DAYS = { '7d': 7, '28d': 28, '90d': 90 };
const HOURS = { '1h': 1, '24h': 24 };

/**
 * The range that is shown: that of the loaded figures, as the server resolved it.
 * @param {Page} page
 * @returns {Range | null}
 */
export const shownRange = (page) => page.data?.range ?? null;

/** @param {Page} page */
export function words(page) {
  const range = shownRange(page);
  return range ? rangeText(range.since, range.until, page.zone) : '\u2026';
}

/**
 * The name of a range of this length: days that are named by first and last have one, too.
 * @param {Page} page
 */
export function rangeName({ state, zone }) {
  if (state.range || !state.from || !state.to) return state.range;
  const isDays = state.from.length === 10 && state.to.length === 10;
  const length = isDays ? daysBetween(state.from, state.to) + 1 : (new Date(state.to).getTime() - new Date(state.from).getTime()) / 3_600_000;
  return Object.entries(isDays ? DAYS : HOURS).find(([, size]) => size === length)?.[0] ?? '';
}

/**
 * Whether there is a later range.
 * @param {Page} page
 */
export function canMove(page, direction = 1) {
  const range = shownRange(page);
  if (!range || page.state.range === 'all') return false;
  return direction < 0 || (!page.state.range && new Date(range.until).getTime() < page.now());
}

/**
 * Moves to the range before or after this one, of the same length; the last one ends now.
 * @param {Page} page
 * @param {number} direction -1 earlier, 1 later
 */
export function shift(page, direction) {
  const range = shownRange(page);
  if (!range || !page.isCurrent || !canMove(page, direction)) return;
  const since = new Date(range.since).getTime(), until = new Date(range.until).getTime();
  const name = rangeName(page);
  if (name in HOURS || until - since < 86_400_000) {
    const by = direction * (until - since);
    if (until + by >= page.now()) return page.go(name ? { range: name } : { from: iso(since + by), to: iso(until + by) });
    return page.go({ from: iso(since + by), to: iso(until + by) });
  }
  const first = day(since, page.zone), last = day(until - 1, page.zone);
  const by = direction * (daysBetween(first, last) + 1);
  const from = plusDays(first, by), to = plusDays(last, by);
  if (to >= day(page.now(), page.zone) && name in RANGES) page.go({ range: name });
  else page.go({ from, to });
}

/** @param {number} moment */
const iso = (moment) => new Date(moment).toISOString().replace('.000Z', 'Z');
