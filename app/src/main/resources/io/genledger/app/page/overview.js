// The overview: what was spent, what is missing from it, when, and on what.
import { html, nothing } from './lit-html.js';
import { HIGHEST, behind } from './address.js';
import { layout, stackedBars } from './bars.js';
import { chartKey } from './brush.js';
import { rangeOf } from './bucket.js';
import { csv, fileName, save } from './csv.js';
import { empty, quiet } from './empty.js';
import { figures, missingLine } from './figures.js';
import { dimension } from './label.js';
import { lineTooltip, percentileLines } from './lines.js';
import { int } from './number.js';
import { load } from './overview-data.js';
import { restIsOpen } from './overview-slow.js';
import { rangeName, SPANS, words } from './range.js';
import { printLine } from './print.js';
import { ranking, sorted } from './ranking.js';
import { clock, day, dayLong, minute } from './time.js';
import { beforeMark, openMark, place, tooltip } from './tooltip.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./overview-data.js').Overview} Overview */
/** @typedef {import('./overview-data.js').Row} Row */

/** @type {import('./page.js').Screen} */
export const overview = {
  path: '/',
  title: 'Overview',
  isPage: true,
  controls: { range: true, group: true, filters: true },
  knowsZone: true,
  load,
  view,
  drawn: place,
  live: (_, { state }) => !state.lake,   // its events are of this ledger; a lake is asked when someone does
  key: chartKey,
  keys: [['← → Home End', 'walk the bars'], ['Shift ← →', 'select bars; Enter shows them alone'], ['Enter', 'generations of the bar, highest spend first']],
};

/** @param {Page} page */
function view(page) {
  /** @type {Overview} */
  const data = page.data;
  if (data.isEmpty) return empty(page);
  const rows = order(page);
  return html`${printLine(page)}${figures(page)}${missingLine(page)}
    ${data.totals.requests === 0 ? quiet(page) : html`<div @pointerenter=${() => (page.ui.isInside = true)} @pointerleave=${() => (page.ui.isInside = false)} @focusin=${() => (page.ui.hasFocus = true)} @focusout=${() => (page.ui.hasFocus = false)}>${chartBlock(page, rows)}${ranking(page, rows)}</div>
    ${foot(page)}`}`;
}

/**
 * The rows as the address sorts them. While the pointer or the focus is inside, new figures change no order.
 * @param {Page} page
 */
function order({ data, state, ui }) {
  const rows = sorted(/** @type {Overview} */ (data).rows, state.sort);
  const asked = `${state.by} ${state.sort} ${rows.map((one) => one.value).sort().join('\n')}`;
  if ((ui.isInside || ui.hasFocus) && ui.order?.asked === asked) return ui.order.values.map((/** @type {string | null} */ value) => /** @type {Row} */ (rows.find((one) => one.value === value)));
  ui.order = { asked, values: rows.map((one) => one.value) };
  return rows;
}

/**
 * @param {Page} page
 * @param {Row[]} rows in their order
 */
function chart(page, rows) {
  /** @type {Overview} */
  const data = page.data;
  const { state, ui } = page;
  const series = [...rows.map((row) => data.series.find((one) => !one.isRest && one.value === row.value)), data.series.find((one) => one.isRest)].filter((one) => one !== undefined);
  /** @type {import('./bars.js').Chart} */
  const drawn = {
    width: page.width, height: page.compact ? 210 : 268, compact: page.compact, per: data.per, zone: page.zone, series, open: data.open,
    until: untilWords(page),
    bars: data.names.map((name, i) => ({ name, total: data.buckets[i] ? data.buckets[i].spend : '0', before: data.bucketsBefore[i]?.spend ?? null, beforeName: data.beforeNames[i], requests: data.buckets[i]?.requests ?? 0, unknown: data.buckets[i]?.unknownSpend ?? 0, unknownBefore: data.bucketsBefore[i]?.unknownSpend ?? 0 })),
    label: `Spend per ${data.per} by ${dimension(state.by)}, ${words(page)}.`,
    focus: state.focus || ui.lifted || '',
    kept: null,
    href: (bar) => behind(state, { ...rangeOf(bar.name, data.per), range: '', sort: HIGHEST }),
  };
  const asked = `${data.names[0]} ${data.names.length} ${data.per}`;
  drawn.kept = (ui.isInside || ui.hasFocus) && ui.scale?.asked === asked ? ui.scale.axis : null;
  ui.scale = { asked, axis: layout(drawn).axis };
  return drawn;
}

/**
 * @param {Page} page
 * @param {Row[]} rows
 */
function chartBlock(page, rows) {
  const { state } = page;
  const latency = state.show === 'latency';
  return html`<section class="chart-block" aria-labelledby="h-chart">
    <div class="block-head"><h1 id="h-chart">${latency ? 'Latency' : 'Spend'} per ${page.data.per}</h1>${latency ? html`<span class="sub">seconds to the first token, all ${dimension(state.by)} values together</span>` : spendWords(page)}
      <span class="tools"><button type="button" class="quiet" aria-pressed=${latency} @click=${() => page.go({ show: latency ? 'spend' : 'latency' })}>Latency</button><button type="button" class="quiet" aria-pressed=${state.exact} @click=${() => page.go({ exact: !state.exact }, { replace: true })}>Exact digits <kbd>x</kbd></button><button type="button" class="quiet" @click=${() => saveTable(page, rows)}>CSV</button></span></div>
    <div class="chart-wrap">${latency ? latencyChart(page) : spendChart(page, rows)}</div>
  </section>`;
}

/** @param {Page} page */
function spendWords(page) {
  /** @type {Overview} */
  const data = page.data;
  const total = data.rows.length + (data.rest?.count ?? 0);
  return html`<span class="sub">USD by ${dimension(page.state.by)}${data.rest ? `, top ${data.rows.length} of ${int(total)}${data.order === 'spend' ? '' : ` by ${data.order}`}` : ''}
    ${data.before ? html`<span class="key">${beforeMark} ${beforeWords(page)}</span>` : nothing}${data.open >= 0 ? html`<span class="key">${openMark} ${openWords(page, untilWords(page))}</span>` : nothing}<span class="key on-server drag" aria-hidden="true">drag over bars to select ${data.per}s</span></span>`;
}

/**
 * @param {Page} page
 * @param {Row[]} rows
 */
function spendChart(page, rows) {
  const bars = chart(page, rows);
  const { active = null, brush } = page.ui;
  return html`${stackedBars(bars, page)}${active === null || brush || !bars.bars[active] ? nothing : tooltip(bars, active, page.state.by)}`;
}

/** @param {Page} page */
function latencyChart(page) {
  /** @type {Overview} */
  const data = page.data;
  if (!data.latency) return html`<p class="state">${data.percentiles === 'too many' ? 'Percentiles of more than 300,000 generations are computed by days and dimensions that the ledger sums only: choose whole days, or a shorter range.' : 'Being computed…'}</p>`;
  /** @type {import('./lines.js').Lines} */
  const lines = {
    width: page.width, height: page.compact ? 210 : 268, compact: page.compact, per: data.per, names: data.names, zone: page.zone, spreads: data.latency, open: data.open,
    label: `Latency per ${data.per}, ${words(page)}.`,
    href: (name) => behind(page.state, { ...rangeOf(name, data.per), range: '' }),
  };
  const { active = null } = page.ui;
  return html`${percentileLines(lines, page)}${active === null || !data.names[active] ? nothing : lineTooltip(lines, active, data.buckets[active]?.requests ?? 0)}`;
}

/** @param {Page} page */
const untilWords = ({ data, zone }) => (data.per === 'week' || data.per === 'month' ? dayLong(day(data.at, zone)) : minute(data.at, zone));

/**
 * What the ghosts are.
 * @param {Page} page
 */
function beforeWords(page) {
  const { state, data } = page;
  if (state.against === 'last-year') return 'same days last year';
  const days = data.per === 'day' ? data.names.length : 0;
  if (days > 7 && days % 7 === 0) return `same weekday, ${days} days before`;
  return `${SPANS[rangeName(page)] ?? 'the same span'} before`;
}

/** @type {(page: Page, until: string) => string} */
const openWords = ({ data }, until) => `${{ hour: 'this hour', day: 'today', week: 'this week', month: 'this month' }[/** @type {import('./bucket.js').Per} */ (data.per)]}, until ${until}`;

/** @param {Page} page */
function foot({ data, state, zone }) {
  const { totals } = /** @type {Overview} */ (data);
  const unknown = totals.unknownSpend ? ` ≥ at least: the spend of ${totals.unknownSpend} ${totals.unknownSpend === 1 ? 'generation' : 'generations'} is unknown.` : '';
  return html`<p class="foot">${state.exact ? 'Every digit as in the ledger; the columns add up by hand.' : html`Amounts are cut to cents, never rounded<span class="screen-only">: <kbd>x</kbd> or one cell’s hover shows the other digits</span>.`}${unknown} BYOK upstream is OpenRouter’s estimate at list price. As of ${clock(data.at, zone)}.</p>`;
}

/**
 * The table as it is seen, with every digit. The first column tells the kind of a row: groups and rest add up to the total, and rows of the
 * rest to the rest.
 * @param {Page} page
 * @param {Row[]} rows
 */
function saveTable({ data, state, zone }, rows) {
  const { rest, restRows, unlisted, gone, goneRest, isCompared, range, totals } = /** @type {Overview} */ (data);
  const line = (/** @type {string} */ kind, /** @type {any} */ row) => [kind, row.value, row.spend, ...(isCompared ? [row.moved?.before, row.moved?.change] : []), row.requests, row.tokens, row.pricePerMillion, row.cacheHitRate, row.p50, row.p95, row.tokensPerSecond, row.unknownSpend];
  const opened = restIsOpen() ? sorted(restRows, state.sort) : [];
  save(fileName(`by-${state.by}`, range, zone), csv([
    ['kind', state.by, 'spend', ...(isCompared ? ['spend-before', 'change'] : []), 'requests', 'tokens', 'price-per-million', 'cache-hit-rate', 'latency-p50-ms', 'latency-p95-ms', 'tokens-per-second', 'unknown'],
    ...rows.map((row) => line('group', row)),
    ...(rest ? [line('rest', rest)] : []),
    ...opened.map((row) => line('of-rest', row)),
    ...(unlisted ? [line('of-rest-unlisted', unlisted)] : []),
    ...gone.map((row) => line(rest ? 'of-rest-gone' : 'gone', row)),
    ...(goneRest ? [line('gone-unlisted', goneRest)] : []),
    line('total', totals),
  ]));
}
