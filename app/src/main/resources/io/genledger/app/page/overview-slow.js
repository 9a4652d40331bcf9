// What takes the ledger long: findings, and percentiles, which may read every generation. It is asked after the figures are shown, and at most
// once a minute.
import { literally, selection } from './address.js';
import { Failure, get } from './api.js';
import { withChanges } from './changes.js';
import { camel } from './chips.js';
import { counted } from './facts.js';
import { OF_PLANS } from './findings.js';
import { day } from './time.js';

/** @typedef {import('./address.js').State} State */
/** @typedef {import('./overview-data.js').Overview} Overview */
/** @typedef {import('./overview-data.js').Row} Row */
/** @typedef {import('./overview-data.js').Findings} Findings */

/** How many entities are shown, and how many with the rest open. */
export const TOP = 7;
export const OPENED = 50;
/** Exact percentiles read every generation: up to this number that takes about 3 s. */
const MOST_READ = 300_000;
/** Of more, percentiles are known within 0.4 % where days are kept by all of these. */
const KEPT = ['model', 'author', 'variant', 'provider', 'byok', 'trust', 'account'];

/** @type {(moment: string, zone: string) => boolean} */
const beginsDay = (moment, zone) => day(new Date(moment).getTime() - 1, zone) !== day(new Date(moment).getTime(), zone);

/**
 * Whether percentiles are computed: of few generations, or of whole days of the ledger.
 * @param {Overview} data
 * @param {State} state
 */
const arePercentilesAsked = ({ totals, range, timezone, per }, state) =>
  totals.requests <= MOST_READ ||
  (!isFile && !state.zone && !(per === 'hour' && state.show === 'latency') && [state.by, ...state.filters.map(({ dim }) => dim)].every((dim) => KEPT.includes(dim)) && (state.range === 'all' || [range.since, range.until].every((moment) => beginsDay(moment, timezone))));

let isOpened = false;

/** Whether the row of the rest is open. */
export const restIsOpen = () => isOpened;
/** @param {boolean} open */
export const openRest = (open) => (isOpened = open);

/**
 * What takes long stays as it was until it is read again.
 * @param {Overview} old
 * @param {Overview} data
 */
export function keepSlow(old, data) {
  const { findings, selected, provisionalSpend, percentiles, latency, gone, goneRest, hasChanges } = old;
  const timed = (/** @type {any} */ row, /** @type {any} */ was) => row && { ...row, p50: was?.p50, p95: was?.p95, moved: was?.moved };
  const all = (/** @type {Row[]} */ rows) => rows.map((row) => timed(row, [...old.rows, ...old.restRows].find((one) => one.value === row.value)));
  Object.assign(data, { findings, selected, provisionalSpend, percentiles, gone, goneRest, hasChanges, latency: latency?.length === data.names.length ? latency : null, rows: all(data.rows), restRows: all(data.restRows), rest: timed(data.rest, old.rest), totals: timed(data.totals, old.totals) });
}

/** @type {Map<string, { at: number, answer: any }>} */
const kept = new Map();
const KEPT_FOR = 60_000;

/**
 * An answer that takes long, asked at most once a minute.
 * @param {string} path
 * @param {URLSearchParams} query
 * @param {AbortSignal} signal
 */
async function slowly(path, query, signal) {
  const address = `${path}?${query}`;
  const known = kept.get(address);
  if (known && Date.now() - known.at < KEPT_FOR) return known.answer;
  const answer = await get(path, query, signal);
  if (kept.size > 20) kept.clear();
  kept.set(address, { at: Date.now(), answer });
  return answer;
}

let isFile = false;

/** Where answers take no time, all are asked at once. */
export const answeredByFile = () => (isFile = true);

/**
 * The figure by which the ledger chooses the largest entities: that of the sorted column, if it is one that the ledger orders by. A file
 * has those of the highest spend.
 * @param {string} sort
 */
export const orderOf = (sort) => (/^(requests|tokens)\b/.test(sort) && !isFile ? sort.split(':')[0] : 'spend');

/**
 * Lets an address that is left soon ask nothing that takes long.
 * @param {AbortSignal} signal
 */
async function pause(signal) {
  if (isFile) return;
  await new Promise((resolve) => setTimeout(resolve, 300));
  signal.throwIfAborted();
}

/** @type {(data: Overview, state: State, query: (more: Record<string, string>, base?: URLSearchParams) => URLSearchParams, signal: AbortSignal, show: (data: Overview) => void, earlier: import('./range.js').Range | null) => Promise<void>} */
export async function loadSlowly(data, state, query, signal, show, earlier) {
  if (data.totals.requests === 0) return;
  await pause(signal);
  if (earlier) await loadChanges(data, state, query, signal, earlier);
  show(data);
  if (data.missing.provisional > 0) {
    const trust = await get('report', query({ by: 'trust', columns: 'spend' }), signal);
    data.provisionalSpend = trust.rows.find((/** @type {any} */ row) => row.trust === 'provisional')?.spend ?? null;
    show(data);
  }
  if (state.lake) data.ledgers = (await slowly('report', query({ by: 'ledger', columns: 'requests' }, selection({ ...state, lake: '*', filters: [] })), signal)).rows.map((/** @type {any} */ row) => row.ledger).sort();
  else await loadFindings(data, state, signal, show, earlier);   // a lake has none
  if (!arePercentilesAsked(data, state)) {
    data.percentiles = 'too many';
    return show(data);
  }
  if (state.show === 'latency') {
    const times = await slowly('report', query({ by: data.per, columns: 'latency-p50,latency-p95' }), signal);
    data.latency = data.names.map((name) => times.rows.find((/** @type {any} */ row) => row[data.per] === name)).map((row) => ({ p50: row?.latencyP50Ms ?? null, p95: row?.latencyP95Ms ?? null }));
    show(data);
  }
  const asked = { top: String(restIsOpen() ? OPENED : TOP), order: data.order, columns: 'spend,latency-p50,latency-p95' };
  const spread = await slowly('report', query({ by: state.by, ...asked }), signal);
  const rest = data.rest && (await slowly('report', restQuery(state, data.rows, asked), signal));
  const key = camel(state.by);
  const times = new Map(spread.rows.filter((/** @type {any} */ row) => row.kind === 'group').map((/** @type {any} */ row) => [row[key] ?? null, row]));
  /** @template {object} T @param {T} row @param {any} of */
  const timed = (row, of) => ({ ...row, p50: of?.latencyP50Ms ?? null, p95: of?.latencyP95Ms ?? null });
  const all = (/** @type {Row[]} */ rows) => rows.map((row) => timed(row, times.get(row.value)));
  show(Object.assign(data, { rows: all(data.rows), restRows: all(data.restRows), rest: data.rest && timed(data.rest, rest.totals), totals: timed(data.totals, spread.totals), percentiles: 'known' }));
}

/** @type {(data: Overview, state: State, query: (more: Record<string, string>, base?: URLSearchParams) => URLSearchParams, signal: AbortSignal, earlier: import('./range.js').Range) => Promise<void>} */
async function loadChanges(data, state, query, signal, earlier) {
  const { by } = state;
  const filters = state.filters.filter((one) => one.dim !== 'trust');
  const unknown = query({ by, columns: 'requests' }, selection({ ...state, range: '', from: earlier.since, to: earlier.until, filters: [...filters, { dim: 'trust', op: 'is', value: 'unknown' }] }));
  const answers = await Promise.all([
    get('report', query({ by, top: String(restIsOpen() ? OPENED : TOP), order: data.order, columns: 'requests,spend,spend-before,change', compare: state.against }), signal),
    data.before?.unknownSpend ? get('report', unknown, signal) : null,
  ]).catch((failure) => {
    if (!(failure instanceof Failure) || failure.status !== 400) throw failure;
    return null;   // the range before has more groups than the ledger compares
  });
  Object.assign(data, answers ? withChanges(data, by, answers[0], answers[1]) : { isCompared: false });
}

/** @type {(data: Overview, state: State, signal: AbortSignal, show: (data: Overview) => void, earlier: import('./range.js').Range | null) => Promise<void>} */
async function loadFindings(data, state, signal, show, earlier) {
  const found = await slowly('findings', ranged(state, data.range), signal);
  data.findings = found && findings(found.findings, null);
  if (state.filters.length) data.selected = isFile ? { generations: null, codes: [] } : await selected(found.findings, state, signal);
  show(data);
  if (!found || state.filters.length || !earlier) return;
  const was = await slowly('findings', ranged(state, earlier), signal);
  data.findings = findings(found.findings, was.findings);
  show(data);
}

/**
 * Findings are summed for the whole ledger. Under filters, the generations that have one are counted: a report selects them by the codes.
 * @param {{ code: string, severity: string }[]} groups of the range
 * @param {State} state
 * @param {AbortSignal} signal
 * @returns {Promise<import('./overview-data.js').Selected>}
 */
async function selected(groups, state, signal) {
  const known = state.filters.filter((one) => one.dim === 'finding');
  if (known.some((one) => one.op !== 'is')) return { generations: null, codes: [] };
  const codes = groups.filter((one) => one.severity !== 'info' && !OF_PLANS.includes(one.code) && (!known.length || known.some(({ value }) => value === one.code))).map((one) => one.code);
  if (!codes.length) return { generations: 0, codes };
  const query = selection({ ...state, filters: withFindings(state, codes) });
  query.set('by', 'account');
  query.set('columns', 'requests');
  return { generations: (await slowly('report', query, signal)).totals.requests, codes };
}

/** @type {(state: State, codes: string[]) => import('./address.js').Filter[]} */
export const withFindings = ({ filters }, codes) => [...filters.filter((one) => one.dim !== 'finding'), ...codes.map((value) => ({ dim: 'finding', op: /** @type {const} */ ('is'), value }))];

/**
 * The generations of the rest: those of none of the largest entities.
 * @param {State} state
 * @param {Row[]} rows
 * @param {Record<string, string>} asked
 */
function restQuery(state, rows, asked) {
  const query = selection(state);
  for (const [name, value] of Object.entries({ ...asked, by: state.by, top: '1' })) query.set(name, value);
  for (const { value } of rows) query.append(state.by, '!' + literally(value ?? ''));
  return query;
}

/** @type {(state: State, range: import('./range.js').Range) => URLSearchParams} */
const ranged = (state, { since, until }) => new URLSearchParams({ since, until, ...(state.zone ? { timezone: state.zone } : {}) });

/** @type {(groups: any[], before: any[] | null) => Findings} */
const findings = (groups, before) => ({ ...counted(groups), before: before && counted(before).weighty });
