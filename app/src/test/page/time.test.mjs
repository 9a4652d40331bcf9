import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketLong, bucketOf, bucketShort, buckets, pairs, perOf, rangeOf, unitsOf } from '../../main/resources/io/genledger/app/page/bucket.js';
import { axisLabels, path, scale, tickText } from '../../main/resources/io/genledger/app/page/scale.js';
import { clockMs, day, dayLong, dayShort, offset, plusDays, rangeText } from '../../main/resources/io/genledger/app/page/time.js';

const DAY = 86_400_000;

test('moments are read in the zone of the page', () => {
  assert.equal(day('2026-11-28T23:30:00Z', 'Europe/Berlin'), '2026-11-29');
  assert.equal(clockMs('2026-11-29T10:31:21.437Z', 'Europe/Berlin'), '11:31:21.437');
  assert.equal(dayLong('2026-11-17'), 'Tue 17 Nov 2026');
  assert.equal(dayShort('2026-09-01'), '1 Sep');
  assert.equal(plusDays('2024-02-28', 2), '2024-03-01');
  assert.equal(offset(Date.UTC(2025, 6, 1), 'Europe/Berlin'), '+02:00');
  assert.equal(offset(Date.UTC(2025, 6, 1), 'UTC'), 'Z');
  assert.equal(offset(Date.UTC(2025, 6, 1), 'Asia/Kolkata'), '+05:30');
});

test('a range is named without what repeats', () => {
  const text = (since, until, zone = 'UTC') => rangeText(since, until, zone);
  assert.equal(text('2026-11-02T00:00:00Z', '2026-11-30T00:00:00Z'), '2 – 29 Nov 2026');
  assert.equal(text('2026-10-05T00:00:00Z', '2026-11-02T00:00:00Z'), '5 Oct – 1 Nov 2026');
  assert.equal(text('2025-12-30T00:00:00Z', '2026-01-03T00:00:00Z'), '30 Dec 2025 – 2 Jan 2026');
  assert.equal(text('2026-11-29T00:00:00Z', '2026-11-30T00:00:00Z'), 'Sun 29 Nov 2026');
  assert.equal(text('2026-11-29T06:26:00Z', '2026-11-29T07:26:00Z'), '29 Nov 2026, 06:26 – 07:26');
  assert.equal(text('2026-11-28T07:26:00Z', '2026-11-29T07:26:00Z'), '28 Nov, 07:26 – 29 Nov, 07:26');
});

test('every bucket of a range is there, as the API names it', () => {
  assert.deepEqual(buckets('2026-11-27T23:00:00Z', '2026-11-29T23:00:00Z', 'day', 'Europe/Berlin'), ['2026-11-28', '2026-11-29']);
  assert.deepEqual(buckets('2025-06-01T00:00:00Z', '2025-06-16T00:00:00Z', 'week', 'UTC'), ['2025-05-26', '2025-06-02', '2025-06-09']);
  assert.deepEqual(buckets('2025-11-15T00:00:00Z', '2026-02-01T00:00:00Z', 'month', 'UTC'), ['2025-11', '2025-12', '2026-01']);
});

test('a day of 25 hours has 25 bars, and one of 23 hours 23', () => {
  const autumn = buckets('2025-10-25T22:00:00Z', '2025-10-26T23:00:00Z', 'hour', 'Europe/Berlin');
  assert.equal(autumn.length, 25);
  assert.deepEqual(autumn.slice(2, 4), ['2025-10-26T02:00+02:00', '2025-10-26T02:00+01:00']);
  assert.equal(buckets('2025-03-29T23:00:00Z', '2025-03-30T22:00:00Z', 'hour', 'Europe/Berlin').length, 23);
});

test('hours begin with the hour of the zone', () => {
  assert.equal(bucketOf(Date.parse('2025-06-01T03:40:00Z'), 'hour', 'Asia/Kolkata'), '2025-06-01T09:00+05:30');
  assert.deepEqual(buckets('2025-06-01T03:40:00Z', '2025-06-01T05:40:00Z', 'hour', 'UTC'), ['2025-06-01T03:00Z', '2025-06-01T04:00Z', '2025-06-01T05:00Z']);
});

const NEW_YORK = 'America/New_York';
const days = (first, last, per, zone = NEW_YORK) => {
  const midnight = (day) => [0, 1].map((offset) => Date.parse(`${day}T0${4 + offset}:00Z`)).find((at) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(at) === '00');
  return buckets(new Date(midnight(first)).toISOString(), new Date(midnight(plusDays(last, 1))).toISOString(), per, zone);
};
const paired = (names, before, per, isYear = false) => Object.fromEntries(pairs(names, before, per, isYear).map((some, i) => [names[i], some]));

test('after a day of 25 hours an hour is compared with the hour of the same local time', () => {
  const found = paired(days('2026-11-02', '2026-11-08', 'hour'), days('2026-10-26', '2026-11-01', 'hour'), 'hour');
  assert.equal(Object.keys(found).length, 168);
  assert.deepEqual(found['2026-11-08T00:00-05:00'], ['2026-11-01T00:00-04:00']);
  assert.deepEqual(found['2026-11-08T01:00-05:00'], ['2026-11-01T01:00-04:00', '2026-11-01T01:00-05:00']);
  for (const hour of ['02', '12', '23']) assert.deepEqual(found[`2026-11-08T${hour}:00-05:00`], [`2026-11-01T${hour}:00-05:00`]);
});

test('the second of two hours with one local time has none before it, and those after it have theirs', () => {
  const found = paired(days('2026-10-31', '2026-11-02', 'hour'), days('2026-10-28', '2026-10-30', 'hour'), 'hour');
  assert.equal(Object.keys(found).length, 73);
  assert.deepEqual(found['2026-11-01T01:00-04:00'], ['2026-10-29T01:00-04:00']);
  assert.deepEqual(found['2026-11-01T01:00-05:00'], []);
  assert.deepEqual(found['2026-11-01T02:00-05:00'], ['2026-10-29T02:00-04:00']);
  assert.deepEqual(found['2026-11-02T23:00-05:00'], ['2026-10-30T23:00-04:00']);
});

test('on a day of 23 hours the hour that the clock leaves out is compared with the next, and a day after it has none at that hour', () => {
  const on = paired(days('2026-03-08', '2026-03-08', 'hour'), days('2026-03-07', '2026-03-07', 'hour'), 'hour');
  assert.deepEqual(on['2026-03-08T01:00-05:00'], ['2026-03-07T01:00-05:00']);
  assert.deepEqual(on['2026-03-08T03:00-04:00'], ['2026-03-07T02:00-05:00', '2026-03-07T03:00-05:00']);
  assert.deepEqual(on['2026-03-08T23:00-04:00'], ['2026-03-07T23:00-05:00']);
  const after = paired(days('2026-03-09', '2026-03-09', 'hour'), days('2026-03-08', '2026-03-08', 'hour'), 'hour');
  assert.deepEqual(after['2026-03-09T02:00-04:00'], []);
  assert.deepEqual(after['2026-03-09T03:00-04:00'], ['2026-03-08T03:00-04:00']);
  assert.deepEqual(after['2026-03-09T23:00-04:00'], ['2026-03-08T23:00-04:00']);
});

test('a year before, an hour or a day has the same date, and the 29th of February none', () => {
  const hours = paired(days('2026-11-02', '2026-11-02', 'hour'), days('2025-11-02', '2025-11-02', 'hour'), 'hour', true);
  assert.deepEqual(hours['2026-11-02T01:00-05:00'], ['2025-11-02T01:00-04:00', '2025-11-02T01:00-05:00']);
  assert.deepEqual(hours['2026-11-02T02:00-05:00'], ['2025-11-02T02:00-05:00']);
  const leap = paired(days('2024-02-28', '2024-03-02', 'day'), days('2023-02-28', '2023-03-02', 'day'), 'day', true);
  assert.deepEqual(Object.values(leap), [['2023-02-28'], [], ['2023-03-01'], ['2023-03-02']]);
  const after = paired(days('2025-02-28', '2025-03-01', 'day'), days('2024-02-28', '2024-03-01', 'day'), 'day', true);
  assert.deepEqual(Object.values(after), [['2024-02-28'], ['2024-03-01']]);
});

test('days, weeks and months are compared by their place, and have no comparison where a shorter range before has ended', () => {
  const months = paired(days('2026-10-01', '2026-10-31', 'day'), days('2026-09-01', '2026-09-30', 'day'), 'day');
  assert.deepEqual(months['2026-10-30'], ['2026-09-30']);
  assert.equal(months['2026-10-31'], null);
  const shorter = paired(days('2026-11-01', '2026-11-30', 'day'), days('2026-10-01', '2026-10-31', 'day'), 'day');
  assert.deepEqual(shorter['2026-11-30'], ['2026-10-30']);
  assert.deepEqual(pairs(['2025-12-29', '2026-01-05'], ['2024-12-30', '2025-01-06'], 'week', true), [['2024-12-30'], ['2025-01-06']]);
  assert.deepEqual(pairs(['2026-02', '2026-03'], ['2025-12', '2026-01'], 'month', false), [['2025-12'], ['2026-01']]);
  assert.deepEqual(pairs(['2026-11-01'], [], 'day', false), [null]);
});

test('an hour that occurs twice on its day is named with its offset', () => {
  const name = (bucket, zone = NEW_YORK) => bucketLong(bucket, 'hour', zone);
  assert.equal(name('2026-11-01T01:00-04:00'), 'Sun 1 Nov 2026, 01:00 UTC\u221204:00');
  assert.equal(name('2026-11-01T01:00-05:00'), 'Sun 1 Nov 2026, 01:00 UTC\u221205:00');
  assert.equal(name('2026-11-01T00:00-04:00'), 'Sun 1 Nov 2026, 00:00');
  assert.equal(name('2026-11-01T02:00-05:00'), 'Sun 1 Nov 2026, 02:00');
  assert.equal(name('2026-03-08T03:00-04:00'), 'Sun 8 Mar 2026, 03:00');
  assert.equal(name('2026-10-25T01:00Z', 'Europe/London'), 'Sun 25 Oct 2026, 01:00 UTC');
  assert.equal(name('2026-11-01T01:00'), 'Sun 1 Nov 2026, 01:00');
  assert.equal(bucketShort('2026-11-01T01:00-05:00', 'hour', NEW_YORK), '01:00 UTC\u221205:00');
  assert.equal(rangeText('2026-11-01T05:00:00Z', '2026-11-01T06:00:00Z', NEW_YORK), '1 Nov 2026, 01:00 UTC\u221204:00 \u2013 01:00 UTC\u221205:00');
});

test('a bucket leads to its own range', () => {
  assert.deepEqual(rangeOf('2026-11-17', 'day'), { from: '2026-11-17', to: '2026-11-17' });
  assert.deepEqual(rangeOf('2026-11-11', 'day', '2026-11-13'), { from: '2026-11-11', to: '2026-11-13' });
  assert.deepEqual(rangeOf('2026-11-16', 'week'), { from: '2026-11-16', to: '2026-11-22' });
  assert.deepEqual(rangeOf('2024-02', 'month'), { from: '2024-02-01', to: '2024-02-29' });
  assert.deepEqual(rangeOf('2025-10-26T02:00+02:00', 'hour'), { from: '2025-10-26T00:00:00Z', to: '2025-10-26T01:00:00Z' });
  assert.equal(bucketLong('2025-10-26T04:00+01:00', 'hour', 'Europe/Berlin'), 'Sun 26 Oct 2025, 04:00');
  assert.equal(bucketLong('2026-11', 'month', 'UTC'), 'Nov 2026');
});

test('a range has a unit that leaves at most 400 bars', () => {
  assert.deepEqual([perOf(DAY), perOf(28 * DAY), perOf(365 * DAY), perOf(1000 * DAY)], ['hour', 'day', 'week', 'month']);
  assert.deepEqual(unitsOf(365 * DAY), ['day', 'week', 'month']);
  assert.ok(unitsOf(DAY).includes('hour'));
});

test('gridlines are at 1, 2, 2.5 or 5 times a power of ten and hold zero and all bars', () => {
  for (const [min, max] of [[0, 53.5], [0, 0.00037], [-12, 30], [0, 0], [-5, -1], [0, 1e9], [0, 0.25]]) {
    const { ticks, low, high, decimals } = scale(min, max, 4);
    assert.ok(low <= min && high >= max, `${min} ${max}`);
    assert.ok(ticks.some((tick) => Math.abs(tick) < 1e-15) && ticks.length <= 8, String(ticks));
    assert.equal(new Set(ticks.map((tick) => tickText(tick, decimals))).size, ticks.length, ticks.map((tick) => tickText(tick, decimals)).join());
  }
  assert.deepEqual(scale(0, 53.5, 4).ticks, [0, 20, 40, 60]);
  assert.equal(tickText(0, 2), '$0');
  assert.equal(tickText(-0.5, 1), '\u2212$0.5');
});

test('labels of the axis do not touch, and the unfinished bucket has one', () => {
  const days = buckets('2026-11-02T00:00:00Z', '2026-11-30T00:00:00Z', 'day', 'UTC');
  assert.deepEqual(axisLabels(days, 'day', 41, false, 27).map((one) => one.text), ['Mon 2 Nov', 'Mon 9 Nov', 'Mon 16 Nov', 'Mon 23 Nov', 'today']);
  const hours = buckets('2026-11-28T00:00:00Z', '2026-11-30T00:00:00Z', 'hour', 'UTC');
  for (const slot of [3, 8, 25, 100]) {
    const places = axisLabels(hours, 'hour', slot, false, -1).map((one) => one.i);
    assert.ok(places.every((i, k) => k === 0 || (i - places[k - 1]) * slot >= 72), `${slot}: ${places}`);
  }
  const months = buckets('2024-01-01T00:00:00Z', '2026-11-30T00:00:00Z', 'month', 'UTC');
  assert.ok(axisLabels(months, 'month', 20, false, months.length - 1).length > 3);
});

test('a bucket without a generation is a gap in a line', () => {
  assert.equal(path([1, 2, null, 3, null, 4], (i) => i, (ms) => ms), 'M0.0 1.0L1.0 2.0M3.0 3.0M5.0 4.0');
});
