// Whether the server and what runs beside it work.
import { html, nothing } from './lit-html.js';
import { icon } from './icon.js';
import { duration } from './number.js';
import { clock } from './time.js';

/** @typedef {{ name: string, state: string, reason: string | null }} Check one of /health/ready */

/** @type {Record<string, [string, string]>} a check that is good, and one that is not */
const NAMES = {
  queue: ['The oldest pending id is young', 'The queue is old'], collector: ['Collector’s last success', 'The collector'], broadcast: ['Broadcast delivers', 'Broadcast is silent'], follow: ['Log files are followed', 'Followed log files'],
  alerts: ['Alert rules are checked', 'Alerts'], lake: ['Shipped to the lake', 'The lake'], housekeeping: ['Housekeeping is done', 'Housekeeping failed'], ledger: ['Ledger reachable', 'The ledger cannot be read'], schema: ['Its schema is current', 'Its schema is of another version'],
};
/** @type {Record<string, string>} */
const ICONS = { ok: 'ok', warning: 'warn', failed: 'error', unused: 'info' };
const LONG = 86_400_000;

/** @param {import('./page.js').Page} page */
export function checks(page) {
  const { data, zone, now, status: loaded } = page;
  const { ready, status } = data;
  const ago = (/** @type {string | null | undefined} */ at) => (at ? duration(Math.max(0, now() - new Date(at).getTime())) + ' ago' : 'never');
  const age = (/** @type {string | null | undefined} */ at) => (at ? duration(Math.max(0, now() - new Date(at).getTime())) : '');
  /** @type {Record<string, string>} */
  const figures = { ledger: `${data.readMs}\u202fms`, queue: age(status.pending.oldest), collector: ago(status.server?.collector?.lastResponse ?? status.lastFetch), broadcast: age(status.broadcast?.lastDelivery) };
  /** @type {Check[]} */
  const all = (ready?.checks ?? older(status, ready, now())).filter((/** @type {Check} */ one) => one.name !== 'schema' || one.state !== 'ok');
  return html`<section aria-labelledby="h-health"><div class="block-head"><h2 id="h-health">Health</h2><span class="sub">${loaded.loadedAt ? `checked ${clock(loaded.loadedAt, zone)}` : ''}</span></div>
    <ul class="checks">${all.map(({ name, state, reason }) => html`<li class=${state === 'ok' ? '' : state === 'failed' ? 'error' : state === 'unused' ? 'unused' : 'warn'}>${icon(ICONS[state] ?? 'warn')}<span>${words(name, state, status)}${reason ? html`<span class="rule-text">${reason.charAt(0).toUpperCase() + reason.slice(1)}${/[.!?]$/.test(reason) ? '' : '.'}</span>` : nothing}</span><span class="num">${state === 'unused' ? 'not in use' : (figures[name] ?? '')}</span></li>`)}</ul></section>`;
}

/** @type {(name: string, state: string, status: any) => string} */
function words(name, state, { schemaVersion }) {
  if (name === 'ledger' && state === 'ok') return `Ledger reachable, schema ${schemaVersion} current`;
  if (name === 'last-fetch') return 'Collector’s last success';
  if (state === 'unused') return name.charAt(0).toUpperCase() + name.slice(1);
  return NAMES[name]?.[state === 'ok' ? 0 : 1] ?? name;
}

/**
 * The checks of a server that answers without a list of them.
 * @param {any} status
 * @param {any} ready
 * @param {number} now
 * @returns {Check[]}
 */
function older(status, ready, now) {
  const isOld = status.pending.oldest !== null && now - new Date(status.pending.oldest).getTime() > LONG;
  return [{ name: 'ledger', state: ready ? 'ok' : 'failed', reason: null }, { name: 'queue', state: isOld ? 'warning' : 'ok', reason: null }];
}
