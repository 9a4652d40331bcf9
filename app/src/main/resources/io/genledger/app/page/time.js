// Moments and dates as text, in a time zone. Days are "2026-11-17", moments ISO 8601 in UTC.

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @param {string} zone
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(zone, options) {
  const key = zone + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
}

/**
 * "11:31:21"
 * @param {string | number | Date} moment
 * @param {string} zone
 */
export const clock = (moment, zone) => format(zone, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(new Date(moment));

/**
 * "11:31"
 * @param {string | number | Date} moment
 * @param {string} zone
 */
export const minute = (moment, zone) => clock(moment, zone).slice(0, 5);

/**
 * "11:31:21.437"
 * @param {string} moment
 * @param {string} zone
 */
export const clockMs = (moment, zone) => `${clock(moment, zone)}.${String(new Date(moment).getUTCMilliseconds()).padStart(3, '0')}`;

/**
 * The day of a moment, "2026-11-17".
 * @param {string | number | Date} moment
 * @param {string} zone
 */
export function day(moment, zone) {
  const of = Object.fromEntries(format(zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(moment)).map((part) => [part.type, part.value]));
  return `${of.year.padStart(4, '0')}-${of.month}-${of.day}`;
}

/**
 * "29 Nov 2026, 11:55:12"
 * @param {string | number | Date} moment
 * @param {string} zone
 */
export const full = (moment, zone) => `${dayYear(day(moment, zone))}, ${clock(moment, zone)}`;

/** @param {string} day */
const utc = (day) => new Date(day + 'T00:00:00Z');

/**
 * "Tue 17 Nov 2026"
 * @param {string} day
 */
export const dayLong = (day) => format('UTC', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(utc(day)).replace(',', '').replace('Sept', 'Sep');

/**
 * "17 Nov 2026"
 * @param {string} day
 */
export const dayYear = (day) => dayLong(day).slice(4);

/**
 * "17 Nov"
 * @param {string} day
 */
export const dayShort = (day) => dayYear(day).slice(0, -5);

/**
 * 0 is Sunday.
 * @param {string} day
 */
export const weekday = (day) => utc(day).getUTCDay();

/**
 * @param {string} day
 * @param {number} days
 */
export function plusDays(day, days) {
  const moved = utc(day);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/**
 * @param {string} first
 * @param {string} last
 */
export const daysBetween = (first, last) => Math.round((utc(last).getTime() - utc(first).getTime()) / 86_400_000);

/**
 * The offset from UTC at a moment, "+02:00", and "Z" for none.
 * @param {number} moment
 * @param {string} zone
 */
export function offset(moment, zone) {
  const name = format(zone, { timeZoneName: 'longOffset' }).formatToParts(new Date(moment)).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const shift = name.replace('GMT', '').replace('\u2212', '-');
  return shift === '' || shift === '+00:00' ? 'Z' : shift;
}

/**
 * The offset of a moment whose time the clock shows twice, when it is set back: " UTC\u221204:00". Empty for every other moment.
 * @param {string | number} moment
 * @param {string} zone
 */
export function offsetWords(moment, zone) {
  const at = new Date(moment).getTime();
  const shown = (/** @type {number} */ other) => day(other, zone) + minute(other, zone);
  const isTwice = [at - 3_600_000, at + 3_600_000].some((other) => shown(other) === shown(at));
  return isTwice ? ' UTC' + offset(at, zone).replace('Z', '').replace('-', '\u2212') : '';
}

/**
 * Days or moments as people write a range: "2 – 29 Nov 2026", "29 Nov 2026, 07:26 – 08:26".
 * @param {string} since first moment
 * @param {string} until first moment after it
 * @param {string} zone
 */
export function rangeText(since, until, zone) {
  const begins = day(since, zone), end = new Date(new Date(until).getTime() - 1);
  const last = day(end, zone);
  const isWhole = minute(since, zone) === '00:00' && minute(until, zone) === '00:00' && new Date(until).getUTCSeconds() === 0;
  if (!isWhole && daysBetween(begins, last) < 2) {
    const time = (/** @type {string} */ moment) => minute(moment, zone) + offsetWords(moment, zone);
    const close = begins === last ? time(until) : `${dayShort(last)}, ${time(until)}`;
    return `${begins === last ? dayYear(begins) : dayShort(begins)}, ${time(since)} \u2013 ${close}`;
  }
  if (begins === last) return dayLong(begins);
  const [d, m, y] = dayYear(begins).split(' '), [, m2, y2] = dayYear(last).split(' ');
  return `${y !== y2 ? dayYear(begins) : m !== m2 ? `${d} ${m}` : d} \u2013 ${dayYear(last)}`;
}
