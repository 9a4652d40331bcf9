import assert from 'node:assert/strict';
import { test } from 'node:test';
import { add, change, compare, decimalsOf, exact, headTail, isZero, perMille, price, round, sub, usd } from '../../main/resources/io/genledger/app/page/amount.js';

test('a short amount is cut toward zero, never rounded', () => {
  assert.equal(usd('1284.039'), '$1,284.03');
  assert.equal(usd('-12.999'), '\u2212$12.99');
  assert.equal(usd('5'), '$5.00');
  assert.equal(usd('1234567.1'), '$1,234,567.10');
});

test('an amount below a cent is not shown as zero', () => {
  assert.equal(usd('0.004'), '<$0.01');
  assert.equal(usd('0.00001', 4), '<$0.0001');
  assert.equal(usd('0'), '$0.00');
  assert.equal(usd('0.000'), '$0.00');
  assert.match(usd('-0.001'), /\$0\.01$/);
});

test('an unknown amount is the word, not zero', () => {
  for (const show of [usd, exact]) assert.equal(show(null), 'unknown');
});

test('the short amount is the beginning of the exact one', () => {
  for (const amount of ['0.05', '692.837329385', '0.010000000000000001', '99999999999999999999.999', '-3.1459']) assert.ok(exact(amount).startsWith(usd(amount)), amount);
});

test('every digit is shown, padded to one length', () => {
  assert.equal(exact('53.496256495'), '$53.496256495');
  assert.equal(exact('0.5', 9), '$0.500000000');
  assert.deepEqual(headTail('692.837329385'), { head: '$692.83', tail: '7329385' });
  assert.deepEqual(headTail('0.105824', 4, 8), { head: '$0.1058', tail: '2400' });
  assert.equal(decimalsOf(['1', null, '2.12345']), 5);
});

test('sums are exact where binary numbers are not', () => {
  assert.equal(add('0.1', '0.2'), '0.3');
  assert.equal(add('99999999999999999999', '0.000000000000000001', null), '99999999999999999999.000000000000000001');
  assert.equal(add(), '0');
  assert.equal(sub('0.3', '0.1'), '0.2');
  assert.equal(sub('1', '2.5'), '-1.5');
  assert.equal(compare('10', '9.999999999999999999999'), 1);
  assert.equal(compare('-1', '-0.5'), -1);
  assert.equal(compare('1.0', '1'), 0);
});

test('a change is in per cent with one decimal', () => {
  assert.deepEqual(change('692.837329385', '532.67'), { up: true, text: '30.1\u202f%' });
  assert.deepEqual(change('50', '100'), { up: false, text: '50.0\u202f%' });
  assert.equal(change('1', '0'), null);
  assert.equal(change('1', null), null);
  assert.equal(change('13000', '1')?.text, '1,299,900.0\u202f%');
  assert.equal(change('-1', '-2')?.up, true);
});

test('a share is in tenths of a per cent', () => {
  assert.equal(perMille('253.98', '692.83'), 367);
  assert.equal(perMille('-1', '3'), -333);
  assert.equal(perMille('1', '0'), null);
});

test('a derived price is rounded half-even', () => {
  assert.equal(round('0.125', 2), '0.12');
  assert.equal(round('0.135', 2), '0.14');
  assert.equal(round('0.1250001', 2), '0.13');
  assert.equal(round('9.999', 0), '10');
  assert.equal(round('-0.001', 2), '0.00');
  assert.equal(price('1.531501071936846754'), '$1.532');
  assert.equal(price(null), '\u2013');
});

test('zero is zero in every form', () => {
  assert.ok(isZero('0') && isZero('-0.00') && !isZero('0.001') && !isZero(null));
});
