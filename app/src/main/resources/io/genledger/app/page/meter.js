// How much of a monthly BYOK allowance is used.
import { html, nothing, svg } from './lit-html.js';
import { exact, forDrawing, round, usd } from './amount.js';
import { icon } from './icon.js';
import { cut } from './name.js';
import { count, int } from './number.js';
import { day, dayYear, daysBetween, plusDays } from './time.js';

/** @typedef {import('./page.js').Page} Page */

const UTC = 'Etc/UTC';
const month = (/** @type {string} */ date) => new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(new Date(date + 'T00:00:00Z'));

/**
 * @param {Page} page
 * @param {any} meter one of byokAllowances of the status
 */
export function allowance(page, meter) {
  const { data } = page;
  const isMoney = meter.allowance.endsWith('USD');
  const most = meter.allowance.replace(/[A-Za-z]+$/, '');
  const text = (/** @type {string} */ value, decimals = 2) => (isMoney ? usd(value, decimals) : int(Math.floor(Number(value))));
  const share = Math.min(1, forDrawing(meter.usedShare));
  const first = day(meter.since, UTC), last = day(new Date(meter.until).getTime() - 1, UTC);
  const gone = daysBetween(first, day(meter.at, UTC)), all = daysBetween(first, last) + 1;
  const fee = data.plans.findLast((/** @type {any} */ one) => one.account === null || one.account === meter.account)?.byokFeePercent;
  const charged = data.groups.find((/** @type {any} */ one) => one.code === 'byok-fee-within-allowance');
  const isWarning = meter.usedUp || meter.endsAt !== null;
  const accounts = data.status.byokAllowances.length > 1;
  const id = `h-byok-${meter.account}-${first}`;
  return html`<section class="byok" aria-labelledby=${id}><div class="block-head"><h2 id=${id}>BYOK allowance</h2><span class="sub">${accounts ? html`<bdi>${cut(meter.account).text}</bdi>, ` : nothing}${month(first)}, UTC</span></div>
    <p class="meter-value"><span title=${isMoney ? exact(meter.used) : nothing}>${text(meter.used)}</span> <span class="author">of ${text(most, 0)}${isMoney ? ' at list price' : ' requests'}, ${hundredths(meter.usedShare)}</span></p>
    <svg class="meter" height="10" role="meter" aria-valuemin="0" aria-valuemax="100" aria-valuenow=${(share * 100).toFixed(2)} aria-label="BYOK allowance used" aria-valuetext="${text(meter.used)} of ${text(most, 0)}"><rect class="track" width="100%" height="10" rx="2"/><rect class=${isWarning ? 'fill full' : 'fill'} width="${Math.max(0.5, share * 100).toFixed(2)}%" height="10" rx="1"/></svg>
    <svg class="meter-scale" height="24" aria-hidden="true">${[0, 25, 50, 75, 100].map((at) => svg`<line class="axis" x1="${at}%" x2="${at}%" y1="0" y2="4"/>`)}<text class="tick" x="0" y="17">${text('0', 0)}</text><text class="tick" x="50%" y="17" text-anchor="middle">${text(half(most), 0)}</text><text class="tick" x="100%" y="17" text-anchor="end">${text(most, 0)}</text></svg>
    ${meter.usedUp ? html`<p class="state">${icon('warn')}<span><b>The allowance is used up.</b> OpenRouter takes its fee until ${dayYear(last)}.</span></p>` : meter.endsAt ? html`<p class="state">${icon('warn')}<span><b>At this pace it is used up on ${dayYear(day(meter.endsAt, UTC))}.</b></span></p>` : nothing}
    <p class="note">${gone} of ${all} days gone. ${fee ? `No fee is due below the allowance, ${fee} % above it. ` : ''}${meter.unknownUpstream ? `${count(meter.unknownUpstream, 'call')} of unknown upstream cost ${meter.unknownUpstream === 1 ? 'is' : 'are'} not counted. ` : ''}${charged ? html`Charged all the same: <span class="nowrap">${exact(charged.atStake)}</span> on ${count(charged.count, 'generation')} of the range, <a href="#rule-${charged.code}">${charged.code}</a>.` : nothing}</p>
    ${data.months.length && !accounts ? html`<p class="months">${data.months.map((/** @type {any} */ one) => html`<span>${month(one.month + '-01').slice(0, 3)} ${isMoney ? usd(one.byokUpstream) : int(one.requests)}</span>`)}</p>` : nothing}
  </section>`;
}

/** @param {string} amount a whole number */
const half = (amount) => String(BigInt(amount.split('.')[0]) / 2n);

/**
 * A fraction in per cent with two decimals.
 * @param {string} fraction
 */
function hundredths(fraction) {
  const [whole, digits = ''] = fraction.split('.');
  const padded = digits.padEnd(2, '0');
  return `${round(`${BigInt(whole + padded.slice(0, 2))}.${padded.slice(2) || '0'}`, 2)}\u202f%`;
}
