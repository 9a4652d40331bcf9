// Figures of generations without their drawing: the lines of a bill, the sums of a run, tokens by kind, flags.
import { add } from './amount.js';

/** @typedef {{ code: string, amount: string, from: string, to: string }} BillLine `from` and `to` are where its bar begins and ends */
/** @typedef {{ kind: 'session' | 'request' | 'generation', level: number, id: string, row: any, own: string | null | undefined, inclusive: string | null, more: number, size: number }} Node `own` is undefined for what has only parts; `more` is the number of generations below whose spend is not in `inclusive` */

/**
 * The price without the cache and its changes, then what each payee gets: the provider first. Nothing if that is one line only.
 * @param {any} why answer of /generations/{id}/why
 * @returns {BillLine[]}
 */
export function billOf({ payments, cache }) {
  if (payments.length < 2 && !cache.lines.length) return [];
  return [...running(cache.lines), ...running([...payments].reverse())];
}

/**
 * @param {{ code: string, amount: string }[]} lines
 * @returns {BillLine[]}
 */
function running(lines) {
  let at = '0';
  return lines.map(({ code, amount }) => ({ code, amount, from: at, to: (at = add(at, amount)) }));
}

/**
 * A run as a tree in the order of its rows: the session, its requests, their generations.
 * @param {any} run answer of /run
 * @returns {Node[]}
 */
export function nodesOf(run) {
  const isSession = run.kinds.includes('session');
  /** @type {Map<string, any[]>} */
  const requests = new Map();
  for (const row of run.rows) {
    const id = row.request ?? '', known = requests.get(id);
    if (known) known.push(row);
    else requests.set(id, [row]);
  }
  /** @type {Node[]} */
  const nodes = isSession ? [{ ...sums(run.rows), kind: 'session', level: 0, id: run.run }] : [];
  for (const [id, rows] of requests) {
    const level = isSession ? 1 : 0;
    if (id) nodes.push({ ...sums(rows), kind: 'request', level, id });
    for (const row of rows) nodes.push({ kind: 'generation', level: level + (id ? 1 : 0), id: row.id, row, own: row.spend, inclusive: row.spend, more: 0, size: 1 });
  }
  return nodes;
}

/**
 * The inclusive sum of generations; provisional amounts may include those of others and are in no sum.
 * @param {any[]} rows
 */
function sums(rows) {
  const sure = rows.filter((row) => row.spend !== null && !row.mayIncludeWorkers);
  return { row: null, own: undefined, inclusive: sure.length ? add(...sure.map((row) => row.spend)) : null, more: sure.length ? rows.length - sure.length : 0, size: rows.length };
}

/**
 * The tokens of a record, of the provider's count where it is stated; null where neither prompt nor completion tokens are.
 * @param {any} stated
 */
export function tokensOf(stated) {
  const prompt = stated.native_tokens_prompt ?? stated.tokens_prompt ?? null, completion = stated.native_tokens_completion ?? stated.tokens_completion ?? null;
  if (prompt === null && completion === null) return null;
  return { isNative: stated.native_tokens_prompt !== undefined, prompt: prompt ?? 0, completion: completion ?? 0, reasoning: stated.native_tokens_reasoning ?? null, cached: stated.native_tokens_cached ?? null };
}

/**
 * Tokens as one bar can show them: no more cached ones than the prompt has, and reasoning tokens of another counter beside the completion.
 * @param {{ prompt: number | null, completion: number | null, cached: number | null, reasoning: number | null }} tokens
 */
export function barOf({ prompt, completion, cached, reasoning }) {
  const all = prompt ?? 0, thought = reasoning ?? 0, answer = completion ?? 0;
  return { prompt: all, completion: thought <= answer ? answer : answer + thought, cached: Math.min(cached ?? 0, all), reasoning: thought };
}

/** @param {{ severity: string }[]} findings */
export const weighty = (findings) => findings.filter((one) => one.severity !== 'info');

/** @param {(string | false | null | undefined | '')[]} all */
const named = (all) => all.filter((one) => typeof one === 'string' && one !== '').map(String);

/** @param {any} record answer of /generations/{id} */
export const flagsOf = ({ money, trust, stated, attempts, findings }) => named([
  money.spend === null && 'unknown', weighty(findings).length > 0 && 'finding', trust === 'provisional' && 'provisional', stated.cancelled === true && 'cancelled', money.byok && 'byok',
  stated.response_cache_source_id !== undefined && 'replay', stated.model?.endsWith(':free') && 'free', attempts.length > 1 && 'retried',
]);

/** @param {any} row of a list or a run */
export const rowFlags = ({ spend, trust, cancelled, byok, variant, findings }) => named([spend === null && 'unknown', findings && 'finding', trust === 'provisional' && 'provisional', cancelled === 'true' && 'cancelled', byok === 'true' && 'byok', variant === 'free' && 'free']);
