// The findings of the range by rule, with the money that they put in question.
import { html, nothing, svg } from './lit-html.js';
import { add, decimalsOf, exact, isZero, usd } from './amount.js';
import { link } from './address.js';
import { csv, save } from './csv.js';
import { sentence } from './facts.js';
import { atLeast, money, severity, unknown } from './label.js';
import { int } from './number.js';
import { dayShort, daysBetween, day, full, plusDays } from './time.js';

/** Rules that the account's plan decides when it is asked: no generation is found by them. */
export const OF_PLANS = ['byok-fee-above-plan', 'byok-fee-within-allowance'];

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./health-data.js').Health} Health */
/** @typedef {import('./health-data.js').Group} Group */

/** @param {Page} page */
export function findings(page) {
  /** @type {Health} */
  const data = page.data;
  const pad = decimalsOf(data.groups.map((one) => one.atStake));
  const amount = (/** @type {string} */ value) => (page.compact ? html`<span class="amount" title=${exact(value)}>${usd(value, 4)}</span>` : money(value, { head: 4, pad: Math.max(4, pad) }));
  const count = (/** @type {Group[]} */ some) => some.reduce((sum, one) => sum + one.count, 0);
  const sum = (/** @type {Group[]} */ some) => at({ atStake: add(...some.map((one) => one.atStake)), atStakeUnknown: some.reduce((n, one) => n + one.atStakeUnknown, 0) }, amount);
  const weighty = data.groups.filter((one) => one.severity !== 'info');
  const names = daysOf(data, page.now());
  return html`<table class="grid finds"><caption class="sr">Findings by rule</caption><thead><tr><th scope="col" class="text">Rule</th><th scope="col" class="num">Count</th><th scope="col" class="text when-col">${int(names.length)} ${names.length === 1 ? 'day' : 'days'}, last seen</th><th scope="col" class="num">Money in question</th></tr></thead>
    ${['error', 'warning', 'info'].map((name) => {
      const group = data.groups.filter((one) => one.severity === name);
      return group.length ? html`<tbody class=${name}><tr class="group-head"><th scope="rowgroup">${severity(name)}</th><td class="num">${int(count(group))}</td><td class="when-col"></td><td class="num">${name === 'info' ? nothing : sum(group)}</td></tr>
        ${group.map((one) => html`<tr id="rule-${one.code}" class=${page.state.focus === one.code ? 'selected' : ''}><th scope="row"><a class="code" href=${behind(page, one)} title="The generations behind it">${one.code}</a><span class="rule-text">${sentence(one.sentence)}.</span></th><td class="num">${int(one.count)}</td><td class="when-col">${when(one, names, page.zone)}</td><td class="num">${at(one, amount)}</td></tr>`)}</tbody>` : nothing;
    })}
    <tfoot><tr><th scope="row">Errors and warnings</th><td class="num">${int(count(weighty))}</td><td class="when-col"></td><td class="num">${sum(weighty)}</td></tr></tfoot></table>`;
}

/**
 * @param {Pick<Group, 'atStake' | 'atStakeUnknown'>} one
 * @param {(value: string) => unknown} amount
 */
function at({ atStake, atStakeUnknown }, amount) {
  if (atStake === null || (atStakeUnknown && isZero(atStake))) return unknown;
  return isZero(atStake) ? html`<span class="faint" title="This rule puts no money in question">none</span>` : html`${atLeast(atStakeUnknown, 'money in question')}${amount(atStake)}`;
}

/**
 * The generations behind a rule; its earliest example if no filter finds them.
 * @param {Page} page
 * @param {Group} group
 */
const behind = ({ state }, { code, examples }) => (OF_PLANS.includes(code) ? link(state, '/generation', { id: examples[0] }) : link(state, '/generations', { filters: [{ dim: 'finding', op: 'is', value: code }] }));

/** The last 28 days of the range, in UTC as the ledger counts findings. @type {(data: Health, now: number) => string[]} */
function daysOf({ range }, now) {
  const last = day(Math.min(new Date(range.until).getTime() - 1, now), 'UTC');
  const n = Math.min(28, daysBetween(day(range.since, 'UTC'), last) + 1);
  return Array.from({ length: n }, (_, i) => plusDays(last, i - n + 1));
}

/** @type {(group: Group, names: string[], zone: string) => unknown} */
function when({ days, last }, names, zone) {
  const counts = names.map((name) => days.find((one) => one.day === name)?.count ?? 0);
  const most = Math.max(1, ...counts);
  return html`<span class="when"><svg class="when-bars" width="84" height="18" role="img" aria-label="Per day in UTC: ${counts.join(', ')}"><line class="axis" x1="0" x2="84" y1="17.5" y2="17.5"/>${counts.map((n, i) => (n ? svg`<rect class="inc" x=${i * 3} width="2" height=${2 + (n / most) * 14} y=${15 - (n / most) * 14}/>` : nothing))}</svg><span class="author"><time title=${full(last, zone)}>${dayShort(day(last, zone))}</time></span></span>`;
}

/** @param {Health} data */
export const saveFindings = ({ groups }) => save('genledger-findings.csv', csv([['code', 'severity', 'sentence', 'count', 'first', 'last', 'at-stake', 'at-stake-unknown'], ...groups.map((one) => [one.code, one.severity, one.sentence, one.count, one.first, one.last, one.atStake, one.atStakeUnknown])]));
