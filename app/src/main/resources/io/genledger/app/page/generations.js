// The generations of the range, newest or highest spend first: a list without end, and the selected one beside it.
import { html, nothing } from './lit-html.js';
import { decimalsOf } from './amount.js';
import { HIGHEST, selection } from './address.js';
import { rowFlags } from './cost.js';
import { empty, quiet } from './empty.js';
import { follow, load, more } from './generations-data.js';
import { dayHead, rowOf } from './generation-row.js';
import { icon } from './icon.js';
import { closesOnBlur, menuForm, openMenu } from './menu.js';
import { int } from './number.js';
import { panel } from './panel.js';
import { printLine } from './print.js';
import { read, write } from './theme.js';
import { day, dayShort, dayYear } from './time.js';
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

/** Where the first item begins, in pixels from the top of the window. */
const begin = () => document.querySelector('.gens thead')?.getBoundingClientRect().bottom ?? 0;

/**
 * The rows that are drawn; on paper all that were read.
 * @param {Page} page
 */
function visible(page) {
  const { tops } = itemsOf(page);
  if (page.isPrinting) return { first: 0, last: tops.length - 1, above: 0, below: 0 };
  const from = -begin();
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

/** Below this width of the window, as in list.css, the name has a line of its own. */
const TINY = 400;

const isWide = () => innerWidth >= 1100;

// Pixels, as in list.css: the panel with its gap, and all columns but that of the models.
const PANEL = 380, OTHERS = 732;

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
  const chosen = CHOICE.map(([name]) => name).filter((name) => !isShort && !hidden().includes(name) && (name !== 'prov' || page.width >= 840));
  const hasBar = chosen.includes('tok') && !hasPanel && page.width >= 960;
  const before = chosen.includes('prov') ? 3 : 2, after = chosen.length + Number(hasBar) - (before - 2);
  const mostFlags = isShort ? (innerWidth < TINY ? 1 : 2) : page.width < 840 ? 1 : 2;
  /** @type {import('./generation-row.js').Form} */
  const form = { pad, isShort, hasBar, dated, mostFlags, room: page.width - (hasPanel ? PANEL : 0) - OTHERS, key: '' };
  form.key = `${Object.values(form)} ${years} ${page.zone}`;
  // A block has its own place in this list, so that moving the window leaves the elements of the other blocks alone, and is painted by
  // itself (list.css), so that they are not painted again either.
  const blocks = Array.from({ length: Math.ceil(items.length / BLOCK) });
  const gap = (/** @type {number} */ height) => (height ? html`<tbody><tr class="gap" aria-hidden="true"><td colspan=${before + 1 + after}><svg width="1" height=${height}></svg></td></tr></tbody>` : nothing);
  return html`<table class="grid gens ${chosen.map((name) => 'has-' + name).join(' ')} ${hasBar ? 'has-bar' : ''} flags-${flags < 2 ? flags : mostFlags + 1} ${pad > 10 ? 'long' : ''} ${dated ? (years > 1 ? 'dated years' : 'dated') : ''}" aria-rowcount=${data.report?.totals.requests ?? -1} @click=${picked}>
    <caption class="sr">Generations, ${isBySpend ? 'highest spend' : 'newest'} first</caption>
    <thead><tr>${orderHead(page, 'Time', 'text c-time', !isBySpend, '')}<th scope="col" class="text">Model</th><th scope="col" class="text c-prov">Provider</th>${orderHead(page, 'Spend', 'num c-spend', isBySpend, HIGHEST)}<th scope="col" class="num c-tok">Tokens</th><th scope="col" class="text c-bar"><span class="sr">Tokens as a bar</span></th><th scope="col" class="num c-dur">Duration</th><th scope="col" class="text c-flags">Flags</th></tr></thead>
    ${gap(above)}${blocks.map((_, block) => (block < first / BLOCK || block >= last / BLOCK ? nothing : html`<tbody class="block">${items.slice(block * BLOCK, (block + 1) * BLOCK).map((item) => (item.row ? rowOf(page, item.row, form) : dayHead(page, item.day, before, after)))}</tbody>`))}${gap(below)}
  </table>`;
}

/** @type {(page: Page, name: string, kind: string, isSorted: boolean, sort: string) => unknown} */
const orderHead = ({ go }, name, kind, isSorted, sort) => html`<th scope="col" class=${kind} aria-sort=${isSorted ? 'descending' : nothing}><button type="button" class="sort" @click=${() => (scrollTo(0, 0), go({ sort }, { replace: true }))}>${name}${isSorted ? html`<span aria-hidden="true"> ↓</span>` : nothing}</button></th>`;

/** @param {MouseEvent} event */
function picked(event) {
  const page = shown;
  const id = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('tr')?.querySelector('[data-id]'))?.dataset.id;
  const isOpening = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || getSelection()?.type === 'Range';
  const isByKey = event.detail === 0;
  if (!id || isOpening || isByKey) return;
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
  const from = stuck() - begin();
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
  const top = begin() + tops[i];
  const above = top - stuck() - ROW, below = top + 2 * ROW - innerHeight;
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
function live(changes, page) {
  const { data, state } = page;
  if (!data?.rows?.length) return true;
  if (changes.hasGap || changes.recorded.length + changes.corrected.length) follow(state, data, changes).then(() => page.set({}), () => undefined);   // the next event asks again
  return false;
}
