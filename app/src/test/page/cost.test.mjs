import assert from 'node:assert/strict';
import { test } from 'node:test';
import { barOf, billOf, flagsOf, nodesOf, rowFlags, tokensOf } from '../../main/resources/io/genledger/app/page/cost.js';
import { windowOf } from '../../main/resources/io/genledger/app/page/window.js';

const row = (id, spend, more = {}) => ({ id, spend, request: 'r1', mayIncludeWorkers: false, ...more });

test('a bill begins with the price without the cache, and its bars follow each other to the spend', () => {
  const bill = billOf({
    cache: { lines: [{ code: 'without-cache', amount: '0.174944' }, { code: 'cache-saving', amount: '-0.06912' }] },
    payments: [{ code: 'byok-fee', amount: '0.007839' }, { code: 'upstream', amount: '0.097985' }],
  });
  assert.deepEqual(bill.map(({ code, from, to }) => [code, from, to]), [['without-cache', '0', '0.174944'], ['cache-saving', '0.174944', '0.105824'], ['upstream', '0', '0.097985'], ['byok-fee', '0.097985', '0.105824']]);
});

test('a bill of one line only says nothing that the spend does not', () => {
  assert.deepEqual(billOf({ cache: { lines: [] }, payments: [{ code: 'credits', amount: '1' }] }), []);
  assert.deepEqual(billOf({ cache: { lines: [] }, payments: [] }), []);
});

test('the sums of a run leave out unknown and provisional amounts, and count them', () => {
  const [session, first, , , , second] = nodesOf({
    kinds: ['session'], run: 's', rows: [row('a', '0.1'), row('b', null), row('c', '5', { mayIncludeWorkers: true }), row('d', '0.02', { request: 'r2' })],
  });
  assert.deepEqual([session.kind, session.inclusive, session.more, session.own, session.size], ['session', '0.12', 2, undefined, 4]);
  assert.deepEqual([first.kind, first.inclusive, first.more, first.level], ['request', '0.1', 2, 1]);
  assert.deepEqual([second.id, second.inclusive, second.more], ['r2', '0.02', 0]);
});

test('a run of which no amount is sure has an unknown sum, never zero', () => {
  const [session] = nodesOf({ kinds: ['session'], run: 's', rows: [row('a', null)] });
  assert.equal(session.inclusive, null);
});

test('generations without a request stand in the session itself', () => {
  assert.deepEqual(nodesOf({ kinds: ['session'], run: 's', rows: [row('a', '1', { request: null })] }).map((one) => [one.kind, one.level]), [['session', 0], ['generation', 1]]);
  assert.deepEqual(nodesOf({ kinds: ['request'], run: 'r1', rows: [row('a', '1')] }).map((one) => [one.kind, one.level]), [['request', 0], ['generation', 1]]);
});

test('tokens of another counter never make a bar longer than it is', () => {
  const bar = barOf({ prompt: 10, completion: 5, cached: 12, reasoning: 20 });
  assert.deepEqual(bar, { prompt: 10, completion: 25, cached: 10, reasoning: 20 });
  assert.deepEqual(barOf({ prompt: null, completion: 3, cached: null, reasoning: null }), { prompt: 0, completion: 3, cached: 0, reasoning: 0 });
});

test('tokens that are not stated are null, not zero', () => {
  assert.equal(tokensOf({}), null);
  assert.deepEqual(tokensOf({ tokens_prompt: 3 }), { isNative: false, prompt: 3, completion: 0, reasoning: null, cached: null });
});

test('flags name what a record states', () => {
  const record = { money: { spend: null, byok: true }, trust: 'provisional', stated: { cancelled: true, model: 'm:free', response_cache_source_id: 'gen-1' }, attempts: [1, 2], findings: [{ severity: 'info' }] };
  assert.deepEqual(flagsOf(record), ['unknown', 'provisional', 'cancelled', 'byok', 'replay', 'free', 'retried']);
  assert.deepEqual(rowFlags({ spend: '0', trust: 'record', cancelled: null, byok: 'false', variant: null, findings: 'total-cost-differs' }), ['finding']);
});

const tops = Array.from({ length: 5001 }, (_, i) => i * 29);

test('a window holds what is seen, in blocks, and the heights around it add up to the list', () => {
  for (const from of [-500, 0, 1, 4000, 144_000, 150_000]) {
    const { first, last, above, below } = windowOf(tops, from, from + 800);
    assert.ok(above <= Math.max(0, Math.min(from, tops[4999])) && tops[last] >= Math.min(from + 800, tops[5000]), `${from}`);
    assert.equal(above + below + (tops[last] - tops[first]), tops[5000]);
    assert.ok(last - first < 90);
  }
});

test('a movement within a block draws nothing anew', () => {
  assert.deepEqual(windowOf(tops, 10_000, 10_800), windowOf(tops, 10_020, 10_820));
});

test('an empty list has an empty window', () => {
  assert.deepEqual(windowOf([0], 0, 800), { first: 0, last: 0, above: 0, below: 0 });
});
