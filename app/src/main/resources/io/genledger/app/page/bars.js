// Stacked bars over time as accessible SVG, drawn at their real width. Each bar is a link whose name is a sentence with its exact total.
import { html, nothing, svg } from './lit-html.js';
import { add, exact, forDrawing, usd } from './amount.js';
import { bucketLong, bucketShort } from './bucket.js';
import { brushDown, brushed } from './brush.js';
import { axisLabels, scale, tickText } from './scale.js';

/** @typedef {import('./amount.js').Amount} Amount */
/** @typedef {{ value: string | null, slot: number, isRest: boolean, amounts: string[] }} Series one entity, with its amount in each bucket */
/** @typedef {{ name: string, total: Amount, before: Amount, beforeName: string | null, requests: number | null, unknown: number, unknownBefore: number }} Bar `beforeName` is empty if the range before has no such bucket, and null without a range before or after its end */
/**
 * @typedef {object} Chart
 * @property {number} width
 * @property {number} height
 * @property {boolean} compact
 * @property {import('./bucket.js').Per} per
 * @property {string} zone
 * @property {Bar[]} bars
 * @property {Series[]} series from the axis up
 * @property {number} open index of the unfinished bucket; -1 without one
 * @property {string} until time of the unfinished bucket
 * @property {string} label what the chart shows
 * @property {string | null} focus value that is lifted onto the axis; "" for none
 * @property {import('./scale.js').Scale | null} kept scale that stays while the pointer is inside
 * @property {(bar: Bar) => string} href
 */

/** @typedef {ReturnType<typeof layout>} Layout */

/** Pixels of a bar where there are few. */
const WIDEST = 96;

/** @param {Chart} chart */
export function layout({ width, height, compact, bars, series, kept }) {
  const low = Math.min(0, ...bars.map((_, i) => series.reduce((sum, one) => sum + Math.min(0, forDrawing(one.amounts[i])), 0)), ...bars.map((bar) => forDrawing(bar.before)));
  const high = Math.max(0, ...bars.map((_, i) => series.reduce((sum, one) => sum + Math.max(0, forDrawing(one.amounts[i])), 0)), ...bars.map((bar) => forDrawing(bar.before)));
  const axis = kept && kept.low <= low && kept.high >= high ? kept : scale(low, high, compact ? 3 : 4);
  const longest = Math.max(...axis.ticks.map((tick) => tickText(tick, axis.decimals).length));
  const left = Math.max(compact ? 34 : 44, longest * 7 + 14), right = compact ? 2 : 8, top = 20, bottom = 26;
  const inner = width - left - right, plot = height - top - bottom, slot = inner / bars.length;
  const bar = Math.min(WIDEST, Math.max(slot < 5 ? Math.max(1, slot - 1) : 3, Math.round(slot * 0.62)));
  return {
    axis, left, right, top, plot, slot, bar, width, height,
    gap: slot < 6 ? 0 : compact ? 1.5 : Math.round((bar / 0.62) * 0.12),
    x: (/** @type {number} */ i) => left + i * slot + (slot - bar) / 2,
    y: (/** @type {number} */ v) => top + plot - ((v - axis.low) / (axis.high - axis.low)) * plot,
  };
}

/**
 * @param {Chart} chart
 * @param {import('./page.js').Page} page
 */
export function stackedBars(chart, page) {
  const { bars, width, height, compact, per, zone, open, until, label } = chart;
  const at = layout(chart);
  const { active = null, brush = null } = page.ui;
  const peak = bars.reduce((best, bar, i) => (forDrawing(bar.total) > forDrawing(bars[best]?.total) ? i : best), 0);
  return html`<svg class="chart ${brush ? 'brushing' : ''}" width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="group" aria-roledescription="stacked bar chart" aria-label="${label} Arrow keys move between the bars, Shift and an arrow selects several."
      @pointerdown=${(/** @type {PointerEvent} */ event) => brushDown(event, page, at, bars.length)} @pointerleave=${() => !brush && page.set({ active: null })}>
    <defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-line" width="1.6" height="5"/></pattern></defs>
    <g aria-hidden="true">
      ${at.axis.ticks.map((tick) => svg`<line class=${Math.abs(tick) > 1e-12 ? 'grid' : 'axis'} x1=${at.left} x2=${width - at.right} y1=${Math.round(at.y(tick)) + 0.5} y2=${Math.round(at.y(tick)) + 0.5}/><text class="tick" x=${at.left - 8} y=${at.y(tick) + 4} text-anchor="end">${tickText(tick, at.axis.decimals)}</text>`)}
      ${axisLabels(bars.map((one) => one.name), per, at.slot, compact, open).map(({ i, text, isPresent }) => axisLabel(at, i, text, isPresent))}
    </g>
    ${brush ? brushMark(chart, at, brush) : nothing}
    ${bars.map((bar, i) => {
      const isOpen = i === open;
      return svg`<a class="bar ${i === active ? 'active' : ''} ${isOpen ? 'open' : ''}" href=${chart.href(bar)} draggable="false" tabindex=${i === (active ?? bars.length - 1) ? 0 : -1} data-i=${i}
          aria-label=${sentence(bar, per, zone, isOpen ? until : '')} @pointerenter=${() => !brush && page.set({ active: i })} @focus=${() => page.set({ active: i })}>
        <rect class="band" x=${at.left + i * at.slot} y=${at.top - 12} width=${at.slot} height=${at.plot + 12}/>
        ${ghost(bar, i, at)}${stack(chart, i, at)}${isOpen ? veil(bar, i, at) : nothing}</a>`;
    })}
    ${forDrawing(bars[peak]?.total) > 0 ? svg`<text class="peak" aria-hidden="true" x=${Math.min(Math.max(at.x(peak) + at.bar / 2, at.left + 24), width - 30)} y=${at.y(forDrawing(bars[peak].total)) - 7} text-anchor="middle">${usd(bars[peak].total)}</text>` : nothing}
  </svg>`;
}

/** @type {(at: Layout, i: number, text: string, isPresent: boolean) => unknown} */
function axisLabel(at, i, text, isPresent) {
  const middle = at.x(i) + at.bar / 2, half = text.length * 3.4;
  const atEnd = middle + half > at.width;
  return svg`<text class="tick ${isPresent ? 'strong' : ''}" x=${atEnd ? at.width : Math.max(middle, half)} y=${at.height - 8} text-anchor=${atEnd ? 'end' : 'middle'}>${text}</text>`;
}

/**
 * The name of a bar, as it is read aloud.
 * @param {Bar} bar
 * @param {import('./bucket.js').Per} per
 * @param {string} zone
 * @param {string} until
 */
function sentence(bar, per, zone, until) {
  const amount = (/** @type {Amount} */ known, /** @type {number} */ unknown) => (unknown && known != null ? 'at least ' : '') + exact(known);
  const before = bar.beforeName === null ? '' : bar.beforeName === '' ? `, no such ${per} before` : `, ${bucketLong(bar.beforeName, per, zone)}: ${amount(bar.before, bar.unknownBefore)}`;
  return `${bucketLong(bar.name, per, zone)}${until ? `, unfinished, until ${until}` : ''}: ${amount(bar.total, bar.unknown)}${before}`;
}

/** @type {(bar: Bar, i: number, at: Layout) => unknown} */
function ghost(bar, i, at) {
  if (bar.before == null) return nothing;
  const zero = at.y(0), y = at.y(forDrawing(bar.before)), own = at.y(Math.max(0, forDrawing(bar.total)));
  const x = at.x(i) - at.gap, width = at.bar + 2 * at.gap;
  return svg`<rect class="ghost" x=${x} width=${width} y=${Math.min(y, zero)} height=${Math.abs(zero - y)}/><line class="before" x1=${x} x2=${x + width} y1=${y} y2=${y}/><rect class="under" x=${at.x(i) - 1} width=${at.bar + 2} y=${own - 1} height=${zero - own + 1}/>`;
}

/** The segments of a bar; the lifted entity stands on the axis. @type {(chart: Chart, i: number, at: Layout) => unknown} */
function stack({ series, focus }, i, at) {
  const order = focus === '' ? series : [...series].sort((a, b) => Number(b.value === focus) - Number(a.value === focus));
  let above = 0, below = 0;
  return order.map((one) => {
    const v = forDrawing(one.amounts[i]);
    const from = v >= 0 ? above : below;
    if (v >= 0) above += v;
    else below += v;
    const top = at.y(Math.max(from, from + v)), height = at.y(Math.min(from, from + v)) - top;
    if (height <= 0.25) return nothing;
    return svg`<rect class="seg c${one.slot} ${focus !== '' && focus !== one.value ? 'faded' : ''}" x=${at.x(i)} width=${at.bar} y=${top} height=${Math.max(0.6, height - (height > 3 ? 1 : 0))}/>`;
  });
}

/** The veil over an unfinished bar. @type {(bar: Bar, i: number, at: Layout) => unknown} */
function veil(bar, i, at) {
  const x = at.x(i), zero = at.y(0), y = at.y(Math.max(0, forDrawing(bar.total)));
  return svg`<rect class="veil" x=${x} width=${at.bar} y=${y} height=${zero - y}/><rect fill="url(#hatch)" x=${x} width=${at.bar} y=${y} height=${zero - y}/><path class="open-top" d="M${x} ${zero}V${y - 0.5}H${x + at.bar}V${zero}"/>`;
}

/** @type {(chart: Chart, at: Layout, brush: import('./brush.js').Brush) => unknown} */
function brushMark({ bars, per, zone }, at, brush) {
  const { first, last } = brushed(brush);
  const left = at.left + first * at.slot, right = at.left + (last + 1) * at.slot, top = at.top - 12;
  const label = `${bucketShort(bars[first].name, per, zone)}${last > first ? ` \u2013 ${bucketShort(bars[last].name, per, zone)}` : ''}: ${usd(add(...bars.slice(first, last + 1).map((one) => one.total)))}, ${brush.byKey ? 'Enter' : 'release'} to zoom`;
  const atLeft = right + label.length * 6.6 > at.width;
  return svg`<g class="brush" aria-hidden="true"><rect x=${left} width=${right - left} y=${top} height=${at.plot + 12}/><path d="M${left} ${top}V${at.top + at.plot}M${right} ${top}V${at.top + at.plot}"/><text x=${atLeft ? left - 8 : right + 8} y=${at.top + 2} text-anchor=${atLeft ? 'end' : 'start'}>${label}</text></g>`;
}
