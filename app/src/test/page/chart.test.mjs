import assert from 'node:assert/strict';
import { test } from 'node:test';
import { text } from './lit.mjs';

const { stackedBars } = await import('../../main/resources/io/genledger/app/page/bars.js');
const { tooltip } = await import('../../main/resources/io/genledger/app/page/tooltip.js');

const chart = (bar) => ({
  width: 800, height: 268, compact: false, per: 'hour', zone: 'America/New_York', open: -1, until: '', label: '', focus: '', kept: null, href: () => '',
  bars: [{ name: '2026-11-01T01:00-05:00', total: '3', before: '2', beforeName: '2026-10-29T01:00-04:00', requests: 4, unknown: 0, unknownBefore: 0, ...bar }],
  series: [{ value: 'a', slot: 1, isRest: false, amounts: [bar.total ?? '3'] }],
});
const shown = (bar) => text(tooltip(chart(bar), 0, 'model'));
const named = (bar) => text(stackedBars(chart(bar), { ui: {} }).values.flat().find((one) => one?.strings?.[0].includes('class="bar')).values.find((one) => typeof one === 'string' && one.includes('2026')));

test('a tooltip of known amounts has no sign before them', () => {
  assert.match(shown({}), /Total\|\$3\.00\|.*29 Oct 2026, 01:00\|\$2\.00\|Difference\|\+50\.0\u202f%\|\+\|\$1\.00\|/);
  assert.equal(named({}), 'Sun 1 Nov 2026, 01:00 UTC\u221205:00: $3.00, Thu 29 Oct 2026, 01:00: $2.00');
});

test('a tooltip marks sums over unknown spend, and what is computed of them', () => {
  assert.match(shown({ unknown: 1 }), /Total\|≥\|\$3\.00\|.*01:00\|\$2\.00\|Difference\|~\|\+50\.0\u202f%\|~\|\+\|\$1\.00\|/);
  assert.match(shown({ unknownBefore: 2 }), /Total\|\$3\.00\|.*01:00\|≥\|\$2\.00\|Difference\|~\|\+50\.0\u202f%\|~\|\+\|\$1\.00\|/);
  assert.match(named({ unknown: 1, unknownBefore: 1 }), /: at least \$3\.00, .*: at least \$2\.00$/);
});

test('of an unknown sum neither a bound nor a difference is shown', () => {
  assert.match(shown({ total: null, unknown: 4 }), /Total\|unknown\|.*\|\$2\.00\|Difference\|unknown\|/);
  assert.match(named({ total: null, unknown: 4 }), /UTC\u221205:00: unknown, /);
});

test('a bucket that the range before does not have is named so', () => {
  assert.match(shown({ before: null, beforeName: '' }), /Total\|\$3\.00\|No such hour before\|4\u00a0requests/);
  assert.match(named({ before: null, beforeName: '' }), /: \$3\.00, no such hour before$/);
  assert.doesNotMatch(shown({ before: null, beforeName: null }), /before/);
  assert.match(named({ before: null, beforeName: null }), /: \$3\.00$/);
});

test('a bucket before of unknown spend is unknown, and so is the difference', () => {
  assert.match(shown({ before: null, unknownBefore: 3 }), /01:00\|unknown\|Difference\|unknown\|/);
  assert.match(named({ before: null, unknownBefore: 3 }), /, Thu 29 Oct 2026, 01:00: unknown$/);
});
