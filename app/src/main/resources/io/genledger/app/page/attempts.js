// The attempts at providers as a timeline, and tokens by kind.
import { html, nothing, svg } from './lit-html.js';
import { barOf } from './cost.js';
import { flag, middle } from './label.js';
import { icon } from './icon.js';
import { int, percent } from './number.js';
import { tokenBar } from './spark.js';

/** @typedef {{ provider: string | null, status: number | null, latencyMs: number | null, byok: boolean | null }} Attempt */

/** @type {Record<number, string>} */
const STATUS = { 200: 'answered', 400: 'bad request', 401: 'key refused', 402: 'no credit', 403: 'forbidden', 404: 'not found', 408: 'timed out', 413: 'too large', 429: 'too many requests', 499: 'cancelled by the client', 500: 'failed', 502: 'bad gateway', 503: 'unavailable', 504: 'timed out', 529: 'overloaded' };

/**
 * @param {Attempt[]} list
 * @param {boolean} small without the timeline
 */
export function attempts(list, small = false) {
  const total = list.reduce((sum, one) => sum + (one.latencyMs ?? 0), 0);
  let at = 0;
  return html`<ol class="attempts ${small ? 'small' : ''}">${list.map(({ provider, status, latencyMs, byok }, i) => {
    const begin = at;
    at += latencyMs ?? 0;
    const isGood = status !== null && status < 300;
    const share = (/** @type {number} */ ms) => `${((ms / (total || 1)) * 100).toFixed(2)}%`;
    return html`<li><span class="at-who"><b>${i + 1}</b> ${provider === null ? html`<span class="faint">not stated</span>` : middle(provider, 6)}${byok ? flag('byok') : nothing}</span><span class="at-status ${isGood ? 'ok' : 'bad'}">${status === null ? html`<span class="faint">status not stated</span>` : html`${icon(isGood ? 'ok' : 'close')}${status} ${STATUS[status] ?? (isGood ? 'answered' : 'failed')}`}</span>
      <span class="num at-ms">${latencyMs === null ? '–' : `${int(latencyMs)}\u202fms`}</span>${small || total === 0 ? nothing : html`<svg class="at-bar" height="8" aria-hidden="true"><rect class="track" width="100%" height="8" rx="1"/>${latencyMs ? svg`<rect class=${isGood ? 'at-ok' : 'at-bad'} x=${share(begin)} width=${share(latencyMs)} height="8" rx="1"/>` : nothing}</svg>`}</li>`;
  })}</ol>`;
}

/**
 * @param {NonNullable<ReturnType<typeof import('./cost.js').tokensOf>>} tokens
 * @param {boolean} small
 */
export function tokenTable(tokens, small = false) {
  const { prompt, completion, reasoning, cached } = tokens;
  const isWithin = (reasoning ?? 0) <= completion;   // else another counter counted the reasoning tokens (OPENROUTER.md §6)
  const bar = barOf(tokens);
  const total = bar.prompt + bar.completion;
  /** @type {[string, string, number][]} */
  const rows = [];
  if (!cached) rows.push(['fresh', 'Prompt', prompt]);
  else rows.push(['cached', 'Prompt, cached', cached], ['fresh', 'Prompt, fresh', prompt - bar.cached]);
  if (reasoning) rows.push(['reasoning', isWithin ? 'Reasoning' : 'Reasoning, counted apart', reasoning]);
  rows.push(['answer', 'Answer', bar.completion - bar.reasoning]);
  const id = small ? 'hatch-panel' : 'hatch-tokens';
  return html`${total ? tokenBar(bar, small ? 14 : 22, id) : nothing}
    <table class="tk-table ${small ? 'small' : ''}"><caption class="sr">Tokens by kind</caption><tbody>${rows.map(([kind, label, n]) => html`<tr><th scope="row"><svg class="swatch tokens-key" width="12" height="12" aria-hidden="true"><rect class="tk-${kind}" width="12" height="12" rx="2"/>${kind === 'cached' || kind === 'reasoning' ? svg`<rect fill="url(#${id})" width="12" height="12" rx="2"/>` : nothing}</svg>${label}</th><td class="num">${int(n)}</td><td class="num">${percent(total ? Math.round((n / total) * 1000) : null)}</td></tr>`)}</tbody></table>`;
}
