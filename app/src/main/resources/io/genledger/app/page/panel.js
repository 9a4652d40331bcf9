// The side panel of the list: the selected generation in short.
import { html, nothing } from './lit-html.js';
import { link } from './address.js';
import { attempts, tokenTable } from './attempts.js';
import { tokensOf, weighty } from './cost.js';
import { callouts, flags } from './facts.js';
import { icon } from './icon.js';
import { copyButton, middle, modelName, money, swatch } from './label.js';
import { int } from './number.js';
import { statement } from './statement.js';
import { clockMs, day, dayYear } from './time.js';

/** @param {import('./page.js').Page} page */
export function panel(page) {
  const { data, state, zone } = page;
  const { one } = data;
  const head = html`<div class="panel-head"><span class="idline">${middle(one.id, 8)}${copyButton(one.id, 'Copy the id')}</span>
      <span class="panel-tools"><a class="quiet square" href=${link(state, '/generation', { id: one.id, sort: state.sort })} aria-label="Open in full" title="Open in full (Enter)">${icon('open')}</a><button type="button" class="quiet square" aria-label="Close" title="Close (Esc)" @click=${() => page.go({ id: '' })}>${icon('close')}</button></span></div>`;
  if ('absent' in one) return html`<aside class="panel" aria-label="Generation">${head}<p class="panel-sub">${one.absent}</p></aside>`;
  const { record, why } = one;
  const { stated, attempts: tried } = record;
  const tokens = tokensOf(stated);
  const failed = why.timing.failedAttempts;
  return html`<aside class="panel" aria-label="Generation ${one.id}">${head}
    <div class="panel-value">${money(record.money.spend, { head: 4 })}</div>
    <p class="panel-sub">${stated.model ? html`${swatch(data.slot(stated.model))}${modelName(stated.model)}` : html`<span class="faint">model not stated</span>`}${stated.provider_name ? html` <span class="author at">at ${middle(stated.provider_name, 6)}</span>` : nothing}</p>
    <p class="flags">${flags(one)}</p>
    ${statement(why, true)}
    ${callouts(weighty(record.findings))}
    ${tokens ? html`<h2>Tokens <span class="author">${int(tokens.prompt + tokens.completion)}</span></h2>${tokenTable(tokens, true)}` : nothing}
    ${tried.length ? html`<h2>Attempts <span class="author">${int(tried.length)}${failed ? `, ${int(failed)} failed` : ''}</span></h2>${attempts(tried, true)}` : nothing}
    <dl class="facts"><dt>Created</dt><dd>${dayYear(day(record.createdAt, zone))}, ${clockMs(record.createdAt, zone)}</dd>${stated.external_user ? html`<dt>User</dt><dd>${middle(stated.external_user)}</dd>` : nothing}${stated.session_id || stated.request_id ? html`<dt>Run</dt><dd><a href=${link(state, '/generation', { id: one.id, sort: state.sort })}>${middle(stated.session_id ?? stated.request_id)}</a></dd>` : nothing}<dt>Revision</dt><dd>${record.revision}${record.inline ? ', of the completion' : ''}</dd></dl>
  </aside>`;
}
