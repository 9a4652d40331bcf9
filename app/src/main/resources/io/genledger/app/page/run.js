// The run of a generation as a tree: its session, the requests in it, and their generations, with own and inclusive cost.
import { html, nothing, svg } from './lit-html.js';
import { decimalsOf, exact, forDrawing, isZero, usd } from './amount.js';
import { format } from './address.js';
import { nodesOf, rowFlags } from './cost.js';
import { atLeast, flag, middle, modelName, money, swatch } from './label.js';
import { count } from './number.js';

/** @typedef {import('./page.js').Page} Page */

const SHOWN = 60;

/**
 * @param {Page} page
 * @param {any} run
 */
export function runTree(page, run) {
  const all = nodesOf(run);
  const here = all.findIndex((node) => node.row !== null && node.id === page.state.id);
  const first = page.ui.wholeRun ? 0 : Math.max(0, Math.min(here - SHOWN / 2, all.length - SHOWN));
  const nodes = page.ui.wholeRun || all.length <= SHOWN ? all : [...all.slice(0, 1), ...all.slice(Math.max(1, first), first + SHOWN)];
  const pad = decimalsOf(nodes.flatMap((node) => [node.own, node.inclusive]));
  const most = Math.max(...all.map((node) => forDrawing(node.inclusive)));
  const amount = (/** @type {import('./amount.js').Amount} */ value) => ((page.compact || pad > 12) && value != null ? html`<span class="amount ${isZero(value) ? 'zero' : ''}" title=${exact(value)}>${isZero(value) ? '$0' : usd(value, 4)}</span>` : money(value, { head: 4, pad }));
  const bar = (/** @type {string} */ kind, /** @type {string} */ value) => svg`<rect class=${kind} height="8" width="${Math.max(0, (forDrawing(value) / (most || 1)) * 100).toFixed(2)}%"/>`;
  return html`<table class="grid run ${pad > 8 && pad <= 12 ? 'long' : ''}" role="treegrid" aria-label="The run"><thead><tr><th scope="col" class="text">Run</th><th scope="col" class="num">Own</th><th scope="col" class="num">Inclusive</th><th scope="col" class="text c-bar"><span class="sr">Inclusive as a bar</span></th></tr></thead>
    <tbody>${nodes.map(({ kind, level, id, row, own, inclusive, more, size }) => {
      const isHere = row !== null && id === page.state.id;
      return html`<tr class=${isHere ? 'selected' : ''} aria-level=${level + 1} aria-current=${isHere ? 'true' : nothing}><th scope="row"><span class="tree l${level}">${row ? generation(page, row, isHere) : html`${kind === 'session' ? 'Session' : 'Request'} <b>${middle(id)}</b>${size > 1 ? html` <span class="author note">${count(size, 'generation')}</span>` : nothing}`}</span></th>
        <td class="num">${own === undefined ? html`<span class="faint">–</span>` : amount(own)}</td><td class="num">${more ? atLeast(more) : nothing}${amount(inclusive)}</td><td class="c-bar"><svg class="share" height="8" aria-hidden="true"><rect class="track" width="100%" height="8"/>${inclusive ? bar('inc', inclusive) : nothing}${own ? bar('own', own) : nothing}</svg></td></tr>`;
    })}</tbody></table>
    ${nodes.length < all.length ? html`<button type="button" class="quiet" @click=${() => page.set({ wholeRun: true })}>Show all ${count(run.generations, 'generation')}</button>` : nothing}`;
}

/**
 * @param {Page} page
 * @param {any} row
 * @param {boolean} isHere
 */
function generation(page, row, isHere) {
  const name = html`${swatch(page.data.slot(row.model))}${row.model ? modelName(row.model) : html`<span class="faint">model not stated</span>`}`;
  return html`${isHere ? name : html`<a class="tree" href=${format({ ...page.state, id: row.id })}>${name}</a>`}${rowFlags(row).map((one) => flag(one))}${isHere ? html`<span class="here">this one</span>` : nothing}`;
}
