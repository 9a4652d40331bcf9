import assert from 'node:assert/strict';
import { test } from 'node:test';
import './lit.mjs';

const { NOTHING, withChanges } = await import('../../main/resources/io/genledger/app/page/changes.js');

const row = (value, spend, more = {}) => ({ ...NOTHING, value, requests: 1, spend, ...more });
const group = (apiType, spend, spendBefore, change, requests = 1) => ({ kind: 'group', apiType, requests, spend, spendBefore, change });
const other = (spendBefore, change) => ({ kind: 'other', apiType: null, requests: 9, spend: '1', spendBefore, change });
const data = (rows, more = {}) => ({ rows, restRows: [], rest: null, unlisted: null, totals: { ...NOTHING, requests: 9, spend: '9' }, ...more });
const report = (rows, totals = { spendBefore: '5', change: '4' }, omittedRows = 0) => ({ rows, totals, omittedRows });
const ofAll = (data, answer, unknowns = null) => withChanges(data, 'api-type', answer, unknowns);

test('each row has the change that the report states, and what spent before alone is gone', () => {
  const shown = ofAll(data([row('a', '8'), row(null, '1')]), report([group('a', '8', '3', '5'), group(null, '1', '0', '1'), group('c', '0', '2', '-2', 0)]));
  assert.deepEqual(shown.rows.map((one) => one.moved), [{ change: '5', before: '3', isAbout: false }, { change: '1', before: '0', isAbout: false }]);
  assert.deepEqual(shown.gone.map((one) => [one.value, one.requests, one.spend, one.moved.change]), [['c', 0, '0', '-2']]);
  assert.equal(shown.totals.moved.change, '4');
  assert.equal(shown.goneRest, null);
});

test('what is gone and has no row is one row, unless a rest has it', () => {
  const rows = [row('a', '8')], answer = report([group('a', '8', '3', '5'), other('2', '-2')], undefined, 3);
  assert.deepEqual([ofAll(data(rows), answer).goneRest.count, ofAll(data(rows), answer).goneRest.moved.change], [3, '-2']);
  const withRest = ofAll(data(rows, { rest: { ...row(null, '1'), count: 2 } }), answer);
  assert.equal(withRest.goneRest, null);
  assert.equal(withRest.rest.moved.change, '-2');
});

test('an open rest is the total less the rows, to the last digit', () => {
  const rest = { ...row(null, '1'), count: 2 }, opened = { rest, restRows: [row('b', '1')], unlisted: { ...row(null, '0'), count: 1 } };
  const shown = ofAll(data([row('a', '8')], opened), report([group('a', '8', '3.000000000000000001', '4.999999999999999999'), group('b', '1', '0', '1'), other('2', '-2')]));
  assert.deepEqual(shown.rest.moved, { change: '-0.999999999999999999', before: '1.999999999999999999', isAbout: false });
  assert.equal(shown.restRows[0].moved.change, '1');
  assert.equal(shown.unlisted.moved.change, '-2');
  assert.equal(ofAll(data([row('a', null)], opened), report([group('a', null, '3', null), other('2', '-2')])).rest.moved.change, null);
});

test('a change of which a part is unknown, now or before, is an about', () => {
  const unknowns = { rows: [{ kind: 'group', apiType: 'b', requests: 2 }], totals: { requests: 3 } };
  const rest = { ...row(null, '1'), count: 2 };
  const shown = ofAll(data([row('a', '8'), row('b', '1'), row('c', '1', { unknownSpend: 1 })], { rest }), report([group('a', '8', '3', '5'), group('b', '1', '0', '1'), group('c', '1', '0', '1'), other('2', '-2')]), unknowns);
  assert.deepEqual([...shown.rows, shown.rest, shown.totals].map((one) => one.moved.isAbout), [false, true, true, true, true]);
});
