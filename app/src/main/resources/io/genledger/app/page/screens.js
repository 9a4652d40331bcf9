// The screens. A new one is imported and listed here, and its file named in index.html.
import { overview } from './overview.js';

/** @type {import('./page.js').Screen[]} */
export const screens = [overview];

/** @param {string} path */
export const screenOf = (path) => screens.find((one) => one.path === path) ?? null;
