// What the overview asks the ledger: first the figures by entity and by bucket, then the series of the chart and the range before.
import { add, sub } from './amount.js';
import { format, literally, selection } from './address.js';
import { get } from './api.js';
import { bucketOf, buckets, pairs, perOf, unitsOf } from './bucket.js';
import { NOTHING } from './changes.js';
import { camel } from './chips.js';
import { colours } from './colour.js';
import { keepSlow, loadSlowly, OPENED, orderOf, restIsOpen, TOP } from './overview-slow.js';
import { daysBetween } from './time.js';

/** @typedef {import('./address.js').State} State */
/** @typedef {import('./amount.js').Amount} Amount */
/** @typedef {import('./bucket.js').Per} Per */
/** @typedef {{ requests: number, spend: Amount, tokens: number | null, cacheSaving: Amount, cacheHitRate: string | null, pricePerMillion: string | null, tokensPerSecond: string | null, provisional: number, unknownSpend: number, unknownCacheSaving: number, p50?: number | null, p95?: number | null, moved?: import('./changes.js').Moved }} Figures */
/** @typedef {Figures & { value: string | null }} Row */
/**
 * @typedef {object} Overview
 * @property {string} asked what was asked; the same for figures that were only read again
 * @property {boolean} isEmpty whether the ledger has no generation at all
 * @property {string} timezone of the figures
 * @property {string | null} newest time of the newest generation, if the range has none
 * @property {import('./range.js').Range} range
 * @property {Per} per
 * @property {string[]} names of the buckets
 * @property {(string | null)[]} beforeNames of the bucket before each; without the offset for both hours of a clock that is set back, "" if there is no such bucket, null without a range before or after its end
 * @property {number} open index of the unfinished bucket; -1 without one
 * @property {number} at time of the figures
 * @property {Figures} totals
 * @property {Figures | null} before totals of the range before
 * @property {(Figures | null)[]} buckets null without a generation
 * @property {(Figures | null)[]} bucketsBefore
 * @property {string} order the figure by which the largest are chosen
 * @property {string[]} ledgers names of the lake's ledgers in the range, if it is asked
 * @property {Row[]} rows the largest
 * @property {(Row & { count: number }) | null} rest the others together
 * @property {Row[]} restRows if the rest is open
 * @property {(Row & { count: number }) | null} unlisted those of the rest that are in no row of it
 * @property {boolean} isCompared whether the rows have changes, or will have
 * @property {boolean} hasChanges
 * @property {Row[]} gone those that spent in the range before alone
 * @property {(Row & { count: number }) | null} goneRest those of them that are in no row; null if there is a rest, which has them
 * @property {(value: string | null) => number} slot
 * @property {import('./bars.js').Series[]} series in the order of rows, then the rest
 * @property {{ pending: number, givenUp: number, refused: number, provisional: number, unknownSpend: number, generations: number }} missing
 * @property {Amount} provisionalSpend
 * @property {'asked' | 'known' | 'too many'} percentiles
 * @property {import('./lines.js').Spread[] | null} latency of each bucket, if it is shown
 * @property {Findings | null} findings of the whole ledger in the range; null before they are counted
 * @property {Selected | null} selected those of the filters; null without filters and before they are counted
 */
/** @typedef {{ weighty: number, words: string, before: number | null }} Findings */
/** @typedef {{ generations: number | null, codes: string[] }} Selected number of generations with an error or a warning, null if the filters leave findings out; and the codes */

const DAY = 86_400_000;
const FIGURES = 'requests,spend,tokens,cache-saving,cache-hit-rate,price-per-million,tokens-per-second,provisional,unknown,unknown-cache-saving';
/**
 * The length of the range of an address, for the unit of its buckets.
 * @param {State} state
 */
export function lengthOf({ range, from, to }) {
  const days = /** @type {Record<string, number>} */ ({ '1h': 1 / 24, '24h': 1, '7d': 7, '28d': 28, '90d': 90, '1y': 365, all: 3 * 366 })[range];
  if (days) return days * DAY;
  const end = to || new Date().toISOString();
  return from.length === 10 && end.length === 10 ? (daysBetween(from, end) + 1) * DAY : new Date(end).getTime() - new Date(from || '2024-01-01').getTime();
}

/**
 * @param {State} state
 * @returns {Per}
 */
export function unitOf(state) {
  const length = lengthOf(state);
  return unitsOf(length).find((one) => one === state.per) ?? (state.range === 'all' ? 'month' : perOf(length));
}

/** @param {import('./page.js').Work} work */
export async function load({ state, signal, data: old, show, ledger, now }) {
  if (state.lake && !state.zone) state = { ...state, zone: (await ledger()).timezone };   // else days are those of UTC
  const per = unitOf(state), by = state.by, order = orderOf(state.sort);
  const query = (/** @type {Record<string, string>} */ more, base = selection(state)) => {
    for (const [name, value] of Object.entries(more)) base.set(name, value);
    return base;
  };
  /** @type {Record<string, string>} */
  const compared = state.against === 'none' || state.range === 'all' || (!state.range && !state.from) ? {} : { compare: state.against };
  const status = ledger();
  status.catch(() => undefined);   // its failure is thrown where it is awaited
  const [table, total, slots, opened] = await Promise.all([
    get('report', query({ by, top: String(TOP), order, columns: FIGURES }), signal),
    get('report', query({ by: per, columns: FIGURES, ...compared }), signal),
    by === 'ledger' ? { slots: {} } : get('colours', new URLSearchParams({ dimension: by }), signal),
    restIsOpen() ? get('report', query({ by, top: String(OPENED), order, columns: FIGURES }), signal) : null,
  ]);
  const zone = table.timezone;
  const key = camel(by);
  const rowOf = (/** @type {any} */ row) => /** @type {Row} */ ({ ...row, value: row[key] ?? null });
  const rows = table.rows.filter((/** @type {any} */ one) => one.kind === 'group').map(rowOf);
  const others = (/** @type {any} */ report) => {
    const other = report.rows.find((/** @type {any} */ one) => one.kind === 'other');
    return other ? { ...rowOf(other), value: null, count: report.omittedRows } : null;
  };
  const rest = others(table);
  const since = total.since === null || state.range === 'all' ? (total.rows[0]?.[per] ?? new Date(now()).toISOString()).slice(0, 10).padEnd(10, '-01') + 'T12:00:00Z' : total.since;
  const range = { since, until: total.until ?? new Date(now()).toISOString() };
  const names = buckets(range.since, range.until, per, zone);
  const earlier = total.comparedWith;
  const [detail, before] = await Promise.all([
    rows.length ? get('report', detailQuery(state, per, rows), signal) : { rows: [] },
    earlier ? get('report', query({ by: per, columns: FIGURES, since: earlier.since, until: earlier.until }, without(selection(state), 'last')), signal) : null,
  ]);
  const isComparable = before && before.totals.requests > 0;
  const paired = pairs(names, isComparable ? buckets(earlier.since, earlier.until, per, zone) : [], per, state.against === 'last-year');
  const bucketRows = names.map((name) => find(total.rows, per, name));
  /** @type {Overview} */
  const data = {
    asked: format({ ...state, exact: false, focus: '', sort: order }), timezone: zone, isEmpty: false, newest: null, range, per, names, at: now(),
    beforeNames: paired.map((some) => some && (some.length === 2 ? some[0].slice(0, 16) : (some[0] ?? ''))),
    open: new Date(range.until).getTime() > now() - 10_000 ? names.indexOf(bucketOf(now(), per, zone)) : -1,
    totals: total.totals, before: isComparable ? before.totals : null,
    buckets: bucketRows, bucketsBefore: paired.map((some) => some?.length ? together(some.map((name) => find(before.rows, per, name))) : null),
    isCompared: Boolean(isComparable), hasChanges: false, gone: [], goneRest: null,
    ledgers: old?.ledgers ?? (/\w/.test(state.lake) ? [state.lake] : []), order, rows, rest, unlisted: opened && opened.omittedRows < table.omittedRows ? others(opened) : null,
    restRows: opened ? opened.rows.filter((/** @type {any} */ one) => one.kind === 'group').map(rowOf).slice(rows.length) : [],
    slot: colours(by, slots.slots, rows.map((/** @type {Row} */ one) => one.value).filter((/** @type {string | null} */ one) => one !== null)),
    series: [], missing: table.missing, provisionalSpend: null, percentiles: 'asked', latency: null, findings: null, selected: null,
  };
  data.series = seriesOf(data, detail.rows, key, Boolean(rest));
  if (data.totals.requests === 0) {
    const newest = (await get('generations', new URLSearchParams({ limit: '1', columns: 'created', ...(state.lake && { ledger: state.lake }) }), signal)).rows[0]?.created ?? null;
    data.newest = newest;
    data.isEmpty = !state.lake && newest === null && (await status).pending.ids === 0;
  }
  if (old?.asked === data.asked) keepSlow(old, data);
  show(data);
  await status;
  await loadSlowly(data, state, query, signal, show, isComparable ? earlier : null);
}

/** The figures of the buckets at one place: mostly of one. @type {(some: (Figures | null)[]) => Figures} */
function together(some) {
  const known = some.filter((one) => one !== null);
  if (known.length < 2) return known[0] ?? NOTHING;
  const amount = (/** @type {Amount[]} */ all) => (all.every((one) => one == null) ? null : add(...all));
  const count = (/** @type {(figures: Figures) => number} */ of) => known.reduce((sum, one) => sum + of(one), 0);
  return {
    ...NOTHING, requests: count((one) => one.requests), spend: amount(known.map((one) => one.spend)), tokens: count((one) => one.tokens ?? 0), cacheSaving: amount(known.map((one) => one.cacheSaving)),
    provisional: count((one) => one.provisional), unknownSpend: count((one) => one.unknownSpend), unknownCacheSaving: count((one) => one.unknownCacheSaving),
  };
}

/**
 * The spend of the largest entities in each bucket.
 * @param {State} state
 * @param {Per} per
 * @param {Row[]} rows
 */
function detailQuery(state, per, rows) {
  const query = selection({ ...state, filters: state.filters.filter((one) => one.dim !== state.by) });
  query.set('by', `${per},${state.by}`);
  query.set('columns', 'spend');
  for (const { value } of rows) query.append(state.by, literally(value ?? ''));
  return query;
}

/**
 * @param {URLSearchParams} query
 * @param {string} name
 */
function without(query, name) {
  query.delete(name);
  return query;
}

/** The row of a bucket. @type {(rows: any[], per: Per, name: string) => Figures | null} */
const find = (rows, per, name) => rows.find((row) => row[per] === name) ?? null;

/**
 * The rest of a bucket is its total less the series.
 * @param {Overview} data
 * @param {any[]} rows by bucket and entity
 * @param {string} key
 * @param {boolean} hasRest
 */
function seriesOf(data, rows, key, hasRest) {
  /** @type {Map<string, string>} */
  const spend = new Map();
  for (const row of rows) spend.set(`${row[data.per]}\n${row[key] ?? ''}`, row.spend ?? '0');
  /** @type {import('./bars.js').Series[]} */
  const series = data.rows.map(({ value }) => ({ value, slot: data.slot(value), isRest: false, amounts: data.names.map((name) => spend.get(`${name}\n${value ?? ''}`) ?? '0') }));
  if (hasRest) series.push({ value: null, slot: 0, isRest: true, amounts: data.buckets.map((bucket, i) => sub(bucket?.spend ?? '0', add(...series.map((one) => one.amounts[i])))) });
  return series;
}
