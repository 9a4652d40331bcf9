import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cell, csv, fileName } from '../../main/resources/io/genledger/app/page/csv.js';
import { authored, cut, halves, visible } from '../../main/resources/io/genledger/app/page/name.js';
import { duration, int, percent, rate, ratio, seconds, short } from '../../main/resources/io/genledger/app/page/number.js';
import { onLedger } from '../../main/resources/io/genledger/app/page/shell.js';

const T = '\u202f';

test('counts are grouped, and shortened by cutting from 100,000 on', () => {
  assert.equal(int(10408), '10,408');
  assert.equal(short(99_999), '99,999');
  assert.equal(short(701_999_999), `701.9${T}M`);
  assert.equal(short(999_999), `999.9${T}k`);
  assert.equal(short(12_345_000_000_000), `12,345.0${T}G`);
  assert.equal(short(null), 'unknown');
});

test('ratios keep the digits of their text', () => {
  assert.equal(ratio('0.663'), `66.3${T}%`);
  assert.equal(ratio('0.6635'), `66.4${T}%`);
  assert.equal(ratio('1'), `100.0${T}%`);
  assert.equal(ratio('0.00049'), `0.0${T}%`);
  assert.equal(ratio('-0.05'), `\u22125.0${T}%`);
  assert.equal(ratio(null), '\u2013');
  assert.equal(percent(367), `36.7${T}%`);
  assert.equal(rate('27.400682'), '27.4');
});

test('durations have the unit that fits', () => {
  assert.equal(duration(412), `412${T}ms`);
  assert.equal(duration(9_870), `9.8${T}s`);
  assert.equal(duration(104_000), `1${T}min 44${T}s`);
  assert.equal(duration(18 * 60_000), `18${T}min`);
  assert.equal(duration(51 * 3_600_000), `2${T}d 3${T}h`);
  assert.equal(duration(26 * 3_600_000), `1${T}d 2${T}h`);
  assert.equal(duration(null), '\u2013');
  assert.equal(seconds(1484), '1.48');
  assert.deepEqual([4565, 8665, 5, 4, 995, 60_000, 0].map(seconds), ['4.57', '8.67', '0.01', '0.00', '1.00', '60.00', '0.00']);
});

test('characters that hide or turn text are written out, and emoji stay whole', () => {
  assert.equal(visible('evil/\u202egnp.exe'), 'evil/\\u202egnp.exe');
  assert.equal(visible('a\u200bb\u0000c\ufeff'), 'a\\u200bb\\u0000c\\ufeff');
  assert.equal(visible('👩🏽\u200d💻'), '👩🏽\u200d💻');
});

test('a long name is cut in its middle and its length is stated', () => {
  const long = 'lab/' + 'x'.repeat(9990) + '-final';
  const { text, title } = cut(long);
  assert.ok(text.length < 240 && text.endsWith('-final') && text.startsWith('lab/xxx'));
  assert.match(title, /\(10,000 characters\)$/);
  assert.deepEqual(cut('short'), { text: 'short', title: 'short' });
});

test('the end of a name stays, without dividing an emoji', () => {
  assert.deepEqual(halves('claude-sonnet-4.5'), { head: 'claude-so', tail: 'nnet-4.5' });
  assert.deepEqual(halves('gpt-5'), { head: 'gpt-5', tail: '' });
  const emoji = 'quarterly-report-👩🏽‍💻';
  assert.ok(halves(emoji).tail.endsWith('👩🏽‍💻'));
  assert.equal(halves(emoji).head + halves(emoji).tail, emoji);
});

test('the author of a model is apart', () => {
  assert.deepEqual(authored('anthropic/claude'), { author: 'anthropic/', name: 'claude' });
  assert.deepEqual(authored('no-author'), { author: '', name: 'no-author' });
  for (const odd of ['<script>alert(1)</script>', 'אבג/מודל', '/x', 'https://x/y']) assert.equal(authored(odd).name, odd);
});

test('a spreadsheet runs no name as a formula', () => {
  assert.equal(cell('=HYPERLINK("http://x")'), `"'=HYPERLINK(""http://x"")"`);
  assert.equal(cell('+1+1'), "'+1+1");
  assert.equal(cell('@x'), "'@x");
  assert.equal(cell('-12.5'), '-12.5');
  assert.equal(cell(null), '');
  assert.equal(csv([['a,b', 1], ['c\nd', '0.1']]), '"a,b",1\r\n"c\nd",0.1\r\n');
});

test('a file is named with its range and zone', () => {
  const range = (since, until) => ({ since, until });
  assert.equal(fileName('by-model', range('2026-11-01T23:00:00Z', '2026-11-08T23:00:00Z'), 'Europe/Berlin'), 'genledger-by-model-2026-11-02-to-2026-11-08-Europe-Berlin.csv');
  assert.equal(fileName('by-app', range('2026-11-29T12:30:00Z', '2026-11-30T12:30:00Z'), 'Etc/GMT-2'), 'genledger-by-app-2026-11-29T143000-to-2026-11-30T143000-Etc-GMT-2.csv');
  assert.equal(fileName('by-app', range('2025-01-05T12:00:00Z', '2026-12-01T00:00:00Z'), 'UTC'), 'genledger-by-app-2025-01-05-to-2026-11-30-UTC.csv');
});

test('a command names the ledger of the server, quoted for a shell, unless it is the usual one', () => {
  const of = (ledger) => onLedger('genledger track --from app.log', ledger && { ledger });
  assert.equal(of('/srv/team.db'), 'genledger track --from app.log --db /srv/team.db');
  assert.equal(of("/srv/it's $(id) & more.db"), `genledger track --from app.log --db '/srv/it'\\''s $(id) & more.db'`);
  assert.equal(of('postgresql://ada@db.example:5433/ledger'), 'genledger track --from app.log --db postgresql://ada@db.example:5433/ledger');
  for (const usual of ['/home/ada/.local/share/genledger/ledger.db', null]) assert.equal(of(usual), 'genledger track --from app.log');
  assert.match(of('/home/ada/genledger/ledger.db'), / --db /);
});
