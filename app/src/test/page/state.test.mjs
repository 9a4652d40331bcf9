import assert from 'node:assert/strict';
import { test } from 'node:test';
import { format, HIGHEST, LEFT_BEHIND, link, literally, misread, only, parse, pattern, selection } from '../../main/resources/io/genledger/app/page/address.js';
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

const wrong = (search) => misread({ search });

test('each part of an address that cannot be read is named with what is possible', () => {
  for (const [part, possible] of [
    ['range=5d', '1h, 24h, 7d, 28d, 90d, 1y, all'], ['range=constructor', '1h, 24h'], ['zone=Mars/X', 'a time zone such as UTC'], ['against=year', 'previous, last-year, none'], ['by=foo', 'model, author, provider'], ['by=finding', 'model, author'],
    ['per=foo', 'hour, day, week, month'], ['show=spent', 'spend, latency'], ['from=tomorrow', '2025-08-01'], ['to=1', '2025-08-01'], ['sort=<script>', 'tokens:asc'], ['range=', '1h, 24h'],
  ]) {
    const [sentence, ...more] = wrong('?by=model&sort=spend&'.replace(part.split('=')[0] + '=', 'id=x&focus=') + part);
    assert.deepEqual(more, [], part);
    assert.ok(sentence.startsWith(`The address says ${part}: expected `) && sentence.includes(possible), sentence);
  }
  for (const part of ['f=finding:spend-unknown', 'f=foo:is:x', 'f=app:was:x', 'f=app', 'f=app:is', 'f=']) {
    const [sentence] = wrong('?range=7d&' + part);
    assert.ok(sentence?.startsWith(`The address says ${part}: expected`) && sentence.includes('app:is:staging') && sentence.includes('trust, request, finding') && sentence.includes('is, not, like, unlike'), part);
  }
});

test('a part that an address does not have, or has twice, is not left out silently', () => {
  assert.match(wrong('?model=a')[0], /^The address says model=a, but its parts are range, from, to, /);
  assert.match(wrong('?__proto__=a')[0], /__proto__=a, but its parts/);
  assert.deepEqual(wrong('?by=user&by=app'), ['The address says by=app, but by was said before.']);
  assert.deepEqual(wrong('?range=7d&from=2026-11-01'), ['The address says range=7d: expected either range, or from and to.']);
  assert.equal(wrong('?f=foo:is:x&per=foo&by=model').length, 2);
  assert.ok(wrong('?by=%E2%80%AEx')[0].includes('by=\\u202ex'));
});

test('all that can be read of an address is read', () => {
  for (const search of ['', '?exact', '?range=all&against=none', '?from=2026-11&to=2026-11-07T12:00:00Z&zone=Europe/Berlin', '?f=user:is:&f=user:not:a:b&f=finding:is:spend-unknown&focus=&id=gen-1&sort=tokens:asc&show=latency&per=hour']) assert.deepEqual(wrong(search), [], search);
  assert.equal(format(at('/?f=foo:is:x&f=app:is:b&range=5d')), '/?f=app:is:b');
});

test('the order of the list is one of two, and a screen takes no order of another', () => {
  assert.deepEqual(['', '?sort=spend', '?sort=highest-spend'].map((search) => at('/generations' + search).sort), ['spend', HIGHEST, HIGHEST]);
  assert.equal(at('/generation?sort=spend&id=a').sort, HIGHEST);
  assert.deepEqual(misread({ pathname: '/generations', search: '?sort=tokens' }), ['The address says sort=tokens: expected highest-spend; without it the newest are the first.']);
  assert.match(misread({ pathname: '/', search: '?sort=highest-spend' })[0], /^The address says sort=highest-spend: expected a column, .* Columns: name, spend, change, share/);
  assert.equal(link({ ...at('/?sort=tokens&show=latency'), ...LEFT_BEHIND }, '/generations'), '/generations');
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
