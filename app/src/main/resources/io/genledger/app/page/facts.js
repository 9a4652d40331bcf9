// What the side panel and the page of one generation share: its data, its flags, its findings.
import { html, nothing } from './lit-html.js';
import { exact, isZero } from './amount.js';
import { Failure, get } from './api.js';
import { colours } from './colour.js';
import { flagsOf, weighty } from './cost.js';
import { icon } from './icon.js';
import { flag } from './label.js';
import { cut } from './name.js';
import { int } from './number.js';

/** @typedef {{ id: string, record: any, why: any }} One a generation as /generations/{id} and its /why answer */

/**
 * @param {string} id
 * @param {AbortSignal} signal
 * @returns {Promise<One | { id: string, absent: string }>} `absent` is why the ledger has no record of it
 */
export async function readOne(id, signal) {
  const path = `generations/${encodeURIComponent(id)}`;
  try {
    const [record, why] = await Promise.all([get(path, undefined, signal), get(`${path}/why`, undefined, signal)]);
    return { id, record, why };
  } catch (failure) {
    if (failure instanceof Failure && (failure.status === 404 || failure.status === 400)) return { id, absent: failure.message };
    throw failure;
  }
}

/**
 * The colours of models.
 * @param {AbortSignal} signal
 */
export const modelColours = async (signal) => colours('model', (await get('colours', new URLSearchParams({ dimension: 'model' }), signal)).slots, []);

/** @param {One} one */
export const flags = ({ record }) => flagsOf(record).map((name) => flag(name, name === 'finding' ? weighty(record.findings).map((/** @type {any} */ one) => one.code).join(', ') : undefined));

/**
 * Each finding as a sentence with the money it puts in question.
 * @param {any[]} findings
 * @param {(code: string) => unknown} [rule] a link to the rule
 */
export const callouts = (findings, rule = () => nothing) => findings.map((one) => html`<div class="callout ${one.severity}">${icon(one.severity === 'error' ? 'error' : one.severity === 'warning' ? 'warn' : 'info')}<p><b>${one.code}.</b> ${sentence(one.sentence)}: ${evidence(one.evidence)}. ${one.atStake === null ? html`The money in question is <span class="unknown">unknown</span>.` : isZero(one.atStake) ? nothing : html`In question: <b class="nowrap">${exact(one.atStake)}</b>.`} ${rule(one.code)}</p></div>`);

/**
 * A sentence of the API with a capital, unless it begins with the name of a field.
 * @param {string} text
 */
export const sentence = (text) => (/^\w*_/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1));

/**
 * Errors and warnings for the header.
 * @param {{ severity: string, count: number }[]} groups of /findings
 */
export function counted(groups) {
  const [errors, warnings, notes] = ['error', 'warning', 'info'].map((name) => groups.filter((one) => one.severity === name).reduce((sum, one) => sum + one.count, 0));
  return { weighty: errors + warnings, notes, words: `${int(errors)} ${errors === 1 ? 'error' : 'errors'}, ${int(warnings)} ${warnings === 1 ? 'warning' : 'warnings'}` };
}

/** @param {Record<string, unknown>} fields */
const evidence = (fields) => Object.entries(fields).map(([name, value], i) => html`${i ? ', ' : ''}<span class="mono">${name}</span> ${value === null ? 'not stated' : html`<bdi>${cut(typeof value === 'object' ? JSON.stringify(value) : String(value)).text.slice(0, 120)}</bdi>`}`);
