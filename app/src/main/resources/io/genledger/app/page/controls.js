// The strip of controls: range, dates, what the range is compared with, grouping, filters.
import { html, nothing } from './lit-html.js';
import { DIMENSIONS, RANGES } from './address.js';
import { unitsOf } from './bucket.js';
import { chips } from './chips.js';
import { icon } from './icon.js';
import { dimension } from './label.js';
import { closesOnBlur, menuForm, openMenu } from './menu.js';
import { canMove, rangeName, shift, shownRange, SPANS, words } from './range.js';
import { day } from './time.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {{ range?: boolean, group?: boolean, filters?: boolean }} Form which controls a screen has */

/**
 * @param {Page} page
 * @param {Form} form
 */
export function controls(page, { range = true, group = false, filters = true }) {
  const { state } = page;
  const name = rangeName(page);
  return html`<form class="controls" role="search" aria-label="Range, grouping and filters" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    ${range ? html`<fieldset class="ranges"><legend class="sr">Range</legend>${Object.keys(RANGES).map((one) => html`<label><input type="radio" name="range" value=${one} .checked=${one === name} @click=${() => one !== state.range && page.go({ range: one })}><span>${one === 'all' ? 'All' : one}</span></label>`)}</fieldset>
    ${dates(page, name)}` : nothing}
    ${group ? grouping(page, name) : nothing}
    ${filters ? chips(page) : nothing}
  </form>`;
}

/**
 * @param {Page} page
 * @param {string} name
 */
function dates(page, name) {
  const span = SPANS[name] ?? 'the same span';
  return html`<span class="dates menu-place" @focusout=${closesOnBlur(page)}>
    <button type="button" class="quiet square" aria-label="${span} earlier" title="Earlier ([)" ?disabled=${!canMove(page, -1)} @click=${() => shift(page, -1)}>${icon('left')}</button>
    <button type="button" class="quiet range-text" aria-expanded=${page.ui.menu === 'dates'} title="Choose the days" @click=${openMenu(page, 'dates')}>${words(page)}</button>
    <button type="button" class="quiet square" aria-label="${span} later" title="Later (])" ?disabled=${!canMove(page)} @click=${() => shift(page, 1)}>${icon('right')}</button>
    ${page.ui.menu === 'dates' ? datesMenu(page) : nothing}</span>`;
}

/** @param {Page} page */
function datesMenu(page) {
  const range = shownRange(page);
  const first = range ? day(range.since, page.zone) : '', last = range ? day(new Date(range.until).getTime() - 1, page.zone) : '';
  const today = day(page.now(), page.zone);
  return menuForm(
    page,
    'Days',
    html`<label class="field"><span>First day</span><input type="date" name="from" required .value=${first} max=${today}></label>
      <label class="field"><span>Last day</span><input type="date" name="to" required .value=${last > today ? today : last}></label>`,
    (form) => {
      const [from, to] = [String(form.get('from')), String(form.get('to'))].sort();
      page.go({ from, to });
    },
  );
}

/**
 * @param {Page} page
 * @param {string} name
 */
function grouping(page, name) {
  const { state } = page;
  const range = shownRange(page);
  const length = range ? new Date(range.until).getTime() - new Date(range.since).getTime() : 0;
  const span = SPANS[name];
  const isAll = state.range === 'all';
  return html`
    ${page.ledger?.server?.hasLake ? pick('of', 'Ledgers', state.lake, [['', 'this ledger'], ['*', 'all ledgers'], ...(page.data?.ledgers ?? []).map((/** @type {string} */ one) => [one, one])], (lake) => ((page.ui.values = null), page.go({ lake, by: lake || state.by !== 'ledger' ? state.by : 'model' }))) : nothing}
    ${isAll ? nothing : pick('against', 'Compare with', state.against, [['previous', span ? `${span} before` : 'the same span before'], ['last-year', 'same days last year'], ['none', 'nothing']], (against) => page.go({ against }))}
    ${pick('by', 'Group by', state.by, [...DIMENSIONS, ...(state.lake ? ['ledger'] : [])].map((one) => [one, dimension(one)]), (by) => page.go({ by, focus: '' }))}
    ${pick('per', 'Bucket', page.data?.per ?? state.per, unitsOf(length).map((one) => [one, one]), (per) => page.go({ per }))}`;
}

/**
 * @param {string} word before the choice
 * @param {string} label for assistive technology
 * @param {string} chosen
 * @param {[string, string][]} options value and words of each
 * @param {(value: string) => void} choose
 */
const pick = (word, label, chosen, options, choose) => html`<label class="pick ${word}"><span>${word}</span><select aria-label=${label} .value=${chosen} @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>${options.map(([value, words]) => html`<option value=${value} .selected=${value === chosen}>${words}</option>`)}</select></label>`;
