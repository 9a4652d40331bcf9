// The line above a printed screen: what it shows, and of when.
import { html } from './lit-html.js';
import { filterWords } from './chips.js';
import { rangeName, SPANS, words } from './range.js';
import { full } from './time.js';

/** @param {import('./page.js').Page} page */
export function printLine(page) {
  const { data, state, status, zone, now, ledger } = page;
  const against = data.before ? ` against the ${state.against === 'last-year' ? 'same days last year' : `${SPANS[rangeName(page)] ?? 'same span'} before`}` : '';
  const filters = state.filters.length && page.state.path !== '/health' ? ` Filter: ${state.filters.map(filterWords).join('; ')}.` : '';
  const made = page.isFile && now() !== data.at ? ` Made ${full(now(), zone)}.` : '';
  return html`<p class="print-only">${words(page)}${against}, days of ${zone}. Ledger ${state.lake.replace('*', 'all') || (ledger?.name ?? '')}.${filters} As of ${full(data.at ?? status.loadedAt ?? now(), zone)}.${made}</p>`;
}
