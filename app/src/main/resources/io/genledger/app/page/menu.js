// Small forms that open under a button and close by Escape, or when the focus leaves them.
import { html } from './lit-html.js';

/** @typedef {import('./page.js').Page} Page */

/**
 * Opens a menu, or closes it if it is open. Its first field gets the focus.
 * @param {Page} page
 * @param {string} name
 * @param {object} [more] what else of `ui` changes
 */
export const openMenu = (page, name, more = {}) => () => {
  const isOpen = page.ui.menu === name;
  page.set({ menu: isOpen ? null : name, ...more });
  if (!isOpen) focusLater('.menu input:not([type=hidden]), .menu select');
};

/** @param {string} selector */
export function focusLater(selector) {
  requestAnimationFrame(() => /** @type {HTMLElement | null} */ (document.querySelector(selector))?.focus());
}

/**
 * For the element around the button and its menu.
 * @param {Page} page
 */
export const closesOnBlur = (page) => (/** @type {FocusEvent} */ event) => {
  const place = /** @type {Element} */ (event.currentTarget);
  const next = /** @type {Node | null} */ (event.relatedTarget);
  if (page.ui.menu && next && !place.contains(next)) page.set({ menu: null });
};

/**
 * @param {Page} page
 * @param {string} name for assistive technology
 * @param {unknown} fields
 * @param {(form: FormData) => void} apply
 * @param {string} [word] on the button
 */
export function menuForm(page, name, fields, apply, word = 'Apply') {
  const close = () => page.set({ menu: null });
  return html`<form class="menu" aria-label=${name} @keydown=${(/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    const place = /** @type {HTMLElement} */ (event.currentTarget).parentElement;
    close();
    place?.querySelector('button')?.focus();
  }} @submit=${(/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    close();
    apply(form);
  }}>${fields}<div class="menu-end"><button type="submit" class="action">${word}</button></div></form>`;
}
