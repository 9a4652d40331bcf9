// The figures of the overview: spend, requests, tokens, cache saving, and how far to trust them.
import { html, nothing } from './lit-html.js';
import { change, exact, forDrawing, usd } from './amount.js';
import { behind, link } from './address.js';
import { icon } from './icon.js';
import { atLeast, exactTitle, money } from './label.js';
import { duration, int, short } from './number.js';
import { withFindings } from './overview-slow.js';
import { trend } from './spark.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./overview-data.js').Overview} Overview */
/** @typedef {import('./overview-data.js').Figures} Figures */
/** @typedef {import('./amount.js').Amount} Amount */

/** @param {Page} page */
export function figures(page) {
  /** @type {Overview} */
  const data = page.data;
  const { totals, before } = data;
  const href = behind(page.state);
  return html`<section class="tiles" aria-label="Figures of the range">
    ${tile(page, { name: 'Spend', href, isHero: true, value: html`${totals.spend == null ? nothing : atLeast(totals.unknownSpend)}${money(totals.spend)}`, title: null, now: totals.spend, was: before?.spend, text: usd, of: (one) => forDrawing(one.spend) })}
    ${tile(page, { name: 'Requests', href, value: int(totals.requests), title: null, now: String(totals.requests), was: counted(before?.requests), text: (n) => int(Number(n)), of: (one) => one.requests })}
    ${tile(page, { name: 'Tokens', href, value: (page.state.exact && !page.compact ? int : short)(totals.tokens), title: `${int(totals.tokens)} tokens`, now: counted(totals.tokens), was: counted(before?.tokens), text: (n) => short(Number(n)), of: (one) => one.tokens ?? 0 })}
    ${tile(page, { name: 'Cache saving', href, value: html`${atLeast(totals.unknownCacheSaving, 'cache saving')}${totals.cacheSaving == null || (page.state.exact && page.width >= 700) ? money(totals.cacheSaving) : usd(totals.cacheSaving)}`, title: exactTitle(totals.cacheSaving), now: totals.cacheSaving, was: before?.cacheSaving, text: usd, of: (one) => forDrawing(one.cacheSaving) })}
    <div class="trust" role="group" aria-label="How far to trust these figures">${trust(page, data)}</div>
  </section>`;
}

/** @param {number | null | undefined} n */
const counted = (n) => (n == null ? null : String(n));

/**
 * @param {Page} page
 * @param {{ name: string, href: string, isHero?: boolean, value: unknown, title: string | null, now: Amount, was: Amount, text: (was: string) => string, of: (figures: Figures) => number }} figure
 */
function tile(page, { name, href, isHero, value, title, now, was, text, of }) {
  /** @type {Overview} */
  const data = page.data;
  const series = (/** @type {(Figures | null)[]} */ all) => all.map((one) => (one ? of(one) : 0));
  const moved = change(now, was);
  const past = data.bucketsBefore.filter((one) => one !== null);
  const words = `Trend of ${name.toLowerCase()} per ${data.per}${moved ? `, ${moved.up ? 'up' : 'down'} ${moved.text}` : ''}`;
  return html`<a class="tile ${isHero ? 'hero' : ''}" href=${href}><span class="label">${name}</span>
    <span class="value" title=${title ?? nothing}>${value}</span>
    <span class="delta">${moved && moved.text !== '0.0\u202f%' ? html`<span class="arrow" aria-hidden="true">${moved.up ? '▲' : '▼'}</span><span class="sr">${moved.up ? 'up' : 'down'} </span>${moved.text}` : nothing}${data.before ? html`<span class="was"> was ${was == null ? 'unknown' : text(was)}</span>` : nothing}</span>
    ${trend(series(data.buckets.slice(0, data.open < 0 ? undefined : data.open + 1)), series(past), data.open >= 0, words)}</a>`;
}

/**
 * @param {Page} page
 * @param {Overview} data
 */
function trust(page, { totals, before, missing, provisionalSpend, findings, selected }) {
  const { state, ledger } = page;
  const was = (/** @type {number | null | undefined} */ n) => (n == null ? '' : `, was\u00a0${int(n)}`);
  const trusted = (/** @type {string} */ value) => behind(state, { filters: [...state.filters.filter((one) => one.dim !== 'trust'), { dim: 'trust', op: 'is', value }] });
  const oldest = ledger?.pending.oldest ? duration(page.now() - new Date(ledger.pending.oldest).getTime()) : null;
  const lacking = state.lake && 'not in the lake';
  const uncounted = lacking || (page.isFile ? 'not counted as of an earlier time' : 'being counted');
  return html`
    ${small('Unknown', trusted('unknown'), null, int(totals.unknownSpend), `spend not stated${was(before?.unknownSpend)}`)}
    ${small('Provisional', trusted('provisional'), null, int(totals.provisional), html`${totals.provisional && provisionalSpend ? html`<span title=${exact(provisionalSpend)}>${usd(provisionalSpend)}</span> of the sum` : 'of the generations'}${was(before?.provisional)}`)}
    ${state.filters.length && selected ? selectedTile(state, selected) : small('Findings', link(state, '/health'), state.filters.length ? null : findings?.weighty ? 'warn' : null, findings && !state.filters.length ? int(findings.weighty) : none, findings && !state.filters.length ? findings.words + was(findings.before) : totals.requests ? uncounted : 'nothing to check')}
    ${small('Pending', link(state, '/health'), missing.pending ? 'part' : null, lacking ? none : int(missing.pending), lacking || (missing.pending ? html`not in the sums${oldest ? html`, <span class="nowrap">oldest ${oldest}</span>` : nothing}` : 'everything is collected'))}`;
}

const none = html`<span class="faint">–</span>`;

/**
 * Under filters the generations with a finding, because findings are summed for the whole ledger.
 * @type {(state: import('./address.js').State, selected: import('./overview-data.js').Selected) => unknown}
 */
const selectedTile = (state, { generations, codes }) => small('Findings', codes.length ? link(state, '/generations', { filters: withFindings(state, codes) }) : link(state, '/health'), generations ? 'warn' : null, generations === null ? none : int(generations), generations === null ? 'not counted under this filter' : `${generations === 1 ? 'generation has' : 'generations have'} an error or warning`);

/** @type {(name: string, href: string, sign: string | null, value: unknown, note: unknown) => unknown} */
const small = (name, href, sign, value, note) => html`<a class="tile small ${sign ? 'attention' : ''}" href=${href}><span class="label">${sign ? icon(sign) : nothing}${name}</span><span class="value">${value}</span><span class="delta">${note}</span></a>`;

/**
 * What the sums do not hold, and what in them is not final: at most two sentences, there as long as they are true.
 * @param {Page} page
 */
export function missingLine(page) {
  /** @type {Overview} */
  const { missing, provisionalSpend } = page.data;
  const { ledger, now } = page;
  const uncollected = missing.pending + missing.givenUp + missing.refused;
  if (!uncollected && !missing.unknownSpend && !missing.provisional) return nothing;
  const oldest = ledger?.pending.oldest ? `, oldest ${duration(now() - new Date(ledger.pending.oldest).getTime())}` : '';
  const why = [missing.pending && `not collected yet${oldest}`, missing.givenUp && `${int(missing.givenUp)} given up`, missing.refused && `${int(missing.refused)} refused`].filter(Boolean).join(', ');
  const unknown = missing.unknownSpend
    ? uncollected ? html`, nor ${missing.unknownSpend === 1 ? 'is' : 'are'} <b>${int(missing.unknownSpend)}</b> of unknown spend` : html`<b>${int(missing.unknownSpend)} ${missing.unknownSpend === 1 ? 'generation' : 'generations'} of unknown spend</b> ${missing.unknownSpend === 1 ? 'is' : 'are'} not in these sums`
    : nothing;
  const first = uncollected ? html`<b>${int(uncollected)} tracked ${uncollected === 1 ? 'generation is' : 'generations are'} not in these sums</b> (${why})${unknown}. ` : unknown === nothing ? nothing : html`${unknown}. `;
  const isAlone = first === nothing;
  const second = missing.provisional ? html`<b>${int(missing.provisional)}${isAlone ? ` ${missing.provisional === 1 ? 'generation' : 'generations'}` : ''}</b> in ${isAlone ? 'these sums' : 'them'} ${missing.provisional === 1 ? 'is' : 'are'} provisional${provisionalSpend ? html`, <span class="amount" title=${exact(provisionalSpend)}>${usd(provisionalSpend)}</span>` : nothing}.` : nothing;
  return html`<p class="missing" role="note">${icon('part')}<span>${first}${second}</span>${uncollected ? html`<a href=${link(page.state, '/health')}>Show the queue</a>` : html`<a href=${behind(page.state, { filters: [...page.state.filters, { dim: 'trust', op: 'is', value: missing.unknownSpend ? 'unknown' : 'provisional' }] })}>Show them</a>`}</p>`;
}
