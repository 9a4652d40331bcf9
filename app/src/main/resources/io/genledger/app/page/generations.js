// The generations of the range, newest or highest spend first: a list without end, and the selected one beside it.
import { html, nothing } from './lit-html.js';
import { decimalsOf, exact, usd } from './amount.js';
import { HIGHEST, link, selection } from './address.js';
import { barOf, rowFlags } from './cost.js';
import { empty, quiet } from './empty.js';
import { follow, load, more } from './generations-data.js';
import { icon } from './icon.js';
import { atLeast, flagList, middle, modelName, money, swatch } from './label.js';
import { closesOnBlur, menuForm, openMenu } from './menu.js';
import { duration, int } from './number.js';
import { panel } from './panel.js';
import { printLine } from './print.js';
import { tokenBar } from './spark.js';
import { read, write } from './theme.js';
import { clock, day, dayLong, dayShort, dayYear } from './time.js';
import { BLOCK, windowOf } from './window.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./generations-data.js').List} List */
/** @typedef {import('./generations-data.js').Row} Row */
/** @typedef {{ day: string, row: Row | null }} Item a generation, or the head of a day */

const ROW = 29;
const FLAGGED = 43;   // with flags below the name, in a narrow window
const TWO_LINES = 48;   // with the name below time and spend, in a very narrow window

/** @type {import('./page.js').Screen} */
export const generations = {
  path: '/generations',
  title: 'Generations',
  isPage: true,
  controls: { range: true, filters: true },
  load,
  view,
  reveal: (page, to) => reveal(page, new URL(to, location.href).searchParams.get('id')),
  drawn,
  key,
  live,
  keys: [['j k', 'select the next and the previous generation'], ['Enter', 'open the selected one'], ['Esc', 'close the panel']],
};

/** @type {Page} */
let shown;   // what was drawn last, for the events of scrolling
let isReading = false;

addEventListener('scroll', () => {
  if (shown?.state.path === generations.path && shown.data?.rows) scrolled();
}, { passive: true });

function scrolled() {
  const { first, last } = visible(shown);
  if (first !== shown.ui.first || last !== shown.ui.last) shown.set({});
}

/** @typedef {{ key: string, changes: number, rows: number, items: Item[], tops: number[], decimals: number, flags: number }} Items `tops` is where each item begins, and where the last one ends; `flags` the most that a row has */

/**
 * The items of the rows; those of a new page are appended.
 * @param {Page} page
 * @returns {Items}
 */
function itemsOf({ data, state, zone, width, ui }) {
  const isShort = width < 720, isTiny = innerWidth < TINY, isByDay = state.sort !== HIGHEST;
  const key = `${data.asked} ${data.rows[0]?.id} ${zone} ${isShort} ${isTiny}`;
  /** @type {Items} */
  const all = ui.items?.key === key && ui.items.changes === data.changes ? ui.items : { key, changes: data.changes, rows: 0, items: [], tops: [0], decimals: 9, flags: 0 };
  let end = all.tops[all.tops.length - 1], last = all.items[all.items.length - 1]?.day ?? '';
  const add = (/** @type {Item} */ item, /** @type {number} */ height) => {
    all.items.push(item);
    all.tops.push((end += height));
  };
  for (; all.rows < data.rows.length; all.rows++) {
    /** @type {Row} */
    const row = data.rows[all.rows];
    const date = day(row.created, zone);
    if (isByDay && date !== last) add({ day: (last = date), row: null }, ROW);
    const flags = rowFlags(row).length;
    add({ day: date, row }, isTiny ? TWO_LINES : isShort && flags ? FLAGGED : ROW);
    all.flags = Math.max(all.flags, flags);
    all.decimals = Math.max(all.decimals, decimalsOf([row.spend]));
  }
  return (ui.items = all);
}

/**
 * The rows that are drawn; on paper all that were read.
 * @param {Page} page
 */
function visible(page) {
  const { tops } = itemsOf(page);
  if (page.isPrinting) return { first: 0, last: tops.length - 1, above: 0, below: 0 };
  const body = document.querySelector('.gens tbody');
  const from = body ? -body.getBoundingClientRect().top : 0;
  return windowOf(tops, from, from + innerHeight);
}

/** @param {Page} page */
function view(page) {
  shown = page;
  /** @type {List} */
  const data = page.data;
  const { state, zone, ledger, width } = page;
  if (data.isEmpty) return empty(page);
  if (data.rows.length === 0) return quiet(page);
  const hasPanel = state.id !== '' && data.one !== null && isWide();
  const pending = ledger?.pending.ids ?? 0;
  const total = data.report?.totals.requests;
  return html`<div class="list-page ${hasPanel ? 'with-panel' : ''}">
    <section class="list" aria-labelledby="h-list">${printLine(page)}
      <div class="block-head"><h1 id="h-list">Generations</h1><span class="sub">${total === undefined ? '' : `${int(total)} in the range, `}${state.sort === HIGHEST ? 'highest spend' : 'newest'} first</span><span class="tools">${columnMenu(page)}<a class="quiet step" href="/ledger/v1/export?format=csv&${selection(state)}" download="generations.csv">CSV</a></span></div>
      ${pending ? html`<p class="missing slim" role="note">${icon('part')}<span><b>${int(pending)} tracked ${pending === 1 ? 'id' : 'ids'}</b> ${pending === 1 ? 'has' : 'have'} no row yet: not collected.</span></p>` : nothing}
      ${data.fresh ? html`<div class="fresh-place"><button type="button" class="quiet fresh" @click=${() => (scrollTo(0, 0), page.reload())}>${data.fresh >= 1000 ? 'more than 999' : int(data.fresh)} new</button></div>` : nothing}
      ${table(page, hasPanel)}
      <p class="foot">Rows 1–${int(data.rows.length)}${total === undefined ? '' : ` of ${int(Math.max(total, data.rows.length))}`}${data.next ? '; more load as you scroll' : ''}. <span class="keyhint"><kbd>j</kbd><kbd>k</kbd> move, <kbd>Enter</kbd> open, <kbd>Esc</kbd> close.</span></p>
    </section>
    ${hasPanel ? panel(page) : nothing}
  </div>`;
}

/** The hatching of all bars of the list. */
const hatching = html`<svg class="tokens hatching" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch-rows" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-line" width="1.6" height="5"/></pattern></defs></svg>`;

/** Below this width of the window, as in list.css, the name has a line of its own. */
const TINY = 400;

const isWide = () => innerWidth >= 1100;

const CHOICE = /** @type {[string, string][]} */ ([['prov', 'Provider'], ['tok', 'Tokens'], ['dur', 'Duration'], ['flags', 'Flags']]);
const hidden = () => (read('genledger-hidden-columns') ?? '').split(' ').filter(Boolean);

/** @param {Page} page */
function columnMenu(page) {
  return html`<span class="menu-place columns" @focusout=${closesOnBlur(page)}><button type="button" class="quiet" aria-expanded=${page.ui.menu === 'columns'} @click=${openMenu(page, 'columns')}>Columns</button>${page.ui.menu === 'columns' ? menuForm(page, 'Columns', CHOICE.map(([key, word]) => html`<label><input type="checkbox" name=${key} .checked=${!hidden().includes(key)}> ${word}</label>`), (form) => {
    write('genledger-hidden-columns', CHOICE.map(([key]) => key).filter((key) => !form.has(key)).join(' ') || null);
    page.set({});
  }) : nothing}</span>`;
}

/**
 * @param {Page} page
 * @param {boolean} hasPanel
 */
function table(page, hasPanel) {
  /** @type {List} */
  const data = page.data;
  const { items, decimals: pad, flags } = itemsOf(page);
  const { first, last, above, below } = visible(page);
  Object.assign(page.ui, { first, last });
  const isShort = page.width < 720, isBySpend = page.state.sort === HIGHEST;
  const years = new Set([data.range?.since, data.range?.until].map((one) => one?.slice(0, 4))).size;
  const dated = isBySpend ? (years > 1 ? dayYear : dayShort) : null;
  const off = hidden();
  const hasBar = !hasPanel && page.width >= 960;
  const has = (/** @type {string} */ name) => !isShort && !off.includes(name) && (name !== 'prov' || page.width >= 840);
  const after = Number(has('tok')) + Number(has('tok') && hasBar) + Number(has('dur')) + Number(has('flags'));
  const mostFlags = page.width < 840 ? 1 : 2;
  const form = `${pad} ${isShort} ${mostFlags} ${innerWidth < TINY} ${isBySpend} ${years} ${hasBar} ${has('prov')} ${off} ${page.zone}`;
  // A block has its own place in this list, so that moving the window leaves the elements of the other blocks alone.
  const blocks = Array.from({ length: Math.ceil(items.length / BLOCK) });
  const gap = (/** @type {number} */ height) => (height ? html`<tr class="gap" aria-hidden="true"><td colspan=${(has('prov') ? 4 : 3) + after}><svg width="1" height=${height}></svg></td></tr>` : nothing);
  return html`<table class="grid gens flags-${flags < 2 ? flags : mostFlags + 1} ${pad > 10 ? 'long' : ''} ${dated ? (years > 1 ? 'dated years' : 'dated') : ''}" aria-rowcount=${data.report?.totals.requests ?? -1}>
    <caption class="sr">Generations, ${isBySpend ? 'highest spend' : 'newest'} first</caption>
    <thead><tr>${orderHead(page, 'Time', 'text c-time', !isBySpend, '')}<th scope="col" class="text">Model</th>${has('prov') ? html`<th scope="col" class="text c-prov">Provider</th>` : nothing}${orderHead(page, 'Spend', 'num c-spend', isBySpend, HIGHEST)}${has('tok') ? html`<th scope="col" class="num c-tok">Tokens</th>${!hasBar ? nothing : html`<th scope="col" class="text c-bar"><span class="sr">Tokens as a bar</span>${hatching}</th>`}` : nothing}${has('dur') ? html`<th scope="col" class="num c-dur">Duration</th>` : nothing}${has('flags') ? html`<th scope="col" class="text c-flags">Flags</th>` : nothing}</tr></thead>
    <tbody>${gap(above)}${blocks.map((_, block) => (block < first / BLOCK || block >= last / BLOCK ? nothing : items.slice(block * BLOCK, (block + 1) * BLOCK).map((item) => (item.row ? kept(page, item.row, { has, pad, isShort, hasBar, dated, mostFlags, key: form }) : dayHead(page, item.day, has('prov') ? 3 : 2, after)))))}${gap(below)}</tbody>
  </table>`;
}

/** @type {(page: Page, name: string, kind: string, isSorted: boolean, sort: string) => unknown} */
const orderHead = ({ go }, name, kind, isSorted, sort) => html`<th scope="col" class=${kind} aria-sort=${isSorted ? 'descending' : nothing}><button type="button" class="sort" @click=${() => (scrollTo(0, 0), go({ sort }, { replace: true }))}>${name}${isSorted ? html`<span aria-hidden="true"> ↓</span>` : nothing}</button></th>`;

/** @type {(page: Page, date: string, before: number, after: number) => unknown} */
function dayHead({ data, zone, now }, date, before, after) {
  const sums = data.report?.rows.find((/** @type {any} */ row) => row.day === date);
  return html`<tr class="day"><th scope="rowgroup" colspan=${before}>${dayLong(date)} ${sums ? html`<span class="author">${int(sums.requests)}${date === day(now(), zone) ? ' so far' : ''}</span>` : nothing}</th><td class="num" title=${sums?.spend == null ? nothing : exact(sums.spend)}>${sums ? html`${sums.spend === null ? nothing : atLeast(sums.unknownSpend)}${usd(sums.spend)}` : nothing}</td>${after ? html`<td colspan=${after}></td>` : nothing}</tr>`;
}

/** @typedef {{ has: (name: string) => boolean, pad: number, isShort: boolean, hasBar: boolean, dated: ((day: string) => string) | null, mostFlags: number, key: string }} Form `dated` writes the day before the time, where rows do not stand below their day */

/** @type {WeakMap<Row, { key: string, drawn: unknown }>} */
const rowsDrawn = new WeakMap();

/**
 * A row as it was drawn before, if nothing of it has changed.
 * @param {Page} page
 * @param {Row} row
 * @param {Form} form
 */
function kept(page, row, form) {
  const key = `${form.key} ${page.state.id === row.id}`;
  const known = rowsDrawn.get(row);
  if (known?.key === key) return known.drawn;
  const drawn = generationRow(page, row, form);
  rowsDrawn.set(row, { key, drawn });
  return drawn;
}

/** @type {(page: Page, row: Row, form: Form) => unknown} */
function generationRow(page, row, { has, pad, isShort, hasBar, dated, mostFlags }) {
  const { data, state, zone } = page;
  const isSelected = row.id === state.id;
  const flags = rowFlags(row);
  const moment = `${dated ? dated(day(row.created, zone)) + ' ' : ''}${clock(row.created, zone)}`;
  const { promptTokens: prompt, completionTokens: completion, cachedTokens: cached, reasoningTokens: reasoning } = row;
  return html`<tr class=${isSelected ? 'selected' : ''} aria-selected=${isSelected} @click=${(/** @type {MouseEvent} */ event) => picked(event, shown, row.id)}>
    <td class="time"><a href=${link(state, '/generation', { id: row.id, sort: state.sort })} aria-label="${moment}, generation ${row.id}" data-id=${row.id}>${moment}</a></td>
    <td class="model-cell"><span class="name-cell">${swatch(data.slot(row.model))}${row.model === null ? html`<span class="faint">not stated</span>` : modelName(row.model)}</span>${isShort && flags.length ? html`<span class="flags under">${flagList(flags, row.findings, innerWidth < TINY ? 1 : 2)}</span>` : nothing}</td>
    ${has('prov') ? html`<td class="prov c-prov">${row.provider === null ? html`<span class="faint">–</span>` : middle(row.provider, 6)}</td>` : nothing}
    <td class="num">${money(row.spend, { head: 4, pad })}</td>
    ${has('tok') ? html`<td class="num c-tok" title=${row.tokens === null ? nothing : `${int(prompt)} prompt, ${int(completion)} completion`}>${row.tokens === null ? html`<span class="faint">–</span>` : int(row.tokens)}</td>${!hasBar ? nothing : html`<td class="c-bar">${row.tokens ? tokenBar(barOf({ prompt, completion, cached, reasoning }), 8, 'hatch-rows', true) : nothing}</td>`}` : nothing}
    ${has('dur') ? html`<td class="num c-dur">${duration(row.generationTimeMs)}</td>` : nothing}
    ${has('flags') ? html`<td class="flags c-flags">${flagList(flags, row.findings, mostFlags)}</td>` : nothing}</tr>`;
}

/** @type {(event: MouseEvent, page: Page, id: string) => void} */
function picked(event, page, id) {
  const isOpening = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || getSelection()?.type === 'Range';
  const isByKey = event.detail === 0;
  if (isOpening || isByKey) return;
  event.preventDefault();
  if (isWide()) page.go({ id: page.state.id === id ? '' : id }, { replace: page.state.id !== '' });
  else page.go({ path: '/generation', id });
}

/**
 * @param {KeyboardEvent} event
 * @param {Page} page
 */
function key({ key: name }, page) {
  const { data, state } = page;
  if (!data?.rows?.length) return false;
  /** @type {Row[]} */
  const rows = data.rows;
  const at = rows.findIndex((row) => row.id === state.id);
  if (name === 'j' || name === 'k') {
    const next = at < 0 ? topRow(page) : rows[at + (name === 'j' ? 1 : -1)];
    if (!next) return true;
    reveal(page, next.id);
    page.go({ id: next.id }, { replace: true });
    queueMicrotask(() => focusRow(next.id));
    return true;
  }
  if (name === 'Escape' && state.id) {
    const row = state.id;
    page.go({ id: '' }, { replace: true });
    requestAnimationFrame(() => focusRow(row));
    return true;
  }
  if (name === 'Enter' && state.id && document.activeElement === document.body) {
    page.go({ path: '/generation' });
    return true;
  }
  return false;
}

/** @param {string} id */
const focusRow = (id) => /** @type {HTMLElement | null} */ (document.querySelector(`.gens a[data-id="${CSS.escape(id)}"]`))?.focus({ preventScroll: true });

/**
 * The first row that is wholly seen.
 * @param {Page} page
 */
function topRow(page) {
  const { items, tops } = itemsOf(page);
  const from = -(document.querySelector('.gens tbody')?.getBoundingClientRect().top ?? 0) + stuck();
  return items.find((item, i) => item.row && tops[i] >= from)?.row;
}

/** Height of what stays at the top of the window. */
const stuck = () => (isWide() ? (document.querySelector('.controls')?.getBoundingClientRect().bottom ?? 0) : 0);

/**
 * Scrolls no more than is needed to see a row.
 * @param {Page} page
 * @param {string | null} id
 */
function reveal(page, id) {
  if (!page.data.rows?.length) return;
  const { items, tops } = itemsOf(page);
  const i = items.findIndex((item) => item.row?.id === id);
  if (i < 0) return;
  const begin = (document.querySelector('.gens tbody')?.getBoundingClientRect().top ?? 0) + tops[i];
  const above = begin - stuck() - ROW, below = begin + 2 * ROW - innerHeight;
  if (above < 0) scrollBy(0, above);
  else if (below > 0) scrollBy(0, below);
}

/**
 * Reads the next page when the end of the rows is near.
 * @param {Page} page
 */
function drawn(page) {
  const { data, ui } = page;
  if (!data?.rows || isReading || !data.next || ui.last < itemsOf(page).items.length - 60 || ui.failed === data.next) return;
  isReading = true;
  more(page.state, data).catch(() => (ui.failed = data.next)).finally(() => {
    isReading = false;
    page.set({});
  });
}

/** @type {NonNullable<import('./page.js').Screen['live']>} */
function live({ recorded, corrected }, page) {
  const { data, state } = page;
  if (!data?.rows?.length) return true;
  if (recorded.length + corrected.length) follow(state, data, recorded, corrected).then(() => page.set({}), () => undefined);   // the next event asks again
  return false;
}
