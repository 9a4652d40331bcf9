// The queue by state and reason, and the retry of what was given up or refused.
import { html, nothing } from './lit-html.js';
import { change, Failure, get } from './api.js';
import { sentence } from './facts.js';
import { icon } from './icon.js';
import { count, duration, int } from './number.js';
import { clock } from './time.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {{ state: string, reason: string | null, ids: number, firstSeen: string, nextDue: string | null }} Total */

/** @param {Page} page */
export function queue(page) {
  const { data, ui, zone, now } = page;
  /** @type {Total[]} */
  const totals = data.queue.totals;
  const of = (/** @type {string[]} */ ...states) => totals.filter((one) => states.includes(one.state));
  const sum = (/** @type {Total[]} */ some) => some.reduce((n, one) => n + one.ids, 0);
  const age = (/** @type {Total[]} */ some) => (sum(some) ? duration(Math.max(0, now() - Math.min(...some.map((one) => new Date(one.firstSeen).getTime())))) : '–');
  const pending = of('pending', 'claimed');
  const row = (/** @type {unknown} */ name, /** @type {unknown} */ note, /** @type {Total[]} */ some, /** @type {string} */ state = '') => html`<tr><th scope="row">${name}${note ? html` <span class="author">${note}</span>` : nothing}</th><td class="num">${int(sum(some))}</td><td class="num">${age(some)}</td><td class="act">${state && sum(some) ? html`<button type="button" class="quiet" ?disabled=${ui.retrying === state} @click=${() => retry(page, state)}>Retry</button>` : nothing}</td></tr>`;
  const reason = (/** @type {Total[]} */ some) => some.map((one) => one.reason?.replaceAll('-', ' ')).filter(Boolean).join(', ');
  const due = totals.map((one) => one.nextDue).filter((one) => one !== null).sort()[0];
  const delays = data.status.server?.collector?.delays ?? [];
  const backoff = delays.map((/** @type {any} */ one) => one.until).filter(Boolean).sort()[0];
  return html`<section aria-labelledby="h-queue"><div class="block-head"><h2 id="h-queue">Queue</h2><span class="sub">${backoff ? `backing off until ${clock(backoff, zone)}` : !due ? 'empty' : new Date(due).getTime() <= now() ? 'ids are due now' : `next due ${clock(due, zone)}`}</span></div>
    <table class="grid queue"><caption class="sr">Queue by state</caption><thead><tr><th scope="col" class="text">State</th><th scope="col" class="num">Ids</th><th scope="col" class="num">Oldest</th><th scope="col"><span class="sr">Action</span></th></tr></thead><tbody>
      ${of('claimed').length ? row('Being requested', '', of('claimed')) : nothing}${of('pending').map((one) => (one.reason === null ? row('Not asked yet', '', [one]) : row(one.nextDue !== null && new Date(one.nextDue).getTime() <= now() ? 'Due again' : one.reason === 'not-ready' ? 'Not ready' : 'Backing off', one.reason === 'not-ready' ? '404, still young' : one.reason.replaceAll('-', ' '), [one])))}</tbody>
      <tbody class="total"><tr><th scope="row">Pending</th><td class="num">${int(sum(pending))}</td><td class="num">${age(pending)}</td><td></td></tr></tbody>
      <tbody class="after-total">${row('Given up', reason(of('given-up')), of('given-up'), 'given-up')}${row('Refused', reason(of('refused')), of('refused'), 'refused')}${data.queue.quarantinedIds ? html`<tr><th scope="row">With documents in quarantine</th><td class="num">${int(data.queue.quarantinedIds)}</td><td></td><td></td></tr>` : nothing}</tbody></table>
    ${ui.retried ? html`<p class="state" role="status">${icon(ui.retried.failed ? 'warn' : 'ok')}<span>${ui.retried.text}</span></p>` : nothing}
    ${delays.map((/** @type {any} */ one) => html`<p class="state">${icon('part')}<span><b>${one.rateLimited ? 'Rate limited' : 'Outage'} since ${clock(one.since, zone)}.</b> ${sentence(one.reason)}; nothing is lost.</span></p>`)}
  </section>`;
}

/**
 * Makes all ids of a state due at once.
 * @param {Page} page
 * @param {string} state
 */
async function retry(page, state) {
  page.set({ retrying: state, retried: null });
  let done = 0;
  try {
    const { entries } = await get('queue', new URLSearchParams({ state, limit: '1000' }));
    for (const { id } of entries) {
      await change('POST', `queue/${encodeURIComponent(id)}/retry`);
      done++;
    }
    page.set({ retrying: null, retried: { text: `${count(done, 'id')} ${done === 1 ? 'is' : 'are'} due now.` } });
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    page.set({ retrying: null, retried: { failed: true, text: failure.message } });
  }
  page.reload();
}
