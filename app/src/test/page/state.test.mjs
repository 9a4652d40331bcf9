import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, link, literally, only, parse, pattern, selection } from '../../main/resources/io/genledger/app/page/address.js';
import { colours } from '../../main/resources/io/genledger/app/page/colour.js';

const at = (address) => parse(new URL(address, 'http://localhost'));

test('an address is read and written without loss', () => {
  for (const address of ['/', '/?range=7d&by=provider&per=hour', '/?from=2026-11-01&to=2026-11-07&zone=Europe/Berlin&sort=tokens:asc&exact=1&focus=openai/gpt-5', '/generations?f=app:not:staging&f=model:like:anthropic/*&id=gen-1', '/?f=user:is:', '/generations?f=finding:is:spend-unknown', '/?against=none']) {
    assert.equal(decodeURIComponent(format(at(address))), address);
  }
});

test('values with colons, ampersands and formulas come back whole', () => {
  for (const value of ['a:b:c', 'x&y=z', '=1+1', '<script>', '100 %', '\u202e', '']) {
    const state = { ...at('/'), filters: [{ dim: 'app', op: 'is', value }] };
    assert.deepEqual(at(format(state)).filters, state.filters);
  }
});

test('what an address cannot mean is ignored', () => {
  const state = at('/?range=5y&zone=Mars&by=nothing&per=second&f=nothing:is:x&f=app:was:x&from=tomorrow&sort=%3Cscript%3E');
  assert.deepEqual({ ...state }, { ...at('/') });
});

test('the selection of an address is that of the API', () => {
  assert.equal(selection(at('/')).toString(), 'last=28d');
  assert.equal(selection(at('/?from=2026-11-01&to=2026-11-07&zone=UTC')).toString(), 'timezone=UTC&since=2026-11-01&until=2026-11-07');
  assert.equal(selection(at('/?range=all')).get('since'), '1970-01-01');
  assert.deepEqual(selection(at('/?f=model:is:a*b&f=model:is:c&f=app:not:!x&f=user:is:')).getAll('model'), ['a\\*b', 'c']);
});

test('an exact filter means its text and nothing else', () => {
  assert.equal(literally('!a*b\\c'), '\\!a\\*b\\\\c');
  assert.equal(pattern({ dim: 'app', op: 'not', value: '!x' }), '!\\!x');
  assert.equal(pattern({ dim: 'app', op: 'like', value: '!x*' }), '\\!x*');
  assert.equal(pattern({ dim: 'app', op: 'unlike', value: 'x*' }), '!x*');
});

test('a link to another screen keeps range and filters', () => {
  const state = at('/?range=7d&f=app:not:staging&sort=tokens&focus=x');
  assert.equal(decodeURIComponent(link(state, '/generations')), '/generations?range=7d&f=app:not:staging');
  assert.deepEqual(only(at('/?f=model:not:a&f=app:is:b'), 'model', null), [{ dim: 'app', op: 'is', value: 'b' }, { dim: 'model', op: 'is', value: '' }]);
});

test('an entity keeps its colour, and only colours that the ledger has not given away are lent', () => {
  const first = colours('model', { a: 2 }, ['x', 'a', 'y']);
  assert.deepEqual(['a', 'x', 'y', 'z', null].map(first), [2, 1, 3, 0, 0]);
  const filtered = colours('model', { a: 2 }, ['y']);
  assert.deepEqual(['a', 'x', 'y'].map(filtered), [2, 1, 3]);
  const taken = colours('model', { a: 2, q: 3 }, ['y', 'x']);
  assert.deepEqual(['q', 'x', 'y'].map(taken), [3, 1, 4]);
  assert.equal(colours('app', { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 }, ['h'])('h'), 0);
  assert.equal(colours('user', {}, [])('constructor'), 0);
});
