// What the list of generations asks the ledger: pages of rows by keyset, the sums of their days, the selected generation, and what is new.
import { get } from './api.js';
import { HIGHEST, selection } from './address.js';
import { counted, modelColours, readOne } from './facts.js';

/** @typedef {import('./address.js').State} State */
/** @typedef {{ id: string, created: string, model: string | null, provider: string | null, variant: string | null, byok: string | null, cancelled: string | null, trust: string, findings: string | null, spend: string | null, promptTokens: number | null, completionTokens: number | null, reasoningTokens: number | null, cachedTokens: number | null, tokens: number | null, generationTimeMs: number | null }} Row */
/**
 * @typedef {object} List
 * @property {string} asked the question that the rows answer
 * @property {boolean} isEmpty whether the ledger has no generation at all
 * @property {string | null} newest time of the newest generation, if the range has none
 * @property {Row[]} rows newest or highest spend first
 * @property {string | null} next the generation after which the next page begins
 * @property {number} changes how often rows that were read before have changed
 * @property {any} report sums by day with their total; null before they are known
 * @property {import('./range.js').Range | null} range
 * @property {(model: string | null) => number} slot
 * @property {ReturnType<typeof counted> | null} findings of the range, for the header
 * @property {number} fresh number of generations that came after these rows
 * @property {import('./facts.js').One | { id: string, absent: string } | null} one the selected generation
 */

const PAGE = 200;
const COLUMNS = 'id,created,model,provider,variant,byok,cancelled,trust,findings,spend,prompt-tokens,completion-tokens,reasoning-tokens,cached-tokens,tokens,duration';

/** @param {State} state */
const order = ({ sort }) => /** @type {Record<string, string>} */ (sort === HIGHEST ? { order: 'spend' } : {});

/** @type {(state: State, more: Record<string, string>) => URLSearchParams} */
function query(state, more) {
  const all = selection(state);
  for (const [name, value] of Object.entries(more)) all.set(name, value);
  return all;
}

/** @type {(state: State, more?: Record<string, string>, signal?: AbortSignal) => Promise<{ rows: Row[], next: string | null }>} */
const page = (state, more = {}, signal) => get('generations', query(state, { limit: String(PAGE), columns: COLUMNS, ...order(state), ...more }), signal);

/** @param {import('./page.js').Work} work */
export async function load({ state, signal, data, show, ledger }) {
  const asked = query(state, order(state)).toString();
  const { id } = state;
  /** @type {List | null} */
  const old = data;
  const isKept = old?.asked === asked && !old.fresh;
  const one = id && id !== old?.one?.id ? readOne(id, signal) : Promise.resolve(id ? (old?.one ?? null) : null);
  if (isKept) {
    show(Object.assign(old, { one: await one }));
    return;
  }
  const [first, slot] = await Promise.all([page(state, {}, signal), modelColours(signal), ledger()]);
  /** @type {List} */
  const list = { asked, isEmpty: false, newest: null, ...first, changes: 0, report: old?.asked === asked ? old.report : null, range: old?.range ?? null, findings: old?.findings ?? null, slot, fresh: 0, one: id && old?.one?.id === id ? old.one : null };
  if (first.rows.length === 0) {
    list.newest = (await get('generations', new URLSearchParams({ limit: '1', columns: 'created' }), signal)).rows[0]?.created ?? null;
    list.isEmpty = list.newest === null && (await ledger()).pending.ids === 0;
  }
  show(list);
  const report = await get('report', query(state, { by: 'day', columns: 'requests,spend,unknown' }), signal);
  const until = report.until ?? new Date().toISOString();
  show(Object.assign(list, { report, range: { since: state.range === 'all' || !report.since ? (report.rows[0] ? report.rows[0].day + 'T12:00:00Z' : until) : report.since, until }, one: await one }));
  show(Object.assign(list, { findings: counted((await get('findings', selection({ ...state, filters: [] }), signal)).findings) }));
}

/**
 * Reads the page after the last one.
 * @param {State} state
 * @param {List} list
 */
export async function more(state, list) {
  const { rows, next } = await page(state, { after: /** @type {string} */ (list.next) });
  list.rows.push(...rows);
  list.next = next;
}

/**
 * Reads what live events name: the number of new generations, and the pages with rows that changed; after a gap in the events all pages.
 * @param {State} state
 * @param {List} list
 * @param {import('./live.js').Changes} changes
 */
export async function follow(state, list, { recorded, corrected, hasGap }) {
  const ids = new Set([...recorded, ...corrected]);
  const begins = new Set(list.rows.map((row, i) => (hasGap || ids.has(row.id) ? i - (i % PAGE) : -1)).filter((i) => i >= 0));
  const [first, ...again] = await Promise.all([
    get('generations', query(state, { limit: '1000', columns: 'id' })),
    ...[...begins].map((i) => page(state, i ? { after: list.rows[i - 1].id } : {})),
  ]);
  const top = list.rows[0]?.id;
  const at = first.rows.findIndex((/** @type {{ id: string }} */ row) => row.id === top);
  const isNew = (/** @type {{ id: string }} */ { id }) => recorded.includes(id) && !list.rows.some((row) => row.id === id);
  if (state.sort === HIGHEST) list.fresh += first.rows.filter(isNew).length;
  else list.fresh = at < 0 ? first.rows.length : at;
  if (!again.length) return;
  const by = new Map(again.flatMap(({ rows }) => rows).map((row) => [row.id, row]));
  list.rows = list.rows.map((row) => by.get(row.id) ?? row);
  list.changes++;
}
