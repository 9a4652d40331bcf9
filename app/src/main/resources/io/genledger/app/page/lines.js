// Percentiles over time as straight lines. A bucket without a generation is a gap, never zero.
import { html, nothing, svg } from './lit-html.js';
import { bucketLong } from './bucket.js';
import { seconds } from './number.js';
import { axisLabels, path, scale } from './scale.js';

/** @typedef {{ p50: number | null, p95: number | null }} Spread milliseconds */
/**
 * @typedef {object} Lines
 * @property {number} width
 * @property {number} height
 * @property {boolean} compact
 * @property {import('./bucket.js').Per} per
 * @property {string[]} names of the buckets
 * @property {string} zone
 * @property {Spread[]} spreads
 * @property {number} open index of the unfinished bucket; -1 without one
 * @property {string} label what the chart shows
 * @property {(name: string) => string} href
 */

const KINDS = /** @type {const} */ (['p95', 'p50']);

/**
 * @param {Lines} lines
 * @param {import('./page.js').Page} page
 */
export function percentileLines({ width, height, compact, per, names, zone, spreads, open, label, href }, page) {
  const left = compact ? 34 : 44, right = compact ? 28 : 36, top = 20, bottom = 26;
  const plot = height - top - bottom, slot = (width - left - right) / names.length;
  const axis = scale(0, Math.max(0, ...spreads.map((one) => (one.p95 ?? 0) / 1000)), compact ? 3 : 4);
  const x = (/** @type {number} */ i) => left + (i + 0.5) * slot;
  const y = (/** @type {number} */ ms) => top + plot - (ms / 1000 / axis.high) * plot;
  const { active = null } = page.ui;
  return html`<svg class="chart lines" width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="group" aria-roledescription="line chart" aria-label="${label} Arrow keys move between the points." @pointerleave=${() => page.set({ active: null })}>
    <g aria-hidden="true">${active === null ? nothing : svg`<rect class="lit" x=${left + active * slot} y=${top - 12} width=${slot} height=${plot + 12}/>`}
      ${axis.ticks.map((tick) => svg`<line class=${tick ? 'grid' : 'axis'} x1=${left} x2=${width - right} y1=${Math.round(y(tick * 1000)) + 0.5} y2=${Math.round(y(tick * 1000)) + 0.5}/><text class="tick" x=${left - 8} y=${y(tick * 1000) + 4} text-anchor="end">${tick.toFixed(axis.decimals)}</text>`)}
      ${axisLabels(names, per, slot, compact, open).map(({ i, text, isPresent }) => svg`<text class="tick ${isPresent ? 'strong' : ''}" x=${Math.min(Math.max(x(i), text.length * 3.4), width - text.length * 3.4)} y=${height - 8} text-anchor="middle">${text}</text>`)}
      ${KINDS.map((kind) => svg`<path class="line ${kind}" d=${path(spreads.map((one) => one[kind]), x, y)}/>${endLabel(kind, spreads, x, y)}`)}
    </g>
    ${names.map((name, i) => svg`<a class="bar ${i === active ? 'active' : ''}" href=${href(name)} draggable="false" tabindex=${i === (active ?? names.length - 1) ? 0 : -1} data-i=${i} aria-label=${sentence(bucketLong(name, per, zone), spreads[i]) + (i === open ? ', unfinished' : '')} @pointerenter=${() => page.set({ active: i })} @focus=${() => page.set({ active: i })}>
      <rect class="band" x=${left + i * slot} y=${top - 12} width=${slot} height=${plot + 12}/>
      ${KINDS.map((kind) => { const ms = spreads[i][kind]; return ms === null ? nothing : svg`<circle class="point ${kind} ${i === open ? 'is-open' : ''}" cx=${x(i)} cy=${y(ms)} r=${i === active ? 4 : slot > 14 ? 2.5 : 1.2}/>`; })}</a>`)}
  </svg>`;
}

/** @type {(kind: 'p50' | 'p95', spreads: Spread[], x: (i: number) => number, y: (ms: number) => number) => unknown} */
function endLabel(kind, spreads, x, y) {
  const i = spreads.findLastIndex((one) => one[kind] !== null);
  return i < 0 ? nothing : svg`<text class="line-name ${kind}" x=${x(i) + 8} y=${y(/** @type {number} */ (spreads[i][kind])) + 4}>${kind}</text>`;
}

/** @type {(name: string, spread: Spread) => string} */
const sentence = (name, { p50, p95 }) => (p50 === null ? `${name}: no generation states its latency` : `${name}: half of the requests within ${seconds(p50)} seconds, 95 % within ${seconds(p95)}`);

/**
 * @param {Lines} lines
 * @param {number} i
 * @param {number} requests
 */
export const lineTooltip = ({ names, per, zone, spreads }, i, requests) => html`<div class="tip" data-i=${i}><div class="tip-head">${bucketLong(names[i], per, zone)}</div>
  <table class="tip-table"><tbody>${KINDS.map((kind) => html`<tr><th scope="row">${kind === 'p50' ? 'Half within (p50)' : '95 % within (p95)'}</th><td class="num">${spreads[i][kind] === null ? '–' : `${seconds(spreads[i][kind])}\u202fs`}</td></tr>`)}</tbody></table>
  <p class="tip-foot">${requests.toLocaleString('en')} requests.<span class="on-server"> <kbd>Enter</kbd> opens them.</span></p></div>`;
