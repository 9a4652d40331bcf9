// The tooltip of a bar: the order of the stack, every digit in one column, the bucket before and the difference.
import { html, nothing } from './lit-html.js';
import { change, decimalsOf, forDrawing, isZero, sub } from './amount.js';
import { bucketLong } from './bucket.js';
import { atLeast, money, nameOf, swatch } from './label.js';
import { count } from './number.js';

/** @typedef {import('./bars.js').Chart} Chart */

/** The mark of the range before, as in the chart. */
export const beforeMark = html`<svg class="swatch" width="10" height="10" aria-hidden="true"><rect class="ghost" y="1" width="10" height="9"/><line class="before" x1="0" x2="10" y1="1" y2="1"/></svg>`;

/** The mark of the unfinished bucket. */
export const openMark = html`<svg class="swatch" width="10" height="10" aria-hidden="true"><rect class="key-open" x=".5" y=".5" width="9" height="9"/></svg>`;

/**
 * @param {Chart} chart
 * @param {number} i index of the bar
 * @param {string} dim
 */
export function tooltip(chart, i, dim) {
  const { bars, series, per, zone, open, until } = chart;
  const bar = bars[i];
  const isOpen = i === open;
  const shown = series.filter((one) => !isZero(one.amounts[i]));
  const total = bar.total ?? '0';
  const pad = decimalsOf([total, bar.before, ...shown.map((one) => one.amounts[i])]);
  const before = bar.beforeName;
  const isUnknown = Boolean(bar.requests) && bar.total == null;
  const moved = isUnknown ? null : change(total, bar.before);
  const about = bar.unknown || bar.unknownBefore ? html`<abbr class="atleast" title="About: unknown spend is left out">~</abbr>` : nothing;
  return html`<div class="tip" data-i=${i}><div class="tip-head">${bucketLong(bar.name, per, zone)}${isOpen ? html`<span class="note">until ${until}</span>` : nothing}</div>
    <table class="tip-table"><tbody>
      ${[...shown].reverse().map((one) => html`<tr><th scope="row"><span class="tip-name">${swatch(one.slot)}${one.isRest ? 'Rest' : nameOf(dim, one.value)}</span></th><td class="num">${money(one.amounts[i], { pad })}</td></tr>`)}
    </tbody><tfoot>
      <tr class="sum"><th scope="row" class="indent">Total</th><td class="num">${isUnknown ? money(null) : html`${atLeast(bar.unknown)}${money(total, { pad })}`}</td></tr>
      ${before === null ? nothing : before === '' ? html`<tr class="was"><th scope="row" colspan="2"><span class="tip-name">${beforeMark}No such ${per} before</span></th></tr>` : html`<tr class="was"><th scope="row"><span class="tip-name">${beforeMark}${bucketLong(before, per, zone).replace(/ \d{4}$/, '')}${isOpen ? html`<span class="note">until ${until}</span>` : nothing}</span></th><td class="num">${bar.before == null ? nothing : atLeast(bar.unknownBefore)}${money(bar.before, { pad })}</td></tr>
      <tr class="was"><th scope="row" class="indent">Difference</th><td class="num">${moved ? html`<span class="lead">${about}${moved.up ? '+' : '\u2212'}${moved.text}</span>` : nothing}${isUnknown || bar.before == null ? money(null) : html`${about}${forDrawing(total) >= forDrawing(bar.before) ? '+' : nothing}${money(sub(total, bar.before), { pad })}`}</td></tr>`}
    </tfoot></table>
    <p class="tip-foot">${count(bar.requests ?? 0, 'request')}${bar.unknown ? `, ${count(bar.unknown, 'of', 'of')} unknown spend` : nothing}.<span class="on-server"> <kbd>Enter</kbd> opens them, drag to zoom.</span></p></div>`;
}

/** Places the tooltip beside its bar, flipped at the right edge; through CSSOM, which the Content-Security-Policy allows. */
export function place() {
  const tip = /** @type {HTMLElement | null} */ (document.querySelector('.tip'));
  const band = tip && document.querySelector(`.bar[data-i="${tip.dataset.i}"] .band`)?.getBoundingClientRect();
  if (!tip || !band) return;
  const box = /** @type {HTMLElement} */ (tip.parentElement).getBoundingClientRect();
  const right = band.right - box.left + 10, left = band.left - box.left - 10 - tip.offsetWidth;
  tip.style.setProperty('left', `${Math.max(0, right + tip.offsetWidth > box.width ? left : right)}px`);
  tip.style.setProperty('top', '4px');
}
