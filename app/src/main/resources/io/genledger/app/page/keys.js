// Keys of every screen, and their list. None fires while typing or with a modifier.
import { html, nothing, render } from './lit-html.js';
import { LEFT_BEHIND, RANGES } from './address.js';
import { change } from './api.js';
import { shift } from './range.js';
import { screens } from './screens.js';
import { read, write } from './theme.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./page.js').Screen} Screen */

/** @type {[string, string][]} */
const KEYS = [
  ['x', 'exact digits'], ['f', 'add a filter'], ['[ ]', 'range earlier and later'], ['1 – 7', 'ranges from 1 hour to all'], ['g then o g h', 'overview, generations, health'], ['/', 'find a generation by its id'], ['?', 'this list'],
];
/** @type {Record<string, string>} */
const PAGES = { o: '/', g: '/generations', h: '/health' };

let isGoing = false;   // whether g was pressed just now

/**
 * @param {KeyboardEvent} event
 * @param {Page} page
 * @param {Screen | null} screen
 * @param {typeof openKeys} open
 */
export function pressed(event, page, screen, open) {
  const target = /** @type {Element} */ (event.target);
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (target.matches?.('input:not([type=radio]), select, textarea')) return;
  if (used(event, page, screen, open)) event.preventDefault();
}

/** @type {(event: KeyboardEvent, page: Page, screen: Screen | null, open: typeof openKeys) => boolean} */
function used(event, page, screen, open) {
  const { key } = event;
  const { state } = page;
  if (isGoing) {
    isGoing = false;
    if (!(key in PAGES) || !screens.some((one) => one.path === PAGES[key])) return false;
    page.go({ ...LEFT_BEHIND, path: PAGES[key] });
    return true;
  }
  if (screen?.key?.(event, page)) return true;
  if (key === '?') open(page, screen);
  else if (key === 'g') isGoing = true;
  else if (key === '/' && screens.some((one) => one.path === '/generation')) openFind(page);
  else if (!screen?.controls) return false;
  else if (key === 'x') page.go({ exact: !state.exact }, { replace: true });
  else if (key === 'f') /** @type {HTMLElement | null} */ (document.querySelector('.add'))?.click();
  else if (key === '[' || key === ']') shift(page, key === '[' ? -1 : 1);
  else if (key >= '1' && key <= '7') page.go({ range: Object.keys(RANGES)[Number(key) - 1] });
  else return false;
  return true;
}

/** @param {unknown} contents */
function dialog(contents) {
  const place = /** @type {HTMLElement} */ (document.getElementById('dialogs'));
  render(html`<dialog class="dialog" aria-labelledby="h-dialog" @close=${() => render(nothing, place)}>${contents}</dialog>`, place);
  const shown = /** @type {HTMLDialogElement} */ (place.querySelector('dialog'));
  shown.showModal();
  return shown;
}

/**
 * Opens the list of keys, which also names the ledger and the zone where the header has no room for them.
 * @param {Page} page
 * @param {Screen | null} screen
 */
export function openKeys(page, screen) {
  const list = [...KEYS, ...(screen?.keys ?? [])];
  dialog(html`<form method="dialog"><h2 id="h-dialog">Keys</h2>
    <dl class="key-list">${list.map(([key, what]) => html`<div><dt>${key.split(' ').map((one) => (/^(then|–)$/.test(one) ? ` ${one} ` : html`<kbd>${one}</kbd>`))}</dt><dd>${what}</dd></div>`)}</dl>
    ${page.ledger ? html`<p class="note">Ledger ${page.ledger.ledger}, days of ${page.zone}. <a href="/openapi">API</a></p>` : nothing}
    <div class="menu-end">${read('genledger-signed-in') ? html`<button type="button" class="quiet" @click=${signOut}>Sign out</button>` : nothing}<button class="action" autofocus>Close</button></div></form>`);
}

async function signOut() {
  await change('DELETE', 'session');
  write('genledger-signed-in', null);
  location.assign('/');
}

/** @param {Page} page */
function openFind(page) {
  dialog(html`<form method="dialog" @submit=${(/** @type {SubmitEvent} */ event) => {
    const id = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('id')).trim();
    if (id) page.go({ ...LEFT_BEHIND, path: '/generation', id });
  }}><h2 id="h-dialog">Find a generation</h2><label class="field"><span>Its id</span><input name="id" class="mono" placeholder="gen-…" autocomplete="off" spellcheck="false" required></label>
    <div class="menu-end"><button class="action">Find</button></div></form>`);
}
