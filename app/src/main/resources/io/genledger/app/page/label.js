// Amounts, names and flags as pieces of markup, the same in every place.
import { html, nothing } from './lit-html.js';
import { exact, headTail, isZero } from './amount.js';
import { icon } from './icon.js';
import { authored, cut, halves } from './name.js';

/** @typedef {import('./amount.js').Amount} Amount */

/**
 * Every digit: the head is read, the tail is faint, and both are copied and read as one amount.
 * @param {Amount} amount
 * @param {{ head?: number, pad?: number }} [form] decimals of the head, and to how many the tail is padded with zeros
 */
export function money(amount, { head = 2, pad = 0 } = {}) {
  if (amount == null) return unknown;
  const shown = headTail(amount, head, pad);
  return html`<span class=${isZero(amount) ? 'amount zero' : 'amount'}>${shown.head}<span class="tail">${shown.tail}</span></span>`;
}

export const unknown = html`<span class="unknown">unknown</span>`;

/**
 * The sign before a sum that leaves out unknown amounts.
 * @param {number} n number of generations whose amount is unknown
 * @param {string} what e.g. "spend"
 */
export const atLeast = (n, what = 'spend') => (n ? html`<abbr class="atleast" title="At least: the ${what} of ${n} ${n === 1 ? 'generation' : 'generations'} is unknown">≥</abbr>` : nothing);

/**
 * The title of a shortened amount.
 * @param {Amount} amount
 */
export const exactTitle = (amount) => (amount == null ? 'unknown' : exact(amount));

/**
 * A name from outside, cut in its middle by the style where there is no room.
 * @param {string} raw
 */
export function middle(raw, keep = 8) {
  const { text, title } = cut(raw);
  const { head, tail } = halves(text, keep);
  return html`<bdi class="mid" title=${title}><span class="mid-head">${head}</span>${tail ? html`<span class="mid-tail">${tail}</span>` : nothing}</bdi>`;
}

/**
 * A model: its author quiet, its name readable.
 * @param {string} model
 */
export function modelName(model) {
  const { author, name } = authored(model);
  return author ? html`<span class="model"><bdi class="author">${cut(author).text}</bdi>${middle(name)}</span>` : middle(name);
}

/** @type {Record<string, string>} */
const DIMENSIONS = { byok: 'BYOK', 'api-type': 'API type', 'finish-reason': 'finish reason' };

/**
 * A dimension in words.
 * @param {string} dim
 */
export const dimension = (dim) => DIMENSIONS[dim] ?? dim;

/** @type {Record<string, Record<string, string>>} */
const WORDS = {
  byok: { true: 'your own key (BYOK)', false: 'credits' },
  cancelled: { true: 'cancelled', false: 'not cancelled' },
};

/**
 * The word for a value that records do not have.
 * @param {string} dim
 */
export const unstated = (dim) => (dim === 'finding' ? 'none' : 'not stated');

/**
 * A value of a dimension; null if the records state none.
 * @param {string} dim
 * @param {string | null} value
 */
export function nameOf(dim, value) {
  if (value === null || value === '') return html`<span class="faint">${unstated(dim)}</span>`;
  const word = WORDS[dim]?.[value];
  if (word) return html`${word}`;
  return dim === 'model' ? modelName(value) : middle(value);
}

/** Flags by weight. @type {Record<string, string>} */
const FLAGS = { unknown: 'unknown', finding: 'finding', provisional: 'provisional', cancelled: 'cancelled', byok: 'BYOK', replay: 'cached reply', free: 'free', retried: 'retried', estimate: 'estimate' };

/**
 * A word, with an icon only for a finding and for what is provisional.
 * @param {string} name one of FLAGS
 * @param {string} [title]
 */
export const flag = (name, title) => html`<span class="flag ${name}" title=${title ?? nothing}>${name === 'provisional' ? icon('part') : name === 'finding' ? icon('warn') : nothing}${FLAGS[name] ?? name}</span>`;

/**
 * The weightiest flags, then the number of the others.
 * @param {string[]} names
 * @param {string | null} [findings] their codes, with a space between them
 */
export function flagList(names, findings = '', most = 2) {
  const order = Object.keys(FLAGS);
  const sorted = [...names].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const rest = sorted.slice(most);
  return html`${sorted.slice(0, most).map((one) => flag(one, one === 'finding' && findings ? findings.replaceAll(' ', ', ') : undefined))}${rest.length ? html`<span class="flag more-flags" title=${rest.map((one) => FLAGS[one] ?? one).join(', ')}>+${rest.length}</span>` : nothing}`;
}

/** @type {Record<string, [string, string]>} */
const SEVERITIES = { error: ['error', 'Errors'], warning: ['warn', 'Warnings'], info: ['info', 'Notes'] };

/** @param {string} severity */
export function severity(severity) {
  const [name, word] = SEVERITIES[severity] ?? SEVERITIES.info;
  return html`<span class="sev ${name === 'info' ? 'note' : name}">${icon(name)}<span class="sev-word">${word}</span></span>`;
}

/** @param {number} slot */
export const swatch = (slot) => html`<svg class="swatch" width="10" height="10" aria-hidden="true"><rect class="c${slot}" width="10" height="10" rx="2"/></svg>`;

/**
 * A command, whose lines break between its words, and a button that copies it.
 * @param {string} text
 */
export const command = (text) => html`<div class="cmd"><code>${text.split(' ').map((word, i) => html`${i ? ' ' : ''}<span>${word}</span>`)}</code>${copyButton(text, 'Copy: ' + text)}</div>`;

/**
 * @param {string} text
 * @param {string} name of the button
 */
export const copyButton = (text, name) => html`<button type="button" class="quiet square" aria-label=${name} title="Copy" @click=${(/** @type {MouseEvent} */ event) => copy(text, /** @type {HTMLElement} */ (event.currentTarget))}>${icon('copy')}</button>`;

/**
 * @param {string} text
 * @param {HTMLElement} button
 */
async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.title = 'Copied';
  } catch {
    button.title = 'The browser does not allow copying here: select the text';   // e.g. without TLS on another machine
  }
}
