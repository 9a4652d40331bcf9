// An empty ledger, and a range without generations: what to do next.
import { html, nothing } from './lit-html.js';
import { link } from './address.js';
import { icon } from './icon.js';
import { command } from './label.js';
import { count, int } from './number.js';
import { onLedger } from './shell.js';
import { day, dayLong, full, plusDays } from './time.js';

/** @typedef {import('./page.js').Page} Page */

/** @param {Page} page */
export function empty({ ledger, isFile }) {
  const own = (/** @type {string} */ text) => command(isFile ? text : onLedger(text, ledger));
  const runs = Boolean(ledger?.server?.collector), ids = html`<span class="num">${int(ledger?.pending.ids ?? 0)} ids</span>`;
  return html`<div class="empty-head"><h1>This ledger is empty</h1><p>Give it generation ids or saved responses, in any of these ways. ${isFile ? 'Then make this file again' : 'This page fills by itself'}; nothing counts twice.</p></div>
    <div class="cols empty">
      <ol class="ways">
        <li><h2>From your program’s log</h2><p>Finds every id (<code>gen-…</code>) in the file, once or as it grows; ${isFile ? 'the command collect' : 'this server'} then asks OpenRouter for each.</p>${own('genledger track --from app.log')}${own('genledger follow app.log')}</li>
        <li><h2>From saved responses</h2><p>Completion bodies, streams, generation records or OpenRouter’s Activity export.</p>${own('genledger import responses/*.json openrouter_activity.csv')}</li>
        ${isFile ? nothing : html`<li><h2>From your service, as it runs</h2><p>Send ids or completion bodies here; 202 means: kept.</p>${command(`curl --data-binary @ids.txt ${location.origin}/ledger/v1/generations`)}</li>`}
        <li><h2>Just looking</h2><p>Plays OpenRouter on this machine with recorded documents, without a key.</p>${command('genledger demo --db demo.db')}${isFile ? nothing : command('genledger serve --db demo.db --no-collect --listen 127.0.0.1:8788')}</li>
      </ol>
      <aside class="side"><h2>What is ready</h2><ul class="checks">
        <li>${icon('ok')}<span>Ledger<span class="rule-text mono">${ledger?.ledger}</span></span><span class="num">empty</span></li>
        ${isFile ? html`<li>${icon('ok')}<span>Queue is empty</span>${ids}</li>` : runs ? html`<li>${icon('ok')}<span>Collector runs, queue is empty</span>${ids}</li>` : html`<li class="warn">${icon('warn')}<span>Ids are kept, but this server does not collect them<span class="rule-text">It needs the key that made the generations, not a management key, when it starts, and no --no-collect.</span></span>${ids}</li>`}</ul>
        ${isFile ? html`<p>Ids are collected with the key that made the generations, not with a management key. It is read from the environment:</p>` : nothing}
        ${runs && !isFile ? nothing : command('export OPENROUTER_API_KEY=sk-or-…')}
        <h2>Where do I get an id?</h2><p>From the field <code>id</code> of every response, and its header <code>X-Generation-Id</code>.</p></aside>
    </div>`;
}

/**
 * A range without generations, and the way to the newest; or a ledger whose first ids are not collected yet.
 * @param {Page} page
 */
export function quiet({ data, state, zone, ledger, go, isFile, now }) {
  if (!isFile && data.newest === null && ledger?.pending.ids) return waiting(state, ledger);
  const at = isFile && now() !== data.at ? full(data.at, zone) : '';   // the earlier moment that a file shows
  const last = !at && data.newest && day(data.newest, zone);
  const none = at ? `At ${at} the ledger knew no generation of this report.` : `The ledger holds none in this range${state.filters.length ? ' that the filters select' : ''}.`;
  return html`<section class="problem"><h1>No generations here</h1>
    <p><span>${none}${last ? ` Its newest is of ${dayLong(last)}.` : ''}</span></p>
    ${last && !isFile ? html`<button type="button" class="action" @click=${() => go({ from: plusDays(last, -27), to: last })}>Show the 28 days until then</button>` : nothing}</section>`;
}

/** @type {(state: import('./address.js').State, ledger: import('./page.js').Ledger) => unknown} */
const waiting = (state, ledger) => html`<section class="problem"><h1>No record is here yet</h1>
  <p><span>${count(ledger.pending.ids, 'tracked id')} ${ledger.pending.ids === 1 ? 'is' : 'are'} not collected yet. ${ledger.server?.collector ? 'The figures come by themselves as soon as OpenRouter has the records, mostly within a minute.' : 'This server does not collect them: it was started without a key or with --no-collect.'}</span></p>
  ${ledger.server?.collector ? nothing : command(onLedger('genledger collect --wait', ledger))}<p><a href=${link(state, '/health')}>Show the queue</a></p></section>`;
