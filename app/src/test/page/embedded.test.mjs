import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerBy, Failure, get } from '../../main/resources/io/genledger/app/page/api.js';
import { answersOf, find } from '../../main/resources/io/genledger/app/page/embedded.js';

const block = (path, asked, answer) => ({ dataset: { path, asked }, textContent: JSON.stringify(answer) });
const file = (...blocks) => ({ querySelectorAll: (selector) => (selector === 'script[data-path]' ? blocks : []) });
const query = (text) => new URLSearchParams(text);

const answers = answersOf(file(
  block('report', 'by=model&top=7', 'largest'),
  block('report', 'by=model', 'all'),
  block('report', 'by=day&since=2026-10-05T22%3A00%3A00.000Z', 'before'),
  block('report', 'by=day&columns=spend%2Ctokens', 'days'),
  block('report', 'by=day%2Cmodel', 'series'),
  block('findings', '', { findings: [] }),
  block('generations', '', null),
));

test('an answer is found by the parameters that tell its question from others', () => {
  assert.equal(find(answers, 'report', query('last=28d&by=model&top=7&order=spend')), 'largest');
  assert.equal(find(answers, 'report', query('last=28d&by=model&top=50&order=spend')), 'all');
  assert.equal(find(answers, 'report', query('by=day&columns=spend,tokens&since=2026-10-05T22:00:00.000Z&until=2026-11-02T23:00:00.000Z')), 'before');
  assert.equal(find(answers, 'report', query('by=day&columns=spend,tokens&since=2026-11-03&model=a&model=b')), 'days');
  assert.equal(find(answers, 'report', query('by=day,model&columns=spend')), 'series');
  assert.deepEqual(find(answers, 'findings', query('since=x')), { findings: [] });
  assert.deepEqual(find(answers, 'findings'), { findings: [] });
  assert.equal(find(answers, 'generations', query('limit=1')), null);
});

test('a question without an answer is a failure and no empty figure', () => {
  assert.throws(() => find(answers, 'report', query('by=provider')), Failure);
  assert.throws(() => find(answers, 'status'), Failure);
});

test('where another source answers, nothing is fetched', async () => {
  let fetched = 0;
  globalThis.fetch = async () => ((fetched += 1), new Response('{"from":"the server"}'));
  assert.deepEqual(await get('report'), { from: 'the server' });
  answerBy(async (path, asked) => find(answers, path, asked));
  assert.equal(await get('report', query('by=model')), 'all');
  await assert.rejects(get('status'), Failure);
  assert.equal(fetched, 1);
});
