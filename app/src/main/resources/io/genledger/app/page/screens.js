// The screens. A new one is imported and listed here, and its file named in index.html.
import { generation } from './generation.js';
import { generations } from './generations.js';
import { health } from './health.js';
import { overview } from './overview.js';

/** @type {import('./page.js').Screen[]} */
export const screens = [overview, generations, generation, health];

/** @param {string} path */
export const screenOf = (path) => screens.find((one) => one.path === path) ?? null;
