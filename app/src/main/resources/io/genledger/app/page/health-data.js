// What the screen of health asks: findings of the range, queue, status, readiness, and the BYOK use of the months before.
import { Failure, get } from './api.js';
import { selection } from './address.js';
import { counted } from './facts.js';

/** @typedef {{ code: string, severity: 'error' | 'warning' | 'info', sentence: string, count: number, atStake: string | null, atStakeUnknown: number, examples: string[], first: string, last: string, days: { day: string, count: number }[] }} Group */
/**
 * @typedef {object} Health
 * @property {import('./range.js').Range} range
 * @property {ReturnType<typeof counted>} findings
 * @property {Group[]} groups
 * @property {number} generations
 * @property {any[]} plans
 * @property {any} queue answer of /queue
 * @property {any} status
 * @property {any} ready answer of /health/ready; null if it cannot be read
 * @property {number} readMs time that took
 * @property {any[]} months BYOK use of the months before this one, the newest first
 */

/** @param {import('./page.js').Work} work */
export async function load({ state, signal, show, ledger, now }) {
  const range = selection({ ...state, filters: [] });
  const date = new Date(now());
  const since = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 2, 1)).toISOString(), until = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)).toISOString();
  const [audit, queue, status, [ready, readMs], months] = await Promise.all([
    get('findings', range, signal), get('queue', new URLSearchParams({ limit: '1' }), signal), ledger(), readiness(signal),
    get('report', new URLSearchParams({ by: 'month', byok: 'true', since, until, timezone: 'Etc/UTC', columns: 'byok-upstream,requests' }), signal),
  ]);
  /** @type {Health} */
  const data = {
    range: { since: audit.since ?? (await first(signal)) ?? date.toISOString(), until: audit.until ?? date.toISOString() },
    findings: counted(audit.findings),
    groups: audit.findings, generations: audit.generations, plans: audit.plans, queue, status, ready, readMs, months: months.rows.reverse(),
  };
  show(data);
}

/**
 * The time of the oldest generation.
 * @param {AbortSignal} signal
 * @returns {Promise<string | undefined>}
 */
const first = async (signal) => (await get('generations', new URLSearchParams({ limit: '1', order: 'oldest', columns: 'created' }), signal)).rows[0]?.created;

/**
 * @param {AbortSignal} signal
 * @returns {Promise<[any, number]>}
 */
async function readiness(signal) {
  const begin = performance.now();
  try {
    const answer = await get('../../health/ready', undefined, signal);
    return [answer, Math.round(performance.now() - begin)];
  } catch (failure) {
    if (failure instanceof Failure && failure.status) return [null, 0];
    throw failure;
  }
}
