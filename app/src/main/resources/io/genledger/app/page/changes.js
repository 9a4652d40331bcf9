// What the rows of the table spent more or less than in the range before, as the command's --compare says it. What spent in the range
// before alone is gone.
import { add, sub } from './amount.js';
import { camel } from './chips.js';

/** @typedef {import('./overview-data.js').Overview} Overview */
/** @typedef {import('./overview-data.js').Row} Row */
/** @typedef {import('./amount.js').Amount} Amount */
/** @typedef {{ change: Amount, before: Amount, isAbout: boolean }} Moved `isAbout` if a part of the spend in one of the ranges is unknown */

/** The figures of no generation. @type {import('./overview-data.js').Figures} */
export const NOTHING = { requests: 0, spend: '0', tokens: 0, cacheSaving: '0', cacheHitRate: null, pricePerMillion: null, tokensPerSecond: null, provisional: 0, unknownSpend: 0, unknownCacheSaving: 0 };

/**
 * The rows of an overview with their changes.
 * @param {Overview} data
 * @param {string} by
 * @param {any} report the compared report of the rows, in their order
 * @param {any} unknowns report of the generations before whose spend is unknown; null without any
 */
export function withChanges(data, by, report, unknowns) {
  const key = camel(by);
  const valueOf = (/** @type {any} */ row) => row[key] ?? null;
  const groups = report.rows.filter((/** @type {any} */ one) => one.kind === 'group'), other = report.rows.find((/** @type {any} */ one) => one.kind === 'other');
  const changes = new Map(groups.map((/** @type {any} */ one) => [valueOf(one), one])), counts = new Map(unknowns?.rows.map((/** @type {any} */ one) => [valueOf(one), one.requests]));
  const unknownOf = (/** @type {Row[]} */ rows) => rows.reduce((sum, { value }) => sum + (counts.get(value) ?? 0), 0);
  const unknown = unknowns?.totals.requests ?? 0;
  /** @template {Row} T @param {T} row @param {any} of @param {number} unknownBefore @returns {T} */
  const moved = (row, of, unknownBefore) => ({ ...row, moved: of && { change: of.change, before: of.spendBefore, isAbout: row.unknownSpend + unknownBefore > 0 } });
  const all = (/** @type {Row[]} */ rows) => rows.map((row) => moved(row, changes.get(row.value), unknownOf([row])));
  const rows = all(data.rows), restRows = all(data.restRows);
  const gone = all(groups.filter((/** @type {any} */ one) => one.requests === 0).map((/** @type {any} */ one) => ({ ...NOTHING, value: valueOf(one) })));
  const left = unknown - unknownOf([...rows, ...restRows, ...gone]);
  return {
    rows, restRows, gone,
    rest: data.rest && moved(data.rest, restRows.length ? less(report.totals, rows) : other, unknown - unknownOf(rows)),
    unlisted: data.unlisted && moved(data.unlisted, other, left),
    goneRest: other && !data.rest ? moved({ ...NOTHING, value: null, count: report.omittedRows }, other, left) : null,
    totals: moved({ ...data.totals, value: null }, report.totals, unknown),
    hasChanges: true,
  };
}

/**
 * What is left of the totals without some rows; unknown if that of a row is.
 * @param {any} totals
 * @param {Row[]} rows
 */
function less(totals, rows) {
  const left = (/** @type {Amount} */ whole, /** @type {Amount[]} */ some) => (whole == null || some.some((one) => one == null) ? null : sub(whole, add(...some)));
  return { change: left(totals.change, rows.map((one) => one.moved?.change)), spendBefore: left(totals.spendBefore, rows.map((one) => one.moved?.before)) };
}
