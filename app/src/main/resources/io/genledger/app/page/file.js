// The overview in a file that was mailed or kept: its answers stand in the file, and nothing is asked of a server. The table that the file
// shows without a script is replaced.
import { html, nothing, render } from './lit-html.js';
import { answerBy } from './api.js';
import { answersOf, find } from './embedded.js';
import { icon, mark } from './icon.js';
import { overview } from './overview.js';
import { answeredByFile, openRest } from './overview-slow.js';
import { loading } from './states.js';
import { applyTheme, nextTheme, theme, THEME_ICONS } from './theme.js';
import { full } from './time.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {{ state: import('./address.js').State, ledger: import('./page.js').Ledger, zone: string, made: string, asOf: string | null }} Saved what the file says of itself */

/** Width of the content on paper, in pixels: A4 between the margins of browsers. */
const PAPER = 718;

/**
 * Draws the overview.
 * @param {Saved} saved
 */
export function showSaved({ state, ledger, zone, made, asOf }) {
  const root = /** @type {HTMLElement} */ (document.getElementById('app'));
  const answers = answersOf(document);
  answerBy(async (path, query) => find(answers, path, query));
  openRest(true);
  answeredByFile();
  const now = () => new Date(made).getTime();
  /** @type {any} */
  let data = null;
  let ui = {};
  let isOnPaper = matchMedia('print').matches;

  /** On paper, where nothing can be pointed at, every digit is shown. @returns {Page} */
  const page = () => {
    const wide = isOnPaper ? PAPER : document.documentElement.clientWidth;
    const compact = !isOnPaper && wide < 640;
    return {
      state: isOnPaper ? { ...state, exact: true } : state, ui, data, ledger, zone, now, go, set, reload: () => void load(), isCurrent: true, isFile: true, isPrinting: isOnPaper, compact,
      status: { isLoading: false, isSlow: false, failure: null, offlineSince: null, loadedAt: now(), isLive: false },
      width: isOnPaper ? PAPER : Math.max(288, Math.min(wide, 1680) - (compact ? 32 : 48)),
    };
  };

  /** Only how the figures are shown can change. @type {Page['go']} */
  const go = ({ exact = state.exact, sort = state.sort, show = state.show }) => {
    const asks = show !== state.show;
    state = { ...state, exact, sort, show };
    if (asks) void load();
    else draw();
  };

  /** No buckets are selected, since there is no other range to show. @param {any} changes */
  const set = (changes) => {
    Object.assign(ui, changes, { brush: null });
    draw();
  };

  const draw = () => {
    const current = page();
    render(html`${header(current, asOf ?? made)}${data ? html`<main id="main">${overview.view(current)}</main>` : loading(false)}`, root);
    withoutLinks(root);
    overview.drawn?.(current);
  };

  const load = () => overview.load({
    state, zone, data, now, signal: new AbortController().signal, ledger: async () => ledger,
    show: (loaded) => {
      data = { ...loaded, at: new Date(asOf ?? made).getTime() };
      draw();
    },
  });

  /** @param {boolean} onPaper */
  const print = (onPaper) => () => {
    isOnPaper = onPaper;
    ui = {};
    draw();
  };
  addEventListener('beforeprint', print(true));
  addEventListener('afterprint', print(false));
  addEventListener('resize', draw);
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !data) return;
    if (event.key === 'x') go({ exact: !state.exact });
    else if (!overview.key?.(event, page())) return;
    event.preventDefault();
  });
  applyTheme();
  document.documentElement.classList.add('is-file');
  root.replaceChildren();
  void load();

  /**
   * @param {Page} current
   * @param {string} at time of the figures
   */
  function header(current, at) {
    return html`<header class="top"><span class="brand">${mark}Genledger</span><div class="where"><span class="quiet ledger">${current.ledger?.name}</span><span class="quiet zone">${zone}</span><span class="live">As of <time datetime=${at}>${full(at, zone)}</time></span>
      <button type="button" class="quiet square theme" aria-label="Theme: ${theme() === 'system' ? 'as the system' : theme()}" @click=${() => (nextTheme(), draw())}>${icon(THEME_ICONS[theme()])}</button></div></header>${nothing}`;
  }
}

/**
 * What is a link on the server's page leads nowhere from a file. A bar stays an image with its figures as its name.
 * @param {HTMLElement} root
 */
function withoutLinks(root) {
  for (const anchor of root.querySelectorAll('a[href]')) {
    anchor.removeAttribute('href');
    if (anchor.hasAttribute('aria-label')) anchor.setAttribute('role', 'img');
  }
}
