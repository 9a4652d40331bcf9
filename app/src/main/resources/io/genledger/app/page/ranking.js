// The table of entities under the chart: sortable, with a rest that opens and a total.
import { html, nothing } from './lit-html.js';
import { compare, decimalsOf, exact, isZero, perMille, price, usd } from './amount.js';
import { behind, only } from './address.js';
import { atLeast, dimension, exactTitle, flag, money, nameOf, swatch } from './label.js';
import { int, percent, rate, ratio, seconds, short } from './number.js';
import { openRest, restIsOpen } from './overview-slow.js';
import { shareBar } from './spark.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./overview-data.js').Overview} Overview */
/** @typedef {import('./overview-data.js').Row} Row */
/** @typedef {{ key: string, head: string, title?: string, from: number, of: (row: Row) => string | number | null | undefined, isPercentile?: boolean, beside?: number, exact?: number }} Column `from` is the width of the content from which it is shown, `beside` that from which it is shown beside changes, `exact` that with exact digits */

/** @type {Column[]} */
const COLUMNS = [
  { key: 'spend', head: 'Spend', from: 0, of: (row) => row.spend },
  { key: 'share', head: 'Share', from: 0, of: (row) => row.spend },
  { key: 'change', head: 'Change', title: 'Spend less that of the range before', from: 700, exact: 900, of: (row) => row.moved?.change },
  { key: 'requests', head: 'Requests', from: 620, of: (row) => row.requests },
  { key: 'tokens', head: 'Tokens', from: 620, of: (row) => row.tokens },
  { key: 'price-per-million', head: '$/M tokens', title: 'Spend per million tokens, prompt and completion together', from: 620, of: (row) => row.pricePerMillion },
  { key: 'cache-hit-rate', head: 'Cache hit', title: 'Prompt tokens read from the cache', from: 620, beside: 800, of: (row) => row.cacheHitRate },
  { key: 'latency-p50', head: 'p50 s', title: 'Time to the first token in seconds: half of the requests were faster', from: 1000, of: (row) => row.p50, isPercentile: true },
  { key: 'latency-p95', head: 'p95 s', title: 'Time to the first token in seconds: 95 % of the requests were faster', from: 1000, of: (row) => row.p95, isPercentile: true },
  { key: 'tokens-per-second', head: 'tok/s', title: 'Completion tokens for each second of generation time', from: 1000, of: (row) => row.tokensPerSecond },
];

/**
 * The rows by the column of the address; unknown values last.
 * @param {Row[]} rows
 * @param {string} sort
 */
export function sorted(rows, sort) {
  const [key, direction] = sort.split(':');
  const column = COLUMNS.find((one) => one.key === key);
  const sign = direction === 'asc' ? 1 : -1;
  if (key === 'name') return [...rows].sort((a, b) => -sign * (a.value ?? '').localeCompare(b.value ?? ''));
  if (!column) return rows;
  return [...rows].sort((a, b) => {
    const x = column.of(a), y = column.of(b);
    if (x == null || y == null) return Number(x == null) - Number(y == null);
    return sign * compare(String(x), String(y));
  });
}

/**
 * @param {Page} page
 * @param {Row[]} rows the largest, in their order
 */
export function ranking(page, rows) {
  /** @type {Overview} */
  const data = page.data;
  const { state, width } = page;
  const columns = COLUMNS.filter((one) => width >= (state.exact && one.exact || data.isCompared && one.beside || one.from) && !(one.key === 'share' && state.exact && width < 480) && (one.key !== 'change' || data.isCompared));
  const pad = decimalsOf([data.totals.spend, data.rest?.spend, ...rows.map((one) => one.spend), ...data.restRows.map((one) => one.spend)]);
  const padChange = decimalsOf([data.totals, data.rest, data.goneRest, ...rows, ...data.restRows, ...data.gone].map((one) => one?.moved?.change));
  const form = { columns, data, pad, padChange, exact: state.exact, wide: width >= 620, isBelow: data.isCompared && !columns.some((one) => one.key === 'change') };
  const focus = state.focus || page.ui.lifted || '';
  const by = dimension(state.by);
  const total = data.rows.length + (data.rest?.count ?? 0);
  const [key, direction] = state.sort.split(':');
  const isPart = data.rest && ((key === 'share' ? 'spend' : key) !== data.order || direction);
  return html`${isPart ? html`<p class="foot part">The ${data.rows.length} largest by ${data.order}, sorted by ${key === 'name' ? by : (COLUMNS.find((one) => one.key === key)?.head ?? 'spend')}${restIsOpen() ? ', below them those of the rest' : ''}.</p>` : nothing}<div class="scroll" role="region" aria-label="Spend by ${by}" tabindex="0"><table class="grid models ${focus ? 'has-focus' : ''}">
    <caption class="sr">Spend by ${by}. The colour of a row is its colour in the chart above.</caption>
    <thead><tr>${head(page, 'name', by.charAt(0).toUpperCase() + by.slice(1), 'text')}${columns.map((one) => html`${one.key === 'share' && form.wide ? html`<th scope="col" class="text share-head"><span class="sr">Share as a bar</span></th>` : nothing}${head(page, one.key, one.key === 'spend' && form.isBelow ? 'Spend, change' : one.head, 'num', one.title)}`)}</tr></thead>
    <tbody>${rows.map((row) => entity(page, row, form, focus))}
      ${data.rest ? html`<tr class="rest"><th scope="row"><span class="name-cell">${swatch(0)}${page.isFile ? restWords(data.rest, by) : html`<button type="button" class="more" aria-expanded=${restIsOpen()} @click=${() => (openRest(!restIsOpen()), page.reload())}>${restWords(data.rest, by)}</button>`}</span></th>${cells(data.rest, 0, form)}</tr>` : nothing}
      ${restIsOpen() ? sorted(data.restRows, state.sort).map((row) => entity(page, row, form, focus, true)) : nothing}
      ${data.isCompared ? html`${data.gone.map((row) => gone(row, nameOf(state.by, row.value), form))}${data.goneRest ? gone(data.goneRest, html`${int(data.goneRest.count)} more`, form) : nothing}` : nothing}
      ${data.unlisted ? html`<tr class="of-rest"><th scope="row"><span class="name-cell"><span class="author">${int(data.unlisted.count)} more, not listed</span></span></th>${cells(data.unlisted, 0, form)}</tr>` : nothing}</tbody>
    <tfoot><tr><th scope="row"><span class="name-cell">Total <span class="author">${int(total)} ${total === 1 ? by : plural(by)}</span></span></th>${cells({ ...data.totals, value: null }, null, form)}</tr></tfoot>
  </table></div>`;
}

/** @type {(row: Row, name: unknown, form: Form) => unknown} */
const gone = (row, name, form) => html`<tr class="gone"><th scope="row"><span class="name-cell">${swatch(form.data.slot(row.value))}<span class="gone-name">${name}</span></span></th>${cells(row, null, form)}</tr>`;

/** @type {(rest: { count: number }, by: string) => unknown} */
const restWords = ({ count }, by) => html`Rest <span class="author">${int(count)} more ${count === 1 ? by : plural(by)}${restIsOpen() ? ', of which' : ''}</span>`;

/** @param {string} by */
const plural = (by) => (by.endsWith('y') ? by.slice(0, -1) + 'ies' : ['BYOK', 'cancelled', 'trust'].includes(by) ? 'kinds' : by + 's');

/**
 * @param {Page} page
 * @param {string} key
 * @param {string} text
 * @param {string} kind of cell
 * @param {string} [title]
 */
function head({ state, go }, key, text, kind, title) {
  const [by, direction] = state.sort.split(':');
  const isSorted = by === key, ascends = direction === 'asc';
  const next = isSorted && !ascends ? key + ':asc' : key;
  return html`<th scope="col" class=${kind} aria-sort=${isSorted ? (ascends !== (key === 'name') ? 'ascending' : 'descending') : nothing} title=${title ?? nothing}><button type="button" class="sort" @click=${() => go({ sort: next }, { replace: true })}>${text}${isSorted ? html`<span aria-hidden="true"> ${ascends !== (key === 'name') ? '↑' : '↓'}</span>` : nothing}</button></th>`;
}

/** @typedef {{ columns: Column[], data: Overview, pad: number, padChange: number, exact: boolean, wide: boolean, isBelow: boolean }} Form `isBelow` tells that changes stand below amounts, where they have no column */

/**
 * @param {Page} page
 * @param {Row} row
 * @param {Form} form
 * @param {string} focus
 */
function entity(page, row, form, focus, isOfRest = false) {
  const { state, set } = page;
  const value = row.value ?? '';
  const lift = (/** @type {string | null} */ lifted) => () => !isOfRest && set({ lifted });
  return html`<tr class="${focus !== '' && value === focus ? 'lifted' : ''} ${isOfRest ? 'of-rest' : ''}" @pointerenter=${lift(value)} @pointerleave=${lift(null)} @focusin=${lift(value)} @focusout=${lift(null)}>
    <th scope="row"><span class="name-cell">${swatch(form.data.slot(row.value))}<a href=${behind(state, state.by === 'ledger' ? { lake: value, by: 'model' } : { filters: only(state, state.by, row.value) })}>${nameOf(state.by, row.value)}</a></span></th>${cells(row, form.data.slot(row.value), form)}</tr>`;
}

/**
 * @param {Row} row
 * @param {number | null} slot null for the total, which has no bar
 * @param {Form} form
 */
function cells(row, slot, { columns, data, pad, padChange, exact: isExact, wide, isBelow }) {
  const share = row.spend == null ? null : perMille(row.spend, data.totals.spend ?? '0');
  return columns.map(({ key, isPercentile, of }) => {
    if (key === 'spend') return html`<td class="num amount-cell" title=${exactTitle(row.spend)}>${row.spend == null ? nothing : atLeast(row.unknownSpend)}${row.spend == null || isExact ? money(row.spend, { pad }) : usd(row.spend)}${isBelow ? html`<span class="change" title=${changeTitle(row)}>${changeOf(row, data, isExact, padChange)}</span>` : nothing}</td>`;
    if (key === 'share') return html`${wide ? html`<td class="share-cell">${slot === null ? nothing : shareBar(slot, share)}</td>` : nothing}<td class="num">${percent(share)}</td>`;
    if (key === 'change') return html`<td class="num change" title=${changeTitle(row)}>${changeOf(row, data, isExact, padChange)}</td>`;
    if (key === 'requests') return html`<td class="num">${int(row.requests)}</td>`;
    if (key === 'tokens') return html`<td class="num" title=${int(row.tokens)}>${(isExact ? int : short)(row.tokens)}</td>`;
    if (key === 'price-per-million') return html`<td class="num" title=${row.pricePerMillion == null ? nothing : exact(row.pricePerMillion)}>${price(row.pricePerMillion)}</td>`;
    if (key === 'cache-hit-rate') return html`<td class="num">${ratio(row.cacheHitRate)}</td>`;
    if (isPercentile && row === data.unlisted) return html`<td class="num"></td>`;
    if (isPercentile) return html`<td class="num">${data.percentiles === 'asked' ? html`<span class="faint" title="Being computed">…</span>` : data.percentiles === 'too many' ? html`<span class="faint" title="Of more than 300,000 generations, computed for whole days only: choose these, or a shorter range">–</span>` : seconds(/** @type {number | null} */ (of(row)))}</td>`;
    return html`<td class="num">${rate(row.tokensPerSecond)}</td>`;
  });
}

/** @param {Row} row */
const changeTitle = ({ moved }) => (moved ? exactTitle(moved.change) : nothing);

/** @type {(row: Row, data: Overview, isExact: boolean, pad: number) => unknown} */
function changeOf({ moved, requests }, data, isExact, pad) {
  if (!moved) return data.hasChanges ? nothing : html`<span class="faint" title="Being computed">…</span>`;
  const { change, before, isAbout } = moved;
  const isNew = isZero(before) && !isAbout && !isZero(change);
  const isPlus = change != null && !change.startsWith('-') && !isZero(change) && (isExact || !usd(change).startsWith('<'));
  return html`${requests === 0 ? flag('gone', 'No generation in this range') : isNew ? flag('new', 'No spend in the range before') : nothing}${isAbout && change != null ? html`<abbr class="atleast" title="About: unknown spend is left out">~</abbr>` : nothing}${isPlus ? '+' : nothing}${change == null || isExact ? money(change, { pad }) : usd(change)}`;
}
