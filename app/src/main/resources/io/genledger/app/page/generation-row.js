// A row of the list of generations. While the list is scrolled hundreds of rows are drawn in a second, so a row has as few elements as it
// can do with, and always all of its cells: which columns are seen is a matter of the style.
import { html, nothing } from './lit-html.js';
import { exact, headTail, isZero, usd } from './amount.js';
import { link } from './address.js';
import { barOf, rowFlags } from './cost.js';
import { atLeast, flagList, middle, modelName, unknown } from './label.js';
import { authored } from './name.js';
import { duration, int } from './number.js';
import { tokenStrip } from './spark.js';
import { clock, day, dayLong } from './time.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./generations-data.js').Row} Row */
/**
 * How the rows of a list are written.
 * @typedef {object} Form
 * @property {number} pad decimals to which the tails of amounts are padded
 * @property {boolean} isShort whether the flags stand below the name
 * @property {boolean} hasBar whether tokens are drawn
 * @property {((day: string) => string) | null} dated writes the day before the time, where rows do not stand below their day
 * @property {number} mostFlags
 * @property {number} room pixels of the column of models, at least
 * @property {string} key tells one form from another
 */

/** @type {WeakMap<Row, { key: string, drawn: unknown }>} */
const known = new WeakMap();

/**
 * A row as it was drawn before, if nothing of it has changed.
 * @param {Page} page
 * @param {Row} row
 * @param {Form} form
 */
export function rowOf(page, row, form) {
  const key = `${form.key} ${page.state.id === row.id}`;
  const before = known.get(row);
  if (before?.key === key) return before.drawn;
  const drawn = draw(page, row, form);
  known.set(row, { key, drawn });
  return drawn;
}

/** @type {(page: Page, row: Row, form: Form) => unknown} */
function draw({ data, state, zone }, row, { pad, isShort, hasBar, dated, mostFlags, room }) {
  const isSelected = row.id === state.id;
  const flags = rowFlags(row);
  const list = flags.length ? flagList(flags, row.findings, mostFlags) : nothing;
  const moment = `${dated ? dated(day(row.created, zone)) + ' ' : ''}${clock(row.created, zone)}`;
  const { spend, promptTokens: prompt, completionTokens: completion, cachedTokens: cached, reasoningTokens: reasoning } = row;
  const { head, tail } = spend === null ? { head: unknown, tail: '' } : headTail(spend, 4, pad);
  return html`<tr class=${isSelected ? 'selected' : nothing} aria-selected=${isSelected}>
    <td class="time"><a href=${link(state, '/generation', { id: row.id, sort: state.sort })} aria-label="${moment}, generation ${row.id}" data-id=${row.id} .textContent=${moment}></a></td>
    ${modelCell(row.model, data.slot(row.model), room, isShort ? list : nothing)}<td class="prov c-prov">${row.provider === null ? none : fits(row.provider, PROVIDER) ? row.provider : middle(row.provider, 6)}</td>
    <td class="num amount ${spend !== null && isZero(spend) ? 'zero' : ''}">${head}<span class="tail" .textContent=${tail}></span></td>
    <td class="num c-tok" title=${row.tokens === null ? nothing : `${int(prompt)} prompt, ${int(completion)} completion`}>${row.tokens === null ? none : int(row.tokens)}</td>
    <td class="c-bar">${row.tokens && hasBar ? tokenStrip(barOf({ prompt, completion, cached, reasoning })) : nothing}</td>
    <td class="num c-dur" .textContent=${duration(row.generationTimeMs)}></td>
    <td class=${isShort || list === nothing ? 'c-flags' : 'flags c-flags'}>${isShort ? nothing : list}</td></tr>`;
}

const none = html`<span class="faint">–</span>`;

/** Pixels for the name of a provider, as in list.css. */
const PROVIDER = 110;

/**
 * Whether a name surely has room as it is: then it needs none of the elements that cut it in its middle.
 * @param {string} name
 * @param {number} room in pixels
 */
const fits = (name, room) => name.length * 9 <= room && /^[ -~]*$/.test(name);

/** @type {(model: string | null, slot: number, room: number, flags: unknown) => unknown} */
function modelCell(model, slot, room, flags) {
  if (model === null || flags !== nothing || !fits(model, room - 34)) {
    return html`<td class="model-cell c${slot}"><span class="name-cell">${model === null ? html`<span class="faint">not stated</span>` : modelName(model)}</span>${flags === nothing ? nothing : html`<span class="flags under">${flags}</span>`}</td>`;
  }
  const { author, name } = authored(model);
  return html`<td class="model-cell whole c${slot}"><bdi class="author" .textContent=${author}></bdi><bdi .textContent=${name}></bdi></td>`;
}

/** @type {(page: Page, date: string, before: number, after: number) => unknown} */
export function dayHead({ data, zone, now }, date, before, after) {
  const sums = data.report?.rows.find((/** @type {any} */ row) => row.day === date);
  return html`<tr class="day"><th scope="rowgroup" colspan=${before}>${dayLong(date)} ${sums ? html`<span class="author">${int(sums.requests)}${date === day(now(), zone) ? ' so far' : ''}</span>` : nothing}</th><td class="num" title=${sums?.spend == null ? nothing : exact(sums.spend)}>${sums ? html`${sums.spend === null ? nothing : atLeast(sums.unknownSpend)}${usd(sums.spend)}` : nothing}</td>${after ? html`<td colspan=${after}></td>` : nothing}</tr>`;
}
