// The header: pages, ledger, zone, live state, theme, keys; and what is spoken.
import { html, nothing } from './lit-html.js';
import { link } from './address.js';
import { icon, mark } from './icon.js';
import { closesOnBlur, openMenu } from './menu.js';
import { openKeys } from './keys.js';
import { nextTheme, theme, THEME_ICONS } from './theme.js';
import { clock, minute } from './time.js';
import { zoneMenu } from './zone.js';

/** @typedef {import('./page.js').Page} Page */

/**
 * @param {Page} page
 * @param {import('./page.js').Screen[]} screens
 * @param {import('./page.js').Screen | null} current
 */
export function header(page, screens, current) {
  const { ledger, state } = page;
  return html`<a class="skip" href="#main">Skip to the figures</a><header class="top">
    <a class="brand" href="/">${mark}Genledger</a>
    <nav aria-label="Pages">${screens.filter((one) => one.isPage).map((one) => html`<a href=${link(state, one.path)} aria-current=${one === current || one.path === current?.under ? 'page' : nothing}>${one.title}${one.path === '/health' || (one.path === '/' && !screens.some((other) => other.path === '/health')) ? findings(page) : nothing}</a>`)}</nav>
    <div class="where">
      ${ledger ? html`<span class="quiet ledger" title="The ledger that is shown: ${ledger.ledger}">${ledger.name}</span>
      <span class="menu-place" @focusout=${closesOnBlur(page)}><button type="button" class="quiet zone" title="Where days begin; click to change" aria-expanded=${page.ui.menu === 'zone'} @click=${openMenu(page, 'zone')}>${page.zone}</button>${page.ui.menu === 'zone' ? zoneMenu(page) : nothing}</span>` : nothing}
      ${liveState(page)}
      <button type="button" class="quiet square theme" aria-label="Theme: ${theme() === 'system' ? 'as the system' : theme()}" title="Theme: ${theme() === 'system' ? 'as the system' : theme()}" @click=${() => (nextTheme(), page.set({}))}>${icon(THEME_ICONS[theme()])}</button>
      <button type="button" class="quiet square keys" aria-label="Keyboard shortcuts" @click=${() => openKeys(page, current)}><kbd>?</kbd></button>
    </div></header>`;
}

/** @param {Page} page */
function findings(page) {
  const found = page.data?.findings;
  if (!found || !found.weighty) return nothing;
  return html`<span class="count" title=${found.words}>${found.weighty}<span class="sr"> findings</span></span>`;
}

/** @param {Page} page */
function liveState({ status, zone, ledger, state }) {
  if (status.offlineSince !== null && status.loadedAt !== null) {
    return html`<span class="live is-off">${icon('warn')}<span>Offline since ${minute(status.offlineSince, zone)}, figures of ${minute(status.loadedAt, zone)}</span></span>`;
  }
  if (!ledger || status.loadedAt === null || status.failure?.status === 401) return nothing;
  const isLive = status.isLive && !state.lake;
  return html`<span class="live"><svg width="8" height="8" aria-hidden="true"><circle class="live-dot ${isLive ? '' : 'is-off'}" cx="4" cy="4" r="3.5"/></svg><span class="live-word">${isLive ? 'Live' : 'As of'}</span> <time>${clock(status.loadedAt, zone)}</time></span>`;
}

let spokenAt = 0;
let spoken = '';

/**
 * The live region: speaks of new figures at most once a minute, and of a lost connection at once.
 * @param {Page} page
 */
export function messages({ status, zone, now, ui }) {
  const offline = status.offlineSince === null ? '' : `Offline since ${minute(status.offlineSince, zone)}`;
  if (status.failure?.status === 401) spoken = 'Sign in';
  else if (offline) spoken = offline;
  else if (ui.message) spoken = ui.message;
  else if (status.loadedAt !== null && now() - spokenAt > 60_000) {
    spoken = `Figures of ${minute(status.loadedAt, zone)}`;
    spokenAt = now();
  }
  return html`<p class="sr" role="status">${spoken}</p>`;
}
