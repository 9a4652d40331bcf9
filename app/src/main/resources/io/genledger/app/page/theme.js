// Light, dark, or as the system says; remembered by the browser.

const KEY = 'genledger-theme';
/** The icon of each theme. */
export const THEME_ICONS = { system: 'system', light: 'sun', dark: 'moon' };
const THEMES = /** @type {const} */ (['system', 'light', 'dark']);

/** @typedef {typeof THEMES[number]} Theme */

/** @returns {Theme} */
export function theme() {
  const kept = read(KEY);
  return THEMES.find((one) => one === kept) ?? 'system';
}

/** Shows the page in the remembered theme. */
export function applyTheme() {
  const chosen = theme();
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

/** Changes to the next theme. */
export function nextTheme() {
  write(KEY, THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length]);
  applyTheme();
}

/**
 * What the browser remembers; null also where it is told to remember nothing.
 * @param {string} key
 */
export function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string | null} value null forgets
 */
export function write(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // The browser is told to remember nothing: the choice ends with the page.
  }
}
