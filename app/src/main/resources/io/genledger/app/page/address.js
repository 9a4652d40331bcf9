// The address of the page: the screen is its path, everything else that is shown its query. A copied address shows the same to anyone.

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
const STANDARD = { path: '/', range: '28d', from: '', to: '', zone: '', against: 'previous', by: 'model', per: '', sort: 'spend', show: 'spend', filters: [], exact: false, focus: '', id: '' };

const MOMENT = /^\d{4}-\d\d(-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d))?)?$/;

/**
 * The state of an address; what it does not know is as if it were not there.
 * @param {{ pathname: string, search: string }} location
 * @returns {State}
 */
export function parse(location) {
  const query = new URLSearchParams(location.search);
  const of = (/** @type {string} */ name, /** @type {(value: string) => boolean} */ isKnown) => {
    const value = query.get(name);
    return value !== null && isKnown(value) ? value : null;
  };
  const from = of('from', (v) => MOMENT.test(v)) ?? '', to = of('to', (v) => MOMENT.test(v)) ?? '';
  return {
    path: location.pathname,
    range: from || to ? '' : (of('range', (v) => v in RANGES) ?? STANDARD.range),
    from,
    to,
    zone: of('zone', isZone) ?? '',
    against: of('against', (v) => ['previous', 'last-year', 'none'].includes(v)) ?? STANDARD.against,
    by: of('by', (v) => DIMENSIONS.includes(v)) ?? STANDARD.by,
    per: of('per', (v) => ['hour', 'day', 'week', 'month'].includes(v)) ?? '',
    sort: of('sort', (v) => /^[a-z0-9-]+(:asc)?$/.test(v)) ?? STANDARD.sort,
    show: of('show', (v) => ['spend', 'latency'].includes(v)) ?? STANDARD.show,
    filters: query.getAll('f').map(filter).filter((one) => one !== null),
    exact: query.has('exact'),
    focus: query.get('focus') ?? '',
    id: query.get('id') ?? '',
  };
}

/**
 * @param {string} text
 * @returns {Filter | null}
 */
function filter(text) {
  const [dim, op] = text.split(':', 2);
  const value = text.slice(dim.length + 1 + (op ?? '').length + 1);
  return FILTERS.includes(dim) && OPS.includes(/** @type {Op} */ (op)) ? { dim, op: /** @type {Op} */ (op), value } : null;
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
  for (const name of /** @type {const} */ (['range', 'from', 'to', 'zone', 'against', 'by', 'per', 'sort', 'show'])) {
    if (state[name] && state[name] !== STANDARD[name]) query.set(name, state[name]);
  }
  for (const { dim, op, value } of state.filters) query.append('f', `${dim}:${op}:${value}`);
  if (state.exact) query.set('exact', '1');
  if (state.focus) query.set('focus', state.focus);
  if (state.id) query.set('id', state.id);
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return state.path + (text && '?' + text);
}

/**
 * The address of another screen over the same range and filters.
 * @param {State} state
 * @param {string} path
 * @param {Partial<State>} changes
 */
export const link = (state, path, changes = {}) => format({ ...state, focus: '', id: '', sort: STANDARD.sort, show: STANDARD.show, ...changes, path });

/**
 * The parameters of the API that select the range and the filters.
 * @param {State} state
 * @returns {URLSearchParams}
 */
export function selection(state) {
  const query = new URLSearchParams();
  if (state.zone) query.set('timezone', state.zone);
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
