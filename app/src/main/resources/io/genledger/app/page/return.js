// The way back: a screen to which one returns has the focus where one left it, and stands where it stood.

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./page.js').Screen} Screen */
/** @typedef {{ to: string, top: number }} Left the address to which a screen was left, and by how many pixels it was scrolled */

/** What is still to be found. @type {{ to: string, top: number | null, isUp: boolean } | null} */
let wanted = null;

/**
 * Notes in the entry of the history that is left how it is left.
 * @param {string} to address
 */
export function leave(to) {
  wanted = null;
  history.replaceState({ to, top: scrollY }, '');
}

/**
 * Returns by the history.
 * @param {Left | null} left what leave() noted
 */
export const comeBack = (left) => (wanted = left && { ...left, isUp: false });

/**
 * Goes up to a screen, which may have a link to what is left. The focus stays where it is if that is still there.
 * @param {string} from address of what is left
 */
export const goUp = (from) => (wanted = { to: from, top: null, isUp: true });

/** Ends the search, because people have gone on. */
export const stay = () => (wanted = null);

/**
 * Gives the focus to the link by which the screen was left, as soon as that is drawn.
 * @param {Page} page
 * @param {Screen | null} screen
 */
export function restore(page, screen) {
  if (!wanted || !page.data) return;
  const { to, top, isUp } = wanted;
  if (top !== null && (page.isCurrent || document.documentElement.scrollHeight >= top + innerHeight)) {
    scrollTo(0, top);
    wanted.top = null;
  }
  if (isUp && document.activeElement !== document.body) return stay();
  if (page.isCurrent && top === null) screen?.reveal?.(page, to);
  const link = /** @type {HTMLElement | undefined} */ ([...document.querySelectorAll('main a')].find((one) => one.getAttribute('href') === to && !one.closest('aside')));
  if (!link) return;
  stay();
  link.focus({ preventScroll: true });
}
