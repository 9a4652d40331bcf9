// The address of the page: the screen is its path, everything else that is shown its query. A copied address shows the same to anyone.
import { cut } from './name.js';

/** @typedef {'is' | 'not' | 'like' | 'unlike'} Op */
/** @typedef {{ dim: string, op: Op, value: string }} Filter `value` is exact for is and not, and a pattern with * for like and unlike */
/**
 * @typedef {object} State
 * @property {string} path e.g. "/generations"
 * @property {string} range one of RANGES; "" if from and to are named
 * @property {string} from first day or moment
 * @property {string} to last day, or the first moment after the range
 * @property {string} zone "" for that of the ledger
 * @property {string} against previous, last-year or none
 * @property {string} by dimension
 * @property {string} lake of a lake the name of a ledger, or * for all; "" for the ledger of this server
 * @property {string} per unit of the buckets; "" for that of the range
 * @property {string} sort column, and ":asc" if ascending
 * @property {string} show measure of the chart: spend or latency
 * @property {Filter[]} filters
 * @property {boolean} exact every digit in tables
 * @property {string} focus value that is lifted out of the chart
 * @property {string} id selected generation
 */

/** Ranges that end now, with the API's word for each. @type {Record<string, string>} */
export const RANGES = { '1h': '1h', '24h': '24h', '7d': '7d', '28d': '28d', '90d': '90d', '1y': '1y', all: '' };

export const DIMENSIONS = ['model', 'author', 'provider', 'user', 'app', 'account', 'session', 'workspace', 'preset', 'origin', 'api-type', 'finish-reason', 'variant', 'byok', 'router', 'tier', 'region', 'cancelled', 'trust', 'request'];

/** What filters select by: the dimensions, and the codes of findings, of which a generation can have several. */
export const FILTERS = [...DIMENSIONS, 'finding'];

/** @type {Op[]} */
export const OPS = ['is', 'not', 'like', 'unlike'];

/** @type {State} */
const STANDARD = { path: '/', range: '28d', from: '', to: '', zone: '', lake: '', against: 'previous', by: 'model', per: '', sort: 'spend', show: 'spend', filters: [], exact: false, focus: '', id: '' };

/** The value of `sort` that lists the generations of the highest spend first; without it, the newest. */
export const HIGHEST = 'highest-spend';

/** The columns that the table of the overview is sorted by. */
const COLUMNS = ['name', 'spend', 'change', 'share', 'requests', 'tokens', 'price-per-million', 'cache-hit-rate', 'latency-p50', 'latency-p95', 'tokens-per-second'];

/** @param {string | undefined} path of a screen: the list, and one generation, which keeps its order */
const isList = (path) => Boolean(path?.startsWith('/generation'));

const MOMENT = /^\d{4}-\d\d(-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?)?$/;

/** @typedef {[isKnown: (value: string) => boolean, expected: string]} Part what a part can say, and that in words */

/** @type {(all: string[]) => Part} */
const oneOf = (all) => [(value) => all.includes(value), all.join(', ')];

/** @type {Part} */
const moment = [(value) => MOMENT.test(value), 'a day, a month or a moment, e.g. 2025-08-01, 2025-08 or 2025-08-01T12:00:00Z'];

/** @type {Part} */
const any = [() => true, ''];

/** The parts of an address. @type {Record<string, Part>} */
const PARTS = {
  range: oneOf(Object.keys(RANGES)),
  from: moment,
  to: moment,
  zone: [isZone, 'a time zone such as UTC or Europe/Berlin'],
  against: oneOf(['previous', 'last-year', 'none']),
  lake: any,
  by: oneOf([...DIMENSIONS, 'ledger']),
  per: oneOf(['hour', 'day', 'week', 'month']),
  sort: [(value) => COLUMNS.includes(value.replace(/:asc$/, '')), `a column, which descends, or ascends if :asc follows, e.g. tokens:asc. Columns: ${COLUMNS.join(', ')}`],
  show: oneOf(['spend', 'latency']),
  f: [(value) => filter(value) !== null, `a dimension, a comparison and a value, e.g. app:is:staging. Dimensions: ${FILTERS.join(', ')}. Comparisons: ${OPS.join(', ')}`],
  exact: any,
  focus: any,
  id: any,
};

/** The order of a list. @type {Part} */
const listed = [(value) => value === HIGHEST || value === 'spend', `${HIGHEST}; without it the newest are the first`];

/** @type {(path: string | undefined, name: string) => Part} */
const partOf = (path, name) => (name === 'sort' && isList(path) ? listed : PARTS[name]);

/**
 * The parts of an address that cannot be read, each as a sentence with what is possible. Without them the address would ask for something
 * else, so that none of its figures may be shown.
 * @param {{ pathname?: string, search: string }} location
 */
export function misread(location) {
  const query = new URLSearchParams(location.search);
  return [...query].flatMap(([name, value], i, all) => {
    const part = `${cut(name).text}=${cut(value).text}`;
    if (!Object.hasOwn(PARTS, name)) return [`The address says ${part}, but its parts are ${Object.keys(PARTS).join(', ')}.`];
    if (name !== 'f' && all.findIndex((one) => one[0] === name) < i) return [`The address says ${part}, but ${name} was said before.`];
    if (name === 'range' && (query.has('from') || query.has('to'))) return [`The address says ${part}: expected either range, or from and to.`];
    const [isKnown, expected] = partOf(location.pathname, name);
    return isKnown(value) ? [] : [`The address says ${part}: expected ${expected}.`];
  });
}

/**
 * The state of an address; parts that cannot be read are as if they were not there, see misread().
 * @param {{ pathname: string, search: string }} location
 * @returns {State}
 */
export function parse(location) {
  const query = new URLSearchParams(location.search);
  const of = (/** @type {string} */ name, standard = '') => {
    const value = query.get(name);
    return value !== null && partOf(location.pathname, name)[0](value) ? value : standard;
  };
  const from = of('from'), to = of('to');
  return {
    path: location.pathname,
    range: from || to ? '' : of('range', STANDARD.range),
    from,
    to,
    zone: of('zone'),
    lake: of('lake'),
    against: of('against', STANDARD.against),
    by: of('by', STANDARD.by),
    per: of('per'),
    sort: isList(location.pathname) && of('sort') ? HIGHEST : of('sort', STANDARD.sort),
    show: of('show', STANDARD.show),
    filters: query.getAll('f').map(filter).filter((one) => one !== null),
    exact: query.has('exact'),
    focus: of('focus'),
    id: of('id'),
  };
}

/**
 * @param {string} text
 * @returns {Filter | null}
 */
function filter(text) {
  const [dim, op] = text.split(':', 2);
  if (!FILTERS.includes(dim) || !OPS.includes(/** @type {Op} */ (op)) || !text.startsWith(':', dim.length + 1 + op.length)) return null;
  return { dim, op: /** @type {Op} */ (op), value: text.slice(dim.length + op.length + 2) };
}

/** @param {string} zone */
export function isZone(zone) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone !== '';
  } catch {
    return false;
  }
}

/**
 * The address of a state; what is standard is left out.
 * @param {State} state
 */
export function format(state) {
  const query = new URLSearchParams();
  for (const name of /** @type {const} */ (['range', 'from', 'to', 'zone', 'lake', 'against', 'by', 'per', 'sort', 'show'])) {
    if (state[name] && state[name] !== STANDARD[name]) query.set(name, state[name]);
  }
  for (const { dim, op, value } of state.filters) query.append('f', `${dim}:${op}:${value}`);
  if (state.exact) query.set('exact', '1');
  if (state.focus) query.set('focus', state.focus);
  if (state.id) query.set('id', state.id);
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return state.path + (text && '?' + text);
}

/** What another screen does not keep. */
export const LEFT_BEHIND = { lake: '', focus: '', id: '', sort: STANDARD.sort, show: STANDARD.show };

/**
 * The address of another screen over the same range and filters.
 * @param {State} state
 * @param {string} path
 * @param {Partial<State>} changes
 */
export const link = (state, path, changes = {}) => format({ ...state, ...LEFT_BEHIND, ...changes, path });

/**
 * The address of what a figure consists of: its generations; those of a lake are in its ledgers, so that it is the figure's own overview.
 * @param {State} state
 * @param {Partial<State>} changes
 */
export const behind = (state, changes = {}) => (state.lake ? link(state, '/', { lake: state.lake, ...changes, sort: STANDARD.sort }) : link(state, '/generations', changes));

/**
 * The parameters of the API that select the range and the filters.
 * @param {State} state
 * @returns {URLSearchParams}
 */
export function selection(state) {
  const query = new URLSearchParams();
  if (state.zone) query.set('timezone', state.zone);
  if (state.lake) query.set('ledger', state.lake);
  if (state.from) query.set('since', state.from);
  if (state.to) query.set('until', state.to);
  if (state.range === 'all') query.set('since', '1970-01-01');
  else if (state.range) query.set('last', RANGES[state.range]);
  for (const one of state.filters) query.append(one.dim, pattern(one));
  return query;
}

/**
 * A filter as the API's pattern.
 * @param {Filter} filter
 */
export function pattern({ op, value }) {
  const text = op === 'is' || op === 'not' ? literally(value) : value.replace(/^!/, '\\!');
  return op === 'not' || op === 'unlike' ? '!' + text : text;
}

/**
 * The pattern of one value.
 * @param {string} value
 */
export const literally = (value) => value.replace(/[\\*]/g, '\\$&').replace(/^!/, '\\!');

/**
 * The filters with those of a dimension replaced by one value; null is the value of records that state none.
 * @param {State} state
 * @param {string} dim
 * @param {string | null} value
 * @returns {Filter[]}
 */
export const only = (state, dim, value) => [...state.filters.filter((one) => one.dim !== dim), { dim, op: 'is', value: value ?? '' }];
