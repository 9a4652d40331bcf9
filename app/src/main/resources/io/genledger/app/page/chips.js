// The filters as chips: a chip edits its filter, its cross removes it.
import { html, nothing } from './lit-html.js';
import { FILTERS } from './address.js';
import { get } from './api.js';
import { icon } from './icon.js';
import { dimension, nameOf, unstated } from './label.js';
import { closesOnBlur, focusLater, menuForm, openMenu } from './menu.js';
import { cut } from './name.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./address.js').Filter} Filter */

/** @type {Record<import('./address.js').Op, string>} */
const WORDS = { is: 'is', not: 'is not', like: 'is like', unlike: 'is not like' };

/** @param {Page} page */
export function chips(page) {
  const { filters } = page.state;
  return html`<span class="chips menu-place" @focusout=${closesOnBlur(page)}>${filters.map((one, i) => chip(page, one, i))}
    <button type="button" class="quiet add" aria-expanded=${page.ui.menu === 'filter' && page.ui.edited === null} @click=${openMenu(page, 'filter', { edited: null, draft: null })}>+ Filter <kbd>f</kbd></button>
    ${page.ui.menu === 'filter' ? filterMenu(page) : nothing}</span>`;
}

/**
 * A filter in words, for titles and print.
 * @param {Filter} filter
 */
export const filterWords = ({ dim, op, value }) => `${dimension(dim)} ${WORDS[op]} ${value === '' ? unstated(dim) : cut(value).text}`;

/**
 * @param {Page} page
 * @param {Filter} filter
 * @param {number} i
 */
function chip(page, filter, i) {
  const remove = () => page.go({ filters: page.state.filters.filter((_, other) => other !== i) });
  return html`<span class="chip"><button type="button" class="chip-edit" title="Edit this filter" @click=${openMenu(page, 'filter', { edited: i, draft: null })}><span class="chip-dim">${dimension(filter.dim)}</span> ${WORDS[filter.op]} <b>${filter.op === 'is' || filter.op === 'not' ? nameOf(filter.dim === 'model' ? '' : filter.dim, filter.value) : html`<bdi>${cut(filter.value).text}</bdi>`}</b></button><button type="button" class="chip-x" aria-label="Remove the filter ${filterWords(filter)}" @click=${remove}>${icon('close')}</button></span>`;
}

/** @param {Page} page */
function filterMenu(page) {
  const { state, ui } = page;
  const edited = ui.edited === null ? null : state.filters[ui.edited];
  /** @type {Filter} */
  const draft = ui.draft ?? edited ?? { dim: state.by === 'request' ? 'model' : state.by, op: 'is', value: '' };
  const change = (/** @type {Partial<Filter>} */ changes) => page.set({ draft: { ...draft, ...changes } });
  suggest(page, draft.dim);
  return menuForm(
    page,
    edited ? 'Edit the filter' : 'New filter',
    html`<div class="field-row">
        <select name="dim" aria-label="Dimension" .value=${draft.dim} @change=${(/** @type {Event} */ event) => (change({ dim: /** @type {HTMLSelectElement} */ (event.target).value, value: '' }), focusLater('.menu [name=value]'))}>${FILTERS.map((one) => html`<option value=${one} .selected=${one === draft.dim}>${dimension(one)}</option>`)}</select>
        <select name="op" aria-label="Comparison" .value=${draft.op}>${Object.entries(WORDS).map(([op, words]) => html`<option value=${op} .selected=${op === draft.op}>${words}</option>`)}</select>
        <input name="value" aria-label="Value" list="values" .value=${draft.value} autocomplete="off" spellcheck="false" placeholder="value; empty: ${unstated(draft.dim)}"></div>
      <datalist id="values">${(ui.values?.dim === draft.dim ? ui.values.all : []).map((/** @type {string} */ value) => html`<option value=${value}></option>`)}</datalist>
      <p class="note">“is like” takes a pattern: <code>anthropic/*</code>. Several filters of one dimension select any of their values.</p>`,
    (form) => {
      const filter = /** @type {Filter} */ ({ dim: form.get('dim'), op: form.get('op'), value: form.get('value') });
      const kept = state.filters.filter((_, i) => i !== ui.edited);
      page.go({ filters: [...kept, filter] });
    },
  );
}

/**
 * Asks the ledger for values of the dimension, once for each.
 * @param {Page} page
 * @param {string} dim
 */
function suggest(page, dim) {
  const { lake } = page.state;
  if (page.ui.values?.dim === dim) return;
  page.ui.values = { dim, all: [] };
  const isFinding = dim === 'finding';
  const range = { ...page.data?.range };
  get(isFinding ? 'findings' : 'report', new URLSearchParams(isFinding ? range : { ...range, by: dim, limit: '100', columns: 'requests', order: 'requests', ...(lake && { ledger: lake }) })).then(
    ({ rows, findings }) => page.set({ values: { dim, all: (findings ?? rows).map((/** @type {any} */ row) => row[isFinding ? 'code' : camel(dim)]).filter((/** @type {unknown} */ one) => typeof one === 'string' && one === cut(one).text) } }),
    () => undefined,   // without suggestions a value can still be written
  );
}

/**
 * The name of a dimension in the JSON of a report.
 * @param {string} dim
 */
export const camel = (dim) => dim.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
