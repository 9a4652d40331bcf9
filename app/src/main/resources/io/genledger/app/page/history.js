// The history of a generation, newest first: what was asked, recorded and changed.
import { html, nothing } from './lit-html.js';
import { cut } from './name.js';
import { clock, day, dayYear } from './time.js';
import { count } from './number.js';

/** @type {Record<string, [string, string]>} the word in bold, and the words after it */
const KINDS = {
  tracked: ['Tracked', ''], requested: ['Requested', ', without a record'], quarantined: ['Quarantined', ': its document could not be recorded'], 'recorded-inline': ['Provisional', ' figures of the completion'],
  recorded: ['Recorded', ' from OpenRouter'], revised: ['Corrected', ' by OpenRouter’s record'], 'document-erased': ['Erased', ': the document of this revision'], 'document-pruned': ['Pruned', ': the document of this revision'],
  'given-up': ['Given up', ''], refused: ['Refused', ' by OpenRouter'], requeued: ['Due again', ' by retry'], 'refresh-due': ['Due', ' for a refresh'], refreshed: ['Refreshed', ''], forgotten: ['Forgotten', ''],
};

/** @type {(value: string | null) => unknown} */
const value = (value) => (value === null ? 'not stated' : html`<bdi>${cut(value).text}</bdi>`);

/**
 * @param {any} history answer of /generations/{id}/history
 * @param {string} zone
 */
export function history({ steps, at }, zone) {
  const today = day(at, zone);
  return html`<ol class="history">${[...steps].reverse().map((/** @type {any} */ step) => {
    const [word, rest] = KINDS[step.kind] ?? [step.kind, ''];
    const changes = step.changes;
    const changesSpend = changes.some((/** @type {any} */ one) => ['usage', 'upstream_inference_cost', 'is_byok'].includes(one.field));
    const date = day(step.at, zone);
    return html`<li><span class="h-rev">${step.revision ?? html`<span aria-hidden="true">·</span>`}</span><div><p><b>${word}</b>${rest} <span class="author">${date === today ? '' : `${dayYear(date)}, `}${clock(step.at, zone)}${step.kind !== 'recorded' && step.attempts ? `, ${count(step.attempts, 'request')}` : ''}</span></p>
      ${step.outcome ? html`<p class="author">${step.outcome.message || step.outcome.reason}</p>` : nothing}
      ${changes.length ? html`<table class="diff"><caption class="sr">Changed fields</caption><tbody>${changes.map((/** @type {any} */ one) => html`<tr><th scope="row"><bdi>${cut(one.field).text}</bdi></th><td class="old">${value(one.before)}</td><td class="new">${value(one.after)}</td></tr>`)}</tbody></table>${changesSpend ? nothing : html`<p class="author">The spend did not change.</p>`}` : nothing}</div></li>`;
  })}</ol>`;
}
