// The run of a generation as a tree: its session, the requests in it, and their generations, with own and inclusive cost.
import { html, nothing, svg } from './lit-html.js';
import { add, decimalsOf, exact, forDrawing, isZero, usd } from './amount.js';
import { format } from './address.js';
import { atLeast, flag, middle, modelName, money, swatch } from './label.js';
import { count } from './number.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {{ level: number, row: any, name: unknown, own: string | null | undefined, inclusive: string | null, more: number, note: string }} Node `more` is the number of generations below whose spend is not in `inclusive` */

const SHOWN = 60;

/**
 * @param {any} run answer of /run
 * @returns {Node[]}
 */
export function nodesOf(run) {
  const isSession = run.kinds.includes('session');
  /** @type {Map<string, any[]>} */
  const requests = new Map();
  for (const row of run.rows) {
    const key = row.request ?? '';
    requests.set(key, [...(requests.get(key) ?? []), row]);
  }
  /** @type {Node[]} */
  const nodes = [];
  if (isSession) nodes.push({ ...sums(run.rows), level: 0, name: html`Session <b>${middle(run.run)}</b>`, note: count(run.generations, 'generation') });
  for (const [request, rows] of requests) {
    const level = isSession ? 1 : 0;
    if (request) nodes.push({ ...sums(rows), level, name: html`Request <b>${middle(request)}</b>`, note: rows.length > 1 ? count(rows.length, 'generation') : '' });
    for (const row of rows) nodes.push({ level: level + (request ? 1 : 0), row, name: null, own: row.spend, inclusive: row.spend, more: 0, note: '' });
  }
  return nodes;
}

/**
 * The inclusive sum of generations; provisional amounts may include those of others and are in no sum.
 * @param {any[]} rows
 */
function sums(rows) {
  const sure = rows.filter((row) => row.spend !== null && !row.mayIncludeWorkers);
  return { row: null, own: undefined, inclusive: add(...sure.map((row) => row.spend)), more: rows.length - sure.length };
}

/**
 * @param {Page} page
 * @param {any} run
 */
export function runTree(page, run) {
  const all = nodesOf(run);
  const here = all.findIndex((node) => node.row?.id === page.state.id);
  const first = page.ui.wholeRun ? 0 : Math.max(0, Math.min(here - SHOWN / 2, all.length - SHOWN));
  const nodes = page.ui.wholeRun || all.length <= SHOWN ? all : [...all.slice(0, 1), ...all.slice(Math.max(1, first), first + SHOWN)];
  const pad = decimalsOf(nodes.flatMap((node) => [node.own, node.inclusive]));
  const most = Math.max(...all.map((node) => forDrawing(node.inclusive)));
  const amount = (/** @type {import('./amount.js').Amount} */ value) => (page.compact && value != null ? html`<span class="amount ${isZero(value) ? 'zero' : ''}" title=${exact(value)}>${isZero(value) ? '$0' : usd(value, 4)}</span>` : money(value, { head: 4, pad }));
  const bar = (/** @type {string} */ kind, /** @type {string} */ value) => svg`<rect class=${kind} height="8" width="${Math.max(0, (forDrawing(value) / (most || 1)) * 100).toFixed(2)}%"/>`;
  return html`<table class="grid run" role="treegrid" aria-label="The run"><thead><tr><th scope="col" class="text">Run</th><th scope="col" class="num">Own</th><th scope="col" class="num">Inclusive</th><th scope="col" class="text c-bar"><span class="sr">Inclusive as a bar</span></th></tr></thead>
    <tbody>${nodes.map(({ level, row, name, own, inclusive, more, note }) => {
      const isHere = row !== null && row.id === page.state.id;
      return html`<tr class=${isHere ? 'selected' : ''} aria-level=${level + 1} aria-current=${isHere ? 'true' : nothing}><th scope="row"><span class="tree l${level}">${row ? generation(page, row, isHere) : name}${note ? html` <span class="author note">${note}</span>` : nothing}</span></th>
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
  const flags = [row.cancelled === 'true' && 'cancelled', row.byok === 'true' && 'byok', row.trust === 'provisional' && 'provisional'].filter((one) => typeof one === 'string');
  const name = html`${swatch(page.data.slot(row.model))}${row.model ? modelName(row.model) : html`<span class="faint">model not stated</span>`}`;
  return html`${isHere ? name : html`<a class="tree" href=${format({ ...page.state, id: row.id })}>${name}</a>`}${flags.map((one) => flag(one))}${isHere ? html`<span class="here">this one</span>` : nothing}`;
}
