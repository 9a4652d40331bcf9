// The page's loop: the address makes a state, the state's screen loads and is drawn. Only one load runs at a time.
import { html, nothing, render } from './lit-html.js';
import { format, misread, parse } from './address.js';
import { Failure, get } from './api.js';
import { controls } from './controls.js';
import { showSaved } from './file.js';
import { header, messages } from './header.js';
import { openKeys, pressed } from './keys.js';
import { listen } from './live.js';
import { orderOf } from './overview-slow.js';
import { comeBack, goUp, leave, restore, stay } from './return.js';
import { screenOf, screens } from './screens.js';
import { signIn } from './sign-in.js';
import { failed, loading, misreadAddress, missingScreen, stale } from './states.js';
import { applyTheme } from './theme.js';

/** @typedef {import('./page.js').Page} Page */

const SLOW = 1000;
/** Pixels between the margins of A4; a browser makes what is wider smaller. */
const PAPER = 720;
const root = /** @type {HTMLElement} */ (document.getElementById('app'));

let state = parse(location);
let wrong = misread(location);
let screen = screenOf(state.path);
let ui = {};
/** @type {Map<string, any>} the last data of each screen */
const shown = new Map();
let shownFor = '';   // what the data of the screen answers
/** @type {import('./page.js').Ledger | null} */
let ledger = null;
let ahead = 0;   // milliseconds by which the server's clock is ahead
let needsSignIn = false;
let isDrawing = false;
let isPrinting = false;
/** @type {AbortController | null} */
let running = null;
/** @type {ReturnType<typeof listen> | null} */
let stream = null;
/** @type {import('./page.js').Status} */
const status = { isLoading: false, isSlow: false, failure: null, offlineSince: null, loadedAt: null, isLive: false };

const now = () => Date.now() + ahead;
const zone = () => state.zone || ledger?.timezone || shown.get(state.path)?.timezone || 'UTC';

/** @returns {Page} */
function page() {
  const inner = innerWidth;
  return {
    state, ui, status, ledger, zone: zone(), now, go, set, reload: () => void load(),
    data: wrong.length ? null : (shown.get(state.path) ?? null), isCurrent: shownFor === asked(state),
    isPrinting, width: isPrinting ? PAPER : Math.max(288, Math.min(document.documentElement.clientWidth, 1680) - (inner < 640 ? 32 : 48)),
    compact: inner < 640 && !isPrinting,
  };
}

/**
 * @param {Partial<import('./address.js').State>} changes
 */
function go(changes, { replace = false } = {}) {
  const next = { ...state, ...changes };
  if ((changes.from || changes.to) && changes.range === undefined) next.range = '';
  if (changes.range) next.from = next.to = '';
  enter(format(next), replace);
}

/** @param {string} address */
function enter(address, replace = false) {
  const from = location.pathname + location.search, left = screen;
  if (replace) {
    history.replaceState(history.state, '', address);
  } else if (address !== from) {
    leave(address);
    history.pushState(null, '', address);
  }
  arrive();
  if (left?.under === state.path) goUp(from);
}

/**
 * The part of an address that the ledger is asked for.
 * @param {import('./address.js').State} one
 */
const asked = (one) => format({ ...one, exact: false, focus: '', sort: one.path === '/generations' ? one.sort : orderOf(one.sort) });

/** What only changes how loaded figures are shown is drawn at once; else the screen loads. */
function arrive() {
  const before = state, wasWrong = wrong.length > 0;
  state = parse(location);
  wrong = misread(location);
  if (before.path !== state.path) {
    screen = screenOf(state.path);
    ui = {};
    scrollTo(0, 0);
  }
  if (wasWrong || wrong.length || asked(before) !== asked(state) || !shown.has(state.path)) void load();
  draw();
}

/** @param {object} changes */
function set(changes) {
  Object.assign(ui, changes);
  draw();
}

/** Asks the ledger for what the screen shows. Old figures stay until there are new ones. */
async function load() {
  running?.abort();
  if (wrong.length) {
    running = null;
    status.isLoading = status.isSlow = false;
  }
  if (!screen || needsSignIn || wrong.length) return;
  const own = (running = new AbortController());
  const { path } = state;
  const entered = screen;
  const question = asked(state);
  status.isLoading = true;
  const timer = setTimeout(() => {
    status.isSlow = true;
    draw();
  }, SLOW);
  try {
    /** @type {Promise<import('./page.js').Ledger> | undefined} */
    let answer;
    const askLedger = () => (answer ??= readLedger(own.signal));
    if (!ledger && !state.zone && !entered.knowsZone) await askLedger();
    await entered.load({
      state, zone: zone(), signal: own.signal, data: shown.get(path) ?? null, now, ledger: askLedger,
      show: (data) => {
        if (own.signal.aborted) return;
        shown.set(path, data);
        shownFor = question;
        arrived(null);
        draw();
      },
    });
    arrived(null);
  } catch (failure) {
    if (own.signal.aborted) return;
    if (!(failure instanceof Failure)) throw failure;
    arrived(failure);
  } finally {
    clearTimeout(timer);
    if (!own.signal.aborted) {
      status.isLoading = status.isSlow = false;
      draw();
    }
  }
}

/** @param {AbortSignal} signal */
async function readLedger(signal) {
  const answer = await get('status', undefined, signal);
  ahead = new Date(answer.at).getTime() - Date.now();
  ledger = { ...answer, name: answer.ledger.replace(/^.*[\\/]/, '') };
  stream ??= listen(changed, connected);
  return /** @type {import('./page.js').Ledger} */ (ledger);
}

/** @param {Failure | null} failure */
function arrived(failure) {
  status.isSlow = false;
  if (failure?.status === 401) {
    needsSignIn = true;
    stream?.close();
    stream = null;
    status.isLive = false;
    status.offlineSince = null;   // the connection of live events was closed because access ended
  } else if (failure?.isOffline) {
    status.offlineSince ??= now();
  } else {
    status.offlineSince = null;
  }
  status.failure = failure;
  if (!failure) status.loadedAt = now();
}

/** @param {import('./live.js').Changes} changes */
function changed(changes) {
  if (!running || status.isLoading) return;
  if (!screen?.live || screen.live(changes, page())) void load();
}

/**
 * @param {boolean} isConnected
 * @param {boolean} [isRefused]
 */
function connected(isConnected, isRefused = false) {
  const isOffline = status.offlineSince !== null;
  status.isLive = isConnected;
  if (isConnected ? isOffline : isRefused || !isOffline) void probe();
  draw();
}

/** Asks whether the server is away, or the session has ended, or only the events have. */
async function probe() {
  try {
    await readLedger(new AbortController().signal);
    if (status.offlineSince !== null) void load();
    status.offlineSince = null;
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    if (failure.isOffline || failure.status === 401) arrived(failure);
  }
  draw();
}

/** Draws once, after all changes of this moment. */
function draw() {
  if (isDrawing) return;
  isDrawing = true;
  queueMicrotask(() => {
    isDrawing = false;
    const current = page();
    document.title = `${needsSignIn ? 'Sign in' : (screen?.title ?? 'Not found')} \u2013 Genledger`;
    render(html`${header(current, needsSignIn ? [] : screens, screen)}${needsSignIn || wrong.length || !screen?.controls || current.data?.isEmpty ? nothing : controls(current, screen.controls)}${contents(current)}${messages(current)}`, root);
    screen?.drawn?.(current);
    restore(current, screen);
  });
}

/** @param {Page} current */
function contents(current) {
  if (needsSignIn) return signIn(current, () => ((needsSignIn = false), draw(), void load()));
  if (!screen) return missingScreen();
  if (wrong.length) return misreadAddress(wrong, format(state));
  const { failure, isSlow } = status;
  if (failure && !(failure.isOffline && current.data)) return failed(failure, current.reload);
  const isStale = failure !== null && !current.isCurrent;
  return current.data ? html`<main id="main" class=${isSlow ? 'slow' : ''} aria-busy=${isSlow ? 'true' : nothing}>${isStale ? stale(current) : nothing}${screen.view(current)}</main>` : loading(isSlow);
}

/** Links within the page change the address without loading the document again. @param {MouseEvent} event */
function clicked(event) {
  const anchor = /** @type {Element} */ (event.target).closest?.('a');
  const href = anchor?.getAttribute('href');
  if (!href?.startsWith('/') || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (!screenOf(href.replace(/[?#].*/, ''))) return;
  event.preventDefault();
  enter(href);
}

const saved = document.getElementById('saved');
if (saved) showSaved(JSON.parse(saved.textContent ?? ''));
else {
  addEventListener('click', clicked);
  addEventListener('popstate', ({ state: left }) => (arrive(), comeBack(left)));
  for (const event of ['keydown', 'pointerdown', 'wheel']) addEventListener(event, stay, { capture: true, passive: true });
  addEventListener('resize', draw);
  for (const event of ['beforeprint', 'afterprint']) addEventListener(event, () => ((isPrinting = event === 'beforeprint'), draw()));
  addEventListener('keydown', (event) => pressed(event, page(), wrong.length ? null : screen, openKeys));
  applyTheme();
  draw();
  void load();
}
