// The statement of one generation: what it would have cost without the cache, what each payee gets, and the spend under a double rule.
import { html, nothing } from './lit-html.js';
import { decimalsOf, exact, forDrawing, isZero, perMille } from './amount.js';
import { billOf } from './cost.js';
import { flag, unknown } from './label.js';
import { sentence } from './facts.js';
import { icon } from './icon.js';
import { cut } from './name.js';
import { int, percent, ratio } from './number.js';

/** @typedef {import('./cost.js').BillLine & { kind: string, label: string, rule: string, mark?: unknown }} Line */

/** @type {Record<string, string>} the drawing of each kind of line */
const KINDS = { 'without-cache': 'full', 'cache-saving': 'off', 'cache-surcharge': 'more', upstream: 'up', 'byok-fee': 'fee', credits: 'up' };

/**
 * @param {any} why answer of /generations/{id}/why
 * @param {boolean} small without bars and rules
 */
export function statement(why, small = false) {
  const { money } = why;
  /** @type {Line[]} */
  const lines = billOf(why).map((one) => ({ ...one, ...text(one.code, why, small), kind: KINDS[one.code] }));
  const pad = decimalsOf([money.spend, ...lines.map((one) => one.amount)]);
  const most = Math.max(0, ...[money.spend ?? '0', ...lines.flatMap((one) => [one.from, one.to])].map(forDrawing));
  const bar = (/** @type {string} */ kind, /** @type {string} */ from, /** @type {string} */ to) => {
    const [a, b] = [forDrawing(from), forDrawing(to)].map((one) => Math.max(0, (one / (most || 1)) * 100)).sort((x, y) => x - y);
    return html`<td class="wf-cell"><svg class="wf" height="16" aria-hidden="true"><line class="wf-zero" x1="0.5" x2="0.5" y1="0" y2="16"/>${b > a ? html`<svg><rect class="wf-${kind}" x="${a.toFixed(2)}%" width="${Math.max(0.6, b - a).toFixed(2)}%" y="2" height="12"/></svg>` : nothing}</svg></td>`;
  };
  const head = (/** @type {string} */ label, /** @type {string} */ rule, /** @type {unknown} */ mark) => html`<th scope="row"><span class="st-label">${label}${mark}</span>${small || !rule ? nothing : html`<span class="rule-text">${rule}</span>`}</th>`;
  return html`<table class="statement ${small ? 'small' : ''}"><caption class="sr">The money of this generation, line by line</caption>
    <tbody>${lines.map((one, i) => html`<tr class="st-${one.kind} ${i && one.from === '0' && one.kind !== 'full' ? 'group' : ''}">${head(one.label, one.rule, one.mark ?? nothing)}${small ? nothing : bar(one.kind, one.from, one.to)}<td class="num ${isZero(one.amount) ? 'faint' : ''}">${exact(one.amount, pad)}</td></tr>`)}</tbody>
    <tfoot><tr>${head('Spend', sumRule(why), nothing)}${small ? nothing : bar('sum', '0', money.spend ?? '0')}<td class="num">${money.spend === null ? unknown : html`<span class="double">${exact(money.spend, pad)}</span>`}</td></tr></tfoot></table>
    ${small && why.zeroReason ? html`<p class="after">${sentence(why.zeroReason.sentence)}.</p>` : nothing}`;
}

/** @param {any} why */
function sumRule({ money, zeroReason }) {
  if (money.spendUnknown) return `${sentence(money.spendUnknown.sentence)}.`;
  const rule = money.byok ? 'usage + upstream_inference_cost, because is_byok is true.' : 'usage: what was taken from your OpenRouter credits.';
  return zeroReason ? `${rule} ${sentence(zeroReason.sentence)}.` : rule;
}

/**
 * The label of a line, and its rule with the fields of the record.
 * @param {string} code
 * @param {any} why
 * @param {boolean} small
 * @returns {{ label: string, rule: string, mark?: unknown }}
 */
function text(code, { money, cache, promptTokens, provider, findings }, small) {
  const sum = money.byok ? 'usage + upstream_inference_cost' : 'usage';
  switch (code) {
    case 'without-cache':
      return { label: small ? 'Without the cache' : 'Price without the cache', rule: `${sum} + cache_discount: what these tokens cost if none came from the cache.` };
    case 'cache-saving':
      return { label: small ? 'Saved by the cache' : 'Saved by the prompt cache', rule: cache.tokensRead === null ? 'cache_discount.' : `cache_discount: ${int(cache.tokensRead)} of ${int(promptTokens)} prompt tokens (${ratio(cache.hitRate)}) were read from the cache.` };
    case 'cache-surcharge':
      return { label: small ? 'Writing to the cache' : 'Extra for writing to the cache', rule: 'cache_discount is negative: caching made this generation dearer.' };
    case 'upstream':
      return { label: small ? 'Upstream, your own key' : `Billed to your own key${provider ? ` by ${cut(provider).text}` : ''}`, rule: 'upstream_inference_cost, because is_byok is true. OpenRouter’s estimate at list price, not the provider’s bill.', mark: flag('estimate') };
    case 'byok-fee': {
      const share = money.byokUpstream === null ? null : perMille(money.byokFee, money.byokUpstream);
      const isAbove = !small && findings.some((/** @type {any} */ one) => one.code === 'byok-fee-above-plan');
      return { label: small ? 'BYOK fee, from credits' : 'OpenRouter’s BYOK fee, from your credits', rule: `usage: for BYOK it is the fee alone${share === null ? '' : `, here ${percent(share)} of the upstream cost`}.`, mark: isAbove ? html`<span class="flag finding">${icon('warn')}above the plan</span>` : nothing };
    }
    default:
      return { label: small ? 'From credits' : 'Taken from your credits', rule: 'usage: what was taken from your OpenRouter credits.' };
  }
}
