// Selecting whole buckets of a chart, by dragging or by Shift and the arrows.
import { rangeOf } from './bucket.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {{ from: number, to: number, byKey?: boolean }} Brush indexes of the bucket where it began and of that where it is */

/** @param {Brush} brush */
export const brushed = ({ from, to }) => ({ first: Math.min(from, to), last: Math.max(from, to) });

/**
 * Follows the pointer from the chart until it is released. One that stays in its bucket is a click.
 * @param {PointerEvent} event
 * @param {Page} page
 * @param {{ left: number, slot: number }} at
 * @param {number} length number of buckets
 */
export function brushDown(event, page, at, length) {
  if (event.button !== 0 || event.pointerType === 'touch') return;
  const chart = /** @type {SVGElement} */ (event.currentTarget);
  const indexOf = (/** @type {PointerEvent} */ moved) => Math.min(length - 1, Math.max(0, Math.floor((moved.clientX - chart.getBoundingClientRect().left - at.left) / at.slot)));
  const from = indexOf(event);
  const watch = new AbortController();
  const { signal } = watch;
  let isDrag = false;
  addEventListener('pointermove', (moved) => {
    isDrag ||= Math.abs(moved.clientX - event.clientX) > 6;
    if (isDrag) page.set({ brush: { from, to: indexOf(moved) }, active: null });
  }, { signal });
  const stop = () => {
    watch.abort();
    page.set({ brush: null });
  };
  addEventListener('keydown', (pressed) => pressed.key === 'Escape' && stop(), { signal });
  addEventListener('pointercancel', stop, { signal });
  addEventListener('pointerup', (released) => {
    stop();
    if (!isDrag) return;
    // The click that follows, if the pointer is still in the bar where it began, opens nothing.
    const noClick = (/** @type {Event} */ click) => click.preventDefault();
    addEventListener('click', noClick, { capture: true });
    setTimeout(() => {
      removeEventListener('click', noClick, { capture: true });
      zoom(page, { from, to: indexOf(released) });
    });
  }, { signal });
}

/**
 * Shows the selected buckets as the range.
 * @param {Page} page
 * @param {Brush} brush
 */
export function zoom(page, brush) {
  const { first, last } = brushed(brush);
  const { names, per } = page.data;
  page.set({ brush: null, active: null });
  page.go({ ...rangeOf(names[first], per, names[last]), per: '' });
}

/**
 * The keys of a chart: arrows, Home and End move; with Shift they select, Enter zooms and Escape cancels.
 * @param {KeyboardEvent} event
 * @param {Page} page
 */
export function chartKey(event, page) {
  const bar = /** @type {Element} */ (event.target).closest?.('.bar');
  const { brush } = page.ui;
  if (event.key === 'Escape' && (brush || page.ui.active != null)) {
    page.set({ brush: null, active: null });
    return true;
  }
  if (!bar) return false;
  if (event.key === 'Enter' && brush) {
    zoom(page, brush);
    return true;
  }
  const length = page.data.names.length, i = Number(bar.getAttribute('data-i'));
  const to = { ArrowLeft: i - 1, ArrowRight: i + 1, Home: 0, End: length - 1 }[event.key];
  if (to === undefined) return false;
  const next = Math.min(length - 1, Math.max(0, to));
  page.set({ active: next, brush: event.shiftKey ? { from: brush?.from ?? i, to: next, byKey: true } : null });
  /** @type {HTMLElement | null} */ (document.querySelector(`.bar[data-i="${next}"]`))?.focus();
  return true;
}
