// Health: what the rules found, what waits in the queue, how much of the BYOK allowance is used, and whether the server works.
import { html, nothing } from './lit-html.js';
import { checks } from './checks.js';
import { findings, saveFindings } from './findings.js';
import { allowance } from './meter.js';
import { load } from './health-data.js';
import { int } from './number.js';
import { printLine } from './print.js';
import { queue } from './queue.js';

/** @typedef {import('./page.js').Page} Page */

/** @type {import('./page.js').Screen} */
export const health = {
  path: '/health',
  title: 'Health',
  isPage: true,
  controls: { range: true, filters: false },
  load,
  view,
  drawn({ state, ui }) {
    if (!state.focus || ui.focused === state.focus) return;
    ui.focused = state.focus;
    document.getElementById('rule-' + state.focus)?.scrollIntoView({ block: 'center' });
  },
};

/** @param {Page} page */
function view(page) {
  /** @type {import('./health-data.js').Health} */
  const data = page.data;
  return html`${printLine(page)}<div class="health"><section class="findings" aria-labelledby="h-find">
      <div class="block-head"><h1 id="h-find">Findings</h1><span class="sub">by rule, over ${int(data.generations)} ${data.generations === 1 ? 'generation' : 'generations'}: ${data.findings.words}, ${int(data.findings.notes)} ${data.findings.notes === 1 ? 'note' : 'notes'}</span><span class="tools"><button type="button" class="quiet" @click=${() => saveFindings(data)}>CSV</button></span></div>
      ${data.groups.length ? findings(page) : html`<p class="state good">No rule found anything in this range.</p>`}
    </section>
    <div class="ops">${queue(page)}${data.status.byokAllowances.length ? data.status.byokAllowances.map((/** @type {any} */ one) => allowance(page, one)) : nothing}${checks(page)}</div></div>`;
}
