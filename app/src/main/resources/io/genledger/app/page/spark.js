// Small drawings beside figures: a trend, a share, tokens by kind.
import { html, nothing, svg } from './lit-html.js';

/** @typedef {{ prompt: number, completion: number, cached: number, reasoning: number }} Tokens */

/** @param {Tokens} tokens */
const spoken = ({ prompt, completion, cached, reasoning }) => `Tokens: ${cached} cached and ${prompt - cached} fresh prompt, ${reasoning} reasoning and ${completion - reasoning} answer`;

/**
 * This range as a line, its last piece dotted where it is unfinished, and the range before faint.
 * @param {number[]} now
 * @param {number[]} before
 * @param {boolean} isOpen whether the last bucket is unfinished
 * @param {string} label a sentence
 */
export function trend(now, before, isOpen, label) {
  if (now.length < 2 || ![...now, ...before].some((v) => v !== 0)) return nothing;
  const width = 100, height = 26;
  const top = Math.max(...now, ...before, 0), bottom = Math.min(...now, ...before, 0);
  const points = (/** @type {number[]} */ values) => values.map((v, i) => `${((i / Math.max(1, values.length - 1)) * width).toFixed(1)},${(height - 2 - ((v - bottom) / (top - bottom || 1)) * (height - 4)).toFixed(1)}`);
  const line = points(now);
  return html`<svg class="spark" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label=${label}>
    <polyline class="spark-before" points=${points(before).join(' ')}/><polyline class="spark-now" points=${(isOpen ? line.slice(0, -1) : line).join(' ')}/>${isOpen ? svg`<polyline class="spark-open" points=${line.slice(-2).join(' ')}/>` : nothing}</svg>`;
}

/**
 * A share in the entity's colour, on a track.
 * @param {number} slot
 * @param {number | null} perMille
 */
export const shareBar = (slot, perMille) => html`<svg class="share" height="8" aria-hidden="true"><rect class="track" width="100%" height="8" rx="1"/><rect class="c${slot}" width="${Math.max(0, Math.min(100, (perMille ?? 0) / 10)).toFixed(1)}%" height="8" rx="1"/></svg>`;

/**
 * Tokens as one bar: cached and fresh prompt, reasoning and answer. Hatching marks the cached and the reasoning ones.
 * @param {Tokens} tokens
 * @param {number} height
 * @param {string} id of the hatching
 */
export function tokenBar(tokens, height, id) {
  const { prompt, completion, cached, reasoning } = tokens, total = prompt + completion;
  /** @type {[string, number][]} */
  const kinds = [['cached', cached], ['fresh', prompt - cached], ['reasoning', reasoning], ['answer', completion - reasoning]];
  let at = 0;
  return html`<svg class="tokens" height=${height} role="img" aria-label=${spoken(tokens)}>
    <defs><pattern id=${id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-line" width="1.6" height="5"/></pattern></defs>
    ${kinds.filter(([, n]) => n > 0).map(([kind, n]) => {
      const x = (at / total) * 100, width = Math.max(0.3, (n / total) * 100 - 0.15);
      at += n;
      const place = (/** @type {string} */ fill) => svg`<rect class="tk-${kind}" fill=${fill || nothing} x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height=${height}/>`;
      return kind === 'cached' || kind === 'reasoning' ? svg`${place('')}<rect fill="url(#${id})" x="${x.toFixed(3)}%" width="${width.toFixed(3)}%" height=${height}/>` : place('');
    })}</svg>`;
}

/**
 * The same bar as one element, which the style fills, for lists.
 * @param {Tokens} tokens
 */
export function tokenStrip(tokens) {
  const { prompt, completion, cached, reasoning } = tokens;
  const percent = (/** @type {number} */ n) => `${((n / (prompt + completion)) * 100).toFixed(1)}%`;
  return html`<span class="strip" role="img" aria-label=${spoken(tokens)} .style=${`--cached:${percent(cached)};--prompt:${percent(prompt)};--thought:${percent(prompt + reasoning)}`}></span>`;
}
