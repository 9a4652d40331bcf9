// What stands in place of a screen while it loads, or when it cannot be shown.
import { html, nothing } from './lit-html.js';
import { icon } from './icon.js';
import { shownRange, words } from './range.js';

/** @param {boolean} isSlow whether it takes long enough to say so */
export const loading = (isSlow) => html`<main id="main" aria-busy="true">${isSlow ? html`<p class="state">Reading the ledger…</p>` : nothing}</main>`;

/**
 * @param {import('./api.js').Failure} failure
 * @param {() => void} retry
 */
export function failed(failure, retry) {
  return html`<main id="main"><section class="problem" role="alert"><h1>${failure.status === 403 ? 'This needs more rights' : failure.isOffline ? 'No connection' : 'The figures could not be read'}</h1>
    <p>${icon('error')}<span>${failure.message}</span></p><button type="button" class="action" @click=${retry}>Retry</button></section></main>`;
}

/**
 * The line above figures that answer an earlier question, while the server cannot be reached.
 * @param {import('./page.js').Page} page
 */
export const stale = (page) => html`<p class="missing stale" role="alert">${icon('warn')}<span><b>The server does not answer.</b> Shown is still ${shownRange(page) ? words(page) : 'what was asked before'}.</span><button type="button" class="quiet" @click=${page.reload}>Retry</button></p>`;

/**
 * @param {string[]} sentences what of the address cannot be read
 * @param {string} rest the address without it
 */
export const misreadAddress = (sentences, rest) => html`<main id="main"><section class="problem" role="alert"><h1>This address cannot be read</h1>
    ${sentences.map((one) => html`<p>${icon('error')}<span>${one}</span></p>`)}<p><a href=${rest}>Show what the rest of it says</a></p></section></main>`;

export const missingScreen = () => html`<main id="main"><section class="problem"><h1>There is no such page</h1><p><a href="/">Overview</a></p></section></main>`;
