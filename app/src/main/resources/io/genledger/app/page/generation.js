// One generation: its money, attempts, tokens, run, history and original document.
import { html, nothing } from './lit-html.js';
import { exact } from './amount.js';
import { format, link, selection } from './address.js';
import { Failure, get, text } from './api.js';
import { attempts, tokenTable } from './attempts.js';
import { tokensOf, weighty } from './cost.js';
import { callouts, flags, modelColours, readOne } from './facts.js';
import { history } from './history.js';
import { command, copyButton, flag, middle, modelName, money, swatch, unknown } from './label.js';
import { cut } from './name.js';
import { duration, int, rate } from './number.js';
import { runTree } from './run.js';
import { onLedger } from './shell.js';
import { statement } from './statement.js';
import { clock, full } from './time.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./facts.js').One} One */
/** @typedef {{ one: One | { id: string, absent: string }, history: any, run: any, slot: (model: string | null) => number, older: string | null, newer: string | null, raw: { id: string, text: string } | null }} Data */

/** @type {import('./page.js').Screen} */
export const generation = {
  path: '/generation',
  title: 'Generation',
  under: '/generations',
  controls: null,
  load,
  view,
  key,
  live: ({ recorded, corrected, hasGap }, page) => hasGap || recorded.concat(corrected).includes(page.state.id),
  keys: [['j k', 'the generation before and after it'], ['Esc', 'back to the list']],
};

/** @param {import('./page.js').Work} work */
async function load({ state, signal, data, show, ledger }) {
  const { id } = state;
  const [one, past, slot] = await Promise.all([readOne(id, signal), orNull(get(`generations/${encodeURIComponent(id)}/history`, undefined, signal)), modelColours(signal), ledger()]);
  /** @type {Data} */
  const shown = { one, history: past, run: undefined, slot, older: null, newer: null, raw: data?.raw?.id === id ? data.raw : null };
  show(shown);
  if ('absent' in one) return;
  const { session_id: session, request_id: request } = one.record.stated;
  const [run, older, newer] = await Promise.all([
    isAskable(session || request) ? orNull(get('run', new URLSearchParams(session ? { session } : { request }), signal)) : null,
    neighbour(state, 'newest', signal),
    neighbour(state, 'oldest', signal),
  ]);
  show({ ...shown, run, older, newer });
}

/**
 * Whether an address may hold a name from outside.
 * @param {string | null | undefined} name
 */
const isAskable = (name) => Boolean(name && name.length < 2000 && !name.includes('\0'));

/**
 * @template T
 * @param {Promise<T>} answer
 * @returns {Promise<T | null>} null if the ledger does not have it
 */
const orNull = (answer) => answer.catch((failure) => {
  if (failure instanceof Failure && (failure.status === 404 || failure.status === 400)) return null;
  throw failure;
});

/**
 * The generation after this one in an order, among those that the filters select.
 * @param {import('./address.js').State} state
 * @param {string} order
 * @param {AbortSignal} signal
 */
async function neighbour(state, order, signal) {
  const query = selection({ ...state, range: 'all', from: '', to: '' });
  for (const [name, value] of Object.entries({ order, after: state.id, limit: '1', columns: 'id' })) query.set(name, value);
  return (await get('generations', query, signal)).rows[0]?.id ?? null;
}

/**
 * @param {KeyboardEvent} event
 * @param {Page} page
 */
function key(event, { data, state, go }) {
  const id = event.key === 'j' ? data?.older : event.key === 'k' ? data?.newer : null;
  if (id) go({ id });
  else if (event.key === 'Escape') go({ path: '/generations', id: state.id });
  return Boolean(id) || event.key === 'Escape';
}

/** @param {Page} page */
function view(page) {
  /** @type {Data} */
  const data = page.data;
  const { state } = page;
  const { one, older, newer } = data;
  const step = (/** @type {string} */ word, /** @type {string} */ name, /** @type {string | null} */ id) => (id ? html`<a class="quiet step" href=${format({ ...state, id })}>${word} <kbd>${name}</kbd></a>` : html`<button type="button" class="quiet" disabled>${word} <kbd>${name}</kbd></button>`);
  return html`<div class="one"><nav class="crumb" aria-label="Where"><a href=${link(state, '/generations', { id: 'absent' in one ? '' : state.id, sort: state.sort })}>Generations</a><span aria-hidden="true">/</span><span class="mono"><bdi>${cut(one.id).text}</bdi></span>${copyButton(one.id, 'Copy the id')}
      <span class="tools">${step('Earlier', 'j', older)}${step('Later', 'k', newer)}</span></nav>
    ${'absent' in one ? absent(page, one) : found(page, one)}</div>`;
}

/**
 * @param {Page} page
 * @param {{ id: string, absent: string }} one
 */
function absent(page, { id, absent }) {
  return html`<section class="problem"><h1>No record of this generation</h1><p><span>${absent}</span></p>${command(onLedger(`genledger track ${/^[\w-]{1,200}$/.test(id) ? id : 'gen-…'}`, page.ledger))}</section>
    ${page.data.history ? html`<section><h2>History</h2>${history(page.data.history, page.zone)}</section>` : nothing}`;
}

/**
 * @param {Page} page
 * @param {One} one
 */
function found(page, one) {
  /** @type {Data} */
  const data = page.data;
  const { zone, state } = page;
  const { record, why } = one;
  const { money: sums, stated, attempts: tried } = record;
  const tokens = tokensOf(stated);
  const { timing } = why;
  const waited = tried.reduce((/** @type {number} */ sum, /** @type {any} */ at) => sum + (at.latencyMs ?? 0), 0);
  const rule = (/** @type {string} */ code) => html`<a href=${link(state, '/health', { focus: code })}>The rule</a>`;
  return html`<div class="one-head"><div><h1 class="one-value"><span class="sr">Spend </span>${money(sums.spend, { head: 4 })}</h1>
      <p class="one-sub">${stated.model ? html`${swatch(data.slot(stated.model))}${modelName(stated.model)}` : html`<span class="faint">model not stated</span>`}${stated.provider_name ? html` <span class="author">at</span> ${middle(stated.provider_name)}` : nothing} <span class="author">on</span> ${full(record.createdAt, zone)} <span class="flags">${flags(one)}</span></p></div>
      <dl class="facts row"><div><dt>From credits</dt><dd>${amount(sums.credits)}</dd></div>${sums.byok ? html`<div><dt>To the provider</dt><dd>${amount(sums.byokUpstream)} ${sums.byokUpstream === null ? nothing : flag('estimate')}</dd></div>` : nothing}${why.dollarsPerMillionTokens.blended === null ? nothing : html`<div><dt>Per million tokens</dt><dd>${exact(why.dollarsPerMillionTokens.blended)}</dd></div>`}<div><dt>${record.inline ? 'Completion' : 'Record'}</dt><dd>revision ${record.revision}</dd></div></dl></div>
    ${callouts(weighty(record.findings), rule)}
    <div class="cols">
      <section class="money"><h2>What it cost</h2>${statement(why)}
        ${why.notKnown.length ? html`<p class="after">Not known: ${why.notKnown.map((/** @type {any} */ gap, /** @type {number} */ i) => html`${i ? '; ' : ''}${gap.figure} (${gap.reason})`)}.</p>` : nothing}
        ${callouts(record.findings.filter((/** @type {any} */ each) => each.severity === 'info'), rule)}</section>
      <section class="side">
        <h2>Attempts <span class="author">${tried.length === 0 ? 'not stated' : `${waited ? `${duration(waited)} to the answer` : int(tried.length)}${timing.failedMs ? `, ${duration(timing.failedMs)} of it lost` : ''}`}</span></h2>${attempts(tried)}
        ${timing.generationMs === null ? nothing : html`<p class="after">${tried.length ? 'Then ' : ''}${duration(timing.generationMs)} of generating${timing.tokensPerSecond === null ? '' : `, ${rate(timing.tokensPerSecond)} tokens a second`}.</p>`}
        <h2>Tokens <span class="author">${tokens ? `${int(tokens.prompt + tokens.completion)} as ${tokens.isNative ? 'the provider' : 'OpenRouter'} counts` : 'not stated'}</span></h2>${tokens ? tokenTable(tokens) : nothing}
      </section>
    </div>
    <div class="cols">
      <section><h2>Its run <span class="author">own and inclusive cost</span></h2>${data.run ? runTree(page, data.run) : html`<p class="faint">${!stated.session_id && !stated.request_id ? 'The record names no session and no request.' : data.run === null ? 'The ledger could not find it.' : 'Reading the run…'}</p>`}</section>
      <section class="side"><h2>History</h2>${data.history ? history(data.history, zone) : nothing}</section>
    </div>
    <details class="raw" @toggle=${(/** @type {Event} */ event) => /** @type {HTMLDetailsElement} */ (event.target).open && readRaw(page, one.id)}><summary>Original document <span class="author">${data.raw ? `${int(new TextEncoder().encode(data.raw.text).length)} bytes, ` : ''}as received ${clock(record.receivedAt, zone)}</span></summary>${data.raw?.id === one.id ? html`<pre tabindex="0">${data.raw.text}</pre>` : html`<p class="faint">Reading…</p>`}</details>`;
}

/** @param {import('./amount.js').Amount} value */
const amount = (value) => (value == null ? unknown : exact(value));

/**
 * Reads the archived document when its place is opened.
 * @param {Page} page
 * @param {string} id
 */
async function readRaw(page, id) {
  if (page.data.raw?.id === id) return;
  const raw = await text(`generations/${encodeURIComponent(id)}/document`).catch((failure) => failure.message);
  page.data.raw = { id, text: raw };
  page.set({});
}
